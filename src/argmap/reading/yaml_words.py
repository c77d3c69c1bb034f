"""libyaml's complaints in words that say what to type instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml

LINE_BREAK = re.compile(r"\r\n|[\r\n]")
"""The line breaks of YAML 1.2, which editors count too."""

_QUOTE = "put the whole text in quotes, or on the next line after `>-`"
_KEY_LIMIT = 1024

_CURES = (
    (
        "mapping values are not allowed",
        "this text holds a colon and a space, which YAML takes for the end of a key",
        f"{_QUOTE}; if it is a key of its own, indent it as its neighbours are",
    ),
    (
        "block sequence entries are not allowed",
        "text or a value that opens with `- `",
        f"start the list on a line of its own; if it is text, {_QUOTE}",
    ),
    ("mapping keys are not allowed", "text that opens with `? `", _QUOTE),
    (
        "expected comment or line break",
        "text on the same line as `>` or `|`",
        f"start the text on the next line, indented; if `>` or `|` belongs to it, {_QUOTE}",
    ),
    (
        "cannot start any token",
        "text that opens with a sign that YAML keeps for itself",
        _QUOTE,
    ),
    (
        "alphabetic or numeric character",
        "text that opens with a sign that YAML keeps for itself",
        _QUOTE,
    ),
    (
        "unexpected end of stream",
        "a quotation mark or bracket that is opened and never closed",
        f"close it; if the text itself opens with it, {_QUOTE}",
    ),
    (
        "did not find expected ',' or",
        "a bracket that is opened and never closed",
        f"close it with `]` or `}}`; if the text itself opens with a bracket, {_QUOTE}",
    ),
    (
        "could not find expected ':'",
        "a line without a colon among `key: value` lines",
        "write `key: value`, or indent the line further if it goes on with the text above",
    ),
    (
        "did not find expected key",
        "a line that does not fit what stands above it",
        "indent it as its neighbours are; nothing may follow a closing quotation mark, so "
        + _QUOTE,
    ),
    (
        "did not find expected '-' indicator",
        "a line that does not fit the list above it",
        "begin it with `- `, or indent it as its neighbours are",
    ),
    (
        "did not find expected <document start>",
        "text after the end of the file's content",
        "delete the line `...`, or the text after it",
    ),
    (
        "unknown escape character",
        "a backslash in double quotes that means nothing",
        "double it, or use single quotes",
    ),
)


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[str, tuple[int, int], str, str]:
    """The code, place (from 0), message and hint for what libyaml could not read."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    lines = LINE_BREAK.split(text)
    if line >= len(lines) or (line == len(lines) - 1 and not lines[line] and line):
        # The end of the file is no place to look at: show where the open thing began.
        begun = error.context_mark
        line, column = (begun.line, begun.column) if begun is not None else (line - 1, 0)
    problem = error.problem or ""
    written = lines[line] if line < len(lines) else ""
    indent = written[: len(written) - len(written.lstrip())]
    if "\t" in indent or written[column : column + 1] == "\t":
        at = written.index("\t")
        return (
            "AM103",
            (line, at),
            "this line is indented with a tab",
            "indent with spaces (two a level)",
        )
    if "mapping values" in problem and column > _KEY_LIMIT:
        return "AM102", (line, 0), "a key of over 1,024 characters", "shorten it"
    for sign, message, hint in _CURES:
        if sign in problem:
            return "AM102", (line, column), message, hint
    hint = f"look for a stray comma, bracket or quotation mark here; if it is text, {_QUOTE}"
    return "AM102", (line, column), problem or "this is not YAML", hint
