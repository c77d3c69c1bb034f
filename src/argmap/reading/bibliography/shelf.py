"""The bibliographies of a map, in which the entries that its sources cite are looked up."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.nearest import MOST_HINTS, did_you_mean
from argmap.reading.bibliography.bibtex import read_bibtex
from argmap.reading.bibliography.csl import read_csl
from argmap.reading.bibliography.work import ExtraMissingError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argmap.diagnostics import Location
    from argmap.reading.bibliography.work import Bibliography, Work
    from argmap.reading.containers import Loc
    from argmap.reading.discovery import ClaimFiles
    from argmap.reading.places import PlacedFile

_SIGN = "@"  # with which Pandoc and others write a key in a text


class Shelf:
    """All bibliographies that the `map:` blocks name, each read once; of one key the first counts.

    `find` gives the file at a path that is seen from a claim file.
    """

    def __init__(self, files: Iterable[PlacedFile], find: Callable[[str, str], ClaimFiles]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.texts: dict[str, str] = {}
        self._find = find
        self._names: list[str] = []
        self._whole = True  # every bibliography could be read
        self._bibliographies: list[Bibliography] = []
        self._hints = 0  # looked up so far
        for file in files:
            block = file.shape.map
            for index, path in enumerate(block.bibliography if block is not None else ()):
                self._add(path, file, ("map", "bibliography", index))

    def _add(self, path: str, file: PlacedFile, loc: Loc) -> None:
        self._names.append(path)
        there = self._find(file.path, path)
        if not there.files:
            self._whole = False
            self.diagnostics += [_placed(problem, file.at(*loc)) for problem in there.diagnostics]
            return
        [bibliography] = there.files
        if bibliography.name in self.texts:
            return
        self.texts[bibliography.name] = bibliography.text
        reader = read_csl if bibliography.text.lstrip().startswith(("[", "{")) else read_bibtex
        try:
            entries = reader(bibliography.text, bibliography.name)
        except ExtraMissingError:
            self._whole = False
            self.diagnostics.append(
                Diagnostic(
                    file.at(*loc),
                    "AM112",
                    f"`{path}` cannot be read: BibTeX needs an extra",
                    "install it: pip install 'argmap[cite]'; or name a bibliography in CSL JSON",
                )
            )
            return
        self._bibliographies.append(entries)
        self.diagnostics += entries.diagnostics

    def work(self, key: str, file: PlacedFile, loc: Loc) -> Work | None:
        """The work with this key; where there is none, it is reported at this place."""
        bare = key.removeprefix(_SIGN)
        for bibliography in self._bibliographies:
            if bare in bibliography.entries:
                return bibliography.entries[bare]()
        if self._whole:  # else the entry may be in a bibliography that was not read
            message = f"there is no entry `{bare}` in the bibliography"
            place = file.at(*loc)
            self.diagnostics.append(Diagnostic(place, "AM318", message, self._instead_of(bare)))
        return None

    def _instead_of(self, key: str) -> str:
        if not self._names:
            return "name the bibliography: `map: {bibliography: refs.bib}`"
        broken = [each.broken[key] for each in self._bibliographies if key in each.broken]
        if broken:
            return f"its entry at {broken[-1]} cannot be read; mend that"
        self._hints += 1
        near = did_you_mean(key, self._known) if self._hints <= MOST_HINTS else ""
        names = " and ".join(f"`{name}`" for name in self._names)
        return near or f"write a key of {names}, or add the entry there"

    @cached_property
    def _known(self) -> list[str]:
        """The keys of all entries, gathered when every bibliography is read."""
        return sorted({key for each in self._bibliographies for key in each.entries})


def _placed(problem: Diagnostic, place: Location) -> Diagnostic:
    """The problem of a file that is not there, at the line that names it."""
    if problem.code != "AM112":
        return problem
    return Diagnostic(
        place,
        "AM112",
        f"the bibliography {problem.location.path} {problem.message}",
        "write its path as it is seen from this file, such as `refs.bib` or `../refs.bib`",
    )
