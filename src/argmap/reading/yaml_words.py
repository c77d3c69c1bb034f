"""The errors of libyaml in words that tell an author what to type instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.reading.containers import PlacedMapping
from argmap.reading.yaml_lines import QUOTE, seen_from_the_lines

if TYPE_CHECKING:
    import yaml

    from argmap.reading.containers import PlacedSequence

LINE_BREAK = re.compile(r"\r\n|[\r\n]")
"""The line breaks of YAML 1.2, which editors count too."""

_KEY_LIMIT = 1024

_CURES = (
    (
        "mapping values are not allowed",
        "this text holds a colon and a space, which YAML takes for the end of a key",
        f"{QUOTE}; if it is a key of its own, indent it as its neighbours are",
    ),
    (
        "block sequence entries are not allowed",
        "text or a value that opens with `- `",
        f"start the list on a line of its own; if it is text, {QUOTE}",
    ),
    ("mapping keys are not allowed", "text that opens with `? `", QUOTE),
    (
        "expected comment or line break",
        "text on the same line as `>` or `|`",
        f"start the text on the next line, indented; if `>` or `|` belongs to it, {QUOTE}",
    ),
    (
        "cannot start any token",
        "text that opens with a sign that YAML keeps for itself",
        QUOTE,
    ),
    (
        "alphabetic or numeric character",
        "text that opens with a sign that YAML keeps for itself",
        QUOTE,
    ),
    (
        "unexpected end of stream",
        "a quotation mark or bracket that is opened and never closed",
        f"close it; if the text itself opens with it, {QUOTE}",
    ),
    (
        "did not find expected ',' or",
        "a bracket that is opened and never closed",
        f"close it with `]` or `}}`; if the text itself opens with a bracket, {QUOTE}",
    ),
    (
        "could not find expected ':'",
        "a line without a colon among `key: value` lines",
        "write `key: value`, or indent the line further if it goes on with the text above",
    ),
    (
        "did not find expected key",
        "a line that does not fit what stands above it",
        "indent it as its neighbours are; nothing may follow a closing quotation mark, so " + QUOTE,
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
        "did not find expected node content",
        "a value that is missing, or opens with a sign that YAML keeps for itself",
        f"write it, or delete the comma before it; if it is text, {QUOTE}",
    ),
    (
        "found unexpected ':'",
        "a colon that belongs to no key",
        f"write `key: value`; if it is text, {QUOTE}",
    ),
    (
        "directive",
        "a line that opens with `%`, which YAML keeps for itself",
        "delete the line, or put its text in quotes",
    ),
    (
        "incompatible YAML document",
        "a version of YAML that is not known",
        "delete this line; claim files need none",
    ),
    (
        "unknown escape character",
        "a backslash in double quotes that means nothing",
        "double it, or use single quotes",
    ),
)


def opening_hint(container: PlacedMapping | PlacedSequence) -> str:
    """The hint where text may open with a bracket, which YAML takes for a list or mapping."""
    bracket = "{" if isinstance(container, PlacedMapping) else "["
    return f"if it is text that opens with `{bracket}`, {QUOTE}"


def hint_for_nothing(
    container: PlacedMapping | PlacedSequence, key: object, rest: str, *, is_claims: bool
) -> str:
    """The hint where the value of a key is missing; `rest` is the text that follows on its line."""
    if is_claims:
        return (
            "write the claims below it, each indented by two spaces; if they stand there already, "
            "indent every line of them by two spaces"
        )
    if rest.lstrip(" ").startswith("#"):
        return "what follows `#` is a comment; put the text in quotes"
    if isinstance(container, PlacedMapping) and container.is_flow:
        before = str([*container.values()][-1]) if container else ""
        if before.isdecimal() and str(key).isdecimal():
            return f"write `{before}.{key}`, with a point: a comma ends a value here"
        if any(isinstance(value, str) for value in container.values()):
            return "a comma ends a text here: put the whole text in quotes; else write a value"
        return f"{opening_hint(container)}; else write a value behind a colon"
    return "write a value behind the colon or indented below it, or delete the line"


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[tuple[int, int], str, str, str]:
    """The place (from 0), code, message and hint for an error of libyaml."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    lines = LINE_BREAK.split(text)
    if line >= len(lines) or (line == len(lines) - 1 and not lines[line] and line):
        # An author cannot see the fault at the end of the file: show the beginning of the quotation
        # or bracket that was left open.
        begun = error.context_mark
        line, column = (begun.line, begun.column) if begun is not None else (line - 1, 0)
    problem = error.problem or ""
    if "could not find expected ':'" in problem and error.context_mark is not None:
        line, column = error.context_mark.line, error.context_mark.column  # the line without it
    written = lines[line] if line < len(lines) else ""
    indent = written[: len(written) - len(written.lstrip())]
    if "\t" in indent or written[column : column + 1] == "\t":
        at = written.index("\t")
        return (
            (line, at),
            "AM103",
            "a tab stands where only spaces may",
            "put spaces in its place (two a level), or nothing if the line is empty",
        )
    if "mapping values" in problem and column > _KEY_LIMIT:
        return (line, 0), "AM102", "a key of over 1,024 characters", "shorten it"
    known = seen_from_the_lines(problem, lines[: line + 1], column)
    if known is not None:
        return (line, column), "AM102", *known
    if "scanning an alias" in str(error.context) and written[column - 1 : column] == "*":
        column -= 1  # libyaml points behind the sign
    for sign, message, hint in _CURES:
        if sign in problem:
            return (line, column), "AM102", message, hint
    hint = f"look for a stray comma, bracket or quotation mark here; if it is text, {QUOTE}"
    return (line, column), "AM102", problem or "this is not YAML", hint


def end_of_depth(error: yaml.MarkedYAMLError) -> int | None:
    """The index of the bracket at which libyaml 0.2.6 and later refuses a text as too deep."""
    if error.problem_mark is None or "maximum nesting" not in (error.problem or "").lower():
        return None
    return error.problem_mark.index
