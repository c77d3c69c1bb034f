"""Slips in the definition of a premise where it is used: told with their cure, and undone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.reading.claim_shape import WORDS, ClaimShape, EntryShape
from argmap.reading.containers import PlacedMapping, PlacedSequence, put
from argmap.reading.slugs import ID_PATTERN, slug_of_sentence
from argmap.reading.typed import quoted, typed
from argmap.reading.unknown_keys import hint_for

if TYPE_CHECKING:
    from argmap.reading.containers import Place

_SHOWN = 3  # entries in a hint
_ONE_WORD = re.compile(ID_PATTERN)


class Slip(NamedTuple):
    """A slip in an entry of a relation, and the entries that the author meant."""

    place: Place
    code: str
    message: str
    hint: str
    meant: tuple[PlacedMapping, ...]


def may_define(key: str, value: object) -> bool:
    """Whether `key: value` can be a claim, and is no mistyped `premises: noise`.

    A sentence of one small word is none: it is the id of a claim behind a mistyped key.

    >>> may_define("noise", "Cars are noisy."), may_define("premisses", "noise")
    (True, False)
    """
    is_one_word = isinstance(value, str) and _ONE_WORD.fullmatch(value) is not None
    return not (key in WORDS or is_one_word or isinstance(value, PlacedSequence))


def slip_in(entry: PlacedMapping, key: str) -> Slip | None:
    """The slip in an entry below `supported_by` or the like that defines no claim, if any."""
    if "premises" in entry:
        return None
    if isinstance(entry.get("text"), str):
        return _without_its_id(entry)
    return _single_key(entry) if len(entry) == 1 else _several_keys(entry, key)


def _several_keys(entry: PlacedMapping, key: str) -> Slip | None:
    """A slip in an entry of some ids with their claims, perhaps among keys of other things."""
    ids = [id_ for id_, value in entry.items() if may_define(id_, value)]
    others = [word for word, value in entry.items() if not may_define(word, value)]
    if not ids or any(word not in WORDS for word in others):
        return None
    if len(ids) > 1:
        return _cut_at_commas(entry, ids) or _several_ids(entry, ids, key)
    if key != "premises" and not set(others) <= set(ClaimShape.model_fields):
        return _beside_a_relation(entry, ids[0], others)
    return _keys_beside(entry, ids[0], others)


def _single_key(entry: PlacedMapping) -> Slip | None:
    """A key alone that is none of a relation, and whose value cannot be the text of a claim."""
    [(key, value)] = entry.items()
    if key in WORDS or value is None:
        return None
    hint = hint_for(key, value, EntryShape.model_fields)
    place = entry.keys_at[key]
    if "`premises" in hint:
        meant = _part(entry, [])
        put(meant, "premises", value, place, entry.values_at[key])
        return Slip(place, "AM201", f"unknown key `{key}`", hint, (meant,))
    message = f"`{key}` is no key of a relation, and {typed(value)} is not the text of a claim"
    hint = f"for a claim write a sentence: `{key}: What it says.`; else `premises: {typed(value)}`"
    claim = _part(entry, [])
    put(claim, "text", str(value), place, entry.values_at[key])
    return Slip(place, "AM201", message, hint, (_definition(entry, key, claim, place),))


def _without_its_id(entry: PlacedMapping) -> Slip | None:
    """A claim with `text`, and with `id` as if this were a key of claims, or with no id."""
    text, id_ = entry["text"], entry.get("id")
    if not isinstance(id_, str):
        id_ = slug_of_sentence(text)
    kept = [word for word in entry if word != "id"]
    claim = _part(entry, kept)
    short = kept == ["text"]
    shown = typed(text) if short else f"{{text: {typed(text)}, ...}}"
    place = entry.keys_at["text"]
    return Slip(
        place,
        "AM201",
        "`text` has no place here: a claim that is defined here begins with its id",
        f"write {_shown(entry, id_, shown)}",
        (_definition(entry, id_, claim, place),),
    )


def _cut_at_commas(entry: PlacedMapping, ids: list[str]) -> Slip | None:
    """A text without quotes in braces: its first comma ended it, and the rest became keys."""
    id_, *rest = ids
    text, is_cut = entry[id_], all(entry[key] is None for key in rest)
    if not (entry.is_flow and is_cut and isinstance(text, str)):
        return None
    claim = _part(entry, [])
    put(claim, "text", ", ".join([text, *rest]), entry.keys_at[id_], entry.values_at[id_])
    return Slip(
        entry.keys_at[rest[0]],
        "AM202",
        f"a comma ends a text here, so `{rest[0]}` is read as a claim of its own",
        f"put the whole text in quotes: {_shown(entry, id_, quoted(claim['text']))}",
        (_definition(entry, id_, claim, entry.keys_at[id_]),),
    )


def _several_ids(entry: PlacedMapping, ids: list[str], key: str) -> Slip:
    """Several claims below each other, as below `claims:`."""
    defined = _part(entry, ids)
    claims = [f"{id_}: {_text_of(defined[id_])}" for id_ in ids[:_SHOWN]]
    more = " and so on" if len(ids) > _SHOWN else ""
    if entry.is_flow:
        braces = ", ".join(f"{{{claim}}}" for claim in claims)
        hint = f"put each into braces of its own: `{key}: [{braces}]`{more}"
    else:
        lines = ", ".join(f"`- {claim}`" for claim in claims)
        hint = f"begin each with `- `, on a line of its own: {lines}{more}"
    return Slip(
        entry.place,
        "AM202",
        f"`{key}` is a list, and here several claims are one entry of it",
        hint,
        tuple(_part(entry, [id_]) for id_ in ids),
    )


def _beside_a_relation(entry: PlacedMapping, id_: str, others: list[str]) -> Slip:
    """A premise defined among the keys of its relation, without `premises`.

    Without a text it is the id of a claim, which the author wants to say more of.
    """
    meant = _part(entry, others)
    shown = ", ".join(f"{word}: {typed(entry[word])}" for word in others)
    dash = "" if entry.is_flow else "- "
    if entry[id_] is None:
        put(meant, "premises", id_, entry.keys_at[id_], entry.keys_at[id_])
        return Slip(
            entry.values_at[id_],
            "AM205",
            f"`{id_}` stands among the keys of a relation, and has no value",
            f"write `{dash}{{premises: {id_}, {shown}}}`",
            (meant,),
        )
    premise = _part(entry, [id_])
    put(meant, "premises", premise, entry.keys_at[id_], entry.keys_at[id_])
    return Slip(
        entry.keys_at[id_],
        "AM201",
        f"`{id_}` stands among the keys of a relation",
        f"write `{dash}{{premises: {{{id_}: {_text_of(entry[id_])}}}, {shown}}}`",
        (meant,),
    )


def _keys_beside(entry: PlacedMapping, id_: str, others: list[str]) -> Slip:
    """Keys of a claim beside its id, where they belong below it."""
    value, word = entry[id_], others[0]
    claim = _part(entry, others)
    if isinstance(value, PlacedMapping):
        for inner in value:
            put(claim, inner, value[inner], value.keys_at[inner], value.values_at[inner])
    else:
        put(claim, "text", value, entry.keys_at[id_], entry.values_at[id_])
    shown = ", ".join(f"{other}: {typed(entry[other])}" for other in others)
    return Slip(
        entry.keys_at[word],
        "AM201",
        f"`{word}` stands beside the claim `{id_}`, and not in it",
        f"write {_shown(entry, id_, f'{{text: {_text_of(value)}, {shown}}}')}",
        (_definition(entry, id_, claim, entry.keys_at[id_]),),
    )


def _part(entry: PlacedMapping, keys: list[str]) -> PlacedMapping:
    """Some keys of a mapping, with their places."""
    part = PlacedMapping(entry.place, is_flow=entry.is_flow)
    for key in keys:
        put(part, key, entry[key], entry.keys_at[key], entry.values_at[key])
    return part


def _definition(
    entry: PlacedMapping, id_: str, claim: PlacedMapping, place: Place
) -> PlacedMapping:
    definition = PlacedMapping(entry.place, is_flow=entry.is_flow)
    put(definition, id_, claim, place, place)
    return definition


def _shown(entry: PlacedMapping, id_: str, claim: str) -> str:
    """A claim with its id as the entry that an author types: in braces, or behind a dash."""
    return f"`{{{id_}: {claim}}}`" if entry.is_flow else f"`- {id_}: {claim}`"


def _text_of(value: object) -> str:
    return typed(value.get("text") if isinstance(value, PlacedMapping) else value)
