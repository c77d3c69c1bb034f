"""Relations of a map as a value: added, changed, led elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from argmap.editing.edits import SplitPremise
from argmap.errors import UsageError
from argmap.model.claim import Mode
from argmap.model.classes import classes_of
from argmap.model.relation import Force, Kind, Relation, contradiction_id, derived_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.editing.edits import (
        AddContradiction,
        AddRelation,
        AddRestatement,
        JoinPremise,
        Redirect,
        RemoveRestatement,
    )
    from argmap.model.argument_map import ArgumentMap

T = TypeVar("T")


def part_of(parts: Mapping[str, T], id_: str, kind: str) -> T:
    """The part of a map with an id.

    Raises:
        UsageError: there is none.
    """
    if id_ not in parts:
        raise UsageError(f"there is no {kind} `{id_}`")
    return parts[id_]


def refuse_taken(argument_map: ArgumentMap, id_: str) -> None:
    """Refuse the id of a claim or a relation of the map for another one."""
    if id_ in argument_map.claims or id_ in argument_map.relations:
        raise UsageError(f"the id `{id_}` is taken already")


def related(argument_map: ArgumentMap, edit: AddRelation) -> ArgumentMap:
    """The map with one more relation, last among those in the entry of its target."""
    relation = edit.relation
    refuse_taken(argument_map, relation.id)
    _refuse_unknown(argument_map, relation)
    placed = replace(relation, position=_last(argument_map, relation.kind, relation.target))
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


def with_other_premises(argument_map: ArgumentMap, edit: JoinPremise | SplitPremise) -> ArgumentMap:
    """The map in which a relation needs a further claim, or does without one of several."""
    before = part_of(argument_map.relations, edit.relation, "relation")
    part_of(argument_map.claims, edit.premise, "claim")
    premises = {*before.premises, edit.premise}
    if isinstance(edit, SplitPremise):
        if edit.premise not in before.premises:
            raise UsageError(f"`{edit.premise}` is no premise of `{before.id}`")
        if not before.is_linked:
            raise UsageError(f"`{edit.premise}` is the only premise of its step; remove the step")
        premises.remove(edit.premise)
    return _changed(argument_map, before, replace(before, premises=tuple(sorted(premises))))


def redirected(argument_map: ArgumentMap, edit: Redirect) -> ArgumentMap:
    """The map in which a relation leads elsewhere, with all that undercuts it."""
    before = part_of(argument_map.relations, edit.relation, "relation")
    after = replace(
        before,
        kind=edit.kind,
        target=edit.target,
        force=before.force if edit.kind is Kind.ATTACKS else None,
        position=_last(argument_map, edit.kind, edit.target),
    )
    if before.contradiction:
        raise UsageError(f"`{before.id}` is a contradiction; remove it, and add what you mean")
    _refuse_unknown(argument_map, after)
    if (before.kind, before.target) == (after.kind, after.target):
        return argument_map
    above: dict[str, None] = {}
    waiting = edit.target
    while waiting in argument_map.relations and waiting not in above:
        above[waiting] = None
        waiting = argument_map.relations[waiting].target
    if before.id in above:
        raise UsageError(f"`{edit.target}` hangs on `{before.id}` itself")
    return _changed(argument_map, before, after)


def _refuse_unknown(argument_map: ArgumentMap, relation: Relation) -> None:
    for premise in relation.premises:
        part_of(argument_map.claims, premise, "claim")
    if relation.kind is not Kind.UNDERCUTS:
        part_of(argument_map.claims, relation.target, "claim")
        if relation.target in relation.premises:
            raise UsageError(f"`{relation.target}` cannot be a premise of a step to itself")
    elif part_of(argument_map.relations, relation.target, "relation").contradiction:
        raise UsageError(f"`{relation.target}` is a contradiction, which nothing blocks")


def _last(argument_map: ArgumentMap, kind: Kind, target: str) -> int:
    """The position behind the relations of a kind in the entry of their target."""
    beside = [
        each.position
        for each in argument_map.relations_to(target)
        if each.kind is kind and each.position is not None
    ]
    return max(beside, default=-1) + 1


def _changed(argument_map: ArgumentMap, before: Relation, after: Relation) -> ArgumentMap:
    """The map in which a relation has changed, its id as well where that follows from it."""
    id_ = before.id if before.named else derived_id(after.premises, after.kind, after.target)
    if id_ != before.id:
        refuse_taken(argument_map, id_)
    relations = dict(argument_map.relations)
    del relations[before.id]
    relations[id_] = replace(after, id=id_)
    return replace(argument_map, relations=_followed(relations, {before.id: id_}))


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


def with_relations(argument_map: ArgumentMap, *relations: Relation) -> ArgumentMap:
    """The map in which these relations take the places of those with their ids."""
    changed = {each.id: each for each in relations}
    return replace(argument_map, relations={**argument_map.relations, **changed})


# Contradictions and restatements


def contradicting(argument_map: ArgumentMap, edit: AddContradiction) -> ArgumentMap:
    """The map with two attacks more: one of each claim on the other, which refute it."""
    claim, other = edit.claim, edit.other
    _refuse_same(argument_map, claim, other)
    there = Relation(
        contradiction_id(claim, other),
        Kind.ATTACKS,
        (claim,),
        other,
        force=Force.DEFEAT,
        contradiction=True,
    )
    there = _drawn(argument_map, there)
    back = replace(there, id=contradiction_id(other, claim), premises=(other,), target=claim)
    refuse_taken(argument_map, there.id)
    return with_relations(argument_map, there, back)


def restating(argument_map: ArgumentMap, edit: AddRestatement) -> ArgumentMap:
    """The map in which a claim says the same as another, and as all that say so already."""
    claim, other = edit.claim, edit.other
    _refuse_same(argument_map, claim, other)
    classes = classes_of([*argument_map.classes.values(), (claim, other)])
    members = {*classes[claim]}
    inside = [
        each.id
        for member in members
        for each in argument_map.relations_to(member)
        if members & {*each.premises}
    ]
    if inside:
        raise UsageError(
            f"`{claim}` and `{other}` cannot say the same, as `{inside[0]}` leads from one to the "
            "other; remove it first"
        )
    return replace(argument_map, classes=classes)


def _refuse_same(argument_map: ArgumentMap, claim: str, other: str) -> None:
    part_of(argument_map.claims, claim, "claim")
    part_of(argument_map.claims, other, "claim")
    if claim == other:
        raise UsageError(f"`{claim}` is one claim; name another beside it")
    if other in argument_map.class_of(claim):
        raise UsageError(f"`{claim}` and `{other}` say the same already")


def without_restatement(argument_map: ArgumentMap, edit: RemoveRestatement) -> ArgumentMap:
    """The map in which a claim says the same as no other, and those that did still do."""
    claim = edit.claim
    part_of(argument_map.claims, claim, "claim")
    if claim not in argument_map.classes:
        raise UsageError(f"`{claim}` restates no claim, and no claim restates it")
    others = [
        tuple(member for member in members if member != claim)
        for members in argument_map.classes.values()
    ]
    return replace(argument_map, classes=classes_of(others))
