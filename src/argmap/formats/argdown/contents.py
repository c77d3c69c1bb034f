"""The words of a text, its tags and its links; and the data in braces."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.formats.argdown.tokens import TokenSign
from argmap.reading.converters import as_data
from argmap.reading.yaml_tree import parse as parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.formats.argdown.tokens import ArgdownToken

_BLOCK = re.compile(r"\{[ \t]*\n")
_LINE = re.compile(r"^(?=.)", re.MULTILINE)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class TextContent:
    """The words of a text, with its tags, the addresses that it links to, and its emphasis."""

    text: str
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    emphases: int = 0


def content_of(tokens: Sequence[ArgdownToken]) -> TextContent:
    """The words of these tokens. Tags before and after the sentence are no part of it."""
    begin, end = 0, len(tokens)
    while begin < end and _is_beside(tokens[begin]):
        begin += 1
    while end > begin and _is_beside(tokens[end - 1]):
        end -= 1
    pieces: list[str] = []
    links: list[str] = []
    for token in tokens[begin:end]:
        if token.sign is TokenSign.LINK:
            words, address, space = token.value.split("\n")
            pieces += [words, space]
            if words != address:
                links.append(address)
        elif token.sign is not TokenSign.EMPHASIS_START:
            pieces.append(_written(token))
    return TextContent(
        " ".join("".join(pieces).split()),
        tags_of(token.value for token in tokens if token.sign is TokenSign.TAG),
        tuple(dict.fromkeys(links)),
        sum(token.sign is TokenSign.EMPHASIS_START for token in tokens),
    )


def tags_of(tags: Iterable[str]) -> tuple[str, ...]:
    """The tags, each once, in words with single blanks between."""
    return tuple(dict.fromkeys(" ".join(tag.split()) for tag in tags if tag.strip()))


def _is_beside(token: ArgdownToken) -> bool:
    return token.sign in (TokenSign.TAG, TokenSign.NEWLINE) or (
        token.sign is TokenSign.TEXT and not token.value.strip()
    )


def _written(token: ArgdownToken) -> str:
    if token.sign is TokenSign.NEWLINE:
        return " "
    if token.sign is TokenSign.TAG:
        is_word = re.fullmatch(r"\S+", token.value) is not None
        return f"#{token.value} " if is_word else f"#({token.value}) "
    if token.sign is TokenSign.STATEMENT_MENTION:
        return f"@[{token.value}] "
    if token.sign is TokenSign.ARGUMENT_MENTION:
        return f"@<{token.value}> "
    return token.value


@dataclass(frozen=True, slots=True)
class BraceData:
    """The data in braces or front matter: a mapping, or what is wrong with it, and where.

    `fault_line` counts from the line on which the braces open, 0.
    """

    values: dict[str, Any]
    fault: str = ""
    fault_line: int = 0


def data_of(token: ArgdownToken) -> BraceData:
    """The data of a token; a fault in it costs this data alone."""
    text = token.value
    if token.sign is TokenSign.DATA and text.startswith('{"') and not _CONTROL.search(text):
        try:
            return BraceData(json.loads(text))  # much faster than YAML, and the same
        except (ValueError, RecursionError):
            pass
    is_flow = token.sign is TokenSign.DATA
    skipped = 0
    if is_flow and (match := _BLOCK.match(text)):
        text, is_flow, skipped = text[match.end() : -1], False, 1
    if not text.strip():
        return BraceData({})
    # Under a key of its own, as what stands there is an author's own data, nulls and all.
    wrapped = f"meta: {text}" if is_flow else f"meta:\n{_LINE.sub(' ', text)}"
    tree = parse_yaml(wrapped, "")
    faults = [problem for problem in tree.diagnostics if problem.is_fatal]
    if faults:
        line = faults[0].location.line - (1 if is_flow else 2) + skipped
        return BraceData({}, faults[0].message, max(0, line))
    root = tree.root.get("meta") if isinstance(tree.root, dict) and len(tree.root) == 1 else None
    if not isinstance(root, dict):
        return BraceData({}, "the data are no mapping, such as {key: value}")
    values = as_data(root)
    return BraceData(values if isinstance(values, dict) else {})
