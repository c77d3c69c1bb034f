"""The acts that can be asked for in the browser, each with the edits that do it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from argmap.editing.adding import NOBODY, NewClaim, edits_for
from argmap.editing.edits import (
    AddClaim,
    AddContradiction,
    AddRelation,
    AddRestatement,
    JoinPremise,
    Redirect,
    RemoveClaim,
    RemoveField,
    RemoveRelation,
    RemoveRestatement,
    Rename,
    SetField,
    SetLocators,
    SetMapField,
    SplitPremise,
)
from argmap.editing.new_ids import refuse_bad_id, taken_ids
from argmap.errors import UsageError
from argmap.formats.ids import id_of_words
from argmap.model.claim import Mode
from argmap.model.relation import Kind, Relation
from argmap.model.source import Locator, Source
from argmap.reading.slugs import FreeIds
from argmap.views.words.sentences import Teller
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from argmap.editing.edits import MapEdit, Value
    from argmap.model.claim import Claim
    from argmap.serving.given import Given
    from argmap.serving.map_files import MapState

_ROLES = {
    Kind.SUPPORTS: "a reason for",
    Kind.ATTACKS: "an objection to",
    Kind.UNDERCUTS: "what blocks",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """The edits that do what is asked for, its words, and the claim to be shown then."""

    edits: tuple[MapEdit, ...]
    words: str
    chosen: str | None = None


def plan(state: MapState, given: Given) -> Plan:
    """The plan for what is asked for, on the map as it is now.

    Raises:
        UsageError: it does not fit the map.
    """
    name = given.text("do")
    if name not in ACTS:
        raise UsageError(f"there is no act `{name}`")
    return ACTS[name](state, given)


def _add(state: MapState, given: Given) -> Plan:
    """A new claim, alone or with what it does."""
    argument_map = state.parsed.map
    text = " ".join(given.text("text").split())
    if not text:
        raise UsageError("a claim needs its words; write what it says in a full sentence")
    free = FreeIds(taken_ids(argument_map, "claim"))
    id_ = free.like(id_of_words(text)) or free.like("claim") or "claim"
    kind, target = _kind_in(given), given.maybe("target") or ""
    if kind is not None:
        _known_target(state, kind, target)
    label, source = given.maybe("label") or None, given.maybe("source")
    if source not in (None, NOBODY, *argument_map.sources):
        raise UsageError(f"there is no source `{source}` any more")
    new = NewClaim(id_, text, label, source, None, kind, target, given.texts("beside"))
    edits = edits_for(argument_map, state.files, new)
    words = f"Added “{_short(text)}”"
    if kind is not None:
        tell = Teller(argument_map, state.reading.outline)
        words += f" as {_ROLES[kind]} {_named(tell, state, target)}"
    return Plan(tuple(_with_origin(state, each, given) for each in edits), f"{words}.", id_)


def _with_origin(state: MapState, edit: MapEdit, given: Given) -> MapEdit:
    """The edit that adds a claim, where its words stand and who holds it put into the claim."""
    if not isinstance(edit, AddClaim):
        return edit
    claim, quote, speaker = edit.claim, given.maybe("quote"), given.maybe("speaker") or None
    if quote:
        claim = replace(claim, locators=(_locator(given, quote),))
    if claim.source is not None:
        mode = _mode_in(given)
        source = state.parsed.map.sources[claim.source]
        is_others = speaker is not None and not source.is_by(speaker)
        if is_others and mode is Mode.ASSERTED:
            mode = Mode.REPORTED
        claim = replace(claim, mode=mode)
    elif quote:
        raise UsageError("words of a document need its source; pick it under “Who says so”")
    return replace(edit, claim=replace(claim, speaker=speaker))


def _relate(state: MapState, given: Given) -> Plan:
    """Claims that are there already, made the premises of a step or an objection."""
    kind, target, premises = _kind_in(given), given.text("target"), given.texts("premises")
    if kind is None or not premises:
        raise UsageError("a relation needs its kind and its premises")
    for premise in premises:
        _known(state, "claim", premise)
    _known_target(state, kind, target)
    tell = Teller(state.parsed.map, state.reading.outline)
    words = f"Made {tell.names([*premises])} {_ROLES[kind]} {_named(tell, state, target)}."
    return Plan((AddRelation(Relation.of({*premises}, kind, target)),), words, premises[0])


def _join(state: MapState, given: Given) -> Plan:
    """A further premise of a step."""
    step, premise = given.text("relation"), given.text("premise")
    _known(state, "relation", step)
    _known(state, "claim", premise)
    tell = Teller(state.parsed.map, state.reading.outline)
    words = f"{_named(tell, state, step)} needs {tell.name(premise)} as well."
    return Plan((JoinPremise(step, premise),), _opened(words), premise)


def _set(state: MapState, given: Given) -> Plan:
    """Values of keys, or their loss; refused where one is not what the reader saw any more."""
    kind, id_ = given.text("kind"), given.maybe("id") or ""
    part = state.parsed.map if kind == "map" else _known(state, kind, id_)
    edits: list[MapEdit] = []
    for each in given.objects("values"):
        key, value = each.text("key"), each.value("value")
        now = _value_of(part, key)
        if now != each.value("was"):
            shown = "nothing" if now is None else f"“{now}”"
            raise UsageError(f"`{key}` of {id_ or 'the map'} is {shown} by now; look at it again")
        edits.append(_to(kind, id_, key, value))
    if not edits:
        raise UsageError("nothing is to be changed")
    keys = listed([each.text("key") for each in given.objects("values")])
    return Plan(tuple(edits), f"Changed {keys} of {_name_of(state, kind, id_)}.")


def _to(kind: str, id_: str, key: str, value: Value | None) -> MapEdit:
    """The edit that gives a key a value, or takes it away."""
    is_gone = value is None or value in ("", ())
    if kind == "map":
        if key not in ("title", "question"):
            raise UsageError(f"`{key}` of the map cannot be changed here")
        return SetMapField(key, None if is_gone else str(value))
    if value is None or is_gone:
        return RemoveField(kind, id_, key)
    return SetField(kind, id_, key, value)


def _remove(state: MapState, given: Given) -> Plan:
    """The loss of a claim, or of a relation."""
    kind, id_ = given.text("kind"), given.text("id")
    _known(state, kind, id_)
    tell = Teller(state.parsed.map, state.reading.outline)
    if kind == "claim":
        return Plan((RemoveClaim(id_),), f"Deleted {tell.name(id_)}.")
    return Plan((RemoveRelation(id_),), f"Deleted {_named(tell, state, id_)}.")


def _rename(state: MapState, given: Given) -> Plan:
    """Another id."""
    kind, id_, new = given.text("kind"), given.text("id"), given.text("new")
    _known(state, kind, id_)
    refuse_bad_id(state.parsed.map, new, kind)
    chosen = new if kind == "claim" else None
    return Plan((Rename(kind, id_, new),), f"Renamed {id_} to {new}.", chosen)


def _quote(state: MapState, given: Given) -> Plan:
    """One more quotation of a claim or of a step."""
    kind, id_, quote = given.text("kind"), given.text("id"), given.text("quote")
    part = _quotable(state, given)
    _refuse_other_source(part, given.maybe("source"))
    places = [*part.locators, _locator(given, quote)]
    words = f"Added the quotation “{_short(quote)}” to {_name_of(state, kind, id_)}."
    return Plan((SetLocators(kind, id_, tuple(places)),), words)


def _unquote(state: MapState, given: Given) -> Plan:
    """A quotation taken away."""
    kind, id_, quote = given.text("kind"), given.text("id"), given.text("quote")
    part = _quotable(state, given)
    kept = tuple(place for place in part.locators if place.quote != quote)
    if kept == part.locators:
        raise UsageError("this quotation is not there any more")
    words = f"Took the quotation “{_short(quote)}” from {_name_of(state, kind, id_)}."
    return Plan((SetLocators(kind, id_, kept),), words)


def _locator(given: Given, quote: str) -> Locator:
    return Locator(paragraph=given.number("paragraph"), page=given.maybe("page"), quote=quote)


def _refuse_other_source(part: Claim | Relation, source: str | None) -> None:
    """Refuse words of a document from which the claim or step does not come."""
    if source is not None and part.source is None:
        raise UsageError(
            "this claim or step names no source; give it that of the document first (Change)"
        )
    if source is not None and part.source != source:
        raise UsageError(
            f"this comes from the source `{part.source}`, and the words stand in `{source}`; "
            "make a claim of its own from them, and join the two"
        )


def _main(state: MapState, given: Given) -> Plan:
    """A claim made a main conclusion of the map, or a main conclusion no longer."""
    id_, argument_map = given.text("id"), state.parsed.map
    _known(state, "claim", id_)
    now = argument_map.main or tuple(state.reading.outline.main)
    is_main = id_ in now
    after = tuple(each for each in now if each != id_) if is_main else (*now, id_)
    verb = "is no main conclusion any more" if is_main else "is a main conclusion now"
    return Plan((SetMapField("main", after),), f"{_opened(_name_of(state, 'claim', id_))} {verb}.")


def _contradict(state: MapState, given: Given) -> Plan:
    """Two claims that cannot hold together."""
    first, second = _two(state, given)
    words = f"{_name_of(state, 'claim', first)} contradicts {_name_of(state, 'claim', second)} now."
    return Plan((AddContradiction(first, second),), _opened(words), first)


def _restate(state: MapState, given: Given) -> Plan:
    """Two claims that say the same."""
    first, second = _two(state, given)
    words = (
        f"{_name_of(state, 'claim', first)} says the same as {_name_of(state, 'claim', second)}."
    )
    return Plan((AddRestatement(first, second),), _opened(words), first)


def _unrestate(state: MapState, given: Given) -> Plan:
    """A claim that says something of its own again."""
    id_ = given.text("id")
    _known(state, "claim", id_)
    words = f"{_name_of(state, 'claim', id_)} says something of its own now."
    return Plan((RemoveRestatement(id_),), _opened(words), id_)


def _turn(state: MapState, given: Given) -> Plan:
    """A reason made an objection, or an objection a reason."""
    step = given.text("relation")
    relation = _known(state, "relation", step)
    if not isinstance(relation, Relation) or relation.kind is Kind.UNDERCUTS:
        raise UsageError("what blocks a step can be nothing else; delete it, and add it anew")
    kind = Kind.ATTACKS if relation.kind is Kind.SUPPORTS else Kind.SUPPORTS
    noun = "an objection" if kind is Kind.ATTACKS else "a reason"
    words = f"Made {_name_of(state, 'relation', step)} {noun}."
    return Plan((Redirect(step, kind, relation.target),), words)


def _split(state: MapState, given: Given) -> Plan:
    """A step that does without one of its premises."""
    step, premise = given.text("relation"), given.text("premise")
    _known(state, "relation", step)
    name = _name_of(state, "claim", premise)
    words = f"{_opened(_name_of(state, 'relation', step))} does without {name} now."
    return Plan((SplitPremise(step, premise),), words)


def _two(state: MapState, given: Given) -> tuple[str, str]:
    first, second = given.text("id"), given.text("other")
    for each in (first, second):
        _known(state, "claim", each)
    return first, second


ACTS: Mapping[str, Callable[[MapState, Given], Plan]] = MappingProxyType(
    {
        "add": _add,
        "relate": _relate,
        "join": _join,
        "set": _set,
        "remove": _remove,
        "rename": _rename,
        "quote": _quote,
        "unquote": _unquote,
        "main": _main,
        "contradict": _contradict,
        "restate": _restate,
        "unrestate": _unrestate,
        "turn": _turn,
        "split": _split,
    }
)


def _kind_in(given: Given) -> Kind | None:
    word = given.maybe("kind")
    if word is None:
        return None
    if word not in {each.value for each in Kind}:
        raise UsageError(f"there is no relation of the kind `{word}`")
    return Kind(word)


def _mode_in(given: Given) -> Mode:
    word = given.maybe("mode") or Mode.ASSERTED
    if word not in {each.value for each in Mode}:
        raise UsageError(f"there is no mode `{word}`")
    return Mode(word)


def _known(state: MapState, kind: str, id_: str) -> Claim | Relation | Source:
    argument_map = state.parsed.map
    tables: dict[str, Mapping[str, Any]] = {
        "claim": argument_map.claims,
        "relation": argument_map.relations,
        "source": argument_map.sources,
    }
    if kind not in tables:
        raise UsageError(f"a {kind} cannot be edited here")
    if id_ not in tables[kind]:
        raise UsageError(f"there is no {kind} `{id_}` any more")
    part: Claim | Relation | Source = tables[kind][id_]
    return part


def _quotable(state: MapState, given: Given) -> Claim | Relation:
    part = _known(state, given.text("kind"), given.text("id"))
    if isinstance(part, Source):
        raise UsageError("a source has no quotations; its claims and steps have")
    return part


def _known_target(state: MapState, kind: Kind, target: str) -> None:
    _known(state, "relation" if kind is Kind.UNDERCUTS else "claim", target)


def _name_of(state: MapState, kind: str, id_: str) -> str:
    tell = Teller(state.parsed.map, state.reading.outline)
    if kind in ("map", "source"):
        return "the map" if kind == "map" else f"the source {state.parsed.map.sources[id_].title}"
    return tell.name(id_) if kind == "claim" else _named(tell, state, id_)


def _named(tell: Teller, state: MapState, id_: str) -> str:
    return tell.step_at(id_) if id_ in state.parsed.map.relations else tell.name(id_)


def _value_of(part: object, key: str) -> object:
    """The value of a key as JSON has it, None where there is none."""
    if key == "granted" and getattr(part, "pending", False):
        return "pending"
    value = getattr(part, key, None)
    return None if value in ((), "") else getattr(value, "value", value)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57].rstrip()} …"  # noqa: PLR2004  # a line


def _opened(words: str) -> str:
    return words[:1].upper() + words[1:]
