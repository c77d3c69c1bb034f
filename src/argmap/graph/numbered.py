"""A map in numbers: its classes and relations as arrays, for passes over the whole of it."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import accumulate, chain, count
from operator import attrgetter
from typing import TYPE_CHECKING

from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

SUPPORTS, ATTACKS, UNDERCUTS = range(3)
"""The kinds of relations as numbers."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A map in numbers.

    Class number `c` is that of `heads[c]`, the smallest id of the class, in ascending order;
    `class_of` has the class of every claim, in the order of the map. Relation number `r` is the one
    at place `r` of the relations of the map: `kinds[r]` is its kind; `targets[r]` the class that it
    supports or attacks, or the number of the relation that it undercuts; and
    `premises[start[r]:start[r + 1]]` are the classes of its premises.
    """

    heads: Sequence[str]
    class_of: Mapping[str, int]
    kinds: bytes
    targets: array[int]
    premises: array[int]
    start: array[int]

    def of_kind(self, kind: int) -> list[int]:
        """The numbers of the relations of a kind, in ascending order."""
        return [number for number, own in enumerate(self.kinds) if own == kind]


def numbered(argument_map: ArgumentMap) -> Numbered:
    """The map in numbers. Cost: linear.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> in_numbers = numbered(THREE_CLAIMS)
    >>> in_numbers.heads, list(in_numbers.kinds), list(in_numbers.targets)
    (['close', 'quieter', 'shops'], [1, 0], [0, 0])
    """
    heads, class_of = _numbered_classes(argument_map)
    relations = argument_map.relations.values()
    kinds = bytes(
        [
            SUPPORTS if kind is Kind.SUPPORTS else ATTACKS if kind is Kind.ATTACKS else UNDERCUTS
            for kind in map(attrgetter("kind"), relations)
        ]
    )
    groups = [*map(attrgetter("premises"), relations)]
    return Numbered(
        heads,
        class_of,
        kinds,
        array("i", _targets(argument_map, class_of, kinds)),
        array("i", map(class_of.__getitem__, chain.from_iterable(groups))),
        array("i", accumulate(map(len, groups), initial=0)),
    )


def _numbered_classes(argument_map: ArgumentMap) -> tuple[Sequence[str], Mapping[str, int]]:
    """The smallest ids of the classes, and the number of the class of every claim."""
    if not argument_map.classes:
        return [*argument_map.claims], dict(zip(argument_map.claims, count(), strict=False))
    heads = [*argument_map.heads]
    number = dict(zip(heads, count(), strict=False))
    return heads, {id_: number[argument_map.head_of(id_)] for id_ in argument_map.claims}


def _targets(argument_map: ArgumentMap, class_of: Mapping[str, int], kinds: bytes) -> list[int]:
    """The target of each relation: a class, or a relation for undercuts."""
    relations: list[Relation] = [*argument_map.relations.values()]
    if UNDERCUTS not in kinds:
        return [class_of[relation.target] for relation in relations]
    number = dict(zip(argument_map.relations, count(), strict=False))
    return [
        (number if kind == UNDERCUTS else class_of)[relation.target]
        for kind, relation in zip(kinds, relations, strict=True)
    ]
