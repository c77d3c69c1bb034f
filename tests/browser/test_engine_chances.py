"""Probabilities that the page works out from its diagrams are those of Python, with tornado."""

from __future__ import annotations

from dataclasses import replace
from hashlib import shake_128
from typing import TYPE_CHECKING, Any

import pytest

from argmap.analysis.reading_of_map import Reading
from argmap.analysis.strength.live import live_chances
from argmap.analysis.strength.probability import probability
from argmap.model.relation import Force
from argmap.model.stance import NO_STANCE, Stance
from argmap.pipeline import check
from tests.browser.conftest import answer_of_scripts
from tests.browser.test_engine_strengths import CLOSE, SHIPPED, moved, weighted
from tests.maps import Choices, map_of, read_map, shown
from tests.views.samples import content_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Browser

    from argmap.analysis.strength.live import LiveChance
    from argmap.analysis.strength.probability import ProbabilityFinding
    from argmap.model.argument_map import ArgumentMap

pytestmark = pytest.mark.browser

MAPS = 400

ENTRY = """
import { chanceOf } from './engine/chances.js';
globalThis.answer = (data) => data.map(({ nodes, derivable, stands, credences }) =>
  [derivable, stands].map((root) => chanceOf(nodes, root, credences)));
"""

LIVE = """
import { CLAIMS } from './state/data.js';
import { setStance } from './state/standing.js';
import { chancesOf } from './state/weighing.js';
globalThis.answer = (stances) => stances.map(({ claim, reject, accept }) => {
  setStance({ reject, accept });
  const { isWithout, stands } = chancesOf(CLAIMS.get(claim));
  return [isWithout, stands.overall];
});
"""


def test_probabilities_and_swings_are_those_of_python(browser: Browser) -> None:
    cases, data = [], []
    for number in range(MAPS):
        choices = Choices(shake_128(f"chance {number}".encode()).digest(600))
        argument_map = weighted(choices, map_of(choices, 8, 14))
        credences = moved(choices, argument_map)
        force = list(Force)[number % 2]
        for claim, live in live_chances(Reading(argument_map, objections=force)).of.items():
            stance = replace(NO_STANCE, credences=credences)
            finding = probability(Reading(argument_map, stance, force), claim)
            cases.append((argument_map, live, finding))
            data.append(as_data(live, finding))
    answers = answer_of_scripts(browser, ENTRY, data)
    for case, chances in zip(cases, answers, strict=True):
        assert_same(*case, chances)
    assert len(cases) > MAPS, "most maps have several conclusions"
    assert max(len(live.nodes) for _, live, _ in cases) > 8


def as_data(live: LiveChance, finding: ProbabilityFinding) -> dict[str, Any]:
    credence = {premise.premise: premise.credence for premise in finding.premises}
    return {
        "nodes": live.nodes,
        "derivable": live.derivable,
        "stands": live.stands,
        "credences": [credence[id_] for id_ in live.premises],
    }


def assert_same(
    argument_map: ArgumentMap,
    live: LiveChance,
    finding: ProbabilityFinding,
    chances: list[dict[str, Any]],
) -> None:
    derivable, stands = chances
    text = shown(argument_map)
    assert derivable["overall"] == pytest.approx(finding.p_derivable, abs=CLOSE), text
    assert stands["overall"] == pytest.approx(finding.p_stands, abs=CLOSE), text
    swings = {premise.premise: premise.stands for premise in finding.premises}
    for id_, given in zip(live.premises, stands["given"], strict=True):
        ends = [given["conceded"], given["refuted"]]
        assert ends == pytest.approx([swings[id_].if_conceded, swings[id_].if_refuted], abs=CLOSE)


def test_probabilities_of_the_shipped_map_are_those_of_python(browser: Browser) -> None:
    argument_map = check(SHIPPED).map
    reading = Reading(argument_map)
    live = live_chances(reading)
    assert {*reading.outline.main} <= {*live.of}, "the page follows every main conclusion"
    findings = {claim: probability(reading, claim) for claim in live.of}
    data = [as_data(live.of[claim], finding) for claim, finding in findings.items()]
    answers = answer_of_scripts(browser, ENTRY, data)
    for (claim, finding), chances in zip(findings.items(), answers, strict=True):
        assert_same(argument_map, live.of[claim], finding, chances)


@pytest.mark.parametrize(
    ("text", "reject", "accept", "is_without"),
    [
        ("a + t; b - t", "a", "", False),
        ("a + t; b - t", "b", "", False),
        ("a + t; b - t", "", "a b", False),
        ("a + t; b - t; c - b", "", "b", True),  # what is accepted is attacked, and stays
        ("a + t; granted a; d + a", "a", "", True),  # to reject takes its support as well
        ("a + b; b + t", "b", "", True),  # it is argued for: no premise
        ("a + t; x + y", "x", "y", False),  # nothing of that bears on it
    ],
)
def test_a_stance_counts_where_the_diagram_holds_it_and_else_it_is_said(
    browser: Browser,
    text: str,
    reject: str,
    accept: str,
    is_without: bool,  # noqa: FBT001  # a parameter of the test
) -> None:
    argument_map = read_map(text, main="t")
    stance = Stance(reject=frozenset(reject.split()), accept=frozenset(accept.split()))
    questions: list[Mapping[str, object]] = [
        {"claim": "t", "reject": reject.split(), "accept": accept.split()}
    ]
    [[without, stands]] = answer_of_scripts(browser, LIVE, questions, content_of(argument_map))
    assert without == is_without
    reading = Reading(argument_map, NO_STANCE if is_without else stance)
    assert stands == pytest.approx(probability(reading, "t").p_stands, abs=CLOSE)


def test_large_and_tangled_maps_have_few_diagrams_or_none() -> None:
    tangle = "\n".join(
        f"a{i} & a{j} - a{(i * 7 + j * 3) % 60}; a{i} + c{j}" for i in range(60) for j in range(8)
    )
    live = live_chances(Reading(read_map(tangle)))
    assert live.tangled
    many = "; ".join(f"p{number} + c{number}" for number in range(3000))
    assert 1 <= len(live_chances(Reading(read_map(many))).of) <= 10
