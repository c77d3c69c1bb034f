"""Many steps along lists at once, with numpy: what the wide agendas of large frameworks need.

A round lowers the counters of all that is on the agenda together; what this lets through is the
next agenda. The fixpoint is unique, hence that of one step after the other. A round makes some 20
calls of numpy however little there is to do, so agendas that have become narrow are handed back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from argmap.reasoning.arrays import gathered, view, view_of_marks

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from argmap.reasoning.packed_lists import PackedLists


class Lists:
    """Packed lists as numpy sees them.

    >>> from argmap.reasoning.packed_lists import PackedLists
    >>> lists = Lists(PackedLists(3, keys=[2, 0, 2], values=[7, 8, 9]))
    >>> lists.of(np.array([2, 1, 0], dtype=np.int32)).tolist()
    [7, 9, 8]
    """

    def __init__(self, packed: PackedLists) -> None:
        self.start = view(packed.start)
        self.items = view(packed.items)

    def of(self, keys: NDArray[np.int32]) -> NDArray[np.int32]:
        """The items of the lists of these keys, one list after the other."""
        return gathered(self.start, self.items, keys)[0]


class Once:
    """Numbers 0..size-1 without their repetitions.

    >>> Once(3).each(np.array([2, 0, 2], dtype=np.int32)).tolist()
    [0, 2]
    """

    def __init__(self, size: int) -> None:
        self._place = np.empty(size, dtype=np.int32)

    def each(self, numbers: NDArray[np.int32]) -> NDArray[np.int32]:
        """Each of these numbers once, where it comes last."""
        places = np.arange(len(numbers), dtype=np.int32)
        self._place[numbers] = places
        return numbers.compress(self._place[numbers] == places)


class Marking:
    """Marks of the numbers 0..size-1 as numpy sees and sets them; 0 is none.

    >>> marks = bytearray([0, 1, 0])
    >>> Marking(marks).put(2, np.array([2, 1, 2], dtype=np.int32)).tolist(), list(marks)
    ([2], [0, 1, 2])
    """

    def __init__(self, marks: bytearray) -> None:
        self.marks = view_of_marks(marks)
        self._once = Once(len(marks))

    def put(self, mark: int, numbers: NDArray[np.int32]) -> NDArray[np.int32]:
        """Give a mark to those of the numbers that have none; these, each once."""
        fresh = self._once.each(numbers[self.marks[numbers] == 0])
        self.marks[fresh] = mark
        return fresh


def lowered(counts: NDArray[np.int32], items: NDArray[np.int32]) -> NDArray[np.int32]:
    """Lower the count of each item as often as it comes; the items whose count is then zero.

    >>> counts = np.array([2, 2, 1], dtype=np.int32)
    >>> lowered(counts, np.array([0, 2, 0, 1], dtype=np.int32)).tolist(), counts.tolist()
    ([0, 2, 0], [0, 1, 0])
    """
    np.subtract.at(counts, items, np.int32(1))  # a Python 1 would take forty times as long
    return items.compress(counts[items] == 0)


class Chaining:
    """Forward chaining in rounds; the arguments are those of `argmap.reasoning.horn.chain_on`."""

    def __init__(
        self, users: PackedLists, heads: array[int], missing: array[int], marks: bytearray
    ) -> None:
        self.users, self.heads, self.missing = Lists(users), view(heads), view(missing)
        self.marks = Marking(marks)

    def run(self, agenda: Sequence[int], wide: int) -> list[int]:
        """Work off an agenda while more than so many atoms are on it; those that remain."""
        atoms = view(agenda)
        while len(atoms) > wide:
            filled = lowered(self.missing, self.users.of(atoms))
            atoms = self.marks.put(1, self.heads[filled])
        narrow: list[int] = atoms.tolist()
        return narrow


def peel(
    successors: PackedLists, counts: array[int], agenda: Sequence[int], wide: int
) -> list[int]:
    """Lower the counts of what follows the agenda while it is wider than this; what remains of it.

    A node whose count comes to zero is put on the agenda.

    >>> from array import array
    >>> from argmap.reasoning.packed_lists import PackedLists
    >>> counts = array("i", [0, 1, 2])
    >>> peel(PackedLists(3, [0, 1, 0], [1, 2, 2]), counts, [0], 0), counts
    ([], array('i', [0, 0, 0]))
    """
    lists, leading_here, once = Lists(successors), view(counts), Once(len(counts))
    nodes = view(agenda)
    while len(nodes) > wide:
        nodes = once.each(lowered(leading_here, lists.of(nodes)))
    narrow: list[int] = nodes.tolist()
    return narrow
