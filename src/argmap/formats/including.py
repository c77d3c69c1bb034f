"""Files of other formats as parts of a map of claim files, which name them under `include`."""

from __future__ import annotations

from pathlib import Path

from argmap.formats.reader import Foreign, foreign_at, foreign_text
from argmap.reading.reach import Included, Reach
from argmap.reading.revisions import neighbour_in_revision


def included(claim_file: str, path: str) -> Included | None:
    """The map in the file at a path seen from a claim file; None if there is none to include."""
    place = Path(claim_file).parent / path
    foreign = foreign_at(place)
    if not isinstance(foreign, Foreign) or (foreign.format is None and place.is_dir()):
        return None
    return _read(foreign)


def _included_in_revision(claim_file: str, path: str) -> Included | None:
    """As `included`, with both files in the same revision."""
    files = neighbour_in_revision(claim_file, path).files
    foreign = foreign_text(files[0].name, files[0].text) if len(files) == 1 else None
    return _read(foreign) if foreign is not None else None


def _read(foreign: Foreign) -> Included:
    imported = foreign.imported()
    return Included(imported.map, imported.diagnostics, foreign.texts)


ANYWHERE = Reach(include=included)
"""All that claim files on disk name."""
IN_REVISION = Reach(find_beside=neighbour_in_revision, include=_included_in_revision)
"""All that claim files in a revision of git name, in that revision."""
