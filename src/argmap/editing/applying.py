"""Edits applied to claim files: from texts to texts, read back before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.editing.applied import applied
from argmap.editing.compared import Step, is_as_meant
from argmap.editing.edits import (
    AddClaim,
    AddContradiction,
    AddRelation,
    AddRestatement,
    DefineBelow,
    DefineInPlace,
    JoinPremise,
    Redirect,
    RemoveClaim,
    RemoveField,
    RemoveRelation,
    RemoveRestatement,
    Rename,
    SetField,
    SetLocators,
    SplitPremise,
)
from argmap.editing.flattening import flat
from argmap.editing.formatting import Rewritten
from argmap.editing.nesting import nested
from argmap.editing.redirecting import with_redirected, with_split
from argmap.editing.renaming import with_new_id
from argmap.editing.restating import without_restatements
from argmap.editing.taking_out import without_claim, without_relation
from argmap.editing.texts import Texts, text_at
from argmap.editing.writing_parts import (
    with_claim,
    with_field,
    with_other,
    with_premise,
    with_relation,
)
from argmap.editing.writing_places import with_locators
from argmap.errors import OutputError
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.reach import NEAR, Reach
from argmap.reading.reader import ParsedMap, read_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.editing.edits import MapEdit
    from argmap.model.argument_map import ArgumentMap


@dataclass(frozen=True, slots=True)
class Edited:
    """Edits applied: the map as it is read from the new texts, and the files that change."""

    parsed: ParsedMap
    files: tuple[Rewritten, ...]

    @property
    def undone(self) -> tuple[Rewritten, ...]:
        """The same files on the way back."""
        return tuple(Rewritten(each.name, each.after, each.before) for each in self.files)


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
    now = parsed
    for edit in edits:
        before, meant = now.map, applied(now.map, edit)
        texts = texts | _written(texts, before, edit, reach)
        now = _read(texts, reach)
        _refuse_errors(now)
        if not is_as_meant(Step(edit, before, meant, now.map)):
            raise _mismatch(_changed(files, texts))
    return Edited(now, _changed(files, texts))


def _changed(files: tuple[ClaimFile, ...], texts: Texts) -> tuple[Rewritten, ...]:
    return tuple(
        Rewritten(file.name, file.text, texts[file.name])
        for file in files
        if file.text != texts[file.name]
    )


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
    match edit:
        case Rename():
            after = {name: with_new_id(text, edit) for name, text in texts.items()}
        case AddClaim():
            text = with_claim(texts[edit.file], argument_map, edit.claim, edit.after)
            after = {edit.file: text}
        case RemoveClaim():
            after = without_claim(texts, edit.id)
        case DefineInPlace() | DefineBelow():
            move = nested if isinstance(edit, DefineInPlace) else flat
            after = {name: move(text, {edit.claim}) for name, text in texts.items()}
        case RemoveRestatement():
            after = without_restatements(texts, argument_map, edit.claim)
        case AddRelation() | JoinPremise() | SplitPremise() | Redirect() | RemoveRelation():
            after = _with_relation_edited(texts, argument_map, edit, reach)
        case _:
            after = _with_part_edited(texts, argument_map, edit)
    return after


def _with_relation_edited(
    texts: Texts,
    argument_map: ArgumentMap,
    edit: AddRelation | JoinPremise | SplitPremise | Redirect | RemoveRelation,
    reach: Reach,
) -> Texts:
    def read(now: Texts) -> ArgumentMap:
        return _read(now, reach).map

    if isinstance(edit, RemoveRelation):
        return _without_relation(texts, argument_map, edit.id, reach)
    if isinstance(edit, SplitPremise):
        return with_split(texts, argument_map, edit, read)
    if isinstance(edit, Redirect):
        return with_redirected(texts, argument_map, edit, read)
    if isinstance(edit, AddRelation):
        step = argument_map.relations.get(edit.relation.target)
        place = step.location if step is not None else None
        home = place or argument_map.claims[edit.relation.target].location
        return {home.path: with_relation(text_at(texts, home), edit.relation, place)}
    home = argument_map.relations[edit.relation].location
    return {home.path: with_premise(text_at(texts, home), edit.premise, home, edit.relation)}


def _without_relation(texts: Texts, argument_map: ArgumentMap, id_: str, reach: Reach) -> Texts:
    """The texts without a relation, as often as it is written."""
    after, here = dict(texts), argument_map
    while id_ in here.relations:
        after, is_out = without_relation(after, here.relations[id_].location)
        now = _read(after, reach)
        if is_out:
            _refuse_errors(now)
        here = now.map
    return after


def _with_part_edited(
    texts: Texts,
    argument_map: ArgumentMap,
    edit: SetField | RemoveField | SetLocators | AddContradiction | AddRestatement,
) -> Texts:
    """The new text of the file in which the claim, relation or source stands that is edited."""
    if isinstance(edit, AddContradiction | AddRestatement):
        key = "contradicts" if isinstance(edit, AddContradiction) else "restates"
        home = argument_map.claims[edit.claim].location
        return {home.path: with_other(text_at(texts, home), edit.claim, key, edit.other)}
    parts: dict[str, Any] = {
        "claim": argument_map.claims,
        "relation": argument_map.relations,
        "source": argument_map.sources,
    }
    home = parts[edit.kind][edit.id].location
    place = home if edit.kind == "relation" else None
    text = text_at(texts, home)
    if isinstance(edit, SetLocators):
        return {home.path: with_locators(text, edit.id, place, edit.locators)}
    value = edit.value if isinstance(edit, SetField) else None
    return {home.path: with_field(text, edit.kind, edit.id, (edit.key, value), place)}
