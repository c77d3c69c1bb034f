"""Edits applied to claim files: from texts to texts, read back before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.editing.applied import applied
from argmap.editing.compared import Transition, is_as_meant
from argmap.editing.edits import AddClaim, AddRelation, RemoveClaim, RemoveField
from argmap.editing.formatting import Rewritten
from argmap.editing.texts import refuse_errors
from argmap.editing.writing_sources import of_the_cited
from argmap.editing.written import written
from argmap.errors import OutputError, UsageError
from argmap.model.relation import Kind
from argmap.model.setting_apart import with_drafts
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.garbage import paused_garbage_collection
from argmap.reading.kept import Kept
from argmap.reading.reach import NEAR, Reach
from argmap.reading.reader import read_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.editing.edits import MapEdit
    from argmap.editing.texts import Texts
    from argmap.model.argument_map import ArgumentMap
    from argmap.reading.parsed_map import ParsedMap


@dataclass(frozen=True, slots=True)
class Edited:
    """Edits applied: the map as it is read from the new texts, and the files that change."""

    parsed: ParsedMap
    files: tuple[Rewritten, ...]

    @property
    def undone(self) -> tuple[Rewritten, ...]:
        """The same files on the way back."""
        return tuple(each.undone for each in self.files)


def apply(
    parsed: ParsedMap,
    files: tuple[ClaimFile, ...],
    edits: Sequence[MapEdit],
    reach: Reach = NEAR,
    kept: Kept | None = None,
) -> Edited:
    """The files of a map after some edits, each on what the ones before have left.

    The map must have been read from these files without errors. What is outside the edited entries
    stays as it is, byte for byte. The new texts are read again, and must say what `applied` says;
    files that are `kept` and do not change are not. Cost: a reading of the files that change.

    Raises:
        UsageError: an edit does not fit the map, or concerns a file that is none of these.
        OutputError: the new texts would say something else.
    """
    before_all = {file.name: file.text for file in files}
    with paused_garbage_collection():
        return _applied(parsed, before_all, edits, _LastReading(reach, kept or Kept()))


def _applied(
    parsed: ParsedMap, before_all: Texts, edits: Sequence[MapEdit], read: _LastReading
) -> Edited:
    texts, now = before_all, parsed
    for edit, following in zip(edits, (*edits[1:], None), strict=True):
        plain, before, meant = now.map, with_drafts(now.map), applied(now.map, edit)
        texts = texts | written(texts, before, edit, read.with_drafts)
        if _is_read_with(edit, following, before):
            now = replace(now, map=meant)
            continue
        now = read(texts)
        refuse_errors(now, plain)
        step = Transition(edit, before, with_drafts(meant), with_drafts(now.map))
        if {*meant.drafts} != {*now.map.drafts} or not is_as_meant(step):
            raise _refilled(edit, now) or _mismatch(_changed(before_all, texts))
    return Edited(now, _changed(before_all, texts))


def _is_read_with(edit: MapEdit, following: MapEdit | None, before: ArgumentMap) -> bool:
    """Whether what an edit has written can be read, and compared, with what the next one writes.

    So it is with a claim that is added as a reason or an objection: its step goes into the entry of
    another claim, which is looked up by its id, and to read a large file takes most of the time.
    And so it is with claims that are taken out one after the other.
    """
    if isinstance(edit, RemoveClaim):
        return isinstance(following, RemoveClaim)
    return (
        isinstance(edit, AddClaim)
        and isinstance(following, AddRelation)
        and following.relation.kind is not Kind.UNDERCUTS
        and following.relation.target in before.claims
    )


class _LastReading:
    """The reading of texts, of which the last is kept: to write an edit may take several."""

    def __init__(self, reach: Reach, kept: Kept) -> None:
        self.reach, self.kept = reach, kept
        self.last: tuple[Texts, ParsedMap] | None = None

    def __call__(self, texts: Texts) -> ParsedMap:
        if self.last is None or self.last[0] != texts:
            files = tuple(ClaimFile(name, text) for name, text in texts.items())
            parsed = read_files(ClaimFiles(files, ()), "", reach=self.reach, kept=self.kept)
            self.last = texts, parsed
        return self.last[1]

    def with_drafts(self, texts: Texts) -> ParsedMap:
        """The map in the texts as if every draft were accepted: an edit may concern any of them."""
        parsed = self(texts)
        return replace(parsed, map=with_drafts(parsed.map))


def _changed(before: Texts, after: Texts) -> tuple[Rewritten, ...]:
    return tuple(
        Rewritten(name, before.get(name, ""), text, was_there=name in before)
        for name, text in after.items()
        if before.get(name) != text
    )


def _refilled(edit: MapEdit, now: ParsedMap) -> UsageError | None:
    """The refusal where a key that was taken from a source is there again; None if it is not."""
    if not isinstance(edit, RemoveField) or edit.kind != "source":
        return None
    is_there = getattr(now.map.sources.get(edit.id), edit.key, None)
    return of_the_cited(edit.id, edit.key) if is_there else None


def _mismatch(changed: tuple[Rewritten, ...]) -> OutputError:
    where = f" in {changed[0].name}" if changed else ""
    return OutputError(
        f"this could not be written{where} without changing something else, so that nothing was "
        "written; write the entry on lines of its own, without brackets, or change it by hand"
    )
