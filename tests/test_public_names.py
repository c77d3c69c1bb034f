"""The names that `import argmap` offers, and what its questions answer."""

from __future__ import annotations

from pathlib import Path

import pytest

import argmap
from argmap.analysis.debate.agenda import agenda
from argmap.analysis.debate.brief import brief
from argmap.analysis.debate.questions import questions
from argmap.analysis.people.sources import sources
from argmap.analysis.reading_of_map import Reading
from argmap.errors import UsageError
from argmap.model.stance import Stance

ROOT = Path(__file__).parents[1]


def test_every_public_name_is_there_and_asks_what_its_command_asks() -> None:
    assert all(getattr(argmap, name) for name in argmap.__all__)
    shipped, _ = argmap.load(ROOT / "claims")
    rejected = Stance(reject=frozenset({"us-inconsistent"}))
    reading = Reading(shipped, rejected, shipped.objections)
    claim = "must-act-independently"
    assert argmap.brief(shipped, claim, stance=rejected) == brief(reading, claim)
    assert argmap.questions(shipped, claim, stance=rejected, limit=2) == questions(
        reading, claim, 2
    )
    assert argmap.agenda(shipped, stance=rejected) == agenda(reading)
    assert argmap.sources(shipped, stance=rejected) == sources(reading)
    assert argmap.diff(shipped, shipped).status == {}
    with pytest.raises(UsageError):
        argmap.brief(shipped, "nonsense")
