"""Files of other formats read as maps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Location
from argmap.formats.abstract import FormatError
from argmap.formats.as_map import map_of
from argmap.formats.table import FORMATS, read_abstract
from argmap.model.argument_map import ArgumentMap
from argmap.reading.discovery import find
from argmap.reading.reader import Reading

if TYPE_CHECKING:
    from argmap.reading.discovery import ClaimFile


def is_foreign(place: str | Path) -> bool:
    """Whether the name of a file says that it is of another format than claim files."""
    return Path(place).suffix in FORMATS


def read_foreign(place: str | Path) -> Reading:
    """The map in a file of another format, and what is wrong with it.

    Raises:
        UsageError: there is no such file.
    """
    found = find(place)
    if not found.files:
        return Reading(ArgumentMap({}), found.diagnostics, {})
    [file] = found.files
    argument_map, problems = _read(file, Path(place).suffix)
    return Reading(argument_map, (*found.diagnostics, *problems), {file.name: file.text})


def _read(file: ClaimFile, suffix: str) -> tuple[ArgumentMap, list[Diagnostic]]:
    try:
        return map_of(read_abstract(file.text, suffix), file.name), []
    except FormatError as error:
        place = Location(file.name, error.line, 1)
        hint = f"the file's name says {suffix}; rename it if it is a claim file"
        return ArgumentMap({}), [Diagnostic(place, "AM116", error.message, hint)]
