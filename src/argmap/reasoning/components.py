"""Strongly connected components of a directed graph (Tarjan 1972), without recursion."""

from __future__ import annotations

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.reasoning.packed_lists import PackedLists


def strong_components(successors: Sequence[Sequence[int]]) -> list[list[int]]:
    """The strongly connected components of a graph on 0..n-1, each after those that it reaches.

    Tarjan's algorithm (1972) with an explicit stack, as a chain of 100,000 nodes would exceed the
    recursion limit. Cost: linear.

    >>> strong_components([[1], [0], [1]])
    [[1, 0], [2]]
    """
    size = len(successors)
    number = [0] * size  # 0: not visited; else the order of visit
    low = [0] * size  # the smallest number known to be reachable within the open path
    is_open = [False] * size
    path: list[int] = []
    components: list[list[int]] = []
    visited = 0
    for root in range(size):
        if number[root]:
            continue
        # A call is a node and the position of the successor at which its scan resumes.
        calls = [(root, 0)]
        while calls:
            node, position = calls.pop()
            if not position:
                visited += 1
                number[node] = low[node] = visited
                path.append(node)
                is_open[node] = True
            after = successors[node]
            while position < len(after):
                other = after[position]
                position += 1
                if not number[other]:
                    calls += [(node, position), (other, 0)]
                    break
                if is_open[other]:
                    low[node] = min(low[node], number[other])
            else:
                if low[node] == number[node]:
                    components.append(_close(path, node, is_open))
                if calls:
                    parent = calls[-1][0]
                    low[parent] = min(low[parent], low[node])
    return components


def _close(path: list[int], root: int, is_open: list[bool]) -> list[int]:
    """Take the component of this root off the path."""
    component: list[int] = []
    while not component or component[-1] != root:
        component.append(path.pop())
        is_open[component[-1]] = False
    return component


def circles_in(successors: PackedLists, size: int) -> list[list[int]]:
    """The strongly connected components of a graph on 0..size-1 that hold a circle.

    These have several nodes, or one that is its own successor. Nodes to which no
    circle leads are left out first (Kahn 1962), which in most graphs leaves few. Cost: linear.

    >>> from argmap.reasoning.packed_lists import PackedLists
    >>> circles_in(PackedLists(4, keys=[0, 1, 2, 3], values=[1, 0, 3, 3]), 4)
    [[1, 0], [3]]
    """
    start, items = successors.start, successors.items
    leading_here = [0] * size
    for node in items:
        leading_here[node] += 1
    agenda = [node for node, count in enumerate(leading_here) if not count]
    for node in agenda:  # reaches the nodes appended below, too
        for other in items[start[node] : start[node + 1]]:
            leading_here[other] -= 1
            if not leading_here[other]:
                agenda.append(other)
    remaining = [node for node, count in enumerate(leading_here) if count]
    if not remaining:
        return []
    place = dict(zip(remaining, range(len(remaining)), strict=True))
    after = [[place[other] for other in successors.of(node)] for node in remaining]
    return [
        [remaining[node] for node in part]
        for part in strong_components(after)
        if len(part) > 1 or part[0] in after[part[0]]
    ]
