"""A tree as YAML text that a person likes to edit: short texts plain, long ones folded."""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.reading.scalars import NULLS, resolved

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WIDTH = 88  # characters of a line of folded text, without its indentation
# A text that YAML takes as it is: it opens with a letter, and holds nothing that ends a plain text.
_PLAIN = re.compile(r"(?!.*(?:: |:$| #|\s$))[^\W_][^\n\t\r\x85\u2028\u2029]*")
_IN_BRACKETS = re.compile(r"[a-z0-9][a-z0-9._-]*")
_FOLDABLE = re.compile(r"\S+(?: \S+)*")
_LITERAL = re.compile(r"[^\s\x85\u2028\u2029](?:[^\r\x85\u2028\u2029\t]*[^\s])?", re.DOTALL)
_IN_FLOW = re.compile(r"[^,\[\]{}]*")
# JSON writes these as they are, and YAML would break the line there.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


class _NoSource:
    """The value of `source: null`, which says that a step comes from no source."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "NO_SOURCE"


NO_SOURCE = _NoSource()


@dataclass(frozen=True, slots=True)
class Written:
    """A value that is written already: its lines, as they stand at the margin, and in brackets.

    `above` are the lines of comment that stand above it.
    """

    lines: tuple[str, ...]
    in_brackets: str
    above: tuple[str, ...] = ()

    def below(self, head: str, depth: int) -> Iterator[str]:
        """The lines behind the dash of an item, or below a key."""
        pad = "  " * depth
        yield from (pad + line for line in self.above)
        first, *rest = self.lines
        yield f"{pad}{head} {first}"
        yield from (f"{pad}  {line}" if line else line for line in rest)


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
        lines += entry_lines(f"{_key(key)}:", value, 0)
    return "\n".join(lines) + "\n"


def entry_lines(head: str, value: Any, depth: int) -> Iterator[str]:  # noqa: ANN401  # a tree
    """The lines of a key (or of the mark of a list) and its value; trees of files are not deep."""
    pad = "  " * depth
    if isinstance(value, Written):
        yield from value.below(head, depth)
    elif isinstance(value, dict) and value:
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
            yield from entry_lines("-", each, depth + 1)
    else:
        first, *rest = _scalar(value, depth + 1).split("\n")
        yield f"{pad}{head} {first}"
        yield from rest


def _pair(key: str, value: Any, depth: int) -> Iterator[str]:  # noqa: ANN401  # a tree
    return entry_lines(f"{_key(key)}:", value, depth)


def _key(key: str) -> str:
    return on_one_line(key)


def _is_short(values: list[Any]) -> bool:
    """Whether a list is shown in brackets: a few ids."""
    return (
        all(isinstance(each, str) and _IN_BRACKETS.fullmatch(each) for each in values)
        and all(on_one_line(each) == each for each in values)
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
    return on_one_line(text)


def on_one_line(text: str) -> str:
    """A text on one line, in quotation marks where YAML would read it otherwise.

    >>> print(on_one_line("Take it."), on_one_line("12"), on_one_line("No: never."))
    Take it. "12" "No: never."
    """
    is_plain = (
        _PLAIN.fullmatch(text)
        and text not in NULLS
        and resolved(text) is text
        and not _ESCAPED.search(text)
    )
    if is_plain:
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def in_braces(value: Any) -> str:  # noqa: ANN401  # a tree
    """A value as it is written on one line between braces or brackets.

    >>> print(in_braces({"premises": ["a", "b"], "note": "Yes, both."}))
    {premises: [a, b], note: "Yes, both."}
    """
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {in_braces(each)}' for key, each in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(in_braces, value))}]"
    if isinstance(value, Written):
        return value.in_brackets
    if isinstance(value, str):
        plain = on_one_line(value)
        return plain if plain != value or _IN_FLOW.fullmatch(value) else _quoted(value)
    return _scalar(value, 0)
