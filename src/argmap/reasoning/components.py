"""Strongly connected components, without recursion."""

from __future__ import annotations

TYPE_CHECKING = False  # as checkers know it: `solve` does not wait for typing
if TYPE_CHECKING:
    from collections.abc import Sequence


def strong_components(successors: Sequence[Sequence[int]]) -> list[list[int]]:
    """The strongly connected components of a graph on 0..n-1, each after those that it reaches.

    Tarjan's algorithm (1972) with a stack of its own. Cost: linear.

    >>> strong_components([[1], [0], [1]])
    [[1, 0], [2]]
    """
    size = len(successors)
    number = [0] * size  # 0: not visited; else the order of visit
    low = [0] * size
    is_open = [False] * size
    path: list[int] = []
    components: list[list[int]] = []
    visited = 0
    for root in range(size):
        if number[root]:
            continue
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
                    components.append(_closed(path, node, is_open))
                if calls:
                    parent = calls[-1][0]
                    low[parent] = min(low[parent], low[node])
    return components


def _closed(path: list[int], root: int, is_open: list[bool]) -> list[int]:
    component: list[int] = []
    while not component or component[-1] != root:
        component.append(path.pop())
        is_open[component[-1]] = False
    return component
