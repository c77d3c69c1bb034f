"""Claim files as they were read last, for programs that read a map again and again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.diagnostics import Diagnostic, Location
from argmap.reading.containers import PlacedMapping, PlacedSequence
from argmap.reading.places import PlacedFile
from argmap.reading.validate import validate
from argmap.reading.yaml_tree import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.reading.discovery import ClaimFile
    from argmap.reading.yaml_tree import Tree

_WORD_OF_A_KEY = re.compile(
    r"^[ \t]*(?:- *)?\{?(?:id: *)?([a-z0-9][a-z0-9._-]{0,63})\b", re.MULTILINE
)


class _Read(NamedTuple):
    """A file as it was read: None if nothing could be made of it; `lost` are ids in such parts."""

    file: PlacedFile | None
    diagnostics: tuple[Diagnostic, ...]
    lost: frozenset[str]


class Kept:
    """The claim files of a map as they were read last.

    A file whose text is the same is not read again, so that a change of one file among many costs
    little. It is for programs that read a map again and again, such as a server.
    """

    def __init__(self) -> None:
        self._files: dict[str, tuple[str, _Read]] = {}

    def read(self, file: ClaimFile) -> _Read:
        """The file as it is read."""
        before = self._files.get(file.name)
        if before is None or before[0] != file.text:
            before = self._files[file.name] = (file.text, _placed(file))
        return before[1]


def _placed(file: ClaimFile) -> _Read:
    """The shape of a file with its places, and the ids in parts that were not read."""
    tree = parse(file.text, file.name)
    if not tree.complete:
        return _Read(None, tree.diagnostics, frozenset(_WORD_OF_A_KEY.findall(file.text)))
    if not isinstance(tree.root, PlacedMapping):
        return _Read(None, (*tree.diagnostics, *_no_mapping(tree, file)), frozenset())
    validated = validate(tree.root, file.name)
    better = {(each.location, each.code) for each in validated.diagnostics}  # with more around it
    diagnostics = [each for each in tree.diagnostics if (each.location, each.code) not in better]
    reported = {diagnostic.location for diagnostic in diagnostics}
    diagnostics += [
        diagnostic for diagnostic in validated.diagnostics if diagnostic.location not in reported
    ]
    placed = None
    if validated.shape is not None:
        placed = PlacedFile(file.name, tree.root, validated.shape, bool(diagnostics))
    return _Read(placed, tuple(diagnostics), frozenset(validated.lost))


def _no_mapping(tree: Tree, file: ClaimFile) -> Iterator[Diagnostic]:
    """The problem of a file that is empty, a list or a text."""
    place = Location(file.name, 1, 1)
    if tree.root is None:
        if not tree.diagnostics:
            hint = "write claims into it, or delete it"
            yield Diagnostic(place, "AM151", "the file is empty", hint)
        return
    kind = "a list" if isinstance(tree.root, PlacedSequence) else "text"
    yield Diagnostic(
        place,
        "AM110",
        f"the file is {kind}; a claim file begins with a name and a colon",
        "begin with `claims:` and put the claims below it, indented",
    )
