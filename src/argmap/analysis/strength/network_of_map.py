"""A map, as a reader sees it, as a network of nodes that support and attack each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.analysis.strength.credences import ASSUMED, credence_of, unit, without_doubts
from argmap.model.relation import Force, Kind
from argmap.reasoning.strength.network import Network

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.analysis.reading_of_map import Reading
    from argmap.model.relation import Relation

HALF = 0.5
"""The weight of an objection that contests, where its author gave none."""


@dataclass(frozen=True, slots=True)
class MapNetwork:
    """The network of a map: a node for each class of claims, and one for each relation.

    `claim` has the node of each class, by its smallest id, `relation` that of each relation.
    `assumed` are the granted classes without a credence, `halved` the objections without a weight
    that count half, `fixed` the classes that the reader accepts or rejects: 1 or 0, whatever speaks
    for or against them.
    """

    network: Network
    claim: Mapping[str, int]
    relation: Mapping[str, int]
    assumed: frozenset[str]
    halved: frozenset[str]
    fixed: frozenset[str]


def network_of(reading: Reading) -> MapNetwork:
    """The network of a map under the stance and the force of objections of a reading.

    The base score of a class of claims is a credence: the reader's, else the map's, each time that
    of the smallest id that has one. Without any it is `ASSUMED` if the class is granted, else 0.
    The base score of a relation is its weight times the strengths of its premises. Cost: linear.

    Raises:
        UsageError: a credence or a weight is not a number in [0, 1].

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> small = network_of(Reading(THREE_CLAIMS))
    >>> small.claim, small.relation
    ({'close': 0, 'quieter': 1, 'shops': 2}, {'against': 3, 'for': 4})
    >>> small.network.base.tolist(), sorted(small.assumed), sorted(small.halved)
    ([0.0, 0.8, 0.8, 0.5, 1.0], ['quieter', 'shops'], ['against'])
    """
    reading = reading.with_stance(without_doubts(reading.stance))
    argument_map = reading.map
    heads = argument_map.heads
    claim = {head: node for node, head in enumerate(heads)}
    relation = {id_: len(heads) + node for node, id_ in enumerate(argument_map.relations)}
    bases = {head: _base_of(reading, head) for head in heads}
    fixed = _fixed_in(reading)
    assumed = frozenset(
        head
        for head, base in bases.items()
        if base is None and argument_map.is_granted(head) and head not in fixed
    )
    scores = [
        fixed.get(head, ASSUMED if head in assumed else base or 0.0) for head, base in bases.items()
    ]
    weights = [_weight(reading, step) for step in argument_map.relations.values()]
    halved = frozenset(
        id_
        for id_, (weight, step) in zip(
            relation, zip(weights, argument_map.relations.values(), strict=True), strict=True
        )
        if step.weight is None and weight == HALF
    )
    links = _Links(reading, claim, relation, fixed)
    network = Network.of(
        [*scores, *weights],
        supports=links.acting(Kind.SUPPORTS),
        attacks=(pair for kind in (Kind.ATTACKS, Kind.UNDERCUTS) for pair in links.acting(kind)),
        premises=links.premises(),
    )
    return MapNetwork(network, claim, relation, assumed, halved, frozenset(fixed))


@dataclass(frozen=True, slots=True)
class _Links:
    """The links between the nodes of a map."""

    reading: Reading
    claim: Mapping[str, int]
    relation: Mapping[str, int]
    fixed: Mapping[str, float]

    def acting(self, kind: Kind) -> Iterator[tuple[int, int]]:
        """From each relation of a kind to its target, unless the reader holds that fixed."""
        head_of = self.reading.map.head_of
        for id_, relation in self.reading.map.relations.items():
            if relation.kind is not kind:
                continue
            if kind is Kind.UNDERCUTS:
                yield self.relation[id_], self.relation[relation.target]
            elif (head := head_of(relation.target)) not in self.fixed:
                yield self.relation[id_], self.claim[head]

    def premises(self) -> Iterator[tuple[int, int]]:
        """From the premises of each relation to it; of restated claims one."""
        head_of = self.reading.map.head_of
        for id_, relation in self.reading.map.relations.items():
            for head in dict.fromkeys(map(head_of, relation.premises)):
                yield self.claim[head], self.relation[id_]


def _base_of(reading: Reading, head: str) -> float | None:
    """The credence that counts for a class, or None."""
    credence = credence_of(reading.map, reading.stance, head)
    return None if credence is None else credence[1]


def _fixed_in(reading: Reading) -> dict[str, float]:
    """The strength of each class that the reader accepts or rejects."""
    head_of, stance = reading.map.head_of, reading.stance
    fixed = {head_of(id_): 0.0 for id_ in sorted(stance.reject)}
    return fixed | {head_of(id_): 1.0 for id_ in sorted(stance.accept)}


def _weight(reading: Reading, relation: Relation) -> float:
    if relation.weight is not None:
        return unit(relation.weight, f"the weight of `{relation.id}`")
    if relation.kind is Kind.ATTACKS:
        force = reading.map.force_of(relation, reading.objections)
        return HALF if force is Force.CONTEST else 1.0
    return 1.0
