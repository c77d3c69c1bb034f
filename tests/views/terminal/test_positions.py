"""Positions as text: what was reached before the time was up is shown."""

from __future__ import annotations

from argmap.analysis.people.positions import PositionsFinding
from argmap.analysis.reading_of_map import Reading
from argmap.views.terminal.positions import positions_text
from tests.maps import read_map


def test_positions_reached_before_the_time_was_up_are_shown() -> None:
    argument_map = read_map("a - b; b - a")
    reached = PositionsFinding("preferred", (("a",), ("b",)), None, (), ("a", "b"))
    lines = [*positions_text(Reading(argument_map), reached)]
    assert lines[0].startswith("There are more standpoints than were looked at")
    assert [line for line in lines if line.startswith(("1.", "2."))] == [
        "1. holds 1 “a”",
        "2. holds 1.1 “b”",
    ]


def test_without_any_the_time_is_what_is_complained_of() -> None:
    argument_map = read_map("a - b; b - a")
    lines = positions_text(Reading(argument_map), PositionsFinding("preferred"))
    assert [*lines] == ["The time was up before a standpoint was found (--time-limit)."]
