"""The commands for debates and seminars: their columns, formats and minutes, and misuse of them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

MAP = str(Path(__file__).parents[1] / "cases" / "uniforms" / "claims")
FLOW = ("brief", "uniform", MAP, "--layout", "flow")


def test_a_flow_sheet_has_a_column_for_each_speech(argmap: Argmap) -> None:
    outcome = argmap(*FLOW, "--speeches", "1AC, 1NC,2AC,2NC,1AR,2NR", "--side", "against")
    assert outcome.code == 0
    assert "| 1AC | 1NC | 2AC | 2NC | 1AR | 2NR |" in outcome.out
    first = next(line for line in outcome.out.splitlines() if line.startswith("| 1 "))
    assert not first.startswith("| Against"), "the first speech is for the claim on both sheets"


def test_a_flow_sheet_comes_as_csv(argmap: Argmap) -> None:
    outcome = argmap(*FLOW, "--format", "csv")
    rows = [*csv.DictReader(io.StringIO(outcome.out))]
    assert {row["speech"] for row in rows} >= {"Claim", "They say", "We answer", "They reply"}
    assert any(row["quotation"] == "“they did a lot else that year”" for row in rows)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("brief", "uniform", MAP, "--format", "csv"), "add `--layout flow`"),
        (("brief", "uniform", MAP, "--speeches", "1AC,1NC,2AC"), "add `--layout flow`"),
        ((*FLOW, "--speeches", "1AC,1NC"), "needs at least 3 names"),
        ((*FLOW, "--speeches", "1AC,,2AC"), "needs at least 3 names"),
        (("agenda", MAP, "--minutes", "4"), "4 is not in the range"),
        (("agenda", MAP, "--format", "csv"), "'csv' is not one of"),
    ],
)
def test_misuse_says_what_to_do_instead(
    argmap: Argmap, words: tuple[str, ...], message: str
) -> None:
    outcome = argmap(*words)
    assert outcome.code == 2
    assert message in " ".join(outcome.err.split())
    assert not outcome.out


def test_the_minutes_of_an_agenda_are_in_its_answer(argmap: Argmap) -> None:
    points = json.loads(argmap("agenda", MAP, "--minutes", "13", "--json").out)["points"]
    assert [point["minutes"] for point in points] == [7, 6, None, None, None, None]
    assert points[0]["distance"] == 0
    text = argmap("agenda", MAP, "--minutes", "13").out
    assert text.count(" minutes). ") == 2
    assert "## If time is left" in text
