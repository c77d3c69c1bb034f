"""Values of JSON files from strangers: whatever stands where an id, a text or a list should."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from argmap.formats.foreign_file import NOT_JSON

if TYPE_CHECKING:
    from argmap.formats.foreign_file import ForeignFile

_HALVES = re.compile(r"\\u[dD][89a-fA-F]")


def whole_json(file: ForeignFile) -> Any:  # noqa: ANN401  # whatever JSON holds
    """The JSON of a file without halves of letters, which no text can hold."""
    tree = file.json
    if tree is NOT_JSON or not _HALVES.search(file.text):
        return tree
    text = json.dumps(tree, ensure_ascii=False)
    return json.loads(text.encode("utf-8", "replace").decode("utf-8"))


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
