"""The lines of a text that is edited: columns and comments, and pieces spliced into it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from argmap.reading.yaml_words import LINE_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_COMMENT = re.compile(r"( *)#")
REST = re.compile(r"[ \t]*(#.*)?")
"""What may follow a value on its line: nothing, or a comment."""

AFTER_KEY = re.compile(r":((?:[ \t]+#[^\r\n]*)?)\s*")
"""What may stand between a key and its value: a colon, a comment, white space."""


class Splice(NamedTuple):
    """A stretch of a text, and what is written in its place."""

    start: int
    end: int
    text: str


class TextLines:
    """A text with its lines, which are counted from 0."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.newline = "\r\n" if "\r\n" in text else "\n"
        breaks = [*LINE_BREAK.finditer(text)]
        self.starts = [0, *(each.end() for each in breaks)]
        self.ends = [*(each.start() for each in breaks), len(text)]

    def __len__(self) -> int:
        return len(self.starts)

    def of(self, index: int) -> int:
        """The line of an index of the text."""
        return bisect_right(self.starts, index) - 1

    def column(self, index: int) -> int:
        """The number of characters before an index on its line."""
        return index - self.starts[self.of(index)]

    def before(self, index: int) -> str:
        """The text before an index on its line."""
        return self.text[self.starts[self.of(index)] : index]

    def rest(self, index: int) -> str:
        """The text from an index to the end of its line."""
        return self.text[index : self.end_of(index)]

    def end_of(self, index: int) -> int:
        """The end of the line of an index."""
        return self.ends[self.of(index)]

    def __getitem__(self, line: int) -> str:
        return self.text[self.starts[line] : self.ends[line]]

    def newline_of(self, line: int) -> str:
        """The line break at the end of a line; where the text ends without one, a new one."""
        following = line + 1
        if following == len(self):
            return self.newline
        return self.text[self.ends[line] : self.starts[following]]

    def is_blank(self, line: int) -> bool:
        """Whether a line is there and has nothing but white space."""
        return 0 <= line < len(self) and not self[line].strip()

    def indent_of_comment(self, line: int) -> int | None:
        """The column of the comment that is all of a line; None if the line is something else."""
        match = _COMMENT.match(self[line]) if 0 <= line < len(self) else None
        return len(match[1]) if match else None

    def comments_above(self, line: int, column: int) -> int:
        """The first of the lines of comment right above a line, not further in than the column."""
        while (indent := self.indent_of_comment(line - 1)) is not None and indent <= column:
            line -= 1
        return line

    def comments_below(self, line: int, column: int) -> int:
        """The last line of comment below a line that is further in than the column, or the line.

        Blank lines between are passed over.
        """
        last = line
        for below in range(line + 1, len(self)):
            indent = self.indent_of_comment(below)
            if indent is not None and indent > column:
                last = below
            elif not self.is_blank(below):
                break
        return last


def spliced(text: str, start: int, end: int, splices: Iterable[Splice]) -> str:
    """The text between two indices, with these splices, of which no two overlap."""
    pieces, done = [], start
    for splice in sorted(splices, key=lambda splice: splice[:2]):
        pieces += [text[done : splice.start], splice.text]
        done = splice.end
    return "".join([*pieces, text[done:end]])


def shifted(lines: Iterable[str], by: int) -> list[str]:
    """The lines moved to the right, or as far to the left as they have blanks; empty ones stay."""
    if by >= 0:
        return [" " * by + line if line else line for line in lines]
    return [line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in lines]


def hanging_at(column: int, text: str) -> list[str]:
    """The lines of a value in braces or quotes, all but the first beginning at a column.

    White space at the beginning of such a line means nothing.
    """
    first, *rest = LINE_BREAK.split(text)
    return [first, *((" " * column + line.lstrip(" \t")).rstrip(" ") for line in rest)]


def at_column(column: int, comments: Sequence[str]) -> list[str]:
    """TextLines of comment that begin at a column."""
    return [" " * column + comment.lstrip(" ") for comment in comments]
