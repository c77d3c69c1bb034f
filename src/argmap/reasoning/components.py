"""Strongly connected components of a directed graph (Gabow 2000), without recursion."""

from __future__ import annotations

from array import array

from argmap.reasoning.agendas import first_of, most_one_by_one
from argmap.reasoning.arrays import is_large
from argmap.reasoning.columns import times_of, zeros

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.reasoning.agendas import Agenda
    from argmap.reasoning.large_graphs import PartOfGraph
    from argmap.reasoning.packed_lists import PackedLists


def strong_components(successors: Sequence[Sequence[int]]) -> list[list[int]]:
    """The strongly connected components of a graph on 0..n-1, each after those that it reaches.

    The algorithm of Gabow (2000), with an explicit stack, as a chain of 100,000 nodes would exceed
    the recursion limit. Cost: linear.

    >>> strong_components([[1], [0], [1]])
    [[1, 0], [2]]
    """
    size = len(successors)
    closed = size + 1  # the number of a node whose component is known; 0: not visited
    number = [0] * size  # else the order of visit
    path: list[int] = []  # the nodes whose component is open
    roots: list[int] = []  # the number of the first node of each component on the path, so far
    components: list[list[int]] = []
    visited = 0
    for root in range(size):
        if number[root]:
            continue
        calls = [(root, iter(successors[root]))]
        visited += 1
        number[root] = visited
        path.append(root)
        roots.append(visited)
        while calls:
            node, others = calls[-1]
            for other in others:
                if not number[other]:
                    visited += 1
                    number[other] = visited
                    path.append(other)
                    roots.append(visited)
                    calls.append((other, iter(successors[other])))
                    break
                while roots[-1] > number[other]:  # a circle: all from there on are one component
                    roots.pop()
            else:
                calls.pop()
                if roots[-1] == number[node]:
                    roots.pop()
                    components.append(_close(path, node, number, closed))
    return components


def _close(path: list[int], root: int, number: list[int], closed: int) -> list[int]:
    """Take the component of this root off the path."""
    component: list[int] = []
    while not component or component[-1] != root:
        component.append(path.pop())
        number[component[-1]] = closed
    return component


def circles_in(successors: PackedLists, size: int) -> list[list[int]]:
    """The strongly connected components of a graph on 0..size-1 that hold a circle.

    These have several nodes, or one that is its own successor. Nodes to which no
    circle leads are left out first (Kahn 1962), which in most graphs leaves few. Cost: linear.

    >>> from argmap.reasoning.packed_lists import PackedLists
    >>> circles_in(PackedLists(4, keys=[0, 1, 2, 3], values=[1, 0, 3, 3]), 4)
    [[1, 0], [3]]
    """
    if is_large(len(successors.items)):
        return _circles_in_large(successors, size)
    remaining = [node for node, count in enumerate(_peeled(successors, size)) if count]
    if not remaining:
        return []
    place = dict(zip(remaining, range(len(remaining)), strict=True))
    after = [[place[other] for other in successors.of(node)] for node in remaining]
    return _circles(after, remaining)


def _peeled(successors: PackedLists, size: int) -> Agenda:
    """A number for each node: more than 0 where a circle leads to it, and 0 elsewhere."""
    start, items = successors.start, successors.items
    wide = most_one_by_one(len(items))
    leading_here: Agenda
    if is_large(len(items)):
        leading_here = times_of(size, items)
    else:  # a list, whose entries need not be made integers first
        leading_here = [0] * size
        for node in items:
            leading_here[node] += 1
    agenda: Agenda = zeros(leading_here)
    while agenda:
        if len(agenda) > wide and isinstance(leading_here, array):
            from argmap.reasoning.rounds import peel  # noqa: PLC0415  # loads numpy

            agenda = peel(successors, leading_here, agenda, wide)
        for node in first_of(agenda, wide):
            for other in items[start[node] : start[node + 1]]:
                count = leading_here[other] = leading_here[other] - 1
                if not count:
                    agenda.append(other)
        del agenda[:wide]
    return leading_here


def _circles_in_large(successors: PackedLists, size: int) -> list[list[int]]:
    """The circles of a large graph, from which its giant component is taken at once, if it has one.

    Nodes that lead to no circle are left out as well. In random graphs the giant component is all
    but a few of those that remain.
    """
    from argmap.reasoning.large_graphs import PartOfGraph  # noqa: PLC0415  # loads numpy

    graph = _trimmed(PartOfGraph.of(successors, size))
    giant, rest = graph.split()
    rest = _trimmed(rest) if giant else rest
    circles = _circles(rest.listed(), rest.nodes)
    return [giant, *circles] if giant else circles


def _trimmed(graph: PartOfGraph) -> PartOfGraph:
    """The nodes on a path from a circle to a circle."""
    after = graph.part(_peeled(graph.successors, len(graph.nodes)))
    return after.part(_peeled(after.predecessors(), len(after.nodes)))


def _circles(after: list[list[int]], names: Sequence[int]) -> list[list[int]]:
    """The names of the members of each component that holds a circle."""
    return [
        [names[node] for node in part]
        for part in strong_components(after)
        if len(part) > 1 or part[0] in after[part[0]]
    ]
