"""The parser: from YAML text to a tree that keeps the line and column of every key and value.

It accepts a strict profile of YAML 1.2: no anchors, aliases, merge keys, tags, doubled keys or
second documents. The tree is built from the *events* of libyaml, without recursion and with limits,
because the loader of the library ends the interpreter on deep nesting and reads `no` as false.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from argmap.diagnostics import Diagnostic, Location
from argmap.reading.owners import owners
from argmap.reading.scalars import forbidden_sign, invisible_signs
from argmap.reading.tree_builder import StopReadingError, TreeBuilder
from argmap.reading.yaml_words import end_of_depth, explain

if TYPE_CHECKING:
    from argmap.reading.containers import Place
    from argmap.reading.scalars import Doubt


@dataclass(frozen=True, slots=True)
class Tree:
    """A file as far as it could be read: its root (None if nothing could), and its problems."""

    root: object
    diagnostics: tuple[Diagnostic, ...]
    complete: bool


def parse(text: str, path: str) -> Tree:
    """The tree of the text of a file; never raises on bad content, never recurses.

    `complete` is false where reading had to stop before the end of the file. Cost: linear.
    """
    if (forbidden := forbidden_sign(text)) is not None:
        (line, column), doubt = forbidden
        problem = Diagnostic(Location(path, line + 1, column + 1), *doubt)
        return Tree(None, (problem,), complete=False)
    builder = _built(path, text, len(text))
    glued = builder.glued.doubts() if builder.complete else ()
    doubts: list[tuple[Place, Doubt]] = [*invisible_signs(text), *glued]
    parts = owners(builder.root) if doubts else []
    for (line, column), doubt in doubts:
        above = bisect_right(parts, (line, column), key=lambda part: part[0])
        claim = parts[above - 1][1] if above else None
        location = Location(path, line + 1, column + 1)
        builder.diagnostics.append(Diagnostic(location, *doubt, claim))
    return Tree(builder.root, tuple(builder.diagnostics), builder.complete)


def _built(path: str, text: str, end: int) -> TreeBuilder:
    """The builder that has read a text up to `end`, with the error that stopped it, if any."""
    builder = TreeBuilder(path, text)
    try:
        builder.read(end)
    except yaml.MarkedYAMLError as error:
        depth_ends = end_of_depth(error)
        if depth_ends is not None and depth_ends < end:
            # libyaml, which looks up to 1,024 characters ahead, met its own limit of depth before
            # it told of the levels. Up to that bracket it reads the text, and meets ours.
            return _built(path, text, depth_ends)
        builder.complain(*explain(error, text))
        builder.complete = False
    except StopReadingError:
        builder.complete = False
    return builder
