"""Whole maps with their expected output: `tests/cases/<name>/` holds the claims and the outputs.

`about.md` says in one line which promise a case holds. `ARGMAP_UPDATE=1` rewrites what is expected.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.analysis.debate.agenda import agenda
from argmap.analysis.debate.brief import brief
from argmap.analysis.debate.minutes import minutes_of
from argmap.analysis.people.coverage import coverage
from argmap.api import status
from argmap.graph.outline import outline
from argmap.pipeline import check
from argmap.reading.yaml_words import LINE_BREAK
from argmap.views.sheets.citing import Citer
from argmap.views.sheets.debate.agenda import agenda_page
from argmap.views.sheets.debate.brief import brief_page
from argmap.views.sheets.debate.flow import brief_flow
from argmap.views.sheets.debate.flow_csv import flow_csv
from argmap.views.sheets.document import markdown
from argmap.views.sheets.report.report import render_report
from argmap.views.terminal.coverage import coverage_text
from argmap.views.terminal.diagnostics import diagnostics_text
from argmap.views.terminal.status import status_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.analysis.debate.brief import BriefFinding
    from argmap.analysis.people.coverage import CoverageFinding
    from argmap.analysis.reading_of_map import Reading
    from argmap.pipeline import Checked

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir())


def _diagnostics(checked: Checked) -> str:
    lines = {name: LINE_BREAK.split(text) for name, text in checked.texts.items()}
    return "".join(f"{line}\n" for line in diagnostics_text(checked.diagnostics, lines))


def _status(checked: Checked) -> str:
    finding = status(checked.map)
    return "".join(f"{line}\n" for line in status_text(checked.map, outline(checked.map), finding))


def _coverage(checked: Checked) -> str:
    finding = _covered(checked)
    return "".join(f"{line}\n" for line in coverage_text(checked.reading, finding, "texts", 100))


def _covered(checked: Checked) -> CoverageFinding:
    assert checked.evidence is not None
    return coverage(checked.reading, checked.evidence)


def _report(checked: Checked) -> str:
    return render_report(checked.reading, checked.diagnostics, "", _covered(checked))[0]


def _brief(checked: Checked) -> str:
    reading, cite, finding = _prepared(checked)
    return markdown(brief_page(reading, cite, finding, "for"))


def _flow(checked: Checked) -> str:
    return markdown(brief_flow(*_prepared(checked), "both"))


def _flow_csv(checked: Checked) -> str:
    return (
        f"{flow_csv(*_prepared(checked), 'both', speeches=('1AC', '1NC', '2AC', '2NC', '1AR'))}\n"
    )


def _prepared(checked: Checked) -> tuple[Reading, Citer, BriefFinding]:
    """The reading of a case, its citer, and the brief of its first main claim."""
    reading = checked.reading
    cite = Citer(reading.map, reading.outline, reading.status)
    return reading, cite, brief(reading, reading.outline.main[0])


def _agenda(checked: Checked) -> str:
    reading, cite, _ = _prepared(checked)
    finding = agenda(reading)
    return markdown(agenda_page(cite, finding, minutes_of(finding.points, 60)))


OUTPUTS: dict[str, Callable[[Checked], str]] = {
    "diagnostics.txt": _diagnostics,
    "status.txt": _status,
    "coverage.txt": _coverage,
    "report.md": _report,
    "brief.md": _brief,
    "flow.md": _flow,
    "flow.csv": _flow_csv,
    "agenda.md": _agenda,
}


@pytest.mark.parametrize("name", NAMES)
def test_a_case_gives_its_expected_output(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = CASES / name
    monkeypatch.chdir(folder)
    checked = check("claims", folder / "documents" if (folder / "documents").is_dir() else None)
    expected = sorted(path.name for path in (folder / "expected").iterdir())
    assert set(expected) <= set(OUTPUTS), "an expected file that nothing makes"
    assert len((folder / "about.md").read_text(encoding="utf-8").splitlines()) == 1
    for file in expected:
        path = folder / "expected" / file
        written = OUTPUTS[file](checked)
        if os.environ.get("ARGMAP_UPDATE"):
            path.write_text(written, encoding="utf-8")
        assert written == path.read_text(encoding="utf-8")


def test_there_are_cases() -> None:
    assert len(NAMES) >= 5
