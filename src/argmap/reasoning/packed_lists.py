"""Lists of integers packed into one array."""

from __future__ import annotations

from array import array
from itertools import accumulate, chain, count, pairwise, repeat
from operator import add, sub

from argmap.reasoning.arrays import array_of, gathered, is_large, sorted_places, view, view_of_marks
from argmap.reasoning.columns import times_of

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.reasoning.columns import Marks, Numbers


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
        self.start, self.items = _packed(size, keys, values)

    @classmethod
    def of_start(cls, start: array[int], items: array[int]) -> PackedLists:
        """The lists of these items, of which that of each key begins at its start."""
        lists = cls.__new__(cls)
        lists.start, lists.items = start, items
        return lists

    def of(self, key: int) -> array[int]:
        """The list of a key."""
        return self.items[self.start[key] : self.start[key + 1]]


def lengths(start: Numbers) -> Numbers:
    """The lengths of lists that begin at these places; the last place is where the last one ends.

    >>> list(lengths(array("i", [0, 2, 2, 5])))
    [2, 0, 3]
    """
    if is_large(len(start)):
        import numpy as np  # noqa: PLC0415  # slow to load

        return array_of(np.diff(view(start)))
    return array("i", map(sub, start[1:], start))


def starts(of_lengths: Sequence[int]) -> Numbers:
    """The places where lists of these lengths begin, and where the last one ends.

    >>> list(starts([2, 0, 3]))
    [0, 2, 2, 5]
    """
    if is_large(len(of_lengths)):
        import numpy as np  # noqa: PLC0415  # slow to load

        ends = array_of(np.cumsum(view(of_lengths), dtype=np.int32))
        return array("i", [0]) + ends
    return array("i", accumulate(of_lengths, initial=0))


def repeated(values: Sequence[int], times: Sequence[int]) -> Numbers:
    """Each of these numbers as often as its list is long.

    >>> list(repeated([5, 6, 7], [2, 0, 1]))
    [5, 5, 7]
    """
    if is_large(len(times)):
        return array_of(view(values).repeat(view(times)))
    return array("i", chain.from_iterable(map(repeat, values, times)))


def least(marks: Marks, start: Numbers) -> bytes:
    """The smallest of the marks of each list; no list is empty.

    >>> list(least(bytes([1, 0, 1, 2]), array("i", [0, 2, 4])))
    [0, 1]
    """
    if len(marks) == len(start) - 1:  # each list has one item
        return bytes(marks)
    if is_large(len(start)):
        import numpy as np  # noqa: PLC0415  # slow to load

        smallest: bytes = np.minimum.reduceat(view_of_marks(marks), view(start)[:-1]).tobytes()
        return smallest
    return bytes([min(marks[first:end]) for first, end in pairwise(start)])


def distinct(items: Numbers, start: Numbers) -> Numbers:
    """The number of different items of each list.

    >>> list(distinct(array("i", [5, 6, 5]), array("i", [0, 3, 3])))
    [2, 0]
    """
    if is_large(len(items)):
        import numpy as np  # noqa: PLC0415  # slow to load

        of_lists = np.arange(len(start) - 1, dtype=np.int64).repeat(np.diff(view(start)))
        rows = of_lists << 32 | view(items)
        rows.sort()
        is_new = np.diff(rows, prepend=-1) != 0
        owners = (rows[is_new] >> 32).astype(np.int32)
        return times_of(len(start) - 1, array_of(owners))
    return array("i", [len({*items[first:end]}) for first, end in pairwise(start)])


def with_last(items: Numbers, start: Numbers, last: Sequence[int]) -> tuple[Numbers, Numbers]:
    """The items and starts of these lists with one more number at the end of each.

    >>> items, start = with_last(array("i", [5, 6, 7]), array("i", [0, 2, 3]), [8, 9])
    >>> list(items), list(start)
    ([5, 6, 8, 7, 9], [0, 3, 5])
    """
    if is_large(len(last)):
        import numpy as np  # noqa: PLC0415  # slow to load

        begins = view(start)
        later = array_of(begins + view(range(len(start))))
        return array_of(np.insert(view(items), begins[1:], view(last))), later
    later = array("i", map(add, start, count()))
    ends, longer = iter(last), array("i")
    for first, end in pairwise(start):
        longer.extend(items[first:end])
        longer.append(next(ends))
    return longer, later


def lists_of(items: Numbers, start: Numbers, keys: Sequence[int]) -> tuple[Numbers, Numbers]:
    """The items and starts of the lists with these keys, in their order.

    >>> items, start = lists_of(array("i", [5, 6, 7]), array("i", [0, 2, 3]), [1, 0])
    >>> list(items), list(start)
    ([7, 5, 6], [0, 1, 3])
    """
    if is_large(len(keys)):
        chosen_items, own = gathered(view(start), view(items), view(keys))
        return array_of(chosen_items), starts(array_of(own))
    new_start = starts([start[key + 1] - start[key] for key in keys])
    chosen = array("i")
    for key in keys:
        chosen.extend(items[start[key] : start[key + 1]])
    return chosen, new_start


def _packed(size: int, keys: Sequence[int], values: Sequence[int]) -> tuple[Numbers, Numbers]:
    """The start of each list, and the items: values by their keys, those of one key in order."""
    start = starts(times_of(size, keys))
    if is_large(len(keys)):
        return start, array_of(view(values)[sorted_places(keys)])
    items, free = array("i", bytes(4 * len(keys))), start[:]
    for key, value in zip(keys, values, strict=True):
        place = free[key]
        items[place] = value
        free[key] = place + 1
    return start, items
