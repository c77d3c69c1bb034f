"""The recipe: read, check, analyse, draw, write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.analysis.status import status
from argmap.checks.expectations import expectations
from argmap.checks.table import problems
from argmap.diagnostics import in_order
from argmap.graph.outline import outline
from argmap.reading.documents import read_documents
from argmap.reading.reader import read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

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


def check(place: str | Path = "claims", documents: Path | None = None) -> Checked:
    """The map at a place with all its problems; expectations only if it has no other error.

    Raises:
        UsageError: there is no such file or folder.
    """
    reading = read(place)
    found = problems(reading.map, read_documents(reading.map.sources.values(), documents))
    sound = not any(one.is_fatal for one in (*reading.diagnostics, *found))
    unmet = list(expectations(reading.map)) if sound else []
    diagnostics = in_order([*reading.diagnostics, *found, *unmet])
    return Checked(reading.map, diagnostics, reading.texts)


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
    return Built(checked, _write(_drawn(checked, objections), folder))


def _drawn(checked: Checked, objections: Force | None) -> dict[str, str]:
    # The views draw in the page's libraries, which `check` and `status` must not wait for.
    from argmap.views.page.page import render_page  # noqa: PLC0415
    from argmap.views.report import render_report  # noqa: PLC0415
    from argmap.views.staging import scene_of  # noqa: PLC0415
    from argmap.views.svg import render_svg  # noqa: PLC0415

    argument_map = checked.map
    finding = status(argument_map, objections=objections)
    order = outline(argument_map)
    scene = scene_of(argument_map, order, finding)
    return {
        PAGE: render_page(scene, argument_map, order, finding),
        PICTURE: render_svg(scene),
        REPORT: render_report(argument_map, order, finding, checked.diagnostics),
    }


def _write(outputs: dict[str, str], folder: Path) -> tuple[Path, ...]:
    from argmap.writer import write_outputs  # noqa: PLC0415

    return write_outputs(folder, outputs)
