"""Large directed graphs with numpy: their parts, and the component of a node, without a search.

A depth-first search goes one node at a time. What two breadth-first searches reach in both
directions is a strongly connected component as well (Fleischer, Hendrickson, Pinar 2000), and a
breadth-first search goes in rounds.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from argmap.reasoning.arrays import array_of, view
from argmap.reasoning.packed_lists import PackedLists
from argmap.reasoning.rounds import Lists, Marking

if TYPE_CHECKING:
    from array import array

    from numpy.typing import NDArray

    from argmap.reasoning.agendas import Agenda

_REACHED = 2  # the mark of what a search reached; 1 is what it may not enter
_MOST_ROUNDS = 100
"""The most rounds of a search.

In a graph with a giant component, most of it is within some twenty steps of each node. A long
chain of circles has as many rounds as steps, and a search one node at a time is faster.
"""


class PartOfGraph:
    """A part of a graph, with new numbers: `nodes[i]` is the number of its node i in the whole."""

    def __init__(self, successors: PackedLists, nodes: array[int]) -> None:
        self.successors = successors
        self.nodes = nodes

    @classmethod
    def of(cls, successors: PackedLists, size: int) -> PartOfGraph:
        """The whole graph on 0..size-1."""
        return cls(successors, array_of(np.arange(size)))

    def listed(self) -> list[list[int]]:
        """The successors of each node, as lists."""
        start, items = self.successors.start, self.successors.items.tolist()
        return [items[first:end] for first, end in pairwise(start)]

    def part(self, marks: Agenda | NDArray[np.bool_]) -> PartOfGraph:
        """The nodes whose mark is not 0, and the edges between them.

        >>> from array import array
        >>> triangle = PartOfGraph.of(PackedLists(3, [0, 1, 2], [1, 2, 0]), 3)
        >>> part = triangle.part(array("i", [0, 1, 1]))
        >>> part.listed(), list(part.nodes)
        ([[1], []], [1, 2])
        """
        is_kept = np.asarray(marks) != 0
        sources, targets = self.edges()
        is_inside = is_kept[sources] & is_kept[targets]
        place = np.cumsum(is_kept, dtype=np.int32) - 1
        counts = np.bincount(place[sources[is_inside]], minlength=np.count_nonzero(is_kept))
        start = np.concatenate([np.zeros(1, dtype=np.int32), np.cumsum(counts)])
        items = place[targets[is_inside]]
        successors = PackedLists.of_start(array_of(start), array_of(items))
        return PartOfGraph(successors, array_of(view(self.nodes)[is_kept]))

    def edges(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """The sources and the targets of all edges, in the order of the sources."""
        start = view(self.successors.start)
        sources = np.repeat(np.arange(len(self.nodes), dtype=np.int32), np.diff(start))
        return sources, view(self.successors.items)

    def predecessors(self) -> PackedLists:
        """The nodes before each node.

        >>> list(PartOfGraph.of(PackedLists(2, [0, 1], [1, 1]), 2).predecessors().of(1))
        [0, 1]
        """
        sources, targets = self.edges()
        return PackedLists(len(self.nodes), array_of(targets), array_of(sources))

    def split(self) -> tuple[list[int], PartOfGraph]:
        """The component of the node with most neighbours, by its numbers in the whole; the rest.

        Nothing is split off if that component is a single node, or a search takes too many rounds.

        >>> graph = PartOfGraph.of(PackedLists(4, [0, 1, 1, 2], [1, 0, 2, 3]), 4)
        >>> component, rest = graph.split()
        >>> component, list(rest.nodes)
        ([0, 1], [2, 3])
        """
        if not self.nodes:
            return [], self
        before = self.predecessors()
        neighbours = np.diff(view(self.successors.start)).astype(np.int64)
        neighbours *= np.diff(view(before.start))
        hub = np.argmax(neighbours)
        after = reached(self.successors, hub, bytearray(len(self.nodes)))
        # Only what is reached forward can be in the component.
        component = reached(before, hub, bytearray(~after))
        if np.count_nonzero(component) <= 1:
            return [], self
        return view(self.nodes)[component].tolist(), self.part(~component)


def reached(lists: PackedLists, node: np.intp, marks: bytearray) -> NDArray[np.bool_]:
    """The nodes that steps from this one reach, over nodes without a mark; marks for these.

    None is marked if the search takes too many rounds.

    >>> reached(PackedLists(3, [0, 1], [1, 2]), np.intp(0), bytearray([0, 0, 1])).tolist()
    [True, True, False]
    """
    steps, visited = Lists(lists), Marking(marks)
    nodes = visited.put(_REACHED, np.array([node], dtype=np.int32))
    for _ in range(_MOST_ROUNDS):
        nodes = visited.put(_REACHED, steps.of(nodes))
        if not len(nodes):
            return np.equal(visited.marks, _REACHED)
    return np.zeros(len(marks), dtype=np.bool_)
