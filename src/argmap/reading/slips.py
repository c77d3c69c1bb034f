"""Slips of form whose cure can be seen in the tree: found and undone before a file is validated.

Validation would see their effects alone, several for one slip. Each function here looks for one
slip, tells of it once, and leaves the tree as the author meant it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeGuard, get_args

from argmap.diagnostics import Diagnostic, Location
from argmap.reading.containers import PlacedMapping, PlacedSequence, put
from argmap.reading.glued_keys import glued_keys
from argmap.reading.mistaken_references import items_of
from argmap.reading.shape import Expected, FileShape
from argmap.reading.slugs import FreeIds, slug, slug_of_sentence
from argmap.reading.typed import typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.reading.containers import Place

_KINDS = (
    ("undercuts", re.compile(r"undercut", re.IGNORECASE)),
    ("attacks", re.compile(r"attack|contra|con\b|object|oppos|rebut|refut|against", re.IGNORECASE)),
    ("supports", re.compile(r"support|pro\b|reason|for\b|because", re.IGNORECASE)),
)

_OTHER_COLON = re.compile(r"([a-z0-9][a-z0-9._-]*)\s*(=>?|->|\uff1a|\u2192|:(?=\S))\s*")
_ARROW = re.compile(r"\s*(?:=>|->|\u2192)\s*")


def slips(root: PlacedMapping, path: str) -> Iterator[Diagnostic]:
    """The slips of a file, undone in the tree."""
    _indent_claims(root)
    for look in (
        _claims_in_a_list,
        glued_keys,
        _keys_in_lists,
        _source_in_a_list,
        _arrows,
        _drawn_arrows,
        _expectations_in_words,
        _stances_in_a_list,
    ):
        for place, code, message, hint in look(root):
            yield Diagnostic(Location(path, place[0] + 1, place[1] + 1), code, message, hint)


def _indent_claims(root: PlacedMapping) -> None:
    """Put claims at the margin below an empty `claims:`; that it has no value is told elsewhere."""
    if "claims" not in root or root["claims"] is not None:
        return
    known = set(FileShape.model_fields)
    outside = [key for key in root if key not in known]
    if not outside:
        return
    claims = PlacedMapping(root.values_at["claims"], is_flow=False)
    for key in outside:
        put(claims, key, root.pop(key), root.keys_at.pop(key), root.values_at.pop(key))
    root["claims"] = claims


def _claims_in_a_list(root: PlacedMapping) -> Iterator[tuple[Place, str, str, str]]:
    """A list below `claims:`, of sentences or of claims with a dash before each."""
    written = root.get("claims")
    if isinstance(written, str):
        root["claims"] = PlacedMapping(root.values_at["claims"], is_flow=False)
        message = "`claims` must be claims with their ids, not a text"
        yield root.values_at["claims"], "AM202", message, _as_claims(written)
    if not isinstance(written, PlacedSequence) or not written:
        return
    entries = [
        entry
        for item, place in zip(written, written.items_at, strict=True)
        for entry in _entries(item, place)
    ]
    if not entries:
        return
    claims = PlacedMapping(written.place, is_flow=False)
    free = FreeIds(id_ for id_, _, _ in entries if id_ is not None)
    for id_, claim, place in entries:
        if id_ is None:
            put(claims, free.like(slug_of_sentence(claim)), claim, place, place)
        elif id_ not in claims:
            put(claims, id_, claim, place, place)
        else:
            first, _ = claims.keys_at[id_]
            put(claims, free.like(id_), claim, place, place)
            message = f"the id `{id_}` is given twice; it stands already in line {first + 1}"
            yield place, "AM306", message, "give one of the two another id"
    root["claims"] = claims
    yield (
        written.place,
        "AM202",
        "`claims` must be claims with their ids, not a list",
        _without(claims, is_sentences=any(isinstance(item, str) for item in written)),
    )


def _as_claims(written: str) -> str:
    """The hint for claims that YAML reads as one text: with another sign for the colon, or none."""
    if (first := _OTHER_COLON.match(written)) is not None:
        id_, sign = first.groups()
        text = re.split(r"\s[a-z0-9._-]+\s*" + re.escape(sign), written[first.end() :])[0].strip()
        return f"a colon and a blank stand between an id and its text: `{id_}: {typed(text)}`"
    sentence = next(iter(items_of(written)), "What it says.")
    return f"give each claim an id, such as `{slug_of_sentence(sentence)}: {typed(sentence)}`"


def _without(claims: PlacedMapping, *, is_sentences: bool) -> str:
    """The hint that shows the first claim as it is written without its dash."""
    id_, claim = next(iter(claims.items()))
    text = claim.get("text", "...") if isinstance(claim, PlacedMapping) else claim
    cure = f"`{id_}: {typed(text)}`"
    if is_sentences:
        return f"give each claim an id in place of the `- `, such as {cure}"
    return f"write each claim with its id and without `- `, such as {cure}"


def _entries(item: object, place: Place) -> Iterator[tuple[str | None, Any, Place]]:
    """The claims of an item: `- A sentence.`, `- noise: ...`, or `- id: noise` with its keys.

    Each has its id, if it has one, and its place.
    """
    if isinstance(item, str):
        yield None, item, place
    elif isinstance(item, PlacedMapping) and isinstance(item.get("id"), str) and "text" in item:
        id_ = str(item.pop("id"))
        item.keys_at.pop("id")
        yield id_, item, item.values_at.pop("id")
    elif isinstance(item, PlacedMapping):
        yield from ((key, value, item.keys_at[key]) for key, value in item.items())


def _keys_in_lists(root: PlacedMapping) -> Iterator[tuple[Place, str, str, str]]:
    """Claims whose keys have a dash before each, as if they were items of a list."""
    claims = root.get("claims")
    if not isinstance(claims, PlacedMapping):
        return
    for id_, written in claims.items():
        if not _is_list_of_mappings(written):
            continue
        place = written.place
        claims[id_] = joined = _joined(written)
        shown = ", ".join(f"`{key}: ...`" for key in [*joined][:3])
        yield (
            place,
            "AM202",
            f"the keys of the claim `{id_}` are written as a list",
            f"delete the `- ` before each: {shown}, each on a line of its own",
        )


def _source_in_a_list(root: PlacedMapping) -> Iterator[tuple[Place, str, str, str]]:
    """The source of a file with a dash before it."""
    written = root.get("source")
    if not _is_list_of_mappings(written):
        return
    place = written.place
    if len(written) == 1 or not any("id" in item for item in written[1:]):
        root["source"] = _joined(written)
        hint = "delete the `- `: `id: ...` and `title: ...` stand below `source:`, indented"
    else:
        root["source"] = written[0]
        ids = [item.get("id") for item in written]
        id_ = next((id_ for id_ in ids if isinstance(id_, str)), "my-source")
        hint = f"several sources are written `sources:`, and below it `{id_}: {{title: ...}}`"
    yield place, "AM202", "`source` is one source, not a list", hint


def _arrows(root: PlacedMapping) -> Iterator[tuple[Place, str, str, str]]:
    """Relations written as arrows, `from` a premise `to` a target, or to several."""
    relations = root.get("relations")
    if not isinstance(relations, PlacedSequence):
        return
    message = "a relation is written with its premises and its target, not `from` and `to`"
    for relation in [*relations]:  # a relation to several targets becomes several
        if not isinstance(relation, PlacedMapping) or not {"from", "to"} <= relation.keys():
            continue
        place = relation.keys_at["from"]
        kinds = _kinds_of(relation)
        ends = _ends_of(relation)
        ways = _ways(typed(relation["from"]), kinds, [typed(end) for end, _ in ends])
        for key in {"type", "kind", "relation"} & relation.keys():
            del relation[key], relation.keys_at[key], relation.values_at[key]
        _rename(relation, "from", "premises")
        _rename(relation, "to", kinds[0])
        for end, end_at in ends[1:]:
            relations.append(_to_another(relation, kinds[0], end, end_at))
            relations.items_at.append(relation.place)
        relation[kinds[0]] = ends[0][0]
        yield place, "AM201", message, f"write {ways}"


def _drawn_arrows(root: PlacedMapping) -> Iterator[tuple[Place, str, str, str]]:
    """Relations drawn as `noise -> ban`."""
    relations = root.get("relations")
    if not isinstance(relations, PlacedSequence):
        return
    for at, written in enumerate(relations):
        ends = _ARROW.split(written) if isinstance(written, str) else []
        if len(ends) != 2 or not all(ends):  # noqa: PLR2004  # two ends
            continue
        place = relations.items_at[at]
        relations[at] = relation = PlacedMapping(place, is_flow=True)
        put(relation, "premises", ends[0], place, place)
        put(relation, "supports", ends[1], place, place)
        message = "a relation is written with its premises and its target, not as an arrow"
        ways = _ways(typed(ends[0]), ["supports", "attacks"], [typed(ends[1])])
        yield place, "AM202", message, f"write {ways}"


def _ways(start: str, kinds: list[str], ends: list[str]) -> str:
    """An arrow as one relation, or one for each of several targets, of the kinds it may be of."""
    first, *others = ([f"`{{premises: {start}, {kind}: {end}}}`" for end in ends] for kind in kinds)
    if len(ends) == 1:
        return " or ".join(way for ways in (first, *others) for way in ways)
    or_else = "".join(f", or the same with `{kind}`" for kind in kinds[1:])
    return f"an entry for each target: {', '.join(first)}{or_else}"


def _ends_of(relation: PlacedMapping) -> list[tuple[Any, Place]]:
    """The targets of an arrow with their places."""
    end = relation["to"]
    if isinstance(end, PlacedSequence) and end:
        return list(zip(end, end.items_at, strict=True))
    return [(end, relation.values_at["to"])]


def _to_another(relation: PlacedMapping, kind: str, end: object, end_at: Place) -> PlacedMapping:
    """The same relation to another target; the id, if it has one, stays with the first."""
    other = PlacedMapping(relation.place, is_flow=relation.is_flow)
    for key in relation.keys() - {"id", kind}:
        put(other, key, relation[key], relation.keys_at[key], relation.values_at[key])
    put(other, kind, end, relation.keys_at[kind], end_at)
    return other


def _kinds_of(relation: PlacedMapping) -> list[str]:
    """The kinds that the author may mean: the one in words, or the two usual ones."""
    words = " ".join(str(relation.get(key, "")) for key in ("type", "kind", "relation"))
    return [kind for kind, sign in _KINDS if sign.search(words)][:1] or ["supports", "attacks"]


def _expectations_in_words(root: PlacedMapping) -> Iterator[tuple[Place, str, str, str]]:
    """Items of `expect` such as `- noise stands`, or `- noise: stands`."""
    written = root.get("expect")
    if not isinstance(written, PlacedSequence):
        return
    for index, item in enumerate(written):
        words = item.split() if isinstance(item, str) else []
        if isinstance(item, PlacedMapping) and len(item) == 1:
            [(claim, status)] = item.items()
            words = [claim, status] if status in get_args(Expected) else []
        if not words:
            continue
        claim, status = words[0], words[-1]
        expected = status if status in get_args(Expected) else "stands"
        place = written.items_at[index]
        written[index] = entry = PlacedMapping(place, is_flow=False)
        for key, value in (("claim", claim), ("is", expected)):
            put(entry, key, value, place, place)
        yield (
            place,
            "AM202",
            f"`expect[{index + 1}]` must be a claim and its status",
            f"write them without `- `, below `expect:`: `{claim}: {expected}`",
        )


def _stances_in_a_list(root: PlacedMapping) -> Iterator[tuple[Place, str, str, str]]:
    """A list of stances, in which none has an id."""
    written = root.get("stances")
    if not _is_list_of_mappings(written):
        return
    stances, free = PlacedMapping(written.place, is_flow=False), FreeIds()
    for item in written:
        name = item.pop("id", item.get("name"))
        id_ = free.like(slug(str(name or "")) or "reader")
        put(stances, id_, item, item.place, item.place)
    root["stances"] = stances
    id_ = next(iter(stances))
    yield (
        written.place,
        "AM202",
        "`stances` must be stances with their ids, not a list",
        f"write the id of each in place of the `- `, such as `{id_}:`, and its keys below it",
    )


def _is_list_of_mappings(
    value: Any,  # noqa: ANN401  # a value of a tree
) -> TypeGuard[PlacedSequence]:
    return (
        isinstance(value, PlacedSequence)
        and len(value) > 0
        and all(isinstance(item, PlacedMapping) for item in value)
    )


def _joined(items: PlacedSequence) -> PlacedMapping:
    """The keys of all mappings of a list in one; of keys that are written twice the first."""
    joined = PlacedMapping(items.place, is_flow=items.is_flow)
    for item in items:
        for key, value in item.items():
            if key not in joined:
                put(joined, key, value, item.keys_at[key], item.values_at[key])
    return joined


def _rename(mapping: PlacedMapping, old: str, new: str) -> None:
    put(mapping, new, mapping.pop(old), mapping.keys_at.pop(old), mapping.values_at.pop(old))
