"""Everything that a build makes, by the name of its format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.graph.extent import WHOLE, part_of_map
from argmap.views.page.page import render_page
from argmap.views.page.payload import Content
from argmap.views.picture.staging import scene_of
from argmap.views.picture.svg.svg import render_svg
from argmap.views.raster import SLIDE, render_pdf, render_png
from argmap.views.sheets.report.report import render_report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argmap.analysis.details import DetailsFinding
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
    """A map as it is read, with all that is found about it."""

    reading: Reading
    diagnostics: tuple[Diagnostic, ...]
    details: DetailsFinding


def outputs_of(
    found: Findings, formats: Iterable[str], extent: Extent = WHOLE
) -> dict[str, str | bytes]:
    """The texts and pictures of these formats, by the names of their files.

    Pictures and handout show the extent, the page opens with it, the report tells the whole map.

    Raises:
        UsageError: an extra is missing.
    """
    reading = found.reading
    argument_map, outline, finding = reading.map, reading.outline, reading.status
    whole = _scene(found, argument_map, outline)
    part, its_outline, scene = argument_map, outline, whole
    if extent != WHOLE:
        part, its_outline = part_of_map(argument_map, outline, extent)
        scene = _scene(found, part, its_outline)
    picture = render_svg(scene)
    makers: dict[str, Callable[[], tuple[str | bytes, ...]]] = {
        "html": lambda: (
            render_page(Content(argument_map, outline, finding, whole, found.details, extent)),
        ),
        "svg": lambda: (picture,),
        "report": lambda: render_report(reading, found.diagnostics, PAGE),
        "png": lambda: (render_png(render_svg(scene, SLIDE)),),
        "pdf": lambda: (render_pdf(picture, part, its_outline, finding),),
    }
    wanted = set(formats)
    return {
        file: made
        for name, files in FILES.items()
        if name in wanted
        for file, made in zip(files, makers[name](), strict=True)
    }


def _scene(found: Findings, argument_map: ArgumentMap, outline: Outline) -> Scene:
    unmet = tuple(one.message for one in found.diagnostics if one.code == "AM601")
    return replace(scene_of(argument_map, outline, found.reading.status), unmet=unmet)
