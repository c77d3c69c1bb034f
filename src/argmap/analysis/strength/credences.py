"""The credence that counts for a claim: the reader's, the author's, or the one that is assumed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.errors import UsageError

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Stance

ASSUMED = 0.8
"""The credence of a granted claim that has none."""


def credence_of(argument_map: ArgumentMap, stance: Stance, claim: str) -> tuple[str, float] | None:
    """The claim of a class that has the credence that counts for it, and that credence.

    A credence of the stance goes before all of the map, and that of a smaller id before others.
    None stands where there is none.

    Raises:
        UsageError: the credence is not a number in [0, 1].

    >>> from argmap.model.example import THREE_CLAIMS
    >>> from argmap.model.stance import Stance
    >>> credence_of(THREE_CLAIMS, Stance(credences={"shops": 0.3}), "shops")
    ('shops', 0.3)
    """
    members = argument_map.class_of(claim)
    for id_ in members:
        if id_ in stance.credences:
            return id_, unit(stance.credences[id_], f"the credence of `{id_}`")
    for id_ in members:
        credence = argument_map.claims[id_].credence
        if credence is not None:
            return id_, unit(credence, f"the credence of `{id_}`")
    return None


def unit(number: float, what: str) -> float:
    """The number, which must lie in [0, 1], also where Python code gave it to a claim.

    Raises:
        UsageError: it does not.

    >>> unit(1, "the weight of `r`")
    1.0
    """
    if isinstance(number, bool) or not isinstance(number, int | float) or not 0 <= number <= 1:
        raise UsageError(f"{what} is {number!r}; give a number from 0 to 1")
    return float(number)


def without_doubts(stance: Stance) -> Stance:
    """The stance with its low credences as credences, none of them read as a rejection.

    >>> from argmap.model.stance import Stance
    >>> doubt = frozenset({"shops"})
    >>> without_doubts(Stance(reject=doubt, credences={"shops": 0.3}, doubted=doubt)).reject
    frozenset()
    """
    return replace(stance, reject=stance.reject - stance.doubted, doubted=frozenset())
