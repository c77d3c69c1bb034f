"""The order in which a map is read, and the short number of every claim."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

from argmap.reasoning.columns import marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.graph.below import Below

DEPTH_LIMIT = 24
"""The depth below which numbers begin anew, so that numbers stay short on long chains."""


class ReadingOrder(NamedTuple):
    """All claims in reading order, the number of each of them, and the claims at the top."""

    claims: array[int]
    numbers: list[str]
    roots: list[int]


def reading_order(candidates: Iterable[int], below: Below, tops: Sequence[int]) -> ReadingOrder:
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
    start, items = below.claims.start, below.claims.items
    is_placed, to_come = marked(len(below.ids), tops), set(tops)
    claims = array("i")
    numbers: list[str] = []
    roots: list[int] = []
    restarts = 0
    for root in candidates:
        if is_placed[root] and root not in to_come:
            continue
        to_come.discard(root)
        is_placed[root] = True
        roots.append(root)
        number, depth, children = str(len(roots)), 1, 0
        claims.append(root)
        numbers.append(number)
        place, end = start[root], start[root + 1]
        path: list[tuple[str, int, int, int, int]] = []  # what is above and has more below it
        while True:
            while place < end:
                claim = items[place]
                place += 1
                if not is_placed[claim]:
                    break
            else:
                if not path:
                    break
                number, depth, children, place, end = path.pop()
                continue
            is_placed[claim] = True
            claims.append(claim)
            if depth >= DEPTH_LIMIT:
                restarts += 1
                own, own_depth = f"~{restarts}", 1
            else:
                children += 1
                own, own_depth = f"{number}.{children}", depth + 1
            numbers.append(own)
            first, last = start[claim], start[claim + 1]
            if first < last:
                if place < end:
                    path.append((number, depth, children, place, end))
                number, depth, children, place, end = own, own_depth, 0, first, last
    return ReadingOrder(claims, numbers, roots)
