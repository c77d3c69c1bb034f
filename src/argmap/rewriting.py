"""Claim files written in another form: read, rewritten, read again, and then written to disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.analysis.reading_of_map import Reading
from argmap.editing.formatting import rewritten
from argmap.errors import UsageError
from argmap.formats.including import ANYWHERE
from argmap.formats.reader import Foreign, foreign_at
from argmap.pipeline import Checked, replace_text
from argmap.reading.discovery import STDIN, find
from argmap.reading.reader import read, read_files

if TYPE_CHECKING:
    from argmap.editing.formatting import Form, Rewritten


@dataclass(frozen=True, slots=True)
class Reformatted:
    """A map whose files are to be written in a form, and the files that change by it."""

    checked: Checked
    files: tuple[Rewritten, ...]


def reformatted(place: str | Path, form: Form) -> Reformatted:
    """The files of a map that change when they are written in a form; none if it has errors.

    Nothing is written yet. Only errors of reading are looked for.

    Raises:
        UsageError: there is no such map, or it has no claim files.
        OutputError: a file in the new form would not be the same map.
    """
    if str(place) == STDIN:
        raise UsageError("standard input cannot be written in another form; name the file")
    if isinstance(foreign_at(place), Foreign):
        raise UsageError(
            f"{place} holds no claim files, and only these have forms; `argmap convert` writes one"
        )
    discovered = find(place)
    parsed = read_files(discovered, str(place), reach=ANYWHERE)
    if any(problem.is_error for problem in parsed.diagnostics):
        parsed = read(place, reach=ANYWHERE)  # its hints name a file that was left out
        files: tuple[Rewritten, ...] = ()
    else:
        files = rewritten(parsed, discovered.files, form, ANYWHERE)
    return Reformatted(Checked(Reading(parsed.map), parsed.diagnostics, parsed.texts), files)


def write_again(files: tuple[Rewritten, ...], command: str) -> None:
    """Write the new texts of claim files; a symbolic link stays a link.

    Raises:
        OutputError: a file could not be written, or was changed since it was read; `command` is
            what to run then. Each file has its old or its new text.
    """
    for file in files:
        replace_text(Path(file.name).resolve(), file.before, file.after, command)
