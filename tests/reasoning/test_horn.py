"""Forward chaining: one pass over many worlds gives the same as a pass over each of them."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from argmap.reasoning.conditions import derivable_when
from argmap.reasoning.diagrams import Diagrams, TooLargeError
from argmap.reasoning.framework import Framework
from argmap.reasoning.grounded import grounded_extension
from argmap.reasoning.grounded_in_many import grounded_in
from argmap.reasoning.horn import Horn, above, below, bits, derivable, derivable_in
from argmap.reasoning.horn import Rule as HornRule
from tests.brute import Aba, closure, grounded
from tests.maps import Choices, for_all
from tests.support_basis import derived, premise_sets

SIZES = (1, 1, 1, 2, 2, 3, 0)


def rules_of(drawn: Choices, heads: int, atoms: int) -> tuple[HornRule, ...]:
    """Any rules: circles, rules that need their own head, empty bodies, an atom twice in a body."""
    return tuple(
        (drawn.below(heads), tuple(drawn.below(atoms) for _ in range(drawn.one_of(SIZES))))
        for _ in range(drawn.below(2 * atoms))
    )


class Many(NamedTuple):
    """Rules, and for each atom and rule the worlds where it is a fact, or may be used."""

    horn: Horn
    worlds: int
    facts: dict[int, int]
    open_in: tuple[int, ...] | None


def worlds_of(drawn: Choices) -> Many:
    atoms = 1 + drawn.below(9)
    rules = rules_of(drawn, atoms, atoms)
    count = 1 + drawn.below(6)
    facts = {atom: drawn.below(1 << count) for atom in range(atoms) if drawn.below(2)}
    open_in = tuple(drawn.below(1 << count) for _ in rules) if drawn.below(2) else None
    return Many(Horn(atoms, rules), count, facts, open_in)


@for_all(worlds_of, 2500)
def test_many_worlds_at_once_are_each_world_by_itself(many: Many) -> None:
    horn, count, facts, open_in = many
    marks = derivable_in(horn, facts, open_in)
    if open_in is None:  # a rule without premises fires in all worlds, of which there is no end
        marks = [mask & ((1 << count) - 1) for mask in marks]
    for world in range(count):
        rules = [
            rule
            for number, rule in enumerate(horn.rules)
            if open_in is None or open_in[number] >> world & 1
        ]
        wanted = derived(rules, [atom for atom, mask in facts.items() if mask >> world & 1])
        assert {atom for atom, mask in enumerate(marks) if mask >> world & 1} == wanted


@for_all(worlds_of, 1000)
def test_forward_chaining_derives_all_that_follows(many: Many) -> None:
    horn = many.horn
    marks = derivable(horn, many.facts)
    assert {atom for atom in range(horn.atoms) if marks[atom]} == derived(horn.rules, many.facts)


@for_all(worlds_of, 1000)
def test_atoms_below_and_above_are_joined_by_a_path(many: Many) -> None:
    horn = many.horn
    up = [(head, [premise]) for head, body in horn.rules for premise in body]
    reached = [derived(up, [atom]) for atom in range(horn.atoms)]
    for goal in range(horn.atoms):
        marks = below(horn, goal)
        assert [bool(mark) for mark in marks] == [goal in atoms for atoms in reached]
    marks = above(horn, many.facts)
    assert {atom for atom in range(horn.atoms) if marks[atom]} == derived(up, many.facts)


def test_bits_are_the_places_of_the_ones() -> None:
    for number in (*range(70), 1 << 200, (1 << 200) - 1, 5 << 63):
        assert bits(number) == [place for place in range(210) if number >> place & 1]


# Grounded extensions in many worlds


class Stances(NamedTuple):
    """A framework and, for atoms that are not assumed, where they are facts or have no rules."""

    framework: Framework
    worlds: int
    facts: dict[int, int]
    barred: dict[int, int]


def stances_of(drawn: Choices) -> Stances:
    assumed, others = 1 + drawn.below(6), 1 + drawn.below(5)
    atoms = assumed + others  # assumptions come last, so that rules may head any other atom
    rules = rules_of(drawn, others, atoms)
    assumptions = tuple(range(others, atoms))
    contraries = tuple(
        (drawn.one_of(assumptions), drawn.below(atoms)) for _ in range(drawn.below(9))
    )
    count = 1 + drawn.below(5)
    facts = {atom: drawn.below(1 << count) for atom in range(others) if not drawn.below(3)}
    barred = {atom: drawn.below(1 << count) for atom in range(others) if not drawn.below(3)}
    framework = Framework(atoms, assumptions, rules, tuple(dict.fromkeys(contraries)))
    return Stances(framework, count, facts, barred)


@for_all(stances_of, 1500)
def test_grounded_in_many_worlds_is_grounded_in_each(stances: Stances) -> None:
    framework, count, facts, barred = stances
    labels = grounded_in(framework, count, facts, barred)
    for world in range(count):
        rules = [rule for rule in framework.rules if not barred.get(rule[0], 0) >> world & 1]
        rules += [(atom, ()) for atom, mask in facts.items() if mask >> world & 1]
        here = Framework(framework.atoms, framework.assumptions, tuple(rules), framework.contraries)
        extension = grounded_extension(here)
        aba = Aba(
            frozenset(framework.assumptions),
            tuple((head, frozenset(body)) for head, body in rules),
            frozenset(framework.contraries),
        )
        assert extension == grounded(aba)
        assert {atom for atom, mask in enumerate(labels) if mask >> world & 1} == closure(
            aba, frozenset(extension)
        )
    assert all(mask < 1 << count for mask in labels)


# Decision diagrams


class Question(NamedTuple):
    """Rules and a goal."""

    horn: Horn
    goal: int


def question_of(drawn: Choices) -> Question:
    atoms = 1 + drawn.below(9)
    return Question(Horn(atoms, rules_of(drawn, atoms, atoms)), drawn.below(atoms))


def condition_of(diagrams: Diagrams, question: Question) -> int:
    """The condition of the goal, every atom a variable."""
    variables = {atom: diagrams.variable(atom) for atom in range(question.horn.atoms)}
    return derivable_when(diagrams, question.horn, variables)[question.goal]


@for_all(question_of, 700)
def test_a_diagram_has_the_minimal_sets_of_a_condition_and_of_its_dual(question: Question) -> None:
    atoms = range(question.horn.atoms)

    def holds(grants: frozenset[int]) -> bool:
        return question.goal in derived(question.horn.rules, grants)

    def held_down(withdrawn: frozenset[int]) -> bool:
        return not holds(frozenset(atoms) - withdrawn)

    diagrams = Diagrams(100_000)
    condition = condition_of(diagrams, question)
    for diagram, wanted in (
        (condition, premise_sets(atoms, holds)),
        (diagrams.dual(condition), premise_sets(atoms, held_down)),
    ):
        family = diagrams.minimal(diagram)
        listed = [tuple(sorted(members)) for members in wanted]
        assert list(diagrams.smallest_first(family)) == sorted(
            listed, key=lambda members: (len(members), members)
        )
        assert diagrams.count(family) == len(wanted)
        assert diagrams.members(family) == {member for members in listed for member in members}


@for_all(question_of, 200)
def test_diagrams_are_made_once(question: Question) -> None:
    """Two ways to the same condition end in the same node."""
    diagrams = Diagrams(100_000)
    atoms = range(question.horn.atoms)
    condition = condition_of(diagrams, question)
    again = diagrams.dual(diagrams.dual(condition))
    assert again == condition
    by_sets = 0
    for members in premise_sets(
        atoms, lambda given: question.goal in derived(question.horn.rules, given)
    ):
        together = 1
        for member in members:
            together = diagrams.both(together, diagrams.variable(member))
        by_sets = diagrams.either(by_sets, together)
    assert by_sets == condition


def test_too_large_a_diagram_says_so() -> None:
    pairs = [(40, (atom, atom + 1)) for atom in range(0, 40, 2)]
    diagrams = Diagrams(200)
    variables = {atom: diagrams.variable((atom * 7) % 40) for atom in range(40)}
    with pytest.raises(TooLargeError):
        derivable_when(diagrams, Horn(41, pairs), variables)
