"""Files in other formats than claim files, read as maps."""

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

_MOST = 1_000_000  # claims of a map


def is_foreign(place: str | Path) -> bool:
    """Whether a file has the suffix of another format than claim files.

    >>> is_foreign("competition.af"), is_foreign("claims.yaml")
    (True, False)
    """
    return Path(place).suffix.lower() in FORMATS and not os.path.isdir(place)  # noqa: PTH112  # no name is too long for it


def read_foreign(place: str | Path) -> ParsedMap:
    """The map in a file of another format, with its diagnostics.

    Raises:
        UsageError: there is no such file.
    """
    files = find(place)
    if not files.files:
        return ParsedMap(ArgumentMap({}), files.diagnostics, {})
    [file] = files.files
    argument_map, problems = _read(file, Path(place).suffix.lower())
    return ParsedMap(argument_map, (*files.diagnostics, *problems), {file.name: file.text})


def _read(file: ClaimFile, suffix: str) -> tuple[ArgumentMap, list[Diagnostic]]:
    """The map in a text; an empty one with a diagnostic where the text cannot be read."""
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
