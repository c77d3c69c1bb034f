"""Circles of support: claims that support each other in a circle, so that none has a ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.graph.supports import supports_of
from argmap.model.relation import Kind
from argmap.reasoning.columns import taken
from argmap.reasoning.components import circles_in
from argmap.reasoning.packed_lists import PackedLists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.graph.supports import Supports
    from argmap.model.argument_map import ArgumentMap


def circles_of_support(
    argument_map: ArgumentMap, supports: Supports | None = None
) -> tuple[frozenset[str], ...]:
    """The sets of claims that support each other in a circle, in the order of their smallest id.

    They are the strongly connected components of the supports that have more than one member, or
    a support of a claim by itself. Restated claims count as one: a circle through a class holds
    the members by which it goes, each by the smallest id of its class. `supports` are the supports
    of the map, if they are known already. Cost: linear.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Relation
    >>> steps = [("a", "supports", "b"), ("b", "supports", "a"), ("a", "supports", "c")]
    >>> supports = [Relation.of(*step) for step in steps]
    >>> small = ArgumentMap.of([Claim(id_, id_) for id_ in "abc"], supports)
    >>> [sorted(circle) for circle in circles_of_support(small)]
    [['a', 'b']]
    """
    # networkx has the same algorithm, but every command needs circles, as roles depend on them:
    # networkx takes 2 to 3 times as long on maps of 100 to 100,000 claims, and its import alone
    # takes a third of the time of `argmap check`.
    supports = supports_of(argument_map) if supports is None else supports
    horn, ids = supports.horn, supports.claims
    targets = taken(horn.heads, horn.rules_using.items)
    steps = PackedLists.of_start(horn.rules_using.start, targets)
    circles = (frozenset(ids[number] for number in part) for part in circles_in(steps, horn.atoms))
    return tuple(sorted(circles, key=min))


def support_steps(argument_map: ArgumentMap) -> Iterator[tuple[str, str]]:
    """Every pair of a premise and the claim that it supports, each by its class's smallest id.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> list(support_steps(THREE_CLAIMS))
    [('quieter', 'close')]
    """
    for relation in argument_map.relations.values():
        if relation.kind is Kind.SUPPORTS:
            target = argument_map.head_of(relation.target)
            for premise in relation.premises:
                yield argument_map.head_of(premise), target


def one_circle(argument_map: ArgumentMap, members: frozenset[str]) -> tuple[str, ...]:
    """A shortest circle of support through the smallest of these claims, in the order of support.

    `members` is a set that `circles_of_support` returned. Cost: one breadth-first search.

    Raises:
        ValueError: no circle goes through that claim, as `members` is no such set.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Relation
    >>> steps = [("a", "supports", "c"), ("c", "supports", "b"), ("b", "supports", "a")]
    >>> supports = [Relation.of(*step) for step in steps]
    >>> small = ArgumentMap.of([Claim(id_, id_) for id_ in "abc"], supports)
    >>> one_circle(small, frozenset("abc"))
    ('a', 'c', 'b')
    """
    import networkx as nx  # noqa: PLC0415  # only a map that has a circle pays for its import

    start = min(members)
    graph: nx.DiGraph[str] = nx.DiGraph(
        (id_, target)
        for id_ in sorted(members)
        for member in argument_map.class_of(id_)
        for relation in argument_map.relations_from(member)
        if relation.kind is Kind.SUPPORTS
        and (target := argument_map.head_of(relation.target)) in members
    )
    if start in graph:
        came_from = dict(nx.bfs_predecessors(graph, start))
        for end in (start, *came_from):  # in the order of the search: the nearest first
            if graph.has_edge(end, start):
                path = [end]
                while path[-1] != start:
                    path.append(came_from[path[-1]])
                return tuple(reversed(path))
    raise ValueError(f"no circle of support goes through {start!r}")
