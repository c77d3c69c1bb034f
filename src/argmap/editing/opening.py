"""Mappings and lists in brackets, written out line by line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.editing.lines import AFTER_KEY, REST, Splice, TextLines, hanging_at, spliced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.reading.nodes import Node

STEP = 2
"""The columns by which what is below a key is further in."""
_PUNCTUATION = re.compile(r"[\[\]{},:\s]*")
_BEFORE_ITEM = re.compile(r" *(?:- +)*")


def opened(text: str, nodes: Iterable[Node]) -> str:
    """The text in which these mappings and lists are written without their brackets.

    Those that cannot be opened stay as they are. Of the nodes none may be within another.
    """
    lines = TextLines(text)
    splices = [_opened(lines, node) for node in nodes if can_open(lines, node)]
    return spliced(text, 0, len(text), splices)


def can_open(lines: TextLines, node: Node) -> bool:
    """Whether a mapping or list, and those in it, can be written without brackets.

    Those with comments inside cannot, nor those with something behind them on their line.
    """
    if not REST.fullmatch(lines.rest(node.end)):
        return False
    if node.key is None:
        is_usual = _BEFORE_ITEM.fullmatch(lines.before(node.start))
    else:
        is_usual = AFTER_KEY.fullmatch(lines.text, node.key.end, node.start)
    waiting = [node]
    for inner in waiting:  # grows on the way
        waiting += (item for item in inner.items if not item.is_scalar)
    return is_usual is not None and all(_is_plain(lines.text, inner) for inner in waiting)


def _opened(lines: TextLines, node: Node) -> Splice:
    end, rest = lines.end_of(node.end), lines.rest(node.end).rstrip()
    if node.key is None:
        column = lines.column(node.start)
        between = lines.newline + " " * column
        return Splice(node.start, end, between.join(_entries(lines, node, column)) + rest)
    behind = AFTER_KEY.fullmatch(lines.text, node.key.end, node.start)
    column = lines.column(node.key.start) + STEP
    written = [" " * column + line for line in _entries(lines, node, column)]
    below = lines.newline.join([(behind[1] if behind else "") + rest, *written])
    return Splice(node.key.end, end, f":{below}")


def _entries(lines: TextLines, node: Node, column: int) -> Iterator[str]:
    """The entries as they are written at a column; whatever is below them goes on further in."""

    def raw(part: Node) -> str:
        written = lines.text[part.start : part.end]
        return lines.newline.join(hanging_at(column + 2 * STEP, written))

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
    is_whole = bool(parts) and all(part.start < part.end for part in parts)
    return is_whole and all(_PUNCTUATION.fullmatch(text, *gap) for gap in gaps)
