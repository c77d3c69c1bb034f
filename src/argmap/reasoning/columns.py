"""Columns of numbers worked on whole: plainly where they are short, by numpy where they are long.

A pass over a large map spends its time on each step of Python by itself. These functions take a
column at a time instead; passes are written in them once, for maps of any size. Numbers are in
arrays of type `i`, marks and other small values in bytes.
"""

from __future__ import annotations

from array import array
from itertools import accumulate, chain, compress, count, pairwise, repeat
from operator import add, sub

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any, TypeAlias

    from numpy.typing import NDArray

    Numbers: TypeAlias = "array[int]"
    Marks: TypeAlias = "bytes | bytearray"

WORTH_NUMPY = 100_000
"""The items of a column above which numpy is worth the time that it takes to load."""


def places(marks: Marks) -> Numbers:
    """The places of a column that are marked, in ascending order.

    >>> list(places(bytes([0, 1, 1])))
    [1, 2]
    """
    if len(marks) > WORTH_NUMPY:
        import numpy as np  # noqa: PLC0415  # slow to load

        return _array(np.flatnonzero(np.frombuffer(marks, np.uint8)))
    return array("i", compress(count(), marks))


def marked(size: int, at: Sequence[int]) -> bytearray:
    """A column with a mark, 1, at each of these places, and 0 elsewhere.

    >>> list(marked(3, [2, 2]))
    [0, 0, 1]
    """
    marks = bytearray(size)
    if len(at) > WORTH_NUMPY:
        _view(marks)[_view(at)] = 1
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
        bits |= _integer(marks.translate(bytes([0, bit]).ljust(256)))
        size = len(marks)
    return bits.to_bytes(size, "little")


def _integer(marks: Marks) -> int:
    # Python works on the bytes of a large integer at once.
    return int.from_bytes(marks, "little")


def taken(values: Numbers, at: Sequence[int]) -> Numbers:
    """The numbers at these places, in their order.

    >>> list(taken(array("i", [5, 6, 7]), [2, 0]))
    [7, 5]
    """
    if len(at) > WORTH_NUMPY:
        return _array(_view(values)[_view(at)])
    return array("i", map(values.__getitem__, at))


def marks_at(marks: Marks, at: Sequence[int]) -> bytes:
    """The marks at these places, in their order.

    >>> list(marks_at(bytes([0, 1]), [1, 1, 0]))
    [1, 1, 0]
    """
    if len(at) > WORTH_NUMPY:
        taken_marks: bytes = _view(marks)[_view(at)].tobytes()
        return taken_marks
    return bytes(map(marks.__getitem__, at))


def kept(values: Sequence[int], marks: Marks) -> Numbers:
    """The numbers that are marked, in their order.

    >>> list(kept([5, 6, 7], bytes([1, 0, 1])))
    [5, 7]
    """
    if len(marks) > WORTH_NUMPY:
        return taken(_numbers(values), places(marks))
    return array("i", compress(values, marks))


def put(values: Numbers, at: Sequence[int], new: Sequence[int]) -> None:
    """Put these numbers at these places of a column.

    >>> column = array("i", [5, 6, 7])
    >>> put(column, [2, 0], [1, 9])
    >>> list(column)
    [9, 6, 1]
    """
    if len(at) > WORTH_NUMPY:
        _view(values)[_view(at)] = _view(new)
        return
    for place, number in zip(at, new, strict=True):
        values[place] = number


def ranks(marks: Marks, first: int) -> Numbers:
    """A number for each marked place, in ascending order from the first; -1 where no mark is.

    >>> list(ranks(bytes([1, 0, 1]), 7))
    [7, -1, 8]
    """
    numbers = array("i", b"\xff" * 4 * len(marks))
    at = places(marks)
    put(numbers, at, range(first, first + len(at)))
    return numbers


def lengths(start: Numbers) -> Numbers:
    """The lengths of lists that begin at these places; the last place is where the last one ends.

    >>> list(lengths(array("i", [0, 2, 2, 5])))
    [2, 0, 3]
    """
    if len(start) > WORTH_NUMPY:
        import numpy as np  # noqa: PLC0415  # slow to load

        return _array(np.diff(_view(start)))
    return array("i", map(sub, start[1:], start))


def starts(of_lengths: Sequence[int]) -> Numbers:
    """The places where lists of these lengths begin, and where the last one ends.

    >>> list(starts([2, 0, 3]))
    [0, 2, 2, 5]
    """
    return array("i", accumulate(of_lengths, initial=0))


def repeated(values: Sequence[int], times: Sequence[int]) -> Numbers:
    """Each of these numbers as often as its list is long.

    >>> list(repeated([5, 6, 7], [2, 0, 1]))
    [5, 5, 7]
    """
    if len(times) > WORTH_NUMPY:
        return _array(_view(values).repeat(_view(times)))
    return array("i", chain.from_iterable(map(repeat, values, times)))


def least(marks: Marks, start: Numbers) -> bytes:
    """The smallest of the marks of each list; no list is empty.

    >>> list(least(bytes([1, 0, 1, 2]), array("i", [0, 2, 4])))
    [0, 1]
    """
    if len(marks) == len(start) - 1:  # each list has one item
        return bytes(marks)
    if len(start) > WORTH_NUMPY:
        import numpy as np  # noqa: PLC0415  # slow to load

        smallest: bytes = np.minimum.reduceat(_view(marks), _view(start)[:-1]).tobytes()
        return smallest
    return bytes([min(marks[first:end]) for first, end in pairwise(start)])


def lesser(marks: Marks, others: Marks) -> bytes:
    """The smaller of the marks of two columns, place by place.

    >>> list(lesser(bytes([0, 2]), bytes([1, 1])))
    [0, 1]
    """
    if len(marks) > WORTH_NUMPY:
        import numpy as np  # noqa: PLC0415  # slow to load

        smaller: bytes = np.minimum(_view(marks), _view(others)).tobytes()
        return smaller
    return bytes(map(min, marks, others))


def with_last(items: Numbers, start: Numbers, last: Sequence[int]) -> tuple[Numbers, Numbers]:
    """The items and starts of these lists with one more number at the end of each.

    >>> items, start = with_last(array("i", [5, 6, 7]), array("i", [0, 2, 3]), [8, 9])
    >>> list(items), list(start)
    ([5, 6, 8, 7, 9], [0, 3, 5])
    """
    later = array("i", map(add, start, count()))
    if len(last) > WORTH_NUMPY:
        import numpy as np  # noqa: PLC0415  # slow to load

        return _array(np.insert(_view(items), _view(start)[1:], _view(last))), later
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
    if len(keys) > WORTH_NUMPY:
        import numpy as np  # noqa: PLC0415  # slow to load

        first, own = _view(start)[_view(keys)], _view(lengths(start))[_view(keys)]
        new_start = starts(_array(own))
        shift = first - _view(new_start)[:-1]
        at = shift.repeat(own) + np.arange(new_start[-1], dtype=np.int32)
        return _array(_view(items)[at]), new_start
    new_start = starts([start[key + 1] - start[key] for key in keys])
    chosen = array("i")
    for key in keys:
        chosen.extend(items[start[key] : start[key + 1]])
    return chosen, new_start


def in_order(keys: Sequence[int]) -> Numbers:
    """The places of a column in the order of its numbers; equal ones stay in their order.

    >>> list(in_order([3, 1, 3, 0]))
    [3, 1, 0, 2]
    """
    if len(keys) > WORTH_NUMPY:
        return _array(_view(keys).argsort(kind="stable"))
    return array("i", sorted(range(len(keys)), key=keys.__getitem__))


def _view(values: Sequence[int] | Marks) -> NDArray[Any]:
    """A column as numpy sees it, without a copy."""
    import numpy as np  # noqa: PLC0415  # slow to load

    if isinstance(values, range):
        return np.arange(values.start, values.stop, values.step, dtype=np.int32)
    if isinstance(values, (bytes, bytearray)):
        return np.frombuffer(values, np.uint8)
    return np.asarray(values, dtype=np.int32)


def _array(values: NDArray[Any]) -> Numbers:
    import numpy as np  # noqa: PLC0415  # slow to load

    return array("i", values.astype(np.int32, copy=False).tobytes())


def _numbers(values: Iterable[int]) -> Numbers:
    return values if isinstance(values, array) else array("i", values)
