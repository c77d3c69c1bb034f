"""Strengths of claims against `model.md`, read naively: each number follows from its neighbours."""

from __future__ import annotations

from dataclasses import replace
from math import prod
from typing import TYPE_CHECKING, NamedTuple

import pytest

from argmap.analysis.reading_of_map import Reading, reading_of
from argmap.analysis.strength.attribution import attribution
from argmap.analysis.strength.of_readers import strengths_by_reader
from argmap.analysis.strength.strengths import strengths
from argmap.errors import UsageError
from argmap.model.relation import Force, Kind
from argmap.model.stance import NO_STANCE, Stance
from argmap.reasoning.strength.circles import Status
from argmap.reasoning.strength.gradual import GRADUAL
from tests.brute import Brute
from tests.maps import Choices, for_all, map_of, read_map, stance_of
from tests.reasoning.strength.networks import by_formula

if TYPE_CHECKING:
    from argmap.analysis.strength.strengths import StrengthFinding
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

_NUMBERS = (None, 0.5, 0.9, 0.25, None, 1.0, 0.0)


class Case(NamedTuple):
    """A map with credences and weights, a reader, a force of objections, and a semantics."""

    map: ArgumentMap
    stance: Stance
    force: Force | None
    semantics: str

    @property
    def reading(self) -> Reading:
        """The map as this reader sees it."""
        return Reading(self.map, self.stance, self.force)


def case_of(drawn: Choices) -> Case:
    argument_map = map_of(drawn)
    argument_map = replace(
        argument_map,
        claims={
            id_: replace(claim, credence=drawn.one_of(_NUMBERS))
            for id_, claim in argument_map.claims.items()
        },
        relations={
            id_: replace(relation, weight=drawn.one_of(_NUMBERS))
            for id_, relation in argument_map.relations.items()
        },
    )
    stance = stance_of(drawn, argument_map) if drawn.below(2) else NO_STANCE
    if drawn.below(2):
        credences = {id_: drawn.one_of(_NUMBERS) for id_ in argument_map.claims if drawn.below(2)}
        given = {id_: number for id_, number in credences.items() if number is not None}
        stance = replace(stance, credences=given)
    force = drawn.one_of((None, Force.DEFEAT, Force.CONTEST))
    return Case(argument_map, stance, force, drawn.one_of(sorted(GRADUAL)))


def claim_follows(case: Case, brute: Brute, finding: StrengthFinding, claim: str) -> float:
    """The strength that a claim has to have, if those of the relations to it are right."""
    class_ = brute.class_(claim)
    if class_ in brute.rejected:
        return 0.0
    if class_ in brute.accepted:
        return 1.0
    own = [case.stance.credences.get(id_) for id_ in class_]
    own += [case.map.claims[id_].credence for id_ in class_]
    default = 0.8 if brute.granted(class_) else 0.0
    base = next((number for number in own if number is not None), default)
    acting = [
        [finding.relations[relation.id] for relation in brute.on(class_, kind)]
        for kind in (Kind.SUPPORTS, Kind.ATTACKS)
    ]
    return by_formula(case.semantics, base, *acting)


def relation_follows(
    case: Case, brute: Brute, finding: StrengthFinding, relation: Relation
) -> float:
    """The strength that a relation has to have, if those of premises and undercuts are right."""
    force = relation.force or case.force or case.map.objections
    is_half = relation.kind is Kind.ATTACKS and force is Force.CONTEST
    weight = relation.weight if relation.weight is not None else 0.5 if is_half else 1.0
    premises = {brute.class_(premise) for premise in relation.premises}
    base = weight * prod(finding.claims[class_[0]] for class_ in premises)
    undercuts = [finding.relations[undercut.id] for undercut in brute.undercuts(relation)]
    return by_formula(case.semantics, base, [], undercuts)


def believing(case: Case, claim: str, credence: float) -> float:
    credences = {**case.stance.credences, claim: min(1.0, max(0.0, credence))}
    reading = case.reading.with_stance(replace(case.stance, credences=credences))
    return strengths(reading, case.semantics).claims[max(case.map.claims)]


@for_all(case_of, 500)
def test_every_strength_follows_from_those_beside_it(case: Case) -> None:
    finding = strengths(case.reading, case.semantics)
    if finding.status is Status.NOT_CONVERGED:
        return
    brute = Brute(case.map, case.stance, case.force)
    near = 1e-9 if finding.status is Status.EXACT else 1e-6
    for id_, strength in finding.claims.items():
        assert strength == pytest.approx(claim_follows(case, brute, finding, id_), abs=near), id_
    for id_, relation in case.map.relations.items():
        expected = relation_follows(case, brute, finding, relation)
        assert finding.relations[id_] == pytest.approx(expected, abs=near), id_


@for_all(case_of, 150)
def test_shares_add_up_and_removing_is_rejecting(case: Case) -> None:
    claim = max(case.map.claims)
    finding = attribution(case.reading, claim, case.semantics)
    if not finding.shares or finding.status is not Status.EXACT:
        return
    total = sum(part.shapley for part in finding.shares)
    assert total == pytest.approx(finding.strength - finding.own, abs=1e-9)
    for part in finding.shares:
        rejecting = replace(case.stance, reject=case.stance.reject | {part.claim})
        without = strengths(case.reading.with_stance(rejecting), case.semantics)
        assert without.claims[claim] == pytest.approx(finding.strength - part.removal)
        for credence, expected in ((0.0, part.if_refuted), (1.0, part.if_conceded)):
            moved = believing(case, part.claim, credence)
            assert moved == pytest.approx(expected), (part.claim, credence)
        if part.tips_at is not None:
            sides = [believing(case, part.claim, part.tips_at + step) for step in (-1e-6, 1e-6)]
            assert min(sides) - 1e-4 <= 0.5 <= max(sides) + 1e-4


def test_the_order_of_a_map_makes_no_difference() -> None:
    small = read_map("a & b + c; d - c; e / d~attacks~c; f >< a")
    turned = replace(small, relations=dict(reversed([*small.relations.items()])))
    assert strengths(Reading(turned)) == strengths(Reading(small))


def test_three_reasons_and_one_objection() -> None:
    finding = strengths(Reading(read_map("a + x; b + x; c + x; d - x")))
    # The reasons leave open 0.2 each, the objection, which contests, counts half of 0.8.
    assert finding.claims["x"] == pytest.approx(1 - 0.2**3 - 0.4)
    assert (finding.assumed, finding.halved) == (("a", "b", "c", "d"), ("d~attacks~x",))


def test_an_objection_that_is_to_refute_counts_in_full() -> None:
    finding = strengths(Reading(read_map("a + x; d -! x")))
    assert finding.claims["x"] == pytest.approx(0)
    assert finding.halved == ()


def test_linked_premises_count_as_far_as_all_of_them() -> None:
    finding = strengths(Reading(read_map("r: a & b + x; u / r")))
    assert finding.relations["r"] == pytest.approx(0.8 * 0.8 * (1 - 0.8))
    assert finding.claims["x"] == finding.relations["r"]


def test_euler_leaves_a_claim_of_base_0_at_0_and_says_so() -> None:
    finding = strengths(Reading(read_map("a + x; x + y")), "euler")
    assert finding.claims["x"] == finding.claims["y"] == 0
    assert finding.unmoved == ("x", "y")


def test_low_credences_of_a_reader_are_credences_and_no_rejections() -> None:
    small = read_map("a + x")
    doubtful = Stance("me", credences={"a": 0.3})
    reading = reading_of(small, doubtful)
    assert reading.status.claims["x"].word == "falls"
    assert strengths(reading).claims["x"] == pytest.approx(0.3)
    assert strengths(reading_of(reading, reject="a")).claims["x"] == 0
    by_reader = strengths_by_reader(Reading(small), [doubtful, Stance("you")])
    assert by_reader["me"].claims["x"] == pytest.approx(0.3)
    assert by_reader["you"].claims["x"] == pytest.approx(0.8)


@pytest.mark.parametrize("number", [-0.1, 1.5, float("nan"), float("inf")])
def test_a_number_that_python_code_gives_is_checked_too(number: float) -> None:
    small = read_map("r: a + x")
    credulous = replace(
        small, claims={**small.claims, "a": replace(small.claims["a"], credence=number)}
    )
    with pytest.raises(UsageError, match="the credence of `a` is"):
        strengths(Reading(credulous))
    heavy = replace(small, relations={"r": replace(small.relations["r"], weight=number)})
    with pytest.raises(UsageError, match="the weight of `r` is"):
        strengths(Reading(heavy))


def test_an_unknown_semantics_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean `df-quad`"):
        strengths(Reading(read_map("a + x")), "dfquad")


def test_a_nest_of_circles_tells_that_it_has_no_one_answer() -> None:
    nest = read_map("a -! b; b -! a; a + x; b + x")
    sure = replace(nest, claims={id_: replace(c, credence=1.0) for id_, c in nest.claims.items()})
    finding = strengths(Reading(sure))
    [circle] = finding.circles
    assert (circle.claims, circle.status) == (("a", "b"), Status.BISTABLE)
    assert finding.status is Status.BISTABLE
    assert circle.low["a"] < 0.4
    assert circle.high["a"] > 0.6
    assert attribution(Reading(sure), "x").shares == ()
