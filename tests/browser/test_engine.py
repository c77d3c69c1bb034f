"""The page's own engine gives exactly what Python gives, on thousands of random maps."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import shake_128
from typing import TYPE_CHECKING, Any

import pytest

from argmap.analysis.people.readers import readers
from argmap.analysis.reading_of_map import Reading
from argmap.analysis.rests_on.premises import premises
from argmap.analysis.status.causes import Cause
from argmap.analysis.status.overturn import overturn
from argmap.api import dependents, status, whatif
from argmap.model.relation import Force
from argmap.model.stance import NO_STANCE
from argmap.reasoning.minimal_sets.families import Limits
from argmap.views.page.payload import standing_of, step_of
from argmap.views.words.statuses import REASONS
from tests.browser.conftest import answer_of_scripts
from tests.maps import Choices, map_of, read_map, reading_of, shown, stance_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Browser

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Stance

pytestmark = pytest.mark.browser

MAPS = 1500
NAMES = {
    "model": "modelOf, numberOf",
    "grounded": "labellingOf",
    "status": "statusOf",
    "changes": "changesBy",
    "basis": "basisOf, bearingClasses, dependentsOf, gapsBelow, overturns, statusOfSet, waysFrom",
    "readers": "decisiveFor",
}
ENTRY = "\n".join(
    f"import {{ {names} }} from './engine/{part}.js';" for part, names in NAMES.items()
)


def run(browser: Browser, body: str, data: object) -> Any:  # noqa: ANN401
    """The answer to data by a function that imports the engine, in a blank page."""
    entry = f"{ENTRY}\nglobalThis.answer = (data) => {{ {body} }};\n"
    return answer_of_scripts(browser, entry, data)


def random_maps(salt: str, count: int, claims: int = 7, relations: int = 13) -> list[ArgumentMap]:
    return [
        map_of(Choices(shake_128(f"{salt}{number}".encode()).digest(160)), claims, relations)
        for number in range(count)
    ]


def as_data(argument_map: ArgumentMap, stance: Stance, force: Force) -> dict[str, Any]:
    return {
        "claims": [standing_of(argument_map, id_) for id_ in argument_map.claims],
        "relations": [step_of(relation) for relation in argument_map.relations.values()],
        "reject": sorted(stance.reject),
        "accept": sorted(stance.accept),
        "force": str(force),
    }


def words(finding: StatusFinding) -> dict[str, list[object]]:
    return {
        id_: [str(claim.label), str(claim.word), claim.reason, claim.contested, claim.granted]
        for id_, claim in finding.claims.items()
    }


STATUS = """return data.map((one) => {
  const model = modelOf(one.claims, one.relations);
  const found = labellingOf(model, one, one.force);
  return [
    Object.fromEntries(one.claims.map(({ id, granted }) => {
      const { label, word, reason, contested } = statusOf(found, id);
      return [id, [label, word, reason, contested, granted]];
    })),
    Object.fromEntries(found.relations),
  ];
});"""


def test_labels_words_and_reasons_are_those_of_python(browser: Browser) -> None:
    readings = [
        reading_of(Choices(shake_128(f"reading {number}".encode()).digest(160)))
        for number in range(MAPS)
    ]
    readings += [
        (argument_map, NO_STANCE) for argument_map in random_maps("larger", MAPS // 10, 14, 40)
    ]
    cases = [(argument_map, stance, force) for argument_map, stance in readings for force in Force]
    results = run(browser, STATUS, [as_data(*case) for case in cases])
    seen = set()
    for (argument_map, stance, force), (claims, relations) in zip(cases, results, strict=True):
        expected = status(argument_map, stance=stance, objections=force)
        assert claims == words(expected), shown((argument_map, stance, force))
        assert relations == {id_: str(label) for id_, label in expected.relations.items()}
        seen |= {claim.reason for claim in expected.claims.values()}
    assert seen == {*REASONS}, "every reason there is occurred"


WHATIF = """return data.map((one) => {
  const model = modelOf(one.claims, one.relations);
  const found = changesBy(model, one, one.force);
  return [found.changed, found.reasons, found.objections]
    .map((map) => Object.fromEntries(map)).concat([[...found.affected].sort()]);
});"""


def test_what_a_stance_changes_and_the_chains_are_those_of_python(browser: Browser) -> None:
    cases = []
    maps = random_maps("what if", MAPS) + random_maps("larger", MAPS // 5, 14, 40)
    for number, argument_map in enumerate(maps):
        choices = Choices(shake_128(f"stance {number}".encode()).digest(40))
        cases.append((argument_map, stance_of(choices, argument_map), list(Force)[number % 2]))
    results = run(browser, WHATIF, [as_data(*case) for case in cases])
    longest = most = 0
    for case, (changed, reasons, objections, affected) in zip(cases, results, strict=True):
        argument_map, stance, force = case
        expected = whatif(argument_map, stance, force)
        assert changed == as_answer(expected.changed), shown(case)
        assert reasons == as_answer(expected.reasons), shown(case)
        assert objections == as_answer(expected.objections), shown(case)
        assert affected == sorted(expected.affected), shown(case)
        longest = max(longest, *(len(cause["moves"]) for cause in changed.values()), 0)
        most = max(most, *(len(cause["because"]) for cause in changed.values()), 0)
    assert longest > 3
    assert most > 1


def as_answer(findings: Mapping[str, Any]) -> object:
    """Findings by claim as the values that scripts have."""
    values = {
        id_: {"because": finding.because, "moves": [asdict(move) for move in finding.moves]}
        if isinstance(finding, Cause)
        else asdict(finding)
        for id_, finding in findings.items()
    }
    return json.loads(json.dumps(values))


def test_ids_beyond_the_basic_plane_are_ordered_as_in_python(browser: Browser) -> None:
    argument_map = read_map("\U0001d4b3 + c; \uffee + c; a + \U0001d4b3; a + \uffee")
    stance = stance_of(Choices(b""), argument_map)
    stance = type(stance)(reject=frozenset({"a"}))
    [[changed, *_]] = run(browser, WHATIF, [as_data(argument_map, stance, Force.CONTEST)])
    assert changed == as_answer(whatif(argument_map, stance).changed)


def test_a_long_chain_is_labelled_at_once(browser: Browser) -> None:
    argument_map = read_map("\n".join(f"c{place + 1} - c{place}" for place in range(5000)))
    timed = "const at = performance.now();" + STATUS.replace(
        "return data.map", "const found = data.map"
    )
    answer = run(
        browser,
        timed + "return [found[0][0], performance.now() - at];",
        [as_data(argument_map, NO_STANCE, Force.DEFEAT)],
    )
    assert answer[0] == words(status(argument_map, objections=Force.DEFEAT))
    assert answer[1] < 2000


BASIS = """return data.map((one) => {
  const model = modelOf(one.claims, one.relations);
  const now = labellingOf(model, one, one.force);
  const held = new Set([...now.rejected, ...now.accepted]);
  return one.claims.map(({ id }, at) => [
    basisOf(model, id),
    dependentsOf(model, id),
    one.sets[at].map((set) => statusOfSet(now, set, id)),
    bearingClasses(model, id).filter((other) => !held.has(numberOf(model, other)))
      .flatMap((other) => [false, true].filter((accepts) => overturns(now, id, other, accepts))
        .map((accepts) => [other, accepts])),
    gapsBelow(model, id),
  ]);
});"""


def test_premises_sets_dependents_and_overturning_are_those_of_python(browser: Browser) -> None:
    cases, expected = [], []
    for number in range(MAPS // 3):
        choices = Choices(shake_128(f"basis {number}".encode()).digest(160))
        argument_map, stance = reading_of(choices)
        reading = Reading(argument_map, stance, argument_map.objections)
        findings = [premises(reading, id_) for id_ in argument_map.claims]
        sets = [[each.claims for each in its.premise_sets] for its in findings]
        cases.append({**as_data(argument_map, stance, argument_map.objections), "sets": sets})
        expected.append((argument_map, reading, findings))
    results = run(browser, BASIS, cases)
    for (argument_map, reading, findings), rows in zip(expected, results, strict=True):
        for rests, (basis, above, statuses, single, gaps) in zip(findings, rows, strict=True):
            assert basis["derivable"] == rests.derivable
            assert basis["premises"] == list(rests.premises), shown(argument_map)
            assert gaps == list(rests.to_be_supported), shown(argument_map)
            assert basis["critical"] == list(rests.critical), shown(argument_map)
            their = dependents(argument_map, rests.claim)
            for way in ("falls", "weakened", "untouched"):
                assert above[way] == list(getattr(their, way)), shown(argument_map)
            assert statuses == [str(each.status) for each in rests.premise_sets], shown(
                argument_map
            )
            smallest = overturn(reading, rests.claim, Limits(None)).stances
            alone = [(each[0].claim, each[0].accepts) for each in smallest if len(each) == 1]
            assert sorted(map(tuple, single)) == sorted(alone), shown(argument_map)


WAYS = """return data.map((one) => {
  const model = modelOf(one.claims, one.relations);
  return one.claims.map(({ id }, at) => one.sets[at].map((set) =>
    [...waysFrom(model, set, id)].map(([head, { id }]) => [head, id])));
});"""


def test_a_way_from_premises_to_a_claim_carries_it_and_has_no_step_too_many(
    browser: Browser,
) -> None:
    maps = random_maps("ways", MAPS // 3) + random_maps("larger ways", 20, 14, 40)
    cases = []
    for argument_map in maps:
        findings = [premises(Reading(argument_map), id_) for id_ in argument_map.claims]
        sets = [[each.claims for each in its.premise_sets] for its in findings]
        cases.append({**as_data(argument_map, NO_STANCE, Force.CONTEST), "sets": sets})
    longest = 0
    for argument_map, case, rows in zip(maps, cases, run(browser, WAYS, cases), strict=True):
        for goal, sets, ways in zip(argument_map.claims, case["sets"], rows, strict=True):
            for premise_set, way in zip(sets, ways, strict=True):
                carried, steps = set(premise_set), dict(way)
                while True:  # forward, until nothing more is carried
                    ready = [
                        head
                        for head, id_ in steps.items()
                        if head not in carried
                        and {*map(argument_map.head_of, argument_map.relations[id_].premises)}
                        <= carried
                    ]
                    if not ready:
                        break
                    carried.update(ready)
                assert argument_map.head_of(goal) in carried, shown(argument_map)
                assert set(steps) <= carried - set(premise_set), shown(argument_map)
                longest = max(longest, len(steps))
    assert longest > 2


DECISIVE = """return data.map((one) => {
  const model = modelOf(one.claims, one.relations);
  return one.claims.map(({ id }) => decisiveFor(model, one.readers, id));
});"""


def test_what_decides_between_readers_is_that_of_python(browser: Browser) -> None:
    cases, expected = [], []
    for number in range(MAPS // 5):
        [argument_map] = random_maps(f"readers {number}", 1)
        choices = Choices(shake_128(f"reader {number}".encode()).digest(90))
        stances = [stance_of(choices, argument_map) for _ in range(2 + number % 2)]
        reading = Reading(argument_map, NO_STANCE, argument_map.objections)
        expected.append((argument_map, readers(reading, stances)))
        each = [{"reject": sorted(its.reject), "accept": sorted(its.accept)} for its in stances]
        cases.append({**as_data(argument_map, NO_STANCE, Force.CONTEST), "readers": each})
    most = 0
    for (argument_map, finding), row in zip(expected, run(browser, DECISIVE, cases), strict=True):
        answers = dict(zip(argument_map.claims, row, strict=True))
        for id_, decisive in finding.parted.items():
            assert answers[id_]["sets"] == [list(its) for its in decisive.sets], shown(argument_map)
            assert not answers[id_]["isCut"]
            most = max(most, len(decisive.sets[0]))
    assert most > 1
