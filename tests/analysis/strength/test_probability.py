"""Probabilities of claims against `model.md`, read naively in every world of their premises."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product
from math import isclose, prod
from typing import TYPE_CHECKING, NamedTuple

import pytest

from argmap.analysis.reading_of_map import Reading
from argmap.analysis.strength.probability import ProbabilityFinding, Swing, probability
from argmap.errors import UsageError
from argmap.model.relation import Force, Kind
from argmap.model.stance import Stance
from tests.brute import Brute, closure
from tests.maps import Choices, for_all, map_of, read_map, stance_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.argument_map import ArgumentMap

_CREDENCES = (None, 0.5, 0.9, 0.25, None, 1.0, 0.0, 1 / 3)
_EXACT = 1e-9


class Case(NamedTuple):
    """A map with credences, a reader, a force of objections, and the claim that is asked about."""

    map: ArgumentMap
    stance: Stance
    force: Force | None
    claim: str

    @property
    def reading(self) -> Reading:
        """The map as this reader sees it."""
        return Reading(self.map, self.stance, self.force)


def case_of(drawn: Choices) -> Case:
    argument_map = map_of(drawn, claims=6, relations=12)
    claims = {
        id_: replace(claim, credence=drawn.one_of(_CREDENCES))
        for id_, claim in argument_map.claims.items()
    }
    argument_map = replace(argument_map, claims=claims)
    stance = Stance()
    if drawn.below(2):
        credences = {id_: drawn.one_of(_CREDENCES) for id_ in claims if drawn.below(2)}
        given = {id_: value for id_, value in credences.items() if value is not None}
        stance = replace(stance_of(drawn, argument_map), credences=given)
    force = drawn.one_of((None, Force.DEFEAT, Force.CONTEST))
    return Case(argument_map, stance, force, drawn.one_of(tuple(claims)))


def credences_of(case: Case) -> dict[tuple[str, ...], float]:
    """The credence of each granted class that the reader neither rejects nor accepts."""
    brute, credences = Brute(case.map, case.stance, case.force), {}
    classes = {brute.class_(id_) for id_ in case.map.claims}
    for class_ in classes - brute.rejected - brute.accepted:
        if brute.granted(class_):
            own = [case.stance.credences.get(id_) for id_ in class_]
            own += [case.map.claims[id_].credence for id_ in class_]
            credences[class_] = next((each for each in own if each is not None), 0.8)
    return credences


class Truth(NamedTuple):
    """The events of a world, its probability, and the outcomes for the claim in it."""

    held: frozenset[str]
    weight: float
    derivable: bool
    label: str


def truths(case: Case) -> list[Truth]:
    """Every world: the grants of some classes withdrawn."""
    credences, worlds = credences_of(case), []
    for choice in product((True, False), repeat=len(credences)):
        claims = dict(case.map.claims)
        for class_, is_held in zip(credences, choice, strict=True):
            if not is_held:
                claims |= {id_: replace(claims[id_], granted=False) for id_ in class_}
        brute = Brute(replace(case.map, claims=claims), case.stance, case.force)
        unpending = Brute(brute.map, case.stance, case.force, with_pending=False)
        class_ = brute.class_(case.claim)
        worlds.append(
            Truth(
                frozenset(
                    class_[0] for class_, is_held in zip(credences, choice, strict=True) if is_held
                ),
                prod(
                    chance if is_held else 1 - chance
                    for chance, is_held in zip(credences.values(), choice, strict=True)
                ),
                ("claim", class_) in closure(unpending.aba, unpending.aba.assumptions),
                brute.label(class_),
            )
        )
    return worlds


@for_all(case_of, 500)
def test_the_probabilities_are_those_of_all_worlds(case: Case) -> None:
    worlds, finding = truths(case), probability(case.reading, case.claim)

    def chance(label: str) -> float:
        return sum(world.weight for world in worlds if world.label == label)

    assert finding.exact
    derivable = sum(world.weight for world in worlds if world.derivable)
    assert isclose(finding.p_derivable, derivable, abs_tol=_EXACT)
    assert isclose(finding.p_stands, chance("in"), abs_tol=_EXACT)
    assert isclose(finding.p_falls, chance("out"), abs_tol=_EXACT)
    assert isclose(finding.p_open, chance("undec"), abs_tol=_EXACT)
    assert finding.p_stands <= finding.p_derivable + _EXACT


@for_all(case_of, 400)
def test_what_a_premise_does_is_what_it_does_over_all_other_premises(case: Case) -> None:
    """Conceded or refuted by its credence set to 1 or 0: the other premises keep theirs."""
    finding = probability(case.reading, case.claim)
    credences = {class_[0]: value for class_, value in credences_of(case).items()}
    for premise in finding.premises:
        assert premise.credence == credences[premise.premise]
        for value, name in ((1.0, "if_conceded"), (0.0, "if_refuted")):
            settled = {
                **case.stance.credences,
                **dict.fromkeys(case.map.class_of(premise.premise), value),
            }
            other = truths(case._replace(stance=replace(case.stance, credences=settled)))
            stands = sum(world.weight for world in other if world.label == "in")
            assert isclose(getattr(premise.stands, name), stands, abs_tol=_EXACT)
            if premise.derivable is not None:
                derivable = sum(world.weight for world in other if world.derivable)
                assert isclose(getattr(premise.derivable, name), derivable, abs_tol=_EXACT)


@for_all(case_of, 400)
def test_what_is_conceded_and_refuted_adds_up(case: Case) -> None:
    finding = probability(case.reading, case.claim)
    for premise in finding.premises:
        overall = {"stands": finding.p_stands, "derivable": finding.p_derivable}
        for name, swing in (("stands", premise.stands), ("derivable", premise.derivable)):
            if swing is not None:
                adds_up(swing, premise.credence, overall[name])


def adds_up(swing: Swing, credence: float, overall: float) -> None:
    assert swing.if_conceded is not None
    assert swing.if_refuted is not None
    assert swing.birnbaum is not None
    together = credence * swing.if_conceded + (1 - credence) * swing.if_refuted
    assert isclose(together, overall, abs_tol=_EXACT)
    assert isclose(swing.birnbaum, swing.if_conceded - swing.if_refuted, abs_tol=_EXACT)
    assert (swing.criticality is None) is (not overall)
    if swing.criticality is not None:
        assert isclose(swing.criticality * overall, credence * swing.birnbaum, abs_tol=_EXACT)


@for_all(case_of, 400)
def test_a_premise_that_is_not_named_does_not_matter(case: Case) -> None:
    finding = probability(case.reading, case.claim)
    named = {premise.premise for premise in finding.premises}
    for other in {class_[0] for class_ in credences_of(case)} - named:
        credences = {**case.stance.credences, other: 0.123}
        changed = case._replace(stance=replace(case.stance, credences=credences))
        assert numbers(probability(changed.reading, case.claim)) == numbers(finding)


def numbers(finding: ProbabilityFinding) -> tuple[float, ...]:
    return finding.p_derivable, finding.p_stands, finding.p_falls, finding.p_open


@for_all(case_of, 300)
def test_without_attacks_what_is_derivable_stands(case: Case) -> None:
    supports = {id_: each for id_, each in case.map.relations.items() if each.kind is Kind.SUPPORTS}
    calm = case._replace(map=replace(case.map, relations=supports))
    finding = probability(calm.reading, case.claim)
    assert finding.p_stands == finding.p_derivable


@for_all(case_of, 300)
def test_certain_premises_give_the_status_of_the_map(case: Case) -> None:
    """With every credence 1 the label of the reading has probability 1."""
    certain = case._replace(
        stance=replace(case.stance, credences=dict.fromkeys(case.map.claims, 1.0))
    )
    finding = probability(certain.reading, case.claim)
    label = certain.reading.grounded.claims[case.claim]
    assert (finding.p_stands, finding.p_falls, finding.p_open) == (
        label == "in",
        label == "out",
        label == "undec",
    )


@for_all(case_of, 60)
def test_samples_are_near_the_exact_numbers(case: Case) -> None:
    exact = probability(case.reading, case.claim)
    drawn = probability(case.reading, case.claim, steps=0, samples=4_000)
    assert exact.exact
    if drawn.exact:  # nothing to work out
        assert drawn == exact
        return
    assert drawn.samples == 4_000
    assert drawn.stderr is not None
    for estimate, right in zip(numbers(drawn), numbers(exact), strict=True):
        assert abs(estimate - right) <= 5 * drawn.stderr
    right_one = {premise.premise: premise for premise in exact.premises}
    assert right_one.keys() == {premise.premise for premise in drawn.premises}
    for premise in drawn.premises:
        right_swing, swing = right_one[premise.premise].stands, premise.stands
        if swing.stderr is not None:
            assert swing.birnbaum is not None
            assert right_swing.birnbaum is not None
            assert abs(swing.birnbaum - right_swing.birnbaum) <= 5 * swing.stderr
        else:
            assert premise.credence in {0, 1}


@for_all(case_of, 200)
def test_the_largest_effect_comes_first(case: Case) -> None:
    finding = probability(case.reading, case.claim)
    effects = [abs(premise.stands.birnbaum or 0) for premise in finding.premises]
    assert (
        effects == sorted(effects, reverse=True)
        or max(after - before for before, after in pairwise(effects)) < _EXACT
    )
    assert len(finding.rows()) == len(finding.premises)


# By hand


def believed(
    text: str, credences: Mapping[str, float], objections: Force = Force.CONTEST
) -> Reading:
    """The reading of a map with these credences written on its claims."""
    argument_map = read_map(text, objections)
    claims = {
        id_: replace(claim, credence=credences.get(id_))
        for id_, claim in argument_map.claims.items()
    }
    return Reading(replace(argument_map, claims=claims))


def test_the_worked_example_of_an_answered_objection() -> None:
    """p1 and p2 support together and p3 alone; q undercuts the first step, r that objection."""
    text = "one: p1 & p2 + c; p3 + c; cut: q / one; r / cut"
    finding = probability(believed(text, dict.fromkeys(["p1", "p2", "p3", "q", "r"], 0.5)), "c")
    assert finding.p_derivable == 1 - 0.5 * 0.75
    assert finding.p_stands == 1 - 0.5 * (1 - 0.25 * 0.75)
    by = {premise.premise: premise.stands for premise in finding.premises}
    assert by["q"].birnbaum == -0.5 * 0.25 * 0.5
    assert by["r"].birnbaum == 0.5 * 0.25 * 0.5
    assert [premise.premise for premise in finding.premises] == ["p3", "p1", "p2", "q", "r"]
    assert finding.premises[3].derivable is None


def test_an_indispensable_premise_leaves_nothing_when_refuted() -> None:
    finding = probability(believed("a & b + c; d & a + c", {"a": 0.7, "b": 0.3, "d": 0.6}), "c")
    assert finding.premises[0].premise == "a"
    assert finding.premises[0].stands.if_refuted == 0
    assert isclose(finding.p_stands, 0.7 * (1 - 0.7 * 0.4))
    assert finding.assumed == ()


def test_credences_that_nobody_gave_are_named() -> None:
    finding = probability(Reading(read_map("a + c; b - c")), "c")
    assert finding.assumed == ("a", "b")
    assert isclose(finding.p_stands, 0.8 * 0.2)


def test_numbers_that_play_no_part_are_named() -> None:
    """Of a claim that is supported, of a restatement, of rejected claims, of a far-off claim."""
    reading = believed(
        "s: a + m; m + c; a = z; out + c; d + far",
        {"m": 0.5, "a": 0.4, "z": 0.6, "out": 0.3, "far": 0.2, "c": 0.1},
    )
    relations = dict(reading.map.relations)
    relations |= {"s": replace(relations["s"], weight=0.5)}
    weighed = Reading(replace(reading.map, relations=relations), Stance(reject=frozenset({"out"})))
    finding = probability(weighed, "c")
    assert finding.ignored_credences == ("c", "m", "out", "z")
    assert finding.ignored_weights == ("s",)
    assert finding.p_stands == 0.4


def test_the_credences_of_a_stance_go_before_those_of_the_map() -> None:
    reading = believed("a + c; a = b", {"a": 0.9})
    reader = reading.with_stance(Stance(credences={"b": 0.25}))
    assert probability(reading, "c").p_stands == 0.9
    assert probability(reader, "c").p_stands == 0.25


def test_a_large_map_is_answered_from_samples() -> None:
    """Sixty premises, every claim attacked and supported by others: no diagram fits."""
    text = ";".join(
        f"p{number} & p{(number * 7 + 3) % 60} + c{number % 20};"
        f"c{number % 20} & p{(number * 11 + 5) % 60} - c{(number * 3 + 1) % 20}"
        for number in range(60)
    )
    finding = probability(
        Reading(read_map(f"{text}; c1 & c2 + goal; c3 + goal")), "goal", steps=5_000
    )
    assert not finding.exact
    assert finding.samples == 65_536
    assert finding.stderr is not None
    assert finding.stderr <= 0.002
    assert repr(finding).startswith("<ProbabilityFinding: goal stands with probability about ")
    assert finding.to_dict()["samples"] == 65_536


def test_an_unknown_claim_is_refused() -> None:
    with pytest.raises(UsageError):
        probability(Reading(read_map("a + b")), "nowhere")
