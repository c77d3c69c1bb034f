"""Search for paths around cards and other lines, for relations that cross the layout."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.views.picture.lines import curves

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.views.picture.scene import Point, Rect

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
        for cell in {self._cell(point) for point in curves.samples(path, 24)}:
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
        totals are small numbers. One cost is kept for a cell, whatever side it was entered from;
        as turns have a price, the path is cheap, not always the cheapest.
        """
        rows = [abs(row - goal // self.columns) for row in range(self.rows)]
        columns = [abs(column - goal % self.columns) for column in range(self.columns)]
        cost, width = self.cost, self.columns
        best = self.unseen.copy()
        best[start] = 0
        came: dict[int, int] = {}
        waiting: list[list[tuple[float, int, int]]] = [[(0.0, start, 0)]]
        for bucket in waiting:  # the list and its buckets grow during the loop
            for so_far, cell, way in bucket:
                if cell == goal:
                    return _path(came, start, goal)
                if so_far > best[cell]:  # a cheaper path to the cell was found since
                    continue
                for step in (-width, 1, width, -1):
                    to = cell + step
                    total = so_far + cost[to]
                    if way and step != way:
                        total += TURN
                    if total < best[to]:
                        best[to] = total
                        came[to] = cell
                        place = int(total) + rows[to // width] + columns[to % width]
                        while place >= len(waiting):
                            waiting.append([])
                        waiting[place].append((total, to, step))
        raise ValueError("no path leads to the goal: a cell of its rectangle is closed")

    def _cell(self, point: Point) -> int:
        column = min(max(round((point[0] - self.left) / STEP), 0), self.columns - 1)
        row = min(max(round((point[1] - self.top) / STEP), 0), self.rows - 1)
        return row * self.columns + column

    def _point(self, cell: int) -> Point:
        row, column = divmod(cell, self.columns)
        return self.left + column * STEP, self.top + row * STEP

    def _cells_in(self, rect: Rect, around: float) -> Iterable[int]:
        first = self._cell((rect.x - around, rect.y - around))
        last = self._cell((rect.right + around, rect.bottom + around))
        low, high = first % self.columns, last % self.columns
        for row in range(first // self.columns, last // self.columns + 1):
            yield from range(row * self.columns + low, row * self.columns + high + 1)


def _path(came: dict[int, int], start: int, goal: int) -> list[int]:
    """The cells from start to goal; `came` has the predecessor of each cell."""
    cells = [goal]
    while cells[-1] != start:
        cells.append(came[cells[-1]])
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
