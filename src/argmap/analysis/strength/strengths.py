"""The strength of every claim and every step of a map, under a gradual semantics."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.strength.network_of_map import network_of
from argmap.errors import UsageError
from argmap.model.relation import Kind
from argmap.nearest import did_you_mean
from argmap.reasoning.strength.answers import Strengths
from argmap.reasoning.strength.gradual import DF_QUAD, EULER, GRADUAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.analysis.reading_of_map import Reading
    from argmap.analysis.strength.network_of_map import MapNetwork
    from argmap.reasoning.strength.circles import Status
    from argmap.reasoning.strength.gradual import Gradual


@dataclass(frozen=True, slots=True)
class CircleOfStrength:
    """Claims whose strengths depend on each other, and how these were found.

    `is_unique` if it is proved that no other strengths fit. `low` and `high` bound the strengths of
    each claim in all that fit: where they lie apart, no number can be relied on.
    """

    claims: tuple[str, ...]
    relations: tuple[str, ...]
    status: Status
    is_unique: bool
    low: Mapping[str, float]
    high: Mapping[str, float]


@dataclass(frozen=True, slots=True, repr=False)
class StrengthFinding(Finding):
    """The strength of every claim and relation, from 0 to 1, and how it was found.

    `status` is `exact` where nothing depends on itself, else that of the circle of which least can
    be said. `assumed` are the granted claims that nobody gave a credence, `halved` the objections
    that count half because they contest and have no weight, `unmoved` the claims of base score 0
    that this semantics leaves at 0 although something supports them.
    """

    semantics: str
    status: Status
    claims: Mapping[str, float]
    relations: Mapping[str, float]
    circles: tuple[CircleOfStrength, ...]
    assumed: tuple[str, ...]
    halved: tuple[str, ...]
    unmoved: tuple[str, ...]

    def rows(self) -> list[dict[str, Any]]:
        """A row for each claim."""
        return [row(claim=id_, strength=strength) for id_, strength in self.claims.items()]

    def _summary(self) -> str:
        return f"{counted(len(self.claims), 'claim')}, {self.semantics}, {self.status}"


def gradual_named(name: str) -> Gradual:
    """The gradual semantics with this name.

    Raises:
        UsageError: there is none.

    >>> gradual_named("df-quad").is_product
    True
    """
    if name not in GRADUAL:
        advice = did_you_mean(name, GRADUAL)
        raise UsageError(
            f"there is no gradual semantics `{name}`; {advice or 'there are ' + ', '.join(GRADUAL)}"
        )
    return GRADUAL[name]


def strengths(reading: Reading, semantics: str = DF_QUAD) -> StrengthFinding:
    """The strength of every claim and relation of a map, as this reading sees it.

    Restated claims have one strength. Cost: linear; circles are repeated until they come to rest.

    Raises:
        UsageError: there is no such gradual semantics; a credence or a weight is not in [0, 1].

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> finding = strengths(Reading(THREE_CLAIMS))
    >>> {id_: round(strength, 3) for id_, strength in finding.claims.items()}
    {'close': 0.4, 'quieter': 0.8, 'shops': 0.8}
    """
    gradual = gradual_named(semantics)
    nodes = network_of(reading)
    solved = Strengths(nodes.network, gradual)
    of_nodes = solved.of_nodes
    head_of = reading.map.head_of
    claims = {id_: of_nodes[nodes.claim[head_of(id_)]] for id_ in reading.map.claims}
    relations = {id_: of_nodes[node] for id_, node in nodes.relation.items()}
    return StrengthFinding(
        semantics,
        solved.status,
        MappingProxyType(claims),
        MappingProxyType(relations),
        _circles(nodes, solved),
        tuple(sorted(nodes.assumed)),
        tuple(sorted(nodes.halved)),
        _unmoved(reading, nodes, semantics),
    )


def _circles(nodes: MapNetwork, solved: Strengths) -> tuple[CircleOfStrength, ...]:
    names = [*nodes.claim, *nodes.relation]
    count = len(nodes.claim)
    return tuple(
        CircleOfStrength(
            tuple(names[node] for node in circle.nodes if node < count),
            tuple(names[node] for node in circle.nodes if node >= count),
            circle.status,
            circle.is_unique,
            {names[node]: end for node, end in zip(circle.nodes, circle.low, strict=True)},
            {names[node]: end for node, end in zip(circle.nodes, circle.high, strict=True)},
        )
        for circle in solved.circles
    )


def _unmoved(reading: Reading, nodes: MapNetwork, semantics: str) -> tuple[str, ...]:
    """The supported claims of base score 0, which the Euler-based semantics cannot raise."""
    if semantics != EULER:
        return ()
    base, fixed = nodes.network.base, nodes.fixed
    return tuple(
        head
        for head, node in nodes.claim.items()
        if base[node] == 0
        and head not in fixed
        and reading.map.relations_to_class(head, Kind.SUPPORTS)
    )
