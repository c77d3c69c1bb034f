"""Arrays of integers as numpy sees them, and from which size on that is worth it."""

from __future__ import annotations

from array import array

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

WORTH_NUMPY = 100_000
"""The items of a column above which numpy is worth the time that it takes to load."""


def is_large(items: int) -> bool:
    """Whether so many items take longer to go through in Python than numpy takes to load.

    >>> is_large(50)
    False
    """
    return items > WORTH_NUMPY


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


def view_of_marks(marks: bytes | bytearray) -> NDArray[np.uint8]:
    """Marks as numpy sees and sets them, not copied.

    >>> view_of_marks(bytearray([0, 1])).tolist(), view_of_marks(bytes([1])).tolist()
    ([0, 1], [1])
    """
    import numpy as np  # noqa: PLC0415  # slow to load

    # Through a view of memory, as numpy reads bytes themselves as the digits of one number.
    return np.asarray(memoryview(marks), dtype=np.uint8)


def array_of(entries: NDArray[np.integer]) -> array[int]:
    """The entries of a numpy array, in an array of the standard library.

    >>> array_of(view([3, 1]))
    array('i', [3, 1])
    """
    import numpy as np  # noqa: PLC0415  # slow to load

    column = array("i")
    column.frombytes(np.ascontiguousarray(entries, dtype=np.int32).data.cast("B"))
    return column


def sorted_places(keys: Sequence[int]) -> NDArray[np.integer]:
    """The places of a column in the order of its numbers; equal ones stay in their order.

    The numbers are not negative.

    >>> sorted_places([3, 1, 3, 0]).tolist()
    [3, 1, 0, 2]
    """
    import numpy as np  # noqa: PLC0415  # slow to load

    # A stable sort of keys alone is several times slower than a sort of keys and places in one.
    rows = view(keys).astype(np.int64) << 32 | np.arange(len(keys))
    rows.sort()
    return rows & 0xFFFFFFFF
