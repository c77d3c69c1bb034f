"""Diagnostics of a map as editors show them: by file, with ranges and related places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol.types import (
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
)

from argmap.diagnostics import CODES, Severity
from argmap.language_server.positions import index_of_place, lines_of, range_between
from argmap.views.terminal.explain import explanations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lsprotocol.types import Range

    from argmap import diagnostics as ours
    from argmap.language_server.buffers import Buffers
    from argmap.language_server.maps import OpenMap

SOURCE = "argmap"
_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.NOTE: DiagnosticSeverity.Information,
}
_TOKEN = re.compile(r"\"[^\"\r\n]*\"|'[^'\r\n]*'|[^\s,:\[\]{}\"']+|[^\s]")
_NAMED = re.compile(r"`([^`\s]+)`")
_PLACE = re.compile(r"([^\s()`]{1,300}):([0-9]+):([0-9]+)")
_MOST_RELATED = 10


def published(map_: OpenMap, buffers: Buffers) -> dict[str, list[Diagnostic]]:
    """The diagnostics of every file of a map by its URI, also where a file has none.

    A problem that stands in no file, such as one of the folder, is shown at the top of the first.
    """
    names = [file.name for file in map_.files]
    by_uri: dict[str, list[Diagnostic]] = {buffers.uri_of(name): [] for name in names}
    uris = dict(zip(names, by_uri, strict=False))
    for problem in map_.problems:
        name = problem.location.path
        if map_.text_of(name) is None:
            name = names[0] if names else name
        if name not in uris:
            uris[name] = buffers.uri_of(name)
        by_uri.setdefault(uris[name], []).append(_diagnostic(map_, buffers, problem, name))
    return by_uri


def range_at(text: str, place: ours.Location) -> Range:
    """The range of the word that begins at a place."""
    lines = lines_of(text)
    start = index_of_place(lines, place.line, place.column)
    token = _TOKEN.match(text, start, lines.end_of(start))
    return range_between(lines, start, token.end() if token else start)


def _diagnostic(map_: OpenMap, buffers: Buffers, problem: ours.Diagnostic, name: str) -> Diagnostic:
    is_here = name == problem.location.path
    text, place = map_.text_of(name) or "", problem.location
    if not is_here:
        place = type(place)(name, 1, 1)
    where = "" if is_here or not problem.location.is_known else f"{problem.location.path}: "
    hint = f"\n{problem.hint[:1].upper()}{problem.hint[1:]}." if problem.hint else ""
    is_note = problem.severity is Severity.NOTE
    return Diagnostic(
        range_at(text, place),
        f"{where}{problem.message}{hint}",
        severity=_SEVERITIES[problem.severity],
        code=problem.code,
        source=SOURCE,
        related_information=None if is_note else [*_related(map_, buffers, problem)] or None,
        data=None if is_note else {"explanation": explanation_of(problem.code)},
    )


def explanation_of(code: str) -> str:
    """The title of a code, and why it is told."""
    return f"{code}: {CODES[code].title}. {explanations()[code].why}"


def _related(
    map_: OpenMap, buffers: Buffers, problem: ours.Diagnostic
) -> Iterator[DiagnosticRelatedInformation]:
    """The other places that a problem names: by line, or by the id of what stands there."""
    related = {problem.location: ""}
    for path, line, column in _PLACE.findall(problem.message):
        if map_.text_of(path) is not None:
            related.setdefault(type(problem.location)(path, int(line), int(column)), "named here")
    argument_map = map_.checked.map
    for id_ in (*problem.others, *_NAMED.findall(f"{problem.message} {problem.hint}")):
        claim, relation = argument_map.claims.get(id_), argument_map.relations.get(id_)
        if claim is not None:
            related.setdefault(claim.location, f"{id_}: {claim.text}")
        elif relation is not None:
            related.setdefault(relation.location, f"the step {id_}")
    for place, words in [*related.items()][1 : _MOST_RELATED + 1]:
        text = map_.text_of(place.path)
        if text is not None and place.is_known:
            there = Location(buffers.uri_of(place.path), range_at(text, place))
            yield DiagnosticRelatedInformation(there, words)
