"""The picture as PNG and the handout as PDF: adapters for the extras resvg and typst."""

from __future__ import annotations

import json
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

from argmap.errors import UsageError
from argmap.views.words.citations import Citations
from argmap.views.words.origin import origin_of

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap

_FONTS, _FAMILY = "font_source_sans_pro", "Source Sans Pro"
_WIDTH = 3840
SLIDE = (16, 9)
"""The proportion of width to height of a slide."""


def render_png(svg: str) -> bytes:
    """The SVG picture as PNG, sharp enough for a slide.

    Raises:
        UsageError: the extra `png` is not installed.
    """
    try:
        import resvg_py  # noqa: PLC0415  # an extra
    except ModuleNotFoundError as error:
        raise UsageError("PNG needs an extra: pip install 'argmap[png]'") from error
    with as_file(files(_FONTS) / "files") as fonts:
        drawn = resvg_py.svg_to_bytes(
            svg_string=svg,
            width=_WIDTH,
            background="white",
            skip_system_fonts=True,
            sans_serif_family=_FAMILY,
            font_family=_FAMILY,
            font_files=_text_fonts(fonts),
        )
    return bytes(drawn)


def render_pdf(
    svg: str, argument_map: ArgumentMap, outline: Outline, finding: StatusFinding
) -> bytes:
    """A handout on A4: a page with the numbered map, then pages with the numbered claims.

    Raises:
        UsageError: the extra `pdf` is not installed.
    """
    try:
        import typst  # noqa: PLC0415  # an extra
    except ModuleNotFoundError as error:
        raise UsageError("PDF needs an extra: pip install 'argmap[pdf]'") from error
    template = files("argmap.views").joinpath("handout.typ").read_bytes()
    data = json.dumps(_handout(svg, argument_map, outline, finding), ensure_ascii=False)
    with as_file(files(_FONTS) / "files") as fonts:
        made: bytes = typst.compile(  # type: ignore[misc]  # its stubs do not allow bytes
            template,
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            sys_inputs={"data": data},
            timestamp=0,
        )
    return made


def _text_fonts(folder: Path) -> list[str]:
    return [str(folder / f"SourceSansPro-{cut}.ttf") for cut in ("Regular", "Semibold", "Bold")]


def _handout(
    svg: str, argument_map: ArgumentMap, outline: Outline, finding: StatusFinding
) -> dict[str, Any]:
    """The data of the typst template."""
    cite = Citations(argument_map)
    return {
        "svg": svg,
        "title": argument_map.title or "Argument map",
        "question": argument_map.question or "",
        "claims": [
            {
                "number": number,
                "text": argument_map.claims[id_].text,
                "status": f"{finding.claims[id_].word}: {finding.claims[id_].reason}",
                "origin": origin_of(cite, argument_map.claims[id_]),
            }
            for id_, number in outline.numbers.items()
        ],
        "sources": [
            {"id": cite.sources[source.id], "title": source.title, "caveats": list(source.caveats)}
            for source in argument_map.sources.values()
        ],
    }
