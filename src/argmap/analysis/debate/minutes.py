"""The minutes of an agenda: the time of a discussion divided among its points by weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.analysis.debate.agenda import Point

LEAST = 5
"""The fewest minutes in which a point can be discussed."""


def minutes_of(points: Sequence[Point], total: int) -> tuple[int | None, ...]:
    """The minutes of each point; they add up to the total, if there is a point.

    As many points as the total has room for get five minutes each, in their order; the others get
    None. The time left is divided by weight: three parts for a point on which a main claim hangs,
    two for one that decides whether some other claim stands, one for any other. Minutes that cannot
    be divided go to the points that miss the largest part of one, the first among equals.

    >>> from argmap.analysis.debate.agenda import agenda
    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> minutes_of(agenda(Reading(THREE_CLAIMS)).points, 30)
    (30,)
    """
    timed = points[: max(1, total // LEAST)]
    if not timed:
        return ()
    least = min(LEAST, total)
    spare = total - least * len(timed)
    weights = [_weight(point) for point in timed]
    whole = sum(weights)
    shares = [spare * weight // whole for weight in weights]
    by_rest = sorted(
        range(len(timed)), key=lambda place: (-(spare * weights[place] % whole), place)
    )
    for place in by_rest[: spare - sum(shares)]:
        shares[place] += 1
    untimed = len(points) - len(timed)
    return (*(least + share for share in shares), *[None] * untimed)


def _weight(point: Point) -> int:
    if point.distance == 0:
        return 3
    return 2 if point.stakes.turned else 1
