"""The map that an edit means, compared with the one that is read from the new texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.editing.applied_removal import both_ways
from argmap.editing.edits import (
    AddRelation,
    AddSource,
    DefineBelow,
    DefineInPlace,
    JoinPremise,
    MoveClaim,
    Redirect,
    RemoveClaim,
    RemoveField,
    RemoveRelation,
    Rename,
    SetField,
    SetLocators,
    SplitPremise,
)
from argmap.editing.formatting import without_places
from argmap.model.claim import Mode

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from argmap.diagnostics import Location
    from argmap.editing.edits import MapEdit
    from argmap.model.argument_map import ArgumentMap

Unjudged = dict[tuple[str, str], frozenset[str]]
"""By part of a map and id, the fields that are not compared."""

_ORIGIN = frozenset({"source", "mode"})
_MOVES = (
    MoveClaim,
    DefineInPlace,
    DefineBelow,
    RemoveClaim,
    RemoveRelation,
    SplitPremise,
    Redirect,
)


class Transition(NamedTuple):
    """An edit, with the map before it, the map that is meant, and the one that was read."""

    edit: MapEdit
    before: ArgumentMap
    meant: ArgumentMap
    now: ArgumentMap


def is_as_meant(step: Transition) -> bool:
    """Whether the map that was read is the one that is meant, with its claims in their order.

    Places are not compared, and positions only by the order that they make. What reading works out
    from another source, speaker, quotation or premise is not judged: sources and modes around it.
    """
    unjudged, but = _unjudged(step), _unordered(step)
    return (
        all(
            _is_same(
                each.name, getattr(step.meant, each.name), getattr(step.now, each.name), unjudged
            )
            for each in fields(step.meant)
            if each.compare
        )
        and _quoted_both_ways(step.meant, step.edit) == _quoted_both_ways(step.now, step.edit)
        and _relations_in_order(step.meant, but) == _relations_in_order(step.now, but)
        and _are_claims_in_order(step)
    )


# Parts


def _is_same(name: str, meant: Any, now: Any, unjudged: Unjudged) -> bool:  # noqa: ANN401  # fields
    if isinstance(meant, Mapping) and isinstance(now, Mapping):
        return meant.keys() == now.keys() and all(
            _is_same_part(part, now[id_], unjudged.get((name, id_), frozenset()))
            for id_, part in meant.items()
        )
    if isinstance(meant, tuple) and isinstance(now, tuple):
        parts = zip(meant, now, strict=False)
        return len(meant) == len(now) and all(_is_same_part(*pair, frozenset()) for pair in parts)
    return bool(meant == now)


def _is_same_part(meant: object, now: object, but: frozenset[str]) -> bool:
    if not is_dataclass(meant) or type(meant) is not type(now):
        return meant == now
    plain, placed = _fields_of(meant.__class__, but)
    return plain(meant) == plain(now) and all(
        _is_same(name, getattr(meant, name), getattr(now, name), {}) for name in placed
    )


@cache
def _fields_of(
    kind: type[Any], but: frozenset[str]
) -> tuple[Callable[[object], object], tuple[str, ...]]:
    """The fields of a kind of part that are compared as they are, and those with places in them."""
    with_places = ("locators", "ignore")
    names = [
        each.name
        for each in fields(kind)
        if each.compare and each.name not in ("location", "position", *but)
    ]
    plain = attrgetter(*(name for name in names if name not in with_places))
    return plain, tuple(name for name in names if name in with_places)


# What is not judged


def _unjudged(step: Transition) -> Unjudged:
    edit, before, meant = step.edit, step.before, step.meant
    if isinstance(edit, Rename):
        return _own_name(before, edit)
    if isinstance(edit, AddRelation | AddSource):
        return _unjudged_of_new(before, edit)
    if isinstance(edit, SetLocators):
        return _unjudged_of_quoted(meant, edit)
    if isinstance(edit, SetField | RemoveField):
        return _unjudged_of_field(meant, edit)
    if isinstance(edit, JoinPremise | SplitPremise | Redirect):
        known = before.relations
        changed = (id_ for id_, each in meant.relations.items() if each is not known.get(id_))
        return _origins(_with_undercuts(meant, changed))
    return {}


def _unjudged_of_field(meant: ArgumentMap, edit: SetField | RemoveField) -> Unjudged:
    if edit.key not in ("source", "speaker", "mode"):
        return {}
    if edit.kind == "relation":
        return _origins(each.id for each in both_ways(meant, meant.relations[edit.id]))
    kept = {edit.key} if isinstance(edit, SetField) else set()
    return {("claims", edit.id): _ORIGIN - kept, **_origins(_around(meant, edit.id))}


def _unjudged_of_new(before: ArgumentMap, edit: AddRelation | AddSource) -> Unjudged:
    """The source that draws a quoted relation; the claims that may come from a file's own now."""
    if isinstance(edit, AddRelation):
        is_quoted = bool(edit.relation.locators) and edit.relation.source is None
        return _origins([edit.relation.id] if is_quoted else [])
    claims = [
        id_
        for id_, each in before.claims.items()
        if edit.own and each.source is None and each.location.path == edit.file
    ]
    around = (relation for claim in claims for relation in _around(before, claim))
    return {("claims", id_): _ORIGIN for id_ in claims} | _origins(around)


def _own_name(before: ArgumentMap, edit: Rename) -> Unjudged:
    """A source without a title goes by its id, and so does a stance without a name."""
    source, stance = before.sources.get(edit.old), before.stances.get(edit.old)
    if edit.kind == "source" and source is not None and source.title == edit.old:
        return {("sources", edit.new): frozenset({"title"})}
    if edit.kind == "stance" and stance is not None and stance.name == edit.old:
        return {("stances", edit.new): frozenset({"name"})}
    return {}


def _unjudged_of_quoted(meant: ArgumentMap, edit: SetLocators) -> Unjudged:
    """The origins that a quotation decides: of a relation, and of an editorial claim."""
    if edit.kind == "claim":
        is_own = meant.claims[edit.id].mode is Mode.EDITORIAL
        if not is_own:
            return {}
        return {("claims", edit.id): frozenset({"source"}), **_origins(_around(meant, edit.id))}
    step = meant.relations[edit.id]
    but = _ORIGIN | {"locators"} if step.contradiction else _ORIGIN
    return {("relations", each.id): but for each in both_ways(meant, step)}


def _quoted_both_ways(argument_map: ArgumentMap, edit: MapEdit) -> object:
    """The quotations of a contradiction, which stand in the direction in which it is written.

    The map does not say which direction that is.
    """
    if not isinstance(edit, SetLocators) or edit.id not in argument_map.relations:
        return ()
    both = both_ways(argument_map, argument_map.relations[edit.id])
    return without_places(tuple(locator for each in both for locator in each.locators))


def _origins(relations: Iterable[str]) -> Unjudged:
    return {("relations", id_): _ORIGIN for id_ in relations}


def _around(argument_map: ArgumentMap, claim: str) -> Sequence[str]:
    """The relations from and to a claim, with all that undercuts them."""
    beside = (*argument_map.relations_from(claim), *argument_map.relations_to(claim))
    return _with_undercuts(argument_map, [each.id for each in beside])


def _with_undercuts(argument_map: ArgumentMap, relations: Iterable[str]) -> Sequence[str]:
    """These relations, with all that undercuts them, and undercuts these in turn."""
    waiting = [*relations]
    known = {*waiting}
    for id_ in waiting:  # grows on the way: no recursion
        further = {each.id for each in argument_map.relations_to(id_)} - known
        known |= further
        waiting += sorted(further)
    return waiting


# Order


def _relations_in_order(
    argument_map: ArgumentMap, but: Container[str]
) -> dict[str, list[tuple[str, bool]]]:
    """The relations to each claim and relation as they are ordered, and whether each is placed."""
    targets = {each.target for each in argument_map.relations.values()}
    return {
        target: [
            (each.id, each.position is None)
            for each in argument_map.relations_to(target)
            if each.id not in but
        ]
        for target in targets
    }


def _unordered(step: Transition) -> frozenset[str]:
    """The relation that may be written in another entry now, or still in that of its premise."""
    edit, before = step.edit, step.before.relations
    if isinstance(edit, Redirect):
        target = edit.target
    elif isinstance(edit, SplitPremise) and before[edit.relation].position is None:
        target = before[edit.relation].target
    else:
        return frozenset()
    there = step.meant.relations_to(target)
    return frozenset(each.id for each in there if each is not before.get(each.id))


def _are_claims_in_order(step: Transition) -> bool:
    """Whether the claims that were there are in the same order, but for edits that move some.

    A claim that has no place yet was added by the edit before this one, and not read in between.
    """
    edit = step.edit
    if isinstance(edit, _MOVES):
        return True
    new = {edit.old: edit.new} if isinstance(edit, Rename) and edit.kind == "claim" else {}
    was = [new.get(id_, id_) for id_ in _as_written(step.before)]
    there = {*was}
    return was == [id_ for id_ in _as_written(step.now) if id_ in there]


def _as_written(argument_map: ArgumentMap) -> list[str]:
    def place(id_: str) -> tuple[str, int, int]:
        location: Location = argument_map.claims[id_].location
        return location.path, location.line, location.column

    placed = (id_ for id_, each in argument_map.claims.items() if each.location.is_known)
    return sorted(placed, key=place)
