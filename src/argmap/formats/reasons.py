"""Maps of Reasons, the argument mapper for web pages: a JSON list of claims and arrows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Diagnostic
from argmap.formats.carried import WORDS, losses_beside
from argmap.formats.draft import Draft
from argmap.formats.exchange import Exported, Imported, nothing
from argmap.formats.ids import old_ids, origins_beside
from argmap.formats.stance_words import meaning_of
from argmap.graph.outline import outline
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from argmap.formats.exchange import Wishes
    from argmap.formats.foreign_file import ForeignFile
    from argmap.model.argument_map import ArgumentMap

CARRIED = frozenset({"claim.origin", "relation.origin"})
"""The parts of a map that have a place in the list."""

_LOOK = frozenset({"x", "y", "width", "height", "lineType", "x1", "x2", "y1", "y2"})
_OF_CLAIM = frozenset({"id", "text"}) | _LOOK
_SAMPLE = 200


def fits(file: ForeignFile) -> bool:
    """Whether the JSON is a list of claims with texts and of arrows from claims to claims."""
    tree = file.json
    if not isinstance(tree, list) or not tree:
        return False
    sample = tree[:_SAMPLE]
    claims = [each for each in sample if isinstance(each, dict) and "text" in each]
    arrows = [each for each in sample if isinstance(each, dict) and {"from", "to"} <= each.keys()]
    if len({id(each) for each in claims + arrows}) != len(sample) or not claims:
        return False
    return bool(arrows) or all(each.keys() <= _OF_CLAIM and "id" in each for each in claims)


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The map in a list. Cost: linear."""
    del wishes
    [file] = files
    tree = file.json
    if not isinstance(tree, list):
        message = "the file holds no list of claims and arrows"
        return nothing([Diagnostic(file.at(), "AM702", message, "export the map again")])
    draft = Draft("reasons", file.name)
    for number, entry in enumerate(tree, 1):
        if not isinstance(entry, dict):
            draft.skip("entries that are no claim and no arrow", f"entry {number}")
        elif "from" in entry or "to" in entry:
            _take_arrow(draft, entry, number)
        else:
            _take_claim(draft, entry, number)
    return draft.imported()


def _take_claim(draft: Draft, entry: dict[str, Any], number: int) -> None:
    id_, text = _name(entry.get("id")), entry.get("text")
    if text is not None and not isinstance(text, str):
        draft.skip("texts that are no text", f"entry {number}")
        text = None
    key = id_ or f"entry {number}"
    draft.claim(key, text or "", meta=_data(draft, entry, ("id", "text"), key))
    if not id_:
        draft.change(key, origin=None)


def _take_arrow(draft: Draft, entry: dict[str, Any], number: int) -> None:
    begin, end, word = entry.get("from"), _name(entry.get("to")), entry.get("type", "supports")
    premises = [_name(each) for each in (begin if isinstance(begin, list) else [begin])]
    shown = _name(entry.get("id")) or f"entry {number}"
    if not premises or not all(premises) or not end:
        draft.skip("arrows without an end", shown)
        return
    kind = meaning_of(word) if isinstance(word, str) else None
    if kind == "contradicts" and len(premises) == 1:
        draft.contradiction(premises[0], end)
    elif kind in ("supports", "attacks"):
        meta = _data(draft, entry, ("id", "from", "to", "type"), shown)
        draft.relation(kind, premises, end, old=_name(entry.get("id")), meta=meta)
    else:
        draft.skip("relations of an unknown kind", f"{' & '.join(premises)} {word} {end}")


def _data(
    draft: Draft, entry: dict[str, Any], known: tuple[str, ...], shown: str
) -> dict[str, Any]:
    """The keys that Reasons does not know, as data of the author's own."""
    if not _LOOK.isdisjoint(entry):
        draft.set_aside("places and sizes of boxes", shown)
    more = {key: value for key, value in entry.items() if key not in known and key not in _LOOK}
    kept = {key: value for key, value in more.items() if isinstance(value, str | int | float)}
    for key in more:
        if key not in kept:
            draft.set_aside("keys with nested values", f"{shown}: {key}")
    return kept


def _name(value: object) -> str:
    """An id, which may be a number or an object with an id."""
    if isinstance(value, dict):
        value = value.get("id")
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(value).strip()


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The claims and the arrows between them; an arrow cannot lead to an arrow. Cost: linear."""
    del wishes
    losses = losses_beside(argument_map, CARRIED)
    ids = old_ids(argument_map.claims, "reasons")
    entries: list[dict[str, Any]] = [
        {"id": ids[id_], "text": argument_map.claims[id_].text}
        for id_ in outline(argument_map).numbers
    ]
    steps = old_ids(argument_map.relations, "reasons")
    for example in origins_beside(argument_map.claims, ids):
        losses.add(WORDS["claim.origin"], example)
    for example in origins_beside(argument_map.relations, steps):
        losses.add(WORDS["relation.origin"], example)
    for relation in argument_map.relations.values():
        if relation.kind is Kind.UNDERCUTS:
            losses.add("undercuts", relation.id)
            continue
        entry = {"id": steps[relation.id]} if steps[relation.id] != relation.id else {}
        kind = {"type": str(relation.kind)}
        ends = {"from": [ids[each] for each in relation.premises], "to": ids[relation.target]}
        entries.append(entry | kind | ends)
    lines = (json.dumps(entry, ensure_ascii=False) for entry in entries)
    return Exported("[\n" + ",\n".join(f"  {line}" for line in lines) + "\n]\n", losses.all)
