"""Diagnostics as text for a terminal, each with an excerpt of the line where the problem is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.terminal.lines import NARROWEST, Line, hanging

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.diagnostics import Diagnostic

_WIDTH = 100
_MARGIN = "    "
_FIRST_PRINTABLE = 0x20


def diagnostics_text(
    diagnostics: Iterable[Diagnostic], lines_of: Mapping[str, list[str]]
) -> Iterator[str]:
    """Each problem with its place, the line as written, a caret, and a hint for mending it.

    `lines_of` has the lines of each file by its path.
    """
    for problem in diagnostics:
        yield head_of(problem)
        yield from body_of(problem, lines_of)


def head_of(problem: Diagnostic) -> Line:
    """The place, the code and the message of a problem."""
    head = f"{problem.place}: {problem.severity} {problem.code}: {problem.message}"
    return hanging(visible(head))


def body_of(
    problem: Diagnostic, lines_of: Mapping[str, list[str]], width: int | None = None
) -> Iterator[str]:
    """The line of the file with a caret, as much of it as the width allows, and the hint."""
    place = problem.location
    lines = lines_of.get(place.path, [])
    if place.is_known and place.line <= len(lines) and lines[place.line - 1].strip():
        room = _WIDTH if width is None else max(width, NARROWEST) - len(_MARGIN) - len("……")
        yield from _excerpt(visible(lines[place.line - 1]), place.column - 1, room)
    if problem.hint:
        yield visible(f"{_MARGIN}{problem.hint}")


def visible(text: str) -> str:
    r"""The text with a visible sign for each control character and each invisible one.

    A file may hold characters that move the cursor or change colours; printed as they are, they
    would let the author of a map write anywhere on the terminal.

    >>> visible("a\x1b[31m\tb")
    'a\u241b[31m b'
    """
    return "".join(_sign_for(char) for char in text) if not text.isprintable() else text


def _sign_for(char: str) -> str:
    if char.isprintable():
        return char
    if char == "\t":
        return " "
    return chr(0x2400 + ord(char)) if ord(char) < _FIRST_PRINTABLE else "\N{REPLACEMENT CHARACTER}"


def _excerpt(line: str, column: int, room: int) -> Iterator[Line]:
    """The line with a caret below the column (from 0); of a long line only the part around it."""
    start = column - room * 3 // 5 if column > room - 10 else 0
    end = start + room
    shown = ("…" if start else "") + line[start:end] + ("…" if len(line) > end else "")
    yield Line(f"{_MARGIN}{shown}")
    yield Line(f"{_MARGIN}{' ' * (column - start + bool(start))}^")
