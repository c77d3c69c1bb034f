"""Edits of a map as a value: the map that is meant, worked out without looking at any text.

What an edited text says is compared with it before anything is written.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from argmap.editing.applied_drafts import with_drafts_apart
from argmap.editing.applied_relations import (
    contradicting,
    part_of,
    redirected,
    refuse_taken,
    related,
    restating,
    with_other_premises,
    with_relations,
    without_restatement,
)
from argmap.editing.applied_removal import both_ways, without, without_mentions
from argmap.editing.applied_rename import renamed
from argmap.editing.applied_sources import (
    with_file,
    with_map_field,
    with_source,
    without_source,
)
from argmap.editing.edits import (
    FIELDS,
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
    NewFile,
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
from argmap.errors import UsageError
from argmap.model.claim import Mode
from argmap.model.relation import Force
from argmap.model.setting_apart import with_drafts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from argmap.editing.edits import MapEdit, Value
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation


def applied(argument_map: ArgumentMap, edit: MapEdit) -> ArgumentMap:
    """The map after an edit, which may concern drafts as well.

    Raises:
        UsageError: the map has no such claim, relation or source, or has one already.
    """
    after = _MEANINGS[type(edit)](with_drafts(argument_map), edit)
    return with_drafts_apart(after, argument_map, edit)


def _with_claim(argument_map: ArgumentMap, edit: AddClaim) -> ArgumentMap:
    refuse_taken(argument_map, edit.claim.id)
    return replace(argument_map, claims={**argument_map.claims, edit.claim.id: edit.claim})


def _without_relation(argument_map: ArgumentMap, edit: RemoveRelation) -> ArgumentMap:
    part_of(argument_map.relations, edit.id, "relation")
    return without(argument_map, (), {edit.id})


def _without_claim(argument_map: ArgumentMap, edit: RemoveClaim) -> ArgumentMap:
    part_of(argument_map.claims, edit.id, "claim")
    return without_mentions(argument_map, edit.id)


def _as_it_is(
    argument_map: ArgumentMap, edit: AcceptDraft | MoveClaim | DefineInPlace | DefineBelow
) -> ArgumentMap:
    """The map as it is: a claim that is moved or accepted stays what it is."""
    part_of(argument_map.claims, edit.claim, "claim")
    if isinstance(edit, MoveClaim) and edit.after is not None:
        part_of(argument_map.claims, edit.after, "claim")
    return argument_map


# Fields


def _with_field(argument_map: ArgumentMap, edit: SetField | RemoveField) -> ArgumentMap:
    if edit.key not in FIELDS[edit.kind]:
        raise UsageError(f"`{edit.key}` of a {edit.kind} cannot be set or removed by itself")
    value = edit.value if isinstance(edit, SetField) else None
    if edit.key == "source" and value is not None:
        part_of(argument_map.sources, str(value), "source")
    if edit.kind == "claim":
        claim = _claim_with(part_of(argument_map.claims, edit.id, "claim"), edit.key, value)
        return replace(argument_map, claims={**argument_map.claims, claim.id: claim})
    if edit.kind == "relation":
        step = part_of(argument_map.relations, edit.id, "relation")
        return with_relations(
            argument_map,
            *(_relation_with(each, edit.key, value) for each in both_ways(argument_map, step)),
        )
    source = part_of(argument_map.sources, edit.id, "source")
    changed: dict[str, Any] = {edit.key: value}
    if edit.key == "title" and value is None:
        changed = {"title": source.id}
    elif edit.key == "authors":  # each is named as in a list of texts: none by a whole name alone
        if not isinstance(value, tuple | None):
            raise UsageError("the authors of a source are a list of names")
        changed = {"authors": value or (), "whole_names": frozenset()}
    source = replace(source, **changed)
    return replace(argument_map, sources={**argument_map.sources, source.id: source})


def _claim_with(claim: Claim, key: str, value: Value | None) -> Claim:
    if key == "granted":
        granted = value if isinstance(value, bool) else None
        return replace(claim, granted=granted, pending=value == "pending")
    return replace(claim, **{key: _of_type(key, value)})  # type: ignore[arg-type]  # as the key says


def _relation_with(relation: Relation, key: str, value: Value | None) -> Relation:
    return replace(relation, **{key: _of_type(key, value)})  # type: ignore[arg-type]  # likewise


def _of_type(key: str, value: Value | None) -> object:
    kinds: dict[str, type[Mode | Force]] = {"mode": Mode, "force": Force}
    if key in kinds and value is not None:
        words = [each.value for each in kinds[key]]
        if value not in words:
            raise UsageError(f"`{key}` is one of {', '.join(words)}, and not `{value}`")
        return kinds[key](value)
    if key == "mode":
        return Mode.ASSERTED
    if key == "tags":
        return () if value is None else value
    return value


def _with_locators(argument_map: ArgumentMap, edit: SetLocators) -> ArgumentMap:
    if edit.kind == "claim":
        claim = part_of(argument_map.claims, edit.id, "claim")
        if edit.locators and claim.source is None:
            raise UsageError(f"a quotation is looked up in a source; give `{claim.id}` one first")
        claim = replace(claim, locators=edit.locators)
        return replace(argument_map, claims={**argument_map.claims, claim.id: claim})
    step = part_of(argument_map.relations, edit.id, "relation")
    first, *opposite = both_ways(argument_map, step)
    bare = (replace(each, locators=()) for each in opposite)  # it is quoted once
    return with_relations(argument_map, replace(first, locators=edit.locators), *bare)


_MEANINGS: Mapping[type, Callable[[ArgumentMap, Any], ArgumentMap]] = MappingProxyType(
    {
        Rename: renamed,
        AddClaim: _with_claim,
        AddRelation: related,
        JoinPremise: with_other_premises,
        SplitPremise: with_other_premises,
        Redirect: redirected,
        AddContradiction: contradicting,
        AddRestatement: restating,
        RemoveRestatement: without_restatement,
        SetField: _with_field,
        RemoveField: _with_field,
        SetLocators: _with_locators,
        RemoveRelation: _without_relation,
        RemoveClaim: _without_claim,
        NewFile: with_file,
        AddSource: with_source,
        RemoveSource: without_source,
        SetMapField: with_map_field,
        AcceptDraft: _as_it_is,
        MoveClaim: _as_it_is,
        DefineInPlace: _as_it_is,
        DefineBelow: _as_it_is,
    }
)
"""What each kind of edit makes of a map."""
