"""Data that is kept with a part of a map and means nothing to it: the author's own, the origin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.model.origin import Origin


def rows_of(meta: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The data of the author's own as rows, each a path of keys and the value there in words.

    Recursion is avoided, as a map made in Python may be nested as deep as memory allows.

    >>> rows_of({"checked": True, "by": {"name": "Ada", "roles": ["coder", "judge"]}})
    [('checked', 'yes'), ('by.name', 'Ada'), ('by.roles', 'coder, judge')]
    """
    rows: list[tuple[str, str]] = []
    waiting: list[tuple[str, Any]] = [("", meta)]
    while waiting:
        path, value = waiting.pop()
        inner = [*_inside(value)]
        if inner:
            waiting += ((f"{path}.{key}" if path else key, part) for key, part in reversed(inner))
        elif path:
            rows.append((path, _in_words(value)))
    return rows


def _inside(value: object) -> Iterator[tuple[str, object]]:
    """The parts of a mapping, or of a list that holds more than plain values."""
    if isinstance(value, dict):
        yield from ((str(key), part) for key, part in value.items())
    elif isinstance(value, list) and any(isinstance(part, dict | list) for part in value):
        yield from ((str(place), part) for place, part in enumerate(value, 1))


def _in_words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(_in_words, value)) or "none"
    if value is None or isinstance(value, dict):
        return "none"
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def imported(origin: Origin) -> str:
    """The remark on a part that was imported."""
    return f"Imported from a file of the format {origin.format}, where its id is {origin.id}."
