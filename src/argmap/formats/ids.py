"""The ids that imported parts take: valid, unique, and made of words where they must be made."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from argmap.reading.slugs import ID_PATTERN, slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.claim import Claim
    from argmap.model.relation import Kind, Relation
    from argmap.model.source import Source
    from argmap.reading.slugs import FreeIds

_ID = re.compile(ID_PATTERN)
_WORDS = 6
_LONGEST = 4_000  # characters of a derived id
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


def old_ids(
    parts: Mapping[str, Claim] | Mapping[str, Relation] | Mapping[str, Source], format_: str
) -> dict[str, str]:
    """The id with which each part is written in a format: its old one, if it came from there.

    A part whose old id is that of another part, old or new, keeps its new one.
    """
    old = {
        id_: part.origin.id
        for id_, part in parts.items()
        if part.origin is not None and part.origin.format == format_
    }
    counts = Counter([*old.values(), *parts])
    return {
        id_: old[id_] if counts[old.get(id_, id_)] == 1 and id_ in old else id_ for id_ in parts
    }


def origins_beside(
    parts: Mapping[str, Claim] | Mapping[str, Relation] | Mapping[str, Source],
    written: Mapping[str, str],
) -> list[str]:
    """The old ids of parts that are written under another id, each as an example of a loss."""
    return [
        f"{id_}: {part.origin.id}"
        for id_, part in parts.items()
        if part.origin is not None and written.get(id_) != part.origin.id
    ]


class RelationIds:
    """The ids and positions that relations take; an id is derived unless that is taken."""

    def __init__(self, free: FreeIds) -> None:
        self._free = free
        self._taken: set[str] = set()
        self._positions: dict[tuple[str, Kind], int] = {}
        self._reserved: dict[str, str] = {}

    def reserve(self, old: str, kind: Kind, like: str = "") -> str:
        """The id that the relation with this old id will take, of its own, as others name it."""
        self._reserved[old] = self._own(old, kind, like)
        return self._reserved[old]

    def take(self, old: str, derived: str, kind: Kind, like: str = "") -> tuple[str, bool]:
        """The id, and whether it is one of the relation's own.

        Derived ids grow along a chain of undercuts, so that a long one would fill the memory.
        """
        if old in self._reserved:
            return self._reserved.pop(old), True
        if not like and derived not in self._taken and len(derived) <= _LONGEST:
            self._taken.add(derived)
            return derived, False
        return self._own(old, kind, like), True

    def _own(self, old: str, kind: Kind, like: str) -> str:
        wished = like or old
        valid = wished if is_valid(wished) else id_of_words(wished)
        return self._free.like(valid or ("step" if like else f"{kind}-again"))

    def position(self, target: str, kind: Kind) -> int:
        """The place in the list of the target's own entry."""
        position = self._positions.get((target, kind), 0)
        self._positions[target, kind] = position + 1
        return position
