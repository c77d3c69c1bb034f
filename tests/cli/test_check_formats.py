"""The answers of `argmap check` to programs, and to senseless words."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from argmap.diagnostics import Diagnostic, Location
from argmap.views.answers.github import workflow_commands

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

BROKEN = "claims:\n  a: {txet: A.}\n"


def test_no_text_can_end_a_workflow_command_or_begin_another() -> None:
    hostile = "100%\r\n::set-output name=a::b"
    [line] = workflow_commands([Diagnostic(Location("a:b,c\n.yaml", 1, 2), "AM301", hostile, "x")])
    assert line == (
        "::error file=a%3Ab%2Cc%0A.yaml,line=1,col=2,title=AM301"
        "::100%25%0D%0A::set-output name=a::b (x)"
    )


def piped(output_format: str) -> str:
    """The answer of a check of standard input."""
    done = subprocess.run(
        [sys.executable, "-m", "argmap", "check", "-", "--output-format", output_format],
        input=BROKEN.encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    return done.stdout.decode()


def test_standard_input_has_a_name_for_programs_that_want_one() -> None:
    assert piped("text").startswith("-:2:7: error AM201")
    assert piped("github").startswith("::error file=stdin,line=2,col=7,title=AM201::")
    [result] = json.loads(piped("sarif"))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "stdin"


@pytest.mark.parametrize("output_format", ["json", "github", "sarif"])
def test_no_answer_says_where_the_working_folder_lies(
    argmap: Argmap, tmp_path: Path, output_format: str
) -> None:
    (tmp_path / "claims" / "small.yaml").write_text(BROKEN)
    outcome = argmap("check", tmp_path / "claims", "--output-format", output_format)
    assert "claims/small.yaml" in outcome.out
    assert str(tmp_path) not in outcome.out


def test_an_empty_word_is_no_folder(argmap: Argmap, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    outcome = argmap("build", "-o", "")
    assert (outcome.code, outcome.out) == (2, "")
    assert "an empty word names no folder" in outcome.err
    assert sorted(tmp_path.iterdir()) == before
