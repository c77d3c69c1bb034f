"""The fate of an objection, in a word: two that are undecided may differ in their effect."""

from __future__ import annotations

import pytest

from argmap.analysis.labels.labelling import Label
from argmap.analysis.reading_of_map import Reading
from argmap.views.words.fates import NO_EFFECT, fate_of_objection
from tests.maps import read_map

CASES = {
    # what else the map has beside "doubt - plan", and the fate of this objection
    "": "unanswered",
    "reply - doubt": NO_EFFECT,
    "reply -! doubt": "answered",
    "reply >< doubt": "undecided",
    "reply - doubt, again - reply": "unanswered",
    "ground + doubt, reply - ground": NO_EFFECT,
}


@pytest.mark.parametrize(("more", "fate"), CASES.items())
def test_an_objection_that_changes_nothing_is_told_apart(more: str, fate: str) -> None:
    reading = Reading(read_map("\n".join(["doubt - plan", *more.split(", ")])))
    objection = reading.map.relations["doubt~attacks~plan"]
    assert fate_of_objection(reading, objection, "rejected") == fate
    is_harmless = fate in {NO_EFFECT, "answered"}
    assert (reading.grounded.claims["plan"] is Label.IN) == is_harmless
