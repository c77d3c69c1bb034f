"""Places in a text as editors count them: lines from 0, columns in units of UTF-16."""

from __future__ import annotations

from functools import lru_cache

from lsprotocol.types import Position, Range

from argmap.editing.lines import TextLines

_BEYOND_ONE_UNIT = "\uffff"
_TEXTS_KEPT = 128


@lru_cache(maxsize=_TEXTS_KEPT)
def lines_of(text: str) -> TextLines:
    """The lines of a text, kept for the next question about it."""
    return TextLines(text)


def units(text: str) -> int:
    """The number of units of UTF-16 in a text.

    >>> units("a\u0301"), units("\U0001f600")
    (2, 2)
    """
    return len(text) + (not text.isascii() and sum(sign > _BEYOND_ONE_UNIT for sign in text))


def position_at(lines: TextLines, index: int) -> Position:
    """The position of an index of a text."""
    return Position(lines.of(index), units(lines.before(index)))


def range_between(lines: TextLines, start: int, end: int) -> Range:
    """The range from one index of a text to another."""
    return Range(position_at(lines, start), position_at(lines, end))


def index_at(lines: TextLines, position: Position) -> int:
    """The index of a position in a text, or the nearest one if the text has no such position.

    >>> index_at(lines_of("\U0001f600a"), Position(0, 2)), index_at(lines_of("ab"), Position(9, 9))
    (1, 2)
    """
    if position.line >= len(lines):
        return len(lines.text)
    start, line = lines.starts[position.line], lines[position.line]
    if line.isascii():
        return start + min(position.character, len(line))
    counted = 0
    for place, sign in enumerate(line):
        if counted >= position.character:
            return start + place
        counted += units(sign)
    return start + len(line)


def index_of_place(lines: TextLines, line: int, column: int) -> int:
    """The index of a place of a diagnostic, both counted from 1, or the nearest that the text has.

    >>> index_of_place(lines_of("ab"), 1, 2), index_of_place(lines_of("ab"), 7, 1)
    (1, 2)
    """
    if line > len(lines):
        return len(lines.text)
    start, end = lines.starts[max(line, 1) - 1], lines.ends[max(line, 1) - 1]
    return min(start + max(column, 1) - 1, end)
