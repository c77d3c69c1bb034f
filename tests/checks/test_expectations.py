"""Expectations under every semantics, and notes that tell the truth about a map as it is solved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.analysis.labels import extensions_of_map
from argmap.pipeline import check

if TYPE_CHECKING:
    from pathlib import Path

# A circle of two, one of three, and what hangs on them. Solved by hand:
# preferred: {yes, late} and {no, late}; grounded: {late} alone; stable: none, for `one` attacks
# `two` attacks `three` attacks `one`; ideal as grounded.
MAP = """\
claims:
  yes: {text: Yes it is so., contradicts: no}
  no: No it is not so.
  either: {text: It is decided., granted: false, supported_by: [yes, no]}
  late: The meeting was late.
  hit: {text: The bus was late., attacked_by: yes}
  one: {text: The first is right., attacked_by: three}
  two: {text: The second is right., attacked_by: one}
  three: {text: The third is right., attacked_by: two}
expect:
"""
EXPECTED = {
    # expectation: whether it is met
    "{claim: yes, is: credulous}": True,
    "{claim: yes, is: skeptical}": False,
    "{claim: yes, is: not-credulous}": False,
    "{claim: either, is: skeptical}": True,
    "{claim: either, is: credulous}": True,
    "{claim: either, is: skeptical, semantics: grounded}": False,
    "{claim: either, is: open}": True,
    "{claim: either, is: stands, semantics: preferred}": True,
    "{claim: either, is: in, semantics: preferred}": True,
    "{claim: late, is: skeptical}": True,
    "{claim: one, is: not-credulous}": True,
    "{claim: one, is: credulous}": False,
    "{claim: yes, is: credulous, semantics: ideal}": False,
    "{claim: late, is: skeptical, semantics: ideal}": True,
    "{claim: late, is: skeptical, semantics: complete}": True,
    "{claim: late, is: skeptical, semantics: stable}": False,  # no solution is no agreement
    "{claim: late, is: not-credulous, semantics: stable}": False,
    "{claim: yes, is: credulous, semantics: stable, reject: one}": True,
    "{claim: yes, is: skeptical, semantics: stable, reject: [one, no]}": True,
    "{claim: yes, is: stands, reject: no}": True,
    "{claim: no, is: not-credulous, accept: yes, reject: no}": True,
    "{claim: hit, is: out, reject: no, objections: defeat}": True,
    "{claim: hit, is: undec, reject: no}": True,
    "{claim: hit, is: contested, reject: no, objections: contest}": True,
}


@pytest.mark.parametrize("expectation", EXPECTED)
def test_an_expectation_is_judged_under_its_semantics(tmp_path: Path, expectation: str) -> None:
    (tmp_path / "a.yaml").write_text(MAP + f"  - {expectation}\n")
    checked = check(tmp_path / "a.yaml", notes=False)
    unmet = [problem.code for problem in checked.diagnostics if problem.code[:3] == "AM6"]
    assert unmet == ([] if EXPECTED[expectation] else ["AM601"])


def test_what_too_many_solutions_leave_open_is_not_called_met(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Five open choices that bear on one claim have 32 solutions."""
    monkeypatch.setattr(extensions_of_map, "_MOST", 20)
    monkeypatch.setattr(extensions_of_map, "_FEWEST", 1)
    pairs = "".join(
        f"  y{at}: {{text: Yes to {at}., contradicts: n{at}}}\n  n{at}: No to {at}.\n"
        for at in range(5)
    )
    yes = ", ".join(f"y{at}" for at in range(5))
    (tmp_path / "a.yaml").write_text(
        f"claims:\n{pairs}"
        f"  all: {{text: All is well., granted: false, supported_by: [{{premises: [{yes}]}}]}}\n"
        "  never: {text: Nothing is well., granted: false, supported_by: {premises: [y0, n0]}}\n"
        "expect:\n"
        "  - {claim: all, is: skeptical}\n"
        "  - {claim: y0, is: credulous}\n"
        "  - {claim: never, is: not-credulous}\n"
    )
    problems = check(tmp_path / "a.yaml", notes=False).diagnostics
    assert [(problem.code, problem.location.line) for problem in problems] == [
        ("AM601", 15),
        ("AM602", 17),
    ]


def test_an_objection_that_falls_by_itself_needs_no_answer(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "claims:\n"
        "  x: {text: X holds., attacked_by: [bare, blocked, alive]}\n"
        "  bare: {text: Nobody shows it., granted: false}\n"
        "  blocked:\n"
        "    text: The step is blocked.\n"
        "    supported_by: [{premises: ground, undercut_by: reason}]\n"
        "  ground: The ground is there.\n"
        "  reason: The step is bad.\n"
        "  alive: It is alive.\n"
    )
    notes = [problem.message for problem in check(tmp_path).diagnostics if problem.code == "AM451"]
    assert sorted(notes) == [
        "nobody answers the attack of `alive` on `x`",
        "nobody answers the attack of `reason` on the step from `ground` to `blocked`",
    ]


def test_credences_that_change_nothing_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "claims:\n"
        "  a: {text: A stands here., credence: 0.3}\n"
        "  b: {text: B says it again., credence: 0.9, restates: a}\n"
        "  c: {text: C is another., supported_by: [a]}\n"
        "stances:\n"
        "  one: {name: One, reject: [b], credences: {a: 0.2, c: 0.5}}\n"
        "  two: {name: Two, accept: [c], credences: {a: 0.2}}\n"
    )
    codes = {"AM456": "note", "AM411": "warning"}
    problems = [
        (problem.code, problem.claim, problem.severity.value, problem.location.line)
        for problem in check(tmp_path).diagnostics
        if problem.code in codes
    ]
    assert problems == [("AM456", "b", "note", 3), ("AM411", "a", "warning", 6)]
