"""The positions of all blocks: conclusions on top, reasons below, wide parts folded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.views.look import theme
from argmap.views.picture.layout import folding
from argmap.views.picture.layout.blocks import is_leaf
from argmap.views.picture.layout.packing import packings
from argmap.views.picture.scene import Rect, Shape

if TYPE_CHECKING:
    from argmap.views.picture.layout.blocks import Block, Forest
    from argmap.views.picture.layout.folding import Fold, Folds

ROOM = (2750.0, 1800.0)
"""The picture size that a screen of 1600 by 950 shows beside the outline, names 11 pixels high."""

_STACKED = 0.6


@dataclass(frozen=True, slots=True)
class Lane:
    """The strip beside a stack in which the line of a lower unit runs up to `top`."""

    x: float
    top: float


@dataclass(frozen=True, slots=True)
class Placing:
    """The positions of all blocks, by their keys.

    `corners` has the upper left corner of every block, `lanes` the lane of each block that is not
    the first of its stack, `frames` the frame of each chapter.
    """

    corners: dict[str, tuple[float, float]]
    lanes: dict[str, Lane]
    frames: dict[str, Rect]


def placing_of(forest: Forest, main: tuple[str, ...], room: tuple[float, float] = ROOM) -> Placing:
    """A position for every block; no two overlap, and the main claims stand on top.

    A picture that fits into the room is folded as little as possible, a larger picture to the
    proportions of the room.
    """
    folds = folding.folds_of(forest.blocks)
    roots = [unit for unit in forest.roots if unit]
    first = frozenset(
        place
        for place, unit in enumerate(roots)
        if any(claim in main for block in unit for claim in block.members)
    )
    if roots and roots[0][0].shape is Shape.CHAPTER:
        ways = packings(roots, folds)
    else:
        ways = folding.arrangements(roots, folds, folding.effort_for(len(forest.blocks)), first)
    best = min(ways, key=lambda fold: _misfit(fold, len(forest.blocks), room))
    placer = _Placer(folds)
    placer.place_units(roots, best, 0.0, 0.0)
    placer.run()
    return Placing(placer.corners, placer.lanes, placer.frames)


def _misfit(fold: Fold, count: int, room: tuple[float, float]) -> tuple[bool, float, float]:
    size = max(fold.width / room[0], fold.height / room[1])
    too_large = size > 1
    return too_large, (size if too_large else 1) * (1 + _STACKED * fold.deep / max(count, 1)), size


def _inside_street(rect: Rect) -> Rect:
    street = theme.STREET
    x, y = round(rect.x + street), round(rect.y + street)
    return Rect(x, y, round(rect.width - 2 * street), round(rect.height - 2 * street))


class _Placer:
    def __init__(self, folds: Folds) -> None:
        self.folds = folds
        self.corners: dict[str, tuple[float, float]] = {}
        self.lanes: dict[str, Lane] = {}
        self.frames: dict[str, Rect] = {}
        self.waiting: list[tuple[Block, Fold, float, float]] = []

    def run(self) -> None:
        """Place every block that waits, and those below it in turn."""
        while self.waiting:
            block, fold, x, top = self.waiting.pop()
            around = folding.margin_of(block)
            corner = (x + (fold.width - block.width) / 2, top + around)
            if block.shape is Shape.CHAPTER:
                self.frames[block.key] = _inside_street(Rect(x, top, fold.width, fold.height))
                corner = (x + around, top + around)
            self.corners[block.key] = (float(round(corner[0])), float(round(corner[1])))
            units = block.children()
            if units:
                start = x + (fold.width - fold.below) / 2
                down = around + block.height + folding.row_gap(block)
                self.place_units(units, fold, start, top + down)

    def place_units(self, units: list[list[Block]], fold: Fold, x: float, top: float) -> None:
        """Put units into the columns of a fold with its upper left corner at (x, top)."""
        for column in fold.columns:
            cells = [
                [
                    self.folds[id(block)][chosen]
                    for block, chosen in zip(units[place], fold.chosen[place], strict=True)
                ]
                for place in column
            ]
            widths = [
                sum(cell.width for cell in unit) + folding.SIDE_GAP * (len(unit) - 1)
                for unit in cells
            ]
            if units[column[0]][0].shape is Shape.CHAPTER:
                x = self._place_chapters([units[place] for place in column], cells, x, top)
                continue
            room = folding.gutter(len(column))
            down = top
            side = x + room + max(widths)
            for row, place in enumerate(column):
                across = x + room + (max(widths) - widths[row]) / 2
                if row:
                    down += folding.stack_gap(leaf=is_leaf(units[place]))
                    side = min(side, across) if is_leaf(units[place]) else side
                    track = folding.GUTTER / 2 + folding.TRACK * (row - 1)
                    lane = Lane(float(round(side - track)), top)
                    self.lanes.update((block.key, lane) for block in units[place])
                side = min(side, across)
                self._place_unit(units[place], cells[row], across, down)
                down += max(cell.height for cell in cells[row])
            x += room + max(widths) + folding.SIDE_GAP

    def _place_chapters(
        self, column: list[list[Block]], cells: list[list[Fold]], x: float, top: float
    ) -> float:
        """Put chapters below each other, street at street, and return their right side."""
        for unit, (cell,) in zip(column, cells, strict=True):
            self._place_unit(unit, [cell], x, top)
            top += cell.height
        return x + max(cell.width for (cell,) in cells)

    def _place_unit(self, unit: list[Block], cells: list[Fold], x: float, top: float) -> None:
        for block, cell in zip(unit, cells, strict=True):
            self.waiting.append((block, cell, x, top))
            x += cell.width + folding.SIDE_GAP
