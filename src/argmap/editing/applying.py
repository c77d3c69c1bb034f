"""Edits applied to claim files: from texts to texts, read back before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.editing.applied import applied
from argmap.editing.compared import comparable, is_in_order
from argmap.editing.edits import (
    AcceptDraft,
    AddClaim,
    AddRelation,
    DefineBelow,
    DefineInPlace,
    JoinPremise,
    RemoveClaim,
    RemoveField,
    RemoveRelation,
    Rename,
    SetField,
    SetLocators,
)
from argmap.editing.flattening import flat
from argmap.editing.formatting import Rewritten
from argmap.editing.nesting import nested
from argmap.editing.renaming import with_new_id
from argmap.editing.taking_out import without_claim, without_relation
from argmap.editing.writing_parts import with_claim, with_field, with_premise, with_relation
from argmap.editing.writing_places import with_locators
from argmap.errors import OutputError, UsageError
from argmap.model.setting_apart import with_drafts
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.reach import NEAR, Reach
from argmap.reading.reader import ParsedMap, read_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.diagnostics import Location
    from argmap.editing.edits import MapEdit
    from argmap.model.argument_map import ArgumentMap

Texts = dict[str, str]


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
    parsed: ParsedMap, files: tuple[ClaimFile, ...], edits: Sequence[MapEdit], reach: Reach = NEAR
) -> Edited:
    """The files of a map after some edits, each on what the ones before have left.

    The map must have been read from these files without errors. What is outside the edited entries
    stays as it is, byte for byte. The new texts are read again, and must say what `applied` says.

    Raises:
        UsageError: an edit does not fit the map, or concerns a file that is none of these.
        OutputError: the new texts would say something else.
    """
    texts = {file.name: file.text for file in files}
    meant, now = parsed.map, parsed
    for edit in edits:
        meant = applied(meant, edit)
        texts = texts | _written(texts, with_drafts(now.map), edit, reach)
        now = _read(texts, reach)
        _refuse_errors(now)
    changed = tuple(
        Rewritten(file.name, file.text, texts[file.name])
        for file in files
        if file.text != texts[file.name]
    )
    if comparable(meant, edits) != comparable(now.map, edits) or not is_in_order(
        parsed, now, edits
    ):
        raise _mismatch(changed)
    return Edited(now, changed)


def _read(texts: Texts, reach: Reach) -> ParsedMap:
    files = tuple(ClaimFile(name, text) for name, text in texts.items())
    return read_files(ClaimFiles(files, ()), "", reach=reach)


def _refuse_errors(parsed: ParsedMap) -> None:
    error = next((problem for problem in parsed.diagnostics if problem.is_error), None)
    if error is not None:
        raise OutputError(
            f"the map would not be sound after this ({error.location}: {error.message}), so that "
            "nothing was written"
        )


def _mismatch(changed: tuple[Rewritten, ...]) -> OutputError:
    where = f" in {changed[0].name}" if changed else ""
    return OutputError(
        f"this could not be written{where} without changing something else, so that nothing was "
        "written; write the entry on lines of its own, without brackets, or change it by hand"
    )


# Written


def _written(texts: Texts, argument_map: ArgumentMap, edit: MapEdit, reach: Reach) -> Texts:
    """The new texts of the files that an edit changes."""
    if isinstance(edit, Rename):
        return {name: with_new_id(text, edit) for name, text in texts.items()}
    if isinstance(edit, AddClaim):
        text = with_claim(texts[edit.file], argument_map, edit.claim, edit.after)
        return {edit.file: text}
    if isinstance(edit, RemoveClaim):
        return without_claim(texts, edit.id)
    if isinstance(edit, DefineInPlace | DefineBelow):
        move = nested if isinstance(edit, DefineInPlace) else flat
        return {name: move(text, {edit.claim}) for name, text in texts.items()}
    if isinstance(edit, AcceptDraft):
        edit = RemoveField("claim", edit.claim, "mode")
    if isinstance(edit, RemoveRelation):
        return _without_relation(texts, argument_map, edit.id, reach)
    return _written_in_place(texts, argument_map, edit)


def _without_relation(texts: Texts, argument_map: ArgumentMap, id_: str, reach: Reach) -> Texts:
    """The texts without a relation, as often as it is written."""
    after, here = dict(texts), argument_map
    while id_ in here.relations:
        after, is_out = without_relation(after, here.relations[id_].location)
        now = _read(after, reach)
        if is_out:
            _refuse_errors(now)
        here = with_drafts(now.map)
    return after


def _written_in_place(
    texts: Texts,
    argument_map: ArgumentMap,
    edit: AddRelation | JoinPremise | SetField | RemoveField | SetLocators,
) -> Texts:
    """The new text of the file in which the claim or relation stands that an edit concerns."""
    place: Location | None
    if isinstance(edit, AddRelation):
        step = argument_map.relations.get(edit.relation.target)
        place = step.location if step is not None else None
        home = place or argument_map.claims[edit.relation.target].location
        return {home.path: with_relation(_text(texts, home), edit.relation, place)}
    if isinstance(edit, JoinPremise):
        home = argument_map.relations[edit.relation].location
        return {home.path: with_premise(_text(texts, home), edit.premise, home, edit.relation)}
    parts: dict[str, Any] = {
        "claim": argument_map.claims,
        "relation": argument_map.relations,
        "source": argument_map.sources,
    }
    home = parts[edit.kind][edit.id].location
    place = home if edit.kind == "relation" else None
    if isinstance(edit, SetLocators):
        text = with_locators(_text(texts, home), edit.id, place, edit.locators)
        return {home.path: text}
    value = edit.value if isinstance(edit, SetField) else None
    pair = (edit.key, value)
    return {home.path: with_field(_text(texts, home), edit.kind, edit.id, pair, place)}


def _text(texts: Texts, place: Location) -> str:
    if place.path not in texts:
        raise UsageError(f"{place.path} belongs to another map, which this one uses; edit it there")
    return texts[place.path]
