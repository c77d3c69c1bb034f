"""What hangs together."""

from __future__ import annotations


class Ties:
    """Disjoint sets of names (Tarjan 1975).

    >>> ties = Ties()
    >>> ties.join("a", "b")
    >>> ties.find("a") == ties.find("b"), ties.find("c")
    (True, 'c')
    """

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}

    def find(self, one: str) -> str:
        """The name that stands for all that this one is tied to."""
        parent = self.parent
        while (above := parent.setdefault(one, one)) != one:
            parent[one] = parent[above]
            one = above
        return one

    def join(self, one: str, other: str) -> None:
        """Tie two names together."""
        self.parent[self.find(one)] = self.find(other)
