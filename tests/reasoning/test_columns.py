"""Columns: numpy gives the same for long ones as Python for short ones, from any kind of bytes."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import pytest

from argmap.analysis.reading_of_map import Reading
from argmap.model.example import THREE_CLAIMS
from argmap.reasoning import arrays, columns

if TYPE_CHECKING:
    from collections.abc import Callable

MARKS = (0, 1, 1, 0, 2)
NUMBERS = array("i", [4, 0, 3, 0, 9])
AT = array("i", [2, 0, 2])


@pytest.mark.parametrize("made", [bytes, bytearray])
@pytest.mark.parametrize(
    "function",
    [
        columns.places,
        lambda marks: columns.marks_at(marks, AT),
        lambda marks: columns.kept(NUMBERS, marks),
        lambda marks: columns.lesser(marks, marks[::-1]),
        lambda marks: list(columns.ranks(marks, 7)),
        lambda marks: columns.marked(len(marks), AT),
    ],
)
def test_a_long_column_gives_what_a_short_one_gives(
    function: Callable[[bytes | bytearray], object],
    made: type[bytes | bytearray],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain = function(made(MARKS))
    monkeypatch.setattr(arrays, "WORTH_NUMPY", -1)
    assert function(made(MARKS)) == plain


def test_a_map_with_many_relations_is_labelled_as_a_small_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain = Reading(THREE_CLAIMS).status
    monkeypatch.setattr(arrays, "WORTH_NUMPY", -1)
    assert Reading(THREE_CLAIMS).status == plain
