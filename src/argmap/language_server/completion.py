"""Proposals of what to write at the cursor: ids, keys and fixed words, each with what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import (
    CompletionItem,
    CompletionItemKind,
    CompletionList,
    MarkupContent,
    MarkupKind,
    TextEdit,
)

from argmap.diagnostics import CODES
from argmap.editing.file_tree import ids_at
from argmap.editing.new_ids import parts_of
from argmap.language_server.half_written import cursor_at, shape_of
from argmap.language_server.positions import index_at, lines_of, range_between
from argmap.model.schemes import common_schemes
from argmap.reading.keys import description_of, keys_called
from argmap.reading.known_keys import keys_at, values_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lsprotocol.types import Position

    from argmap.analysis.reading_of_map import Reading
    from argmap.language_server.half_written import Cursor

_MOST = 500
"""The most proposals that are sent at once; an editor asks again when more has been typed."""
_LISTS = frozenset({"claims", "sources", "stances", "schemes", "questions", "views"})
_MAPPINGS = frozenset({"map", "source", "at", "meta", "origin", "credences"})


def completions(text: str, position: Position, reading: Reading) -> CompletionList:
    """The proposals for the cursor in a text, which may be half written."""
    lines = lines_of(text)
    index = index_at(lines, position)
    cursor = cursor_at(text, index)
    if cursor is None:
        return CompletionList(is_incomplete=False, items=[])
    fitting = [each for each in _proposals(cursor, reading) if _fits(each, cursor.typed)]
    written = range_between(lines, index - len(cursor.typed), index)
    items = fitting[:_MOST]
    for place, item in enumerate(items):
        item.sort_text = f"{place:04}"
        item.text_edit = TextEdit(written, item.insert_text or item.label)
    return CompletionList(is_incomplete=len(items) < len(fitting), items=items)


def _fits(item: CompletionItem, typed: str) -> bool:
    words = f"{item.label} {item.detail or ''}".casefold()
    return typed.casefold() in words


def _proposals(cursor: Cursor, reading: Reading) -> Iterator[CompletionItem]:
    shape, ids = shape_of(cursor.path), ids_at(cursor.keys)
    if cursor.takes_value:
        is_expected = cursor.path[:1] == ("expect",) and len(cursor.path) == 2  # noqa: PLR2004  # `expect: {claim: status}`
        yield from _words(("expect", 0, "is") if is_expected else shape)
        if ids.value:
            yield from _ids(ids.value, reading, "")
        if shape[-1:] == ("code",):
            yield from (
                CompletionItem(code, kind=CompletionItemKind.Constant, detail=CODES[code].title)
                for code in sorted(CODES)
            )
    if cursor.takes_key:
        yield from _keys(shape)
        if ids.key:
            yield from _ids(ids.key, reading, ": ")


def _words(shape: tuple[str | int, ...]) -> Iterator[CompletionItem]:
    """The fixed words that can stand behind a key."""
    for word in values_at(shape):
        yield CompletionItem(word, kind=CompletionItemKind.EnumMember)


def _keys(shape: tuple[str | int, ...]) -> Iterator[CompletionItem]:
    """The keys that can be written in a part, each with its meaning."""
    known = keys_at(shape) or keys_at((*shape, 0))
    for name in known:
        path = ".".join([*(step for step in shape if isinstance(step, str)), name])
        described = keys_called(path) or keys_called(name)
        meaning = described[0] if described else None
        yield CompletionItem(
            name,
            kind=CompletionItemKind.Property,
            insert_text=f"{name}:" if name in _LISTS | _MAPPINGS else f"{name}: ",
            detail=meaning.values if meaning else None,
            documentation=MarkupContent(MarkupKind.PlainText, description_of(meaning))
            if meaning
            else None,
        )


def _ids(kind: str, reading: Reading, behind: str) -> Iterator[CompletionItem]:
    """The ids of a kind, claims in the order of the outline, each with what it stands for."""
    parts = parts_of(reading.map, kind)
    numbers = reading.outline.numbers if kind == "claim" else {}
    for id_ in [*numbers, *(id_ for id_ in sorted(parts) if id_ not in numbers)]:
        name, text = _told(reading, kind, id_)
        yield CompletionItem(
            id_,
            kind=CompletionItemKind.Reference,
            detail=name,
            documentation=text or None,
            filter_text=f"{id_} {name}",
            insert_text=f"{id_}{behind}",
        )
    if kind == "scheme":
        for id_, scheme in common_schemes().items():
            if id_ not in parts:
                questions = "\n".join(scheme.questions.values()) or None
                yield CompletionItem(
                    id_, kind=CompletionItemKind.Class, detail=scheme.name, documentation=questions
                )


def _told(reading: Reading, kind: str, id_: str) -> tuple[str, str]:
    """The name of a thing in a few words, and its text."""
    argument_map = reading.map
    if kind == "claim":
        claim = argument_map.claims[id_]
        return f"{reading.outline.numbers.get(id_, '')} {claim.name}".strip(), claim.text
    if kind == "relation":
        step = argument_map.relations[id_]
        return f"{', '.join(step.premises)} {step.kind.value} {step.target}", step.rationale or ""
    if kind == "source":
        source = argument_map.sources[id_]
        return source.title, ", ".join(source.authors)
    part = parts_of(argument_map, kind)[id_]
    return str(getattr(part, "text", "") or getattr(part, "name", "") or id_), ""
