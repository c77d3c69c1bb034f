"""Search for paths around cards and other lines, for relations that cross the layout."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.views.picture.lines import curves

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.views.picture.scene import Point, Rect

    _Steps = Mapping[int, tuple[tuple[int, float], ...]]

STEP = 14
MARGIN = 5  # the outermost cells are closed: a search needs no check for the edge
WALL = 1000.0
TURN = 3.0
MOST_CELLS = 120_000
_NEVER = 1e18
_CLOSED = -1.0  # lower than every cost


class Grid:
    """A grid of square cells over the picture, each with the cost of a line through it."""

    def __init__(self, bounds: Rect) -> None:
        self.left = bounds.x - STEP * MARGIN
        self.top = bounds.y - STEP * MARGIN
        self.columns = int(bounds.width / STEP) + 2 * MARGIN + 1
        self.rows = int(bounds.height / STEP) + 2 * MARGIN + 1
        self.usable = self.columns * self.rows <= MOST_CELLS
        self.cost = [1.0] * (self.columns * self.rows) if self.usable else []
        self.unseen = self._unseen() if self.usable else []

    def _unseen(self) -> list[float]:
        """The known cost to reach each cell before a search: infinite, and closed at the edge."""
        edge = [_CLOSED] * self.columns
        row = [_CLOSED, *[_NEVER] * (self.columns - 2), _CLOSED]
        return edge + row * (self.rows - 2) + edge

    def raise_rect(self, rect: Rect, by: float, around: float = 0) -> None:
        """Raise the cost of all cells in a rectangle, and within a distance `around` it."""
        if not self.usable:
            return
        for cell in self._cells_in(rect, around):
            self.cost[cell] += by

    def block(self, rect: Rect) -> None:
        """Make a rectangle so costly that lines run around it."""
        self.raise_rect(rect, WALL, STEP / 2)

    def raise_path(self, path: curves.Path, by: float) -> None:
        """Raise the cost of the cells on a line."""
        if not self.usable:
            return
        for cell in self._cells_on(path):
            self.cost[cell] += by

    def way(self, start: Rect, end: Rect) -> list[Point]:
        """The corners of a cheap path from the side of one rectangle to the side of another."""
        first, last = start.middle, end.middle
        corners = [first, last]
        if self.usable:
            ends = Counter([*self._cells_in(start, STEP / 2), *self._cells_in(end, STEP / 2)])
            cells = self._search(self._cell(first), self._cell(last), ends)
            corners = _straightened([self._point(cell) for cell in cells], first, last)
        while len(corners) > 2 and _inside(corners[1], start):  # noqa: PLR2004
            corners.pop(0)
        while len(corners) > 2 and _inside(corners[-2], end):  # noqa: PLR2004
            corners.pop()
        corners[0] = curves.clip(corners[0], corners[1], start)
        corners[-1] = curves.clip(corners[-1], corners[-2], end)
        return corners

    def _search(self, start: int, goal: int, ends: Mapping[int, int]) -> list[int]:
        """The cells of a cheap path that may leave and enter the rectangles at its two ends.

        `ends` has the cells of these rectangles, with the number of them that a cell lies in. Where
        another rectangle reaches into such a cell, as of a card close beside, it stays closed.
        """
        cost = self.cost
        kept = [(cell, cost[cell]) for cell in ends]
        for cell, count in ends.items():
            rest = cost[cell] - count * WALL
            cost[cell] = rest if rest >= WALL else 1.0
        cells = self._cheapest(start, goal)
        for cell, price in kept:
            cost[cell] = price
        return cells

    def _cheapest(self, start: int, goal: int) -> list[int]:
        """The cells of a cheap path, by A* with the city-block distance as its estimate.

        Cells wait in one queue per whole estimated total (Dial 1969): cheaper than a heap where
        totals are small numbers. The total of a cell holds its estimate already, so a step adds
        the cost of the next cell and what the step changes in the estimate. One cost is kept for a
        cell, whatever side it was entered from; as turns have a price, the path is cheap, not
        always the cheapest.
        """
        cost, steps_from = self.cost, self._steps_toward(goal)
        estimate = self._distance(start, goal)
        best = self.unseen.copy()
        best[start] = estimate
        entered_by = [0] * len(cost)
        closed = bytearray(len(cost))
        waiting: list[list[int]] = [[] for _ in range(2 * estimate + 1)]
        waiting[estimate].append(start)
        for bucket in waiting:  # the list and its buckets grow during the loop
            for cell in bucket:
                if closed[cell]:  # a cheaper path to the cell was found since
                    continue
                closed[cell] = 1
                if cell == goal:
                    return _path(entered_by, start, goal)
                so_far = best[cell]
                for step, price in steps_from[cell][entered_by[cell]]:
                    to = cell + step
                    total = so_far + cost[to] + price
                    if total < best[to]:
                        best[to] = total
                        entered_by[to] = step
                        try:
                            waiting[int(total)].append(to)
                        except IndexError:  # cheaper than to ask each time
                            waiting.extend([] for _ in range(len(waiting), int(total) + 1))
                            waiting[-1].append(to)
        raise ValueError("no path leads to the goal: a cell of its rectangle is closed")

    def _steps_toward(self, goal: int) -> list[_Steps]:
        """The steps out of each cell, in a search for the goal.

        Cells of one quarter around the goal share one table, as a step changes the distance to the
        goal alike from each of them.
        """
        row, column = divmod(goal, self.columns)
        after = self.columns - column - 1
        steps_from = []
        for down, rows in ((-1, row), (0, 1), (1, self.rows - row - 1)):
            nearer, level, beyond = (_steps(self.columns, down, across) for across in (-1, 0, 1))
            steps_from += ([nearer] * column + [level] + [beyond] * after) * rows
        return steps_from

    def _distance(self, start: int, goal: int) -> int:
        """The city-block distance between two cells."""
        (row, column), (to_row, to_column) = divmod(start, self.columns), divmod(goal, self.columns)
        return abs(row - to_row) + abs(column - to_column)

    def _cell(self, point: Point) -> int:
        column = min(max(round((point[0] - self.left) / STEP), 0), self.columns - 1)
        row = min(max(round((point[1] - self.top) / STEP), 0), self.rows - 1)
        return row * self.columns + column

    def _cells_on(self, path: curves.Path) -> set[int]:
        """The cells on a line, which lies within the picture and so within the closed edge."""
        x0, y0, columns = self.left, self.top, self.columns
        return {
            round((y - y0) / STEP) * columns + round((x - x0) / STEP)
            for x, y in curves.samples(path, 24)
        }

    def _point(self, cell: int) -> Point:
        row, column = divmod(cell, self.columns)
        return self.left + column * STEP, self.top + row * STEP

    def _cells_in(self, rect: Rect, around: float) -> Iterable[int]:
        first = self._cell((rect.x - around, rect.y - around))
        last = self._cell((rect.right + around, rect.bottom + around))
        low, high = first % self.columns, last % self.columns
        for row in range(first // self.columns, last // self.columns + 1):
            yield from range(row * self.columns + low, row * self.columns + high + 1)


def _steps(width: int, down: int, across: int) -> _Steps:
    """The steps out of a cell below (`down` 1), above (-1) or level with (0) the goal.

    In the same way `across` says whether the cell lies to the right of the goal. A step is what it
    adds to the number of the cell, and its price: what it adds to the distance from the goal, and
    the price of the turn. Steps are given for each step by which the cell can have been entered, 0
    at the start; none leads back.
    """
    away = {-width: -down or 1, 1: across or 1, width: down or 1, -1: -across or 1}
    onward = {
        entered: tuple(
            (step, change if step == entered else change + TURN)
            for step, change in away.items()
            if step != -entered
        )
        for entered in away
    }
    return {0: tuple(away.items()), **onward}


def _path(entered_by: list[int], start: int, goal: int) -> list[int]:
    """The cells from start to goal; `entered_by` has the step that leads into each cell."""
    cells = [goal]
    while cells[-1] != start:
        cells.append(cells[-1] - entered_by[cells[-1]])
    return cells[::-1]


def _inside(point: Point, rect: Rect) -> bool:
    return rect.x <= point[0] <= rect.right and rect.y <= point[1] <= rect.bottom


def _straightened(points: list[Point], first: Point, last: Point) -> list[Point]:
    """The corners of a path, its first and last piece moved to run through the true ends."""
    corners = [
        here
        for before, here, after in zip(points, points[1:], points[2:], strict=False)
        if not (before[0] == here[0] == after[0] or before[1] == here[1] == after[1])
    ]
    if not corners:
        return [first, last]
    corners = [points[0], *corners, points[-1]]
    for end, at, beside in ((first, 0, 1), (last, -1, -2)):
        upright = corners[at][0] == corners[beside][0]
        x, y = corners[beside]
        corners[beside] = (end[0], y) if upright else (x, end[1])
        corners[at] = end
    return corners
