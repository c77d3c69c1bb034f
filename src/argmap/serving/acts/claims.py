"""Acts on claims: added, related, removed, renamed; said to contradict or to restate each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.editing.adding import NOBODY, NewClaim, edits_for
from argmap.editing.edits import (
    AddClaim,
    AddContradiction,
    AddRelation,
    AddRestatement,
    RemoveClaim,
    RemoveRelation,
    RemoveRestatement,
    Rename,
    SetMapField,
)
from argmap.editing.new_ids import id_like, refuse_bad_id, taken_ids
from argmap.errors import UsageError
from argmap.model.claim import Claim, Mode
from argmap.model.relation import Relation
from argmap.model.setting_apart import with_drafts
from argmap.reading.slugs import FreeIds
from argmap.serving.acts.plan import (
    ROLES,
    Plan,
    kind_in,
    known,
    known_target,
    mode_in,
    name_of,
    names_of,
    opened,
    short,
)
from argmap.serving.acts.quotations import locator_in

if TYPE_CHECKING:
    from argmap.editing.edits import MapEdit
    from argmap.serving.given import Given
    from argmap.serving.map_files import MapState


def add(state: MapState, given: Given) -> Plan:
    """A new claim, alone or with what it does."""
    argument_map = state.parsed.map
    text = " ".join(given.text("text").split())
    if not text:
        raise UsageError("a claim needs its words; write what it says in a full sentence")
    free = FreeIds(taken_ids(argument_map, "claim"))
    id_ = free.like(id_like(text, given.maybe("label"))) or free.like("claim") or "claim"
    kind, target = kind_in(given), given.maybe("target") or ""
    if kind is not None:
        known_target(state, kind, target)
    label, source = given.maybe("label") or None, given.maybe("source")
    if source not in (None, NOBODY, *argument_map.sources):
        raise UsageError(f"there is no source `{source}` any more")
    new = NewClaim(id_, text, label, source, None, kind, target, given.texts("beside"))
    edits = edits_for(with_drafts(argument_map), state.files, new)
    words = f"Added “{short(text)}”"
    if kind is not None:
        words += f" as {ROLES[kind]} {name_of(state, target)}"
    return Plan(tuple(_with_origin(state, each, given) for each in edits), f"{words}.", id_)


def _with_origin(state: MapState, edit: MapEdit, given: Given) -> MapEdit:
    """The edit that adds a claim, where its words stand and who holds it put into the claim."""
    if not isinstance(edit, AddClaim):
        return edit
    claim, quote, speaker = edit.claim, given.maybe("quote"), given.maybe("speaker") or None
    if quote:
        claim = replace(claim, locators=(locator_in(given, quote),))
    if claim.source is not None:
        mode = mode_in(given)
        source = state.parsed.map.sources[claim.source]
        is_others = speaker is not None and not source.is_by(speaker)
        if is_others and mode is Mode.ASSERTED:
            mode = Mode.REPORTED
        claim = replace(claim, mode=mode)
    elif quote:
        raise UsageError("words of a document need its source; pick it under “Who says so”")
    return replace(edit, claim=replace(claim, speaker=speaker))


def relate(state: MapState, given: Given) -> Plan:
    """Claims that are there already, made the premises of a step or an objection."""
    kind, target, premises = kind_in(given), given.text("target"), given.texts("premises")
    if kind is None or not premises:
        raise UsageError("a relation needs its kind and its premises")
    for premise in premises:
        known(state, "claim", premise)
    known_target(state, kind, target)
    words = f"Made {names_of(state, premises)} {ROLES[kind]} {name_of(state, target)}."
    return Plan((AddRelation(Relation.of({*premises}, kind, target)),), words, premises[0])


def remove(state: MapState, given: Given) -> Plan:
    """The loss of a claim, or of a relation."""
    kind, id_ = given.text("kind"), given.text("id")
    part = known(state, kind, id_)
    if kind == "source":
        raise UsageError("a source cannot be deleted here; take it out of its file by hand")
    if isinstance(part, Claim) and given.maybe("was") not in (None, part.text):
        raise UsageError(f"`{id_}` says “{part.text}” by now; look at it again first")
    seen = given.texts("steps")
    argument_map = state.parsed.map
    hanging = (*argument_map.relations_from(id_), *argument_map.relations_to(id_))
    if seen and not {each.id for each in hanging} <= {*seen}:
        raise UsageError(f"more hangs on `{id_}` by now; look at it again first")
    words = f"Deleted {name_of(state, id_)}."
    return Plan((RemoveClaim(id_) if kind == "claim" else RemoveRelation(id_),), words)


def rename(state: MapState, given: Given) -> Plan:
    """Another id."""
    kind, id_, new = given.text("kind"), given.text("id"), given.text("new")
    known(state, kind, id_)
    refuse_bad_id(state.parsed.map, new, kind)
    chosen = new if kind == "claim" else None
    return Plan((Rename(kind, id_, new),), f"Renamed {id_} to {new}.", chosen)


def make_main(state: MapState, given: Given) -> Plan:
    """A claim made a main conclusion of the map, or a main conclusion no longer."""
    id_, argument_map = given.text("id"), state.parsed.map
    known(state, "claim", id_)
    now = argument_map.main or tuple(state.reading.outline.main)
    is_main = id_ in now
    after = tuple(each for each in now if each != id_) if is_main else (*now, id_)
    verb = "is no main conclusion any more" if is_main else "is a main conclusion now"
    return Plan((SetMapField("main", after),), f"{opened(name_of(state, id_))} {verb}.")


def contradict(state: MapState, given: Given) -> Plan:
    """Two claims that cannot hold together."""
    first, second = _two(state, given)
    words = f"{name_of(state, first)} contradicts {name_of(state, second)} now."
    return Plan((AddContradiction(first, second),), opened(words), first)


def restate(state: MapState, given: Given) -> Plan:
    """Two claims that say the same."""
    first, second = _two(state, given)
    words = f"{name_of(state, first)} says the same as {name_of(state, second)}."
    return Plan((AddRestatement(first, second),), opened(words), first)


def unrestate(state: MapState, given: Given) -> Plan:
    """A claim that says something of its own again."""
    id_ = given.text("id")
    known(state, "claim", id_)
    words = f"{name_of(state, id_)} says something of its own now."
    return Plan((RemoveRestatement(id_),), opened(words), id_)


def _two(state: MapState, given: Given) -> tuple[str, str]:
    first, second = given.text("id"), given.text("other")
    for each in (first, second):
        known(state, "claim", each)
    return first, second
