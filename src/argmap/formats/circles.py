"""Steps of a file that undercut each other in a circle, so that none can be placed first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def one_of_each_circle(next_of: Mapping[str, str]) -> list[str]:
    """One member of each circle, where each key leads to one other. Cost: linear.

    >>> one_of_each_circle({"a": "b", "b": "c", "c": "b", "d": "gone"})
    ['b']
    """
    seen: dict[str, str] = {}
    members: list[str] = []
    for start in next_of:
        here = start
        while here in next_of and here not in seen:
            seen[here] = start
            here = next_of[here]
        if seen.get(here) == start and here in next_of:
            members.append(here)
    return members
