"""The chapters of a map, where its claims name sections that do hold together."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.argument_map import ArgumentMap

_NONE: Mapping[str, str] = MappingProxyType({})


def chapters_of(argument_map: ArgumentMap) -> Mapping[str, str]:
    """The section of every claim that names one; empty where sections would not make groups.

    They make groups when there are two at least and half of the steps between claims that name
    one stay within their section: otherwise groups would tear apart what belongs together.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> dict(chapters_of(ArgumentMap({})))
    {}
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
