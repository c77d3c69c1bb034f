"""The ids of the notes and links that a map is written as: the same ones each time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation

_PART = "part"
_SPACE = UUID("5a1c6f0e-6c2b-5c55-9d5c-6f0f5a4b7a10")


def made(id_: str) -> str:
    """The id that is made of the id of a claim or relation."""
    return str(uuid5(_SPACE, f"{_PART}\n{id_}"))


def without_made(argument_map: ArgumentMap) -> ArgumentMap:
    """The map without origins that are nothing but ids made by argmap. Cost: linear."""
    claims = {
        id_: replace(claim, origin=None)
        if claim.origin is not None and claim.origin.id == made(id_)
        else claim
        for id_, claim in argument_map.claims.items()
    }
    relations = {
        id_: replace(relation, origin=None)
        if relation.origin is not None and relation.origin.id == made(id_)
        else relation
        for id_, relation in argument_map.relations.items()
    }
    sources = {
        id_: replace(source, origin=None)
        if source.origin is not None and source.origin.id == f"@{id_}"
        else source
        for id_, source in argument_map.sources.items()
    }
    return replace(argument_map, claims=claims, relations=relations, sources=sources)


class Naming:
    """The id in a format of each claim and relation of a map.

    Parts that came from the format have their old ids; those of all others are made of the ids in
    the map, so that they stay the same while the map grows.
    """

    def __init__(self, argument_map: ArgumentMap, format_: str) -> None:
        self.of: dict[str, str] = {}
        self._taken: set[str] = set()
        parts: tuple[Claim | Relation, ...] = (
            *argument_map.claims.values(),
            *argument_map.relations.values(),
        )
        for part in parts:
            origin = part.origin
            old = origin.id if origin is not None and origin.format == format_ else ""
            if old and old not in self._taken:
                self._taken.add(old)
                self.of[part.id] = old
        for part in parts:
            if part.id not in self.of:
                self.of[part.id] = self.new(_PART, part.id)

    def new(self, *words: str) -> str:
        """An id made of these words; the same ones for the same words, if they are asked once."""
        id_ = str(uuid5(_SPACE, "\n".join(words)))
        while id_ in self._taken:
            id_ = str(uuid5(_SPACE, id_))
        self._taken.add(id_)
        return id_
