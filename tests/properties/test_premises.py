"""What rests on what is what `model.md` says, on random maps."""

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
from tests.rests import Rests

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.analysis.rests_on.premises import PremisesFinding
    from argmap.model.argument_map import ArgumentMap
    from tests.rests import Class, Classes

ALL = Limits(sets=None)


def ids(classes: Iterable[Class]) -> tuple[str, ...]:
    """Classes by smallest id, sorted."""
    return tuple(sorted(one[0] for one in classes))


def in_order(sets: Iterable[Classes]) -> list[tuple[str, ...]]:
    """Smallest first, then by ids."""
    return sorted(map(ids, sets), key=lambda one: (len(one), one))


class Asked(NamedTuple):
    """A map, and who reads it with which force."""

    force: Force
    map: ArgumentMap
    stance: Stance

    @property
    def right(self) -> Rests:
        """What is right."""
        return Rests(self.map, self.stance, self.force)

    def found(self, claim: str, limits: Limits = ALL) -> PremisesFinding:
        """What the program finds for a claim."""
        return premises(Reading(self.map, self.stance, self.force), claim, limits)


def asked_of(drawn: Choices) -> Asked:
    return Asked(drawn.one_of((*Force,)), *reading_of(drawn))


@for_all(asked_of, 500)
def test_premises_and_families_are_what_the_definitions_say(asked: Asked) -> None:
    right = asked.right
    for claim in asked.map.claims:
        found, goal = asked.found(claim), right.read.class_(claim)
        wanted, rejected = right.premise_sets(goal), right.rejection_sets(goal)
        used = {one for members in wanted for one in members}
        assert found.claim == claim
        assert found.derivable == (goal in right.derivable)
        leading = right.premises(goal) if found.derivable else frozenset()
        assert found.premises == ids(leading)
        assert found.idle == ids(leading - used)
        assert found.critical == ids(
            one for members in rejected if len(members) == 1 for one in members
        )
        assert [one.claims for one in found.premise_sets] == in_order(wanted)
        assert list(found.rejection_sets) == in_order(rejected)
        assert found.premise_sets_total == len(wanted)
        assert found.rejection_sets_total == len(rejected)
        assert found.complete
        assert found.stopped is None


@for_all(asked_of, 600)
def test_the_status_of_a_premise_set_and_what_decides_it(asked: Asked) -> None:
    right = asked.right
    for goal in right.classes:
        found = {one.claims: one for one in asked.found(goal[0]).premise_sets}
        for members in right.premise_sets(goal):
            told, status = found.pop(ids(members)), right.status(members, goal)
            assert str(told.status) == status
            attacks = right.attacks_on(right.way(members, goal))
            labels = {one.id: right.read.relation_label(one) for one in attacks}
            by = {
                "defeated": {id_ for id_, label in labels.items() if label == "in"},
                "undecided": {id_ for id_, label in labels.items() if label != "out"},
                "undefeated": {
                    id_ for one in attacks if labels[one.id] == "out" for id_ in right.answers(one)
                },
            }[status]
            assert told.by == tuple(sorted(by))
            assert status != "undefeated" or right.read.label(goal) == "in"
            assert status == "defeated" or right.read.label(goal) != "out"
        assert not found


@for_all(asked_of, 500)
def test_a_claim_is_in_exactly_if_it_has_a_standing_premise_set(asked: Asked) -> None:
    right = asked.right
    for goal in right.classes:
        found = asked.found(goal[0])
        assert list(found.standing_premise_sets) == in_order(right.standing(goal))
        assert bool(found.standing_premise_sets) == (right.read.label(goal) == "in")


@for_all(asked_of, 150)
def test_it_does_not_matter_which_member_of_a_class_is_asked_for(asked: Asked) -> None:
    for goal in asked.right.classes:
        first, *others = (asked.found(one) for one in goal)
        assert all(replace(one, claim=goal[0]) == first for one in others)


@for_all(asked_of, 150)
def test_limits_leave_out_the_largest_and_say_so(asked: Asked) -> None:
    for goal in asked.right.classes:
        whole = asked.found(goal[0])
        for limit in range(3):
            found = asked.found(goal[0], Limits(sets=limit))
            left_out = False
            for some, every in (
                (
                    [one.claims for one in found.premise_sets],
                    [one.claims for one in whole.premise_sets],
                ),
                (found.rejection_sets, whole.rejection_sets),
                (found.standing_premise_sets, whole.standing_premise_sets),
            ):
                assert set(some) <= set(every)
                assert [len(one) for one in some] == [len(one) for one in every[:limit]]
                left_out |= len(some) < len(every)
            assert found.stopped == ("limit" if left_out else None)
            assert found.complete == (not left_out)
            assert (found.premises, found.idle, found.critical) == (
                whole.premises,
                whole.idle,
                whole.critical,
            )


# Dependents


@for_all(map_of, 1000)
def test_dependents_are_what_the_definition_says(argument_map: ArgumentMap) -> None:
    right = Rests(argument_map)
    for claim in argument_map.claims:
        found = dependents(argument_map, claim)
        told = {
            "falls": found.falls,
            "weakened": found.weakened,
            "untouched": found.untouched,
        }
        wanted = right.dependents(right.read.class_(claim))
        assert told == {word: tuple(sorted(some)) for word, some in wanted.items()}
        assert found.claim == claim


@for_all(map_of, 300)
def test_what_falls_with_a_critical_granted_claim_has_it_as_critical(
    argument_map: ArgumentMap,
) -> None:
    """Where nothing supports the claim, to strike it is to withdraw its grant."""
    right = Rests(argument_map)
    reading = Reading(argument_map, NO_STANCE, argument_map.objections)
    unsupported = right.grants - {right.head(one) for one in right.supports}
    for struck in unsupported:
        rests = {
            one
            for one in argument_map.claims
            if one not in struck and struck[0] in premises(reading, one, ALL).critical
        }
        assert set(dependents(argument_map, struck[0]).falls) == rests


# Maps by hand


def test_a_map_of_every_kind_of_premise_set() -> None:
    """What stands, what a reply reinstates, what is refuted, and what is left open."""
    argument_map = read_map("""
        a & b + c; d & e + c; f + c; g & h + c
        x -! a; y / x~attacks~a; cut: z / d+e~supports~c; p >< f
    """)
    found = premises(Reading(argument_map, NO_STANCE, Force.CONTEST), "c", ALL)
    told = [(one.claims, str(one.status), one.by) for one in found.premise_sets]
    assert told == [
        (("f",), "undecided", ("p~contradicts~f",)),
        (("a", "b"), "undefeated", ("y~undercuts~x~attacks~a",)),
        (("d", "e"), "defeated", ("cut",)),
        (("g", "h"), "undefeated", ()),
    ]
    assert found.standing_premise_sets == (("a", "b"), ("g", "h"))


def test_a_minimal_set_can_be_defeated_while_a_larger_one_carries_the_claim() -> None:
    """The short way from `a` is cut; the long one needs `b` too."""
    argument_map = read_map("short: a + c; a & b + m; m + c; x / short")
    found = premises(Reading(argument_map, NO_STANCE, Force.CONTEST), "c", ALL)
    assert [(one.claims, str(one.status)) for one in found.premise_sets] == [(("a",), "defeated")]
    assert found.standing_premise_sets == (("a", "b"),)
    assert found.idle == ("b",)


def test_a_claim_without_a_derivation_rests_on_nothing() -> None:
    """Not even on what leads to it; it stands only for a reader who accepts it."""
    argument_map = read_map("a & b + c; ungranted b")
    found = premises(Reading(argument_map, NO_STANCE, Force.CONTEST), "c", ALL)
    assert (found.derivable, found.premises, found.idle) == (False, (), ())
    assert (found.critical, found.premise_sets, found.rejection_sets) == ((), (), ())
    assert found.standing_premise_sets == ()
    accepts = Stance(accept=frozenset({"c"}))
    found = premises(Reading(argument_map, accepts, Force.CONTEST), "c", ALL)
    assert found.standing_premise_sets == ((),)


def test_an_unknown_claim_is_refused() -> None:
    argument_map = read_map("a + c")
    reading = Reading(argument_map, NO_STANCE, Force.CONTEST)
    with pytest.raises(UsageError, match="there is no claim `b`"):
        premises(reading, "b")
    with pytest.raises(UsageError, match="there is no claim `b`"):
        dependents(argument_map, "b")
