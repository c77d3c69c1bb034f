"""A map in numbers: its classes and relations as columns, for passes over the whole of it."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from argmap.model.numbering import SUPPORTS, UNDERCUTS
from argmap.reasoning.columns import is_not, is_value, kept, marks_at, places, put, taken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.model.argument_map import ArgumentMap


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

    def supports_to(self, marks: bytes | bytearray) -> array[int]:
        """The numbers of the supports of the classes with a mark, in ascending order."""
        supports = self.of_kind(SUPPORTS)
        return kept(supports, marks_at(marks, taken(self.targets, supports)))

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
    of_map = argument_map.numbering
    heads, class_of = [*of_map.claims], of_map.claims
    targets, premises = of_map.targets, of_map.premises
    if argument_map.classes and not apart:
        heads, class_of = _numbered_classes(argument_map)
        class_at = array("i", class_of.values())
        premises, targets = taken(class_at, premises), targets[:]
        at = places(is_not(of_map.kinds, UNDERCUTS))
        put(targets, at, taken(class_at, taken(targets, at)))
    return Numbered(
        heads,
        class_of,
        bytes(map(argument_map.granted.__contains__, heads)),
        bytes(map(argument_map.pending.__contains__, heads)),
        of_map.kinds,
        targets,
        premises,
        of_map.start,
    )


def _numbered_classes(argument_map: ArgumentMap) -> tuple[list[str], Mapping[str, int]]:
    """The smallest ids of the classes, and the number of the class of every claim."""
    heads = [*argument_map.heads]
    number = dict(zip(heads, count(), strict=False))
    return heads, {id_: number[argument_map.head_of(id_)] for id_ in argument_map.claims}
