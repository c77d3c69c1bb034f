"""The claims and relations of a map in numbers: each is its place in the map."""

from __future__ import annotations

from array import array
from itertools import accumulate, chain, count, repeat
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from argmap.model.relation import Relation

SUPPORTS, ATTACKS, UNDERCUTS = range(3)
"""The kinds of relations as numbers."""


class Numbering(NamedTuple):
    """The references of a map in numbers: a claim and a relation are their places in the map.

    `claims` has the number of every claim. By the number of a relation, `kinds` has its kind and
    `targets` the number of its target, a relation if it is an undercut and else a claim. Its
    premises are `premises[start[r]:start[r + 1]]`.
    """

    claims: Mapping[str, int]
    kinds: bytes
    targets: array[int]
    premises: array[int]
    start: array[int]


def numbering(claims: Collection[str], relations: Mapping[str, Relation]) -> Numbering:
    """The numbering of these claims and relations. Cost: linear.

    Raises:
        ValueError: a relation has no premise, or a target or premise is not in the map.

    >>> from argmap.model.relation import Relation
    >>> slow = Relation.of("slow", "attacks", "bus")
    >>> of_map = numbering(["bus", "slow"], {slow.id: slow})
    >>> list(of_map.targets), list(of_map.premises)
    ([0], [1])
    """
    number = dict(zip(claims, count(), strict=False))
    kinds = bytes(
        [
            SUPPORTS if kind is Kind.SUPPORTS else ATTACKS if kind is Kind.ATTACKS else UNDERCUTS
            for kind in map(attrgetter("kind"), relations.values())
        ]
    )
    targets = _targets(number, relations, kinds)
    groups = [*map(attrgetter("premises"), relations.values())]
    if -1 in targets or not all(groups):
        rows = zip(relations, targets, groups, strict=True)
        wrong = next(id_ for id_, target, group in rows if target < 0 or not group)
        raise ValueError(f"relation {wrong!r} has no target or no premise")
    try:
        premises = array("i", map(number.__getitem__, chain.from_iterable(groups)))
    except KeyError as error:
        raise ValueError(f"the map holds no {error.args[0]!r}") from error
    start = array("i", accumulate(map(len, groups), initial=0))
    return Numbering(MappingProxyType(number), kinds, targets, premises, start)


def _targets(
    number: Mapping[str, int], relations: Mapping[str, Relation], kinds: bytes
) -> array[int]:
    """The target of each relation by its number; -1 where the map has no such claim or relation."""
    ids = [*map(attrgetter("target"), relations.values())]
    targets = array("i", map(number.get, ids, repeat(-1)))
    if UNDERCUTS in kinds:
        of_relation = dict(zip(relations, count(), strict=False))
        for place, kind in enumerate(kinds):
            if kind == UNDERCUTS:
                targets[place] = of_relation.get(ids[place], -1)
    return targets
