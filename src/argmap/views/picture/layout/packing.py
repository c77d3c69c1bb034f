"""The columns in which the chapters of a picture stand, and the width of each chapter."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from argmap.views.picture.layout.folding import Fold, in_columns, no_other_beats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.views.picture.layout.blocks import Block
    from argmap.views.picture.layout.folding import Columns, Folds

_ALL_WAYS = 6
_SLOTS = 24


_width_of = attrgetter("width")


def packings(units: list[list[Block]], folds: Folds) -> list[Fold]:
    """Ways to stack chapters in columns, each column as narrow as the height allows.

    A few chapters are tried in every grouping, more chapters only in their order.
    """
    outlines = [folds[id(unit[0])] for unit in units]
    ways = [
        fold
        for columns in _groupings(outlines)
        for height in _heights(columns, outlines)
        if (fold := _within(columns, outlines, height)) is not None
    ]
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


def _heights(columns: Columns, outlines: list[list[Fold]]) -> list[float]:
    """The heights that some column has at some width; no other height need be tried."""
    totals = sorted(
        {
            sum(_lowest(outlines[place], fold.width).height for place in column)
            for column in columns
            for owner in column
            for fold in outlines[owner]
        }
    )
    return totals[:: max(1, len(totals) // _SLOTS)]


def _within(columns: Columns, outlines: list[list[Fold]], height: float) -> Fold | None:
    """The columns within a height, each as narrow as possible; None if a column is too high."""
    chosen = [0] * len(outlines)
    width = tallest = 0.0
    for column in columns:
        for limit in sorted({fold.width for place in column for fold in outlines[place]}):
            parts = [_lowest(outlines[place], limit) for place in column]
            total = sum(part.height for part in parts)
            if total <= height and all(part.width <= limit for part in parts):
                break
        else:
            return None
        for place, part in zip(column, parts, strict=True):
            chosen[place] = outlines[place].index(part)
        width += limit
        tallest = max(tallest, total)
    deep = sum(outlines[place][at].deep for place, at in enumerate(chosen))
    return Fold(width, tallest, width, columns, tuple((at,) for at in chosen), deep)


def _lowest(folds: list[Fold], width: float) -> Fold:
    """The lowest outline within a width, or else the narrowest; outlines go from narrow to wide."""
    return folds[max(bisect_right(folds, width, key=_width_of) - 1, 0)]
