"""Columns of integers that a framework may have a million of: counted, sorted, worked off in part.

Large ones go through numpy, small ones do not: loading it takes longer than all that these need.
"""

from __future__ import annotations

import sys
from array import array
from itertools import accumulate, islice

from argmap.reasoning import columns

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeAlias

    import numpy as np
    from numpy.typing import NDArray

    Agenda: TypeAlias = list[int] | array[int]

_WIDE = 250  # steps one by one that take about as long as one round of numpy


def is_large(items: int) -> bool:
    """Whether so many items take longer to go through in Python than numpy takes to load.

    >>> is_large(50)
    False
    """
    return items > columns.WORTH_NUMPY


def most_one_by_one(items: int) -> int:
    """The width of agenda up to which a framework with so many items takes step after step.

    >>> most_one_by_one(50) == sys.maxsize
    True
    """
    return _WIDE if is_large(items) else sys.maxsize


def first_of(agenda: Agenda, most: int) -> Iterable[int]:
    """The first entries of an agenda, those included that it gets in the meantime.

    >>> agenda = [1, 2]
    >>> for number in first_of(agenda, 3):
    ...     agenda.append(10 * number)
    >>> agenda
    [1, 2, 10, 20, 100]
    """
    return agenda if most == sys.maxsize else islice(agenda, most)


def compact(column: Sequence[int]) -> Sequence[int]:
    """The same column, as an array if it is large: several passes over that are faster.

    >>> compact((3, 1))
    (3, 1)
    """
    return array_of(view(column)) if is_large(len(column)) else column


def extremes(column: Sequence[int]) -> tuple[int, int]:
    """The smallest and the largest entry of a column that has some.

    >>> extremes([3, 1, 2])
    (1, 3)
    """
    if is_large(len(column)):
        entries = view(column)
        return int(entries.min()), int(entries.max())
    return min(column), max(column)


def counted(size: int, column: array[int]) -> array[int]:
    """The number of times that each of the numbers 0..size-1 is in a column.

    >>> list(counted(3, array("i", [2, 0, 2])))
    [1, 0, 2]
    """
    if is_large(len(column)):
        import numpy as np  # noqa: PLC0415  # slow to load

        return array_of(np.bincount(view(column), minlength=size))
    counts = array("i", bytes(4 * size))
    for number in column:
        counts[number] += 1
    return counts


def with_mark(mark: int, marks: bytearray, column: Sequence[int]) -> Agenda:
    """The entries of a column that have this mark, in the order of the column.

    >>> with_mark(0, bytearray([1, 0, 1]), [2, 1, 0, 1])
    [1, 1]
    """
    if is_large(len(column)):
        entries = view(column)
        return array_of(entries[view_of_marks(marks)[entries] == mark])
    return [entry for entry in column if marks[entry] == mark]


def places_of(value: int, column: Agenda | bytearray) -> Agenda:
    """The places of a value in a column, in ascending order.

    >>> places_of(1, bytearray([1, 0, 1]))
    [0, 2]
    """
    if is_large(len(column)):
        import numpy as np  # noqa: PLC0415  # slow to load

        return array_of(np.flatnonzero(np.asarray(column) == value))
    return [place for place, entry in enumerate(column) if entry == value]


def packed(size: int, keys: Sequence[int], values: Sequence[int]) -> tuple[array[int], array[int]]:
    """The values by their keys 0..size-1, those of one key in their order; where each list starts.

    >>> start, items = packed(3, [2, 0, 2], [7, 8, 9])
    >>> list(start), list(items)
    ([0, 1, 1, 3], [8, 7, 9])
    """
    if is_large(len(keys)):
        return _packed_by_numpy(size, keys, values)
    lengths = array("i", bytes(4 * size))
    for key in keys:
        lengths[key] += 1
    start = array("i", accumulate(lengths, initial=0))
    items = array("i", bytes(4 * len(keys)))
    free = start[:]
    for key, value in zip(keys, values, strict=True):
        place = free[key]
        items[place] = value
        free[key] = place + 1
    return start, items


def _packed_by_numpy(
    size: int, keys: Sequence[int], values: Sequence[int]
) -> tuple[array[int], array[int]]:
    import numpy as np  # noqa: PLC0415  # slow to load

    by_key = view(keys)
    start = np.zeros(size + 1, dtype=np.int32)
    np.cumsum(np.bincount(by_key, minlength=size), out=start[1:])
    # A stable sort of keys alone is several times slower than a sort of keys and places in one.
    rows = by_key.astype(np.int64) << 32 | np.arange(len(by_key))
    rows.sort()
    return array_of(start), array_of(view(values)[rows & 0xFFFFFFFF])


def view(column: Sequence[int]) -> NDArray[np.int32]:
    """The entries of a column as numpy sees them; those of an array are not copied.

    >>> view([3, 1]).tolist()
    [3, 1]
    """
    import numpy as np  # noqa: PLC0415  # slow to load

    if isinstance(column, range):  # which numpy would ask for one entry after the other
        return np.arange(column.start, column.stop, column.step, dtype=np.int32)
    # A tuple is made an array in half the time that numpy takes.
    entries = column if isinstance(column, array) else array("i", column)
    return np.asarray(entries, dtype=np.int32)


def view_of_marks(marks: bytearray) -> NDArray[np.uint8]:
    """Marks as numpy sees and sets them, not copied.

    >>> view_of_marks(bytearray([0, 1])).tolist()
    [0, 1]
    """
    import numpy as np  # noqa: PLC0415  # slow to load

    return np.asarray(marks, dtype=np.uint8)


def array_of(entries: NDArray[np.integer]) -> array[int]:
    """The entries of a numpy array, in an array of the standard library.

    >>> array_of(view([3, 1]))
    array('i', [3, 1])
    """
    import numpy as np  # noqa: PLC0415  # slow to load

    column = array("i")
    column.frombytes(np.ascontiguousarray(entries, dtype=np.int32).data.cast("B"))
    return column
