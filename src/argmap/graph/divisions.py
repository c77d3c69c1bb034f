"""Divisions of a map: by the sources of its claims, and into groups that hang together."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.argument_map import ArgumentMap


def source_bridges(argument_map: ArgumentMap) -> Mapping[str, tuple[str, ...]]:
    """The relations that join claims of different sources, each with these sources.

    A claim that no source says joins nothing here. Cost: linear.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Relation
    >>> from argmap.model.source import Source
    >>> claims = [Claim("bus", "Take the bus.", source="ann"), Claim("slow", "No.", source="ben")]
    >>> attack, sources = Relation.of("slow", "attacks", "bus"), [Source("ann"), Source("ben")]
    >>> dict(source_bridges(ArgumentMap.of(claims, [attack], sources)))
    {'slow~attacks~bus': ('ann', 'ben')}
    """
    joined: dict[str, tuple[str, ...]] = {}
    for id_, relation in argument_map.relations.items():
        bearing = argument_map.claim_bearing(id_)
        ends = (*relation.premises, *([bearing] if bearing is not None else []))
        cited = {source for end in ends if (source := argument_map.claims[end].cited_source)}
        if len(cited) > 1:
            joined[id_] = tuple(sorted(cited))
    return MappingProxyType(joined)


def communities(joined: nx.Graph[str]) -> tuple[tuple[str, ...], ...]:
    """The groups of claims that bear on each other more than on the rest, the largest first.

    They divide the `joined_graph` of a map so that its modularity is as great as a
    greedy search finds it; a claim in no relation is a group of its own. Cost: claims times
    relations at worst (Clauset, Newman and Moore 2004).

    >>> from argmap.graph.claim_graph import bearing_graph, joined_graph
    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Relation
    >>> pairs = ["ab", "bc", "ca", "de", "ef", "fd", "cd"]
    >>> steps = [Relation.of(first, "supports", second) for first, second in pairs]
    >>> small = ArgumentMap.of([Claim(id_, id_) for id_ in "abcdef"], steps)
    >>> communities(joined_graph(bearing_graph(small)))
    (('a', 'b', 'c'), ('d', 'e', 'f'))
    """
    if not joined.number_of_edges():
        return tuple((id_,) for id_ in sorted(joined))
    groups = nx.community.greedy_modularity_communities(joined)
    return tuple(sorted((tuple(sorted(group)) for group in groups), key=_by_size))


def _by_size(group: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """The larger group first, then by its claims."""
    return -len(group), group
