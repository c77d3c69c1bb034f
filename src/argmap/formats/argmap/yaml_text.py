"""A tree as YAML text that a person likes to edit: short texts plain, long ones folded."""

from __future__ import annotations

import json
import re
import textwrap
from typing import TYPE_CHECKING, Any

from argmap.formats.citing import NO_SOURCE
from argmap.reading.scalars import NULLS, resolved

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WIDTH = 88  # characters of a line of folded text, without its indentation
# A text that YAML takes as it is: it opens with a letter, and holds nothing that ends a plain text.
_PLAIN = re.compile(r"(?!.*(?:: |:$| #|\s$))[^\W_][^\n\t\r\x85\u2028\u2029]*")
_IN_BRACKETS = re.compile(r"[a-z0-9][a-z0-9._-]*")
_FOLDABLE = re.compile(r"\S+(?: \S+)*")
_LITERAL = re.compile(r"[^\s\x85\u2028\u2029](?:[^\r\x85\u2028\u2029\t]*[^\s])?", re.DOTALL)
# JSON writes these as they are, and YAML would break the line there.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def yaml_text(tree: Mapping[str, Any]) -> str:
    r"""The text of a tree of mappings, lists, texts, numbers and truths. Cost: linear.

    A blank line stands before each part at the top.

    >>> print(yaml_text({"argmap": 1, "claims": {"bus": {"text": "Take it: now.", "tags": ["a"]}}}))
    argmap: 1
    <BLANKLINE>
    claims:
      bus:
        text: "Take it: now."
        tags: [a]
    <BLANKLINE>
    """
    lines: list[str] = []
    for key, value in tree.items():
        if lines and isinstance(value, dict | list):
            lines.append("")
        lines += _entry(f"{_key(key)}:", value, 0)
    return "\n".join(lines) + "\n"


def _entry(head: str, value: Any, depth: int) -> Iterator[str]:  # noqa: ANN401  # a tree
    """The lines of a key (or of the mark of a list) and its value; trees of files are not deep."""
    pad = "  " * depth
    if isinstance(value, dict) and value:
        if head == "-":
            lines = [line for key, each in value.items() for line in _pair(key, each, depth + 1)]
            yield f"{pad}- {lines[0][len(pad) + 2 :]}"
            yield from lines[1:]
            return
        yield f"{pad}{head}"
        for key, each in value.items():
            yield from _pair(key, each, depth + 1)
    elif isinstance(value, list) and value and not _is_short(value):
        yield f"{pad}{head}"
        for each in value:
            yield from _entry("-", each, depth + 1)
    else:
        first, *rest = _scalar(value, depth + 1).split("\n")
        yield f"{pad}{head} {first}"
        yield from rest


def _pair(key: str, value: Any, depth: int) -> Iterator[str]:  # noqa: ANN401  # a tree
    return _entry(f"{_key(key)}:", value, depth)


def _key(key: str) -> str:
    return _on_one_line(key)


def _is_short(values: list[Any]) -> bool:
    """Whether a list is shown in brackets: a few ids."""
    return (
        all(isinstance(each, str) and _IN_BRACKETS.fullmatch(each) for each in values)
        and all(_on_one_line(each) == each for each in values)
        and sum(len(each) + 2 for each in values) <= _WIDTH
    )


def _scalar(value: Any, depth: int) -> str:  # noqa: ANN401  # a tree
    if value is None or value is NO_SOURCE:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, dict):
        return "{}"
    if isinstance(value, list):
        return f"[{', '.join(value)}]"
    return _text(str(value), depth)


def _text(text: str, depth: int) -> str:
    pad = "  " * depth
    if len(text) > _WIDTH and _FOLDABLE.fullmatch(text) and not _ESCAPED.search(text):
        folded = textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
        return "\n".join([">-", *(pad + line for line in folded)])
    if "\n" in text and _LITERAL.fullmatch(text) and not _ESCAPED.search(text):
        lines = text.split("\n")
        if not any(line != line.rstrip() for line in lines):
            return "\n".join(["|-", *((pad + line) if line else "" for line in lines)])
    return _on_one_line(text)


def _on_one_line(text: str) -> str:
    is_plain = (
        _PLAIN.fullmatch(text)
        and text not in NULLS
        and resolved(text) is text
        and not _ESCAPED.search(text)
    )
    if is_plain:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
