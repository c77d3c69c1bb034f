"""A slide as PNG and the handout as PDF: adapters for the extras resvg and typst."""

from __future__ import annotations

import json
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from argmap.errors import UsageError
from argmap.views.look.fonts import covers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FONTS, _FAMILY = "font_source_sans_pro", "Source Sans Pro"
_WIDTH = 3840


def render_png(svg: str) -> bytes:
    """The SVG picture as PNG, sharp enough for a slide.

    It is the same on every machine, but for letters that its font does not have: these come from
    the fonts of the system.

    Raises:
        UsageError: the extra `png` is not installed.
    """
    try:
        import resvg_py  # noqa: PLC0415  # an extra
    except ModuleNotFoundError as error:
        raise UsageError("PNG needs an extra: pip install 'argmap[png]'") from error
    with as_file(files(_FONTS) / "files") as fonts:
        drawn = resvg_py.svg_to_bytes(
            svg_string=_turned(svg),
            width=_WIDTH,
            background="white",
            skip_system_fonts=covers(svg),
            sans_serif_family=_FAMILY,
            font_family=_FAMILY,
            font_files=_text_fonts(fonts),
        )
    return bytes(drawn)


def render_pdf(handout: Mapping[str, object]) -> bytes:
    """A handout on A4 from the data of its template; for its letters the same goes as for PNG.

    Raises:
        UsageError: the extra `pdf` is not installed.
    """
    try:
        import typst  # noqa: PLC0415  # an extra
    except ModuleNotFoundError as error:
        raise UsageError("PDF needs an extra: pip install 'argmap[pdf]'") from error
    template = files("argmap.views").joinpath("handout", "handout.typ").read_bytes()
    data = _turned(json.dumps(handout, ensure_ascii=False))
    with as_file(files(_FONTS) / "files") as fonts:
        made: bytes = typst.compile(  # type: ignore[misc]  # its stubs do not allow bytes
            template,
            font_paths=[str(fonts)],
            ignore_system_fonts=covers(data),
            sys_inputs={"data": data},
            timestamp=0,
        )
    return made


def _turned(text: str) -> str:
    """The same with lines from right to left by their ends: both libraries know no `direction`."""
    for quote in ('"', '\\"'):  # as in SVG, and as in JSON
        text = text.replace(f" direction={quote}rtl{quote}", f" text-anchor={quote}end{quote}")
    return text


def _text_fonts(folder: Path) -> list[str]:
    return [str(folder / f"SourceSansPro-{cut}.ttf") for cut in ("Regular", "Semibold", "Bold")]
