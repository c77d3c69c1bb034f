"""The columns in which the chapters of a picture stand, and the width of each chapter."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from argmap.views.picture.layout.folding import Fold, in_columns, no_other_beats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.views.picture.layout.blocks import Block
    from argmap.views.picture.layout.folding import Columns, Folds

_ALL_WAYS = 6
_SLOTS = 24


_width_of = attrgetter("width")


class _Width(NamedTuple):
    """A column of chapters at one width, with the place of the outline chosen for each chapter.

    It does not fit if even the narrowest outline of a chapter is wider.
    """

    limit: float
    height: float
    fits: bool
    chosen: tuple[int, ...]
    deep: int


def packings(units: list[list[Block]], folds: Folds) -> list[Fold]:
    """Ways to stack chapters in columns, each column as narrow as the height allows.

    A few chapters are tried in every grouping, more chapters only in their order.
    """
    outlines = [folds[id(unit[0])] for unit in units]
    widths: dict[tuple[int, ...], list[_Width]] = {}
    ways = []
    for columns in _groupings(outlines):
        for column in columns:
            if column not in widths:
                widths[column] = _widths(column, outlines)
        by_column = [widths[column] for column in columns]
        for height in _heights(by_column):
            fold = _within(columns, by_column, height)
            if fold is not None:
                ways.append(fold)
    return no_other_beats(ways)


def _groupings(outlines: list[list[Fold]]) -> Iterator[Columns]:
    count = len(outlines)
    if count > _ALL_WAYS:
        heights = [min(fold.height for fold in folds) for folds in outlines]
        for number in range(1, count + 1):
            yield in_columns(heights, number)
        return
    grown: list[Columns] = [()]
    for place in range(count):
        grown = [
            longer
            for columns in grown
            for longer in (
                *((*columns[:at], (*columns[at], place), *columns[at + 1 :])
                  for at in range(len(columns))),
                (*columns, (place,)),
            )
        ]  # fmt: skip
    yield from grown


def _widths(column: tuple[int, ...], outlines: list[list[Fold]]) -> list[_Width]:
    """The widths worth trying for a column, from narrow to wide."""
    widths = []
    for limit in sorted({fold.width for place in column for fold in outlines[place]}):
        at = tuple(_lowest(outlines[place], limit) for place in column)
        parts = [outlines[place][number] for place, number in zip(column, at, strict=True)]
        fits = all(part.width <= limit for part in parts)
        height = sum(part.height for part in parts)
        widths.append(_Width(limit, height, fits, at, sum(part.deep for part in parts)))
    return widths


def _heights(columns: list[list[_Width]]) -> list[float]:
    """The heights that some column has at some width; no other height need be tried."""
    totals = sorted({width.height for column in columns for width in column})
    return totals[:: max(1, len(totals) // _SLOTS)]


def _within(columns: Columns, widths: list[list[_Width]], height: float) -> Fold | None:
    """The columns within a height, each as narrow as possible; None if a column is too high."""
    chosen = [0] * sum(map(len, columns))
    total = tallest = 0.0
    deep = 0
    for column, tried in zip(columns, widths, strict=True):
        width = next((each for each in tried if each.fits and each.height <= height), None)
        if width is None:
            return None
        for place, at in zip(column, width.chosen, strict=True):
            chosen[place] = at
        total += width.limit
        tallest = max(tallest, width.height)
        deep += width.deep
    return Fold(total, tallest, total, columns, tuple((at,) for at in chosen), deep)


def _lowest(folds: list[Fold], width: float) -> int:
    """The place of the lowest outline within a width, or else of the narrowest.

    Outlines go from narrow to wide.
    """
    return max(bisect_right(folds, width, key=_width_of) - 1, 0)
