"""Sentences of a report that depend on how many claims they are about."""

from __future__ import annotations

import re
from pathlib import Path

import argmap
from argmap.views.sheets.report.report import render_report
from tests.maps import read_map

TANGLE = Path(__file__).parents[3] / "prepared" / "tangle.yaml"


def told() -> str:
    argument_map, _ = argmap.load(TANGLE)
    text, _ = render_report(argmap.Reading(argument_map))
    return text


def test_a_tension_is_worded_by_the_number_of_claims_in_it() -> None:
    text = told()
    assert "- 1.5 “This claim does not hold” tells against itself.\n" in text
    assert "pay” tell against each other in a circle, and none gives in.\n" in text
    assert "neither gives in" not in text


def test_no_heading_ends_in_a_full_stop() -> None:
    assert not re.findall(r"^#.*\.$", told(), re.MULTILINE)


def test_an_objection_with_a_failed_answer_is_not_called_unanswered() -> None:
    text = told()
    assert "1 objection to a reason has no answer that holds." in text
    assert "Objections to reasons to which no answer in the map holds:" in text


def test_a_refuted_claim_is_told_with_the_objection_that_refutes_it() -> None:
    argument_map = read_map("low + top; other + top; strong -! low; cut / r; r: base + gone")
    text, _ = render_report(argmap.Reading(argument_map))
    section = text.split("## What is refuted\n")[1].split("\n## ")[0]
    assert "Falls** (refuted)" in section
    assert "strong (stands). *Unanswered.*" in section
    assert "gone" not in section, "what a blocked step brought down is not refuted"


def test_a_map_without_conclusion_says_why_there_is_none() -> None:
    text, _ = render_report(argmap.Reading(read_map("a - b; b - a")))
    assert "none is supported, and each that is attacked is itself an objection" in text
    text, _ = render_report(argmap.Reading(read_map("a b")))
    assert "nothing supports or attacks another" in text
