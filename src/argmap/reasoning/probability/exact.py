"""Exact probabilities by decision diagrams, and all conditional ones by one pass back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.reasoning.diagrams import ALL, NONE, Diagrams, TooLargeError
from argmap.reasoning.probability.question import (
    Chance,
    ChanceAnswer,
    Chances,
    bearing,
    carrying,
    outcomes,
    relevant,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.reasoning.diagrams import Node
    from argmap.reasoning.horn import Atom
    from argmap.reasoning.probability.question import ChanceQuestion

STEPS = 300_000  # steps on diagrams for one order of the events: a second of work
_BRIEF = 20  # an order is first tried with this part of the steps
_NOISE = 1e-12  # what is closer to 0 or 1 than this is rounding


def by_diagrams(question: ChanceQuestion, steps: int = STEPS) -> ChanceAnswer:
    """The exact chances of the goal.

    The size of a diagram depends on the order of its variables. The orders of `orders_of` are tried
    in turn, first with few of the steps, then with all. Cost: may be exponential in the events;
    the limit ends it.

    Raises:
        TooLargeError: no order led to a diagram within the limit.

    The goal 2 is a fact or follows from 0, each with a chance of one half:

    >>> from argmap.reasoning.framework import Framework
    >>> from argmap.reasoning.probability.question import ChanceQuestion
    >>> framework = Framework(3, (), ((2, (0,)), (2, (1,))), ())
    >>> answer = by_diagrams(ChanceQuestion(framework, (), {0: 0.5, 1: 0.5}, 2))
    >>> answer.stands.overall.value, answer.stands.given[0][1].value
    (0.75, 0.5)
    """
    question = relevant(question)
    orders = list(orders_of(question))
    for limit in (steps // _BRIEF, steps):
        for order in orders:
            try:
                return _in_order(question, order, Diagrams(limit))
            except TooLargeError:
                continue
    raise TooLargeError


def orders_of(question: ChanceQuestion) -> Iterator[Sequence[Atom]]:
    """Orders of the events: as a walk depth first meets them, in two directions.

    Premises of one step are neighbours in both, which keeps the diagrams of trees small. The
    question is one from which `relevant` took away what does not bear on it. Cost: linear.

    >>> from argmap.reasoning.framework import Framework
    >>> from argmap.reasoning.probability.question import ChanceQuestion
    >>> framework = Framework(3, (), ((2, (0,)), (2, (1,))), ())
    >>> list(orders_of(ChanceQuestion(framework, (), {0: 0.5, 1: 0.5}, 2)))
    [[0, 1], [1, 0]]
    """
    order = list(question.events)
    yield order
    needs = bearing(question)
    back: dict[Atom, None] = {}
    waiting = [question.goal]
    while waiting:
        atom = waiting.pop()
        if atom not in back:
            back[atom] = None
            waiting += needs[atom]
    other = [atom for atom in back if atom in question.events]
    if other != order:
        yield other


def _in_order(question: ChanceQuestion, order: Sequence[Atom], diagrams: Diagrams) -> ChanceAnswer:
    when = {atom: diagrams.variable(place) for place, atom in enumerate(order)}
    weights = [question.events[atom] for atom in order]
    derivable, stands, falls = (
        _measured(diagrams, node, order, weights) for node in outcomes(diagrams, question, when)
    )
    return ChanceAnswer(derivable.of(carrying(question)), stands, falls)


def _measured(
    diagrams: Diagrams, root: Node, order: Sequence[Atom], weights: Sequence[float]
) -> Chances:
    """The probability of a condition, and what it is given each event.

    Upwards, the probability of each node; downwards, that of reaching it from the root. The sum of
    the latter times the difference of a node's children is the derivative by the probability of
    its variable (Birnbaum 1969). Cost: two passes over the diagram.
    """
    chance: dict[Node, float] = {NONE: 0.0, ALL: 1.0}
    reached = dict.fromkeys(nodes := diagrams.reachable(root), 0.0) | {NONE: 0.0, ALL: 0.0}
    for node in nodes:
        variable, with_it, without = diagrams.nodes[node]
        weight = weights[variable]
        chance[node] = weight * chance[with_it] + (1 - weight) * chance[without]
    reached[root] = 1.0
    slope = [0.0] * len(order)
    for node in reversed(nodes):
        variable, with_it, without = diagrams.nodes[node]
        weight, here = weights[variable], reached[node]
        slope[variable] += here * (chance[with_it] - chance[without])
        reached[with_it] += here * weight
        reached[without] += here * (1 - weight)
    overall = chance[root]
    given: dict[Atom, tuple[Chance | None, Chance | None]] = {
        atom: (
            Chance(_within(overall + (1 - weight) * by)),
            Chance(_within(overall - weight * by)),
        )
        for atom, weight, by in zip(order, weights, slope, strict=True)
    }
    return Chances(Chance(_within(overall)), given)


def _within(value: float) -> float:
    """The value between 0 and 1, with what is only rounding taken away."""
    return 0.0 if value < _NOISE else 1.0 if value > 1 - _NOISE else value
