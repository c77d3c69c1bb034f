"""The networkx graph of a map: claims and relations, nothing flattened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.reasoning.components import strong_components

if TYPE_CHECKING:
    import networkx as nx

    from argmap.model.argument_map import ArgumentMap


def claim_graph(argument_map: ArgumentMap) -> nx.DiGraph[str]:
    """The graph whose nodes are the claims *and* the relations.

    Edges lead from each premise to its relation and from the relation to its target, which is a
    claim or, for an undercut, another relation; so linked premises and undercuts keep their
    structure. Nodes have `kind` ("claim" or the relation's kind); claims have `text`, `label` and
    `source`, relations `polarity`. Claims that restate each other are joined by two edges with
    `kind` "restates"; all other edges have "premise" or "target".

    >>> from argmap.model.argument_map import ArgumentMap
    >>> claim_graph(ArgumentMap({})).number_of_nodes()
    0
    """
    import networkx as nx  # noqa: PLC0415  # half of what `check` would have to load

    graph: nx.DiGraph[str] = nx.DiGraph()
    for claim in argument_map.claims.values():
        graph.add_node(
            claim.id, kind="claim", text=claim.text, label=claim.name, source=claim.source
        )
    for relation in argument_map.relations.values():
        graph.add_node(relation.id, kind=str(relation.kind), polarity=relation.kind.polarity)
    for relation in argument_map.relations.values():
        for premise in relation.premises:
            graph.add_edge(premise, relation.id, kind="premise")
        graph.add_edge(relation.id, relation.target, kind="target")
    for id_, members in argument_map.classes.items():
        if members[0] != id_:
            graph.add_edge(id_, members[0], kind="restates")
            graph.add_edge(members[0], id_, kind="restates")
    return graph


def components(argument_map: ArgumentMap) -> tuple[frozenset[str], ...]:
    """The claims of each part of the map that hangs together, in order of their smallest id."""
    import networkx as nx  # noqa: PLC0415  # as above

    claims = argument_map.claims.keys()
    parts = nx.weakly_connected_components(claim_graph(argument_map))
    return tuple(sorted((frozenset(part & claims) for part in parts), key=min))


def circles_of_support(argument_map: ArgumentMap) -> tuple[frozenset[str], ...]:
    """The sets of claims that support each other round in a circle, in order of smallest id.

    Restated claims count as one: a circle through a class holds the members by which it goes.
    """
    ids = argument_map.heads
    index = {id_: number for number, id_ in enumerate(ids)}
    supported: list[list[int]] = [[] for _ in ids]
    for relation in argument_map.relations.values():
        if relation.kind is Kind.SUPPORTS:
            target = index[argument_map.head_of(relation.target)]
            for premise in relation.premises:
                supported[index[argument_map.head_of(premise)]].append(target)
    circles = (
        frozenset(ids[number] for number in part)
        for part in strong_components(supported)
        if len(part) > 1 or part[0] in supported[part[0]]
    )
    return tuple(sorted(circles, key=min))


def one_circle(argument_map: ArgumentMap, members: frozenset[str]) -> tuple[str, ...]:
    """A shortest circle of support through the smallest of these claims, in the order of support.

    `members` is one of `circles_of_support`. Cost: one breadth-first search.
    """
    start = min(members)
    came_from: dict[str, str] = {}
    agenda = [start]
    for id_ in agenda:  # grows while it is read
        for member in argument_map.class_of(id_):
            for relation in argument_map.relations_from(member):
                target = argument_map.head_of(relation.target)
                if relation.kind is not Kind.SUPPORTS or target not in members:
                    continue
                if target == start:
                    return _path(came_from, start, id_)
                if target not in came_from:
                    came_from[target] = id_
                    agenda.append(target)
    raise ValueError(f"no circle of support goes through {start!r}")


def _path(came_from: dict[str, str], start: str, end: str) -> tuple[str, ...]:
    path = [end]
    while path[-1] != start:
        path.append(came_from[path[-1]])
    return tuple(reversed(path))
