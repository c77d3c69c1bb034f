"""The reading of one claim file: its text parsed, validated, and taken into values."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from argmap.diagnostics import Diagnostic, Location
from argmap.reading.containers import PlacedMapping, PlacedSequence
from argmap.reading.in_parts import rest_of, shapes_of
from argmap.reading.places import PlacedFile, PlacedTree
from argmap.reading.validate import prepare, validate_prepared
from argmap.reading.written_claims import written_parts
from argmap.reading.yaml_tree import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.reading.discovery import ClaimFile
    from argmap.reading.shape import FileShape
    from argmap.reading.yaml_tree import Tree

_WORD_OF_A_KEY = re.compile(
    r"^[ \t]*(?:- *)?\{?(?:id: *)?([a-z0-9][a-z0-9._-]{0,63})\b", re.MULTILINE
)


class ReadFile(NamedTuple):
    """A file as it was read: None if nothing could be made of it; `lost` are ids in such parts."""

    file: PlacedFile | None
    diagnostics: tuple[Diagnostic, ...]
    lost: frozenset[str]


class Trees:
    """The trees of files that are read again where the place of a problem is asked for.

    Only the last of them is there: problems are looked for file by file.
    """

    def __init__(self) -> None:
        self._last: tuple[str, PlacedMapping] | None = None

    def of(self, file: ClaimFile) -> PlacedMapping:
        """The tree of a file that was read before, as it was validated."""
        if self._last is None or self._last[0] != file.name:
            root = parse(file.text, file.name).root
            assert isinstance(root, PlacedMapping)  # noqa: S101  # it was, of the same text
            validate_prepared(root, file.name, prepare(root, file.name))
            self._last = (file.name, root)
        return self._last[1]


def placed(file: ClaimFile, trees: Trees | None = None) -> ReadFile:
    """The claims and relations of a file, the rest of its shape, and the ids that were not read.

    Its tree is read again where a place in it is asked for, as `trees` do; without them it stays.
    """
    tree = parse(file.text, file.name)
    if not tree.complete:
        return ReadFile(None, tree.diagnostics, frozenset(_WORD_OF_A_KEY.findall(file.text)))
    if not isinstance(tree.root, PlacedMapping):
        return ReadFile(None, (*tree.diagnostics, *_no_mapping(tree, file)), frozenset())
    root = tree.root
    slipped = prepare(root, file.name)
    whole = partial(trees.of, file) if trees is not None else lambda: root
    try:
        placed_file = _fitting(root, file, whole, has_flaws=bool(tree.diagnostics or slipped))
    except ValidationError:
        validated = validate_prepared(root, file.name, slipped)
        diagnostics = _joined(tree.diagnostics, validated.diagnostics)
        mended = None
        if validated.shape is not None:
            mended = _mended(validated.shape, root, file, whole, has_flaws=bool(diagnostics))
        return ReadFile(mended, diagnostics, validated.lost)
    return ReadFile(placed_file, _joined(tree.diagnostics, slipped), frozenset())


def _fitting(
    root: PlacedMapping, file: ClaimFile, whole: Callable[[], PlacedMapping], *, has_flaws: bool
) -> PlacedFile:
    """The file, all of which fits.

    Raises:
        ValidationError: a part does not fit.
    """
    shapes = shapes_of(root)
    shape = next(shapes)
    written = written_parts(shapes, PlacedTree(file.name, root), has_flaws=has_flaws)
    return PlacedFile(file.name, rest_of(root), shape, written, whole)


def _mended(
    shape: FileShape,
    root: PlacedMapping,
    file: ClaimFile,
    whole: Callable[[], PlacedMapping],
    *,
    has_flaws: bool,
) -> PlacedFile:
    """The file as far as it fits."""
    written = written_parts([shape], PlacedTree(file.name, root), has_flaws=has_flaws)
    rest = shape.model_copy(update={"claims": {}, "relations": []})
    return PlacedFile(file.name, rest_of(root), rest, written, whole)


def _joined(
    of_text: tuple[Diagnostic, ...], of_shape: tuple[Diagnostic, ...]
) -> tuple[Diagnostic, ...]:
    """The problems of the text and of the shape of a file, one at each place."""
    better = {(each.location, each.code) for each in of_shape}  # with more around it
    diagnostics = [each for each in of_text if (each.location, each.code) not in better]
    reported = {diagnostic.location for diagnostic in diagnostics}
    diagnostics += [each for each in of_shape if each.location not in reported]
    return tuple(diagnostics)


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
