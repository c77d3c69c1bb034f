"""A stance with its credences read as opinions: who hardly believes a claim rejects it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Stance

_HALF = 0.5


def with_doubts(argument_map: ArgumentMap, stance: Stance) -> Stance:
    """The stance of a reader who also rejects the claims with a credence below one half."""
    doubted = {id_ for id_, credence in stance.credences.items() if credence < _HALF}
    doubted -= {id_ for id_ in doubted if _believed_first(argument_map, stance, id_)}
    judged = {member for id_ in stance.accept for member in argument_map.class_of(id_)}
    rejected = stance.reject - stance.doubted
    doubted -= judged | rejected
    return replace(stance, reject=rejected | doubted, doubted=frozenset(doubted))


def _believed_first(argument_map: ArgumentMap, stance: Stance, claim: str) -> bool:
    """Whether the credence of a claim's class, that of its smallest id, is at least one half."""
    credences = [
        stance.credences[member]
        for member in argument_map.class_of(claim)
        if member in stance.credences
    ]
    return credences[0] >= _HALF
