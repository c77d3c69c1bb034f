"""`argmap add` and `argmap rename` write as a careful person would, and nothing else changes."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

EDITS = Path(__file__).parent / "edits"
CASES = sorted(path.name for path in EDITS.iterdir())
FILE = "claims/small.yaml"


@pytest.mark.parametrize("name", CASES)
def test_an_edit_is_as_an_author_would_write_it(argmap: Argmap, name: str) -> None:
    file, case = Path(FILE), EDITS / name
    file.write_bytes((case / "before.yaml").read_bytes())
    outcome = argmap(*shlex.split((case / "command.txt").read_text()))
    if os.environ.get("ARGMAP_UPDATE"):
        (case / "after.yaml").write_bytes(file.read_bytes())
        (case / "answer.txt").write_text(outcome.out)
    assert outcome.code == 0, outcome.err
    assert file.read_bytes() == (case / "after.yaml").read_bytes()
    assert outcome.out == (case / "answer.txt").read_text()
    errors = re.findall(r"error (AM\d+)", argmap("check").out)
    assert {*errors} <= {"AM601"}  # a new reason may well disappoint an expectation


def test_the_page_shows_what_the_commands_do(argmap: Argmap) -> None:
    page = (Path(__file__).parents[2] / "docs" / "editing.md").read_text()
    before, after = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    [commands] = re.findall(r"```sh\n(.*?)```", page, re.DOTALL)
    file = Path(FILE)
    file.write_text(before)
    for command in commands.splitlines():
        assert argmap(*shlex.split(command)[1:]).code == 0
    assert file.read_text() == after
