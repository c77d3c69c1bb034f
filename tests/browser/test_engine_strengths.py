"""The strengths that the page works out are those of Python, on thousands of random maps."""

from __future__ import annotations

from dataclasses import replace
from hashlib import shake_128
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from argmap.analysis.reading_of_map import Reading
from argmap.analysis.strength.strengths import strengths
from argmap.model.relation import Force
from argmap.model.stance import NO_STANCE, Stance
from argmap.pipeline import check
from tests.browser.conftest import answer_of_scripts
from tests.browser.test_engine import as_data
from tests.maps import Choices, map_of, read_map, shown, stance_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from argmap.model.argument_map import ArgumentMap

pytestmark = pytest.mark.browser

SHIPPED = Path(__file__).parents[2] / "claims"
MAPS = 1500
NUMBERS = (0.0, 0.05, 0.3, 0.5, 0.77, 0.9, 1.0, None, None, None)
CLOSE = 1e-9

ENTRY = """
import { modelOf, numberOf } from './engine/model.js';
import { networkOf, scoresOf } from './engine/network.js';
import { strengthsOf } from './engine/strengths.js';
globalThis.answer = (data) => data.map((one) => {
  const model = modelOf(one.claims, one.relations);
  const network = networkOf(model, one);
  const scores = scoresOf(network, new Map(Object.entries(one.credences)), one.force);
  const { strengths, status, circles } = strengthsOf(network, scores);
  return {
    claims: Object.fromEntries(one.claims.map(({ id }) => [id, strengths[numberOf(model, id)]])),
    relations: Object.fromEntries([...network.node].map(([id, node]) => [id, strengths[node]])),
    status,
    circles: circles.map(({ status, isUnique, nodes }) => [status, isUnique, nodes.length]).sort(),
  };
});
"""


def weighted(choices: Choices, argument_map: ArgumentMap) -> ArgumentMap:
    """The map with credences and weights on some of its claims and relations."""
    claims = {
        id_: replace(claim, credence=choices.one_of(NUMBERS))
        for id_, claim in argument_map.claims.items()
    }
    relations = {
        id_: replace(relation, weight=choices.one_of(NUMBERS))
        for id_, relation in argument_map.relations.items()
    }
    return replace(argument_map, claims=claims, relations=relations)


def moved(choices: Choices, argument_map: ArgumentMap) -> dict[str, float]:
    """The credences that a reader moved, by the smallest id of each class."""
    drawn = {head: choices.one_of(NUMBERS) for head in argument_map.heads if choices.below(3) == 0}
    return {head: credence for head, credence in drawn.items() if credence is not None}


Case = tuple["ArgumentMap", Stance, dict[str, float], Force]


def random_case(number: int, claims: int = 7, relations: int = 13) -> Case:
    choices = Choices(shake_128(f"strength {number}".encode()).digest(600))
    argument_map = weighted(choices, map_of(choices, claims, relations))
    stance = stance_of(choices, argument_map) if choices.below(2) else NO_STANCE
    return argument_map, stance, moved(choices, argument_map), list(Force)[choices.below(2)]


def answers(browser: Browser, cases: list[Case]) -> Any:  # noqa: ANN401  # JSON
    data = [
        as_data(argument_map, stance, force) | {"credences": credences}
        for argument_map, stance, credences, force in cases
    ]
    return answer_of_scripts(browser, ENTRY, data)


def assert_same(case: Case, answer: Any) -> str:  # noqa: ANN401  # JSON
    """Strengths, status and circles are those of Python; the status."""
    argument_map, stance, credences, force = case
    reading = Reading(argument_map, replace(stance, credences=credences), force)
    expected = strengths(reading)
    text = shown((argument_map, stance, force))
    assert answer["status"] == str(expected.status), text
    assert answer["claims"] == pytest.approx(dict(expected.claims), abs=CLOSE), text
    assert answer["relations"] == pytest.approx(dict(expected.relations), abs=CLOSE), text
    circles = [
        [str(circle.status), circle.is_unique, len(circle.claims) + len(circle.relations)]
        for circle in expected.circles
    ]
    assert sorted(map(str, answer["circles"])) == sorted(map(str, circles)), text
    return str(expected.status)


def test_strengths_are_those_of_python(browser: Browser) -> None:
    cases = [random_case(number) for number in range(MAPS)]
    cases += [random_case(-number, 14, 40) for number in range(1, MAPS // 10)]
    seen = {assert_same(*pair) for pair in zip(cases, answers(browser, cases), strict=True)}
    assert {"exact", "converged", "bistable"} <= seen


def test_strengths_on_the_shipped_map_are_those_of_python(browser: Browser) -> None:
    argument_map = check(SHIPPED).map
    some = argument_map.heads[::7]
    cases: list[Case] = [
        (argument_map, NO_STANCE, {}, Force.CONTEST),
        (argument_map, NO_STANCE, dict.fromkeys(some, 0.35), Force.DEFEAT),
        (argument_map, Stance(reject=frozenset(some[:2])), {}, Force.CONTEST),
    ]
    for pair in zip(cases, answers(browser, cases), strict=True):
        assert_same(*pair)


def test_a_circle_without_one_answer_is_told_apart(browser: Browser) -> None:
    """Two claims that refute each other: from their base scores they meet halfway."""
    argument_map = read_map("a >< b; granted a b")
    [answer] = answers(browser, [(argument_map, NO_STANCE, {"a": 1.0, "b": 1.0}, Force.CONTEST)])
    assert_same((argument_map, NO_STANCE, {"a": 1.0, "b": 1.0}, Force.CONTEST), answer)


def test_a_long_chain_and_a_long_ring_do_not_recurse(browser: Browser) -> None:
    steps = [f"c{place + 1} - c{place}" for place in range(3000)]
    for text in ("\n".join(steps), "\n".join([*steps, "c0 - c3000"])):
        case: Case = (read_map(text), NO_STANCE, {}, Force.CONTEST)
        [answer] = answers(browser, [case])
        assert_same(case, answer)
