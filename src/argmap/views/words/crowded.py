"""Maps with so many relations that no picture of all of them can be read, and words on these."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap

MOST_RELATIONS, MOST_A_CLAIM = 10_000, 5
"""The most relations that are drawn in any map, and for each claim of a larger one."""

MOST_REASONS = 12
"""The most reasons, and objections, that the report on such a map tells of one claim."""


def is_crowded(argument_map: ArgumentMap) -> bool:
    """Whether lines for all relations would cover each other, and a list of all would never end.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> is_crowded(THREE_CLAIMS)
    False
    """
    most = max(MOST_RELATIONS, MOST_A_CLAIM * len(argument_map.claims))
    return len(argument_map.relations) > most


def undrawn_in_words(drawn: int, undrawn: int) -> str:
    """The remark of a picture on the lines that it leaves out; empty if it shows all.

    >>> undrawn_in_words(3, 0)
    ''
    """
    if not undrawn:
        return ""
    return (
        f"{drawn:,} of {drawn + undrawn:,} lines are drawn, those by which the claims are arranged,"
        " as all would cover each other. The page shows everything for and against the claim you"
        " choose."
    )


def crowded_in_words(argument_map: ArgumentMap) -> str:
    """The remark of a build on what its files leave out of a crowded map."""
    return (
        f"{len(argument_map.relations):,} relations are too many to draw or to tell one by one: the"
        " pictures show the lines by which the claims are arranged, the report at most"
        f" {MOST_REASONS} reasons and {MOST_REASONS} objections of a claim; on the page, choose a"
        " claim to see all that is for and against it"
    )
