"""The ids that imported parts take: valid, unique, and made of words where they must be made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.reading.slugs import slug
from argmap.reading.values import ID_PATTERN

if TYPE_CHECKING:
    from argmap.model.relation import Kind
    from argmap.reading.slugs import FreeIds

_ID = re.compile(ID_PATTERN)
_WORDS = 6
_START = 400  # characters of a text of which its id is made


def is_valid(id_: str) -> bool:
    """Whether this can be the id of a claim, a relation or a source.

    >>> is_valid("g1.2"), is_valid("G1"), is_valid("")
    (True, False, False)
    """
    return _ID.fullmatch(id_) is not None


def id_of_words(text: str) -> str:
    """An id from the first words of a text; empty if no letter of them is known.

    >>> id_of_words("Lärm kostet Schlaf.")
    'laerm-kostet-schlaf'
    """
    return slug(" ".join(text[:_START].split()[:_WORDS]))


class RelationIds:
    """The ids and positions that relations take; an id is derived unless that is taken."""

    def __init__(self, free: FreeIds) -> None:
        self._free = free
        self._taken: set[str] = set()
        self._positions: dict[tuple[str, Kind], int] = {}
        self._reserved: dict[str, str] = {}

    def reserve(self, given: str, old: str, kind: Kind) -> str:
        """The id that the relation with this old id will take, of its own, as others name it."""
        self._reserved[old] = self._own(given, old, kind)
        return self._reserved[old]

    def take(self, given: str, old: str, derived: str, kind: Kind) -> tuple[str, bool]:
        """The id, and whether it is one of the relation's own: `given` to it, if that is valid."""
        if old in self._reserved:
            return self._reserved.pop(old), True
        if not is_valid(given) and derived not in self._taken:
            self._taken.add(derived)
            return derived, False
        return self._own(given, old, kind), True

    def _own(self, given: str, old: str, kind: Kind) -> str:
        valid = next((id_ for id_ in (given, old) if is_valid(id_)), id_of_words(old))
        return self._free.like(valid or f"{kind}-again")

    def position(self, target: str, kind: Kind) -> int:
        """The place in the list of the target's own entry."""
        position = self._positions.get((target, kind), 0)
        self._positions[target, kind] = position + 1
        return position
