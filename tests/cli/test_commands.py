"""The answer of each command, the files it writes, and its exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

import argmap as api
from argmap.views.words import crowded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]


def test_check_answers_with_the_keys_agreed(argmap: Argmap) -> None:
    outcome = argmap("check", "--json")
    assert (outcome.code, outcome.err) == (0, "")
    assert json.loads(outcome.out) == {
        "schema": "argmap.check/1",
        "map": {"claims": 6, "relations": 4, "sources": 1, "drafts": 0},
        "diagnostics": [],
        "quotations": {
            "verified": 0,
            "not_verified": 0,
            "without_document": 1,
            "by_agreement": {},
        },
    }


def test_check_shows_place_line_caret_and_cure(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "claims" / "small.yaml").write_text("claims:\n  a: {txet: A.}\n")
    outcome = argmap("check")
    assert outcome.code == 1
    assert outcome.out.splitlines() == [
        "claims/small.yaml:2:7: error AM201: unknown key `txet`",
        "      a: {txet: A.}",
        "          ^",
        "    did you mean `text`?",
    ]


def test_check_verifies_quotations_in_documents(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    document = tmp_path / "texts" / "report.txt"
    document.write_text("First.\n\nWithout cars\nIt is  quieter, they say.\n")
    assert argmap("check", "--documents", "texts").code == 0
    document.write_text("It is much quieter, they say.")
    outcome = argmap("check", "--documents", "texts", "--json")
    [problem] = json.loads(outcome.out)["diagnostics"]
    assert (outcome.code, problem["code"]) == (1, "AM501")
    assert "It is much quieter" in problem["hint"]
    assert "+ much" in problem["hint"]
    assert argmap("check", "--documents", "nowhere").code == 2


def test_status_answers_with_the_keys_agreed(argmap: Argmap) -> None:
    answer = json.loads(argmap("status", "--json").out)
    assert answer["schema"] == "argmap.status/1"
    assert (answer["semantics"], answer["objections"]) == ("grounded", "contest")
    assert (answer["extensions"], answer["complete"]) == (1, True)
    assert answer["claims"]["close"] == {
        "label": "in",
        "word": "stands",
        "reason": "answered",
        "contested": False,
        "credulous": True,
        "skeptical": True,
        "granted": False,
        "number": "1",
        "roles": ["conclusion"],
    }
    assert answer["relations"]["shops~attacks~close"] == "out"


def test_status_is_given_under_a_stance(argmap: Argmap) -> None:
    def word(*options: str) -> Any:  # noqa: ANN401  # JSON
        return json.loads(argmap("status", "--json", *options).out)["claims"]["close"]["word"]

    assert word() == "stands"
    assert word("--reject", "short") == "contested"
    assert word("--stance", "keeper") == "contested"
    assert word("--reject", "short", "--objections", "defeat") == "falls"
    assert word("--reject", "short", "--accept", "1") == "stands"
    assert argmap("status", "--reject", "cars", "--accept", "cars").code == 2


def test_status_is_given_of_one_claim_by_id_or_number(argmap: Argmap) -> None:
    by_id, by_number = argmap("status", "shops"), argmap("status", "1.4")
    assert by_id.out == by_number.out
    assert by_id.out.startswith("1.4  stands: granted  (shops)")


def test_why_is_a_tree_down_to_the_premises(argmap: Argmap) -> None:
    answer = json.loads(argmap("why", "close", "--json").out)
    claim = answer["claims"][answer["claim"]]
    assert (answer["schema"], answer["claim"], claim["word"]) == (
        "argmap.why/2",
        "close",
        "stands",
    )
    first = claim["supported_by"][0]
    assert (first, answer["relations"][first]["polarity"]) == ("quieter~supports~close", "support")
    assert answer["relations"][first]["premises"] == ["quieter"]
    attack = answer["relations"][claim["attacked_by"][0]]
    assert (attack["polarity"], attack["label"]) == ("attack", "out")
    assert [answer["relations"][id_]["label"] for id_ in attack["undercut_by"]] == ["in"]
    text = argmap("why", "close").out
    assert "“It is quieter” (A report)" in text
    by_default = argmap("why")
    assert by_default.out == text
    assert "the main one: 1 “The old town should be closed.” (close)" in by_default.err


def test_the_same_input_gives_the_same_bytes(argmap: Argmap) -> None:
    for command in (("status", "--json"), ("why", "close", "--json"), ("check", "--json")):
        assert argmap(*command).out == argmap(*command).out


@pytest.mark.parametrize(
    ("words", "claim", "place"),
    [
        ((), None, "claims"),
        (("close", "other.yaml"), "close", "other.yaml"),
        (("other.yaml",), None, "other.yaml"),
        (("sub/other",), None, "sub/other"),
        (("-",), None, "-"),
        (("claims",), None, "claims"),
        (("close",), "close", "claims"),
    ],
)
def test_one_rule_tells_claims_from_maps(
    argmap: Argmap, words: tuple[str, ...], claim: str | None, place: str
) -> None:
    from argmap.cli.options import claim_and_map  # noqa: PLC0415

    assert argmap("--version").code == 0  # stand in the working folder
    assert claim_and_map(words, None) == (claim, place)


def test_a_word_that_is_a_path_and_a_claim_is_reported(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "close").write_text("claims: {x: X.}\n")
    outcome = argmap("status", "close")
    assert "(x)" in outcome.out
    assert "`close` is a path here and a claim" in outcome.err


def test_a_map_is_read_from_the_option_and_from_standard_input(
    argmap: Argmap, tmp_path: Path
) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("claims: {x: X.}\n")
    assert "(x)" in argmap("status", "-m", other).out
    piped = subprocess.run(
        [sys.executable, "-m", "argmap", "status", "x", "-"],
        input=b"claims: {x: X.}\n",
        capture_output=True,
        check=True,
    )
    assert piped.stdout.startswith(b"1  stands: granted  (x)")


def test_errors_leave_stdout_empty(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "claims" / "bad.yaml").write_text(
        "claims: {b: {text: B., supported_by: nowhere}}\n"
    )
    for command in (("status",), ("why", "close"), ("build",), ("status", "--json")):
        outcome = argmap(*command)
        assert (outcome.code, outcome.out) == (1, "")
        assert "AM301" in outcome.err
    assert not (tmp_path / "outputs").exists()


def test_warnings_are_counted_on_stderr(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "claims" / "empty.yaml").write_text("")
    outcome = argmap("status")
    assert outcome.code == 0
    assert outcome.err == "1 warning; see `argmap check`\n"
    assert argmap("-q", "status").err == ""


def test_an_expectation_not_met_is_shown_and_exits_1(argmap: Argmap, tmp_path: Path) -> None:
    file = tmp_path / "claims" / "expect.yaml"
    file.write_text(
        "expect:\n- {claim: close, is: contested, reject: short}\n- {claim: shops, is: in}\n"
    )
    assert argmap("check").code == 0
    file.write_text("expect: {close: falls}\n")
    outcome = argmap("check", "--json")
    [problem] = json.loads(outcome.out)["diagnostics"]
    assert (outcome.code, problem["code"]) == (1, "AM601")
    assert "expected to be `falls`, but is `stands` (answered)" in problem["message"]
    status = argmap("status", "close")
    assert (status.code, "stands" in status.out) == (1, True)


def test_wrong_use_exits_2_and_names_the_nearest(argmap: Argmap) -> None:
    assert "did you mean `status`" in argmap("statsu").err
    assert "did you mean `shops`" in argmap("why", "shosp").err
    assert "no file or folder" in argmap("status", "no/where").err
    for wrong in (
        ("statsu",),
        ("why", "shosp"),
        ("status", "no/where"),
        ("status", "a", "b", "c"),
        ("status", "--objections", "x"),
        ("status", "--stance", "x"),
        ("check", "claims", "-m", "claims"),
    ):
        assert argmap(*wrong).code == 2


def test_schema_is_the_one_in_the_documentation(
    argmap: Argmap, pytestconfig: pytest.Config
) -> None:
    kept = pytestconfig.rootpath / "docs" / "claims.schema.json"
    assert argmap("schema").out == kept.read_text(encoding="utf-8")


def test_help_of_every_command_has_examples(argmap: Argmap) -> None:
    for command in ("new", "check", "schema", "build", "status", "why"):
        outcome = argmap(command, "-h")
        assert outcome.code == 0
        assert f"argmap {command}" in outcome.out


@pytest.mark.skipif(
    sys.platform == "win32",
    reason="NOT TESTED: Windows has another error for a pipe that nobody reads",
)
def test_a_closed_pipe_is_quiet(argmap: Argmap) -> None:
    assert argmap("--version").code == 0
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "argmap", "status"],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_version_needs_no_command_line_library(argmap: Argmap) -> None:
    assert argmap("--version").out == f"argmap {api.__version__}\n"


def test_the_api_has_the_same_words(argmap: Argmap) -> None:
    assert argmap("--version").code == 0
    argument_map, diagnostics = api.load("claims")
    assert {diagnostic.severity.value for diagnostic in diagnostics} <= {"note"}
    assert api.status(argument_map).claims["close"].word == "stands"
    assert api.why(argument_map, "close").reasons[0].claim == "close"
    graph = argument_map.to_networkx()
    assert graph.nodes["shops~attacks~close"]["kind"] == "attacks"
    assert list(graph.successors("short")) == ["short~undercuts~shops~attacks~close"]


def test_a_build_says_that_a_map_has_too_many_relations_to_draw(
    argmap: Argmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "too many to draw" not in argmap("build").err
    monkeypatch.setattr(crowded, "MOST_RELATIONS", 2)
    monkeypatch.setattr(crowded, "MOST_A_CLAIM", 0)
    assert "argmap: 4 relations are too many to draw" in argmap("build").err
    assert "too many to draw" not in argmap("build", "--quiet").err
