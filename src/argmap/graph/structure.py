"""The structure of a map by graph theory: connected parts, chains, and the claims that join them.

Each function runs an algorithm of networkx on one graph of the map. Restated claims count as one
claim, by the smallest id of their class, except in `components`, which has every claim. Whether a
claim stands plays no part here.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import networkx as nx

from argmap.graph.circles import circles_of_support, one_circle
from argmap.graph.claim_graph import bearing_graph, claim_graph, joined_graph, support_graph
from argmap.graph.divisions import communities, source_bridges
from argmap.graph.roles import conclusions_of, roles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.model.argument_map import ArgumentMap

BETWEENNESS_LIMIT = 1000
"""The most claims of a map of which `structure` works out betweenness and communities."""

STEPS_LIMIT = 4_000_000
"""The most claims times joins of such a map, as many have more of them: some seconds."""

_START = ""  # the node before all granted claims; no id is empty


@dataclass(frozen=True, slots=True)
class StructureFinding:
    """The structure of a map; each field is described by the function of the same name.

    `circles` has one circle for each set of claims that support each other in a circle, as
    `one_circle` finds it; `dominators` has those of every conclusion. `betweenness` and
    `communities` are None for a map of more than `BETWEENNESS_LIMIT` claims, and for one whose
    claims are joined too densely (`STEPS_LIMIT`).
    """

    components: tuple[tuple[str, ...], ...]
    circles: tuple[tuple[str, ...], ...]
    support_order: tuple[tuple[str, ...], ...]
    dominators: Mapping[str, tuple[str, ...]]
    articulation_claims: tuple[str, ...]
    bridges: tuple[tuple[str, str], ...]
    longest_chain: tuple[str, ...]
    widest: tuple[str, ...]
    source_bridges: Mapping[str, tuple[str, ...]]
    betweenness: Mapping[str, float] | None
    communities: tuple[tuple[str, ...], ...] | None


def structure(argument_map: ArgumentMap) -> StructureFinding:
    """The structure of a map.

    Cost: that of the functions below: two seconds for 10,000 claims, half a minute for 100,000.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Relation
    >>> steps = [Relation.of("a", "supports", "b"), Relation.of("b", "supports", "c")]
    >>> small = ArgumentMap.of([Claim(id_, id_) for id_ in "abc"], steps)
    >>> structure(small).dominators
    mappingproxy({'c': ('a', 'b')})
    """
    circles = circles_of_support(argument_map)
    conclusions = conclusions_of(argument_map, roles(argument_map))
    bearing = bearing_graph(argument_map)
    joined = joined_graph(bearing)
    is_small = len(argument_map.claims) <= BETWEENNESS_LIMIT and is_sparse(bearing)
    return StructureFinding(
        components(argument_map),
        tuple(one_circle(argument_map, circle) for circle in circles),
        support_order(argument_map),
        dominators_of(argument_map, conclusions),
        articulation_claims(joined),
        bridges(joined),
        longest_chain(argument_map),
        widest(bearing),
        source_bridges(argument_map),
        betweenness(bearing) if is_small else None,
        communities(joined) if is_small else None,
    )


def is_sparse(bearing: nx.DiGraph[str]) -> bool:
    """Whether the paths between all claims of a `bearing_graph` can be gone through in seconds.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> is_sparse(bearing_graph(THREE_CLAIMS))
    True
    """
    return len(bearing) * bearing.number_of_edges() <= STEPS_LIMIT


def components(argument_map: ArgumentMap) -> tuple[tuple[str, ...], ...]:
    """The connected parts of the map, each as its claims, in the order of their smallest id.

    They are the weakly connected components of `claim_graph`: two claims are connected if relations
    of any kind, undercuts of relations and restatements lead from one to the other, regardless of
    direction. No answer about one part depends on another part. Cost: linear.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Relation
    >>> steps = [Relation.of("a", "attacks", "b")]
    >>> small = ArgumentMap.of([Claim(id_, id_) for id_ in "abc"], steps)
    >>> components(small)
    (('a', 'b'), ('c',))
    """
    claims = argument_map.claims.keys()
    parts = nx.weakly_connected_components(claim_graph(argument_map))
    return tuple(sorted(tuple(sorted(part & claims)) for part in parts))


def support_order(argument_map: ArgumentMap) -> tuple[tuple[str, ...], ...]:
    """The claims in the order of support: each claim after all claims that support it.

    It is a topological order of the condensation of `support_graph`; claims that support each other
    in a circle form one group, every other claim a group of its own. If several groups could come
    next, the group with the smaller id does. Cost: linear times a logarithm (Kahn 1962; components
    by Tarjan 1972).

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Relation
    >>> steps = [Relation.of("a", "supports", "b"), Relation.of("c", "supports", "a")]
    >>> small = ArgumentMap.of([Claim(id_, id_) for id_ in "abc"], steps)
    >>> support_order(small)
    (('c',), ('a',), ('b',))
    """
    return tuple(nx.lexicographical_topological_sort(_condensation(argument_map)))


def longest_chain(argument_map: ArgumentMap) -> tuple[str, ...]:
    """The claims of a longest chain of supports, from its first premise to its end.

    It is a longest path of the condensation of `support_graph`, in which a circle of support is one
    step, by its smallest id: a path through a circle could have any length. A linked step counts
    once, through the premise with the longest chain. Attacks are left out. The chain is empty if
    the map has no supports. Cost: linear times a logarithm (dynamic programming along
    `support_order`).

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Relation
    >>> steps = [
    ...     Relation.of("a", "supports", "b"),
    ...     Relation.of("b", "supports", "c"),
    ...     Relation.of("d", "supports", "c"),
    ... ]
    >>> small = ArgumentMap.of([Claim(id_, id_) for id_ in "abcd"], steps)
    >>> longest_chain(small)
    ('a', 'b', 'c')
    """
    circles = _condensation(argument_map)
    order = list(nx.lexicographical_topological_sort(circles))
    path = nx.dag_longest_path(circles, weight=None, topo_order=order)
    return tuple(circle[0] for circle in path) if len(path) > 1 else ()


def dominators(argument_map: ArgumentMap, claim: str) -> tuple[str, ...]:
    """The claims through which every support path from a granted claim to this one goes.

    They come in the order in which such a path meets them, without the claim itself. A dominator is
    always needed: if it is struck with its supports, the claim has no derivation. The converse is
    true only if no step is linked. A premise of a linked step is needed too, but does not dominate,
    since a path can go through another premise of the step; `argmap.premises` lists it as critical.
    Attacks are left out. A granted claim has no dominators, as it needs no path, and neither has a
    claim to which no path leads. Cost: close to linear; quadratic at worst (Cooper, Harvey and
    Kennedy 2001, "A simple, fast dominance algorithm").

    Raises:
        KeyError: the map has no such claim.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Relation
    >>> steps = [
    ...     Relation.of("a", "supports", "c"),
    ...     Relation.of("b", "supports", "c"),
    ...     Relation.of("c", "supports", "d"),
    ... ]
    >>> small = ArgumentMap.of([Claim(id_, id_) for id_ in "abcd"], steps)
    >>> dominators(small, "d")
    ('c',)
    """
    first = argument_map.class_of(argument_map.claims[claim].id)[0]
    return dominators_of(argument_map, [first])[first]


def dominators_of(
    argument_map: ArgumentMap, claims: Iterable[str]
) -> Mapping[str, tuple[str, ...]]:
    """The dominators of each of these claims, by one run of the algorithm; see `dominators`.

    The claims are given by the smallest id of their class. Cost: as `dominators`.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> dominators_of(THREE_CLAIMS, ["close"])
    mappingproxy({'close': ('quieter',)})
    """
    graph = support_graph(argument_map)
    graph.add_edges_from((_START, id_) for id_ in [*graph] if argument_map.is_granted(id_))
    graph.add_node(_START)
    above = nx.immediate_dominators(graph, _START)
    chains = {}
    for claim in claims:
        chain = []
        node = above.get(claim, _START)
        while node != _START:
            chain.append(node)
            node = above[node]
        chains[claim] = tuple(reversed(chain))
    return MappingProxyType(chains)


def articulation_claims(joined: nx.Graph[str]) -> tuple[str, ...]:
    """The claims without which a part of the map falls apart, by id.

    They are the articulation points of the `joined_graph` of the map: two claims are
    joined if one is a premise of a relation that leads to the other, where an undercut leads to the
    claim to which its step leads. The premises of a linked step are joined only to its target, not
    to each other. Cost: linear (Hopcroft and Tarjan 1973).

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Relation
    >>> steps = [Relation.of("a", "attacks", "b"), Relation.of("b", "attacks", "c")]
    >>> small = ArgumentMap.of([Claim(id_, id_) for id_ in "abc"], steps)
    >>> articulation_claims(joined_graph(bearing_graph(small)))
    ('b',)
    """
    return tuple(sorted(nx.articulation_points(joined)))


def bridges(joined: nx.Graph[str]) -> tuple[tuple[str, str], ...]:
    """The pairs of joined claims whose join is the only connection between two parts, by id.

    Claims are joined as in `articulation_claims`; several relations between the same two claims are
    one join. Without it their part of the map falls into two. Cost: linear (Schmidt 2013).

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Relation
    >>> steps = [
    ...     Relation.of("a", "attacks", "b"),
    ...     Relation.of("b", "supports", "c"),
    ...     Relation.of("a", "supports", "c"),
    ...     Relation.of("d", "attacks", "a"),
    ... ]
    >>> small = ArgumentMap.of([Claim(id_, id_) for id_ in "abcd"], steps)
    >>> bridges(joined_graph(bearing_graph(small)))
    (('a', 'd'),)
    """
    pairs = nx.bridges(joined)
    return tuple(sorted((min(pair), max(pair)) for pair in pairs))


def betweenness(bearing: nx.DiGraph[str]) -> Mapping[str, float]:
    """The share of shortest paths through each claim, from 0 to 1, over all pairs of other claims.

    A path leads from premises to targets, by supports and attacks alike, as in the `bearing_graph`
    of the map; if a pair has several shortest paths, each counts for its share. The value is high
    for claims at which lines of argument meet. Cost: claims times relations (Brandes 2001): half a
    second for 1,000 claims.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Relation
    >>> steps = [Relation.of("a", "supports", "b"), Relation.of("b", "attacks", "c")]
    >>> small = ArgumentMap.of([Claim(id_, id_) for id_ in "abc"], steps)
    >>> dict(betweenness(bearing_graph(small)))
    {'a': 0.0, 'b': 0.5, 'c': 0.0}
    """
    return MappingProxyType(nx.betweenness_centrality(bearing))


def widest(bearing: nx.DiGraph[str]) -> tuple[str, ...]:
    """The claims on which the most others bear directly, by id; none in a map without relations.

    It is the greatest in-degree of the `bearing_graph`, the breadth of the map. Cost: linear.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> widest(bearing_graph(THREE_CLAIMS))
    ('close',)
    """
    degrees = dict(bearing.in_degree)
    most = max(degrees.values(), default=0)
    return tuple(sorted(id_ for id_, degree in degrees.items() if degree == most and most))


def _condensation(argument_map: ArgumentMap) -> nx.DiGraph[tuple[str, ...]]:
    """The supports with each circle as one node: the node is the tuple of its claims, sorted."""
    condensed = nx.condensation(support_graph(argument_map))
    claims = {part: tuple(sorted(facts["members"])) for part, facts in condensed.nodes.items()}
    circles: nx.DiGraph[tuple[str, ...]] = nx.DiGraph()
    circles.add_nodes_from(claims.values())
    circles.add_edges_from(
        (claims[premise], claims[target])
        for target, premises in condensed.pred.items()
        for premise in premises
    )
    return circles
