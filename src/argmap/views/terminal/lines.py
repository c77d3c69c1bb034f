"""Lines of an answer, and the one place where they are broken to the width of a terminal.

A view yields whole lines and says where the rest of a long one goes on; how wide the terminal is,
it need not know.
"""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

WIDTH = 80
"""The width of an answer that goes to a file or another program, so that it is the same for all."""

NARROWEST = 40
"""The width of lines on a terminal that is narrower still."""

_LEAST = 24  # columns, for the text of a line that is broken
_MARKS = re.compile(r" *(?:[-*>|]|[0-9]+[.]) ")


class Line(str):
    """A line whose rest, where it is too long, goes on at the column `margin`.

    Without a margin it is never broken: a line of a claim file, or of a page. A line that is plain
    text goes on at its own indentation.
    """

    __slots__ = ("margin",)
    margin: int | None

    def __new__(cls, text: str, margin: int | None = None) -> Self:
        """Make a line of a text."""
        line = super().__new__(cls, text)
        line.margin = margin
        return line


def hanging(text: str, first: str = "", rest: str | None = None) -> Line:
    """The text as a line that starts with `first`, and goes on below as far in as `rest` is long.

    Without `rest` it goes on four columns further in than it starts.

    >>> hanging("a claim", "  ").margin
    6
    """
    indent = len(first) - len(first.lstrip(" "))
    return Line(f"{first}{text}", indent + 4 if rest is None else len(rest))


def in_columns(rows: Iterable[Sequence[str]]) -> Iterator[Line]:
    """The rows of a table, its columns as wide as their cells; the last one is broken in itself.

    >>> [str(line) for line in in_columns([("1", "stands", "a"), ("1.1", "open", "b")])]
    ['1    stands  a', '1.1  open    b']
    """
    every = list(rows)
    widths = [max(len(cell) for cell in column) for column in zip(*every, strict=True)][:-1]
    for *cells, last in every:
        padded = (f"{cell:<{width}}  " for cell, width in zip(cells, widths, strict=True))
        start = "".join(padded)
        yield Line(f"{start}{last}", len(start))


def in_markdown(text: str) -> Iterator[Line]:
    r"""The lines of a Markdown text; the rest of an item or of a quotation hangs below its text.

    >>> [line.margin for line in in_markdown("# Title\n- an item")]
    [0, 2]
    """
    for line in text.split("\n"):
        mark = _MARKS.match(line)
        yield Line(line, mark.end() if mark else 0)


def fitted(lines: Iterable[str], width: int) -> Iterator[str]:
    """The lines, broken between words where they are longer than the width.

    A word is never broken: an id or an address must stay one that can be copied.

    >>> list(fitted(["  a claim of so many words that it does not fit"], 40))
    ['  a claim of so many words that it does', '  not fit']
    """
    room = max(width, NARROWEST)
    for line in lines:
        for part in line.split("\n"):
            yield from _broken(part, _margin_of(line, part), room)


def _margin_of(line: str, part: str) -> int | None:
    return line.margin if isinstance(line, Line) else len(part) - len(part.lstrip(" "))


def _broken(line: str, margin: int | None, width: int) -> list[str]:
    if margin is None or len(line) <= width:
        return [line]
    deepest = max(width - _LEAST, len(line) - len(line.lstrip(" ")) + 2)
    return textwrap.wrap(
        line,
        width,
        subsequent_indent=" " * min(margin, deepest),
        expand_tabs=False,
        replace_whitespace=False,
        break_long_words=False,
        break_on_hyphens=False,
    )
