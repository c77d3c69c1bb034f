"""Drafts set apart from a map, and taken into it again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.model.drafts import NO_DRAFTS, Drafts

if TYPE_CHECKING:
    from collections.abc import Collection

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation


def without_drafts(argument_map: ArgumentMap, ids: Collection[str]) -> ArgumentMap:
    """The map in which these of its claims, and the relations that need them, are drafts.

    Cost: linear.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> apart = without_drafts(THREE_CLAIMS, {"shops"})
    >>> "shops" in apart.claims, [*apart.drafts], with_drafts(apart) == THREE_CLAIMS
    (False, ['shops'], True)
    """
    if not ids:
        return argument_map
    relations = _resting_on(argument_map, ids)
    return replace(
        argument_map,
        claims={id_: each for id_, each in argument_map.claims.items() if id_ not in ids},
        relations={
            id_: each for id_, each in argument_map.relations.items() if id_ not in relations
        },
        used=argument_map.used - {*ids},
        drafts=Drafts(
            {id_: each for id_, each in argument_map.claims.items() if id_ in ids}, relations
        ),
    )


def with_drafts(argument_map: ArgumentMap) -> ArgumentMap:
    """The map in which all its drafts are accepted.

    Of a part of a map, relations whose ends are not all in it are left out.
    """
    drafts = argument_map.drafts
    if not drafts:
        return argument_map
    claims = {**argument_map.claims, **drafts.claims}
    relations = {**argument_map.relations, **drafts.relations}
    lost = [each for each in drafts.relations.values() if not _is_whole(each, claims, relations)]
    undercuts = _undercuts(argument_map)
    for each in lost:  # grows on the way: no recursion
        lost += undercuts.get(each.id, ())
        relations.pop(each.id, None)
    return replace(argument_map, claims=claims, relations=relations, drafts=NO_DRAFTS)


def _is_whole(relation: Relation, claims: Collection[str], relations: Collection[str]) -> bool:
    is_there = relation.target in claims or relation.target in relations
    return is_there and all(premise in claims for premise in relation.premises)


def _undercuts(argument_map: ArgumentMap) -> dict[str, list[Relation]]:
    """The undercuts among the drafts, by the relation that they hit."""
    undercuts: dict[str, list[Relation]] = {}
    for each in argument_map.drafts.relations.values():
        undercuts.setdefault(each.target, []).append(each)
    return undercuts


def _resting_on(argument_map: ArgumentMap, ids: Collection[str]) -> dict[str, Relation]:
    """The relations that join one of these claims, and what undercuts them, at any depth."""
    waiting = [
        each
        for each in argument_map.relations.values()
        if each.target in ids or any(premise in ids for premise in each.premises)
    ]
    resting: dict[str, Relation] = {}
    for each in waiting:  # grows on the way: no recursion
        if each.id not in resting:
            resting[each.id] = each
            waiting += argument_map.relations_to(each.id)
    return resting
