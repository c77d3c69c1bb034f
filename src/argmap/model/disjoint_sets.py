"""Disjoint sets of ids (union-find): ids joined pair by pair, and the sets that come of it."""

from __future__ import annotations


class DisjointSets:
    """Ids in disjoint sets, each of which is known by one of its members, its root.

    An id that was joined to no other is a set of its own. Cost: logarithmic on average for a join
    or a look-up, by path halving (Tarjan, van Leeuwen 1984).

    >>> sets = DisjointSets()
    >>> sets.join("a", "b")
    >>> sets.root("a") == sets.root("b"), sets.root("c")
    (True, 'c')
    """

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def root(self, id_: str) -> str:
        """The member that stands for the set of this id."""
        parent = self._parent
        while (above := parent.setdefault(id_, id_)) != id_:
            parent[id_] = parent[above]
            id_ = above
        return id_

    def join(self, first: str, second: str) -> None:
        """Make one set of the sets of two ids."""
        first_root, second_root = self.root(first), self.root(second)
        self._parent[first_root] = second_root

    def sets(self) -> list[list[str]]:
        """The members of each set, in the order in which the ids were first met.

        >>> sets = DisjointSets()
        >>> sets.join("a", "b")
        >>> sets.join("c", "a")
        >>> sets.sets()
        [['a', 'b', 'c']]
        """
        members: dict[str, list[str]] = {}
        for id_ in list(self._parent):
            members.setdefault(self.root(id_), []).append(id_)
        return list(members.values())
