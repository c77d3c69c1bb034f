"""The supports of a map as Horn rules, without its attacks: an AND/OR graph of classes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING

from argmap.graph.numbered import numbered
from argmap.model.numbering import SUPPORTS
from argmap.model.relation import Kind
from argmap.reasoning.columns import is_value, places, taken
from argmap.reasoning.horn import Horn, PackedRules
from argmap.reasoning.packed_lists import lists_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argmap.graph.numbered import Numbered
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation
    from argmap.reasoning.horn import Atom


@dataclass(frozen=True, slots=True)
class Supports:
    """The Horn rules of the supports of a map, without attacks and stances.

    Each atom stands for a class of claims: `claims[atom]` is the smallest id of the class, in
    ascending order, and `atom` has the atom of every claim. `grants` are the atoms of granted
    classes, `pending` those of classes still to be supported. Rule number `r` of `horn` is the
    support `steps[r]`.
    """

    horn: Horn
    claims: tuple[str, ...]
    atom: Mapping[str, Atom]
    grants: tuple[Atom, ...]
    pending: tuple[Atom, ...]
    steps: tuple[str, ...]

    def ids(self, atoms: Iterable[Atom]) -> tuple[str, ...]:
        """The classes of these atoms, by smallest id, sorted."""
        return tuple(sorted(self.claims[atom] for atom in atoms))


def supports_of(argument_map: ArgumentMap, in_numbers: Numbered | None = None) -> Supports:
    """The supports of a map as Horn rules. Cost: linear.

    `in_numbers` is the map in numbers, if that is known already.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> supports = supports_of(THREE_CLAIMS)
    >>> supports.claims, list(supports.horn.rules), supports.grants
    (('close', 'quieter', 'shops'), [(0, (1,))], (1, 2))
    """
    numbers = numbered(argument_map) if in_numbers is None else in_numbers
    is_support = is_value(numbers.kinds, SUPPORTS)
    steps = places(is_support)
    bodies = lists_of(numbers.premises, numbers.start, steps)
    return Supports(
        Horn(len(numbers.heads), PackedRules(taken(numbers.targets, steps), *bodies)),
        tuple(numbers.heads),
        numbers.class_of,
        tuple(places(numbers.granted)),
        tuple(places(numbers.pending)),
        tuple(compress(argument_map.relations, is_support)),
    )


def steps_between(
    argument_map: ArgumentMap, grounds: Iterable[str], claims: Iterable[str]
) -> list[Relation]:
    """The supports on the ways up from these grounds to these claims. Cost: linear.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> [step.id for step in steps_between(THREE_CLAIMS, ["quieter"], ["close"])]
    ['for']
    """
    below: dict[str, Sequence[Relation]] = {}
    waiting = [argument_map.head_of(id_) for id_ in claims]
    while waiting:
        head = waiting.pop()
        if head not in below:
            below[head] = argument_map.relations_to_class(head, Kind.SUPPORTS)
            waiting += [argument_map.head_of(id_) for step in below[head] for id_ in step.premises]
    used: dict[str, Relation] = {}
    reached = {argument_map.head_of(id_) for id_ in grounds}
    waiting = sorted(reached)  # a set has no order
    while waiting:
        head = waiting.pop()
        for step in _from_class(argument_map, head):
            target = argument_map.head_of(step.target)
            if target in below:
                used[step.id] = step
                waiting += [target] if target not in reached else []
                reached.add(target)
    return list(used.values())


def _from_class(argument_map: ArgumentMap, head: str) -> Iterator[Relation]:
    for member in argument_map.class_of(head):
        yield from (
            step for step in argument_map.relations_from(member) if step.kind is Kind.SUPPORTS
        )
