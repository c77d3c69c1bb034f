"""The data in braces, as fields of claims; in files of our own, as the keys of claim files."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import NOWHERE
from argmap.formats.exchange import NOT_UNDERSTOOD, Imported, Losses
from argmap.formats.kept_aside import BESIDE, KEPT_ASIDE, beside_kept, entry_kept
from argmap.model.relation import Kind
from argmap.model.source import Locator
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.reach import ISOLATED
from argmap.reading.reader import read_files

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from argmap.diagnostics import Diagnostic, Location
    from argmap.formats.argdown.gathering import ArgdownNode
    from argmap.formats.draft import Draft
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim

Tree = dict[str, Any]
_TRIES = 4  # readings, each without the data that were wrong in the one before
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

    def drawing_nothing(self, drafted: ArgumentMap, losses: Losses) -> SideData:
        """The data without keys that draw claims or steps: these are drawn by the text alone."""

        def kept(data: Tree, id_: str) -> Tree:
            entry, others = entry_kept(data)
            for key in others:
                claim = drafted.claims.get(drafted.claim_bearing(id_) or "")
                at = claim.location if claim is not None else NOWHERE
                losses.add("data in braces that draw claims or steps", key, NOT_UNDERSTOOD, at)
            return entry

        return SideData(
            {id_: kept(each, id_) for id_, each in self.claims.items()},
            {id_: kept(each, id_) for id_, each in self.relations.items()},
            {ends: kept(each, ends[0]) for ends, each in self.pairs.items()},
        )

    def without(self, claims: Container[str | None], drafted: ArgumentMap) -> SideData:
        """The data without those of these claims, and of the relations to or from them."""
        bearing = drafted.claim_bearing
        return SideData(
            {id_: each for id_, each in self.claims.items() if id_ not in claims},
            {id_: each for id_, each in self.relations.items() if bearing(id_) not in claims},
            {ends: each for ends, each in self.pairs.items() if not any(e in claims for e in ends)},
        )


def completed(imported: Imported, ours: Tree, data: SideData, whole_file: Location) -> Imported:
    """The map with its data, read as a claim file is, by the same rules.

    An error in them costs the data of the claim where it stands, and is told; one in the data of
    the whole map costs them all. No other file is reached for, and no claim drawn.
    """
    drafted = imported.map
    in_order = [*drafted.claims.values()]
    losses = Losses()
    ours, others = beside_kept(ours, (*BESIDE, "argmap"))
    for key in others:
        losses.add(KEPT_ASIDE, f"`{key}` has no place here", NOT_UNDERSTOOD, whole_file)
    data = data.drawing_nothing(drafted, losses)
    for _ in range(_TRIES):
        parsed = read_files(
            ClaimFiles(_files(drafted, ours, data, whole_file.path), ()),
            whole_file.path,
            reach=ISOLATED,
        )
        owned = [
            (owner, replace(each, location=owner.location if owner else whole_file))
            for each in parsed.diagnostics
            if each.code != _NO_CLAIM or drafted.claims
            for owner in [_owner(each, in_order)]
        ]
        errors = [(owner, each) for owner, each in owned if each.is_fatal]
        if not errors:
            result = _in_place(parsed.map, drafted, whole_file)
            diagnostics = (*imported.diagnostics, *(each for _, each in owned))
            return Imported(result, (*imported.lost, *losses.all), diagnostics)
        for _, each in errors:
            losses.add("data in braces with a fault", each.message, NOT_UNDERSTOOD, each.location)
        blamed = {owner.id if owner else None for owner, _ in errors}
        if None in blamed and not ours:
            break
        data = data if None in blamed else data.without(blamed, drafted)
        ours = {} if None in blamed else ours
    return replace(imported, lost=(*imported.lost, *losses.all))


def _files(drafted: ArgumentMap, ours: Tree, data: SideData, path: str) -> tuple[ClaimFile, ...]:
    """The map and its data as claim files, which have a limit of size each."""
    rest = {"argmap": 1, **{key: value for key, value in ours.items() if key != "argmap"}}
    block = rest.get("map")
    rest["map"] = {"title": drafted.title, **(block if isinstance(block, dict) else {})}
    if drafted.meta:
        rest["map"]["meta"] = dict(drafted.meta)
    if not rest["map"]["title"]:
        del rest["map"]["title"]
    entries, rest["relations"] = _claims_and_relations(drafted, data)
    texts = [_json(rest)]
    lines = [f"{_json(id_)}: {_json(entry)}" for id_, entry in entries.items()]
    for begin in range(0, len(lines), _IN_A_FILE):
        above = "\n" * begin  # so that a line is that of one claim
        claims = ",\n".join(lines[begin : begin + _IN_A_FILE])
        texts.append(f'{above}{{"argmap": 1, "claims": {{\n{claims}\n}}}}')
    return tuple(ClaimFile(path, text) for text in texts)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _owner(problem: Diagnostic, in_order: list[Claim]) -> Claim | None:
    """The claim in whose entry a problem is: each stands on a line of its own, from the second."""
    number = problem.location.line - 2
    return in_order[number] if 0 <= number < len(in_order) else None


def _claims_and_relations(
    drafted: ArgumentMap, data: SideData
) -> tuple[dict[str, Tree], list[Tree]]:
    """The entries of claims, with their relations in place; and the relations apart."""
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
    return claims, apart


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


def _in_place(read: ArgumentMap, drafted: ArgumentMap, whole_file: Location) -> ArgumentMap:
    """The map as read, with the places of the Argdown file."""
    places = {
        (each.kind, each.premises, each.target): each.location
        for each in drafted.relations.values()
    }
    claims = {}
    for id_, claim in read.claims.items():
        place = drafted.claims[id_].location
        ignored = tuple(replace(each, location=place) for each in claim.ignore)
        locators = _at(claim.locators, place)
        claims[id_] = replace(claim, location=place, locators=locators, ignore=ignored)
    relations = {}
    for id_, each in read.relations.items():
        place = places.get((each.kind, each.premises, each.target), whole_file)
        relations[id_] = replace(each, location=place, locators=_at(each.locators, place))
    sources = {
        id_: replace(each, location=whole_file, places={}) for id_, each in read.sources.items()
    }
    return replace(read, claims=claims, relations=relations, sources=sources)


def _at(locators: tuple[Locator, ...], place: Location) -> tuple[Locator, ...]:
    return tuple(replace(each, location=place) for each in locators)
