"""Random networks, and their strengths worked out node by node in plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, prod
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from argmap.reasoning.strength.network import Network

if TYPE_CHECKING:
    from collections.abc import Sequence

Pair = tuple[int, int]


@dataclass(frozen=True)
class Written:
    """A network as it was written down."""

    base: tuple[float, ...]
    supports: tuple[Pair, ...]
    attacks: tuple[Pair, ...]
    premises: tuple[Pair, ...] = ()

    @property
    def network(self) -> Network:
        """The network itself."""
        return Network.of(self.base, self.supports, self.attacks, self.premises)

    def strengths(self, semantics: str) -> list[float]:
        """The strengths of an acyclic network whose links lead from smaller to larger nodes."""
        strengths: list[float] = []
        for node, score in enumerate(self.base):
            acting = [
                [strengths[source] for source, target in links if target == node]
                for links in (self.premises, self.supports, self.attacks)
            ]
            strengths.append(by_formula(semantics, score * prod(acting[0]), *acting[1:]))
        return strengths


def by_formula(
    semantics: str, base: float, supporters: Sequence[float], attackers: Sequence[float]
) -> float:
    """The strength of one node, as the papers define it."""
    if semantics == "df-quad":
        for_it = 1 - prod(1 - strength for strength in supporters)
        against = 1 - prod(1 - strength for strength in attackers)
        gap = abs(for_it - against)
        return base - base * gap if against >= for_it else base + (1 - base) * gap
    energy = sum(supporters) - sum(attackers)
    if semantics == "euler":
        return 1 - (1 - base**2) / (1 + base * exp(energy))
    for_it, against = max(energy, 0) ** 2, max(-energy, 0) ** 2
    return base - base * against / (1 + against) + (1 - base) * for_it / (1 + for_it)


SCORES = st.floats(0, 1, allow_subnormal=False).map(lambda score: round(score, 4))


@st.composite
def written(
    draw: st.DrawFn, *, circles: bool = False, linked: bool = True, most: int = 7
) -> Written:
    """A network; without circles its links lead from smaller to larger nodes."""
    size = draw(st.integers(1, most))
    nodes = st.integers(0, size - 1)
    pairs = st.lists(st.tuples(nodes, nodes), max_size=2 * most)
    kinds = []
    for _ in range(3 if linked else 2):
        links = draw(pairs)
        if not circles:
            links = [(min(pair), max(pair)) for pair in links if pair[0] != pair[1]]
        kinds.append(tuple(links))
    base = tuple(draw(st.lists(SCORES, min_size=size, max_size=size)))
    return Written(base, *kinds)
