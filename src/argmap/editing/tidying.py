"""The layout of a claim file tidied where it means nothing: blanks at line ends, blank lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing.lines import TextLines
from argmap.reading.nodes import node_of

if TYPE_CHECKING:
    from argmap.reading.nodes import Node


def tidy(text: str) -> str:
    """The text without blanks at line ends and without needless blank lines.

    There is at most one blank line in a row, and none at the beginning and the end. Texts of
    several lines stay as they are, and so does every indentation.
    """
    lines = TextLines(text)
    fixed = _within_texts(lines, node_of(text))
    pieces: list[str] = []
    was_blank = True
    for number in range(len(lines)):
        is_fixed = number in fixed
        line = lines[number] if is_fixed else lines[number].rstrip(" \t")
        is_blank = not line and not is_fixed
        if not (is_blank and was_blank):
            pieces += [line, lines.newline_of(number)]
        was_blank = is_blank
    if was_blank and pieces:
        del pieces[-2:]
    return "".join(pieces)


def _within_texts(lines: TextLines, root: Node | None) -> set[int]:
    """The lines of texts that have several."""
    fixed: set[int] = set()
    waiting = [root] if root is not None else []
    while waiting:
        node = waiting.pop()
        waiting += (*node.keys, *node.items)
        first, last = lines.of(node.start), lines.of(node.end)
        if node.is_scalar and first != last:
            fixed.update(range(first, last + 1))
    return fixed
