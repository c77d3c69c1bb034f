"""A question of probability as one small diagram, by which others can work it out ever anew."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from argmap.reasoning.diagrams import ALL, NONE, Diagrams, TooLargeError
from argmap.reasoning.probability.exact import orders_of
from argmap.reasoning.probability.question import outcomes, relevant

if TYPE_CHECKING:
    from argmap.reasoning.diagrams import Node, Triple
    from argmap.reasoning.horn import Atom
    from argmap.reasoning.probability.question import ChanceQuestion


class ChanceDiagrams(NamedTuple):
    """When a goal is derivable with attacks left out, and when it stands, as decision diagrams.

    `events` are the variables in their order, `nodes` those of both diagrams, children first: the
    variable, the node with it, the node without it. They count from 2; 0 is never and 1 always.
    `steps` is the work that it took.
    """

    events: tuple[Atom, ...]
    nodes: tuple[Triple, ...]
    derivable: Node
    stands: Node
    steps: int


def drawn(question: ChanceQuestion, steps: int, most: int, orders: int = 2) -> ChanceDiagrams:
    """The diagrams of a question, within so many steps of work and so many nodes.

    Cost: at most the steps, for each order of the events that is tried; there are two at most.

    Raises:
        TooLargeError: no order led to diagrams within these limits.

    The goal 2 is a fact or follows from 0, each an event:

    >>> from argmap.reasoning.framework import Framework
    >>> from argmap.reasoning.probability.question import ChanceQuestion
    >>> framework = Framework(3, (), ((2, (0,)), (2, (1,))), ())
    >>> drawn(ChanceQuestion(framework, (), {0: 0.5, 1: 0.5}, 2), 1000, 10)
    ChanceDiagrams(events=(0, 1), nodes=((1, 1, 0), (0, 1, 2)), derivable=3, stands=3, steps=4)
    """
    question = relevant(question)
    for order in islice(orders_of(question), orders):
        diagrams = Diagrams(steps)
        when = {atom: diagrams.variable(place) for place, atom in enumerate(order)}
        try:
            ends = outcomes(diagrams, question, when)
        except TooLargeError:
            continue
        nodes = sorted({*diagrams.reachable(ends.derivable), *diagrams.reachable(ends.stands)})
        if len(nodes) <= most:
            number = {NONE: NONE, ALL: ALL} | {node: place for place, node in enumerate(nodes, 2)}
            triples = (diagrams.nodes[node] for node in nodes)
            return ChanceDiagrams(
                tuple(order),
                tuple(
                    (variable, number[child], number[other]) for variable, child, other in triples
                ),
                number[ends.derivable],
                number[ends.stands],
                steps - diagrams.steps_left,
            )
    raise TooLargeError
