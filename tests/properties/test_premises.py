"""Premises, premise sets and dependents of random maps are those that `model.md` defines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import pytest

from argmap.analysis.reading_of_map import Reading
from argmap.analysis.rests_on.premises import premises
from argmap.api import dependents
from argmap.errors import UsageError
from argmap.model.relation import Force
from argmap.model.stance import NO_STANCE, Stance
from argmap.reasoning.minimal_sets.families import Limits
from tests.maps import Choices, for_all, map_of, read_map, reading_of
from tests.support_basis import SupportBasis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.analysis.rests_on.premises import PremisesFinding
    from argmap.model.argument_map import ArgumentMap
    from tests.support_basis import Class, Classes

ALL = Limits(sets=None)


def ids(classes: Iterable[Class]) -> tuple[str, ...]:
    """Classes by smallest id, sorted."""
    return tuple(sorted(class_[0] for class_ in classes))


def in_order(sets: Iterable[Classes]) -> list[tuple[str, ...]]:
    """The sets as ids, smallest first, then by ids."""
    return sorted(map(ids, sets), key=lambda members: (len(members), members))


class PremisesQuestion(NamedTuple):
    """A map, its reader, and the force of objections."""

    force: Force
    map: ArgumentMap
    stance: Stance

    @property
    def right(self) -> SupportBasis:
        """The oracle for this question."""
        return SupportBasis(self.map, self.stance, self.force)

    def finding(self, claim: str, limits: Limits = ALL) -> PremisesFinding:
        """The program's own finding for a claim."""
        return premises(Reading(self.map, self.stance, self.force), claim, limits)


def question_of(drawn: Choices) -> PremisesQuestion:
    return PremisesQuestion(drawn.one_of((*Force,)), *reading_of(drawn))


@for_all(question_of, 500)
def test_premises_and_families_are_what_the_definitions_say(question: PremisesQuestion) -> None:
    right = question.right
    for claim in question.map.claims:
        finding, goal = question.finding(claim), right.read.class_(claim)
        wanted, rejected = right.premise_sets(goal), right.rejection_sets(goal)
        used = {member for members in wanted for member in members}
        assert finding.claim == claim
        assert finding.derivable == (goal in right.derivable)
        leading = right.premises(goal) if finding.derivable else frozenset()
        assert finding.premises == ids(leading)
        assert finding.idle == ids(leading - used)
        assert finding.critical == ids(
            member for members in rejected if len(members) == 1 for member in members
        )
        assert [premise_set.claims for premise_set in finding.premise_sets] == in_order(wanted)
        assert list(finding.rejection_sets) == in_order(rejected)
        assert finding.premise_sets_total == len(wanted)
        assert finding.rejection_sets_total == len(rejected)
        assert finding.complete
        assert finding.stopped is None


@for_all(question_of, 600)
def test_the_status_of_a_premise_set_and_what_decides_it(question: PremisesQuestion) -> None:
    right = question.right
    for goal in right.classes:
        premise_sets = {
            premise_set.claims: premise_set
            for premise_set in question.finding(goal[0]).premise_sets
        }
        for members in right.premise_sets(goal):
            premise_set, status = premise_sets.pop(ids(members)), right.status(members, goal)
            assert str(premise_set.status) == status
            attacks = right.attacks_on(right.way(members, goal))
            labels = {attack.id: right.read.relation_label(attack) for attack in attacks}
            by = {
                "defeated": {id_ for id_, label in labels.items() if label == "in"},
                "undecided": {id_ for id_, label in labels.items() if label != "out"},
                "undefeated": {
                    id_
                    for attack in attacks
                    if labels[attack.id] == "out"
                    for id_ in right.answers(attack)
                },
            }[status]
            assert premise_set.by == tuple(sorted(by))
            assert status != "undefeated" or right.read.label(goal) == "in"
            assert status == "defeated" or right.read.label(goal) != "out"
        assert not premise_sets


@for_all(question_of, 500)
def test_a_claim_is_in_exactly_if_it_has_a_standing_premise_set(question: PremisesQuestion) -> None:
    right = question.right
    for goal in right.classes:
        finding = question.finding(goal[0])
        assert list(finding.standing_premise_sets) == in_order(right.standing(goal))
        assert bool(finding.standing_premise_sets) == (right.read.label(goal) == "in")


@for_all(question_of, 150)
def test_it_does_not_matter_which_member_of_a_class_is_asked_for(
    question: PremisesQuestion,
) -> None:
    for goal in question.right.classes:
        first, *others = (question.finding(member) for member in goal)
        assert all(replace(other, claim=goal[0]) == first for other in others)


@for_all(question_of, 150)
def test_limits_leave_out_the_largest_and_say_so(question: PremisesQuestion) -> None:
    for goal in question.right.classes:
        whole = question.finding(goal[0])
        for limit in range(3):
            finding = question.finding(goal[0], Limits(sets=limit))
            left_out = False
            for some, every in (
                (
                    [premise_set.claims for premise_set in finding.premise_sets],
                    [premise_set.claims for premise_set in whole.premise_sets],
                ),
                (finding.rejection_sets, whole.rejection_sets),
                (finding.standing_premise_sets, whole.standing_premise_sets),
            ):
                assert set(some) <= set(every)
                assert [len(members) for members in some] == [
                    len(members) for members in every[:limit]
                ]
                left_out |= len(some) < len(every)
            assert finding.stopped == ("limit" if left_out else None)
            assert finding.complete == (not left_out)
            assert (finding.premises, finding.idle, finding.critical) == (
                whole.premises,
                whole.idle,
                whole.critical,
            )


# Dependents


@for_all(map_of, 1000)
def test_dependents_are_what_the_definition_says(argument_map: ArgumentMap) -> None:
    right = SupportBasis(argument_map)
    for claim in argument_map.claims:
        finding = dependents(argument_map, claim)
        fates = {
            "falls": finding.falls,
            "weakened": finding.weakened,
            "untouched": finding.untouched,
        }
        wanted = right.dependents(right.read.class_(claim))
        assert fates == {word: tuple(sorted(some)) for word, some in wanted.items()}
        assert finding.claim == claim


@for_all(map_of, 300)
def test_claims_that_fall_with_a_granted_claim_have_it_as_critical(
    argument_map: ArgumentMap,
) -> None:
    """To strike a claim without supports is to withdraw its grant."""
    right = SupportBasis(argument_map)
    reading = Reading(argument_map, NO_STANCE, argument_map.objections)
    unsupported = right.grants - {right.head(support) for support in right.supports}
    for struck in unsupported:
        rests = {
            claim
            for claim in argument_map.claims
            if claim not in struck and struck[0] in premises(reading, claim, ALL).critical
        }
        assert set(dependents(argument_map, struck[0]).falls) == rests


# Maps by hand


def test_a_map_of_every_kind_of_premise_set() -> None:
    """Premise sets that stand, are reinstated by a reply, are refuted, and are undecided."""
    argument_map = read_map("""
        a & b + c; d & e + c; f + c; g & h + c
        x -! a; y / x~attacks~a; cut: z / d+e~supports~c; p >< f
    """)
    finding = premises(Reading(argument_map, NO_STANCE, Force.CONTEST), "c", ALL)
    rows = [
        (premise_set.claims, str(premise_set.status), premise_set.by)
        for premise_set in finding.premise_sets
    ]
    assert rows == [
        (("f",), "undecided", ("p~contradicts~f",)),
        (("a", "b"), "undefeated", ("y~undercuts~x~attacks~a",)),
        (("d", "e"), "defeated", ("cut",)),
        (("g", "h"), "undefeated", ()),
    ]
    assert finding.standing_premise_sets == (("a", "b"), ("g", "h"))


def test_a_minimal_set_can_be_defeated_while_a_larger_one_carries_the_claim() -> None:
    """The short way from `a` is cut; the long one needs `b` too."""
    argument_map = read_map("short: a + c; a & b + m; m + c; x / short")
    finding = premises(Reading(argument_map, NO_STANCE, Force.CONTEST), "c", ALL)
    assert [
        (premise_set.claims, str(premise_set.status)) for premise_set in finding.premise_sets
    ] == [(("a",), "defeated")]
    assert finding.standing_premise_sets == (("a", "b"),)
    assert finding.idle == ("b",)


def test_a_claim_without_a_derivation_rests_on_nothing() -> None:
    """Not even on what leads to it; it stands only for a reader who accepts it."""
    argument_map = read_map("a & b + c; ungranted b")
    finding = premises(Reading(argument_map, NO_STANCE, Force.CONTEST), "c", ALL)
    assert (finding.derivable, finding.premises, finding.idle) == (False, (), ())
    assert (finding.critical, finding.premise_sets, finding.rejection_sets) == ((), (), ())
    assert finding.standing_premise_sets == ()
    accepts = Stance(accept=frozenset({"c"}))
    finding = premises(Reading(argument_map, accepts, Force.CONTEST), "c", ALL)
    assert finding.standing_premise_sets == ((),)


def test_an_unknown_claim_is_refused() -> None:
    argument_map = read_map("a + c")
    reading = Reading(argument_map, NO_STANCE, Force.CONTEST)
    with pytest.raises(UsageError, match="there is no claim `b`"):
        premises(reading, "b")
    with pytest.raises(UsageError, match="there is no claim `b`"):
        dependents(argument_map, "b")
