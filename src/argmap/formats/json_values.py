"""Values of JSON files from strangers: whatever stands where an id, a text or a list should."""

from __future__ import annotations

from typing import Any


def id_in(value: object) -> str:
    """A text or a whole number as an id, the same for both; empty for anything else.

    >>> id_in(7), id_in("7"), id_in(None), id_in(["7"])
    ('7', '7', '', '')
    """
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def text_in(value: object) -> str:
    """A text, or a number as text; empty for anything else."""
    if isinstance(value, float):
        return str(value)
    return id_in(value)


def list_in(value: object) -> list[Any]:
    """A list; an empty one for anything else."""
    return value if isinstance(value, list) else []


def dict_in(value: object) -> dict[str, Any]:
    """A mapping; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def meta_in(value: object) -> dict[str, Any]:
    """A mapping of data of one's own, to be changed at will; an empty one for anything else."""
    return dict(dict_in(value))


def dicts_in(value: object) -> list[dict[str, Any]]:
    """The mappings of a list, or the only mapping."""
    entries = value if isinstance(value, list) else [value]
    return [each for each in entries if isinstance(each, dict)]


def first_text(*values: object) -> str:
    """The first of these values that is a text, or begins with one; empty if there is none."""
    for value in values:
        text = text_in(value[0] if isinstance(value, list) and value else value)
        if text.strip():
            return text
    return ""
