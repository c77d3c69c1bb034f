"""The chapters of a map: the sections of its claims, if they suit as groups of a picture."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.argument_map import ArgumentMap

_NONE: Mapping[str, str] = MappingProxyType({})


def chapters_of(argument_map: ArgumentMap) -> Mapping[str, str]:
    """The section of every claim that has one; empty where sections would not suit as groups.

    They suit if there are at least two, and at least half of the steps between claims with a
    section stay within one section. Otherwise groups would tear connected claims apart.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> bus = Claim("bus", "Take the bus.", section="City")
    >>> sea = Claim("sea", "Swim in the sea.", section="Sea")
    >>> dict(chapters_of(ArgumentMap.of([bus, sea])))
    {'bus': 'City', 'sea': 'Sea'}
    """
    section_of = {
        claim.id: claim.section.strip()
        for claim in argument_map.claims.values()
        if claim.section and claim.section.strip()
    }
    if len(set(section_of.values())) < 2:  # noqa: PLR2004
        return _NONE
    within = steps = 0
    for relation in argument_map.relations.values():
        hit = argument_map.claim_bearing(relation.id)
        if hit not in section_of:
            continue
        for premise in relation.premises:
            if premise in section_of:
                steps += 1
                within += section_of[premise] == section_of[hit]
    return MappingProxyType(section_of) if 2 * within >= steps else _NONE
