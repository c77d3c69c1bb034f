"""The shares of several nodes in the strength of another: removals, and Shapley values."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import factorial, sqrt
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from argmap.reasoning.strength.forward import evaluated
from argmap.reasoning.strength.network import Scores

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.reasoning.strength.gradual import Gradual
    from argmap.reasoning.strength.network import Numbers
    from argmap.reasoning.strength.order import Schedule

CELLS = 2_000_000
"""The most strengths that are worked out at a time: 16 MB."""
_WORK = 200_000_000
"""The most strengths that are worked out for Shapley values."""
_EXACT = 12
_PERMUTATIONS = 200
_FEWEST = 20
_SEED = 2016


class Worth(NamedTuple):
    """The strengths of a goal in several variants of a network.

    `is_unique` if it is proved that in no variant others would fit; else some are where the
    repetition comes to rest from the base scores.
    """

    strengths: Numbers
    is_unique: bool


class Removals(NamedTuple):
    """The strength that goes with each player; `is_unique` as for `Worth`."""

    values: tuple[float, ...]
    is_unique: bool


@dataclass(frozen=True, slots=True)
class Shares:
    """The share of each player in a strength, and the standard error of each share.

    The shares add up to the strength with all players less that without any. `permutations` is the
    number of orders that were drawn; 0 where all sets of players were tried, and the shares are
    exact. `is_unique` is as for `Worth`.
    """

    values: tuple[float, ...]
    errors: tuple[float, ...]
    permutations: int
    is_unique: bool


@dataclass(frozen=True, slots=True)
class Game:
    """A goal whose strength depends on which of the players are there.

    Goal and players are numbers of nodes in the plan. A player that is not there has strength 0.
    `most` bounds the variants of the network that are tried for Shapley values.
    """

    plan: Schedule
    gradual: Gradual
    base: Numbers
    goal: int
    players: tuple[int, ...]
    most: int = _WORK

    def worth(self, present: np.typing.NDArray[np.bool_]) -> Worth:
        """The strength of the goal for each row of `present`, which has a column for each player.

        Cost: linear, times the rows.
        """
        size = max(1, CELLS // len(self.base))
        parts = [
            self._worth(present[start : start + size]) for start in range(0, len(present), size)
        ]
        strengths = np.concatenate([part.strengths for part in parts])
        return Worth(strengths, all(part.is_unique for part in parts))

    def _worth(self, present: np.typing.NDArray[np.bool_]) -> Worth:
        kept = np.ones((len(self.base), len(present)))
        kept[list(self.players)] = present.T
        base = np.repeat(self.base[:, None], len(present), axis=1)
        evaluation = evaluated(self.plan, self.gradual, Scores(base, kept))
        return Worth(evaluation.strengths[self.goal], evaluation.is_unique)


def removals(game: Game) -> Removals:
    """For each player how much of the goal's strength goes with it, the others staying.

    A negative number says that the goal would be stronger without the player. Cost: linear, times
    the players.

    >>> from argmap.reasoning.strength.gradual import GRADUAL
    >>> from argmap.reasoning.strength.network import Network
    >>> from argmap.reasoning.strength.order import planned
    >>> network = Network.of([0, 0.5, 0.5], supports=[(1, 0), (2, 0)])
    >>> plan = planned(network)
    >>> goal, *players = plan.place.tolist()
    >>> base = network.base[plan.node]
    >>> game = Game(plan, GRADUAL["df-quad"], base, goal, tuple(players))
    >>> removals(game).values, shapley(game).values
    ((0.25, 0.25), (0.375, 0.375))
    """
    count = len(game.players)
    worth, is_unique = game.worth(~np.eye(count + 1, count, dtype=np.bool_))
    return Removals(tuple((worth[-1] - worth[:-1]).tolist()), is_unique)


def shapley(game: Game) -> Shares:
    """The Shapley value of each player: what it adds on average, whatever others came before.

    Exact for up to twelve players (fewer on large networks), by all sets. Beyond that from orders
    drawn with a fixed seed, each with its reverse, with standard errors (Kampik, Potyka, Yin, Cyras
    and Toni 2024, "Contribution Functions for Quantitative Bipolar Argumentation Graphs"). Cost:
    linear, times the sets, or the orders times the players.
    """
    count = len(game.players)
    variants = min(game.most, _WORK // len(game.base))
    if count <= _EXACT and 1 << count <= variants:
        return _by_sets(game)
    fitting = variants // (count + 1)
    return _by_orders(game, max(_FEWEST, min(_PERMUTATIONS, fitting)) // 2 * 2)


def _by_sets(game: Game) -> Shares:
    count = len(game.players)
    sets = np.arange(1 << count)
    present = (sets[:, None] >> np.arange(count)) & 1 == 1
    (worth, is_unique), sizes = game.worth(present), present.sum(axis=1)
    weight = np.array(
        [factorial(size) * factorial(count - size - 1) / factorial(count) for size in range(count)]
    )
    values = []
    for player in range(count):
        without = sets[~present[:, player]]
        gain = worth[without | 1 << player] - worth[without]
        values.append(float((weight[sizes[without]] * gain).sum()))
    return Shares(tuple(values), (0.0,) * count, 0, is_unique)


def _by_orders(game: Game, permutations: int) -> Shares:
    """Shares from pairs of an order and its reverse; the error is that of the mean of pairs."""
    count = len(game.players)
    gains, is_unique = [], True
    for orders in _batches(game, permutations):
        present = np.zeros((len(orders), count + 1, count), dtype=np.bool_)
        for number, order in enumerate(orders):
            for place, player in enumerate(order):
                present[number, place + 1 :, player] = True
        flat, is_alone = game.worth(present.reshape(-1, count))
        worth, is_unique = flat.reshape(len(orders), count + 1), is_unique and is_alone
        gain = np.empty((len(orders), count))
        np.put_along_axis(gain, np.array(orders), np.diff(worth, axis=1), axis=1)
        gains.append((gain[::2] + gain[1::2]) / 2)
    pairs = np.concatenate(gains)
    errors = pairs.std(axis=0, ddof=1) / sqrt(len(pairs))
    means = tuple(pairs.mean(axis=0).tolist())
    return Shares(means, tuple(errors.tolist()), permutations, is_unique)


def _batches(game: Game, permutations: int) -> Iterator[Sequence[Sequence[int]]]:
    """Orders of the players, each with its reverse beside it, as many as fit at a time."""
    draw = Random(_SEED)  # noqa: S311  # the same orders each time
    order = list(range(len(game.players)))
    fitting = max(2, CELLS // (len(game.base) * (len(order) + 1)) // 2 * 2)
    cuts = [*range(0, permutations, fitting), permutations]
    for start, stop in pairwise(cuts):
        orders: list[list[int]] = []
        for _ in range((stop - start) // 2):
            draw.shuffle(order)
            orders += [[*order], order[::-1]]
        yield orders
