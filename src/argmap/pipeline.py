"""The recipe: read, check, analyse, draw, write."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.analysis.status import status
from argmap.checks.expectations import expectations
from argmap.checks.table import problems
from argmap.diagnostics import in_order
from argmap.errors import OutputError, UsageError
from argmap.formats.reader import is_foreign, read_foreign
from argmap.graph.outline import outline
from argmap.reading.discovery import STDIN, find
from argmap.reading.documents import read_documents
from argmap.reading.fixing import Fixed, fixed
from argmap.reading.reader import read, read_found
from argmap.writer import write_outputs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.diagnostics import Diagnostic
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Force

PAGE, PICTURE, REPORT = "argument-map.html", "argument-map.svg", "report.md"


@dataclass(frozen=True, slots=True)
class Checked:
    """A map, every problem found in it, and the texts of its files."""

    map: ArgumentMap
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]

    @property
    def is_sound(self) -> bool:
        """Whether the map may be analysed."""
        return not any(one.is_fatal for one in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build checked and wrote; nothing is written where the map is not sound."""

    checked: Checked
    paths: tuple[Path, ...]


def check(
    place: str | Path = "claims",
    documents: Path | None = None,
    *,
    notes: bool = True,
    beside: Sequence[Path] = (),
) -> Checked:
    """The map at a place with all its problems; expectations only if it has no other error.

    Without `notes` only errors and warnings are looked for. Files and folders `beside` it are read
    as if they were part of it, except those that are: a reader's stances.

    Raises:
        UsageError: there is no such file or folder.
    """
    reading = read_foreign(place) if is_foreign(place) else read(place, beside)
    texts = read_documents(reading.map.sources.values(), documents)
    found = problems(reading.map, texts, reading.diagnostics, notes=notes)
    if not any(one.is_fatal for one in found):
        found += expectations(reading.map)
    diagnostics = in_order(found)
    return Checked(reading.map, diagnostics, reading.texts)


def fix(place: str | Path, documents: Path | None) -> tuple[Fixed, ...]:
    """Fill found paragraphs and missing hashes into the claim files; what was filled in where.

    Nothing is written where the map has errors of text, shape or reference.

    Raises:
        UsageError: there is no such map, or it is standard input.
        OutputError: a claim file could not be written.
    """
    if str(place) == STDIN:
        raise UsageError("standard input cannot be fixed; name the file")
    found = find(place)
    reading = read_found(found, str(place))
    if any(one.is_error for one in reading.diagnostics):
        return ()
    texts = read_documents(reading.map.sources.values(), documents)
    filled = fixed(reading.map, found.files, texts)
    before = {one.name: one.text for one in found.files}
    for one in filled:
        _replace_text(Path(one.name).resolve(), before[one.name], one.text)  # a link stays one
    return filled


def _replace_text(path: Path, before: str, after: str) -> None:
    """Write a claim file anew, unless somebody has changed it since it was read."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise OutputError(f"{path} could not be read again: {error.strerror}") from error
    if content.decode("utf-8-sig", errors="replace") != before:
        raise OutputError(f"{path} was changed meanwhile; run `argmap check --fix` again")
    mark = "\ufeff" if content.startswith(b"\xef\xbb\xbf") else ""
    write_outputs(path.parent, {path.name: mark + after})


def load(
    place: str | Path = "claims", documents: Path | None = None
) -> tuple[ArgumentMap, tuple[Diagnostic, ...]]:
    """The map at a place as far as it could be understood, and all its problems.

    Raises:
        UsageError: there is no such file or folder.
    """
    checked = check(place, documents)
    return checked.map, checked.diagnostics


def build(
    place: str | Path,
    folder: Path,
    documents: Path | None = None,
    objections: Force | None = None,
) -> Built:
    """Check a map, and write its page, its picture and its report into a folder.

    Raises:
        UsageError: there is no such file or folder to read.
        OutputError: an output could not be written.
    """
    checked = check(place, documents)
    if not checked.is_sound:
        return Built(checked, ())
    return Built(checked, write_outputs(folder, _drawn(checked, objections)))


def _drawn(checked: Checked, objections: Force | None) -> dict[str, str]:
    # The views draw in the page's libraries, which `check` and `status` must not wait for.
    from argmap.views.legible import legible  # noqa: PLC0415
    from argmap.views.page.page import render_page  # noqa: PLC0415
    from argmap.views.report import render_report  # noqa: PLC0415
    from argmap.views.staging import scene_of  # noqa: PLC0415
    from argmap.views.svg import render_svg  # noqa: PLC0415

    argument_map = legible(checked.map)
    finding = status(argument_map, objections=objections)
    order = outline(argument_map)
    unmet = tuple(one.message for one in checked.diagnostics if one.code == "AM601")
    scene = replace(scene_of(argument_map, order, finding), unmet=unmet)
    return {
        PAGE: render_page(scene, argument_map, order, finding),
        PICTURE: render_svg(scene),
        REPORT: render_report(argument_map, order, finding, checked.diagnostics),
    }
