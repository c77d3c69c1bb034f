"""Lists of integers packed into one array."""

from __future__ import annotations

from argmap.reasoning.large_columns import packed

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence


class PackedLists:
    """A list of integers for each key 0..size-1, packed into one array (compressed sparse rows).

    The list of `key` is `items[start[key] : start[key + 1]]`. With lists of lists of integers, a
    pass over a large framework would spend most of its time waiting for memory.

    >>> packed = PackedLists(3, keys=[2, 0, 2], values=[7, 8, 9])
    >>> list(packed.of(2))
    [7, 9]
    """

    __slots__ = ("items", "start")

    def __init__(self, size: int, keys: Sequence[int], values: Sequence[int]) -> None:
        self.start, self.items = packed(size, keys, values)

    @classmethod
    def of_start(cls, start: array[int], items: array[int]) -> PackedLists:
        """The lists of these items, of which that of each key begins at its start."""
        lists = cls.__new__(cls)
        lists.start, lists.items = start, items
        return lists

    def of(self, key: int) -> array[int]:
        """The list of a key."""
        return self.items[self.start[key] : self.start[key + 1]]
