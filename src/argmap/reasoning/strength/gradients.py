"""The slopes of one node's strength by all that acts on it, in one pass backwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from argmap.reasoning.strength.circles import CLOSE, NUMBERS_A_STEP
from argmap.reasoning.strength.stages import aggregate, reduced
from argmap.reasoning.time_limit import check_time_limit

if TYPE_CHECKING:
    from argmap.reasoning.strength.gradual import Gradual
    from argmap.reasoning.strength.network import Numbers, Scores
    from argmap.reasoning.strength.order import Schedule, Segments, Stage

_SWEEPS = 10_000


def gradients(
    plan: Schedule, gradual: Gradual, scores: Scores, strengths: Numbers, goal: int
) -> Numbers | None:
    """The slopes of a node's strength by the base scores of claims and the weights of steps.

    `goal` is the node's number in the plan, whose order the slopes have, and `strengths` are those
    of all nodes. None if the slopes of a circle do not come to rest.

    Exact by the chain rule, in one pass from the goal back; on a circle it is repeated until it
    comes to rest, which it does where small changes die away. Where DF-QuAD has a kink, as nothing
    acts on a claim or all that acts is in balance, the slope is the mean of both sides. Cost:
    linear, about twice the forward pass (Yin, Potyka and Toni 2023, "Argument Attribution
    Explanations in Quantitative Bipolar Argumentation Frameworks").

    >>> from argmap.reasoning.strength.forward import evaluated
    >>> from argmap.reasoning.strength.gradual import GRADUAL
    >>> from argmap.reasoning.strength.network import Network, Scores
    >>> from argmap.reasoning.strength.order import planned
    >>> network = Network.of([0.5, 0.8], supports=[(1, 0)])
    >>> plan, gradual = planned(network), GRADUAL["df-quad"]
    >>> scores = Scores(network.base[plan.node])
    >>> strengths = evaluated(plan, gradual, scores).strengths
    >>> slopes = gradients(plan, gradual, scores, strengths, int(plan.place[0]))
    >>> slopes[plan.place].round(3).tolist()
    [0.2, 0.5]
    """
    of_strengths = np.zeros(len(strengths))
    of_strengths[goal] = 1.0
    of_base = np.zeros(len(strengths))
    for stage in reversed(plan.stages):
        run = slice(stage.start, stage.stop)
        if stage.start > goal or not of_strengths[run].any():
            continue
        slopes = _Slopes(stage, gradual, scores, strengths)
        if stage.is_circle and not slopes.settle(of_strengths):
            return None
        of_base[run] = slopes.send(of_strengths[run], of_strengths, within=not stage.is_circle)
    return of_base


class _Slopes:
    """The slopes of a stage's strengths by what acts on them, worked out once."""

    def __init__(self, stage: Stage, gradual: Gradual, scores: Scores, strengths: Numbers) -> None:
        self.stage = stage
        premises = _Factors.of(stage.premises, strengths[stage.premises.sources])
        weights = scores.base[stage.start : stage.stop]
        self.weighted = premises.spread(stage)
        base = weights * self.weighted
        kept = 1.0 if scores.kept is None else scores.kept[stage.start : stage.stop]
        acting = (stage.supports, -1.0), (stage.attacks, 1.0)
        if gradual.is_product:
            factors = [
                _Factors.of(segments, 1 - strengths[segments.sources]) for segments, _ in acting
            ]
            total = factors[1].spread(stage) - factors[0].spread(stage)
        else:
            total = aggregate(stage, gradual, strengths, strengths)
        self.by_base = kept * gradual.by_base(base, total)
        by_aggregate = kept * _one_sided(stage, gradual, base, total)
        self.links: list[tuple[Segments, Numbers]] = []
        if premises.segments.starts.size:
            by_product = (self.by_base * weights)[stage.premises.targets]
            slopes = _repeated(stage.premises, by_product) * premises.of_others()
            self.links.append((stage.premises, slopes))
        for number, (segments, sign) in enumerate(acting):
            if segments.starts.size:
                slopes = _repeated(segments, -sign * by_aggregate[segments.targets])
                if gradual.is_product:
                    slopes = slopes * factors[number].of_others()
                self.links.append((segments, slopes))

    def settle(self, of_strengths: Numbers) -> bool:
        """Add to the slopes on a circle what comes round to it; whether that comes to rest."""
        run = slice(self.stage.start, self.stage.stop)
        arriving = of_strengths[run].copy()
        for number in range(_SWEEPS):
            if number % 50 == 0:
                check_time_limit(5 + 50 * len(of_strengths) // NUMBERS_A_STEP)
            passed = np.zeros(len(of_strengths))
            self.send(arriving, passed, within=True)
            arriving = passed[run]
            of_strengths[run] += arriving
            size = float(np.abs(arriving).max())
            if size <= CLOSE:
                return True
            if not size < 1 / CLOSE:
                return False
        return False

    def send(self, slopes: Numbers, into: Numbers, *, within: bool) -> Numbers:
        """Pass slopes on to what acts on the stage; returns those by its base scores.

        Unless `within`, nothing is passed to the nodes of the stage themselves.
        """
        for segments, by_link in self.links:
            sent = by_link * _repeated(segments, slopes[segments.targets])
            sources = segments.sources
            if not within:
                is_before = sources < self.stage.start
                sources, sent = sources[is_before], sent[is_before]
            np.add.at(into, sources, sent)
        return slopes * self.by_base * self.weighted


def _one_sided(stage: Stage, gradual: Gradual, base: Numbers, total: Numbers) -> Numbers:
    """The slopes by the aggregate; at 0 those to the only side to which it can go.

    Where there are only supporters, it cannot fall below 0, and where there are only attackers it
    cannot rise above.
    """
    slopes = gradual.by_aggregate(base, total)
    level = total == 0
    if level.any():
        tiny = np.finfo(np.float64).tiny
        for segments, others, side in (
            (stage.supports, stage.attacks, tiny),
            (stage.attacks, stage.supports, -tiny),
        ):
            alone = np.setdiff1d(segments.targets, others.targets, assume_unique=True)
            alone = alone[level[alone]]
            slopes[alone] = gradual.by_aggregate(base[alone], np.full(len(alone), side))
    return slopes


def _repeated(segments: Segments, values: Numbers) -> Numbers:
    """The value of each node that has links, once for each of its links."""
    return values if segments.single else np.repeat(values, segments.counts)


@dataclass(frozen=True, slots=True)
class _Factors:
    """The factors of a product for each node that has links, one a link, and the products."""

    segments: Segments
    factors: Numbers
    products: Numbers

    @classmethod
    def of(cls, segments: Segments, factors: Numbers) -> _Factors:
        """The factors with their products."""
        return cls(segments, factors, reduced(np.multiply, segments, factors))

    def spread(self, stage: Stage) -> Numbers:
        """The product of every node of the stage; 1 where it has no links."""
        product = np.ones(stage.stop - stage.start)
        product[self.segments.targets] = self.products
        return product

    def of_others(self) -> Numbers:
        """For each link to a node the product of the factors of the node's other links.

        No division by 0: a factor of 0 leaves something only to itself, and two leave nothing.
        """
        segments, factors = self.segments, self.factors
        if segments.single:
            return np.ones(len(factors))
        if factors.all():
            return _repeated(segments, self.products) / factors
        is_zero = factors == 0
        zeros = _repeated(segments, np.add.reduceat(is_zero.astype(np.int64), segments.starts))
        nonzero = np.where(is_zero, 1.0, factors)
        product = _repeated(segments, np.multiply.reduceat(nonzero, segments.starts))
        return np.where(zeros - is_zero > 0, 0.0, product / nonzero)
