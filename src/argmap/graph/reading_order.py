"""The order in which a map is read, and the short number of every claim."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from argmap.graph.below import Below

DEPTH_LIMIT = 24
"""The depth below which numbers begin anew, so that numbers stay short on long chains."""


class ReadingOrder(NamedTuple):
    """All claims in reading order, those among them at the top, and the number of each claim."""

    claims: list[int]
    roots: list[int]
    numbers: list[str]


def reading_order(candidates: Iterable[int], below: Below, tops: Collection[int]) -> ReadingOrder:
    """The claims in reading order: each candidate that has no place yet, then what is below it.

    Below a claim the order is depth first. `tops` are candidates that have their place only at the
    top. Below `DEPTH_LIMIT` levels numbers begin anew with `~1`, `~2`. Every claim is among the
    candidates. Cost: linear.

    >>> from argmap.graph.below import Below
    >>> from argmap.graph.numbered import numbered
    >>> from argmap.model.example import THREE_CLAIMS
    >>> reading_order(range(3), Below(THREE_CLAIMS, numbered(THREE_CLAIMS)), ()).numbers
    ['1', '1.1', '1.2']
    """
    size, start, items = len(below.ids), below.start, below.claims
    upcoming, depth, children = start[:], array("i", bytes(4 * size)), array("i", bytes(4 * size))
    is_placed, numbers = bytearray(size), [""] * size
    for claim in tops:
        is_placed[claim] = True
    order: list[int] = []
    roots: list[int] = []
    restarts = 0
    for root in candidates:
        if numbers[root]:
            continue
        roots.append(root)
        order.append(root)
        numbers[root], is_placed[root], depth[root] = str(len(roots)), True, 1
        path = [root]
        while path:
            above = path[-1]
            place, end = upcoming[above], start[above + 1]
            while place < end and is_placed[items[place]]:
                place += 1
            upcoming[above] = place + 1
            if place == end:
                path.pop()
                continue
            claim = items[place]
            is_placed[claim] = True
            order.append(claim)
            if depth[above] >= DEPTH_LIMIT:
                restarts += 1
                numbers[claim], depth[claim] = f"~{restarts}", 1
            else:
                children[above] += 1
                numbers[claim] = f"{numbers[above]}.{children[above]}"
                depth[claim] = depth[above] + 1
            if start[claim] < start[claim + 1]:
                path.append(claim)
    return ReadingOrder(order, roots, numbers)
