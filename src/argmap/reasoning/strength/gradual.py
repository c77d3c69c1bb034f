"""The gradual semantics: how supporters and attackers are taken together, and act on a base score.

Each is an aggregation, which makes one number of what acts on a node (above 0 if more speaks for
it), and an influence, which moves the base score by that number (Mossakowski and Neuhaus 2018,
"Modular Semantics and Characteristics for Bipolar Weighted Argumentation Graphs").
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from argmap.reasoning.strength.network import Numbers

    Influence = Callable[[Numbers, Numbers], Numbers]


@dataclass(frozen=True, slots=True)
class Gradual:
    """A gradual semantics.

    `is_product` says how strengths are taken together: attackers' product of what each leaves open,
    less the supporters' (True), or the supporters' sum less the attackers' (False). `influence`
    gives the strength from base scores and aggregates, `by_base` and `by_aggregate` its slopes.
    """

    name: str
    influence: Influence
    by_base: Influence
    by_aggregate: Influence
    is_product: bool = False


def _linear(base: Numbers, aggregate: Numbers) -> Numbers:
    return base + np.where(aggregate < 0, base, 1 - base) * aggregate


def _linear_by_base(_base: Numbers, aggregate: Numbers) -> Numbers:
    return 1 - np.abs(aggregate)


def _linear_by_aggregate(base: Numbers, aggregate: Numbers) -> Numbers:
    # At 0 the slope to the left is that to the right only for a base of 1/2; this is their mean.
    return np.where(aggregate < 0, base, np.where(aggregate > 0, 1 - base, 0.5))


def _energy(aggregate: Numbers) -> Numbers:
    """The part of its way that a strength is moved: x^2 / (1 + x^2), with the sign of x."""
    square = aggregate * aggregate
    return np.copysign(square / (1 + square), aggregate)


def _quadratic(base: Numbers, aggregate: Numbers) -> Numbers:
    return _linear(base, _energy(aggregate))


def _quadratic_by_base(base: Numbers, aggregate: Numbers) -> Numbers:
    return _linear_by_base(base, _energy(aggregate))


def _quadratic_by_aggregate(base: Numbers, aggregate: Numbers) -> Numbers:
    square = aggregate * aggregate
    return np.where(aggregate < 0, base, 1 - base) * 2 * np.abs(aggregate) / (1 + square) ** 2


def _euler(base: Numbers, aggregate: Numbers) -> Numbers:
    return 1 - (1 - base * base) / (1 + base * _exp(aggregate))


def _euler_by_base(base: Numbers, aggregate: Numbers) -> Numbers:
    power = _exp(aggregate)
    return (2 * base + power * (1 + base * base)) / (1 + base * power) ** 2


def _euler_by_aggregate(base: Numbers, aggregate: Numbers) -> Numbers:
    power = base * _exp(aggregate)
    return (1 - base * base) * power / (1 + power) ** 2


def _exp(aggregate: Numbers) -> Numbers:
    """The exponential, of at most e^300: beyond, no influence changes, but squares overflow."""
    return np.exp(np.minimum(aggregate, 300.0))


DF_QUAD, QUADRATIC_ENERGY, EULER = "df-quad", "quadratic-energy", "euler"

GRADUAL: Mapping[str, Gradual] = MappingProxyType(
    {
        gradual.name: gradual
        for gradual in (
            Gradual(DF_QUAD, _linear, _linear_by_base, _linear_by_aggregate, is_product=True),
            Gradual(QUADRATIC_ENERGY, _quadratic, _quadratic_by_base, _quadratic_by_aggregate),
            Gradual(EULER, _euler, _euler_by_base, _euler_by_aggregate),
        )
    }
)
"""By name: DF-QuAD (Rago, Toni, Aurisicchio and Baroni 2016, "Discontinuity-Free Decision Support
with Quantitative Argumentation Debates"), quadratic energy (Potyka 2018, "Continuous Dynamical
Systems for Weighted Bipolar Argumentation") and the Euler-based semantics (Amgoud and Ben-Naim
2017, "Evaluation of Arguments in Weighted Bipolar Graphs")."""
