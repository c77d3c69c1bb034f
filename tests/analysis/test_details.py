"""Details of many claims made together: the same as of each claim alone, within limits."""

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
    claim_details = details(now)
    assert len(claim_details.briefs) > 30
    for id_, made_together in claim_details.briefs.items():
        assert made_together == brief(now, id_)


def test_every_claim_with_a_derivation_has_its_smallest_sets() -> None:
    now = labelled(read_map("b & c + a; d + a; e - d; x + y; y + x"))
    claim_details = details(now)
    assert set(claim_details.rests) == {"a", "b", "c", "d", "e"}
    assert claim_details.rests["a"].premise_sets == premises(now, "a").premise_sets
    assert set(claim_details.briefs) == {"a", "d", "x", "y"}


def test_a_large_map_has_details_of_the_main_claims_only(monkeypatch: pytest.MonkeyPatch) -> None:
    now = labelled(read_map("b + a; c + b"))
    monkeypatch.setattr(details_, "MOST_CLAIMS", 2)
    claim_details = details(now)
    assert (set(claim_details.rests), set(claim_details.briefs), claim_details.is_whole) == (
        {"a"},
        {"a"},
        False,
    )
    monkeypatch.setattr(details_, "MOST_RELATIONS", 1)
    claim_details = details(now)
    assert (set(claim_details.rests), set(claim_details.briefs), claim_details.is_prepared) == (
        {"a"},
        set(),
        False,
    )
