"""The files of a served map: read when they change, edited, and written back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from argmap.analysis.reading_of_map import Reading
from argmap.diagnostics import Diagnostic, Location
from argmap.documents.folder import Documents
from argmap.documents.formats.table import ENDS
from argmap.documents.searched_before import SearchedBefore
from argmap.documents.verification import Evidence
from argmap.editing.applying import apply
from argmap.errors import UsageError
from argmap.formats.including import ANYWHERE
from argmap.formats.reader import Foreign, foreign_at
from argmap.model.argument_map import ArgumentMap
from argmap.pipeline import Checked, checked_in, documents_folder, examined
from argmap.reading.discovery import ClaimFile, ClaimFiles, find
from argmap.reading.kept import Kept
from argmap.reading.parsed_map import ParsedMap
from argmap.reading.reader import read_files
from argmap.rewriting import write_again

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from argmap.editing.edits import MapEdit
    from argmap.editing.formatting import Rewritten

_NO_CLAIMS = frozenset({"AM113", "AM114"})
"""What is wrong with a map that has no claim yet; in the workbench it is where one begins."""


_NO_EVIDENCE = Evidence(Documents({}, {}), ())


@dataclass(frozen=True, slots=True)
class MapState:
    """A state of the map that can be shown; `id` changes with the texts of its files and documents.

    `files` are its own claim files, `parsed` is what was read from them.
    """

    id: str
    parsed: ParsedMap
    files: tuple[ClaimFile, ...]
    checked: Checked

    @property
    def reading(self) -> Reading:
        """The map as it is analysed."""
        return self.checked.reading

    @property
    def evidence(self) -> Evidence:
        """The documents of the map, and its quotations searched in them."""
        return self.checked.evidence or _NO_EVIDENCE


@dataclass
class MapFiles:
    """The claim files at a place, and the last state of the map that can be shown.

    `broken` are the errors of files that were changed so that no map can be read from them; the
    last good state is shown on.
    """

    place: Path
    documents: Path | None = None
    broken: tuple[Diagnostic, ...] = ()
    searched: SearchedBefore = field(default_factory=SearchedBefore)
    kept: Kept = field(default_factory=Kept)

    def __post_init__(self) -> None:
        if isinstance(foreign_at(self.place), Foreign) and not self._is_empty():
            if self.place.is_file() and self.place.suffix.casefold() in ENDS:
                raise UsageError(
                    f"{self.place} is a document; begin a map with it: "
                    f"`argmap serve new-map --document {self.place}`"
                )
            raise UsageError(
                f"{self.place} holds no claim files; write some with `argmap convert`, and serve "
                "these"
            )
        empty = ParsedMap(ArgumentMap({}), (), {})
        self.state = MapState("", empty, (), Checked(Reading(empty.map), (), {}))
        self._seen: ClaimFiles | None = None
        self.refresh()

    def _is_empty(self) -> bool:
        return self.place.is_dir() and not any(each.is_file() for each in self.place.iterdir())

    @property
    def folder(self) -> Path:
        """The folder in which the claim files lie."""
        return self.place if self.place.is_dir() else self.place.parent

    @property
    def documents_folder(self) -> Path | None:
        """The folder of documents that was named, else that which the map names."""
        return self._documents_of(self.state.parsed)

    @property
    def texts(self) -> dict[str, str]:
        """The texts of the claim files as they were seen last, by name."""
        return {file.name: file.text for file in self._seen.files} if self._seen else {}

    def refresh(self) -> bool:
        """Read the files if they or the documents have changed; whether to show anything anew.

        Raises:
            UsageError: the file or folder is gone.
        """
        discovered = find(self.place)
        if discovered == self._seen:
            return self._refresh_documents()
        if self.state.files and not discovered.files:
            before = self.broken
            self.lose(f"there is no claim file in {self.place.as_posix()} any more")
            return self.broken != before
        parsed = read_files(discovered, str(self.place), reach=ANYWHERE, kept=self.kept)
        return self._take(parsed, discovered)

    def _refresh_documents(self) -> bool:
        """Check the map anew if one of its documents has changed; whether one has."""
        state = self.state
        documents = self.searched.documents_of(state.parsed.map, self.documents_folder)
        if documents == state.evidence.documents:
            return False
        self.state = self._state(state.parsed, state.files)
        return True

    def lose(self, reason: str) -> None:
        """Note that the files are gone; the last good state is shown on."""
        self._seen = None
        self.broken = (
            Diagnostic(
                Location(str(self.place), 1, 1), "AM112", reason, "put it back, or end here"
            ),
        )

    def edited(self, edits: Sequence[MapEdit], command: str) -> tuple[Rewritten, ...]:
        """Apply edits to the state that is shown, write the files, and show the new state.

        Raises:
            UsageError: an edit does not fit the map, or brings an error into it.
            OutputError: the files would not say what is meant, changed meanwhile, or cannot be
                written; nothing was written.
        """
        done = apply(self.state.parsed, self.state.files, edits, ANYWHERE, self.kept)
        files = self._with(done.files)
        state = self._state(_begun(done.parsed), files.files)
        self._refuse_worse(state.checked)
        write_again(done.files, command)
        self._seen, self.state = files, state
        return done.files

    def _refuse_worse(self, checked: Checked) -> None:
        """Refuse an edit after which the map would have an error that it does not have now."""
        known = {(each.code, each.message) for each in self.state.checked.diagnostics}
        for problem in checked.diagnostics:
            if problem.is_fatal and (problem.code, problem.message) not in known:
                hint = f"; {problem.hint}" if problem.hint else ""
                raise UsageError(f"{problem.message}{hint}")

    def put(self, files: Sequence[Rewritten], command: str) -> None:
        """Write texts that were there before, or that are new, and show them.

        Raises:
            UsageError: no map could be read from the files then.
            OutputError: a file changed meanwhile, or cannot be written.
        """
        parsed = read_files(self._with(files), str(self.place), reach=ANYWHERE, kept=self.kept)
        for problem in _begun(parsed).diagnostics:
            if problem.is_error:
                raise UsageError(f"the map would be broken by it: {problem.message}")
        write_again(files, command)
        self.refresh()

    def _with(self, files: Sequence[Rewritten]) -> ClaimFiles:
        texts = {file.name: file.text for file in self.state.files}
        texts |= {each.name: each.after for each in files if each.is_there}
        gone = {each.name for each in files if not each.is_there}
        kept = (ClaimFile(name, texts[name]) for name in sorted(texts.keys() - gone))
        return ClaimFiles(tuple(kept), self._seen.diagnostics if self._seen is not None else ())

    def _take(self, parsed: ParsedMap, claim_files: ClaimFiles) -> bool:
        """Show a map that was read, or else note what is wrong with it."""
        self._seen, files = claim_files, claim_files.files
        errors = tuple(problem for problem in parsed.diagnostics if problem.is_error)
        before = (self.state.id, self.broken)
        if any(problem.code not in _NO_CLAIMS for problem in errors):
            self.broken = errors
        else:
            self.broken = ()
            self.state = self._state(_begun(parsed), files)
        return (self.state.id, self.broken) != before

    def _state(self, parsed: ParsedMap, files: tuple[ClaimFile, ...]) -> MapState:
        evidence = self.searched.evidence_in(parsed.map, self._documents_of(parsed))
        checked = checked_in(parsed, examined(parsed, evidence))
        return MapState(_mark(files, evidence.documents), parsed, files, checked)

    def _documents_of(self, parsed: ParsedMap) -> Path | None:
        return documents_folder(parsed.map, self.place, self.documents)


def _begun(parsed: ParsedMap) -> ParsedMap:
    """A map as it is read, where to have no claim yet is no mistake."""
    problems = tuple(each for each in parsed.diagnostics if each.code not in _NO_CLAIMS)
    return replace(parsed, diagnostics=problems)


def _mark(files: Sequence[ClaimFile], documents: Documents) -> str:
    """A short name for these texts and documents: others have another one."""
    parts = [part for file in files for part in (file.name, file.text)]
    for source, document in documents.by_source.items():
        parts += (source, document.sha256)
    for source, problem in documents.unreadable.items():
        parts += (source, problem.reason)
    digest = hashlib.sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogatepass")
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()[:16]
