"""A scene as the text of an SVG file; the same scene always gives the same bytes."""

from __future__ import annotations

from html import escape
from math import ceil
from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.views.look import fonts, theme
from argmap.views.look.signs import DASHES
from argmap.views.picture.scene import Shape
from argmap.views.picture.svg.badges import badge_of
from argmap.views.picture.svg.cards import card_of
from argmap.views.picture.svg.far import FarLines, is_far_off
from argmap.views.picture.svg.frame import frame_of
from argmap.views.picture.svg.pieces import (
    INK,
    LINE,
    arrow_end,
    clean,
    part,
    path_data,
    relation_sign,
    short,
    stroke,
    text_line,
)
from argmap.views.picture.svg.stubs import stubs_of

if TYPE_CHECKING:
    from argmap.views.picture.scene import Arrow, Chapter, Container, Scene, Tie

_HATCH = (
    '<defs><pattern id="own" width="6" height="6" patternUnits="userSpaceOnUse">'
    f'<path d="M-1 7 7-1" stroke="{INK["mute"]}" stroke-width="2"/></pattern></defs>'
)
_CENTRED = ' text-anchor="middle"'
_WIDE = 2600.0
Box = tuple[float, float, float, float]


def render_svg(
    scene: Scene, proportion: tuple[int, int] | None = None, *, far: bool | None = None
) -> str:
    """The picture at its natural size, its font embedded.

    Title and question stand above the map, a legend below it. The names on the cards of a wide map
    are large, since the whole map appears small on a sheet or screen; but whole sentences are not,
    for want of room. `far` decides this for a map of any width. With a `proportion` of width to
    height, white is added at the sides or below.
    """
    frame = frame_of(scene)
    if far is None:
        far = scene.width > _WIDE and not scene.sentences
    box = (0, -frame.above, frame.width, frame.above + scene.height + frame.below)
    x, y, width, height = (short(value) for value in _padded(box, proportion))
    parts = [
        *_opening(scene, (x, y, width, height)),
        f"<style>{_style(scene, frame.texts)}</style>",
        _HATCH,
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{INK["card"]}"/>',
        *frame.parts,
        *_shapes(scene, far=far),
        "</svg>\n",
    ]
    return "\n".join(parts)


def render_shapes(scene: Scene, *, far: bool) -> str:
    """The picture alone, for a sheet that has a title and a legend, and the font, of its own."""
    style = f"svg{{font-family:{theme.FONT_STACK};font-size:{theme.SMALL_SIZE}px}}"
    parts = [
        *_opening(scene, ("0", "0", short(scene.width), short(scene.height))),
        f"<style>{style}</style>",
        _HATCH,
        *_shapes(scene, far=far),
        "</svg>\n",
    ]
    return "\n".join(parts)


def _opening(scene: Scene, box: tuple[str, str, str, str]) -> list[str]:
    title = escape(clean(scene.title), quote=False) or "Argument map"
    return [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{box[2]}" height="{box[3]}"'
            f' viewBox="{" ".join(box)}" role="img">'
        ),
        f"<title>{title}</title>",
    ]


def _shapes(scene: Scene, *, far: bool) -> list[str]:
    """The map itself; `far` makes the names on cards large."""
    lines = FarLines(scene)
    return [
        *(_chapter(chapter, far=far) for chapter in scene.chapters),
        *(_container(container, far=far) for container in scene.containers),
        *(_tie(tie, far=far) for tie in scene.ties if not is_far_off(tie)),
        *(_arrow(arrow) for arrow in scene.arrows if not lines.has_stubs(arrow)),
        *(card_of(card, far=far) for card in scene.cards),
        *stubs_of(lines, far=far),
        *(badge_of(card, far=far) for card in scene.cards if card.left_out),
    ]


def _padded(box: Box, proportion: tuple[int, int] | None) -> Box:
    x, y, width, height = box
    if proportion is None:
        return box
    across, down = proportion
    unit = ceil(
        max(width / across, height / down)
    )  # an integer, so that the file has the exact proportion
    return round(x - (across * unit - width) / 2), y, across * unit, down * unit


def _style(scene: Scene, more: tuple[str, ...]) -> str:
    texts = [
        text
        for card in scene.cards
        for text in (
            card.number,
            *card.face.lines,
            *card.face.big,
            *card.face.foot,
            card.face.status,
        )
    ]
    texts += [tag.short for tag in scene.sources]
    texts += [chapter.title for chapter in scene.chapters]
    faces = "".join(
        f'@font-face{{font-family:"{theme.FONT}";font-weight:{weight};'
        f"src:url({fonts.subset_url([*texts, *more], weight)}) format('woff2')}}"
        for weight in (theme.REGULAR, theme.BOLD)
    )
    return f"{faces}svg{{font-family:{theme.FONT_STACK};font-size:{theme.SMALL_SIZE}px}}"


def _chapter(chapter: Chapter, *, far: bool) -> str:
    rect, padding = chapter.rect, theme.CHAPTER_PADDING
    size = theme.CHAPTER_SIZE * (theme.AFAR["title"] if far else 1)
    title = (rect.x + padding, rect.y + padding + theme.CHAPTER_SIZE * 0.8)
    return (
        f'<rect x="{short(rect.x)}" y="{short(rect.y)}" width="{short(rect.width)}"'
        f' height="{short(rect.height)}" rx="{theme.CHAPTER_CORNER}" fill="{INK["chapter"]}"/>'
        + text_line(title, chapter.title, "mute", size)
    )


def _container(container: Container, *, far: bool) -> str:
    rect, ink, frame = container.rect, INK["support"], theme.FRAME
    faded = f' opacity="{part(frame["fallen"])}"' if container.label == "out" else ""
    if container.shape is Shape.PILL:
        radius, fill, y = rect.height / 2, INK["card"], rect.y + rect.height / 2 + 4 + 1.5 * far
    else:
        radius, fill, y = frame["corner"], INK["tint"], rect.y + frame["base"] + 2 * far
    size = theme.AFAR["label"] if far else theme.SMALL_SIZE
    if container.shape is Shape.PILL:
        at, anchor = (rect.x + rect.width / 2, y), _CENTRED
    else:  # where neither the line of a card in the frame leaves nor a tab stands
        at, anchor = (rect.right - frame["corner"], y), ' text-anchor="end"'
    words = text_line(at, "only together", "support", size, anchor)
    return (
        f'<g{faded}><rect x="{short(rect.x)}" y="{short(rect.y)}" width="{short(rect.width)}"'
        f' height="{short(rect.height)}" rx="{short(radius)}" fill="{fill}"'
        f" {stroke(ink, frame['border'])}/>" + words + "</g>"
    )


def _tie(tie: Tie, *, far: bool) -> str:
    if not tie.same_claim:
        look = stroke(INK["support"], LINE["tie"])
        return f'<path d="{path_data(tie.path)}" fill="none" {look}/>'
    line = f'<path d="{path_data(tie.path)}" fill="none" {stroke(INK["mute"], LINE["tie"], "1 5")}'
    line += ' stroke-linecap="round"/>'
    if tie.place is None:
        return line
    x, y = tie.place
    size = theme.AFAR["label"] if far else theme.SMALL_SIZE
    larger = size / theme.SMALL_SIZE
    words = text_line((x, y + 4 * larger), "same claim", "mute", size, _CENTRED)
    width, height = 66 * larger, 18 * larger
    paper = (
        f'<rect x="{short(x - width / 2)}" y="{short(y - height / 2)}" width="{short(width)}"'
        f' height="{short(height)}" rx="9"'
    )
    return f'{line}{paper} fill="{INK["card"]}"/>{words}'


def _arrow(arrow: Arrow) -> str:
    ink = INK["support" if arrow.kind is Kind.SUPPORTS else "attack"]
    own, is_lost = arrow.mode.is_mappers, arrow.label == "out"
    width = LINE["plain"] * (LINE["lost"] if is_lost else LINE["own"] if own else 1)
    width = LINE["disputed"] if arrow.disputed else width
    faded = f' opacity="{part(LINE["fallen"])}"' if is_lost else ""
    ends = arrow_end(arrow.kind, arrow.path[-2:], arrow.heading, ink)
    if arrow.both:
        x, y = arrow.path[:2]
        back = (arrow.path[0] - arrow.path[2], arrow.path[1] - arrow.path[3])
        length = (back[0] ** 2 + back[1] ** 2) ** 0.5 or 1
        ends += arrow_end(arrow.kind, (x, y), (back[0] / length, back[1] / length), ink)
    scale = LINE["large"] if arrow.disputed else 1
    return (
        f'<g{faded}><path d="{path_data(arrow.path)}" fill="none"'
        f" {stroke(ink, width, DASHES[arrow.kind])}/>{ends}"
        f"{relation_sign(arrow.kind, arrow.disc, own=own, scale=scale)}</g>"
    )
