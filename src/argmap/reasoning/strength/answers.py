"""The strengths of a network as plain numbers: the door through which the rest asks for them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from argmap.reasoning.strength.forward import evaluated
from argmap.reasoning.strength.gradients import gradients
from argmap.reasoning.strength.network import Links, Network, Scores
from argmap.reasoning.strength.order import planned
from argmap.reasoning.strength.shares import CELLS, Game, Worth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.reasoning.strength.circles import Status
    from argmap.reasoning.strength.forward import Evaluation
    from argmap.reasoning.strength.gradual import Gradual
    from argmap.reasoning.strength.network import Numbers
    from argmap.reasoning.strength.order import Schedule

_MOST_WHERE_UNSURE = 2_000


class Circle(NamedTuple):
    """Nodes that depend on each other, and how their strengths were found.

    `is_unique` if it is proved that no others fit. `low` and `high` bound the strengths of each
    node in all that fit.
    """

    nodes: tuple[int, ...]
    status: Status
    is_unique: bool
    low: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True)
class Strengths:
    """The strengths of the nodes of a network under a gradual semantics.

    >>> from argmap.reasoning.strength.gradual import GRADUAL
    >>> network = Network.of([0.5, 0.8, 0.4], supports=[(1, 0)], attacks=[(2, 0)])
    >>> strengths = Strengths(network, GRADUAL["df-quad"])
    >>> [round(strength, 3) for strength in strengths.of_nodes], strengths.status.value
    ([0.7, 0.8, 0.4], 'exact')
    """

    network: Network
    gradual: Gradual

    @cached_property
    def _plan(self) -> Schedule:
        return planned(self.network)

    @cached_property
    def _base(self) -> Numbers:
        return self.network.base[self._plan.node]

    @cached_property
    def _evaluation(self) -> Evaluation:
        return evaluated(self._plan, self.gradual, Scores(self._base))

    @property
    def of_nodes(self) -> list[float]:
        """The strength of every node, in [0, 1]."""
        strengths: list[float] = self._evaluation.strengths[self._plan.place].tolist()
        return strengths

    @property
    def status(self) -> Status:
        """The status of the whole: that of the circle of which least can be said."""
        return self._evaluation.status

    @property
    def circles(self) -> list[Circle]:
        """The circles of the network, by their smallest nodes."""
        circles = []
        for stage, circle in self._evaluation.settled:
            nodes = self._plan.node[stage.start : stage.stop]
            order = np.argsort(nodes)
            low, high = (tuple(ends[order].tolist()) for ends in (circle.low, circle.high))
            members = tuple(nodes[order].tolist())
            circles.append(Circle(members, circle.status, circle.is_unique, low, high))
        return sorted(circles)

    def slopes(self, goal: int) -> list[float] | None:
        """The slopes of the goal's strength by each base score and weight; see `gradients`.

        None where circles have no slopes, as small changes do not die away on them.
        """
        slopes = gradients(
            self._plan,
            self.gradual,
            Scores(self._base),
            self._evaluation.strengths,
            int(self._plan.place[goal]),
        )
        return None if slopes is None else slopes[self._plan.place].tolist()

    @property
    def is_unique(self) -> bool:
        """Whether it is proved that no other strengths fit."""
        return self._evaluation.is_unique

    def game(self, goal: int, players: Sequence[int]) -> Game:
        """The goal's strength as a game between these nodes.

        Where circles may have several solutions, few variants are tried, as each takes long.
        """
        place = self._plan.place
        numbers = tuple(place[list(players)].tolist())
        game = Game(self._plan, self.gradual, self._base, int(place[goal]), numbers)
        return game if self.is_unique else replace(game, most=_MOST_WHERE_UNSURE)

    def along(self, goal: int, changes: Sequence[tuple[int, float]]) -> Worth:
        """The goal's strength after each change, of one node's base score to another number.

        Cost: linear, times the changes.
        """
        size = max(1, CELLS // len(self._base))
        parts = (changes[start : start + size] for start in range(0, len(changes), size))
        worths = [self._along(goal, part) for part in parts]
        strengths = np.concatenate([np.zeros(0), *(worth.strengths for worth in worths)])
        return Worth(strengths, all(worth.is_unique for worth in worths))

    def _along(self, goal: int, changes: Sequence[tuple[int, float]]) -> Worth:
        place = self._plan.place
        base = np.repeat(self._base[:, None], len(changes), axis=1)
        for number, (node, score) in enumerate(changes):
            base[place[node], number] = score
        evaluation = evaluated(self._plan, self.gradual, Scores(base))
        return Worth(evaluation.strengths[place[goal]], evaluation.is_unique)


def around(network: Network, goal: int) -> tuple[Network, list[int]]:
    """The part of a network on which a node depends, and the nodes of it, the goal among them.

    Node i of the part is the i-th of these nodes, which ascend. Cost: linear.

    >>> part, nodes = around(Network.of([1, 0.5, 0.3], supports=[(2, 0)]), 0)
    >>> part.base.tolist(), nodes
    ([1.0, 0.3], [0, 2])
    """
    kinds = (network.premises, network.supports, network.attacks)
    before: list[list[int]] = [[] for _ in range(len(network))]
    for links in kinds:
        for source, target in zip(links.sources.tolist(), links.targets.tolist(), strict=True):
            before[target].append(source)
    is_near = np.zeros(len(network), dtype=np.bool_)
    is_near[goal], waiting = True, [goal]
    while waiting:
        for source in before[waiting.pop()]:
            if not is_near[source]:
                is_near[source] = True
                waiting.append(source)
    number = np.cumsum(is_near) - 1
    premises, supports, attacks = (_inner(links, is_near).renamed(number) for links in kinds)
    part = Network(network.base[is_near], premises, supports, attacks)
    return part, np.flatnonzero(is_near).tolist()


def _inner(links: Links, is_near: np.typing.NDArray[np.bool_]) -> Links:
    return links.chosen(is_near[links.targets])
