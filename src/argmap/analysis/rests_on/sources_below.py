"""Which sources a claim rests on."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.reasoning.components import strong_components

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.argument_map import ArgumentMap


def sources_below(argument_map: ArgumentMap) -> Mapping[str, frozenset[str]]:
    """For every claim the sources of its premises: of the granted claims with a support path to it.

    Restated claims bring the sources of their whole class. Cost: linear, times the sources.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> dict(sources_below(ArgumentMap({})))
    {}
    """
    ids = argument_map.heads
    index = {id_: number for number, id_ in enumerate(ids)}
    below: list[list[int]] = [[] for _ in ids]
    for relation in argument_map.relations.values():
        if relation.kind is Kind.SUPPORTS:
            target = index[argument_map.head_of(relation.target)]
            below[target] += (index[argument_map.head_of(premise)] for premise in relation.premises)
    reached: list[frozenset[str]] = [frozenset()] * len(ids)
    # Not networkx, as in `circles_of_support`: `argmap check` would wait for its import.
    for part in strong_components(below):  # each after those that it reaches
        own = {source for number in part for source in _own(argument_map, ids[number])}
        sources = frozenset(own).union(
            *(reached[other] for number in part for other in below[number])
        )
        for number in part:
            reached[number] = sources
    first = {id_: argument_map.head_of(id_) for id_ in argument_map.claims}
    return MappingProxyType({id_: reached[index[first[id_]]] for id_ in argument_map.claims})


def _own(argument_map: ArgumentMap, id_: str) -> list[str]:
    """The sources of a class that is granted."""
    if not argument_map.is_granted(id_):
        return []
    sources = (argument_map.claims[member].source for member in argument_map.class_of(id_))
    return [source for source in sources if source is not None]
