"""Texts without invisible characters that could reverse the direction of the text around them."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap

T = TypeVar("T")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # embeddings, overrides, isolates
_SIGN = "\N{REPLACEMENT CHARACTER}"


def legible(argument_map: ArgumentMap) -> ArgumentMap:
    """The map with a visible sign for every character that embeds or overrides a text direction.

    The marks that only set the direction of neighbouring signs (U+200E, U+200F) stay, as texts in
    mixed scripts need them. A map without such characters is returned as it is.
    """
    parts: dict[str, Any] = {
        name: {id_: _cleaned(part) for id_, part in getattr(argument_map, name).items()}
        for name in ("claims", "relations", "sources")
    }
    same = all(
        all(cleaned is getattr(argument_map, name)[id_] for id_, cleaned in part.items())
        for name, part in parts.items()
    )
    title, question = turns_shown(argument_map.title), argument_map.question
    plain_question = turns_shown(question) if question is not None else None
    if same and (title, plain_question) == (argument_map.title, question):
        return argument_map
    return replace(argument_map, title=title, question=plain_question, **parts)


def turns_shown(text: str) -> str:
    """The text with a visible sign for each character that embeds or overrides a direction."""
    return _TURNING.sub(_SIGN, text)


@cache
def _names_of(kind: type) -> tuple[str, ...]:
    """The names of the fields of a dataclass."""
    return tuple(field.name for field in fields(kind))


def _cleaned(value: T) -> T:
    """The value with all its texts cleaned; the same object if no text needed it."""
    if isinstance(value, str):
        return turns_shown(value) if type(value) is str and _TURNING.search(value) else value  # type: ignore[return-value]
    if isinstance(value, tuple):
        cleaned = tuple(_cleaned(inner) for inner in value)
        changed = any(new is not old for new, old in zip(cleaned, value, strict=True))
        return cleaned if changed else value  # type: ignore[return-value]
    if not hasattr(value, "__dataclass_fields__"):
        return value
    changes: dict[str, Any] = {}
    for name in _names_of(type(value)):  # type: ignore[arg-type]
        old = getattr(value, name)
        if old is not None and (new := _cleaned(old)) is not old:
            changes[name] = new
    return replace(value, **changes) if changes else value  # type: ignore[type-var]
