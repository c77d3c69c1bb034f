"""The question of probability about a goal, and the chances that are its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from argmap.reasoning.conditions import derivable_when, needs_of, settled_when
from argmap.reasoning.framework import Framework

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from argmap.reasoning.conditions import Condition, Conditions
    from argmap.reasoning.horn import Atom


@dataclass(frozen=True, slots=True)
class ChanceQuestion:
    """A goal in a framework some atoms of which are facts by chance, independently of each other.

    `events` has the probability of each such atom; no rule derives one, and none is an assumption.
    `strikes` are pairs of an assumption and an atom that takes it away for good: where none that
    is derivable from the grounded extension does so, the assumption stays arguable.
    """

    framework: Framework
    strikes: tuple[tuple[Atom, Atom], ...]
    events: Mapping[Atom, float]
    goal: Atom


class Outcomes(NamedTuple):
    """When the goal is derivable with attacks left out, when it stands, and when it falls.

    It stands where it is derivable from the grounded extension. It falls where it is not derivable
    even from all assumptions that are arguable.
    """

    derivable: Condition
    stands: Condition
    falls: Condition


@dataclass(frozen=True, slots=True)
class Chance:
    """A probability, and its standard error if it is an estimate (None: it is exact)."""

    value: float
    error: float | None = None


@dataclass(frozen=True, slots=True)
class Chances:
    """The probability of an outcome, and what it is if an event is certain or ruled out.

    `given` has the latter pair for every event that bears on the outcome; None stands where no
    sample can tell.
    """

    overall: Chance
    given: Mapping[Atom, tuple[Chance | None, Chance | None]]

    def of(self, events: Collection[Atom]) -> Chances:
        """The same with what is given these events only."""
        given = {atom: pair for atom, pair in self.given.items() if atom in events}
        return Chances(self.overall, given)


class ChanceAnswer(NamedTuple):
    """The chances that the goal is derivable with attacks left out, that it stands, and falls."""

    derivable: Chances
    stands: Chances
    falls: Chances


def relevant(question: ChanceQuestion) -> ChanceQuestion:
    """The question without what cannot bear on the goal; events near the goal come first.

    An event bears on the goal if a path of rules, contraries and strikes leads from it there. The
    order is that of a walk depth first, down from the goal. Cost: linear.

    >>> from argmap.reasoning.framework import Framework
    >>> question = ChanceQuestion(Framework(3, (), ((0, (2,)),), ()), (), {1: 0.5, 2: 0.5}, 0)
    >>> relevant(question).events
    {2: 0.5}
    """
    near, of = bearing(question), question.framework
    events = {atom: question.events[atom] for atom in near if atom in question.events}
    framework = Framework(
        of.atoms,
        of.assumptions,
        tuple([rule for rule in of.rules if rule[0] in near]),
        [pair for pair in of.contraries if pair[0] in near],
    )
    strikes = tuple([pair for pair in question.strikes if pair[0] in near])
    return ChanceQuestion(framework, strikes, events, question.goal)


def bearing(question: ChanceQuestion) -> Mapping[Atom, Sequence[Atom]]:
    """For every atom that bears on the goal, the atoms that its rules, contraries, strikes name.

    The atoms come depth first, from the goal down. Cost: linear.

    >>> from argmap.reasoning.framework import Framework
    >>> bearing(ChanceQuestion(Framework(3, (1,), ((0, (1,)),), ()), ((1, 2),), {2: 0.5}, 0))
    {0: (1,), 1: (2,), 2: ()}
    """
    of = question.framework
    contraries = (*of.contraries, *question.strikes)
    return needs_of(Framework(of.atoms, of.assumptions, of.rules, contraries), [question.goal])


def carrying(question: ChanceQuestion) -> set[Atom]:
    """The events from which a path of rules alone leads to the goal. Cost: linear.

    >>> from argmap.reasoning.framework import Framework
    >>> carrying(ChanceQuestion(Framework(3, (), ((0, (1,)),), ()), (), {1: 0.5, 2: 0.5}, 0))
    {1}
    """
    return {atom for atom in _below(question) if atom in question.events}


def outcomes(
    conditions: Conditions, question: ChanceQuestion, when: Mapping[Atom, Condition]
) -> Outcomes:
    """The conditions of the three outcomes; `when` has that of each event.

    Assumptions contrary to themselves, which nothing can make good, derive nothing where attacks
    are left out. Cost: that of `settled_when`.

    >>> from argmap.reasoning.diagrams import Diagrams
    >>> from argmap.reasoning.framework import Framework
    >>> diagrams = Diagrams(1000)
    >>> question = ChanceQuestion(Framework(3, (1,), ((0, (1,)),), ((1, 2),)), (), {2: 0.5}, 0)
    >>> outcomes(diagrams, question, {2: diagrams.variable(0)})  # the opposite of 2; never falls
    Outcomes(derivable=1, stands=3, falls=0)
    """
    framework, goal = question.framework, question.goal
    vain = {atom for atom, contrary in framework.contraries if atom == contrary}
    put_forward = [atom for atom in framework.assumptions if atom not in vain]
    strikers = dict.fromkeys(striker for _, striker in question.strikes)
    settled = settled_when(conditions, framework, when, [goal, *strikers]).derived
    struck = dict.fromkeys(framework.assumptions, conditions.never)
    for atom, striker in question.strikes:
        struck[atom] = conditions.either(struck[atom], settled[striker])
    arguable = {atom: conditions.opposite(condition) for atom, condition in struck.items()}

    def derivable(assumed: Mapping[Atom, Condition]) -> Condition:
        return derivable_when(conditions, framework.horn, {**assumed, **when}, below)[goal]

    leads = _below(question)
    below = [component for component in framework.horn.components if component[0] in leads]
    return Outcomes(
        derivable(dict.fromkeys(put_forward, conditions.always)),
        settled[goal],
        conditions.opposite(derivable(arguable)),
    )


def _below(question: ChanceQuestion) -> Mapping[Atom, Sequence[Atom]]:
    framework = question.framework
    return needs_of(Framework(framework.atoms, (), framework.rules, ()), [question.goal])
