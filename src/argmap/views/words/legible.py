"""Texts made safe to set among others: nothing in one can turn the writing of its neighbours."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap

T = TypeVar("T")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SIGN = "\N{REPLACEMENT CHARACTER}"


def legible(argument_map: ArgumentMap) -> ArgumentMap:
    """The map with a visible sign for every character that embeds or overrides a direction.

    Marks that only help mixed writing along stay. A map without such characters is returned as is.
    """
    parts: dict[str, Any] = {
        name: {id_: _cleaned(one) for id_, one in getattr(argument_map, name).items()}
        for name in ("claims", "relations", "sources")
    }
    same = all(
        all(cleaned is getattr(argument_map, name)[id_] for id_, cleaned in part.items())
        for name, part in parts.items()
    )
    title, question = turns_shown(argument_map.title), argument_map.question
    asked = turns_shown(question) if question is not None else None
    if same and (title, asked) == (argument_map.title, question):
        return argument_map
    return replace(argument_map, title=title, question=asked, **parts)


def turns_shown(text: str) -> str:
    """The text with a visible sign for every character that embeds or overrides a direction."""
    return _TURNING.sub(_SIGN, text)


def _cleaned(one: T) -> T:
    """The value with all its texts cleaned; the value itself if nothing was to be done."""
    if isinstance(one, str):
        return turns_shown(one) if type(one) is str and _TURNING.search(one) else one  # type: ignore[return-value]
    if isinstance(one, tuple):
        cleaned = tuple(_cleaned(inner) for inner in one)
        changed = any(new is not old for new, old in zip(cleaned, one, strict=True))
        return cleaned if changed else one  # type: ignore[return-value]
    if not hasattr(one, "__dataclass_fields__"):
        return one
    found: dict[str, Any] = {}
    for field in fields(one):  # type: ignore[arg-type]
        old = getattr(one, field.name)
        new = _cleaned(old)
        if new is not old:
            found[field.name] = new
    return replace(one, **found) if found else one  # type: ignore[type-var]
