"""Strengths that others published, or that their programs print: facts from outside this house."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from argmap.reasoning.strength.answers import Strengths
from argmap.reasoning.strength.circles import Status
from argmap.reasoning.strength.gradual import GRADUAL
from argmap.reasoning.strength.network import Network

ROUND = 0.0051  # they print two digits


@dataclass(frozen=True)
class Published:
    """A framework: base scores by name, pairs of source and target, and strengths by semantics."""

    base: dict[str, float]
    attacks: str
    supports: str
    strengths: dict[str, dict[str, float]]
    near: float = field(default=1e-9)

    def solved(self, semantics: str) -> Strengths:
        """The strengths by argmap."""
        names = [*self.base]

        def pairs(text: str) -> list[tuple[int, int]]:
            ends = [pair.split(">") for pair in text.split()]
            return [(names.index(source), names.index(target)) for source, target in ends]

        network = Network.of([*self.base.values()], pairs(self.supports), pairs(self.attacks))
        return Strengths(network, GRADUAL[semantics])

    def by_name(self, semantics: str) -> dict[str, float]:
        """The strengths by argmap, by name."""
        return dict(zip(self.base, self.solved(semantics).of_nodes, strict=True))


# Rago, Cyras and Toni 2016 on e-democracy, as Uncertainpy works it out by forward propagation.
DEMOCRACY = Published(
    {"A1": 0.5, "A2": 0.5, "P1": 0.7, "P2": 0.5, "P3": 0.9}
    | {"C1": 0.2, "C2": 0.2, "C3": 0.6, "C4": 0.5},
    "C1>A2 C2>P2 C3>P2 C4>P2",
    "P1>A1 P2>A1 P3>A2",
    {"df-quad": {"A1": 0.862, "A2": 0.85, "P1": 0.7, "P2": 0.08, "P3": 0.9, "C4": 0.5}},
)
# The example with which QBAF-Py compares its semantics.
SIX = Published(
    {"a": 0.5, "b": 0.2, "c": 0.85, "d": 0.65, "e": 0.4, "f": 1.0},
    "c>a e>b f>c",
    "b>a d>a e>c",
    {
        "quadratic-energy": {"a": 0.52, "b": 0.17, "c": 0.62, "d": 0.65, "e": 0.4, "f": 1.0},
        "df-quad": {"a": 0.68, "b": 0.12, "c": 0.34, "d": 0.65},
        "euler": {"a": 0.5, "b": 0.15, "c": 0.81, "d": 0.65},
    },
    ROUND,
)
SIX_IN_FULL = Published(
    SIX.base,
    SIX.attacks,
    SIX.supports,
    {"quadratic-energy": {"a": 0.5187551724162596, "b": 0.1724137931034483, "c": 0.625}},
)
# Potyka 2018 on buying stock, a mutual attack; Uncertainpy stops within a thousandth.
STOCK = Published(
    {"Buy": 0.5, "Sell": 0.5, "1": 0.8, "2": 0.7, "3": 0.3, "4": 0.9, "5": 0.9},
    "Buy>Sell Sell>Buy 2>1 3>2 4>3 5>1",
    "1>Sell 2>Buy 4>2 5>Buy",
    {
        "quadratic-energy": {"Buy": 0.8208, "Sell": 0.3635, "1": 0.2049, "2": 0.8050, "3": 0.1658},
    },
    2e-3,
)


@pytest.mark.parametrize(
    ("published", "semantics"),
    [
        (published, semantics)
        for published in (DEMOCRACY, SIX, SIX_IN_FULL, STOCK)
        for semantics in published.strengths
    ],
)
def test_published_strengths_are_reproduced(published: Published, semantics: str) -> None:
    strengths = published.by_name(semantics)
    for name, expected in published.strengths[semantics].items():
        assert strengths[name] == pytest.approx(expected, abs=published.near), name


def test_the_stock_example_has_only_one_solution() -> None:
    [circle] = STOCK.solved("quadratic-energy").circles
    assert (circle.status, circle.is_unique) == (Status.CONVERGED, True)


def test_a_circle_of_21_claims_settles_where_continuous_models_do() -> None:
    """Potyka 2018, whose example repeated leaping never settles: A ends at 0.2241."""
    ten = range(10)
    base = {"A": 1.0} | {f"B{n}": 0.0 for n in ten} | {f"C{n}": 0.0 for n in ten}
    supports = [f"A>B{n}" for n in ten] + [f"B{n}>C{m}" for n in ten for m in ten]
    nest = Published(base, " ".join(f"C{n}>A" for n in ten), " ".join(supports), {})
    strengths = nest.by_name("quadratic-energy")
    assert strengths["A"] == pytest.approx(0.2241, abs=1e-4)
    assert nest.solved("quadratic-energy").status is Status.CONVERGED


def test_effects_that_cancel_have_slope_0() -> None:
    """Kampik, Potyka, Yin, Cyras and Toni 2024: attack and support by way of the same claim."""
    ways = Published(
        {"a": 0.5, "b": 0.0, "c": 0.0, "d": 0.0, "e": 0.5}, "b>e c>e", "a>b a>c a>d d>e", {}
    )
    slopes = ways.solved("df-quad").slopes(4)
    assert slopes is not None
    assert slopes[0] == pytest.approx(0, abs=1e-9)


def test_of_two_certain_attackers_neither_alone_makes_a_difference() -> None:
    sure = Published({"a": 0.1, "b": 1.0, "c": 1.0}, "b>a c>a", "", {})
    slopes = sure.solved("df-quad").slopes(0)
    assert slopes is not None
    assert slopes[1:] == [0, 0]
