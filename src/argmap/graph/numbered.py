"""A map in numbers: its classes and relations as columns, for passes over the whole of it."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import chain, compress, count
from operator import attrgetter
from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.reasoning.columns import is_value, places, put, starts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.model.argument_map import ArgumentMap

SUPPORTS, ATTACKS, UNDERCUTS = range(3)
"""The kinds of relations as numbers."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A map in numbers.

    Class number `c` is that of `heads[c]`, the smallest id of the class, in ascending order;
    `class_of` has the class of every claim, in the order of the map, and `granted` and `pending`
    mark the classes that are. Relation number `r` is the one at place `r` of the relations of the
    map: `kinds[r]` is its kind; `targets[r]` the class that it supports or attacks, or the number
    of the relation that it undercuts; and `premises[start[r]:start[r + 1]]` are the classes of its
    premises.
    """

    heads: Sequence[str]
    class_of: Mapping[str, int]
    granted: bytes
    pending: bytes
    kinds: bytes
    targets: array[int]
    premises: array[int]
    start: array[int]

    def of_kind(self, kind: int) -> array[int]:
        """The numbers of the relations of a kind, in ascending order."""
        return places(is_value(self.kinds, kind))

    def numbers_of(self, ids: Iterable[str]) -> array[int]:
        """The numbers of the classes of these claims, in their order."""
        return array("i", map(self.class_of.__getitem__, ids))


def numbered(argument_map: ArgumentMap, *, apart: bool = False) -> Numbered:
    """The map in numbers; with `apart` every claim is a class of its own, even if it is restated.

    Cost: linear.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> in_numbers = numbered(THREE_CLAIMS)
    >>> in_numbers.heads, list(in_numbers.kinds), list(in_numbers.targets)
    (['close', 'quieter', 'shops'], [1, 0], [0, 0])
    """
    heads, class_of = _numbered_classes(argument_map, apart=apart)
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
        bytes(map(argument_map.granted.__contains__, heads)),
        bytes(map(argument_map.pending.__contains__, heads)),
        kinds,
        _targets(argument_map, class_of, kinds),
        array("i", map(class_of.__getitem__, chain.from_iterable(groups))),
        starts([*map(len, groups)]),
    )


def _numbered_classes(
    argument_map: ArgumentMap, *, apart: bool
) -> tuple[Sequence[str], Mapping[str, int]]:
    """The smallest ids of the classes, and the number of the class of every claim."""
    if apart or not argument_map.classes:
        return [*argument_map.claims], dict(zip(argument_map.claims, count(), strict=False))
    heads = [*argument_map.heads]
    number = dict(zip(heads, count(), strict=False))
    return heads, {id_: number[argument_map.head_of(id_)] for id_ in argument_map.claims}


def _targets(argument_map: ArgumentMap, class_of: Mapping[str, int], kinds: bytes) -> array[int]:
    """The target of each relation: a class, or a relation for undercuts."""
    ids = [*map(attrgetter("target"), argument_map.relations.values())]
    is_cut = is_value(kinds, UNDERCUTS)
    if 1 not in is_cut:
        return array("i", map(class_of.__getitem__, ids))
    number = dict(zip(argument_map.relations, count(), strict=False))
    targets = array("i", map(class_of.get, ids, [-1] * len(ids)))
    put(targets, places(is_cut), [*map(number.__getitem__, compress(ids, is_cut))])
    return targets
