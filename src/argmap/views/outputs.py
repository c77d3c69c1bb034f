"""The files of a build, by the names of their formats."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.graph.extent import WHOLE, part_of_map
from argmap.views.handout.fitting import Shown
from argmap.views.handout.handout import handout_of
from argmap.views.handout.slide import slide_of
from argmap.views.page.page import render_page
from argmap.views.page.payload import Content
from argmap.views.picture.scene_of_map import scene_of
from argmap.views.picture.svg.svg import render_svg
from argmap.views.raster import render_pdf, render_png
from argmap.views.sheets.report.report import render_report
from argmap.views.words.expected import expected_in_words
from argmap.views.words.sentences import Teller

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argmap.analysis.details import DetailsFinding
    from argmap.analysis.people.coverage import CoverageFinding
    from argmap.analysis.reading_of_map import Reading
    from argmap.diagnostics import Diagnostic
    from argmap.graph.extent import Extent
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.views.picture.scene import Scene

PAGE = "argument-map.html"
FILES = {
    "html": (PAGE,),
    "svg": ("argument-map.svg",),
    "report": ("report.md", "report.html"),
    "png": ("argument-map.png",),
    "pdf": ("handout.pdf",),
}
"""The files of every format."""


@dataclass(frozen=True, slots=True)
class Findings:
    """A reading of a map, with its diagnostics and the details of its claims.

    `covered` is what of its documents it takes up, where they were read.
    """

    reading: Reading
    diagnostics: tuple[Diagnostic, ...]
    details: DetailsFinding
    covered: CoverageFinding | None = None


def outputs_of(
    findings: Findings,
    formats: Iterable[str],
    extent: Extent = WHOLE,
    *,
    sentences: bool = False,
) -> dict[str, str | bytes]:
    """The contents of the files of these formats, by file name.

    Pictures and handout show the extent, the page opens with it, the report covers the whole map.
    Slide and handout show as much of it as can be read there. With `sentences` pictures and handout
    show claims by their whole sentences.

    Raises:
        UsageError: a format needs an extra that is not installed.
    """
    reading = findings.reading
    argument_map, outline = reading.map, reading.outline
    whole = _scene(findings, argument_map, outline)
    part, its_outline, scene = argument_map, outline, whole
    if extent != WHOLE:
        part, its_outline = part_of_map(argument_map, outline, extent)
    if extent != WHOLE or sentences:
        scene = _scene(findings, part, its_outline, sentences=sentences)
    part_shown = Shown(part, its_outline, reading.status, reading.own_labels, sentences)
    makers: dict[str, Callable[[], tuple[str | bytes, ...]]] = {
        "html": lambda: (render_page(Content(reading, whole, findings.details, extent)),),
        "svg": lambda: (render_svg(scene),),
        "report": lambda: render_report(reading, findings.diagnostics, PAGE, findings.covered),
        "png": lambda: (render_png(slide_of(part_shown, scene.unmet)),),
        "pdf": lambda: (render_pdf(handout_of(part_shown)),),
    }
    wanted = set(formats)
    return {
        file: made
        for name, files in FILES.items()
        if name in wanted
        for file, made in zip(files, makers[name](), strict=True)
    }


def _scene(
    findings: Findings, argument_map: ArgumentMap, outline: Outline, *, sentences: bool = False
) -> Scene:
    tell = Teller(argument_map, outline)
    unmet = tuple(
        expected_in_words(tell, problem.unmet)
        for problem in findings.diagnostics
        if problem.unmet is not None
    )
    drawn = scene_of(argument_map, outline, findings.reading.status, sentences=sentences)
    return replace(drawn, unmet=unmet)
