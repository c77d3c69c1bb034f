"""Disjoint sets of numbers, joined pair by pair (union-find); those of ids are in the model."""

from __future__ import annotations


class UnionFind:
    """The numbers 0 to `size` - 1 in disjoint sets, each known by its smallest member, its root.

    Path halving (Tarjan, van Leeuwen 1984), without union by rank, so that roots do not depend on
    the order of the joins. Cost: logarithmic on average for a join or a look-up.

    >>> sets = UnionFind(3)
    >>> sets.join(2, 1)
    >>> [sets.root(number) for number in range(3)]
    [0, 1, 1]
    """

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, member: int) -> int:
        """The smallest member of the set to which a number belongs."""
        parent = self._parent
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    def join(self, first: int, second: int) -> None:
        """Make one set of the sets of two numbers."""
        first_root, second_root = self.root(first), self.root(second)
        if first_root != second_root:
            self._parent[max(first_root, second_root)] = min(first_root, second_root)
