"""The relations of a map by what they are about and by what they use."""

from __future__ import annotations

from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.relation import Relation

_ORDER = {Kind.SUPPORTS: 0, Kind.ATTACKS: 1, Kind.UNDERCUTS: 2}


class RelationIndex:
    """The relations of a map, given by their ids, by their target and by their premises.

    Each index is made at its first use, as a pass over a large map needs neither.
    """

    def __init__(self, relations: Mapping[str, Relation]) -> None:
        self._relations = relations

    @cached_property
    def number(self) -> Mapping[str, int]:
        """The place of each relation in the order of the map, from 0."""
        return dict(zip(self._relations, count(), strict=False))

    @cached_property
    def to(self) -> Mapping[str, tuple[Relation, ...]]:
        """The relations to each target: supports first, then attacks, in the author's order."""
        targeting: dict[str, list[Relation]] = {}
        for relation in self._relations.values():
            targeting.setdefault(relation.target, []).append(relation)
        return {target: tuple(sorted(all_, key=_entry)) for target, all_ in targeting.items()}

    @cached_property
    def using(self) -> Mapping[str, tuple[Relation, ...]]:
        """The relations that have each claim among their premises, in the order of the map."""
        using: dict[str, list[Relation]] = {}
        for relation in self._relations.values():
            for premise in relation.premises:
                using.setdefault(premise, []).append(relation)
        return {claim: tuple(all_) for claim, all_ in using.items()}


def _entry(relation: Relation) -> tuple[int, bool, int, str]:
    unplaced = relation.position is None
    return _ORDER[relation.kind], unplaced, relation.position or 0, relation.id
