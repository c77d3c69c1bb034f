"""The probabilities of conclusions as diagrams, from which a page works them out ever anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.analysis.strength.premises_in_doubt import in_doubt
from argmap.model.stance import NO_STANCE
from argmap.reasoning.diagrams import TooLargeError
from argmap.reasoning.probability.drawn import drawn
from argmap.reasoning.time_limit import TimeUpError, cut_short

if TYPE_CHECKING:
    from argmap.analysis.reading_of_map import Reading
    from argmap.analysis.strength.premises_in_doubt import InDoubt
    from argmap.reasoning.diagrams import Node, Triple
    from argmap.reasoning.probability.drawn import ChanceDiagrams

MOST_NODES = 3000
"""The most nodes of the diagrams of a conclusion."""

_STEPS, _ROUNDS = 250_000, (10_000, 200_000)
"""The most steps on diagrams in all, half a second of work, and those for each conclusion, first
few for all of them."""
_CLAIMS, _STEPS_A_CLAIM = 10_000, 3
"""The most claims that are gone through for all conclusions together, each with some steps; where a
map has more steps, they count as further claims."""


@dataclass(frozen=True, slots=True)
class LiveChance:
    """When a claim is derivable with attacks left out, and when it stands, by its premises.

    `premises` are the smallest ids of their classes, in the order of the variables. `nodes` are
    those of `argmap.reasoning.probability.drawn`, `derivable` and `stands` the roots.
    """

    premises: tuple[str, ...]
    nodes: tuple[Triple, ...]
    derivable: Node
    stands: Node


@dataclass(frozen=True, slots=True)
class LiveChances:
    """The diagrams of conclusions by the smallest id of each class, the main ones first.

    `tangled` are conclusions whose diagrams would be too large, or took more than their share of
    the steps; others were not looked at.
    """

    of: dict[str, LiveChance]
    tangled: tuple[str, ...]


def live_chances(reading: Reading) -> LiveChances:
    """The diagrams of as many conclusions as can be drawn in half a second, without any stance.

    Credences play no part in them. Cost: linear in the map for each conclusion, and the steps.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> live_chances(Reading(THREE_CLAIMS)).of["close"].premises
    ('quieter', 'shops')
    """
    reading = reading.with_stance(NO_STANCE)
    head_of = reading.map.head_of
    wanted = dict.fromkeys(map(head_of, (*reading.outline.main, *reading.conclusions)))
    size = max(1, len(reading.map.claims), len(reading.map.relations) // _STEPS_A_CLAIM)
    passes = max(1, _CLAIMS // size)
    doubts = {claim: in_doubt(reading, claim) for claim in [*wanted][:passes]}
    of: dict[str, LiveChance] = {}
    budget = _STEPS
    for steps in _ROUNDS:
        for claim, doubt in doubts.items():
            if claim in of or budget < steps:
                continue
            try:
                diagrams = drawn(doubt.question, steps, MOST_NODES, orders=1)
            except TimeUpError as error:
                cut_short(error)
                budget = 0
            except TooLargeError:
                budget -= steps
            else:
                budget -= diagrams.steps
                of[claim] = _live(doubt, diagrams)
    return LiveChances(
        {claim: of[claim] for claim in doubts if claim in of},
        tuple(claim for claim in doubts if claim not in of),
    )


def _live(doubt: InDoubt, diagrams: ChanceDiagrams) -> LiveChance:
    premises = tuple(doubt.premises[atom].id for atom in diagrams.events)
    return LiveChance(premises, diagrams.nodes, diagrams.derivable, diagrams.stands)
