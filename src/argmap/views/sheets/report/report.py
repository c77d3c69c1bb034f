"""The report: the findings as a document that can be followed without the picture of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.overview import overview
from argmap.diagnostics import Severity
from argmap.views.sheets.citing import Citer
from argmap.views.sheets.document import markdown
from argmap.views.sheets.printable import printable
from argmap.views.sheets.report.bearing_most import claims_that_bear_most
from argmap.views.sheets.report.covered import documents_covered
from argmap.views.sheets.report.open_questions import contested, open_questions, tensions
from argmap.views.sheets.report.parts import Report
from argmap.views.sheets.report.rests_on import rests

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.analysis.people.coverage import CoverageFinding
    from argmap.analysis.reading_of_map import Reading
    from argmap.diagnostics import Diagnostic
    from argmap.views.sheets.document import Block


def render_report(
    reading: Reading,
    diagnostics: Sequence[Diagnostic] = (),
    page: str = "",
    covered: CoverageFinding | None = None,
) -> tuple[str, str]:
    """The report as Markdown and as a page to print; claims there are links into the map's page."""
    blocks = report_blocks(reading, diagnostics, page, covered)
    title = f"Report: {reading.map.title or 'argument map'}"
    return markdown(blocks), printable(blocks, title)


def report_blocks(
    reading: Reading,
    diagnostics: Sequence[Diagnostic] = (),
    page: str = "",
    covered: CoverageFinding | None = None,
) -> list[Block]:
    """The report as blocks: summary, conclusions, their premises, unsettled points, every claim.

    Claims are links into the map's `page`, if the name of that file is given. `covered` is what of
    the documents the map takes up, where they were read.
    """
    finding = overview(reading)
    cite = Citer(reading.map, reading.outline, reading.status)
    report = Report(reading, cite, finding, page)
    parts = (
        report.head(),
        report.legend(),
        report.unmet([diagnostic.unmet for diagnostic in diagnostics if diagnostic.unmet]),
        report.conclusions(),
        rests(cite, finding),
        claims_that_bear_most(cite, reading.groundwork.bearing_most),
        tensions(report, finding),
        contested(report),
        open_questions(cite, finding),
        report.sources(),
        documents_covered(cite, covered),
        report.claims(),
        report.warned(
            [diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.WARNING]
        ),
    )
    return [block for part in parts for block in part]
