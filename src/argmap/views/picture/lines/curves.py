"""Lines as a start and cubic curves of six numbers each: construction and measures."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.views.picture.scene import Point, Rect

Path = tuple[float, ...]

_STRAIGHT = 12


def straight(path: list[float], to: Point) -> None:
    """Lengthen a path by a straight piece."""
    x, y = path[-2:]
    path += [x + (to[0] - x) / 3, y + (to[1] - y) / 3]
    path += [x + (to[0] - x) * 2 / 3, y + (to[1] - y) * 2 / 3, *to]


def vertical(path: list[float], to: Point) -> None:
    """Lengthen a path by a curve that is vertical at both ends and ends in a straight piece."""
    x, y = path[-2:]
    end, to = to, (to[0], to[1] + _STRAIGHT)
    bend = max(26.0, abs(y - to[1]) * 0.5)
    path += [x, y - bend, to[0], to[1] + bend, *to]
    straight(path, end)


def turn(path: list[float], corner: Point, to: Point) -> None:
    """Lengthen a path by a rounded corner."""
    x, y = path[-2:]
    path += [(x + corner[0] * 2) / 3, (y + corner[1] * 2) / 3]
    path += [(to[0] + corner[0] * 2) / 3, (to[1] + corner[1] * 2) / 3, *to]


def rounded(points: list[Point], radius: float = 14) -> Path:
    """A path through the points with round corners."""
    path = [*points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        straight(path, _towards(corner, before, radius))
        turn(path, corner, _towards(corner, after, radius))
    straight(path, points[-1])
    return tuple(path)


def _towards(start: Point, end: Point, most: float) -> Point:
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1
    part = min(most, length / 2) / length
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def samples(path: Path, each: int = 12) -> list[Point]:
    """Points along a path, its ends included."""
    points = [(path[0], path[1])]
    for at in range(2, len(path), 6):
        x0, y0 = path[at - 2 : at]
        x1, y1, x2, y2, x3, y3 = path[at : at + 6]
        for step in range(1, each + 1):
            t = step / each
            s = 1 - t
            a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
            points.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return points


def halfway(path: Path) -> Point:
    """The point at half the length."""
    points = samples(path)
    steps = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
    remaining = sum(steps) / 2
    for point, step in zip(points, steps, strict=False):
        if remaining <= step:
            return point
        remaining -= step
    return points[-1]


def longest_piece(path: Path, least: float) -> Point | None:
    """The middle of the longest piece of a path; None if all pieces are shorter than `least`."""
    middle, length = None, least
    for at in range(2, len(path), 6):
        (x, y), (to_x, to_y) = path[at - 2 : at], path[at + 4 : at + 6]
        if hypot(to_x - x, to_y - y) >= length:
            middle, length = ((x + to_x) / 2, (y + to_y) / 2), hypot(to_x - x, to_y - y)
    return middle


def heading(path: Path) -> Point:
    """The direction in which a path ends, as a vector of length 1."""
    points = samples(path[-8:], 8)
    (x, y), (to_x, to_y) = points[-2], points[-1]
    length = hypot(to_x - x, to_y - y) or 1
    return (to_x - x) / length, (to_y - y) / length


def clip(start: Point, end: Point, rect: Rect) -> Point:
    """The point at which a straight line from inside a rectangle to a point outside leaves it."""
    part = 1.0
    for here, there, low, high in (
        (start[0], end[0], rect.x, rect.right),
        (start[1], end[1], rect.y, rect.bottom),
    ):
        if there > high:
            part = min(part, (high - here) / (there - here))
        elif there < low:
            part = min(part, (low - here) / (there - here))
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
