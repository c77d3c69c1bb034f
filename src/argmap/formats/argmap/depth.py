"""Chains of undercuts made shallow enough for a file, whose nesting has a limit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.reading.slugs import FreeIds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.argument_map import ArgumentMap

DEEPEST = 20
"""The most undercuts within each other; each takes two levels of the 64 that a file may have."""


def shallow(argument_map: ArgumentMap) -> ArgumentMap:
    """The map, in chains of undercuts every twentieth with an id, so that the next can name it.

    A map without such chains is returned as it is. Cost: linear.
    """
    deep = [*_deep(argument_map)]
    if not deep:
        return argument_map
    free = FreeIds({*argument_map.claims, *argument_map.relations})
    new = {id_: free.like("step") for id_ in deep}
    relations = {
        new.get(id_, id_): replace(
            relation,
            id=new.get(id_, id_),
            target=new.get(relation.target, relation.target),
            named=relation.named or id_ in new,
            position=None if relation.target in new else relation.position,
        )
        for id_, relation in argument_map.relations.items()
    }
    return replace(argument_map, relations=relations)


def _deep(argument_map: ArgumentMap) -> Iterator[str]:
    """The steps without an id at which a chain has to be cut."""
    level = [
        (relation.id, 0)
        for relation in argument_map.relations.values()
        if relation.kind is not Kind.UNDERCUTS
    ]
    for id_, depth in level:  # grows on the way: no recursion
        under = argument_map.relations_to(id_)
        is_cut = depth >= DEEPEST and bool(under) and not argument_map.relations[id_].named
        if is_cut:
            yield id_
        level += [(each.id, 0 if is_cut else depth + 1) for each in under]
