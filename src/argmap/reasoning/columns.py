"""Columns of numbers worked on whole: plainly where they are short, by numpy where they are long.

A pass over a large map spends its time on each step of Python by itself. These functions take a
column at a time instead; passes are written in them once, for maps of any size. Numbers are in
arrays of type `i`, marks and other small values in bytes. Columns given together are of one length.
"""

from __future__ import annotations

from array import array
from itertools import compress, count

from argmap.reasoning.arrays import array_of, is_large, sorted_places, view, view_of_marks

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import TypeAlias

    Numbers: TypeAlias = "array[int]"
    Marks: TypeAlias = "bytes | bytearray"


def places(marks: Marks) -> Numbers:
    """The places of a column that are marked, in ascending order.

    >>> list(places(bytes([0, 1, 1])))
    [1, 2]
    """
    if is_large(len(marks)):
        import numpy as np  # noqa: PLC0415  # slow to load

        return array_of(np.flatnonzero(view_of_marks(marks)))
    return array("i", compress(count(), marks))


def marked(size: int, at: Sequence[int]) -> bytearray:
    """A column with a mark, 1, at each of these places, and 0 elsewhere.

    >>> list(marked(3, [2, 2]))
    [0, 0, 1]
    """
    marks = bytearray(size)
    if is_large(len(at)):
        view_of_marks(marks)[view(at)] = 1
        return marks
    for place in at:
        marks[place] = 1
    return marks


def is_value(values: Marks, value: int) -> bytes:
    """A mark wherever the column has this value.

    >>> list(is_value(bytes([0, 2, 1]), 2))
    [0, 1, 0]
    """
    return bytes(values.translate(bytes(value) + b"\1" + bytes(255 - value)))


def is_not(values: Marks, value: int) -> bytes:
    """A mark wherever the column has another value.

    >>> list(is_not(bytes([0, 2, 1]), 2))
    [1, 0, 1]
    """
    return bytes(values.translate(b"\1" * value + b"\0" + b"\1" * (255 - value)))


def both(marks: Marks, others: Marks) -> bytes:
    """A mark wherever both columns have one: the bits that both values have.

    >>> list(both(bytes([0, 1, 1]), bytes([1, 1, 0])))
    [0, 1, 0]
    """
    return (_integer(marks) & _integer(others)).to_bytes(len(marks), "little")


def either(marks: Marks, others: Marks) -> bytes:
    """A mark wherever a column has one, or the other: the bits that some value has.

    >>> list(either(bytes([0, 0, 1]), bytes([1, 0, 1])))
    [1, 0, 1]
    """
    return (_integer(marks) | _integer(others)).to_bytes(len(marks), "little")


def bits_of(marks_of: Mapping[int, Marks]) -> bytes:
    """The bits of which there are marks, place by place; `marks_of` has the marks of each bit.

    >>> list(bits_of({1: bytes([0, 1, 1]), 2: bytes([1, 1, 0])}))
    [2, 3, 1]
    """
    bits, size = 0, 0
    for bit, marks in marks_of.items():
        bits |= _integer(marks.translate(b"\0" + bytes([bit]) * 255))
        size = len(marks)
    return bits.to_bytes(size, "little")


def combined(first: Marks, second: Marks, third: Marks) -> Numbers:
    """One number for each place, made of the values of three columns there.

    >>> list(combined(bytes([1, 0]), bytes([0, 2]), bytes([0, 1])))
    [1, 66048]
    """
    size = len(first)
    if is_large(size):
        import numpy as np  # noqa: PLC0415  # slow to load

        low, middle, high = (
            view_of_marks(column).astype(np.int32) for column in (first, second, third)
        )
        return array_of(low | middle << 8 | high << 16)
    rows = zip(first, second, third, strict=True)
    return array("i", [low | middle << 8 | high << 16 for low, middle, high in rows])


def parted(number: int) -> tuple[int, int, int]:
    """The three values of which `combined` made a number.

    >>> parted(66048)
    (0, 2, 1)
    """
    return number & 255, number >> 8 & 255, number >> 16


def _integer(marks: Marks) -> int:
    # Python works on the bytes of a large integer at once.
    return int.from_bytes(marks, "little")


def taken(values: Sequence[int], at: Sequence[int]) -> Numbers:
    """The numbers at these places, in their order.

    >>> list(taken(array("i", [5, 6, 7]), [2, 0]))
    [7, 5]
    """
    if is_large(len(at)):
        return array_of(view(values)[view(at)])
    return array("i", map(values.__getitem__, at))


def marks_at(marks: Marks, at: Sequence[int]) -> bytes:
    """The marks at these places, in their order.

    >>> list(marks_at(bytes([0, 1]), [1, 1, 0]))
    [1, 1, 0]
    """
    if is_large(len(at)):
        taken_marks: bytes = view_of_marks(marks)[view(at)].tobytes()
        return taken_marks
    return bytes(map(marks.__getitem__, at))


def kept(values: Sequence[int], marks: Marks) -> Numbers:
    """The numbers that are marked, in their order.

    >>> list(kept([5, 6, 7], bytes([1, 0, 1])))
    [5, 7]
    """
    if is_large(len(marks)):
        return taken(compact(values), places(marks))
    return array("i", compress(values, marks))


def put(values: Numbers, at: Sequence[int], new: Sequence[int]) -> None:
    """Put these numbers at these places of a column.

    >>> column = array("i", [5, 6, 7])
    >>> put(column, [2, 0], [1, 9])
    >>> list(column)
    [9, 6, 1]
    """
    if is_large(len(at)):
        view(values)[view(at)] = view(new)
        return
    for place, number in zip(at, new, strict=True):
        values[place] = number


def raised(values: Sequence[int], by: int) -> Numbers:
    """The numbers of a column, each that much larger.

    >>> list(raised([5, 6], 2))
    [7, 8]
    """
    if is_large(len(values)):
        return array_of(view(values) + by)
    return array("i", map(by.__add__, values))


def ranks(marks: Marks, first: int) -> Numbers:
    """A number for each marked place, in ascending order from the first; -1 where no mark is.

    >>> list(ranks(bytes([1, 0, 1]), 7))
    [7, -1, 8]
    """
    numbers = array("i", b"\xff" * 4 * len(marks))
    at = places(marks)
    put(numbers, at, range(first, first + len(at)))
    return numbers


def lesser(marks: Marks, others: Marks) -> bytes:
    """The smaller of the marks of two columns, place by place.

    >>> list(lesser(bytes([0, 2]), bytes([1, 1])))
    [0, 1]
    """
    if is_large(len(marks)):
        import numpy as np  # noqa: PLC0415  # slow to load

        smaller: bytes = np.minimum(view_of_marks(marks), view_of_marks(others)).tobytes()
        return smaller
    return bytes(map(min, marks, others))


def in_order(keys: Sequence[int]) -> Numbers:
    """The places of a column in the order of its numbers; equal ones stay in their order.

    >>> list(in_order([3, 1, 3, 0]))
    [3, 1, 0, 2]
    """
    if is_large(len(keys)):
        return array_of(sorted_places(keys))
    return array("i", sorted(range(len(keys)), key=keys.__getitem__))


def compact(column: Sequence[int]) -> Sequence[int]:
    """The same column, as an array if it is large, over which several passes are faster.

    >>> compact((3, 1)), len(compact(range(200_000)))
    ((3, 1), 200000)
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


def times_of(size: int, column: Sequence[int]) -> array[int]:
    """The number of times that each of the numbers 0..size-1 is in a column.

    >>> list(times_of(3, array("i", [2, 0, 2])))
    [1, 0, 2]
    """
    if is_large(len(column)):
        import numpy as np  # noqa: PLC0415  # slow to load

        return array_of(np.bincount(view(column), minlength=size))
    counts = array("i", bytes(4 * size))
    for number in column:
        counts[number] += 1
    return counts


def zeros(counts: Sequence[int]) -> Numbers:
    """The places of the counts that are zero, in ascending order.

    >>> list(zeros([1, 0, 0]))
    [1, 2]
    """
    if is_large(len(counts)):
        import numpy as np  # noqa: PLC0415  # slow to load

        return array_of(np.flatnonzero(view(counts) == 0))
    return array("i", [place for place, number in enumerate(counts) if not number])


def with_mark(values: Sequence[int], marks: Marks, mark: int) -> Numbers:
    """The numbers whose place in `marks` has this mark, in their order.

    >>> list(with_mark([2, 1, 0, 1], bytearray([1, 0, 1]), 0))
    [1, 1]
    """
    return kept(values, is_value(marks_at(marks, values), mark))
