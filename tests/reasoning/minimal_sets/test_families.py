"""Families of minimal sets: diagrams, both solvers and brute force agree, circles included."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from argmap.reasoning import horn as horn_module
from argmap.reasoning.horn import Horn, critical, derivable
from argmap.reasoning.minimal_sets import families as module
from argmap.reasoning.minimal_sets.families import Limits, families, subproblem_of
from argmap.reasoning.solvers.engines import ENGINES, engine
from tests.maps import Choices, for_all
from tests.support_basis import derived, hitting_sets, premise_sets, rejection_sets

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.reasoning.horn import Rule
    from argmap.reasoning.minimal_sets.families import Families, Subproblem

ALL = Limits(sets=None)
DOORS = {name: engine(name) for name in ENGINES}
SAT = DOORS["sat"]


class Problem(NamedTuple):
    """Rules, grants and a goal."""

    atoms: int
    rules: tuple[Rule, ...]
    grants: tuple[int, ...]
    goal: int

    @property
    def horn(self) -> Horn:
        """The rules with their index."""
        return Horn(self.atoms, self.rules)

    def holds(self, grants: frozenset[int]) -> bool:
        """Whether the goal is derivable from some grants."""
        return self.goal in derived(self.rules, grants)

    @property
    def premise_sets(self) -> list[tuple[int, ...]]:
        """By brute force, smallest first."""
        return in_order(premise_sets(self.grants, self.holds))

    @property
    def rejection_sets(self) -> list[tuple[int, ...]]:
        """By brute force, smallest first."""
        return in_order(rejection_sets(self.grants, self.holds))

    @property
    def part(self) -> Subproblem | None:
        """The part of the rules that bears on the goal."""
        return subproblem_of(self.horn, self.grants, self.goal)


def in_order(sets: list[frozenset[int]]) -> list[tuple[int, ...]]:
    return sorted(
        (tuple(sorted(members)) for members in sets), key=lambda members: (len(members), members)
    )


def problem_of(drawn: Choices) -> Problem:
    """Any rules: circles, rules that need their own head, empty bodies, an atom twice in a body."""
    atoms = 1 + drawn.below(9)
    rules = tuple(
        (drawn.below(atoms), tuple(drawn.below(atoms) for _ in range(drawn.one_of(SIZES))))
        for _ in range(drawn.below(16))
    )
    grants = [atom for atom in range(atoms) if drawn.below(3)]
    return Problem(atoms, rules, tuple(grants), drawn.below(atoms))


SIZES = (1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 4, 1, 2, 2, 0)


def deep_problem_of(drawn: Choices) -> Problem:
    """Grants below, then steps that each need what stands before or, now and then, after them."""
    grants, steps = 3 + drawn.below(6), 2 + drawn.below(8)
    atoms = grants + steps
    rules: list[Rule] = []
    for head in range(grants, atoms):
        for _ in range(1 + drawn.below(3)):
            last = atoms if not drawn.below(4) else head
            first = max(0, last - 7)
            size = 1 + drawn.below(3)
            rules.append((head, tuple(first + drawn.below(last - first) for _ in range(size))))
    granted = [*range(grants), *(atom for atom in range(grants, atoms) if not drawn.below(8))]
    return Problem(atoms, tuple(rules), tuple(granted), atoms - 1)


# What the families are


def assert_right(problem: Problem, result: Families) -> None:
    wanted, rejected = problem.premise_sets, problem.rejection_sets
    assert list(result.premise_sets.sets) == wanted
    assert list(result.rejection_sets.sets) == rejected
    assert (result.premise_sets.total, result.premise_sets.stopped) == (len(wanted), None)
    assert (result.rejection_sets.total, result.rejection_sets.stopped) == (len(rejected), None)
    assert result.used == frozenset(grant for members in wanted for grant in members)


@for_all(problem_of, 2500)
def test_diagrams_and_brute_force_agree(problem: Problem) -> None:
    assert_right(problem, families(problem.part, SAT, ALL))


@for_all(deep_problem_of, 700, size=150)
def test_they_agree_on_deep_rules_too(problem: Problem) -> None:
    assert_right(problem, families(problem.part, SAT, ALL))


@pytest.mark.parametrize("build", [problem_of, deep_problem_of])
@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
def test_the_solvers_and_brute_force_agree(
    door: module.Engine,
    build: Callable[[Choices], Problem],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "STEPS", 0)

    @for_all(build, 300, size=150)
    def agree(problem: Problem) -> None:
        assert_right(problem, families(problem.part, door, ALL))

    agree()


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
def test_the_solvers_need_no_part(door: module.Engine) -> None:
    @for_all(problem_of, 200)
    def agree(problem: Problem) -> None:
        is_derivable = problem.holds(frozenset(problem.grants))
        rejected = problem.rejection_sets if is_derivable else [()]  # nothing need be withdrawn
        question = problem.horn, problem.grants, problem.goal
        for wanted, actual in (
            (problem.premise_sets, list(door.premise_sets(*question))),
            (rejected, list(door.rejection_sets(*question))),
        ):
            assert [len(members) for members in actual] == sorted(
                len(members) for members in actual
            )
            assert in_order([frozenset(members) for members in actual]) == wanted
            assert all(list(members) == sorted(members) for members in actual)

    agree()


@for_all(deep_problem_of, 400, size=150)
def test_each_family_has_the_minimal_hitting_sets_of_the_other(problem: Problem) -> None:
    result = families(problem.part, SAT, ALL)
    wanted = [frozenset(members) for members in result.premise_sets.sets]
    rejected = [frozenset(members) for members in result.rejection_sets.sets]
    if wanted:
        assert in_order(hitting_sets(wanted)) == list(result.rejection_sets.sets)
    if rejected:
        assert in_order(hitting_sets(rejected)) == list(result.premise_sets.sets)


@for_all(problem_of, 1500)
def test_critical_grants_are_the_rejection_sets_with_one_member(problem: Problem) -> None:
    goals = list(range(problem.atoms))
    assert critical(problem.horn, problem.grants, goals) == [
        [members[0] for members in problem._replace(goal=goal).rejection_sets if len(members) == 1]
        for goal in goals
    ]


@for_all(problem_of, 300)
def test_critical_grants_are_found_a_few_at_a_time(problem: Problem) -> None:
    question = problem.horn, problem.grants, list(range(problem.atoms))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(horn_module, "_WORLDS_AT_ONCE", 2)
        few = critical(*question)
    assert few == critical(*question)


# What is listed of them


@pytest.mark.parametrize("steps", [0, module.STEPS])
@pytest.mark.parametrize("limit", [0, 1, 2, 4])
def test_a_limit_says_so(limit: int, steps: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STEPS", steps)

    @for_all(deep_problem_of, 60 if steps else 15, size=150)
    def keep(problem: Problem) -> None:
        result = families(problem.part, SAT, Limits(sets=limit))
        for family, wanted in (
            (result.premise_sets, problem.premise_sets),
            (result.rejection_sets, problem.rejection_sets),
        ):
            assert [len(members) for members in family.sets] == [
                len(members) for members in wanted[:limit]
            ]
            assert set(family.sets) <= set(wanted)
            assert list(family.sets) == in_order([frozenset(members) for members in family.sets])
            assert family.stopped == ("limit" if len(wanted) > limit else None)
            known = steps or family.stopped is None
            assert family.total == (len(wanted) if known else None)
        if steps or result.used is not None:
            used = (grant for members in problem.premise_sets for grant in members)
            assert result.used == frozenset(used)

    keep()


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
def test_no_time_says_so(door: module.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STEPS", 0)
    rules = tuple((8, (first, other)) for first in range(8) for other in range(first))
    problem = Problem(9, rules, tuple(range(8)), 8)
    result = families(problem.part, door, Limits(sets=None, seconds=0.0))
    for family, wanted in (
        (result.premise_sets, problem.premise_sets),
        (result.rejection_sets, problem.rejection_sets),
    ):
        assert family.stopped == "time"
        assert family.total is None
        assert set(family.sets) < set(wanted)
    assert result.used is None


def test_without_a_derivation_there_is_nothing() -> None:
    problem = Problem(3, ((2, (0, 1)), (1, (1,)), (1, (2,))), (0,), 2)
    assert problem.part is None
    assert families(problem.part, SAT, ALL) == module.Families(
        module.Family((), 0), module.Family((), 0), frozenset()
    )


def test_a_goal_that_holds_anyway_needs_nothing_and_cannot_be_taken_away() -> None:
    problem = Problem(2, ((1, ()), (1, (0,))), (0,), 1)
    result = families(problem.part, SAT, ALL)
    assert result.premise_sets == module.Family(((),), 1)
    assert result.rejection_sets == module.Family((), 0)


# Parts


@for_all(problem_of, 1000)
def test_a_part_has_the_families_of_the_whole(problem: Problem) -> None:
    part = problem.part
    assert (part is not None) == problem.holds(frozenset(problem.grants))
    known = subproblem_of(
        problem.horn, problem.grants, problem.goal, derivable(problem.horn, problem.grants)
    )
    assert (known is None) == (part is None)
    if part is None or known is None:
        return
    for cut in (part, known):
        inner = Problem(cut.horn.atoms, tuple(cut.horn.rules), cut.grants, cut.goal)
        for within, whole in (
            (inner.premise_sets, problem.premise_sets),
            (inner.rejection_sets, problem.rejection_sets),
        ):
            assert in_order([frozenset(cut.named(sets)) for sets in within]) == whole
