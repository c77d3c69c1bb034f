"""Stubs of lines that lead far: a tab where a line starts, a short line where it ends.

Nobody can ask a printed map where a line leads, and in full these lines would cross half of it.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.views.look import fonts, theme
from argmap.views.look.signs import DASHES
from argmap.views.picture.lines.curves import samples
from argmap.views.picture.scene import Rect, Shape
from argmap.views.picture.svg.badges import badge_area
from argmap.views.picture.svg.pieces import (
    INK,
    LINE,
    arrow_end,
    part,
    relation_sign,
    short,
    stroke,
    text_line,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.views.picture.svg.far import FarLines, Missing

_STUB = theme.STUB


def stubs_of(lines: FarLines, *, far: bool) -> list[str]:
    """All stubs of a scene as SVG; `far` makes their words large, for a picture seen from afar."""
    missing = list(lines.missing())
    if not missing:
        return []
    size = theme.AFAR["size"] if far else theme.SMALL_SIZE
    starting: dict[Rect, list[Missing]] = {}
    ending: dict[Rect, list[Missing]] = {}
    for line in missing:
        starting.setdefault(line.start, []).append(line)
        if line.end is not None:
            ending.setdefault(line.end, []).append(line)
    tabs = [tab for same in starting.values() for tab in _tabs(same, size)]
    taken = [*_taken(lines, size), *_badges(lines, far=far), *(area for area, _ in tabs)]
    return [
        *(text for _, text in tabs),
        *(text for end, same in ending.items() for text in _coming(end, same, size, taken)),
    ]


def _by_kind(lines: list[Missing]) -> Iterator[list[Missing]]:
    """Lines of one kind, which one stub tells."""
    kinds: dict[Kind | None, list[Missing]] = {}
    for line in lines:
        kinds.setdefault(line.kind, []).append(line)
    yield from kinds.values()


def _tabs(lines: list[Missing], size: float) -> Iterator[tuple[Rect, str]]:
    """The tabs where lines start, each with its area."""
    start, above = lines[0].start, lines[0].above
    x = start.x + _STUB["inset"]
    for same in _by_kind(lines):
        first = same[0]
        arrow = "→" if first.kind else "="
        words = f"{arrow} {', '.join(dict.fromkeys(line.aim for line in same))}"
        room = _STUB["mark"] if first.kind else 0
        width = fonts.text_width(words, size, theme.BOLD) + room + 2 * _STUB["around"]
        area = Rect(x, start.y - above, width, size * _STUB["height"])
        x += width + _STUB["gap"]
        yield area, _group(same, _tab(first, area, words, size))


def _tab(line: Missing, area: Rect, words: str, size: float) -> str:
    ink = _ink(line.kind)
    middle = area.middle[1]
    parts = [
        (
            f'<rect x="{short(area.x)}" y="{short(area.y)}" width="{short(area.width)}"'
            f' height="{short(area.height)}" rx="{short(_STUB["corner"])}" fill="{INK["card"]}"'
            f" {stroke(INK[ink], theme.FRAME['border'])}/>"
        )
    ]
    if line.kind:
        at = (area.x + _STUB["mark"] * 0.7, middle)
        parts.append(relation_sign(line.kind, at, own=line.own, scale=LINE["small"]))
    right = area.right - _STUB["around"]
    end = ' text-anchor="end" font-weight="600"'
    parts.append(text_line((right, middle + size * 0.34), words, ink, size, end))
    return "".join(parts)


def _coming(end: Rect, lines: list[Missing], size: float, taken: list[Rect]) -> Iterator[str]:
    """The short lines at what lines lead to, with words where these come near nothing else."""
    others = [rect for rect in taken if (rect.x, rect.y) != (end.x, end.y)]
    for same in _by_kind(lines):
        names = ", ".join(dict.fromkeys(line.origin for line in same))
        width = fonts.text_width(names, size, theme.BOLD)
        x, length, words = _place(end, names, (width, size), others)
        area = _beside(x, end, width, size)
        others.append(Rect(x - _STUB["beside"], area.y, width + 2 * _STUB["beside"], size))
        yield _group(same, _short_line(same[0], (x, end.bottom, length), words, size))


def _beside(x: float, end: Rect, width: float, size: float) -> Rect:
    return Rect(x + _STUB["beside"], end.bottom + _STUB["sign"] - size / 2, width, size)


def _place(
    end: Rect, names: str, words: tuple[float, float], others: list[Rect]
) -> tuple[float, float, str]:
    """A place below a card for a line and the words beside it, or for the line alone."""
    x = first = end.x + _STUB["coming"]
    alone = None
    while x <= end.right - _STUB["coming"]:
        beside = _STUB["beside"]
        line = Rect(x - beside, end.bottom + 1, 2 * beside, _STUB["length"])
        if _is_free(line, others):
            if _is_free(_beside(x, end, *words), others):
                return x, _STUB["length"], names
            alone = x if alone is None else alone
        x += _STUB["step"]
    return (first, _STUB["least"], "") if alone is None else (alone, _STUB["length"], "")


def _short_line(line: Missing, at: tuple[float, float, float], words: str, size: float) -> str:
    kind = line.kind or Kind.SUPPORTS
    x, y, length = at
    ink = _ink(kind)
    width = LINE["plain"] * LINE["own"]
    parts = [
        (
            f'<path d="M{short(x)} {short(y + length)}V{short(y)}" fill="none"'
            f" {stroke(INK[ink], width, DASHES[kind])}/>"
        ),
        arrow_end(kind, (x, y), (0, -1), INK[ink]),
    ]
    if length == _STUB["length"]:
        middle = y + _STUB["sign"]
        parts.append(relation_sign(kind, (x, middle), own=line.own, scale=LINE["small"]))
        if words:
            place = (x + _STUB["beside"], middle + size * 0.34)
            parts.append(text_line(place, words, ink, size))
    return "".join(parts)


def _ink(kind: Kind | None) -> str:
    if kind is None:
        return "mute"
    return "support" if kind is Kind.SUPPORTS else "attack"


def _group(lines: list[Missing], text: str) -> str:
    fallen = all(line.fallen for line in lines)
    return f'<g opacity="{part(LINE["fallen"])}">{text}</g>' if fallen else f"<g>{text}</g>"


def _is_free(area: Rect, others: list[Rect]) -> bool:
    apart = _STUB["apart"]
    around = Rect(area.x - apart, area.y - apart, area.width + 2 * apart, area.height + 2 * apart)
    return not any(around.meets(other) for other in others)


def _badges(lines: FarLines, *, far: bool) -> Iterator[Rect]:
    """The badges, on which no words can stand; words beside their own card keep off them too."""
    return (badge_area(card, far=far) for card in lines.scene.cards if card.left_out)


def _taken(lines: FarLines, size: float) -> list[Rect]:
    """The areas in which no words can stand: cards, words of frames, and ends of lines."""
    taken = [card.rect for card in lines.scene.cards]
    for container in lines.scene.containers:
        rect = container.rect
        height = rect.height if container.shape is Shape.PILL else size + _STUB["apart"]
        taken.append(Rect(rect.x, rect.y, rect.width, height))
    side = _STUB["around_end"]
    for arrow in lines.scene.arrows:
        if not lines.has_stubs(arrow):
            x, y = arrow.path[-2:]
            taken += (
                Rect(right - side, down - side, 2 * side, 2 * side)
                for right, down in samples(arrow.path)
                if hypot(right - x, down - y) < _STUB["long"]
            )
    return taken
