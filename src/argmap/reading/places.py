"""Where things stand in a claim file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from argmap.diagnostics import Location
from argmap.reading.containers import Mapping, Sequence

if TYPE_CHECKING:
    from argmap.reading.containers import Place
    from argmap.reading.shape import FileShape

Loc: TypeAlias = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class PlacedFile:
    """A claim file's shape with the tree that knows the places; with flaws, parts were left out."""

    path: str
    root: Mapping
    shape: FileShape
    has_flaws: bool = False

    def at(self, *loc: int | str) -> Location:
        """The place of a value."""
        _, (line, column), _ = walk(self.root, loc)
        return Location(self.path, line + 1, column + 1)

    def key(self, *loc: int | str) -> Location:
        """The place of a key."""
        _, _, (line, column) = walk(self.root, loc)
        return Location(self.path, line + 1, column + 1)


def walk(root: Mapping, loc: Loc) -> tuple[list[int | str], Place, Place]:
    """The steps of `loc` that exist in the tree, and the places of the last one's value and key.

    Steps that only pydantic knows (a normalised list's index, `[key]`) are passed over.
    """
    current: object = root
    steps: list[int | str] = []
    value_at = key_at = root.place
    for named in loc:
        step = named
        if isinstance(current, Mapping) and step in current.keys_at:
            key_at, value_at = current.keys_at[str(step)], current.values_at[str(step)]
            current = current[str(step)]
        elif isinstance(current, Sequence) and isinstance(step, int) and step < len(current):
            key_at = value_at = current.items_at[step]
            current = current[step]
        elif isinstance(current, Mapping) and isinstance(step, int) and steps == ["expect"]:
            step = list(current)[step]  # the one mapping that stands for a list
            key_at, value_at = current.keys_at[step], current.values_at[step]
            current = current[step]
        else:
            continue
        steps.append(step)
    return steps, value_at, key_at
