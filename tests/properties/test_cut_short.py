"""Answers under a semantics whose extensions were not found in time: what they tell is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.analysis.labels.extensions_of_map import ExtensionsOfMap
from argmap.analysis.labels.labelling import Label
from argmap.analysis.people.positions import positions
from argmap.analysis.reading_of_map import Reading
from argmap.analysis.status.whatif import whatif
from argmap.model.stance import Stance
from argmap.reasoning.time_limit import TimeUpError
from argmap.views.terminal.status import status_text
from argmap.views.terminal.whatif import whatif_text
from tests.maps import Choices, for_all, map_of, read_map

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.argument_map import ArgumentMap

SEMANTICS = ("complete", "preferred", "stable", "ideal")


def out_of_time(_: int) -> frozenset[int]:
    raise TimeUpError


def cut_at_once(*_: object) -> Iterator[frozenset[int]]:
    """No extension, as the time is up as soon as the first is searched for."""
    return map(out_of_time, [0])


def cut(reading: Reading) -> Reading:
    """The reading, its labels worked out by searches that end at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ExtensionsOfMap, "_of_part", cut_at_once)
        _ = reading.status, reading.own_labels
    return reading


def small_reading(choices: Choices) -> tuple[ArgumentMap, str]:
    return map_of(choices, 5, 9), choices.one_of(SEMANTICS)


@for_all(small_reading, 400)
def test_what_stands_or_falls_without_a_search_does_under_every_extension(
    read: tuple[ArgumentMap, str],
) -> None:
    argument_map, semantics = read
    whole = Reading(argument_map, semantics=semantics).labels
    short = cut(Reading(argument_map, semantics=semantics)).labels
    if not whole.claims:
        return  # no extension, of which everything holds
    for id_, label in short.claims.items():
        is_known = id_ not in short.unsearched or label is not Label.UNDEC
        assert not is_known or whole.claims[id_] is label
    for id_, label in short.relations.items():
        assert label is Label.UNDEC or whole.relations[id_] is label
    assert not (short.complete and short.unsearched)
    assert short.credulous <= whole.credulous


def test_status_and_positions_say_that_nothing_was_found() -> None:
    argument_map = read_map("a - b; b - a; a & c + d")
    reading = cut(Reading(argument_map, semantics="preferred"))
    text = "\n".join(status_text(argument_map, reading.outline, reading.status))
    assert "no preferred standpoint was found in time (--time-limit)" in text
    assert positions(reading).total is None
    assert not positions(reading).positions


def test_whatif_says_that_it_is_partial() -> None:
    argument_map = read_map("a - b; b - a; a & c + d")
    reading = Reading(argument_map, Stance(reject=frozenset({"b"})), semantics="preferred")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ExtensionsOfMap, "_of_part", cut_at_once)
        finding = whatif(reading)
    assert not finding.complete
    assert finding.before.semantics == "grounded"
    text = "\n".join(whatif_text(argument_map, reading.outline, finding))
    assert "No standpoint was found in time on one side" in text
    assert whatif(Reading(argument_map, reading.stance, semantics="preferred")).complete
