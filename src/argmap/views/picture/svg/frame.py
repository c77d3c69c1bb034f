"""The frame of a picture: the title above the map, and below it the legend of its signs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.views.look import fonts, theme
from argmap.views.look.signs import DASHES
from argmap.views.picture.svg.pieces import INK, arrow_end, short, sign, stroke, text_line
from argmap.views.words.statuses import meanings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.views.picture.scene import Point, Scene

_LEFT = 36.0
_TITLE, _QUESTION = 30.0, 17.0
_NARROWEST = 900.0
_ROW = 30.0
_USUAL = 1800.0
_LARGEST = 2.6
_TWO_COLUMNS = 1000.0
_GUTTER = 24.0
_RELATIONS = (
    (Kind.SUPPORTS, "supports"),
    (Kind.ATTACKS, "attacks"),
    (Kind.UNDERCUTS, "blocks a step"),
)
_REMARKS = (
    "Hollow sign: granted; full sign: argued for. Faded line: does not count.",
    "Thin line with a diamond: drawn by the mapper, or unsaid in the source.",
    "Tab with an arrow: leads to the claim with this number, which stands far off.",
    "only together: the step needs all of these premises.",
)


@dataclass(frozen=True, slots=True)
class Frame:
    """SVG parts around the map, the room for them above and below it, and their texts."""

    parts: tuple[str, ...]
    above: float
    below: float
    width: float
    texts: tuple[str, ...]


def frame_of(scene: Scene) -> Frame:
    """The frame of a scene, as wide as the map but never too narrow for its own words.

    Around a wide map its words are larger, so that they can be read when the map fills a sheet.
    """
    width = max(scene.width, _NARROWEST)
    scale = min(max(width / _USUAL, 1.0), _LARGEST)
    head, above = _head(scene, width / scale)
    key, below = _key(scene, width / scale)
    if scale > 1:
        head = [f'<g transform="scale({scale:.3f})">', *head, "</g>"]
    down = short(scene.height)
    key = [f'<g transform="translate(0 {down}) scale({scale:.3f})">', *key, "</g>"]
    texts = [scene.title, scene.question or "", *scene.unmet, scene.remark, *_REMARKS, "Sources:"]
    texts += [name for _, name in _RELATIONS] + [
        f"{word}: {meaning}" for word, meaning in _meanings(scene).items()
    ]
    texts += [tag.tag for tag in scene.sources]
    return Frame((*head, *key), above * scale, below * scale, width, tuple(texts))


def _head(scene: Scene, width: float) -> tuple[list[str], float]:
    room = width - 2 * _LEFT
    lines = [
        *_wrapped(scene.title, _TITLE, theme.BOLD, room, "ink"),
        *_wrapped(scene.question or "", _QUESTION, theme.REGULAR, room, "mute"),
        *(
            line
            for text in scene.unmet
            for line in _wrapped(f"Not as expected: {text}", _QUESTION, theme.BOLD, room, "ink")
        ),
    ]
    lines += _wrapped(scene.remark, _QUESTION, theme.REGULAR, room, "mute")
    if not lines:
        return [], 0.0
    above = sum(size * 1.4 for _, size, _ in lines) + 26
    y, parts = -above + 8, []
    for text, size, ink in lines:
        y += size * 1.4
        parts.append(text_line((_LEFT, y), text, ink, size))
    return parts, above


def _wrapped(
    text: str, size: float, weight: int, room: float, ink: str
) -> list[tuple[str, float, str]]:
    return [(line, size, ink) for line in fonts.wrap(text, size, weight, room)] if text else []


def _key(scene: Scene, width: float) -> tuple[list[str], float]:
    """The legend: lines and sources in a row, the status words below, and remarks beside these."""
    y = 24.0
    rule = f'<path d="M{short(_LEFT)} {short(y - 18)}H{short(width - _LEFT)}"'
    parts = [f"{rule} {stroke(INK['line'], 1)}/>"]
    x = _lines(parts, y)
    y = _sources(parts, scene, (x, y), width - _LEFT) + _ROW
    room = width - 2 * _LEFT
    beside = room >= _TWO_COLUMNS
    column = room / 2 - _GUTTER if beside else room
    end = _words(parts, scene, (_LEFT, y), column)
    at = (_LEFT + room / 2, y) if beside else (_LEFT, end)
    return parts, max(end, _remarks(parts, at, column)) + _ROW / 2


def _lines(parts: list[str], y: float) -> float:
    x = _LEFT
    for kind, name in _RELATIONS:
        ink = INK["support" if kind is Kind.SUPPORTS else "attack"]
        line = f'<path d="M{short(x)} {short(y)}h44" {stroke(ink, 2.4, DASHES[kind])}/>'
        parts += [line, arrow_end(kind, (x + 50, y), (1, 0), ink)]
        parts.append(text_line((x + 60, y + 4.5), name, "ink", theme.SMALL_SIZE))
        x += 60 + fonts.text_width(name, theme.SMALL_SIZE, theme.BOLD) + 28
    return x


def _sources(parts: list[str], scene: Scene, at: Point, right: float) -> float:
    x, y = at
    for tag in scene.sources:
        colour = theme.BANDS[tag.band][0]
        taken = 18 + fonts.text_width(tag.tag, theme.SMALL_SIZE, theme.BOLD) + 28
        if x > _LEFT and x + taken > right:
            x, y = _LEFT, y + _ROW * 0.8
        parts.append(
            f'<rect x="{short(x)}" y="{short(y - 8)}" width="8" height="16" fill="{colour}"/>'
        )
        parts.append(text_line((x + 18, y + 4.5), tag.tag, "ink", theme.SMALL_SIZE))
        x += taken
    return y


def _meanings(scene: Scene) -> Mapping[str, str]:
    return meanings(
        has_pending=any(card.status.reason == "to be supported" for card in scene.cards)
    )


def _words(parts: list[str], scene: Scene, at: Point, room: float) -> float:
    x, y = at
    for word, meaning in _meanings(scene).items():
        parts.append(sign(word, (x + 8, y), hollow=False))
        for line in fonts.wrap(f"{word}: {meaning}", theme.SMALL_SIZE, theme.BOLD, room - 24):
            parts.append(text_line((x + 24, y + 4.5), line, "ink", theme.SMALL_SIZE))
            y += _ROW * 0.8
    return y


def _remarks(parts: list[str], at: Point, room: float) -> float:
    x, y = at
    for remark in _REMARKS:
        for line in fonts.wrap(remark, theme.SMALL_SIZE, theme.REGULAR, room):
            parts.append(text_line((x, y + 4.5), line, "mute", theme.SMALL_SIZE))
            y += _ROW * 0.8
    return y
