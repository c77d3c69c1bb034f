"""The forms in which a map can be written: each of them gives the same map.

A map is drawn at random and written four times, its relations below their targets, below their
premises, under `relations:`, and with every premise defined where it is first used.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from argmap.analysis.versions.diff import diff
from argmap.model.relation import Force, Kind
from argmap.pipeline import check
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.reader import read_files
from argmap.reading.schema import json_schema
from argmap.views.terminal.diff import diff_text
from tests.maps import Choices, for_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.argument_map import ArgumentMap
    from argmap.reading.parsed_map import ParsedMap

SCHEMA = jsonschema.Draft202012Validator(json_schema())
NOTHING = "Nothing differs in what the two maps say."
KEYS = {Kind.SUPPORTS: "supported_by", Kind.ATTACKS: "attacked_by", Kind.UNDERCUTS: "undercut_by"}


@dataclass
class Step:
    """A relation to be written: `target` is the place of a claim, or of a step before it."""

    kind: Kind
    premises: list[int]
    target: int
    keys: dict[str, Any]


@dataclass
class Plan:
    """A map to be written: claims `c0`, `c1` and so on, and the relations between them."""

    claims: int
    steps: list[Step] = field(default_factory=list)


def plan_of(choices: Choices) -> Plan:
    """A plan in which every step has an id, so that it can be undercut from elsewhere."""
    plan = Plan(2 + choices.below(6))
    for number in range(choices.below(9)):
        kinds = [Kind.SUPPORTS, Kind.ATTACKS, *[Kind.UNDERCUTS] * bool(number)]
        kind = choices.one_of(kinds)
        target = choices.below(number if kind is Kind.UNDERCUTS else plan.claims)
        premises = {choices.below(plan.claims) for _ in range(1 + choices.below(3))}
        if kind is not Kind.UNDERCUTS:
            premises -= {target}
        if premises:
            keys: dict[str, Any] = {"id": f"s{number}"}
            if kind is Kind.ATTACKS and choices.below(2):
                keys["force"] = choices.one_of([force.value for force in Force])
            if choices.below(2):
                keys |= {"weight": 0.5, "quote": "in these very words", "note": f"Note {number}."}
            plan.steps.append(Step(kind, sorted(premises), target, keys))
        else:
            plan.steps.append(
                Step(Kind.SUPPORTS, [(target + 1) % plan.claims], target, {"id": f"s{number}"})
            )
    return plan


def long_form(claim: int) -> dict[str, Any]:
    """The entry of a claim without its relations."""
    return {"text": f"Claim {claim} is so.", "tags": [f"tag {claim}"]}


def at_target(plan: Plan) -> dict[str, Any]:
    """The plan with each relation in the entry of its target."""
    claims = {f"c{claim}": long_form(claim) for claim in range(plan.claims)}
    entries = [{**step.keys, "premises": names(step)} for step in plan.steps]
    for step, entry in zip(plan.steps, entries, strict=True):
        holder = entries[step.target] if step.kind is Kind.UNDERCUTS else claims[f"c{step.target}"]
        holder.setdefault(KEYS[step.kind], []).append(entry)
    return {"claims": claims}


def at_premise(plan: Plan) -> dict[str, Any]:
    """The plan with each relation in the entry of its first premise."""
    claims = {f"c{claim}": long_form(claim) for claim in range(plan.claims)}
    for step in plan.steps:
        first, *others = names(step)
        entry = {**step.keys, "target": target(step)} | ({"with": others} if others else {})
        claims[first].setdefault(step.kind.value, []).append(entry)
    return {"claims": claims}


def apart(plan: Plan) -> dict[str, Any]:
    """The plan with each relation under `relations:`."""
    claims = {f"c{claim}": long_form(claim) for claim in range(plan.claims)}
    relations = [
        {**step.keys, "premises": names(step), step.kind.value: target(step)} for step in plan.steps
    ]
    return {"claims": claims, "relations": relations}


def in_place(plan: Plan) -> dict[str, Any]:
    """The plan with each relation at its target, and each premise defined where it is first used.

    A claim that would have to stand inside its own entry stays where it is.
    """
    written = at_target(plan)
    claims = written["claims"]
    holders = dict.fromkeys(claims, claims)
    inside: dict[str, str] = {}
    for id_, entry in [*claims.items()]:
        for premises in premise_lists(entry):
            for index, premise in enumerate(premises):
                around = [id_]
                while around[-1] in inside:
                    around.append(inside[around[-1]])
                if holders[premise] is claims and premise not in around:
                    premises[index] = holders[premise] = {premise: claims.pop(premise)}
                    inside[premise] = id_
    return written


def premise_lists(entry: dict[str, Any]) -> Iterator[list[Any]]:
    """The lists of premises in an entry, at any depth of undercuts."""
    waiting = [below for key in KEYS.values() for below in entry.get(key, ())]
    for below in waiting:
        yield below["premises"]
        waiting += below.get("undercut_by", ())


def names(step: Step) -> list[str]:
    return [f"c{premise}" for premise in step.premises]


def target(step: Step) -> str:
    return f"{'s' if step.kind is Kind.UNDERCUTS else 'c'}{step.target}"


def read_text(text: str) -> ParsedMap:
    return read_files(ClaimFiles((ClaimFile("a.yaml", text),), ()), "a.yaml")


def meaning(argument_map: ArgumentMap) -> tuple[object, ...]:
    """The claims and relations of a map without places in files and in lists."""
    return (
        {
            id_: (claim.text, claim.tags, claim.granted, argument_map.is_granted(id_))
            for id_, claim in argument_map.claims.items()
        },
        {
            id_: (
                relation.kind,
                relation.premises,
                relation.target,
                relation.force,
                relation.weight,
                relation.mode,
                relation.note,
                [locator.quote for locator in relation.locators],
            )
            for id_, relation in argument_map.relations.items()
        },
    )


@for_all(plan_of, 150)
def test_every_form_gives_the_same_map(plan: Plan) -> None:
    readings = [
        read_text(json.dumps(form(plan), indent=1)) for form in (at_target, at_premise, apart)
    ]
    nested = read_text(json.dumps(in_place(plan), indent=1))
    assert [reading.diagnostics for reading in (*readings, nested)] == [()] * 4
    first = meaning(readings[0].map)
    assert len(readings[0].map.relations) == len(plan.steps)
    assert [meaning(reading.map) for reading in (*readings, nested)] == [first] * 4
    assert [*diff_text(diff(readings[0].map, nested.map), None)] == [NOTHING]
    positions = [
        {id_: relation.position for id_, relation in reading.map.relations.items()}
        for reading in (readings[0], nested)
    ]
    assert positions[0] == positions[1], "the author's order is that of the entry"


@for_all(plan_of, 40)
def test_the_schema_knows_every_form(plan: Plan) -> None:
    for form in (at_target, at_premise, apart, in_place):
        assert SCHEMA.is_valid(form(plan))


@pytest.mark.parametrize(
    "entry",
    [
        {"note": "Cars are noisy."},
        {"text": "Cars are noisy."},
        {"noise": "Cars are noisy.", "smell": "Cars smell."},
        {"noise": "Cars are noisy.", "weight": 0.5},
        {"Noise": "Cars are noisy."},
        {"premises": {"text": "Cars are noisy.", "id": "noise"}},
        {"noise": ["Cars are noisy."]},
    ],
)
@pytest.mark.parametrize("key", ["supported_by", "attacked_by", "undercut_by"])
def test_schema_and_reader_refuse_the_same_entries(key: str, entry: dict[str, Any]) -> None:
    step = {"premises": "b", key: entry} if key == "undercut_by" else None
    claim = {"text": "A is so.", **({"supported_by": step} if step else {key: entry})}
    written = {"claims": {"a": claim, "b": "B is so."}}
    assert not SCHEMA.is_valid(written)
    reading = read_text(json.dumps(written))
    assert len([problem for problem in reading.diagnostics if problem.is_error]) == 1
    assert set(reading.map.claims) <= {"a", "b", "noise", "smell"} | GUESSED


GUESSED = {"cars-are-noisy"}
"""The id shown for a text without one: the map is not analysed, but the rest of it is checked."""


def without_ids(plan: Plan) -> Plan:
    """The plan without ids and undercuts, as only what has no id can be written twice."""
    kept: dict[tuple[Kind, tuple[int, ...], int], Step] = {}
    for step in plan.steps:
        if step.kind is not Kind.UNDERCUTS:
            bare = {key: value for key, value in step.keys.items() if key == "force"}
            kept[step.kind, tuple(step.premises), step.target] = Step(
                step.kind, step.premises, step.target, bare
            )
    return Plan(plan.claims, [*kept.values()])


@for_all(plan_of, 60)
def test_derived_ids_are_the_same_in_every_form(plan: Plan) -> None:
    bare = without_ids(plan)
    maps = [
        meaning(read_text(json.dumps(form(bare))).map)
        for form in (at_target, at_premise, apart, in_place)
    ]
    assert maps == [maps[0]] * 4


@for_all(plan_of, 60)
def test_a_relation_written_in_two_forms_is_kept_once(plan: Plan) -> None:
    bare = without_ids(plan)
    both = at_target(bare)
    for id_, entry in at_premise(bare)["claims"].items():
        both["claims"][id_] |= entry
    reading = read_text(json.dumps(both))
    assert meaning(reading.map) == meaning(read_text(json.dumps(at_target(bare))).map)
    assert [problem.code for problem in reading.diagnostics] == ["AM401"] * len(bare.steps)


NESTED = """\
claims:
  act:
    text: Japan must act.
    supported_by:
      - premises:
          - talks: {text: Talks have failed., quote: no success so far}
          - harm: Waiting does harm.
    attacked_by:
      lonely:
        text: Japan would stand alone.
        attacked_by: [{told: "The allies were told."}]
relations:
  - premises: [{late: It is late.}, harm]
    supports: act
    undercut_by: {early: It is early.}
"""


def test_a_premise_is_a_claim_at_the_place_where_it_is_defined() -> None:
    reading = read_text(NESTED)
    assert reading.diagnostics == ()
    places = {
        id_: (claim.location.line, claim.location.column)
        for id_, claim in reading.map.claims.items()
    }
    assert places == {
        "act": (2, 3),
        "talks": (6, 13),
        "harm": (7, 13),
        "lonely": (9, 7),
        "told": (11, 24),
        "late": (13, 17),
        "early": (15, 19),
    }
    assert reading.map.claims["talks"].locators[0].quote == "no success so far"
    assert [*reading.map.relations] == [
        "early~undercuts~harm+late~supports~act",
        "harm+late~supports~act",
        "harm+talks~supports~act",
        "lonely~attacks~act",
        "told~attacks~lonely",
    ]


@pytest.mark.parametrize("levels", [1, 5, 29])
def test_premises_nest(levels: int) -> None:
    nest = "{text: The last is so.}"
    for number in range(levels):
        nest = f"{{text: Claim {number} is so., supported_by: {{c{number}: {nest}}}}}"
    reading = read_text(f"claims: {{top: {nest}}}")
    assert reading.diagnostics == ()
    assert len(reading.map.claims) == levels + 1


DIAGNOSED = {
    "within the text of a nested claim": (
        (
            "claims:\n  a:\n    text: A is so.\n    supported_by:\n      - b:\n"
            "          text: B #1\n          ignore: {code: AM152, because: It is meant.}\n"
        ),
        [],
    ),
    "after a nested claim": (
        (
            "claims:\n  a:\n    ignore: {code: AM152, because: It is meant.}\n    supported_by:\n"
            "      - b: {text: B is so.}\n    text: A #1\n"
        ),
        [],
    ),
    "an invisible sign in a nested claim": (
        (
            "claims:\n  a:\n    text: A is so.\n    supported_by:\n      - b:\n"
            "          text: B is\u200b so.\n"
            "          ignore: {code: AM155, because: It is meant.}\n"
        ),
        [],
    ),
    "an invisible sign after a nested claim": (
        (
            "claims:\n  a:\n    ignore: {code: AM155, because: It is meant.}\n    supported_by:\n"
            "      - b: {text: B is so.}\n    text: A is\u200b so.\n"
        ),
        [],
    ),
    "an unknown key": (
        "claims:\n  a: {text: A is so., supported_by: [{b: {txt: B.}}]}\n",
        [("AM201", 2, 43)],
    ),
    "a reference": (
        "claims:\n  a: {text: A is so., supported_by: [{b: {text: B is so., contradicts: c}}]}\n",
        [("AM301", 2, 72)],
    ),
    "an id defined in two places": (
        (
            "claims:\n  a: {text: A is so., supported_by: [{b: B is so.}, {c: {text: C is so., "
            "supported_by: {b: B.}}}]}\n"
        ),
        [("AM306", 2, 89)],
    ),
    "an id defined below `claims:` too": (
        "claims:\n  a: {text: A is so., supported_by: [{b: B is so.}]}\n  b: B is so, too.\n",
        [("AM306", 2, 39)],
    ),
    "a bad id": (
        "claims:\n  a: {text: A is so., supported_by: [{B b: B is so.}]}\n",
        [("AM305", 2, 39)],
    ),
}


@pytest.mark.parametrize("name", DIAGNOSED)
def test_a_problem_in_a_nested_claim_has_its_place_and_can_be_ignored_there(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text, expected = DIAGNOSED[name]
    Path("a.yaml").write_text(text, encoding="utf-8")
    problems = [
        (problem.code, problem.location.line, problem.location.column)
        for problem in check("a.yaml", notes=False).diagnostics
    ]
    assert problems == expected
