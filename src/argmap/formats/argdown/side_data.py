"""The data in braces, as fields of claims; in files of our own, as the keys of claim files."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from argmap.formats.exchange import NOT_UNDERSTOOD, Imported, Loss
from argmap.model.relation import Kind
from argmap.model.source import Locator
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.reader import read_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.diagnostics import Diagnostic, Location
    from argmap.formats.argdown.gathering import ArgdownNode
    from argmap.formats.draft import Draft
    from argmap.model.argument_map import ArgumentMap

Tree = dict[str, Any]
_NO_CLAIM = "AM114"
_IN_A_FILE = 5000  # claims
_PLACES = ("page", "section", "time", "quote")
_ENTRIES = {
    Kind.SUPPORTS: "supported_by",
    Kind.ATTACKS: "attacked_by",
    Kind.UNDERCUTS: "undercut_by",
}


def fields_of(draft: Draft, node: ArgdownNode, place: Location, also: Iterable[str]) -> Tree:
    """The fields of a claim that the data of a foreign file make; the rest is data of its own.

    A source is a text there, and becomes a source with this title.
    """
    data = dict(node.data)
    fields: Tree = {}
    if _is_words(data.get("source")):
        title = str(data.pop("source"))
        draft.source(title, title, place)
        fields["source"] = title
    places: Tree = {key: str(data.pop(key)) for key in _PLACES if _is_words(data.get(key))}
    if places:
        fields["locators"] = (Locator(place, **places),)
    for key in ("url", "note", "speaker"):
        if _is_words(data.get(key)):
            fields[key] = str(data.pop(key))
    texts = [*also]
    if texts:
        data["further texts"] = texts
    return fields | {"meta": data}


def _is_words(value: object) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool) and bool(str(value))


@dataclass(frozen=True, slots=True)
class SideData:
    """The data of a file of our own: of claims and relations by id, of contradictions by pair."""

    claims: Mapping[str, Tree]
    relations: Mapping[str, Tree]
    pairs: Mapping[tuple[str, str], Tree] = field(default_factory=dict)


def completed(imported: Imported, ours: Tree, data: SideData, whole_file: Location) -> Imported:
    """The map with its data, read as a claim file is, by the same rules.

    Where that has an error, the map stays without them, and the error is told.
    """
    drafted = imported.map
    tree = {"argmap": 1, **{key: value for key, value in ours.items() if key != "argmap"}}
    block = tree.get("map")
    tree["map"] = {"title": drafted.title, **(block if isinstance(block, dict) else {})}
    if drafted.meta:
        tree["map"]["meta"] = dict(drafted.meta)
    if not tree["map"]["title"]:
        del tree["map"]["title"]
    tree |= _claims_and_relations(drafted, data)
    files = ClaimFiles(tuple(_files(tree, whole_file.path)), ())
    parsed = read_files(files, whole_file.path)
    problems = [
        _placed(each, drafted, whole_file)
        for each in parsed.diagnostics
        if each.code != _NO_CLAIM or drafted.claims
    ]
    if any(each.is_fatal for each in problems):
        first = next(each for each in problems if each.is_fatal)
        loss = Loss("sets of data in braces", 1, first.message, NOT_UNDERSTOOD, first.location)
        return replace(imported, lost=(*imported.lost, loss))
    result = _in_place(parsed.map, drafted)
    return replace(imported, map=result, diagnostics=(*imported.diagnostics, *problems))


def _files(tree: Tree, path: str) -> Iterator[ClaimFile]:
    """The tree as claim files, which have a limit of size each."""
    claims = [*tree.pop("claims").items()]
    parts = [tree]
    parts += [
        {"argmap": 1, "claims": dict(claims[begin : begin + _IN_A_FILE])}
        for begin in range(0, len(claims), _IN_A_FILE)
    ]
    for part in parts:
        yield ClaimFile(path, json.dumps(part, ensure_ascii=False, default=str))


def _claims_and_relations(drafted: ArgumentMap, data: SideData) -> Tree:
    claims: dict[str, Tree] = {}
    for id_, claim in drafted.claims.items():
        syntax = {
            "text": claim.text,
            "label": claim.label,
            "tags": [*claim.tags],
            "section": claim.section,
            "origin": _origin(claim.origin),
        }
        own = {key: value for key, value in data.claims.get(id_, {}).items() if key != "id"}
        claims[id_] = {key: value for key, value in syntax.items() if value} | own
    apart: list[Tree] = []
    trees: dict[str, Tree] = {}
    for target in (*drafted.claims, *drafted.relations):
        for relation in drafted.relations_to(target):
            if relation.contradiction:
                continue
            own = dict(data.relations.get(relation.id, {}))
            is_apart = own.pop("apart", False) is True
            tree = trees.setdefault(relation.id, {})
            tree |= {"premises": [*relation.premises]} | own
            if relation.named:
                tree["id"] = relation.id
            if relation.origin is not None and "origin" not in own:
                tree["origin"] = _origin(relation.origin)
            if is_apart:
                tree[str(relation.kind)] = relation.target
                apart.append(tree)
                continue
            entry = claims[target] if target in claims else trees.setdefault(target, {})
            entry.setdefault(_ENTRIES[relation.kind], []).append(tree)
    _add_contradictions(drafted, data, claims)
    return {"claims": claims, "relations": apart}


def _add_contradictions(drafted: ArgumentMap, data: SideData, claims: dict[str, Tree]) -> None:
    for relation in drafted.relations.values():
        [first], second = relation.premises[:1], relation.target
        if not relation.contradiction:
            continue
        own = data.pairs.get((first, second))
        is_here = own is not None or (first < second and (second, first) not in data.pairs)
        if is_here:
            entries = claims[first].setdefault("contradicts", [])
            entries.append({"target": second, **own} if own else second)


def _origin(origin: Any) -> Tree | None:  # noqa: ANN401  # an origin or none
    return {"format": origin.format, "id": origin.id} if origin is not None else None


def _placed(problem: Diagnostic, drafted: ArgumentMap, whole_file: Location) -> Diagnostic:
    claim = drafted.claims.get(problem.claim or "")
    return replace(problem, location=claim.location if claim is not None else whole_file)


def _in_place(read: ArgumentMap, drafted: ArgumentMap) -> ArgumentMap:
    """The map as read, with the places of the Argdown file."""
    claims = {
        id_: replace(claim, location=drafted.claims[id_].location)
        for id_, claim in read.claims.items()
    }
    places = {
        (each.kind, each.premises, each.target): each.location
        for each in drafted.relations.values()
    }
    relations = {
        id_: replace(
            each, location=places.get((each.kind, each.premises, each.target), each.location)
        )
        for id_, each in read.relations.items()
    }
    return replace(read, claims=claims, relations=relations)
