"""The promises that hold of every file that is read, sound or not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from argmap.api import why
from argmap.pipeline import check
from argmap.reading.discovery import shown
from argmap.reading.yaml_words import LINE_BREAK
from argmap.views.answers.commands import check_answer
from argmap.views.answers.encoder import dumps
from argmap.views.answers.github import workflow_commands
from argmap.views.answers.sarif import sarif
from argmap.views.sheets.report.report import render_report
from argmap.views.terminal.diagnostics import diagnostics_text

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.diagnostics import Diagnostic
    from argmap.pipeline import Checked


def checked_with_promises_kept(path: Path) -> Checked:
    """The checked file; fails if a place, a hint or an answer is not as promised."""
    checked = check(path)
    lines = _lines_of(path)
    for diagnostic in checked.diagnostics:
        _assert_well_placed(diagnostic, shown(path), lines)
    _assert_answered(checked)
    _assert_analysed(checked)
    return checked


def _lines_of(path: Path) -> list[str]:
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    return LINE_BREAK.split(text)


def _assert_well_placed(diagnostic: Diagnostic, name: str, lines: list[str]) -> None:
    place = diagnostic.location
    assert place.path == name, diagnostic
    assert 1 <= place.line <= len(lines) + 1, diagnostic
    width = len(lines[place.line - 1]) if place.line <= len(lines) else 0
    assert 1 <= place.column <= width + 1, diagnostic
    assert diagnostic.message, diagnostic
    assert diagnostic.hint or not diagnostic.is_error, diagnostic


def _assert_answered(checked: Checked) -> None:
    """Every way of answering can show every diagnostic, on lines of its own."""
    diagnostics = checked.diagnostics
    answer = json.loads(dumps(check_answer(checked.map, diagnostics)))
    assert len(answer["diagnostics"]) == len(diagnostics)
    json.loads(dumps(sarif(diagnostics, "1.0")))
    commands = [*workflow_commands(diagnostics)]
    assert len(commands) == len(diagnostics)
    assert not [command for command in commands if "\n" in command or "\r" in command]
    lines = {name: LINE_BREAK.split(text) for name, text in checked.texts.items()}
    assert len([*diagnostics_text(diagnostics, lines)]) >= len(diagnostics)


def _assert_analysed(checked: Checked) -> None:
    """The map can be asked whatever is wrong with it."""
    argument_map = checked.map
    assert checked.reading.status.claims.keys() == argument_map.claims.keys()
    for claim in [*argument_map.claims][:3]:
        assert why(argument_map, claim).reasons[0].claim == claim
    render_report(checked.reading, checked.diagnostics)
