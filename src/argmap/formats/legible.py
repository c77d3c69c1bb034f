"""Data of a file from a stranger, with a sign for each character that no text file holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def legible_fields(fields: dict[str, Any], legible: Callable[[str], str]) -> dict[str, Any]:
    """The fields of a part of a map with `legible` applied to every text of them.

    What has none to mend stays the same object. Data may be as deep as its file.

    >>> legible_fields({"meta": {"a!": ["b!", 1]}, "tags": ("c",)}, lambda text: text.strip("!"))
    {'meta': {'a': ['b', 1]}, 'tags': ('c',)}
    """
    return {key: _legible(value, legible) for key, value in fields.items()}


def _legible(value: object, legible: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return legible(value)
    if isinstance(value, tuple) and all(isinstance(each, str) for each in value):
        return tuple(map(legible, value))
    return _legible_data(value, legible) if isinstance(value, dict | list) else value


def _legible_data(value: dict[Any, Any] | list[Any], legible: Callable[[str], str]) -> object:
    """The data, copied if a text in it changes."""
    is_changed = False

    def mended(text: object) -> object:
        nonlocal is_changed
        if not isinstance(text, str):
            return text
        new = legible(text)
        is_changed = is_changed or new != text
        return new

    around: list[Any] = [value]
    agenda: list[dict[Any, Any] | list[Any]] = [around]
    for holder in agenda:  # grows on the way: no recursion, so no data is too deep
        items = holder.items() if isinstance(holder, dict) else enumerate(holder)
        for key, inner in [*items]:
            if isinstance(inner, dict):
                holder[key] = {mended(name): each for name, each in inner.items()}
                agenda.append(holder[key])
            elif isinstance(inner, list):
                holder[key] = [*inner]
                agenda.append(holder[key])
            else:
                holder[key] = mended(inner)
    return around[0] if is_changed else value
