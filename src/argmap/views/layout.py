"""Where every block of a picture stands: conclusions on top, reasons below, wide parts folded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.views import folding
from argmap.views.blocks import is_leaf

if TYPE_CHECKING:
    from argmap.views.blocks import Block, Forest
    from argmap.views.folding import Fold, Folds

ROOM = (2750.0, 1800.0)
"""What fits on a screen of 1600 by 950 beside the outline with names of 11 pixels."""

_STACKED = 0.6


@dataclass(frozen=True, slots=True)
class Lane:
    """The free strip beside a stack through which the line of a lower unit runs up."""

    x: float
    top: float


@dataclass(frozen=True, slots=True)
class Placing:
    """The upper left corner of every block by its key, and the lanes of blocks low in a stack."""

    corners: dict[str, tuple[float, float]]
    lanes: dict[str, Lane]


def placing_of(forest: Forest, main: tuple[str, ...]) -> Placing:
    """A place for every block; no two overlap, and what is to be read first stands on top.

    What fits into `ROOM` is folded as little as can be; what does not, to the room's proportions.
    """
    folds = folding.folds_of(forest.blocks)
    roots = [unit for unit in forest.roots if unit]
    first = frozenset(
        place
        for place, unit in enumerate(roots)
        if any(claim in main for block in unit for claim in block.members)
    )
    ways = folding.arrangements(roots, folds, folding.effort_for(len(forest.blocks)), first)
    best = min(ways, key=lambda fold: _misfit(fold, len(forest.blocks)))
    placer = _Placer(folds)
    placer.place_units(roots, best, 0.0, 0.0)
    placer.run()
    return Placing(placer.corners, placer.lanes)


def _misfit(fold: Fold, count: int) -> tuple[bool, float, float]:
    size = max(fold.width / ROOM[0], fold.height / ROOM[1])
    too_large = size > 1
    return too_large, (size if too_large else 1) * (1 + _STACKED * fold.deep / max(count, 1)), size


class _Placer:
    def __init__(self, folds: Folds) -> None:
        self.folds = folds
        self.corners: dict[str, tuple[float, float]] = {}
        self.lanes: dict[str, Lane] = {}
        self.waiting: list[tuple[Block, Fold, float, float]] = []

    def run(self) -> None:
        while self.waiting:
            block, fold, left, top = self.waiting.pop()
            corner = (left + (fold.width - block.width) / 2, top)
            self.corners[block.key] = (float(round(corner[0])), float(round(corner[1])))
            units = block.children()
            if units:
                start = left + (fold.width - fold.below) / 2
                self.place_units(units, fold, start, top + block.height + folding.ROW_GAP)

    def place_units(self, units: list[list[Block]], fold: Fold, left: float, top: float) -> None:
        """Put units into the columns of a fold that begins at this corner."""
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
            room = folding.gutter(len(column))
            down = top
            side = left + room + max(widths)
            for row, place in enumerate(column):
                across = left + room + (max(widths) - widths[row]) / 2
                if row:
                    down += folding.stack_gap(leaf=is_leaf(units[place]))
                    side = min(side, across) if is_leaf(units[place]) else side
                    track = folding.GUTTER / 2 + folding.TRACK * (row - 1)
                    lane = Lane(float(round(side - track)), top)
                    self.lanes.update((block.key, lane) for block in units[place])
                side = min(side, across)
                self._place_unit(units[place], cells[row], across, down)
                down += max(cell.height for cell in cells[row])
            left += room + max(widths) + folding.SIDE_GAP

    def _place_unit(self, unit: list[Block], cells: list[Fold], left: float, top: float) -> None:
        for block, cell in zip(unit, cells, strict=True):
            self.waiting.append((block, cell, left, top))
            left += cell.width + folding.SIDE_GAP
