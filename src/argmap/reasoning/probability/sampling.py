"""Estimated probabilities: many worlds drawn at random, each a bit of an integer (Monte Carlo)."""

from __future__ import annotations

from math import sqrt
from random import Random
from typing import TYPE_CHECKING

from argmap.reasoning.conditions import Masks
from argmap.reasoning.probability.question import (
    Chance,
    ChanceAnswer,
    Chances,
    carrying,
    outcomes,
    relevant,
)
from argmap.reasoning.time_limit import TimeUpError, cut_short

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.reasoning.conditions import Condition
    from argmap.reasoning.horn import Atom
    from argmap.reasoning.probability.question import ChanceQuestion

SAMPLES = 65_536
SEED = 20_261_129
_AT_ONCE = 8_192  # worlds in one pass: a mask of a kilobyte for each atom
_DEPTH = 32  # binary digits of a probability that are kept


class _Tally:
    """The number of worlds that had an outcome: in all, and of those with each event."""

    def __init__(self, events: Mapping[Atom, float]) -> None:
        self.overall = 0
        self.beside = dict.fromkeys(events, 0)

    def add(self, outcome: Condition, when: Mapping[Atom, Condition]) -> None:
        """Count the worlds of one pass."""
        self.overall += outcome.bit_count()
        for atom, condition in when.items():
            self.beside[atom] += (outcome & condition).bit_count()

    def chances(self, drawn: Mapping[Atom, int], samples: int) -> Chances:
        """The estimates; `drawn` has the number of worlds with each event."""
        given = {
            atom: (
                _estimate(self.beside[atom], number),
                _estimate(self.overall - self.beside[atom], samples - number),
            )
            for atom, number in drawn.items()
        }
        overall = _estimate(self.overall, samples)
        if overall is None:
            raise ValueError("there is no sample")
        return Chances(overall, given)


def by_samples(question: ChanceQuestion, samples: int = SAMPLES, seed: int = SEED) -> ChanceAnswer:
    """The chances of the goal, estimated from worlds drawn at random, with standard errors.

    The same question, number of samples and seed give the same answer on every machine. What is
    given an event is estimated from the worlds with it, so that nothing is said of an event of
    probability 0; likewise without it. The standard error is that of a share with two successes and
    two failures added (Agresti and Coull 1998), so that it is never 0. Cost: a pass over the rules
    that bear on the goal for each 8,192 samples.

    Raises:
        ValueError: there is not a single sample.
        TimeUpError: there is a limit of time, and it was reached in the first pass.

    >>> from argmap.reasoning.framework import Framework
    >>> from argmap.reasoning.probability.question import ChanceQuestion
    >>> framework = Framework(3, (), ((2, (0,)), (2, (1,))), ())
    >>> answer = by_samples(ChanceQuestion(framework, (), {0: 0.5, 1: 0.5}, 2))
    >>> round(answer.stands.overall.value, 2), round(answer.stands.overall.error, 4)
    (0.75, 0.0017)
    """
    return by_samples_in_time(question, samples, seed)[0]


def by_samples_in_time(
    question: ChanceQuestion, samples: int = SAMPLES, seed: int = SEED
) -> tuple[ChanceAnswer, int]:
    """The estimates of `by_samples`, and the number of samples that there was time for.

    Raises:
        ValueError, TimeUpError: as `by_samples`.
    """
    if samples < 1:
        raise ValueError("there is no sample")
    question = relevant(question)
    draw, drawn = Random(seed), dict.fromkeys(question.events, 0)  # noqa: S311  # no secret
    tallies = [_Tally(question.events) for _ in ChanceAnswer._fields]
    done = 0
    while done < samples:
        masks = Masks(worlds := min(_AT_ONCE, samples - done))
        when = {atom: bernoulli(draw, worlds, chance) for atom, chance in question.events.items()}
        try:
            of_pass = outcomes(masks, question, when)
        except TimeUpError as error:
            if not done:
                raise
            cut_short(error)
            break
        done += worlds
        for atom, mask in when.items():
            drawn[atom] += mask.bit_count()
        for tally, outcome in zip(tallies, of_pass, strict=True):
            tally.add(outcome, when)
    derivable, stands, falls = (tally.chances(drawn, done) for tally in tallies)
    return ChanceAnswer(derivable.of(carrying(question)), stands, falls), done


def bernoulli(draw: Random, worlds: int, chance: float) -> int:
    """A mask in which each bit is set with this probability, kept to 32 binary digits.

    From the last binary digit of the probability to the first, a random mask is joined with *or*
    where the digit is 1 and with *and* where it is 0: each halves the distance to 1 or to 0.

    >>> bernoulli(Random(1), 8, 1.0), bernoulli(Random(1), 8, 0.0)
    (255, 0)
    """
    digits = round(chance * (1 << _DEPTH))
    if digits >> _DEPTH:
        return (1 << worlds) - 1
    mask = 0
    for place in range(_DEPTH):
        if digits >> place & 1:
            mask |= draw.getrandbits(worlds)
        elif mask:
            mask &= draw.getrandbits(worlds)
    return mask


def _estimate(hits: int, of: int) -> Chance | None:
    if not of:
        return None
    share = (hits + 2) / (of + 4)
    return Chance(hits / of, sqrt(share * (1 - share) / (of + 4)))
