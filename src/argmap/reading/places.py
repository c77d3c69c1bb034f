"""Places in a claim file: from a path of keys to a line and column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from argmap.diagnostics import Location
from argmap.reading.containers import PlacedMapping, PlacedSequence

if TYPE_CHECKING:
    from argmap.reading.containers import Place
    from argmap.reading.shape import FileShape

Loc: TypeAlias = tuple[int | str, ...]
"""A path into a claim file: keys and, in lists, positions from 0 (pydantic calls it `loc`)."""


@dataclass(frozen=True, slots=True)
class PlacedFile:
    """The shape of a claim file beside the tree that knows its places.

    `has_flaws` where something did not fit, so that the shape may lack parts of the file.
    `is_library` where the file belongs to a folder that the map uses; `documents` is then the
    folder of documents that this one names.
    """

    path: str
    root: PlacedMapping
    shape: FileShape
    has_flaws: bool = False
    is_library: bool = False
    documents: str | None = None

    def at(self, *loc: int | str) -> Location:
        """The place of a value."""
        _, (line, column), _ = walk(self.root, loc)
        return Location(self.path, line + 1, column + 1)

    def key(self, *loc: int | str) -> Location:
        """The place of a key."""
        _, _, (line, column) = walk(self.root, loc)
        return Location(self.path, line + 1, column + 1)


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
