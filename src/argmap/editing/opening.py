"""Mappings and lists in brackets, written out line by line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.editing.lines import AFTER_KEY, REST, Lines, Splice, hanging_at, spliced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.reading.nodes import Node

STEP = 2
"""The columns by which what is below a key is further in."""
_PUNCTUATION = re.compile(r"[\[\]{},:\s]*")
_BEFORE_ITEM = re.compile(r" *(?:- +)*")


def opened(text: str, nodes: Iterable[Node]) -> str:
    """The text in which these mappings and lists are written without their brackets.

    Those that have comments inside stay as they are. Of the nodes none may be within another.
    """
    lines = Lines(text)
    splices = [splice for node in nodes for splice in _opened(lines, node)]
    return spliced(text, 0, len(text), splices)


def _opened(lines: Lines, node: Node) -> Iterator[Splice]:
    if (
        not node.items
        or not _is_plain(lines.text, node)
        or not REST.fullmatch(lines.rest(node.end))
    ):
        return
    rest = lines.rest(node.end).rstrip()
    end = lines.end_of(node.end)
    if node.key is not None:
        behind = AFTER_KEY.fullmatch(lines.text, node.key.end, node.start)
        if behind is None:
            return
        column = lines.column(node.key.start) + STEP
        written = [" " * column + line for line in _entries(lines.text, node, column)]
        below = lines.newline.join([behind[1] + rest, *written])
        yield Splice(node.key.end, end, f":{below}")
    elif _BEFORE_ITEM.fullmatch(lines.before(node.start)):
        column = lines.column(node.start)
        between = lines.newline + " " * column
        yield Splice(node.start, end, between.join(_entries(lines.text, node, column)) + rest)


def _entries(text: str, node: Node, column: int) -> Iterator[str]:
    """The entries as they are written at a column; whatever is below them goes on further in."""
    newline = Lines(text[node.start : node.end]).newline

    def raw(part: Node) -> str:
        return newline.join(hanging_at(column + 2 * STEP, text[part.start : part.end]))

    if node.is_mapping:
        yield from (f"{raw(key)}: {raw(item)}" for key, item in node.pairs())
    else:
        yield from (f"- {raw(item)}" for item in node.items)


def _is_plain(text: str, node: Node) -> bool:
    """Whether between the parts is nothing but punctuation, and no part is missing."""
    parts = sorted([*node.keys, *node.items], key=lambda part: part.start)
    gaps = zip(
        [node.start, *(part.end for part in parts)],
        [*(part.start for part in parts), node.end],
        strict=True,
    )
    return all(part.start < part.end for part in parts) and all(
        _PUNCTUATION.fullmatch(text, *gap) for gap in gaps
    )
