"""Files of other formats read as maps."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Location
from argmap.formats.abstract import FormatError
from argmap.formats.as_map import map_of
from argmap.formats.table import FORMATS, read_abstract
from argmap.model.argument_map import ArgumentMap
from argmap.reading.discovery import find
from argmap.reading.reader import ParsedMap

if TYPE_CHECKING:
    from argmap.reading.discovery import ClaimFile

_MOST = 1_000_000  # claims


def is_foreign(place: str | Path) -> bool:
    """Whether the name of a file says that it is of another format than claim files."""
    return Path(place).suffix.lower() in FORMATS and not os.path.isdir(place)  # noqa: PTH112  # no name is too long for it


def read_foreign(place: str | Path) -> ParsedMap:
    """The map in a file of another format, and what is wrong with it.

    Raises:
        UsageError: there is no such file.
    """
    found = find(place)
    if not found.files:
        return ParsedMap(ArgumentMap({}), found.diagnostics, {})
    [file] = found.files
    argument_map, problems = _read(file, Path(place).suffix.lower())
    return ParsedMap(argument_map, (*found.diagnostics, *problems), {file.name: file.text})


def _read(file: ClaimFile, suffix: str) -> tuple[ArgumentMap, list[Diagnostic]]:
    try:
        abstract = read_abstract(file.text, suffix)
        if len(abstract.names) <= _MOST:
            return map_of(abstract, file.name), []
        message = (
            f"{len(abstract.names):,} arguments are too many for a map; the limit is {_MOST:,}"
        )
        place = Location(file.name, 1, 1)
        return ArgumentMap({}), [Diagnostic(place, "AM109", message, "`argmap solve` takes more")]
    except FormatError as error:
        place = Location(file.name, error.line, 1)
        hint = f"the file's name says {suffix}; rename it if it is a claim file"
        return ArgumentMap({}), [Diagnostic(place, "AM116", error.message, hint)]
