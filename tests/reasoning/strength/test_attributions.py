"""Slopes, removals and shares say what the strengths themselves say when something changes."""

from __future__ import annotations

from itertools import permutations
from math import factorial
from statistics import fmean
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.reasoning.strength.answers import Strengths
from argmap.reasoning.strength.circles import UnsettledError
from argmap.reasoning.strength.gradual import GRADUAL
from argmap.reasoning.strength.network import Network
from argmap.reasoning.strength.shares import Shares, _by_orders, removals, shapley
from tests.reasoning.strength.networks import Written, written

if TYPE_CHECKING:
    from argmap.reasoning.strength.shares import Game

ALL = sorted(GRADUAL)
STEP = 1e-6


def moved(network: Written, node: int, score: float, semantics: str) -> list[float]:
    base = [*network.base]
    base[node] = score
    links = (network.supports, network.attacks, network.premises)
    return Strengths(Network.of(base, *links), GRADUAL[semantics]).of_nodes


@pytest.mark.parametrize("semantics", ALL)
@settings(max_examples=30)
@given(network=written(circles=True), data=st.data())
def test_slopes_equal_central_differences(
    semantics: str, network: Written, data: st.DataObject
) -> None:
    strengths = Strengths(network.network, GRADUAL[semantics])
    assume(all(circle.is_unique for circle in strengths.circles))
    goal = data.draw(st.integers(0, len(network.base) - 1))
    slopes = strengths.slopes(goal)
    assume(slopes is not None)
    assert slopes is not None
    for node, score in enumerate(network.base):
        if not 1e-3 < score < 1 - 1e-3:
            continue
        sides = [moved(network, node, score + step, semantics)[goal] for step in (STEP, -STEP)]
        here = strengths.of_nodes[goal]
        before, after = (here - sides[1]) / STEP, (sides[0] - here) / STEP
        if abs(before - after) > 1e-3:  # a kink: the slope lies between those of both sides
            low, high = sorted((before, after))
            assert low - 1e-4 <= slopes[node] <= high + 1e-4
        else:
            assert slopes[node] == pytest.approx((before + after) / 2, abs=1e-3)


def game_of(network: Written, semantics: str) -> Game:
    strengths = Strengths(network.network, GRADUAL[semantics])
    return strengths.game(len(network.base) - 1, range(len(network.base) - 1))


@pytest.mark.parametrize("semantics", ALL)
@given(network=written(most=6))
def test_shares_are_the_mean_gain_over_all_orders(semantics: str, network: Written) -> None:
    game = game_of(network, semantics)
    count = len(game.players)
    worth = {
        present: float(
            game.worth(np.array([present], dtype=np.bool_).reshape(1, count)).strengths[0]
        )
        for present in {
            tuple(player in order[:size] for player in range(count))
            for order in permutations(range(count))
            for size in range(count + 1)
        }
    }
    gains: list[list[float]] = [[] for _ in range(count)]
    for order in permutations(range(count)):
        present = [False] * count
        for player in order:
            before = worth[tuple(present)]
            present[player] = True
            gains[player].append(worth[tuple(present)] - before)
    assert all(len(gain) == factorial(count) for gain in gains)
    shares = shapley(game)
    assert shares.permutations == 0
    assert shares.values == pytest.approx([fmean(gain) for gain in gains], abs=1e-12)


@settings(max_examples=15)
@given(network=written(circles=True))
def test_shares_add_up_to_what_all_players_make_together(network: Written) -> None:
    game = game_of(network, "df-quad")
    assume(game.players)
    count = len(game.players)
    try:
        nobody, everybody = game.worth(np.array([[False] * count, [True] * count])).strengths
    except UnsettledError:
        return
    try:
        all_shares = shapley(game), _by_orders(game, 20)
    except UnsettledError:
        return
    for shares in all_shares:
        assert sum(shares.values) == pytest.approx(everybody - nobody, abs=1e-9)


@given(network=written(most=9))
def test_estimated_shares_are_those_of_all_sets_within_their_errors(network: Written) -> None:
    game = game_of(network, "df-quad")
    assume(game.players)
    exact, drawn = shapley(game), _by_orders(game, 400)
    for value, estimate, error in zip(exact.values, drawn.values, drawn.errors, strict=True):
        assert abs(value - estimate) <= 6 * error + 0.02


def test_drawn_shares_are_the_same_each_time() -> None:
    game = game_of(Written((0.7,) * 9 + (0.0,), tuple((n, 9) for n in range(9)), ()), "df-quad")
    assert _by_orders(game, 40) == _by_orders(game, 40)
    assert isinstance(_by_orders(game, 40), Shares)


@pytest.mark.parametrize("semantics", ALL)
@given(network=written())
def test_a_removal_is_what_goes_with_the_node_and_all_that_carries_it(
    semantics: str, network: Written
) -> None:
    goal = len(network.base) - 1
    strengths = Strengths(network.network, GRADUAL[semantics])
    for player, removal in enumerate(removals(game_of(network, semantics)).values):
        base = [*network.base]
        base[player] = 0.0
        links = (
            tuple(pair for pair in pairs if pair[1] != player)
            for pairs in (network.supports, network.attacks, network.premises)
        )
        without = Strengths(Network.of(base, *links), GRADUAL[semantics])
        assert removal == pytest.approx(strengths.of_nodes[goal] - without.of_nodes[goal])
