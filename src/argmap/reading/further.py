"""The further files of a map: those of the folders that its map block names in `uses`."""

from __future__ import annotations

import os
import posixpath
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.errors import UsageError
from argmap.nearest import did_you_mean
from argmap.reading.discovery import find, identity
from argmap.reading.map_names import STDIN
from argmap.reading.revisions import find_in_revision, is_revision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argmap.reading.containers import Loc
    from argmap.reading.discovery import ClaimFile, ClaimFiles
    from argmap.reading.places import PlacedFile

_SUBFOLDER = "AM156"
"""The note on claim files in a subfolder: in a library it concerns the library alone."""


@dataclass
class Further:
    """The walk over the files that other files of a map name, each of which is read once.

    `read` makes a placed file of a claim file, None where it cannot be read; it reports problems
    of the file itself. `texts` has the files that were read on the way.
    """

    read: Callable[[ClaimFile], PlacedFile | None]
    texts: dict[str, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def follow(self, files: Iterable[PlacedFile]) -> list[PlacedFile]:
        """The files, and all that these name, directly or through others.

        Files may name each other in a circle.
        """
        all_ = list(files)
        if not any(map(_uses, all_)):
            return all_
        known = {identity(file.path) for file in all_}
        for file in all_:  # grows on the way: no recursion
            for index, folder in enumerate(_uses(file)):
                claim_files = self._in_folder(folder, file, ("map", "uses", index))
                fresh = [each for each in claim_files if identity(each.name) not in known]
                known |= {identity(each.name) for each in fresh}
                self.texts.update((each.name, each.text) for each in fresh)
                placed = [placed for each in fresh if (placed := self.read(each)) is not None]
                all_ += _as_library(placed)
        return [_without_its_own(file) if file.is_library else file for file in all_]

    def without_those_met(self, diagnostics: list[Diagnostic]) -> list[Diagnostic]:
        """The diagnostics without notes that the files of a subfolder are not read, if one is."""
        above = {str(Path(name).parent.parent) for name in self.texts}
        return [
            problem
            for problem in diagnostics
            if problem.code != _SUBFOLDER or str(Path(problem.location.path)) not in above
        ]

    def _in_folder(self, folder: str, file: PlacedFile, loc: Loc) -> tuple[ClaimFile, ...]:
        """The claim files in a folder that a file names; one that is not there is reported."""
        try:
            claim_files = _find(folder, file)
        except UsageError:
            self.diagnostics.append(_no_folder(folder, file, loc))
            return ()
        self.diagnostics += (
            problem
            for problem in claim_files.diagnostics
            if problem not in self.diagnostics and problem.code != _SUBFOLDER
        )
        return claim_files.files


def _uses(file: PlacedFile) -> list[str]:
    return [] if file.shape.map is None else file.shape.map.uses


def _find(folder: str, file: PlacedFile) -> ClaimFiles:
    """The claim files in a folder that is seen from a file; of a revision, in that revision.

    Raises:
        UsageError: there is no such folder.
    """
    if is_revision(file.path):
        revision, _, path = file.path.partition(":")
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(path), folder))
        return find_in_revision(f"{revision}:{'' if wanted == '.' else wanted}")
    place = _home(file) / folder
    if not os.path.isdir(place):  # noqa: PTH112  # no name is too long for it
        raise UsageError(f"there is no folder {place}")
    return find(place)


def _home(file: PlacedFile) -> Path:
    """The folder of a claim file, from which the paths in it are seen."""
    return Path() if file.path == STDIN else Path(file.path).parent


def _no_folder(folder: str, file: PlacedFile, loc: Loc) -> Diagnostic:
    place = _home(file) / folder
    if os.path.isfile(place):  # noqa: PTH113  # no name is too long for it
        message = f"`{folder}` is a file; `uses` reads the claim files of a folder"
    else:
        message = f"there is no folder `{folder}` seen from this file"
    beside: list[str] = []
    with suppress(OSError, ValueError):  # a revision, or a folder that is not there either
        beside = [path.name for path in place.parent.iterdir() if path.is_dir()]
    near = did_you_mean(place.name, beside)
    hint = "write its path as it is seen from the folder of this file, such as `../library`"
    if near:
        hint = f"did you mean `{posixpath.join(posixpath.dirname(folder), near.split('`')[1])}`?"
    return Diagnostic(file.at(*loc), "AM118", message, hint)


def _as_library(files: list[PlacedFile]) -> list[PlacedFile]:
    """The files of a folder as those of a library, with the folder of documents that it names."""
    named = (
        str(_home(file) / file.shape.map.documents)
        for file in files
        if file.shape.map is not None and file.shape.map.documents is not None
    )
    documents = next(named, None)
    return [replace(file, is_library=True, documents=documents) for file in files]


def _without_its_own(file: PlacedFile) -> PlacedFile:
    """A file of a library without what concerns it as a map of its own."""
    nothing: dict[str, object] = {"questions": {}, "stances": {}, "expect": []}
    return replace(file, shape=file.shape.model_copy(update=nothing))
