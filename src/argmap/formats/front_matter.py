"""The properties at the top of a note, as YAML that every reader of YAML takes in the same way."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_KEY = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
# JSON writes these as they are, and YAML would break the line there, or refuse them.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def front_matter(properties: Mapping[str, Any]) -> str:
    r"""The properties between two rules; every text is quoted, and a list has a line for each item.

    >>> print(front_matter({"id": "bus", "tags": ["a: b", 1], "meta": {"x": None}}), end="")
    ---
    id: "bus"
    tags:
      - "a: b"
      - 1
    meta: {"x": null}
    ---
    """
    return "\n".join(["---", *_lines(properties), "---", ""])


def _lines(properties: Mapping[str, Any]) -> Iterator[str]:
    for key, value in properties.items():
        name = key if _KEY.fullmatch(key) else _json(key)
        if isinstance(value, list) and value:
            yield f"{name}:"
            yield from (f"  - {_json(each)}" for each in value)
        else:
            yield f"{name}: {_json(value)}"


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=dict)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
