"""Diagnostics as GitHub workflow commands, which GitHub shows beside the lines of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.diagnostics import Diagnostic

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def workflow_commands(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """A workflow command for each diagnostic, escaped so that no text can end or start a command.

    >>> from argmap.diagnostics import Diagnostic, Location
    >>> [*workflow_commands([Diagnostic(Location("a,b.yaml", 2, 3), "AM301", "100% unknown")])]
    ['::error file=a%2Cb.yaml,line=2,col=3,title=AM301::100%25 unknown']

    The command for a value from outside any file, such as the command line, has no file or line.
    """
    for problem in diagnostics:
        place = problem.location
        properties = {
            "file": place.path,
            "line": str(place.line),
            "col": str(place.column),
            "title": problem.code,
        }
        if not place.is_known:
            properties = {"title": f"{problem.code}, {problem.place}"}
        written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
        message = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
        yield f"::{_LEVELS[problem.severity]} {written}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
