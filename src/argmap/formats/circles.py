"""Circles of references, such as two steps that undercut each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def in_each_circle(next_of: Mapping[str, str]) -> list[str]:
    """A member of each circle of two or more that these references form. Cost: linear.

    >>> in_each_circle({"a": "b", "b": "c", "c": "b", "d": "d", "e": "f"})
    ['b']
    """
    members = []
    walk_of: dict[str, int] = {}
    for walk, start in enumerate(next_of):
        place = start
        while place in next_of and place not in walk_of:
            walk_of[place] = walk
            place = next_of[place]
        if walk_of.get(place) == walk and next_of[place] != place:
            members.append(place)
    return members
