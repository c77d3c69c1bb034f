"""The help: short enough to be read whole, and grouped by what a reader wants to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest

from argmap.cli.program import SECTIONS, group

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

COMMANDS = [name for names in SECTIONS.values() for name in names]


def test_without_a_command_the_help_is_shown(argmap: Argmap) -> None:
    outcome = argmap()
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == argmap("--help").out == argmap("-h").out
    assert outcome.out.startswith("Usage: argmap ")


def test_every_summary_stands_whole_in_one_line(
    argmap: Argmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = argmap("--help").out.splitlines()
    for name in COMMANDS:
        command = group.get_command(click.Context(group), name)
        assert command is not None
        assert command.help is not None
        summary = " ".join(command.help.split("\n\n")[0].split())
        assert any(line.split(maxsplit=1) == [name, summary] for line in lines), name


def test_what_specialists_need_comes_last(argmap: Argmap) -> None:
    listed = [line.split()[0] for line in argmap("--help").out.splitlines() if line[:2] == "  "]
    assert [name for name in listed if name in COMMANDS] == COMMANDS
    assert COMMANDS[0] == "brief"
    assert {*COMMANDS[-3:]} == {"schema", "completion", "solve"}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_fits_the_terminal_and_has_an_example(
    argmap: Argmap, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    outcome = argmap(name, "--help")
    lines = outcome.out.splitlines()
    assert (outcome.code, max(map(len, lines)) <= 80) == (0, True)
    assert any(line.startswith(("  argmap ", "  echo ")) for line in lines)
