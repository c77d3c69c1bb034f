"""The page on preparing shows the real output of its commands and of its program."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

import argmap
from argmap.analysis.debate.agenda import agenda
from argmap.analysis.debate.brief import brief
from argmap.analysis.debate.questions import questions
from argmap.analysis.people.sources import sources
from argmap.analysis.reading_of_map import Reading
from argmap.cli.program import run
from argmap.errors import UsageError
from argmap.model.stance import Stance

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "preparing.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
COMMANDS = [line for kind, text in BLOCKS if kind == "sh" for line in text.splitlines()]


def words_of(command: str, out: Path) -> list[str]:
    """A command of the page, its output going to the terminal or to another folder."""
    program, *words = shlex.split(command.partition(" > ")[0])
    assert program == "argmap"
    return [*words, "-o", str(out)] if words[0] == "build" else words


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_of_the_page_work(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "HEAD:" in command and not ((ROOT / ".git").exists() and shutil.which("git")):
        pytest.skip("NOT TESTED: this is no clone")
    monkeypatch.chdir(ROOT)
    assert run(words_of(command, tmp_path)) == 0


def test_the_page_shows_the_output_of_the_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("COLUMNS", raising=False)
    output = ""
    for kind, text in BLOCKS:
        if kind == "sh":
            capfd.readouterr()
            run(words_of(text.splitlines()[0], tmp_path))
            output = capfd.readouterr().out
        elif kind == "text":
            assert text in output


def test_the_program_of_the_page_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    [program] = [text for kind, text in BLOCKS if kind == "python"]
    names: dict[str, object] = {}
    exec(compile(program, "preparing.md", "exec"), names)  # noqa: S102  # our own page
    assert names["single"]
    assert names["points"] == argmap.agenda(argmap.load("claims")[0], limit=5).points


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
