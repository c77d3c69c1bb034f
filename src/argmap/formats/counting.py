"""The counts of a map by which a conversion can be checked against other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.model.relation import Kind

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap


class Counts(NamedTuple):
    """The numbers of parts of a map.

    `attacks` includes undercuts, and a contradiction is two; `linked` are the relations of two
    premises or more; `restatements` are the fewest pairs that join all claims which say the same.
    """

    claims: int
    supports: int
    attacks: int
    undercuts: int
    linked: int
    restatements: int


def counts_of(argument_map: ArgumentMap) -> Counts:
    """The numbers of parts of a map. Cost: linear.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> counts_of(THREE_CLAIMS)
    Counts(claims=3, supports=1, attacks=1, undercuts=0, linked=0, restatements=0)
    """
    relations = argument_map.relations.values()
    supports = sum(relation.kind is Kind.SUPPORTS for relation in relations)
    return Counts(
        claims=len(argument_map.claims),
        supports=supports,
        attacks=len(relations) - supports,
        undercuts=sum(relation.kind is Kind.UNDERCUTS for relation in relations),
        linked=sum(relation.is_linked for relation in relations),
        restatements=len(argument_map.classes) - len(set(argument_map.classes.values())),
    )
