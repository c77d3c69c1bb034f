"""Plans: edits that do what is asked for; and how the parts of a map are named in their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.errors import UsageError
from argmap.model.claim import Mode
from argmap.model.relation import Kind
from argmap.views.words.sentences import Teller
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.editing.edits import MapEdit
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.model.source import Source
    from argmap.serving.given import Given
    from argmap.serving.map_files import MapState


_LINE = 60

ROLES = {
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


def kind_in(given: Given) -> Kind | None:
    """The kind of relation that is asked for; None for none."""
    word = given.maybe("kind")
    if word is None:
        return None
    if word not in {each.value for each in Kind}:
        raise UsageError(f"there is no relation of the kind `{word}`")
    return Kind(word)


def mode_in(given: Given) -> Mode:
    """The mode that is asked for."""
    word = given.maybe("mode") or Mode.ASSERTED
    if word not in {each.value for each in Mode}:
        raise UsageError(f"there is no mode `{word}`")
    return Mode(word)


def known(state: MapState, kind: str, id_: str) -> Claim | Relation | Source:
    """A claim, relation or source of the map.

    Raises:
        UsageError: there is none with this id.
    """
    argument_map = state.parsed.map
    tables: dict[str, Mapping[str, Any]] = {
        "claim": {**argument_map.claims, **argument_map.drafts.claims},
        "relation": {**argument_map.relations, **argument_map.drafts.relations},
        "source": argument_map.sources,
    }
    if kind not in tables:
        raise UsageError(f"a {kind} cannot be edited here")
    if id_ not in tables[kind]:
        raise UsageError(f"there is no {kind} `{id_}` any more")
    part: Claim | Relation | Source = tables[kind][id_]
    return part


def known_target(state: MapState, kind: Kind, target: str) -> None:
    """Refuse a target that is not in the map."""
    known(state, "relation" if kind is Kind.UNDERCUTS else "claim", target)


def name_of(state: MapState, id_: str) -> str:
    """The name of a claim, of a draft by its words, or of a step by its ends, in a sentence."""
    argument_map, drafts = state.parsed.map, state.parsed.map.drafts
    if id_ in drafts.claims:
        return f"the draft “{short(drafts.claims[id_].text)}”"
    if id_ in drafts.relations:
        return "a step between drafts"
    tell = Teller(argument_map, state.reading.outline)
    return tell.step_at(id_) if id_ in argument_map.relations else tell.name(id_)


def names_of(state: MapState, claims: Iterable[str]) -> str:
    """The names of several claims in the order of their numbers, those of drafts after them."""
    outline = state.reading.outline
    in_order = sorted(claims, key=lambda id_: outline.place_of.get(id_, len(outline.numbers)))
    return listed([name_of(state, id_) for id_ in in_order])


def value_of(part: object, key: str) -> object:
    """The value of a key as JSON has it, None where there is none."""
    if key == "granted" and getattr(part, "pending", False):
        return "pending"
    value = getattr(part, key, None)
    return None if value in ((), "") else getattr(value, "value", value)


def short(text: str) -> str:
    """A text in at most a line, without its full stop, to stand in a sentence.

    >>> short("Buses are slow.")
    'Buses are slow'
    """
    bare = text.removesuffix(".")
    return bare if len(bare) <= _LINE else f"{bare[: _LINE - 3].rstrip()} …"


def opened(words: str) -> str:
    """The words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]
