"""Text on stdout and stderr, broken to the width of the terminal; click is not needed for it.

COLUMNS, or the size of the terminal, is the width. Without a terminal an answer is 80 columns wide,
so that the same question gives the same bytes in a file, a mail and a log; a program asks for
`--json`. Two kinds of text stay whole without a terminal: a document, because its Markdown is for
other programs, and what goes to stderr or lists problems, because editors and `grep` look for
`file:line:column` and the message in one line.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from argmap.views.terminal.lines import WIDTH, Line, fitted, in_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO


def write(lines: Iterable[str]) -> None:
    """Write the lines of an answer to stdout."""
    _write(sys.stdout, fitted(lines, width_of_answer()))


def width_of_answer() -> int:
    """The width of an answer on stdout."""
    return _columns(sys.stdout) or WIDTH


def document(text: str, *, is_markdown: bool) -> Iterable[str]:
    """The lines of a document; only Markdown that a terminal shows is broken into shorter ones."""
    is_broken = is_markdown and width_if_shown(sys.stdout) is not None
    return in_markdown(text) if is_broken else [Line(part) for part in text.split("\n")]


def remark(message: str) -> None:
    """Write a message to stderr."""
    _write(sys.stderr, as_shown([message], sys.stderr))


def as_shown(lines: Iterable[str], stream: TextIO | None) -> Iterable[str]:
    """The lines as a terminal shows them; whole if the stream leads elsewhere."""
    width = width_if_shown(stream)
    return lines if width is None else fitted(lines, width)


def width_if_shown(stream: TextIO | None) -> int | None:
    """The width of the terminal that shows a stream; None if it leads elsewhere."""
    return (_columns(stream) or WIDTH) if stream is not None and stream.isatty() else None


def _columns(stream: TextIO | None) -> int | None:
    """The width that COLUMNS names, else that of the terminal behind a stream, if there is one."""
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and named.isascii() and int(named[:9]):
        return int(named[:9])
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream is not None else None
    except (OSError, ValueError):
        return None  # no terminal, or a stream that is no file of the system


def _write(stream: TextIO | None, lines: Iterable[str]) -> None:
    if stream is not None:
        for line in lines:
            stream.write(f"{line}\n")
