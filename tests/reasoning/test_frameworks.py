"""Assumption-based frameworks: derivations and the grounded extension against naive ones."""

from __future__ import annotations

import re
import sys
from array import array
from itertools import pairwise

import pytest

from argmap.reasoning import arrays
from argmap.reasoning.components import circles_in, strong_components
from argmap.reasoning.framework import Framework
from argmap.reasoning.grounded import grounded_atoms, grounded_extension
from argmap.reasoning.horn import Derivation, Rule, derivable
from argmap.reasoning.packed_lists import PackedLists
from tests.brute import Aba, closure, complete_extensions, grounded
from tests.maps import Choices, for_all


def framework_of(drawn: Choices, most_assumptions: int, most_others: int) -> Framework:
    """Any flat framework: circles of rules, facts, contraries that are assumptions, of themselves.

    Atoms are numbered in any order, so that no order of reading is favoured.
    """
    size = 1 + drawn.below(most_assumptions)
    atoms = drawn.shuffled(range(size + drawn.below(most_others + 1)))
    assumptions, heads = atoms[:size], atoms[size:]
    rules: list[Rule] = [
        (drawn.one_of(heads), tuple(drawn.one_of(atoms) for _ in range(drawn.below(4))))
        for _ in range(drawn.below(12) if heads else 0)
    ]
    contraries = [(drawn.one_of(assumptions), drawn.one_of(atoms)) for _ in range(drawn.below(10))]
    return Framework(len(atoms), tuple(assumptions), tuple(rules), tuple(contraries))


def naive(framework: Framework) -> Aba:
    return Aba(
        frozenset(framework.assumptions),
        tuple((head, frozenset(body)) for head, body in framework.rules),
        frozenset(framework.contraries),
    )


def marked(marks: bytearray) -> set[int]:
    return {atom for atom, mark in enumerate(marks) if mark}


def any_framework(drawn: Choices) -> Framework:
    return framework_of(drawn, 7, 6)


def small_framework(drawn: Choices) -> Framework:
    return framework_of(drawn, 5, 4)


def framework_and_set(drawn: Choices) -> tuple[Framework, frozenset[int]]:
    framework = any_framework(drawn)
    return framework, frozenset(
        assumption for assumption in framework.assumptions if drawn.below(2)
    )


def successors_of(drawn: Choices) -> list[list[int]]:
    size = 1 + drawn.below(7)
    return [[drawn.below(size) for _ in range(drawn.below(4))] for _ in range(size)]


@for_all(any_framework, 3000)
def test_the_grounded_extension_is_the_least_fixpoint_of_defence(framework: Framework) -> None:
    extension = grounded_extension(framework)
    assert extension == grounded(naive(framework))
    assert marked(grounded_atoms(framework)) == closure(naive(framework), extension)


@for_all(small_framework, 1000)
def test_the_grounded_extension_is_the_least_complete_one(framework: Framework) -> None:
    complete = complete_extensions(naive(framework))
    assert grounded_extension(framework) == complete[0]
    assert all(complete[0] <= extension for extension in complete)


@for_all(framework_and_set, 1000)
def test_derivable_atoms_are_those_of_repeated_rules(
    question: tuple[Framework, frozenset[int]],
) -> None:
    framework, given = question
    expected = closure(naive(framework), given)
    assert marked(derivable(framework.horn, given)) == expected
    for atom in given:  # whichever of the facts comes later
        earlier = Derivation(framework.horn, given - {atom})
        before = bytes(earlier.is_derived)
        assert marked(earlier.also_from([atom])) == expected
        assert earlier.is_derived == before


@for_all(successors_of, 500)
def test_components_reach_each_other_and_come_after_what_they_reach(
    successors: list[list[int]],
) -> None:
    parts = strong_components(successors)
    assert sorted(node for part in parts for node in part) == list(range(len(successors)))
    reach = [_reached(successors, node) for node in range(len(successors))]
    place = {node: number for number, part in enumerate(parts) for node in part}
    for node, part in place.items():
        for other, other_part in place.items():
            assert (part == other_part) == (other in reach[node] and node in reach[other])
            assert other not in reach[node] or other_part <= part


def _reached(successors: list[list[int]], start: int) -> set[int]:
    reached = [start]
    for node in reached:
        reached += [other for other in successors[node] if other not in reached]
    return set(reached)


def test_a_circle_of_rules_derives_nothing_and_so_attacks_nothing() -> None:
    circle = Framework(3, (0,), ((1, (2,)), (2, (1,))), ((0, 1),))
    assert grounded_extension(circle) == {0}


def test_a_circle_that_loses_its_only_ground_dies() -> None:
    # 0 grounds the circle 2, 3, which is contrary to 4; the fact 1 is contrary to 0.
    rules = ((1, ()), (2, (0,)), (2, (3,)), (3, (2,)))
    assert grounded_extension(Framework(5, (0, 4), rules, ((0, 1), (4, 3)))) == {4}


@pytest.mark.parametrize(("late", "early"), [((2, 3), (4, 5)), ((4, 5), (2, 3))])
def test_a_circle_that_loses_its_ground_after_another_died_dies_too(
    late: tuple[int, int], early: tuple[int, int]
) -> None:
    # Nothing grounds the early circle, so 1 is accepted, so 0, the late circle's ground, is lost.
    rules: list[Rule] = [(late[0], (0,)), (late[0], (late[1],)), (late[1], (late[0],))]
    rules += [(early[0], (early[1],)), (early[1], (early[0],))]
    contraries = ((1, early[0]), (0, 1), (6, late[1]))
    assert grounded_extension(Framework(7, (0, 1, 6), tuple(rules), contraries)) == {1, 6}


def test_a_circle_that_keeps_one_ground_of_two_lives() -> None:
    # The undecided 5 grounds the circle as well, so 4 is neither accepted nor rejected.
    rules = ((1, ()), (2, (0,)), (2, (3,)), (3, (2,)), (3, (5,)))
    contraries = ((0, 1), (4, 3), (5, 5))
    assert grounded_extension(Framework(6, (0, 4, 5), rules, contraries)) == frozenset()


def test_a_contrary_without_rules_harms_nobody() -> None:
    assert grounded_extension(Framework(2, (0,), (), ((0, 1),))) == {0}


@pytest.mark.parametrize("size", [1, 2, 3, 4, 7])
def test_every_second_link_of_a_chain_of_attacks_is_accepted(size: int) -> None:
    attacks = tuple((target, attacker) for attacker, target in pairwise(range(size)))
    chain = Framework(size, tuple(range(size)), (), attacks)
    assert grounded_extension(chain) == set(range(0, size, 2))


@pytest.mark.parametrize("worth", [-1, 1000])
@pytest.mark.parametrize(
    ("assumptions", "rules", "contraries", "message"),
    [
        ((0,), ((0, (1,)),), (), "assumption 0 heads a rule: not flat"),
        ((0,), ((2, (0,)),), (), "an atom is out of range"),
        ((0,), ((1, (-1,)),), (), "an atom is out of range"),
        ((0, 2), (), (), "an atom is out of range"),
        ((0,), (), ((1, 0),), "1 has a contrary but is not assumed"),
        ((0,), (), ((0, 2),), "an atom is out of range"),
    ],
)
def test_a_framework_that_is_not_flat_is_refused(  # noqa: PLR0913, PLR0917  # the table
    assumptions: tuple[int, ...],
    rules: tuple[Rule, ...],
    contraries: tuple[tuple[int, int], ...],
    message: str,
    worth: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(arrays, "WORTH_NUMPY", worth)  # with numpy, and without
    with pytest.raises(ValueError, match=re.escape(message)):
        Framework(2, assumptions, rules, contraries)


def test_long_chains_and_circles_need_no_recursion() -> None:
    size = 20_000
    rules = (*((place + 1, (place,)) for place in range(size)), (1, (size,)))
    framework = Framework(size + 1, (0,), rules, ())
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(300)
    try:
        assert sum(derivable(framework.horn, {0})) == size + 1
        assert grounded_extension(framework) == {0}
    finally:
        sys.setrecursionlimit(limit)


@for_all(successors_of, 500)
def test_circles_are_the_components_that_hold_one(successors: list[list[int]]) -> None:
    pairs = [(node, other) for node, after in enumerate(successors) for other in after]
    keys, values = ([pair[place] for pair in pairs] for place in (0, 1))
    packed = PackedLists(len(successors), keys, values)
    circles = circles_in(packed, len(successors))
    assert sorted(map(sorted, circles)) == sorted(
        sorted(part)
        for part in strong_components(successors)
        if len(part) > 1 or part[0] in successors[part[0]]
    )


@pytest.mark.parametrize("worth", [0, 1000])
def test_lists_are_packed_in_the_order_in_which_they_come(
    worth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrays, "WORTH_NUMPY", worth)  # with numpy, and without
    packed = PackedLists(4, array("i", [2, 0, 2, 2]), array("i", [7, 8, 9, 1]))
    assert [list(packed.of(key)) for key in range(4)] == [[8], [], [7, 9, 1], []]
