"""Edits change the entry that they concern, say what is meant, and can be undone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.editing.applied import applied
from argmap.editing.applying import apply
from argmap.editing.edits import (
    AcceptDraft,
    AddClaim,
    AddContradiction,
    AddRelation,
    AddRestatement,
    AddSource,
    DefineBelow,
    DefineInPlace,
    JoinPremise,
    MoveClaim,
    Redirect,
    RemoveClaim,
    RemoveField,
    RemoveRelation,
    RemoveRestatement,
    RemoveSource,
    Rename,
    SetField,
    SetLocators,
    SetMapField,
    SplitPremise,
)
from argmap.editing.formatting import without_places
from argmap.model.setting_apart import with_drafts
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.nodes import node_of
from argmap.reading.reader import read_files
from tests.editing.random_edits import FILE, NEW, Case, case_of, case_of_any_style
from tests.maps import for_all, renamed, without_relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.diagnostics import Location
    from argmap.editing.applying import Edited
    from argmap.editing.edits import MapEdit
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation

COMMENT = re.compile(r"# c\d+")
REMOVALS = (
    *(AcceptDraft, RemoveClaim, RemoveField, RemoveRelation, RemoveRestatement, SetLocators),
    *(RemoveSource, SetMapField),
)
MOVES = (DefineBelow, DefineInPlace, MoveClaim, Redirect, SplitPremise)
ELSEWHERE = (*MOVES, RemoveClaim, RemoveRelation, RemoveRestatement, RemoveSource, SetMapField)
"""The edits that change more than one entry of a claim or relation, or none."""


def edited(case: Case) -> Edited:
    """The case, edited."""
    return apply(case.parsed, case.files, [case.edit])


def text_after(case: Case) -> str:
    """The text of the case after its edit."""
    return next((file.after for file in edited(case).files), case.text)


def bare(argument_map: ArgumentMap) -> object:
    """All that a map says, without places, positions in lists and the order of premises."""
    drafts, argument_map = {*argument_map.drafts}, with_drafts(argument_map)
    relations = {
        id_: replace(each, position=None, premises=tuple(sorted(each.premises)))
        for id_, each in argument_map.relations.items()
    }
    return drafts, without_places(replace(argument_map, relations=relations))


@for_all(case_of, 300, size=500)
def test_an_edit_says_what_is_meant_touches_nothing_else_and_can_be_undone(case: Case) -> None:
    says_what_is_meant(case)
    leaves_what_is_outside_the_entry(case)
    is_as_it_was_when_undone(case)


def says_what_is_meant(case: Case) -> None:
    """The new text reads as the intended map."""
    files = (ClaimFile(FILE, text_after(case)),)
    again = read_files(ClaimFiles(files, ()), "")
    assert not [problem for problem in again.diagnostics if problem.is_error]
    assert bare(again.map) == bare(applied(case.parsed.map, case.edit))


@for_all(case_of_any_style, 200, size=470)
def test_files_of_any_style_are_edited(case: Case) -> None:
    result = edited(case)
    for file in result.undone:
        assert file.after == case.text
    assert result.parsed.map.claims.keys() == applied(case.parsed.map, case.edit).claims.keys()


def leaves_what_is_outside_the_entry(case: Case) -> None:
    """All that is outside of the entry stays byte for byte, and no comment is lost."""
    before, after = case.text, text_after(case)
    if isinstance(case.edit, Rename):
        assert after.replace(NEW, case.edit.old) == before
        return
    if before == after:  # the same quotations as before
        assert isinstance(
            case.edit,
            SetLocators | SetMapField | Redirect | MoveClaim | DefineInPlace | DefineBelow,
        )
        return
    if isinstance(case.edit, AddClaim | AddSource):
        assert is_inserted(before, after)
    elif not isinstance(case.edit, ELSEWHERE):
        start, end = changed(before, after)
        first, last = entry_around(case)
        assert first <= start
        assert end <= last
    if not isinstance(case.edit, REMOVALS):
        assert sorted(COMMENT.findall(after)) == sorted(COMMENT.findall(before))
    assert after.count("\r\n") == (after.count("\n") if "\r\n" in before else 0)


def changed(before: str, after: str) -> tuple[int, int]:
    """The stretch of a text that differs from another; what is before and behind is the same."""
    start = same(before, after)
    behind = same(before[start:][::-1], after[start:][::-1])
    return start, len(before) - behind


def same(first: str, other: str) -> int:
    """The number of characters with which both texts begin."""
    pairs = enumerate(zip(first, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(first), len(other)))


def is_inserted(before: str, after: str) -> bool:
    """Whether something was put into a text at one place, and nothing else was done."""
    start, end = changed(before, after)
    return start == end


def entry_around(case: Case) -> tuple[int, int]:
    """The stretch of the entry, below `claims` or `relations`, in which a case is edited.

    With it go the line breaks behind, and the lines of comment further in.
    """
    edit, argument_map, root = case.edit, with_drafts(case.parsed.map), node_of(case.text)
    assert root is not None
    part = place_of(edit, argument_map)
    starts = [0, *(match.end() for match in re.finditer("\n", case.text))]
    index = starts[part.location.line - 1] + part.location.column - 1
    for table in (root.get("claims"), root.get("relations")):
        for item in table.items if table is not None else ():
            first = item.key.start if item.key is not None else item.start
            if first <= index < item.end:
                rest = re.match(r"[^\n]*(\n\s*(#[^\n]*)?)*", case.text[item.end :])
                return first, item.end + (rest.end() if rest else 0)
    raise AssertionError("no such entry")


def place_of(edit: MapEdit, argument_map: ArgumentMap) -> Claim | Relation:
    """The claim or relation in whose entry something is written."""
    if isinstance(edit, AddRelation):
        target = edit.relation.target
    elif isinstance(edit, AddContradiction | AddRestatement):
        target = edit.claim
    else:
        assert isinstance(edit, AcceptDraft | JoinPremise | SetField | RemoveField | SetLocators)
        ids = {AcceptDraft: "claim", JoinPremise: "relation"}
        target = getattr(edit, ids.get(type(edit), "id"))
    return argument_map.claims.get(target) or argument_map.relations[target]


def is_as_it_was_when_undone(case: Case) -> None:
    """Undone, the edit leaves every file byte for byte as it was."""
    result = edited(case)
    texts = {file.name: file.text for file in case.files}
    for file in result.files:
        assert texts[file.name] == file.before
        texts[file.name] = file.after
    for file in result.undone:
        assert texts[file.name] == file.before
        texts[file.name] = file.after
    assert texts[FILE] == case.text


@for_all(case_of, 200, size=500)
def test_the_intended_map_is_the_one_that_others_work_out(case: Case) -> None:
    argument_map, edit = with_drafts(case.parsed.map), case.edit
    if isinstance(edit, Rename) and edit.kind in ("claim", "relation"):
        claims = {id_: NEW if id_ == edit.old else id_ for id_ in argument_map.claims}
        now = applied(argument_map, edit)
        steps = {
            id_: each.id
            for id_, each in zip(
                sorted(argument_map.relations, key=place_in(argument_map)),
                sorted(now.relations.values(), key=lambda each: place_in(now)(each.id)),
                strict=True,
            )
        }
        assert bare(now) == bare(with_stances(renamed(argument_map, claims, steps), now))
    if isinstance(edit, RemoveRelation) and not argument_map.relations[edit.id].contradiction:
        assert bare(applied(argument_map, edit)) == bare(without_relation(argument_map, edit.id))
    if isinstance(edit, RemoveClaim):
        now = applied(argument_map, edit)
        assert now.claims.keys() == argument_map.claims.keys() - {edit.id}
        assert all(edit.id not in {*each.premises, each.target} for each in now.relations.values())


def place_in(argument_map: ArgumentMap) -> Callable[[str], tuple[Location, Location]]:
    """The place of a relation and of its first premise, which tells two directions apart."""

    def key(id_: str) -> tuple[Location, Location]:
        relation = argument_map.relations[id_]
        return relation.location, min(
            argument_map.claims[each].location for each in relation.premises
        )

    return key


def with_stances(argument_map: ArgumentMap, other: ArgumentMap) -> ArgumentMap:
    """The map with the stances of another: those of random files name no claim."""
    return replace(argument_map, stances=other.stances)
