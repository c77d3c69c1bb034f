"""Places in a claim file: from a path of keys to a line and column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.diagnostics import Location
from argmap.reading.containers import PlacedMapping, PlacedSequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.reading.containers import Loc, Place
    from argmap.reading.shape import FileShape
    from argmap.reading.written import WrittenParts

BULK = frozenset({"claims", "relations"})
"""The keys of a file below which most of it stands."""


class PlacedTree(NamedTuple):
    """The tree of a file, with the places of its parts."""

    path: str
    root: PlacedMapping

    def at(self, *loc: int | str) -> Location:
        """The place of a value."""
        line, column = _value_at(self.root, loc)
        return Location(self.path, line + 1, column + 1)

    def key(self, *loc: int | str) -> Location:
        """The place of a key."""
        _, _, (line, column) = walk(self.root, loc)
        return Location(self.path, line + 1, column + 1)


@dataclass(frozen=True, slots=True)
class PlacedFile:
    """A claim file: its claims and relations as values, and the shape and the tree of the rest.

    `root` and `shape` have no claims and no relations, as these are most of a file; `whole` gives
    the tree with them, for the places of problems: it may have to be read again.
    `is_library` where the file belongs to a folder that the map uses; `documents` is then the
    folder of documents that this one names.
    """

    path: str
    root: PlacedMapping
    shape: FileShape
    written: WrittenParts
    whole: Callable[[], PlacedMapping]
    is_library: bool = False
    documents: str | None = None

    def at(self, *loc: int | str) -> Location:
        """The place of a value."""
        return self.tree_around(loc).at(*loc)

    def key(self, *loc: int | str) -> Location:
        """The place of a key."""
        return self.tree_around(loc).key(*loc)

    def tree_around(self, loc: Loc) -> PlacedTree:
        """The tree in which a path can be followed. Cost: it may have to be read."""
        is_in_bulk = len(loc) > 1 and loc[0] in BULK
        return PlacedTree(self.path, self.whole() if is_in_bulk else self.root)


def _value_at(root: PlacedMapping, loc: Loc) -> Place:
    """The place of the last value, as `walk` has it; most paths are those of the tree itself."""
    current: Any = root
    place = root.place
    for step in loc:
        if type(current) is PlacedMapping and step in current.values_at:
            place = current.values_at[step]
        elif type(current) is PlacedSequence and type(step) is int and step < len(current):
            place = current.items_at[step]
        else:
            return walk(root, loc)[1]
        current = current[step]
    return place


def walk(root: PlacedMapping, loc: Loc) -> tuple[list[int | str], Place, Place]:
    """The steps of `loc` that exist in the tree, and the places of the last value and its key.

    Steps that exist only for pydantic are passed over: the index in a list that the author wrote
    as a single value, and `[key]`.
    """
    current: object = root
    steps: list[int | str] = []
    value_at = key_at = root.place
    for given in loc:
        step = given
        if isinstance(current, PlacedMapping) and step in current.keys_at:
            key_at, value_at = current.keys_at[str(step)], current.values_at[str(step)]
            current = current[str(step)]
        elif isinstance(current, PlacedSequence) and isinstance(step, int) and step < len(current):
            key_at = value_at = current.items_at[step]
            current = current[step]
        elif isinstance(current, PlacedMapping) and isinstance(step, int) and steps == ["expect"]:
            step = list(current)[step]  # only `expect` may be a mapping in place of a list
            key_at, value_at = current.keys_at[step], current.values_at[step]
            current = current[step]
        else:
            continue
        steps.append(step)
    return steps, value_at, key_at
