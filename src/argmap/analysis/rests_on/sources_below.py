"""The sources on which a claim rests: those of its premises."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.reasoning.components import strong_components

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.argument_map import ArgumentMap


def sources_below(argument_map: ArgumentMap) -> Mapping[str, frozenset[str]]:
    """The sources of the premises of every claim.

    Premises are the granted claims from which a path of supports leads to the claim. A premise
    brings the sources of all its restatements. Cost: linear, times the sources.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Relation
    >>> from argmap.model.source import Source
    >>> claims = [Claim("bus", "Take it."), Claim("fast", "It is fast.", source="times")]
    >>> support = Relation.of("fast", "supports", "bus")
    >>> small = ArgumentMap.of(claims, [support], [Source("times")])
    >>> sources_below(small)["bus"]
    frozenset({'times'})
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
    for part in strong_components(below):  # each component after those that it reaches
        own = {source for number in part for source in _own(argument_map, ids[number])}
        sources = frozenset(own).union(
            *(reached[other] for number in part for other in below[number])
        )
        for number in part:
            reached[number] = sources
    first = {id_: argument_map.head_of(id_) for id_ in argument_map.claims}
    return MappingProxyType({id_: reached[index[first[id_]]] for id_ in argument_map.claims})


def _own(argument_map: ArgumentMap, id_: str) -> list[str]:
    """The sources of a class, by its smallest id, if the class is granted."""
    if not argument_map.is_granted(id_):
        return []
    sources = (argument_map.claims[member].cited_source for member in argument_map.class_of(id_))
    return [source for source in sources if source is not None]
