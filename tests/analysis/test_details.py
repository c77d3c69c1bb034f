"""What is told of single claims: the same as each claim alone would be told, within limits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.analysis import details as details_
from argmap.analysis.debate.brief import brief
from argmap.analysis.details import details
from argmap.analysis.reading_of_map import Reading
from argmap.analysis.rests_on.premises import premises
from argmap.model.stance import NO_STANCE
from argmap.reading.reader import read
from tests.maps import read_map

if TYPE_CHECKING:
    import pytest

    from argmap.model.argument_map import ArgumentMap


def labelled(argument_map: ArgumentMap) -> Reading:
    return Reading(argument_map, NO_STANCE, argument_map.objections)


def shipped() -> ArgumentMap:
    return read(Path(__file__).parents[2] / "claims").map


def test_briefs_made_together_are_those_made_alone() -> None:
    now = labelled(shipped())
    found = details(now)
    assert len(found.briefs) > 30
    for id_, one in found.briefs.items():
        assert one == brief(now, id_)


def test_every_claim_with_a_derivation_has_its_smallest_sets() -> None:
    now = labelled(read_map("b & c + a; d + a; e - d; x + y; y + x"))
    found = details(now)
    assert set(found.rests) == {"a", "b", "c", "d", "e"}
    assert found.rests["a"].premise_sets == premises(now, "a").premise_sets
    assert set(found.briefs) == {"a", "d", "x", "y"}


def test_of_a_large_map_only_what_is_read_first_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    now = labelled(read_map("b + a; c + b"))
    monkeypatch.setattr(details_, "MOST_CLAIMS", 2)
    found = details(now)
    assert (set(found.rests), set(found.briefs), found.is_whole) == ({"a"}, {"a"}, False)
    monkeypatch.setattr(details_, "MOST_RELATIONS", 1)
    found = details(now)
    assert (set(found.rests), set(found.briefs), found.is_prepared) == ({"a"}, set(), False)
