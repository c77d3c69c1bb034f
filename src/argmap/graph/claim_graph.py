"""The networkx graphs of a map: of claims and relations, of claims alone, of supports alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from argmap.graph.circles import support_steps
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation

    Fact: TypeAlias = str | bool


def claim_graph(argument_map: ArgumentMap) -> nx.DiGraph[str]:
    """The graph whose nodes are the claims *and* the relations, so that nothing is flattened.

    Edges lead from each premise to its relation and from the relation to its target, which is a
    claim or, for an undercut, another relation; so linked premises and undercuts keep their
    structure. The `kind` of a node is "claim" or the kind of the relation; the `kind` of an edge is
    "premise" or "target". Claims that restate each other are joined by two edges of kind
    "restates". A field that the author left out is no attribute: none is None. Cost: linear.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Relation
    >>> step = Relation.of(["slow", "rare"], "attacks", "bus", "r")
    >>> small = ArgumentMap.of([Claim(id_, id_) for id_ in ("bus", "rare", "slow")], [step])
    >>> sorted(claim_graph(small).edges)
    [('r', 'bus'), ('rare', 'r'), ('slow', 'r')]
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.graph |= _facts_of_map(argument_map)
    for claim in argument_map.claims.values():
        graph.add_node(claim.id, **_facts_of_claim(argument_map, claim))
    for relation in argument_map.relations.values():
        graph.add_node(relation.id, **_facts_of_relation(argument_map, relation))
    for relation in argument_map.relations.values():
        for premise in relation.premises:
            graph.add_edge(premise, relation.id, kind="premise")
        graph.add_edge(relation.id, relation.target, kind="target")
    for pair in _restatements(argument_map):
        graph.add_edge(*pair, kind="restates")
    return graph


def plain_claim_graph(argument_map: ArgumentMap) -> nx.MultiDiGraph[str]:
    """The graph whose nodes are the claims alone, with an edge from each premise to the target.

    An edge has a `polarity` and the id of its `relation`, which is its key too, as two relations
    can join the same two claims. A linked step becomes one edge for each of its premises. An
    undercut is directed at a step, neither for nor against a claim: its edges lead to the claim to
    which the step leads, with the polarity "undercut", so that claims that only undercut stay
    connected to the claim in question. Undercuts that undercut each other in a circle lead to no
    claim and are left out. Restated claims are joined both ways, with the polarity "restates".
    Cost: linear.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Relation
    >>> steps = [Relation.of("slow", "attacks", "bus", "r"), Relation.of("lanes", "undercuts", "r")]
    >>> small = ArgumentMap.of([Claim(id_, id_) for id_ in ("bus", "lanes", "slow")], steps)
    >>> sorted(plain_claim_graph(small).edges(data="polarity"))
    [('lanes', 'bus', 'undercut'), ('slow', 'bus', 'attack')]
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.graph |= _facts_of_map(argument_map)
    for claim in argument_map.claims.values():
        graph.add_node(claim.id, **_facts_of_claim(argument_map, claim))
    for relation in argument_map.relations.values():
        polarity = "undercut" if relation.kind is Kind.UNDERCUTS else relation.kind.polarity
        facts = _facts_of_relation(argument_map, relation) | {"polarity": polarity}
        bearing = argument_map.claim_bearing(relation.id)
        if bearing is None:
            continue
        for premise in relation.premises:
            graph.add_edge(premise, bearing, relation.id, relation=relation.id, **facts)
    for pair in _restatements(argument_map):
        graph.add_edge(*pair, "restates", kind="restates", polarity="restates")
    return graph


def support_graph(argument_map: ArgumentMap) -> nx.DiGraph[str]:
    """The graph of supports: classes by their smallest id, with edges from premises to targets.

    A linked step becomes one edge for each of its premises. Cost: linear.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> list(support_graph(THREE_CLAIMS).edges)
    [('quieter', 'close')]
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(argument_map.heads)
    graph.add_edges_from(support_steps(argument_map))
    return graph


def bearing_graph(argument_map: ArgumentMap) -> nx.DiGraph[str]:
    """The graph of all relations between classes: edges lead from premises to targets.

    It is `plain_claim_graph` without attributes, in which the smallest id of a class stands for all
    its restatements. Cost: linear.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> sorted(bearing_graph(THREE_CLAIMS).edges)
    [('quieter', 'close'), ('shops', 'close')]
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(argument_map.heads)
    graph.add_edges_from(_bearings(argument_map))
    return graph


def _bearings(argument_map: ArgumentMap) -> Iterator[tuple[str, str]]:
    """Each premise of a relation with the claim on which it bears, by their heads."""
    head_of = argument_map.head_of
    for relation in argument_map.relations.values():
        bearing: str | None = relation.target
        if relation.kind is Kind.UNDERCUTS:
            bearing = argument_map.claim_bearing(relation.id)
        if bearing is not None:
            target = head_of(bearing)
            for premise in relation.premises:
                yield head_of(premise), target


def joined_graph(bearing: nx.DiGraph[str]) -> nx.Graph[str]:
    """The graph of joined classes: a `bearing_graph` without directions and joins to oneself.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> sorted(map(sorted, joined_graph(bearing_graph(THREE_CLAIMS)).edges))
    [['close', 'quieter'], ['close', 'shops']]
    """
    graph: nx.Graph[str] = nx.Graph(bearing)
    graph.remove_edges_from([*nx.selfloop_edges(graph)])
    return graph


def _restatements(argument_map: ArgumentMap) -> Iterator[tuple[str, str]]:
    for id_, members in argument_map.classes.items():
        if members[0] != id_:
            yield id_, members[0]
            yield members[0], id_


def _facts_of_map(argument_map: ArgumentMap) -> dict[str, Fact]:
    return _given(title=argument_map.title or None, objections=str(argument_map.objections))


def _facts_of_claim(argument_map: ArgumentMap, claim: Claim) -> dict[str, Fact]:
    return _given(
        granted=argument_map.is_granted(claim.id),
        kind="claim",
        text=claim.text,
        label=claim.name,
        mode=str(claim.mode),
        speaker=claim.speaker,
        source=claim.cited_source,
    )


def _facts_of_relation(argument_map: ArgumentMap, relation: Relation) -> dict[str, Fact]:
    is_attack = relation.kind is Kind.ATTACKS
    return _given(
        kind=str(relation.kind),
        polarity=relation.kind.polarity,
        force=str(relation.force or argument_map.objections) if is_attack else None,
        scheme=relation.scheme,
        mode=str(relation.mode),
        source=relation.source,
    )


def _given(**facts: Fact | None) -> dict[str, Fact]:
    """The attributes without None, which neither GraphML nor GEXF can hold."""
    return {name: value for name, value in facts.items() if value is not None}
