"""The supports of a map as Horn rules, without its attacks: an AND/OR graph of classes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.reasoning.horn import Horn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.model.argument_map import ArgumentMap
    from argmap.reasoning.horn import Atom


@dataclass(frozen=True, slots=True)
class Supports:
    """The Horn rules of the supports of a map, without attacks and stances.

    Each atom stands for a class of claims: `claims[atom]` is the smallest id of the class, in
    ascending order, and `atom` has the atom of every claim. `grants` are the atoms of granted
    classes. Rule number `r` of `horn` is the support `steps[r]`.
    """

    horn: Horn
    claims: tuple[str, ...]
    atom: Mapping[str, Atom]
    grants: tuple[Atom, ...]
    steps: tuple[str, ...]

    def ids(self, atoms: Iterable[Atom]) -> tuple[str, ...]:
        """The classes of these atoms, by smallest id, sorted."""
        return tuple(sorted(self.claims[atom] for atom in atoms))


def supports_of(argument_map: ArgumentMap) -> Supports:
    """The supports of a map as Horn rules. Cost: linear.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> supports = supports_of(THREE_CLAIMS)
    >>> supports.claims, list(supports.horn.rules), supports.grants
    (('close', 'quieter', 'shops'), [(0, (1,))], (1, 2))
    """
    first = {id_: argument_map.head_of(id_) for id_ in argument_map.claims}
    claims = tuple(dict.fromkeys(sorted(first.values())))
    number = {id_: atom for atom, id_ in enumerate(claims)}
    atom = {id_: number[head] for id_, head in first.items()}
    supports = [
        relation for relation in argument_map.relations.values() if relation.kind is Kind.SUPPORTS
    ]
    rules = [
        (atom[support.target], tuple([atom[id_] for id_ in support.premises]))
        for support in supports
    ]
    grants = tuple(number[id_] for id_ in claims if argument_map.is_granted(id_))
    steps = tuple(support.id for support in supports)
    return Supports(Horn(len(claims), rules), claims, atom, grants, steps)
