"""The reader: from claim files to a map and all problems in them, in one run.

Bad content never raises: an author sees every problem at once, not one a run.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Location, in_order
from argmap.reading.assemble import assemble
from argmap.reading.bibliography.shelf import Shelf
from argmap.reading.discovery import ClaimFiles, find, shown
from argmap.reading.discovery import beside as others_in_the_folder
from argmap.reading.further import Further
from argmap.reading.garbage import paused_garbage_collection
from argmap.reading.inclusion import Inclusions
from argmap.reading.kept import ReadOnce
from argmap.reading.parsed_map import ParsedMap
from argmap.reading.reach import ALONE, NEAR, Reach

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from argmap.reading.discovery import ClaimFile
    from argmap.reading.kept import Kept
    from argmap.reading.places import PlacedFile

_MISSING = frozenset({"AM301", "AM302", "AM303", "AM304"})
_MISSING_ID = re.compile(r"there is no \w+ `(.*)`")


def read(
    place: str | Path,
    beside: Iterable[Path] = (),
    claim_files: ClaimFiles | None = None,
    reach: Reach = NEAR,
    kept: Kept | None = None,
) -> ParsedMap:
    """The map at a place: a folder, a claim file, or `-` for standard input.

    The files and folders `beside` it may add stances of readers; each file is read once.
    `claim_files` are the files at the place where they have been opened already; `reach` says how
    far files that they name are read too. Files that are `kept` and unchanged are not read again.

    Cost: linear in the text. Garbage collection is paused, because with a tree of a million values
    it would walk over all of them again and again, and free nothing.

    Raises:
        UsageError: there is no such file or folder.
    """
    claim_files = claim_files or find(place)
    own = {file.name for file in claim_files.files}
    for other in map(find, beside):
        names = {file.name for file in claim_files.files}
        files = (*claim_files.files, *(file for file in other.files if file.name not in names))
        claim_files = ClaimFiles(files, (*claim_files.diagnostics, *other.diagnostics))
    names = {file.name for file in claim_files.files}
    parsed = read_files(claim_files, str(place), names - own, reach, kept)
    return _with_the_folder_named(parsed, place)


def _with_the_folder_named(parsed: ParsedMap, place: str | Path) -> ParsedMap:
    """The map, with another hint for each id that is missing because its file was not named."""
    lacking = {
        diagnostic: match[1]
        for diagnostic in parsed.diagnostics
        if diagnostic.code in _MISSING and (match := _MISSING_ID.fullmatch(diagnostic.message))
    }
    if not lacking:
        return parsed
    others = read_files(others_in_the_folder(place), "", reach=ALONE).map
    files_of = {
        (code, id_): part.location.path
        for code, parts in (
            ("AM301", others.claims),
            ("AM302", others.relations),
            ("AM303", others.sources),
            ("AM304", others.schemes),
        )
        for id_, part in parts.items()
        if part.location is not None
    }
    folder = shown(Path(place).parent)
    hints = {
        diagnostic: f"`{id_}` stands in {path}, and only {shown(Path(place))} is read: "
        f"check the whole folder, `argmap check {shlex.quote(folder)}`"
        for diagnostic, id_ in lacking.items()
        if (path := files_of.get((diagnostic.code, id_))) is not None
    }
    diagnostics = (
        replace(diagnostic, hint=hints.get(diagnostic, diagnostic.hint))
        for diagnostic in parsed.diagnostics
    )
    return replace(parsed, diagnostics=tuple(diagnostics))


def read_files(
    claim_files: ClaimFiles,
    place: str,
    stances: Collection[str] = (),
    reach: Reach = NEAR,
    kept: Kept | None = None,
) -> ParsedMap:
    """The map in these claim files.

    A diagnostic that belongs to no file in particular names `place`. The files named in `stances`
    may hold stances and nothing else. What else the files name is read as far as the `reach` goes.
    Files that are `kept` from an earlier reading, and have not changed, are not read again.
    """
    with paused_garbage_collection():
        return _read(claim_files, place, stances, reach, kept or ReadOnce())


def _read(
    claim_files: ClaimFiles,
    place: str,
    stances: Collection[str],
    reach: Reach,
    kept: Kept | ReadOnce,
) -> ParsedMap:
    diagnostics = list(claim_files.diagnostics)
    files: list[PlacedFile] = []
    lost: set[str] = set()

    def read_further(file: ClaimFile) -> PlacedFile | None:
        placed, problems, ids = kept.read(file)
        diagnostics.extend(problems)
        lost.update(ids)
        return placed

    for file in claim_files.files:
        placed = read_further(file)
        if placed is not None:
            files.append(placed)
            if file.name in stances:
                diagnostics += _no_stances(placed)
    further = Further(read_further)
    if reach.follow:
        files = further.follow(files)
    diagnostics = further.without_those_met(diagnostics) + further.diagnostics
    shelf, inclusions = Shelf(files, reach.find_beside), Inclusions(files, reach.include)
    argument_map, problems = assemble(files, frozenset(lost), shelf, inclusions)
    diagnostics += [*problems, *shelf.diagnostics, *inclusions.diagnostics]
    is_empty = not argument_map.claims and not argument_map.drafts
    if is_empty and not any(diagnostic.is_error for diagnostic in diagnostics):
        name = claim_files.files[0].name if claim_files.files else place
        diagnostics.append(
            Diagnostic(
                Location(name, 1, 1),
                "AM114",
                "this map holds no claim",
                "write `claims:` and below it, indented, `my-claim: What it says.`",
            )
        )
    own = {file.name: file.text for file in claim_files.files}
    texts = shelf.texts | inclusions.texts | own | further.texts
    return ParsedMap(argument_map, in_order(diagnostics), texts)


def _no_stances(file: PlacedFile) -> Iterator[Diagnostic]:
    """An error for each key but `stances`: the view of a reader adds no claim to the map."""
    for key in sorted(file.root.keys() - {"argmap", "stances"}):
        yield Diagnostic(
            file.key(key),
            "AM201",
            f"`{key}` has no place in a file of stances that is no part of the map",
            "keep `stances:` here, and move the rest into the map",
        )
