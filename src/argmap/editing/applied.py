"""Edits of a map as a value: the map that is meant, worked out without looking at any text.

What an edited text says is compared with it before anything is written.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from argmap.editing.applied_rename import renamed
from argmap.editing.edits import (
    FIELDS,
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
from argmap.errors import UsageError
from argmap.model.claim import Mode
from argmap.model.relation import Force, Kind, contradiction_id, derived_id
from argmap.model.setting_apart import with_drafts, without_drafts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.editing.edits import MapEdit, Value
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation

T = TypeVar("T")


def applied(argument_map: ArgumentMap, edit: MapEdit) -> ArgumentMap:
    """The map after an edit, which may concern drafts as well.

    Raises:
        UsageError: the map has no such claim, relation or source, or has one already.
    """
    after = _applied(with_drafts(argument_map), edit)
    return without_drafts(after, _drafts_after(argument_map, edit) & after.claims.keys())


def _drafts_after(argument_map: ArgumentMap, edit: MapEdit) -> frozenset[str]:
    """The claims that are drafts after an edit, and some that are no more."""
    drafts = frozenset(argument_map.drafts)
    match edit:
        case AcceptDraft():
            _part(argument_map.drafts.claims, edit.claim, "draft")
            return drafts - {edit.claim}
        case SetField(kind="claim", key="mode") | RemoveField(kind="claim", key="mode"):
            return drafts - {edit.id}  # the word `draft` stands in place of the mode
        case Rename(kind="claim") if edit.old in drafts:
            return drafts - {edit.old} | {edit.new}
    return drafts


def _applied(argument_map: ArgumentMap, edit: MapEdit) -> ArgumentMap:
    match edit:
        case Rename():
            after = renamed(argument_map, edit)
        case AddClaim():
            after = _with_claim(argument_map, edit.claim)
        case AddRelation():
            after = _with_relation(argument_map, edit.relation)
        case JoinPremise():
            after = _joined(argument_map, edit)
        case SetField() | RemoveField():
            after = _with_field(argument_map, edit)
        case SetLocators():
            after = _with_locators(argument_map, edit)
        case RemoveRelation():
            _part(argument_map.relations, edit.id, "relation")
            after = _without(argument_map, (), {edit.id})
        case RemoveClaim():
            _part(argument_map.claims, edit.id, "claim")
            after = _without_mentions(argument_map, edit.id)
        case AcceptDraft() | DefineInPlace() | DefineBelow():  # it stays what it is
            _part(argument_map.claims, edit.claim, "claim")
            after = argument_map
    return after


def _part(parts: Mapping[str, T], id_: str, kind: str) -> T:
    if id_ not in parts:
        raise UsageError(f"there is no {kind} `{id_}`")
    return parts[id_]


def _refuse_taken(argument_map: ArgumentMap, id_: str) -> None:
    if id_ in argument_map.claims or id_ in argument_map.relations:
        raise UsageError(f"the id `{id_}` is taken already")


# Added


def _with_claim(argument_map: ArgumentMap, claim: Claim) -> ArgumentMap:
    _refuse_taken(argument_map, claim.id)
    return replace(argument_map, claims={**argument_map.claims, claim.id: claim})


def _with_relation(argument_map: ArgumentMap, relation: Relation) -> ArgumentMap:
    """The map with one more relation, last among those in the entry of its target."""
    _refuse_taken(argument_map, relation.id)
    for premise in relation.premises:
        _part(argument_map.claims, premise, "claim")
    if relation.kind is Kind.UNDERCUTS:
        _part(argument_map.relations, relation.target, "relation")
    else:
        _part(argument_map.claims, relation.target, "claim")
    beside = [
        each.position
        for each in argument_map.relations_to(relation.target)
        if each.kind is relation.kind and each.position is not None
    ]
    placed = replace(relation, position=max(beside, default=-1) + 1)
    if relation.source is None and relation.mode is Mode.ASSERTED:
        placed = _drawn(argument_map, placed)
    return replace(argument_map, relations={**argument_map.relations, placed.id: placed})


def _drawn(argument_map: ArgumentMap, relation: Relation) -> Relation:
    """A relation that names no source: from the one source of all that it joins, else editorial."""
    joined: Iterable[str] = (*relation.premises, relation.target)
    if relation.kind is Kind.UNDERCUTS:
        step = argument_map.relations[relation.target]
        joined = (*relation.premises, *step.premises, step.target)
    cited = {argument_map.claims[id_].cited_source for id_ in joined if id_ in argument_map.claims}
    if len(cited) > 1:
        return replace(relation, source=None, mode=Mode.EDITORIAL)
    return replace(relation, source=next(iter(cited)))


def _joined(argument_map: ArgumentMap, edit: JoinPremise) -> ArgumentMap:
    before = _part(argument_map.relations, edit.relation, "relation")
    _part(argument_map.claims, edit.premise, "claim")
    premises = tuple(sorted({*before.premises, edit.premise}))
    id_ = before.id if before.named else derived_id(premises, before.kind, before.target)
    if id_ != before.id:
        _refuse_taken(argument_map, id_)
    relations = dict(argument_map.relations)
    del relations[before.id]
    relations[id_] = replace(before, id=id_, premises=premises)
    followed = _followed(relations, {before.id: id_})
    return replace(argument_map, relations=followed)


def _followed(relations: Mapping[str, Relation], new_ids: dict[str, str]) -> dict[str, Relation]:
    """The relations, where those whose derived id follows from a new id take theirs."""
    kept = dict(relations)
    waiting = [*new_ids.items()]
    for old, new in waiting:  # grows on the way: no recursion
        for each in [each for each in kept.values() if each.target == old]:
            id_ = each.id if each.named else derived_id(each.premises, each.kind, new)
            del kept[each.id]
            kept[id_] = replace(each, id=id_, target=new)
            if id_ != each.id:
                waiting.append((each.id, id_))
    return kept


# Fields


def _with_field(argument_map: ArgumentMap, edit: SetField | RemoveField) -> ArgumentMap:
    if edit.key not in FIELDS[edit.kind]:
        raise UsageError(f"`{edit.key}` of a {edit.kind} cannot be set or removed by itself")
    value = edit.value if isinstance(edit, SetField) else None
    if edit.key == "source" and value is not None:
        _part(argument_map.sources, str(value), "source")
    if edit.kind == "claim":
        claim = _claim_with(_part(argument_map.claims, edit.id, "claim"), edit.key, value)
        return replace(argument_map, claims={**argument_map.claims, claim.id: claim})
    if edit.kind == "relation":
        step = _part(argument_map.relations, edit.id, "relation")
        return _with_relations(
            argument_map,
            *(_relation_with(each, edit.key, value) for each in both_ways(argument_map, step)),
        )
    source = _part(argument_map.sources, edit.id, "source")
    changed = {edit.key: value}
    if edit.key == "title" and value is None:
        changed = {"title": source.id}
    source = replace(source, **changed)  # type: ignore[arg-type]  # keys of texts alone
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
        claim = _part(argument_map.claims, edit.id, "claim")
        if edit.locators and claim.source is None:
            raise UsageError(f"a quotation is looked up in a source; give `{claim.id}` one first")
        claim = replace(claim, locators=edit.locators)
        return replace(argument_map, claims={**argument_map.claims, claim.id: claim})
    step = _part(argument_map.relations, edit.id, "relation")
    first, *opposite = both_ways(argument_map, step)
    bare = (replace(each, locators=()) for each in opposite)  # it is quoted once
    return _with_relations(argument_map, replace(first, locators=edit.locators), *bare)


def both_ways(argument_map: ArgumentMap, relation: Relation) -> list[Relation]:
    """The relation, and if it is a contradiction its opposite direction as well."""
    if not relation.contradiction:
        return [relation]
    opposite = contradiction_id(relation.target, relation.premises[0])
    return [relation, argument_map.relations[opposite]]


def _with_relations(argument_map: ArgumentMap, *relations: Relation) -> ArgumentMap:
    """The map in which these relations take the places of those with their ids."""
    changed = {each.id: each for each in relations}
    return replace(argument_map, relations={**argument_map.relations, **changed})


# Removed


def _without(
    argument_map: ArgumentMap, claims: Iterable[str], relations: Iterable[str]
) -> ArgumentMap:
    """The map without some claims and relations, and without all that undercuts these."""
    gone = {*relations}
    opposite = {
        way.id for id_ in gone for way in both_ways(argument_map, argument_map.relations[id_])
    }
    waiting = [*gone, *opposite]
    for id_ in waiting:  # grows on the way: no recursion
        gone.add(id_)
        waiting += (each.id for each in argument_map.relations_to(id_) if each.id not in gone)
    lost = {*claims}
    return replace(
        argument_map,
        claims={id_: each for id_, each in argument_map.claims.items() if id_ not in lost},
        relations={id_: each for id_, each in argument_map.relations.items() if id_ not in gone},
    )


def _without_mentions(argument_map: ArgumentMap, id_: str) -> ArgumentMap:
    """The map without a claim, its relations, and every mention of it."""

    def kept(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(each for each in ids if each != id_)

    classes = {
        member: kept(members)
        for member, members in argument_map.classes.items()
        if member != id_ and len(kept(members)) > 1
    }
    bare = replace(
        argument_map,
        classes=classes,
        main=kept(argument_map.main),
        steps=tuple(
            replace(step, show=kept(step.show), reject=kept(step.reject), accept=kept(step.accept))
            for step in argument_map.steps
            if kept(step.show)
        ),
        views={
            name: replace(view, focus=None) if view.focus == id_ else view
            for name, view in argument_map.views.items()
        },
        questions={
            each.id: replace(each, answers=kept(each.answers))
            for each in argument_map.questions.values()
        },
        stances={
            each.id: replace(
                each,
                reject=each.reject - {id_},
                accept=each.accept - {id_},
                credences={key: value for key, value in each.credences.items() if key != id_},
            )
            for each in argument_map.stances.values()
        },
        expectations=tuple(
            replace(each, reject=each.reject - {id_}, accept=each.accept - {id_})
            for each in argument_map.expectations
            if each.claim != id_
        ),
    )
    related = (*argument_map.relations_from(id_), *argument_map.relations_to(id_))
    return _without(bare, {id_}, {each.id for each in related})
