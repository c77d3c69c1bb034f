"""Diagnostics as text for a terminal, each with an excerpt of the line where the problem is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from argmap.diagnostics import Diagnostic, Severity

_WIDTH, _BEFORE = 100, 60
_FIRST_PRINTABLE = 0x20


def diagnostics_text(
    diagnostics: Iterable[Diagnostic],
    lines_of: Mapping[str, list[str]],
    paint: Callable[[str, Severity], str] = lambda head, _severity: head,
) -> Iterator[str]:
    """Each problem with its place, the line as written, a caret, and a hint for mending it.

    `lines_of` has the lines of each file by its path. `paint` colours the first line of each
    problem, which has the message.
    """
    for problem in diagnostics:
        place = problem.location
        head = visible(f"{problem.place}: {problem.severity} {problem.code}: {problem.message}")
        yield paint(head, problem.severity)
        lines = lines_of.get(place.path, [])
        if place.is_known and place.line <= len(lines) and lines[place.line - 1].strip():
            yield from _excerpt(visible(lines[place.line - 1]), place.column - 1)
        if problem.hint:
            yield visible(f"    {problem.hint}")


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


def _excerpt(line: str, column: int) -> Iterator[str]:
    """The line with a caret below the column (from 0); of a long line only the part around it."""
    start = column - _BEFORE if column > _WIDTH - 10 else 0
    end = start + _WIDTH
    shown = ("…" if start else "") + line[start:end] + ("…" if len(line) > end else "")
    yield f"    {shown}"
    yield f"    {' ' * (column - start + bool(start))}^"
