"""Probabilities of frameworks against every world of their events, tried one by one."""

from __future__ import annotations

from itertools import product
from math import isclose, prod
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from argmap.reasoning.conditions import Masks, needs_of, settled_when
from argmap.reasoning.diagrams import Diagrams, TooLargeError
from argmap.reasoning.framework import Framework
from argmap.reasoning.grounded import decided
from argmap.reasoning.probability import sampling
from argmap.reasoning.probability.exact import by_diagrams
from argmap.reasoning.probability.question import (
    ChanceAnswer,
    ChanceQuestion,
    Chances,
    Outcomes,
    carrying,
    outcomes,
    relevant,
)
from argmap.reasoning.probability.sampling import by_samples
from argmap.reasoning.time_limit import TimeUpError
from tests.brute import Aba, closure, grounded
from tests.maps import Choices, for_all

if TYPE_CHECKING:
    from argmap.reasoning.horn import Rule

_CHANCES = (0.5, 0.8, 0.25, 0.9, 0.0, 1.0, 1 / 3)
_EXACT = 1e-9


def question_of(drawn: Choices) -> ChanceQuestion:
    """Rules, attacks and strikes in any circles; events, heads and assumptions in this order."""
    events, heads, assumed = 1 + drawn.below(5), 1 + drawn.below(5), 1 + drawn.below(5)
    atoms, first = events + heads + assumed, events + heads
    rules = tuple(
        (events + drawn.below(heads), tuple(drawn.below(atoms) for _ in range(drawn.below(4))))
        for _ in range(drawn.below(10))
    )
    contraries, strikes = (
        tuple((first + drawn.below(assumed), drawn.below(atoms)) for _ in range(drawn.below(8)))
        for _ in range(2)
    )
    framework = Framework(atoms, tuple(range(first, atoms)), rules, contraries)
    chances = {event: drawn.one_of(_CHANCES) for event in range(events)}
    return ChanceQuestion(framework, strikes, chances, drawn.below(atoms))


class World(NamedTuple):
    """The events that happen, their joint probability, and the outcomes of the goal."""

    happen: frozenset[int]
    weight: float
    outcomes: tuple[bool, bool, bool]


def worlds_of(question: ChanceQuestion) -> list[World]:
    """Every world, by definition."""
    worlds, of = [], question.framework
    for choice in product((True, False), repeat=len(question.events)):
        happen = frozenset(
            atom for atom, is_so in zip(question.events, choice, strict=True) if is_so
        )
        rules = [(head, frozenset(body)) for head, body in of.rules]
        rules += [(atom, frozenset()) for atom in happen]
        aba = Aba(frozenset(of.assumptions), tuple(rules), frozenset(of.contraries))
        derived = closure(aba, grounded(aba))
        struck = {atom for atom, striker in question.strikes if striker in derived}
        vain = {atom for atom, contrary in of.contraries if atom == contrary}
        worlds.append(
            World(
                happen,
                prod(
                    chance if atom in happen else 1 - chance
                    for atom, chance in question.events.items()
                ),
                (
                    question.goal in closure(aba, aba.assumptions - vain),
                    question.goal in derived,
                    question.goal not in closure(aba, aba.assumptions - struck),
                ),
            )
        )
    return worlds


def given(worlds: list[World], outcome: int, event: int, chance: float, *, happens: bool) -> float:
    """The probability of an outcome in the worlds with an event, or without, by its own chance."""
    side = [world for world in worlds if (event in world.happen) is happens]
    share = chance if happens else 1 - chance
    if not share:  # the other events alone decide
        return float("nan")
    return sum(world.weight for world in side if world.outcomes[outcome]) / share


def all_of(answer: ChanceAnswer) -> list[Chances]:
    return [answer.derivable, answer.stands, answer.falls]


@for_all(question_of, 900)
def test_diagrams_agree_with_all_worlds(question: ChanceQuestion) -> None:
    worlds = worlds_of(question)
    for outcome, chances in enumerate(all_of(by_diagrams(question))):
        wanted = sum(world.weight for world in worlds if world.outcomes[outcome])
        assert isclose(chances.overall.value, wanted, abs_tol=_EXACT)
        assert chances.overall.error is None
        for atom, pair in chances.given.items():
            chance = question.events[atom]
            for happens, part in zip((True, False), pair, strict=True):
                expected = given(worlds, outcome, atom, chance, happens=happens)
                assert part is not None
                assert expected != expected or isclose(part.value, expected, abs_tol=_EXACT)  # noqa: PLR0124  # not a number


@for_all(question_of, 300)
def test_what_is_given_an_event_adds_up(question: ChanceQuestion) -> None:
    for chances in all_of(by_diagrams(question)):
        for atom, (conceded, refuted) in chances.given.items():
            assert conceded is not None
            assert refuted is not None
            chance = question.events[atom]
            together = chance * conceded.value + (1 - chance) * refuted.value
            assert isclose(together, chances.overall.value, abs_tol=_EXACT)


@for_all(question_of, 300)
def test_an_event_that_is_left_out_makes_no_difference(question: ChanceQuestion) -> None:
    near = relevant(question)
    for far in question.events.keys() - near.events.keys():
        worlds = worlds_of(question)
        for world in worlds:
            for other in worlds:
                if world.happen ^ other.happen == {far}:
                    assert world.outcomes == other.outcomes


@for_all(question_of, 300)
def test_what_carries_alone_bears_on_being_derivable(question: ChanceQuestion) -> None:
    answer = by_diagrams(question)
    assert answer.derivable.given.keys() == carrying(question)
    worlds = worlds_of(question)
    for event in answer.stands.given.keys() - answer.derivable.given.keys():
        for world in worlds:
            for other in worlds:
                if world.happen ^ other.happen == {event}:
                    assert world.outcomes[0] == other.outcomes[0]


@for_all(question_of, 60)
def test_samples_agree_with_diagrams(question: ChanceQuestion) -> None:
    exact, drawn = by_diagrams(question), by_samples(question, samples=4_000)
    for right, estimate in zip(all_of(exact), all_of(drawn), strict=True):
        near(estimate, right)


def near(estimate: Chances, right: Chances, errors: float = 5) -> None:
    """Every number of an estimate is within so many of its standard errors of the right one."""
    assert estimate.overall.error is not None
    assert abs(estimate.overall.value - right.overall.value) <= errors * estimate.overall.error
    assert estimate.given.keys() == right.given.keys()
    for atom, pair in estimate.given.items():
        for part, other in zip(pair, right.given[atom], strict=True):
            assert other is not None
            if part is not None:
                assert part.error is not None
                assert abs(part.value - other.value) <= errors * part.error


@for_all(question_of, 400)
def test_with_events_settled_the_conditions_are_those_of_the_grounded_extension(
    question: ChanceQuestion,
) -> None:
    """In one world the conditions say what `decided` says, dead atoms included."""
    of = question.framework
    facts = [atom for atom, chance in question.events.items() if chance >= 0.5]
    rules = (*of.rules, *((atom, ()) for atom in facts))
    is_true, is_dead = decided(Framework(of.atoms, of.assumptions, rules, of.contraries))
    settled = settled_when(Masks(1), of, dict.fromkeys(facts, 1))
    assert settled.derived == list(is_true)
    assert [1 - mark for mark in settled.possible] == list(is_dead)


@for_all(question_of, 300)
def test_goals_alone_are_settled_as_among_all(question: ChanceQuestion) -> None:
    diagrams = Diagrams(100_000)
    when = {atom: diagrams.variable(atom) for atom in question.events}
    everything = settled_when(diagrams, question.framework, when)
    alone = settled_when(diagrams, question.framework, when, [question.goal])
    for atom in needs_of(question.framework, [question.goal]):
        assert alone.derived[atom] == everything.derived[atom]
        assert alone.possible[atom] == everything.possible[atom]


def test_twelve_premises_in_circles_of_attacks() -> None:
    """Six pairs that attack each other, all of them needed: each stands where its rival is gone."""
    atoms = range(12)
    assumed = [12 + atom for atom in atoms]
    claims = [24 + atom for atom in atoms]
    rules: list[Rule] = [(claims[atom], (assumed[atom], atom)) for atom in atoms]
    rules.append((36, tuple(claims[atom] for atom in atoms if not atom % 2)))
    contraries = tuple((assumed[atom], claims[atom ^ 1]) for atom in atoms)
    framework = Framework(37, tuple(assumed), tuple(rules), contraries)
    question = ChanceQuestion(framework, contraries, dict.fromkeys(atoms, 0.6), 36)
    answer = by_diagrams(question)
    assert isclose(answer.stands.overall.value, (0.6 * 0.4) ** 6)
    assert isclose(answer.derivable.overall.value, 0.6**6)
    assert isclose(answer.falls.overall.value, 1 - 0.6**6)
    conceded, refuted = answer.stands.given[1]
    assert conceded is not None
    assert refuted is not None
    assert conceded.value == 0
    assert isclose(refuted.value, 0.6 * (0.6 * 0.4) ** 5)


class Counting(Masks):
    """Masks that count how often something is negated, which is once for each look at an attack."""

    looks = 0

    def opposite(self, condition: int) -> int:
        """The opposite, counted."""
        self.looks += 1
        return super().opposite(condition)


def test_a_long_ring_of_attacks_is_settled_in_a_few_rounds() -> None:
    """Each of 600 attacks the one before it, and happens in some of 64 worlds."""
    size, draw = 600, Random(5)  # noqa: S311  # no secret
    rules = tuple((size + atom, (atom, 2 * size + atom)) for atom in range(size))
    contraries = tuple((atom, size + (atom + 1) % size) for atom in range(size))
    ring = Framework(3 * size, tuple(range(size)), rules, contraries)
    when = {2 * size + atom: draw.getrandbits(64) | draw.getrandbits(64) for atom in range(size)}
    masks = Counting(64)
    settled = settled_when(masks, ring, when, [0])
    assert masks.looks < 6 * size
    for world in range(0, 64, 9):
        facts = [(atom, ()) for atom, mask in when.items() if mask >> world & 1]
        alone = Framework(3 * size, ring.assumptions, (*rules, *facts), contraries)
        is_true, _ = decided(alone)
        assert [mask >> world & 1 for mask in settled.derived] == list(is_true)


def test_the_same_samples_in_every_run() -> None:
    framework = Framework(4, (), ((3, (0, 1)), (3, (2,))), ())
    question = ChanceQuestion(framework, (), {0: 0.8, 1: 0.3, 2: 0.1}, 3)
    answer = by_samples(question, samples=20_000, seed=7)
    assert answer == by_samples(question, samples=20_000, seed=7)
    assert answer.stands.overall.value == 0.319  # of 0.316
    assert answer.stands.overall.value != by_samples(question, 20_000, 8).stands.overall.value


def test_samples_say_nothing_of_what_never_happens() -> None:
    framework = Framework(3, (), ((2, (0, 1)),), ())
    answer = by_samples(ChanceQuestion(framework, (), {0: 0.0, 1: 1.0}, 2), samples=100)
    assert answer.stands.given[0][0] is None
    assert answer.stands.given[1][1] is None
    assert answer.stands.overall.value == 0
    assert answer.stands.overall.error > 0  # type: ignore[operator]  # an estimate has one


def test_no_samples_are_refused() -> None:
    with pytest.raises(ValueError, match="no sample"):
        by_samples(ChanceQuestion(Framework(1, (), (), ()), (), {0: 0.5}, 0), samples=0)


def test_diagrams_past_their_limit_say_so() -> None:
    pairs = tuple((60, (atom, (atom * 7 + 30) % 60)) for atom in range(60))
    question = ChanceQuestion(Framework(61, (), pairs, ()), (), dict.fromkeys(range(60), 0.1), 60)
    with pytest.raises(TooLargeError):
        by_diagrams(question, steps=300)


def test_samples_for_which_there_was_no_time_are_not_counted() -> None:
    framework = Framework(3, (), ((2, (0,)), (2, (1,))), ())
    question = ChanceQuestion(framework, (), {0: 0.5, 1: 0.5}, 2)
    passes: list[int] = []

    def two_passes(*given: Any) -> Outcomes:  # noqa: ANN401  # what `outcomes` takes
        passes.append(len(passes))
        if len(passes) > 2:
            raise TimeUpError
        return outcomes(*given)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sampling, "outcomes", two_passes)
        answer, number = sampling.by_samples_in_time(question)
    assert number == 2 * 8192
    assert answer == by_samples(question, samples=number)
