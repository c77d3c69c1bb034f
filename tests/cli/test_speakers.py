"""Agreement and disagreement in one work are told by speaker, as in an interview of two."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

MAP = """
source: {id: interview, title: Two on the dam, authors: [Ann Amsel, Bert Bock], date: 2020}
claims:
  dam: {text: The dam should go., speaker: Ann Amsel, supported_by: [fish]}
  fish: {text: Fish cannot pass., speaker: "Bock, Bert"}
  blocked: {text: The dam stops fish., speaker: Ann Amsel, restates: fish}
  power: {text: The dam gives power., speaker: Bert Bock, attacks: dam}
  lake: {text: The lake is old., attacks: power}
"""


@pytest.fixture
def interview(tmp_path: Path) -> Path:
    """The folder of the map."""
    (tmp_path / "map.yaml").write_text(MAP)
    return tmp_path


def test_who_disagrees_with_whom_within_a_source_is_told(argmap: Argmap, interview: Path) -> None:
    text = " ".join(argmap("sources", "--map", interview).out.split())
    assert "Contested between people of one source:" in text
    assert "Bert Bock against Ann Amsel, in Amsel and Bock 2020, contested, no effect: " in text
    assert text.count(" against ") == 1, "what both say together is no objection to one of them"
    assert "contested by Bert Bock" in text


def test_who_agrees_with_whom_within_a_source_is_told(argmap: Argmap, interview: Path) -> None:
    text = " ".join(argmap("sources", "--map", interview).out.split())
    assert "somebody else says 1 of these too" in text
    assert "somebody else gives a reason for 1 of these" in text
    assert "on one source, Amsel and Bock 2020 on the word of Ann Amsel and Bert Bock there" in text


def test_a_point_that_several_people_of_one_source_make_names_them(
    argmap: Argmap, interview: Path
) -> None:
    plan = argmap("agenda", "--map", interview, "--reject", "power").out
    assert "Only Amsel and Bock, in Amsel and Bock 2020, say it." in plan


def test_the_answer_for_programs_has_the_people_too(argmap: Argmap, interview: Path) -> None:
    finding = json.loads(argmap("sources", "--map", interview, "--json").out)
    [disagreement] = finding["disagreements"]
    assert disagreement["relation"] == "power~attacks~dam"
    assert (disagreement["speakers"], disagreement["against"]) == (["Bert Bock"], ["Ann Amsel"])
    assert finding["receptions"]["Ann Amsel"]["shared"] == ["blocked"]
    assert finding["disputes"] == []


def test_a_report_tells_of_disagreement_within_a_source(
    argmap: Argmap, interview: Path, tmp_path: Path
) -> None:
    argmap("build", interview, "--format", "report", "-o", tmp_path / "outputs")
    text = (tmp_path / "outputs" / "report.md").read_text()
    tensions = text.split("## Tensions")[1].split("\n## ")[0]
    assert "- Bert Bock against Ann Amsel, in Amsel and Bock 2020: **" in tensions
