"""The map that an edit means, compared with the one that is read from the new texts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.editing.applied import both_ways
from argmap.editing.edits import (
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
from argmap.editing.formatting import without_places
from argmap.model.claim import Mode
from argmap.model.setting_apart import with_drafts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.editing.edits import MapEdit
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Kind
    from argmap.reading.reader import ParsedMap


def comparable(argument_map: ArgumentMap, edits: Iterable[MapEdit]) -> object:
    """A map as a value to compare: without places, and with ranks in place of positions.

    A source without a title goes by its id, a stance without a name likewise. What reading works
    out from another source, speaker, mode or premise is not judged: sources and modes around it.
    """
    drafts, argument_map = frozenset(argument_map.drafts), with_drafts(argument_map)
    ranks: dict[tuple[str, Kind], int] = {}
    ranked = {}
    for each in argument_map.relations.values():
        for beside in argument_map.relations_to(each.target):
            if beside.position is not None and beside.id not in ranked:
                key = (beside.target, beside.kind)
                ranked[beside.id] = ranks[key] = ranks.get(key, -1) + 1
    relations = {
        id_: replace(each, position=ranked.get(id_)) for id_, each in argument_map.relations.items()
    }
    compared = replace(argument_map, relations=relations)
    for edit in edits:
        compared = _blurred(compared, edit)
    return drafts, without_places(compared)


def _blurred(argument_map: ArgumentMap, edit: MapEdit) -> ArgumentMap:
    if isinstance(edit, Rename) and edit.kind in ("source", "stance"):
        called = (edit.old, edit.new)
        sources = {
            id_: replace(each, title=edit.new) if each.title in called else each
            for id_, each in argument_map.sources.items()
        }
        stances = {
            id_: replace(each, name=edit.new) if each.name in called else each
            for id_, each in argument_map.stances.items()
        }
        return replace(argument_map, sources=sources, stances=stances)
    if isinstance(edit, JoinPremise):
        return _without_origins_of(argument_map, edit.premise)
    if isinstance(edit, SetLocators):
        return _without_origins_of_quoted(argument_map, edit)
    if isinstance(edit, SetField | RemoveField) and edit.key in ("source", "speaker", "mode"):
        return _without_origins(argument_map, edit)
    return argument_map


def _without_origins_of(argument_map: ArgumentMap, premise: str) -> ArgumentMap:
    """The map without the sources and modes of the steps from a claim, and of their undercuts."""
    joined = {each.id for each in argument_map.relations_from(premise)}
    relations = {
        id_: replace(each, source=None, mode=Mode.ASSERTED)
        if id_ in joined or each.target in joined
        else each
        for id_, each in argument_map.relations.items()
    }
    return replace(argument_map, relations=relations)


def _without_origins_of_quoted(argument_map: ArgumentMap, edit: SetLocators) -> ArgumentMap:
    """The map without what a quotation decides: who draws a relation, or an editorial claim.

    A contradiction is quoted in the direction in which it is written, which the map does not say.
    """
    if edit.kind == "claim":
        claim = argument_map.claims.get(edit.id)
        is_own = claim is not None and claim.mode is Mode.EDITORIAL
        return _without_origins(argument_map, edit) if is_own else argument_map
    quoted = argument_map.relations.get(edit.id)
    both = both_ways(argument_map, quoted) if quoted is not None else []
    locators = tuple(locator for each in both for locator in each.locators)
    blurred = {
        each.id: replace(each, source=None, mode=Mode.ASSERTED, locators=locators) for each in both
    }
    return replace(argument_map, relations={**argument_map.relations, **blurred})


def _without_origins(
    argument_map: ArgumentMap, edit: SetField | RemoveField | SetLocators
) -> ArgumentMap:
    claims = dict(argument_map.claims)
    if edit.kind == "claim" and edit.id in claims:
        kept = edit.key if isinstance(edit, SetField) else ""
        claim = claims[edit.id]
        claims[edit.id] = replace(
            claim,
            source=claim.source if kept == "source" else None,
            mode=claim.mode if kept == "mode" else Mode.ASSERTED,
        )
    relations = {
        id_: replace(each, source=None, mode=Mode.ASSERTED)
        for id_, each in argument_map.relations.items()
    }
    return replace(argument_map, claims=claims, relations=relations)


def is_in_order(before: ParsedMap, after: ParsedMap, edits: Iterable[MapEdit]) -> bool:
    """Whether the claims that were there are in the same order, but for edits that move some."""
    new: dict[str, str] = {id_: id_ for id_ in with_drafts(before.map).claims}
    for edit in edits:
        if isinstance(edit, DefineInPlace | DefineBelow | RemoveClaim | RemoveRelation):
            return True
        if isinstance(edit, Rename) and edit.kind == "claim":
            new = {id_: edit.new if now == edit.old else now for id_, now in new.items()}
    old, read = with_drafts(before.map).claims, with_drafts(after.map).claims
    was = sorted(old, key=lambda id_: old[id_].location)
    now = sorted(read, key=lambda id_: read[id_].location)
    kept = {*new.values()}
    return [new[id_] for id_ in was] == [id_ for id_ in now if id_ in kept]
