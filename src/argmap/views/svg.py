"""The map as one SVG picture: text in, text out, the same scene always the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from argmap.model.claim import Mode
from argmap.model.relation import Kind
from argmap.views import fonts, theme
from argmap.views.blocks import Shape
from argmap.views.signs import DASHES, MARKS
from argmap.views.svg_frame import frame_of
from argmap.views.svg_pieces import INK, arrow_end, clean, path_data, short, sign, stroke, text_line

if TYPE_CHECKING:
    from argmap.views.scene import Arrow, Card, Chapter, Container, Scene, Tie

_HATCH = (
    '<defs><pattern id="own" width="6" height="6" patternUnits="userSpaceOnUse">'
    f'<path d="M-1 7 7-1" stroke="{INK["mute"]}" stroke-width="2"/></pattern></defs>'
)
_CENTRED = ' text-anchor="middle"'
_OWN = frozenset({Mode.IMPLICIT, Mode.EDITORIAL})


def render_svg(scene: Scene) -> str:
    """The picture at its natural size, with the letters that it needs inside it.

    Above the map stand title and question, below it what its signs mean.
    """
    frame = frame_of(scene)
    title = escape(clean(scene.title)) or "Argument map"
    box = (0, -frame.above, frame.width, frame.above + scene.height + frame.below)
    x, y, width, height = (short(value) for value in box)
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
            f' viewBox="{x} {y} {width} {height}" role="img">'
        ),
        f"<title>{title}</title>",
        f"<style>{_style(scene, frame.texts)}</style>",
        _HATCH,
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{INK["card"]}"/>',
        *frame.parts,
        *(_chapter(chapter) for chapter in scene.chapters),
        *(_container(container) for container in scene.containers),
        *(_tie(tie) for tie in scene.ties),
        *(_arrow(arrow) for arrow in scene.arrows),
        *(_card(card) for card in scene.cards),
        "</svg>\n",
    ]
    return "\n".join(parts)


def _style(scene: Scene, more: tuple[str, ...]) -> str:
    texts = [
        text
        for card in scene.cards
        for text in (card.number, *card.face.lines, *card.face.foot, card.face.status)
    ]
    texts += [chapter.title for chapter in scene.chapters]
    faces = "".join(
        f'@font-face{{font-family:"{theme.FONT}";font-weight:{weight};'
        f"src:url({fonts.subset_url([*texts, *more], weight)}) format('woff2')}}"
        for weight in (theme.REGULAR, theme.BOLD)
    )
    return f"{faces}svg{{font-family:{theme.FONT_STACK};font-size:{theme.SMALL_SIZE}px}}"


def _card(card: Card) -> str:
    rect, word = card.rect, str(card.status.word)
    falls = word == "falls"
    look = _border(card)
    outline = (
        f'x="{short(rect.x)}" y="{short(rect.y)}" width="{short(rect.width)}"'
        f' height="{short(rect.height)}" rx="{theme.CORNER}"'
    )
    left = rect.x + theme.TEXT_LEFT
    parts = [
        f"<g><title>{escape(clean(f'{card.number} {card.face.name}'))}</title>",
        f'<rect {outline} fill="{INK["falls-bg" if falls else "card"]}"/>',
        _band(card),
        f'<rect {outline} fill="none" {look}/>',
        text_line((left, rect.y + 22), card.number, "ink", theme.NUMBER_SIZE),
        _status(card),
    ]
    ink = "mute" if falls else "ink"
    top = rect.y + theme.HEAD + theme.LABEL_SIZE
    for place, line in enumerate(card.face.lines):
        y = top + place * theme.LABEL_LEADING
        parts.append(text_line((left, y), line, ink, theme.LABEL_SIZE))
    foot = rect.bottom - theme.FOOT - theme.SMALL_LEADING * (len(card.face.foot) - 1)
    for place, line in enumerate(card.face.foot):
        y = foot + place * theme.SMALL_LEADING
        parts.append(text_line((left, y), line, "mute", theme.SMALL_SIZE))
    return "".join(parts) + "</g>"


def _border(card: Card) -> str:
    colour, width, dash = {
        "contested": ("contested", 3.0, ""),
        "open": ("open", 2.0, ""),
        "falls": ("falls", 1.4, "6 4"),
    }.get(card.status.word, ("edge", 1.4, ""))
    if card.main and card.status.word == "stands":
        colour, width = "ink", 2.6
    return stroke(INK[colour], width, dash)


def _band(card: Card) -> str:
    rect, width = card.rect, theme.BAND_WIDTH
    corner = theme.CORNER
    shape = (
        f"M{short(rect.x + corner)} {short(rect.y)}a{corner} {corner} 0 0 0-{corner} {corner}"
        f"v{short(rect.height - 2 * corner)}a{corner} {corner} 0 0 0 {corner} {corner}"
        f"H{short(rect.x + width)}V{short(rect.y)}z"
    )
    colour = theme.BANDS[card.tag.band][0] if card.tag else INK["mute"]
    if card.mode is Mode.EDITORIAL:
        return f'<path d="{shape}" fill="url(#own)"/>'
    if card.mode is Mode.IMPLICIT:
        return f'<path d="{shape}" fill="none" stroke="{colour}" stroke-dasharray="3 3"/>'
    return f'<path d="{shape}" fill="{colour}"/>'


def _status(card: Card) -> str:
    """The sign and the word at the upper right; a hollow sign is granted, a full one argued for."""
    word = str(card.status.word)
    words = card.face.status
    width = fonts.text_width(words, theme.SMALL_SIZE, theme.BOLD) + 31
    right, y = card.rect.right - 9, card.rect.y + 17.5
    strike = ' text-decoration="line-through"' if word == "falls" else ""
    place = f'x="{short(right - width)}" y="{short(y - 10)}" width="{short(width)}"'
    return (
        f'<rect {place} height="20" rx="10"'
        f' fill="{INK[word + "-bg"]}"/>'
        + sign(word, (right - width + 11, y), hollow=card.status.granted)
        + text_line((right - width + 23, y + 4.3), words, word, theme.SMALL_SIZE, strike)
    )


def _chapter(chapter: Chapter) -> str:
    rect, padding = chapter.rect, theme.CHAPTER_PADDING
    title = (rect.x + padding, rect.y + padding + theme.CHAPTER_SIZE * 0.8)
    return (
        f'<rect x="{short(rect.x)}" y="{short(rect.y)}" width="{short(rect.width)}"'
        f' height="{short(rect.height)}" rx="18" fill="{INK["chapter"]}"/>'
        + text_line(title, chapter.title, "mute", theme.CHAPTER_SIZE)
    )


def _container(container: Container) -> str:
    rect, ink = container.rect, INK["support"]
    faded = ' opacity=".5"' if container.label == "out" else ""
    if container.shape is Shape.PILL:
        radius, fill, y = rect.height / 2, INK["card"], rect.y + rect.height / 2 + 4
    else:
        radius, fill, y = 13, INK["tint"], rect.y + 16.5
    at = (rect.x + rect.width / 2, y)
    words = text_line(at, "only together", "support", theme.SMALL_SIZE, _CENTRED)
    return (
        f'<g{faded}><rect x="{short(rect.x)}" y="{short(rect.y)}" width="{short(rect.width)}"'
        f' height="{short(rect.height)}" rx="{short(radius)}" fill="{fill}" {stroke(ink, 1.4)}/>'
        + words
        + "</g>"
    )


def _tie(tie: Tie) -> str:
    if not tie.same_claim:
        look = (
            f'{stroke(INK["support"], 1.1)} opacity=".6"'
            if tie.far
            else stroke(INK["support"], 1.6)
        )
        return f'<path d="{path_data(tie.path)}" fill="none" {look}/>'
    line = f'<path d="{path_data(tie.path)}" fill="none" {stroke(INK["mute"], 1.6, "1 5")}'
    line += ' stroke-linecap="round"/>'
    if tie.place is None:
        return line
    x, y = tie.place
    words = text_line((x, y + 4), "same claim", "mute", theme.SMALL_SIZE, _CENTRED)
    paper = f'<rect x="{short(x - 33)}" y="{short(y - 9)}" width="66" height="18" rx="9"'
    return f'{line}{paper} fill="{INK["card"]}"/>{words}'


def _arrow(arrow: Arrow) -> str:
    ink = INK["support" if arrow.kind is Kind.SUPPORTS else "attack"]
    own = arrow.mode in _OWN
    width = (3.4 if arrow.disputed else 2.4) * (0.45 if arrow.quiet else 0.7 if own else 1)
    faded = ' opacity=".42"' if arrow.label == "out" else ' opacity=".6"' if arrow.quiet else ""
    smaller = " scale(.7)" if arrow.quiet else ""
    ends = arrow_end(arrow.kind, arrow.path[-2:], arrow.heading, ink)
    if arrow.both:
        x, y = arrow.path[:2]
        back = (arrow.path[0] - arrow.path[2], arrow.path[1] - arrow.path[3])
        length = (back[0] ** 2 + back[1] ** 2) ** 0.5 or 1
        ends += arrow_end(arrow.kind, (x, y), (back[0] / length, back[1] / length), ink)
    fill, line = (INK["card"], ink) if own else (ink, INK["card"])
    body = '<path d="M0-11 11 0 0 11-11 0z"' if own else '<circle r="8.5"'
    x, y = arrow.disc
    return (
        f'<g{faded}><path d="{path_data(arrow.path)}" fill="none"'
        f" {stroke(ink, width, DASHES[arrow.kind])}/>{ends}"
        f'<g transform="translate({short(x)} {short(y)}){smaller}">{body} fill="{fill}"'
        f" {stroke(ink, 1.6)}/>"
        f'<path d="{MARKS[arrow.kind]}" {stroke(line, 2)} stroke-linecap="round"/></g></g>'
    )
