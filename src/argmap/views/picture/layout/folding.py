"""The widths and heights of the parts of a picture, chosen so that the whole suits a screen.

Every block gets a few outlines (width and height of the block with all blocks below it), from
narrow to wide; the best outline of the whole picture decides all others. The idea is Stockmeyer's
for floor plans (1983): keep only outlines that no other outline beats in both directions.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, log
from typing import TYPE_CHECKING, TypeVar

from argmap.views.look import theme
from argmap.views.picture.layout.blocks import is_leaf
from argmap.views.picture.scene import Shape

if TYPE_CHECKING:
    from argmap.views.picture.layout.blocks import Block

SIDE_GAP = 28
ROW_GAP = 68
STACK_GAP = 34
DEEP_GAP = 60
CHAPTER_GAP = 16
GUTTER = 14
TRACK = 11
T = TypeVar("T")

Columns = tuple[tuple[int, ...], ...]

_MANY_BLOCKS = 1500
ASPECT = 1.5


@dataclass(frozen=True, slots=True)
class Fold:
    """An outline of a block, with the arrangement of the units below it.

    `below` is the width of these units alone, `columns` has the indices of the units in each
    column, and `chosen` the index of the outline of each block of each unit. `deep` counts units in
    stacks that have blocks below them, since lines in a stack are harder to follow.
    """

    width: float
    height: float
    below: float = 0.0
    columns: Columns = ()
    chosen: Columns = ()
    deep: int = 0


Folds = dict[int, list[Fold]]


def folds_of(blocks: list[Block]) -> Folds:
    """The outlines of every block, by `id()`; in `blocks` parents come before children."""
    folds: Folds = {}
    effort = effort_for(len(blocks))
    for block in reversed(blocks):
        units = block.children()
        around, gap, heads = 2 * margin_of(block), row_gap(block), frozenset(range(block.heads))
        folds[id(block)] = _best(
            [
                Fold(
                    max(block.width, below.width) + around,
                    block.height + (gap + below.height if units else 0) + around,
                    below.width,
                    below.columns,
                    below.chosen,
                    below.deep,
                )
                for below in arrangements(units, folds, effort, heads)
            ],
            effort,
        )
    return folds


def margin_of(block: Block) -> float:
    """The margin around a block with all blocks below it: for a chapter its frame and a street."""
    return theme.CHAPTER_PADDING + theme.STREET if block.shape is Shape.CHAPTER else 0.0


def row_gap(block: Block) -> float:
    """The vertical gap between a block and the units below it."""
    return CHAPTER_GAP if block.shape is Shape.CHAPTER else ROW_GAP


def effort_for(count: int) -> int:
    """The number of outlines to keep for each block of a picture with `count` blocks."""
    return 7 if count <= _MANY_BLOCKS else 3


def arrangements(
    units: list[list[Block]], folds: Folds, effort: int, heads: frozenset[int] = frozenset()
) -> list[Fold]:
    """Ways to place units side by side and in stacks; units in `heads` stay on top of a stack."""
    if not units:
        return [Fold(0, 0)]
    if len(units) == 1 and len(units[0]) == 1:
        below = folds[id(units[0][0])]
        return [
            Fold(fold.width, fold.height, fold.width, ((0,),), ((place,),), fold.deep)
            for place, fold in enumerate(below)
        ]
    ways: list[Fold] = []
    leaves = tuple(is_leaf(unit) for unit in units)
    for limit in _limits(units, folds, effort):
        cells = [_beside(unit, folds, limit) for unit in units]
        ways.extend(
            _fold(columns, cells, leaves) for columns in _column_sets(cells, leaves, effort, heads)
        )
    return _best(ways, effort)


def _limits(units: list[list[Block]], folds: Folds, effort: int) -> list[tuple[float, float]]:
    """Limits of width or of height worth trying for all units at once."""
    known = [fold for unit in units for block in unit for fold in folds[id(block)]]
    widths = _spread(sorted({fold.width for fold in known}), effort)
    heights = _spread(sorted({fold.height for fold in known}), effort)
    return [*((width, inf) for width in widths), *((inf, height) for height in heights)]


def _spread(values: list[T], most: int) -> list[T]:
    """At most `most` of the values, evenly spread, the first and last included."""
    if len(values) <= most:
        return values
    step = (len(values) - 1) / (most - 1)
    return [values[round(place * step)] for place in range(most)]


def gutter(count: int) -> float:
    """The room that the lines of a stack of `count` units need beside it."""
    return GUTTER + TRACK * (count - 1) if count > 1 else 0.0


def stack_gap(*, leaf: bool) -> float:
    """The gap above a unit that is not the first of its stack."""
    return STACK_GAP if leaf else DEEP_GAP


def _beside(unit: list[Block], folds: Folds, limit: tuple[float, float]) -> Fold:
    chosen = tuple(_within(folds[id(block)], limit) for block in unit)
    parts = [folds[id(block)][place] for block, place in zip(unit, chosen, strict=True)]
    width = sum(part.width for part in parts) + SIDE_GAP * (len(parts) - 1)
    deep = sum(part.deep for part in parts)
    return Fold(width, max(part.height for part in parts), width, (), (chosen,), deep)


def _within(folds: list[Fold], limit: tuple[float, float]) -> int:
    """The index of the lowest outline within a width, or of the narrowest within a height."""
    width, height = limit
    if height < inf:
        fits = (place for place, fold in enumerate(folds) if fold.height <= height)
        return next(fits, len(folds) - 1)
    return max((place for place, fold in enumerate(folds) if fold.width <= width), default=0)


def _fold(columns: Columns, cells: list[Fold], leaves: tuple[bool, ...]) -> Fold:
    width = SIDE_GAP * (len(columns) - 1.0)
    height = 0.0
    deep = sum(cell.deep for cell in cells)
    for column in columns:
        width += max(cells[place].width for place in column) + gutter(len(column))
        tall = sum(cells[place].height for place in column)
        tall += sum(stack_gap(leaf=leaves[place]) for place in column[1:])
        height = max(height, tall)
        deep += sum(not leaves[place] for place in column) if len(column) > 1 else 0
    return Fold(width, height, width, columns, tuple(cell.chosen[0] for cell in cells), deep)


def _column_sets(
    cells: list[Fold], leaves: tuple[bool, ...], effort: int, heads: frozenset[int]
) -> list[Columns]:
    """Columns to try: one a unit; leaves in stacks of up to four; all units in a few columns."""
    count = len(cells)
    root = round(count**0.5)
    numbers = sorted({*range(1, effort + 2), root, 2 * root, 4 * root})
    heights = [cell.height + DEEP_GAP for cell in cells]
    sets: list[Columns] = [tuple((place,) for place in range(count))]
    sets.extend(_stacked_leaves(leaves, most) for most in (2, 3, 4))
    sets.extend(in_columns(heights, number) for number in numbers if number < count)
    if heads:
        sets.append(_under_heads(count, heads))
        sets = [columns for columns in sets if _keeps_on_top(columns, heads)]
    return list(dict.fromkeys(sets))


def _under_heads(count: int, heads: frozenset[int]) -> Columns:
    """A column for each head, with the units up to the next head below it."""
    columns: list[list[int]] = []
    for place in range(count):
        if place in heads or not columns:
            columns.append([place])
        else:
            columns[-1].append(place)
    return tuple(map(tuple, columns))


def _keeps_on_top(columns: Columns, heads: frozenset[int]) -> bool:
    return not any(place in heads for column in columns for place in column[1:])


def _stacked_leaves(leaves: tuple[bool, ...], most: int) -> Columns:
    columns: list[list[int]] = []
    for place, leaf in enumerate(leaves):
        if leaf and columns and leaves[columns[-1][0]] and len(columns[-1]) < most:
            columns[-1].append(place)
        else:
            columns.append([place])
    return tuple(map(tuple, columns))


def in_columns(heights: list[float], number: int) -> Columns:
    """The units in `number` columns, in order, the tallest column as low as possible."""
    low, high = max(heights), sum(heights)
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(heights, middle)) <= number else (middle, high)
    return _filled(heights, high)


def _filled(heights: list[float], limit: float) -> Columns:
    columns: list[list[int]] = [[]]
    used = 0.0
    for place, height in enumerate(heights):
        if columns[-1] and used + height > limit:
            columns.append([])
            used = 0.0
        columns[-1].append(place)
        used += height
    return tuple(map(tuple, columns))


def no_other_beats(folds: list[Fold]) -> list[Fold]:
    """The outlines that no other outline beats in width and height, from narrow to wide."""
    kept: list[Fold] = []
    for fold in sorted(folds, key=lambda fold: (fold.width, fold.height, fold.deep, fold.columns)):
        if not kept or fold.height < kept[-1].height - 1:
            kept.append(fold)
    return kept


def _best(folds: list[Fold], most: int) -> list[Fold]:
    """At most `most` of the outlines that no other outline beats."""
    kept = no_other_beats(folds)
    if len(kept) <= most:
        return kept
    # very narrow and very wide outlines never suit a screen: keep those near its proportions
    wanted = [ASPECT * 1.6 ** (place - (most - 1) / 2) for place in range(most)]
    near = {
        min(range(len(kept)), key=lambda at: abs(log(kept[at].width / kept[at].height / aspect)))
        for aspect in wanted
    }
    return [kept[at] for at in sorted(near)]
