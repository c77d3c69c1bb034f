"""The map as one SVG picture: text in, text out, the same scene always the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from argmap.model.claim import Mode
from argmap.model.relation import Kind
from argmap.views import fonts, theme
from argmap.views.blocks import Shape
from argmap.views.signs import DASHES, MARKS, SIGNS

if TYPE_CHECKING:
    from argmap.views.scene import Arrow, Card, Container, Point, Scene, Tie

_INK = theme.LIGHT
_FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))
_HATCH = (
    '<defs><pattern id="own" width="6" height="6" patternUnits="userSpaceOnUse">'
    f'<path d="M-1 7 7-1" stroke="{_INK["mute"]}" stroke-width="2"/></pattern></defs>'
)
_CENTRED = ' text-anchor="middle"'
_OWN = frozenset({Mode.IMPLICIT, Mode.EDITORIAL})


def render_svg(scene: Scene) -> str:
    """The picture at its natural size, with the letters that it needs inside it."""
    title = escape(_clean(scene.title)) or "Argument map"
    size = f'width="{_n(scene.width)}" height="{_n(scene.height)}"'
    view = f'viewBox="0 0 {_n(scene.width)} {_n(scene.height)}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view} role="img">',
        f"<title>{title}</title>",
        f"<style>{_style(scene)}</style>",
        _HATCH,
        f'<rect {size} fill="{_INK["card"]}"/>',
        *(_container(container) for container in scene.containers),
        *(_tie(tie) for tie in scene.ties),
        *(_arrow(arrow) for arrow in scene.arrows),
        *(_card(card) for card in scene.cards),
        "</svg>\n",
    ]
    return "\n".join(parts)


def _style(scene: Scene) -> str:
    texts = [
        text
        for card in scene.cards
        for text in (card.number, *card.face.lines, *card.face.foot, card.face.status)
    ]
    faces = "".join(
        f'@font-face{{font-family:"{theme.FONT}";font-weight:{weight};'
        f"src:url({fonts.subset_url(texts, weight)}) format('woff2')}}"
        for weight in (theme.REGULAR, theme.BOLD)
    )
    return f"{faces}svg{{font-family:{theme.FONT_STACK};font-size:{theme.SMALL_SIZE}px}}"


def _card(card: Card) -> str:
    rect, word = card.rect, str(card.status.word)
    falls = word == "falls"
    look = _border(card)
    outline = (
        f'x="{_n(rect.x)}" y="{_n(rect.y)}" width="{_n(rect.width)}"'
        f' height="{_n(rect.height)}" rx="{theme.CORNER}"'
    )
    left = rect.x + theme.TEXT_LEFT
    parts = [
        f"<g><title>{escape(_clean(f'{card.number} {card.face.name}'))}</title>",
        f'<rect {outline} fill="{_INK["falls-bg" if falls else "card"]}"/>',
        _band(card),
        f'<rect {outline} fill="none" {look}/>',
        _text((left, rect.y + 22), card.number, "ink", theme.NUMBER_SIZE),
        _status(card),
    ]
    ink = "mute" if falls else "ink"
    top = rect.y + theme.HEAD + theme.LABEL_SIZE
    for place, line in enumerate(card.face.lines):
        y = top + place * theme.LABEL_LEADING
        parts.append(_text((left, y), line, ink, theme.LABEL_SIZE))
    foot = rect.bottom - theme.FOOT - theme.SMALL_LEADING * (len(card.face.foot) - 1)
    for place, line in enumerate(card.face.foot):
        y = foot + place * theme.SMALL_LEADING
        parts.append(_text((left, y), line, "mute", theme.SMALL_SIZE))
    return "".join(parts) + "</g>"


def _border(card: Card) -> str:
    colour, width, dash = {
        "contested": ("contested", 3.0, ""),
        "open": ("open", 2.0, ""),
        "falls": ("falls", 1.4, "6 4"),
    }.get(card.status.word, ("edge", 1.4, ""))
    if card.main and card.status.word == "stands":
        colour, width = "ink", 2.6
    return _stroke(_INK[colour], width, dash)


def _band(card: Card) -> str:
    rect, width = card.rect, theme.BAND_WIDTH
    corner = theme.CORNER
    shape = (
        f"M{_n(rect.x + corner)} {_n(rect.y)}a{corner} {corner} 0 0 0-{corner} {corner}"
        f"v{_n(rect.height - 2 * corner)}a{corner} {corner} 0 0 0 {corner} {corner}"
        f"H{_n(rect.x + width)}V{_n(rect.y)}z"
    )
    colour = theme.BANDS[card.tag.band][0] if card.tag else _INK["mute"]
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
    return (
        f'<rect x="{_n(right - width)}" y="{_n(y - 10)}" width="{_n(width)}" height="20" rx="10"'
        f' fill="{_INK[word + "-bg"]}"/>'
        + _sign(word, (right - width + 11, y), hollow=card.status.granted)
        + _text((right - width + 23, y + 4.3), words, word, theme.SMALL_SIZE, strike)
    )


def _sign(word: str, at: Point, *, hollow: bool) -> str:
    ink, paper = _INK[word], _INK["card"]
    fill, line = (paper, ink) if hollow else (ink, paper)
    return (
        f'<g transform="translate({_n(at[0])} {_n(at[1])})"><circle r="7.3" fill="{fill}"'
        f' stroke="{ink}" stroke-width="1.4"/><path d="{SIGNS[word]}" fill="none"'
        f' stroke="{line}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></g>'
    )


def _container(container: Container) -> str:
    rect, ink = container.rect, _INK["support"]
    faded = ' opacity=".5"' if container.label == "out" else ""
    if container.shape is Shape.PILL:
        radius, fill, y = rect.height / 2, _INK["card"], rect.y + rect.height / 2 + 4
    else:
        radius, fill, y = 13, _INK["tint"], rect.y + 16.5
    at = (rect.x + rect.width / 2, y)
    words = _text(at, "only together", "support", theme.SMALL_SIZE, _CENTRED)
    return (
        f'<g{faded}><rect x="{_n(rect.x)}" y="{_n(rect.y)}" width="{_n(rect.width)}"'
        f' height="{_n(rect.height)}" rx="{_n(radius)}" fill="{fill}" {_stroke(ink, 1.4)}/>'
        + words
        + "</g>"
    )


def _tie(tie: Tie) -> str:
    if not tie.same_claim:
        return f'<path d="{_d(tie.path)}" fill="none" {_stroke(_INK["support"], 1.6)}/>'
    line = f'<path d="{_d(tie.path)}" fill="none" {_stroke(_INK["mute"], 1.6, "1 5")}'
    line += ' stroke-linecap="round"/>'
    if tie.place is None:
        return line
    x, y = tie.place
    words = _text((x, y + 4), "same claim", "mute", theme.SMALL_SIZE, _CENTRED)
    paper = f'<rect x="{_n(x - 33)}" y="{_n(y - 9)}" width="66" height="18" rx="9"'
    return f'{line}{paper} fill="{_INK["card"]}"/>{words}'


def _arrow(arrow: Arrow) -> str:
    ink = _INK["support" if arrow.kind is Kind.SUPPORTS else "attack"]
    own = arrow.mode in _OWN
    width = (3.4 if arrow.disputed else 2.4) * (0.7 if own else 1)
    faded = ' opacity=".42"' if arrow.label == "out" else ""
    ends = _head(arrow.kind, arrow.path[-2:], arrow.heading, ink)
    if arrow.both:
        x, y = arrow.path[:2]
        back = (arrow.path[0] - arrow.path[2], arrow.path[1] - arrow.path[3])
        length = (back[0] ** 2 + back[1] ** 2) ** 0.5 or 1
        ends += _head(arrow.kind, (x, y), (back[0] / length, back[1] / length), ink)
    fill, line = (_INK["card"], ink) if own else (ink, _INK["card"])
    body = '<path d="M0-11 11 0 0 11-11 0z"' if own else '<circle r="8.5"'
    x, y = arrow.disc
    return (
        f'<g{faded}><path d="{_d(arrow.path)}" fill="none"'
        f" {_stroke(ink, width, DASHES[arrow.kind])}/>{ends}"
        f'<g transform="translate({_n(x)} {_n(y)})">{body} fill="{fill}" {_stroke(ink, 1.6)}/>'
        f'<path d="{MARKS[arrow.kind]}" {_stroke(line, 2)} stroke-linecap="round"/></g></g>'
    )


def _head(kind: Kind, at: tuple[float, ...], heading: Point, ink: str) -> str:
    """A triangle for a support, a bar for an attack, at the end of a line."""
    x, y = at[:2]
    right, down = heading
    if kind is Kind.SUPPORTS:
        base = (x - right * 12, y - down * 12)
        wing = (-down * 7.5, right * 7.5)
        sides = ((base[0] + way * wing[0], base[1] + way * wing[1]) for way in (1, -1))
        corners = ((x, y), *sides)
        return f'<path d="M{"L".join(f"{_n(a)} {_n(b)}" for a, b in corners)}z" fill="{ink}"/>'
    x, y = x - right * 3, y - down * 3
    wing = (-down * 11, right * 11)
    first, last = (x + wing[0], y + wing[1]), (x - wing[0], y - wing[1])
    line = f"M{_n(first[0])} {_n(first[1])}L{_n(last[0])} {_n(last[1])}"
    return f'<path d="{line}" {_stroke(ink, 4.4)}/>'


def _text(at: Point, text: str, ink: str, size: float, more: str = "") -> str:
    """A line of text; everything but the smallest print is bold."""
    bold = f' font-weight="{theme.BOLD}"' if ink != "mute" or size > theme.SMALL_SIZE else ""
    large = f' font-size="{_n(size)}px"' if size != theme.SMALL_SIZE else ""
    place = f'x="{_n(at[0])}" y="{_n(at[1])}" fill="{_INK[ink]}"'
    return f"<text {place}{bold}{large}{more}>{escape(_clean(text))}</text>"


def _stroke(ink: str, width: float, dash: str = "") -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'stroke="{ink}" stroke-width="{_n(width)}"{dashes}'


def _d(path: tuple[float, ...]) -> str:
    return f"M{_n(path[0])} {_n(path[1])}C" + " ".join(_n(value) for value in path[2:])


def _n(value: float) -> str:
    """A number with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0")


def _clean(text: str) -> str:
    """The text without the control characters that XML forbids."""
    return text.translate(_FORBIDDEN)
