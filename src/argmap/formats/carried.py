"""The parts of a map that a format carries, by field, and the loss report for the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from argmap.formats.citing import source_and_mode_of
from argmap.formats.exchange import Losses, in_words
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.relation import Force, Relation
from argmap.model.source import Source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

WORDS = MappingProxyType(
    {
        "claim.label": "labels of claims",
        "claim.source": "sources of claims",
        "claim.locators": "quotations and places of claims",
        "claim.speaker": "speakers of claims",
        "claim.mode": "modes of claims",
        "claim.granted": "marks of what is granted",
        "claim.pending": "claims marked as to be supported",
        "claim.credence": "credences",
        "claim.section": "sections of claims",
        "claim.tags": "tags of claims",
        "claim.note": "notes on claims",
        "claim.url": "addresses of claims",
        "claim.ignore": "diagnostics ignored",
        "claim.meta": "own keys of claims",
        "claim.origin": "ids that claims had elsewhere",
        "relation.named": "ids of relations",
        "relation.force": "forces of attacks",
        "relation.contradiction": "contradictions, each written as two attacks",
        "relation.scheme": "schemes of steps",
        "relation.presses": "critical questions that steps press",
        "relation.weight": "weights of steps",
        "relation.rationale": "rationales of steps",
        "relation.source": "sources of steps",
        "relation.locators": "quotations and places of steps",
        "relation.mode": "modes of steps",
        "relation.tags": "tags of steps",
        "relation.note": "notes on steps",
        "relation.meta": "own keys of steps",
        "relation.origin": "ids that steps had elsewhere",
        "source.authors": "authors of sources",
        "source.whole_names": "authors cited by their whole name",
        "source.cite_as": "wished citations of sources",
        "source.date": "dates of sources",
        "source.kind": "kinds of sources",
        "source.publisher": "publishers of sources",
        "source.url": "addresses of sources",
        "source.document": "documents of sources",
        "source.sha256": "check sums of documents",
        "source.begins": "beginnings of documents",
        "source.ends": "ends of documents",
        "source.caveats": "caveats of sources",
        "source.note": "notes on sources",
        "source.doi": "DOIs of sources",
        "source.isbn": "ISBNs of sources",
        "source.accessed": "days on which sources were read",
        "source.version": "versions of sources",
        "source.retracted": "retractions of sources",
        "source.meta": "own keys of sources",
        "source.origin": "ids that sources had elsewhere",
        "map.sources": "sources",
        "map.classes": "restatements",
        "map.title": "the title",
        "map.question": "the question",
        "map.questions": "questions with rival answers",
        "map.main": "main claims",
        "map.objections": "the force of objections",
        "map.steps": "slides of the presentation",
        "map.views": "views",
        "map.schemes": "schemes of one's own",
        "map.stances": "stances of readers",
        "map.expectations": "expectations",
        "map.documents": "the folder of documents",
        "map.meta": "own keys of the map",
        "map.drafts": "drafts, which nobody has accepted yet",
        "map.used": "marks of claims as those of another map",
    }
)
"""The parts of a map beside claims, their texts and the relations between them, in words.

A part is named by its value and its field. Positions and places in files are no parts.
"""

_CLASSES: dict[str, type] = {
    "claim": Claim,
    "relation": Relation,
    "source": Source,
    "map": ArgumentMap,
}


def losses_beside(argument_map: ArgumentMap, carried: Collection[str]) -> Losses:
    """The parts of a map that a format does not carry; `carried` names those that it does.

    With `map.sources` not carried, nothing is reported of sources and citations in detail.

    >>> bus = Claim("bus", "Take the bus.", label="Bus", tags=("travel",))
    >>> argument_map = ArgumentMap.of([bus])
    >>> [(loss.what, loss.example) for loss in losses_beside(argument_map, {"claim.label"}).all]
    [('tags of claims', 'bus: travel')]
    """
    losses = Losses()
    for part, value, owner in _values(argument_map):
        if part not in carried and not (_of_sources(part) and "map.sources" not in carried):
            losses.add(WORDS[part], example_of(owner, value), count=_count(part, value))
    return losses


def lost_by_our_own(argument_map: ArgumentMap) -> Losses:
    """The one thing lost where all our keys are kept: which claims are in files of another map."""
    return losses_beside(argument_map, WORDS.keys() - {"map.used"})


def lost_beside_our_keys(argument_map: ArgumentMap) -> Losses:
    """The things lost where all keys of claims are kept, in a format that has claims alone."""
    return losses_beside(argument_map, WORDS.keys() - {"map.used", "map.drafts"})


def lost_beside_nodes(argument_map: ArgumentMap) -> Losses:
    """The things lost in a graph of nodes that keeps all else aside for argmap: drafts."""
    return losses_beside(argument_map, WORDS.keys() - {"map.drafts"})


def without(argument_map: ArgumentMap, parts: Collection[str]) -> ArgumentMap:
    """The map with these parts at their defaults: what a format brings back that drops them."""
    erased = {
        kind: {
            name: _default(kind, name)
            for part in parts
            for owner, _, name in [part.partition(".")]
            if owner == kind and name in _fields(kind)
        }
        for kind in _CLASSES
    }
    changes = erased["map"]
    if "sources" not in changes:
        changes["sources"] = {
            id_: replace(source, **erased["source"]) for id_, source in argument_map.sources.items()
        }
    else:
        erased["claim"]["source"] = erased["relation"]["source"] = None
        changes["views"] = {
            name: replace(view, only_source=None) for name, view in argument_map.views.items()
        } | changes.get("views", {})
    claims = {id_: replace(claim, **erased["claim"]) for id_, claim in argument_map.claims.items()}
    relations = {
        id_: replace(relation, **erased["relation"])
        for id_, relation in argument_map.relations.items()
    }
    return replace(argument_map, claims=claims, relations=relations, **changes)


def _of_sources(part: str) -> bool:
    return part.startswith("source.") or part in ("claim.source", "relation.source")


def _values(argument_map: ArgumentMap) -> Iterator[tuple[str, Any, str]]:
    """Every part that has a value of its own, with the value and the id of its owner."""
    owners = (
        ("claim", argument_map.claims.values()),
        ("relation", argument_map.relations.values()),
        ("source", argument_map.sources.values()),
    )
    for kind, parts in owners:
        for name in _fields(kind):
            plain = _default(kind, name)
            for owner in parts:
                value = getattr(owner, name)
                if value != plain and value and not _is_derived(argument_map, owner, name):
                    yield f"{kind}.{name}", value, owner.id
    for name in _fields("map"):
        value = getattr(argument_map, name)
        if value and value != _default("map", name):
            yield f"map.{name}", value, ""


def _is_derived(argument_map: ArgumentMap, owner: Claim | Relation | Source, name: str) -> bool:
    """Whether nobody wrote this value: it follows from others.

    A contradiction is two attacks that are meant to refute, of which the second follows too.
    """
    if not isinstance(owner, Relation):
        return False
    if name == "mode":
        inside = argument_map.claims.get(owner.target)
        return "mode" not in source_and_mode_of(argument_map, owner, inside)
    if name == "contradiction":
        return owner.premises[0] > owner.target
    return name == "force" and owner.contradiction and owner.force is Force.DEFEAT


@cache
def _fields(kind: str) -> dict[str, Field[Any]]:
    known = {each.name: each for each in fields(_CLASSES[kind])}
    return {
        name: known[name]
        for part in WORDS
        for owner, _, name in [part.partition(".")]
        if owner == kind and name in known
    }


def _default(kind: str, name: str) -> Any:  # noqa: ANN401  # of the field's own type
    each = _fields(kind)[name]
    if each.default is not MISSING:
        return each.default
    return each.default_factory() if each.default_factory is not MISSING else None


def _count(part: str, value: Any) -> int:  # noqa: ANN401  # of the field's own type
    """The number of things in a value: of a map's lists their entries, of others one."""
    if part == "map.classes":
        return len(value) - len(set(value.values()))
    return len(value) if part.startswith("map.") and not isinstance(value, str) else 1


def example_of(owner: str, value: Any) -> str:  # noqa: ANN401  # of the field's own type
    """A lost value of a part of a map, with the id of its owner; for people."""
    if value is True:
        return owner.replace("~contradicts~", " and ")
    if isinstance(value, str | int | float | Mapping):
        shown = in_words(value if not isinstance(value, Mapping) or owner else [*value])
    elif isinstance(value, tuple) and all(isinstance(entry, str) for entry in value):
        shown = ", ".join(value)
    elif owner:
        return owner
    else:
        shown = ", ".join(map(str, value)) if not isinstance(value, tuple) else ""
    return f"{owner}: {shown}" if owner else shown
