"""The public face of findings: every one of them, asked of one map."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import argmap
from argmap.analysis.details import details
from argmap.analysis.overview import overview
from argmap.analysis.status.standard_form import standard_form
from argmap.model.stance import Stance
from tests.maps import read_map

if TYPE_CHECKING:
    from argmap.analysis.finding import Finding
    from argmap.model.argument_map import ArgumentMap

ROOT = Path(__file__).parents[2]
ANALYSIS = ROOT / "src/argmap/analysis"
LONGEST = 100


def findings() -> dict[str, Finding]:
    """A finding of every class, by the name of the class."""
    argument_map, _ = argmap.load(ROOT / "tests/prepared/rent.yaml")
    with_document, _ = argmap.load(ROOT / "tests/cases/read-along/claims")
    before, _ = argmap.load(ROOT / "tests/prepared/rent-before.yaml")
    reading = argmap.Reading(argument_map)
    claim = argument_map.main[0]
    reader = Stance("me", "Me", reject=frozenset({_granted_below(argument_map, claim)}))
    every = (
        argmap.status(argument_map),
        argmap.why(argument_map, claim),
        argmap.whatif(argument_map, reader),
        argmap.overturn(argument_map, claim),
        argmap.premises(argument_map, claim),
        argmap.premises(argument_map),
        argmap.gaps(read_map("pending a; a & b + c"), "c"),
        argmap.gaps(read_map("pending a; a & b + c")),
        argmap.dependents(argument_map, min(reader.reject)),
        argmap.readers(argument_map, [Stance("you", "You"), reader]),
        argmap.positions(argument_map),
        argmap.sources(argument_map),
        argmap.coverage(with_document, ROOT / "tests/cases/read-along/documents"),
        argmap.questions(argument_map),
        argmap.brief(argument_map, claim),
        argmap.agenda(argument_map),
        argmap.diff(before, argument_map),
        standard_form(reading, claim),
        overview(reading),
        details(reading),
        argmap.probability(argument_map, claim),
        argmap.strength(argument_map),
        argmap.attribution(argument_map, claim),
    )
    return {type(finding).__name__: finding for finding in every}


def _granted_below(argument_map: ArgumentMap, claim: str) -> str:
    return argmap.premises(argument_map, claim).premises[0]


FINDINGS = findings()
each = pytest.mark.parametrize("finding", FINDINGS.values(), ids=FINDINGS.keys())


def test_every_class_that_answers_is_here() -> None:
    classes = {
        node.name
        for path in ANALYSIS.rglob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id == "Finding" for base in node.bases)
    }
    named = {
        node.name
        for path in ANALYSIS.rglob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and node.name.endswith("Finding")
    }
    assert classes == FINDINGS.keys()
    assert named - {"Finding"} <= classes


@each
def test_a_finding_becomes_a_dictionary_that_json_holds(finding: Finding) -> None:
    plain = finding.to_dict()
    assert plain
    assert json.loads(json.dumps(plain, allow_nan=False)) == plain


@each
def test_a_finding_becomes_rows_with_the_same_keys(finding: Finding) -> None:
    rows = finding.rows()
    assert rows
    assert {tuple(cells) for cells in rows} == {tuple(rows[0])}
    cells = [cell for row in rows for cell in row.values()]
    assert all(type(cell) in {str, int, float, bool, tuple, type(None)} for cell in cells)
    assert all(type(id_) is str for cell in cells if isinstance(cell, tuple) for id_ in cell)


@each
def test_a_finding_shows_itself_in_a_short_line(finding: Finding) -> None:
    shown = repr(finding)
    assert shown.startswith(f"<{type(finding).__name__}: ")
    assert len(shown) < LONGEST
    assert "\n" not in shown


def test_a_line_stays_short_where_ids_are_long() -> None:
    name = "x" * 300
    stance = Stance(reject=frozenset({"a"}), accept=frozenset({name}))
    shown = repr(argmap.whatif(read_map(f"{name}; a + b"), stance))
    assert len(shown) < LONGEST
    assert shown.endswith("…>")


def test_the_line_of_a_status_counts_words() -> None:
    argument_map, _ = argmap.load(ROOT / "claims")
    assert repr(argmap.status(argument_map)).startswith("<StatusFinding: 103 claims, ")


def test_rows_say_what_the_finding_says() -> None:
    finding = FINDINGS["StatusFinding"]
    assert isinstance(finding, type(argmap.status(argmap.load(ROOT / "claims")[0])))
    by_claim = {cells["claim"]: cells for cells in finding.rows()}
    assert by_claim.keys() == finding.claims.keys()
    assert all(cells["word"] == finding.claims[id_].word for id_, cells in by_claim.items())
