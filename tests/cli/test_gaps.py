"""The answers of the commands about claims that are still to be supported."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

PUMP = """\
claims:
  safe:
    text: The pump is safe.
    supported_by: [{premises: [leakage, pressure]}, {premises: [leakage, inspected]}]
  pressure: {text: Overpressure is handled., granted: pending}
  leakage: {text: Leakage is handled., granted: false, attacked_by: rust}
  inspected: {text: It was inspected., granted: pending}
  rust: Rust eats every seal.
  loud: {text: It is loud., supported_by: heard}
  heard: {text: It was heard., supported_by: loud}
  cheap: {text: It is cheap., supported_by: price}
  price: It costs little.
"""


@pytest.fixture(name="pump")
def _pump(argmap: Argmap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Argmap:
    """Ask about the pump, on a wide terminal."""
    (tmp_path / "pump.yaml").write_text(PUMP)
    monkeypatch.setenv("COLUMNS", "1000")
    return lambda *words: argmap(*words, "--map", "pump.yaml")


def answer_of(pump: Argmap, *words: Any) -> Any:  # noqa: ANN401  # JSON
    outcome = pump(*words, "--json")
    assert outcome.code == 0, outcome.err
    return json.loads(outcome.out)


def test_gaps_answer_with_the_keys_agreed(pump: Argmap) -> None:
    safe = {
        "claim": "safe",
        "derivable": False,
        "gaps": [["inspected", "leakage"], ["leakage", "pressure"]],
        "stands": [False, False],
        "needed": ["leakage"],
        "circles": [],
        "total": 2,
        "complete": True,
        "stopped": None,
    }
    assert answer_of(pump, "gaps", "safe") == {"schema": "argmap.gaps/1", **safe}
    table = answer_of(pump, "gaps")
    assert (table["schema"], table["complete"]) == ("argmap.gaps/1", True)
    by_claim = {row["claim"]: row for row in table["conclusions"]}
    assert by_claim["safe"] == safe
    assert (by_claim["cheap"]["derivable"], by_claim["cheap"]["gaps"]) == (True, [])
    assert by_claim["heard"]["circles"] == [["heard", "loud"]]


def test_gaps_are_told_with_the_objections_that_would_remain(pump: Argmap) -> None:
    text = pump("gaps", "safe").out
    assert "(2; smallest first)" in text
    assert text.count("it would still not stand: objections keep it down") == 2
    assert "“Leakage is handled” is needed in any case." in text
    answered = pump("gaps", "safe", "--reject", "rust").out
    assert "keep it down" not in answered
    assert "With any of them it stands." in answered
    cut = pump("gaps", "safe", "--limit", "1").out
    assert "and 1 beyond the limit (--limit)" in cut


def test_gaps_tell_what_has_none(pump: Argmap) -> None:
    assert "what is granted carries it" in pump("gaps", "cheap").out
    assert "its reasons go round in a circle" in pump("gaps", "heard").out
    assert "1 other conclusion is carried by what is granted, objections left aside." in pump("gaps").out


def test_premises_name_what_is_still_to_be_supported(pump: Argmap) -> None:
    text = pump("premises", "safe").out
    assert "It rests on nothing yet: " in text
    assert all(name in text for name in ("Overpressure", "Leakage", "inspected"))
    assert "argmap gaps safe pump.yaml" in text
    assert "to be supported: " in pump("premises").out


def test_a_reader_may_take_either_side_of_a_claim_to_be_supported(pump: Argmap) -> None:
    words = [
        pump("status", "pressure", *side).out.split("  ")[1]
        for side in ((), ("--accept", "pressure"), ("--reject", "pressure"))
    ]
    assert words == ["open: to be supported", "stands: accepted", "falls: rejected"]
    turned = answer_of(pump, "overturn", "safe", "--reject", "rust", "--accept", "leakage")
    assert turned["stances"] == [
        {"accept": [id_], "reject": []} for id_ in ("inspected", "pressure")
    ]


def test_the_agenda_has_a_point_for_each_claim_to_be_supported(pump: Argmap) -> None:
    points = answer_of(pump, "agenda")["points"]
    waiting = [point["claims"] for point in points if point["topic"] == "to be supported"]
    assert sorted(waiting) == [["inspected"], ["pressure"]]
    assert "What supports “It was inspected”?" in pump("agenda").out
