"""Columns: what numpy makes of a long one is what is made plainly of a short one."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

import pytest

from argmap.reasoning import arrays, columns, packed_lists
from tests.maps import for_all

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def bytes_of(drawn: Replayed, size: int) -> bytes:
    return bytes(drawn.below(3) for _ in range(size))


def numbers_of(drawn: Replayed, size: int, below: int) -> array[int]:
    return array("i", [drawn.below(below) for _ in range(size)])


def calls(drawn: Replayed) -> list[tuple[Callable[..., Any], Sequence[Any]]]:
    """Calls of every function of columns, with arguments drawn at random."""
    size, count = 1 + drawn.below(6), 1 + drawn.below(6)
    marks, others = bytes_of(drawn, size), bytes_of(drawn, size)
    values, at = numbers_of(drawn, size, 9), numbers_of(drawn, count, size)
    lengths = array("i", [1 + drawn.below(3) for _ in range(size)])
    start = packed_lists.starts(lengths)
    items = numbers_of(drawn, start[-1], 9)
    maybe_empty = packed_lists.starts([drawn.below(3) for _ in range(size)])
    few = numbers_of(drawn, maybe_empty[-1], 4)
    places = columns.places(bytearray(marks))
    return [
        (columns.places, (marks,)),
        (columns.is_value, (marks, 1)),
        (columns.is_not, (marks, 1)),
        (columns.both, (marks, others)),
        (columns.either, (marks, others)),
        (columns.bits_of, ({1: marks, 2: others},)),
        (columns.combined, (marks, others, marks)),
        (columns.marked, (size, at)),
        (columns.taken, (values, at)),
        (columns.marks_at, (marks, at)),
        (columns.kept, (values, marks)),
        (columns.kept, (range(size), marks)),
        (columns.put, (values, places, range(len(places)))),
        (columns.raised, (values, count)),
        (columns.ranks, (marks, count)),
        (columns.lesser, (marks, others)),
        (columns.in_order, (values,)),
        (columns.extremes, (values,)),
        (columns.compact, (tuple(values),)),
        (columns.times_of, (9, values)),
        (columns.zeros, (values,)),
        (columns.with_mark, (at, bytearray(marks), 1)),
        (packed_lists.lengths, (start,)),
        (packed_lists.repeated, (values, lengths)),
        (packed_lists.least, (bytes_of(drawn, start[-1]), start)),
        (packed_lists.starts, (lengths,)),
        (packed_lists.distinct, (few, maybe_empty)),
        (packed_lists.with_last, (few, maybe_empty, values)),
        (packed_lists.lists_of, (few, maybe_empty, at)),
        (packed_lists.with_last, (items, start, values)),
        (packed_lists.lists_of, (items, start, at)),
        (packed_lists.PackedLists, (9, values, range(size))),
    ]


def answers(drawn: Replayed) -> list[Any]:
    """The results of the calls, and what is then in the columns that they change."""
    made: list[Any] = []
    for function, arguments in calls(drawn):
        answer = function(*arguments)
        if isinstance(answer, packed_lists.PackedLists):
            answer = (answer.start, answer.items)
        if function is columns.put:
            answer = arguments[0]
        made.append([function.__name__, as_lists(answer)])
    return made


def as_lists(answer: Any) -> Any:  # noqa: ANN401  # whatever a function of columns returns
    if isinstance(answer, tuple):
        return [as_lists(part) for part in answer]
    return answer if isinstance(answer, int) else list(answer)


@for_all(lambda drawn: [drawn.below(1_000) for _ in range(200)], 300)
def test_numpy_gives_what_plain_python_gives(drawn: list[int]) -> None:
    plain = answers(Replayed(drawn))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arrays, "WORTH_NUMPY", -1)
        assert answers(Replayed(drawn)) == plain


class Replayed:
    """Numbers that were drawn, given out again in the same order."""

    def __init__(self, drawn: list[int]) -> None:
        self._numbers = iter(drawn)

    def below(self, limit: int) -> int:
        """The next number, brought below a limit."""
        return next(self._numbers) % limit
