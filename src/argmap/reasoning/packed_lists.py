"""Lists of integers packed into one array."""

from __future__ import annotations

from array import array
from itertools import accumulate

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_WORTH_NUMPY = 100_000  # items that take longer to pack than numpy takes to load


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
        if len(keys) > _WORTH_NUMPY:
            self.start, self.items = _packed_by_numpy(size, keys, values)
            return
        lengths = array("i", bytes(4 * size))
        for key in keys:
            lengths[key] += 1
        self.start = array("i", accumulate(lengths, initial=0))
        self.items = array("i", bytes(4 * len(keys)))
        free = self.start[:]
        for key, value in zip(keys, values, strict=True):
            place = free[key]
            self.items[place] = value
            free[key] = place + 1

    @classmethod
    def of_start(cls, start: array[int], items: array[int]) -> PackedLists:
        """The lists of these items, of which that of each key begins at its start."""
        lists = cls.__new__(cls)
        lists.start, lists.items = start, items
        return lists

    def of(self, key: int) -> array[int]:
        """The list of a key."""
        return self.items[self.start[key] : self.start[key + 1]]


def _packed_by_numpy(
    size: int, keys: Sequence[int], values: Sequence[int]
) -> tuple[array[int], array[int]]:
    """The start of each list and the items: a stable sort of the values by their keys."""
    import numpy as np  # noqa: PLC0415  # slow to load

    by_key, own = np.asarray(keys, dtype=np.int32), np.asarray(values, dtype=np.int32)
    ends = np.cumsum(np.bincount(by_key, minlength=size), dtype=np.int32)
    items = own[np.argsort(by_key, kind="stable")]
    return array("i", b"\0\0\0\0" + ends.tobytes()), array("i", items.tobytes())
