"""The strengths of all nodes of a network, in one pass, with a status for every circle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from argmap.reasoning.strength.circles import (
    CLOSE,
    NUMBERS_A_STEP,
    RestingPoint,
    Status,
    all_settled,
    settled,
)
from argmap.reasoning.strength.stages import strengths_of
from argmap.reasoning.time_limit import check_time_limit

if TYPE_CHECKING:
    from argmap.reasoning.strength.gradual import Gradual
    from argmap.reasoning.strength.network import Numbers, Scores
    from argmap.reasoning.strength.order import Schedule, Stage


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The strengths of a network's nodes, in the order of its plan, and how circles settled.

    `settled` has the stage of each circle and how it came to rest; it is empty for variants.
    `is_unique` if it is proved that no other strengths fit, in any variant.
    """

    strengths: Numbers
    settled: tuple[tuple[Stage, RestingPoint], ...]
    is_unique: bool

    @property
    def status(self) -> Status:
        """The status of the whole: that of the circle of which least can be said."""
        order = list(Status)
        statuses = (circle.status for _, circle in self.settled)
        return max(statuses, key=order.index, default=Status.EXACT)


def evaluated(plan: Schedule, gradual: Gradual, scores: Scores, close: float = CLOSE) -> Evaluation:
    """The strengths under a semantics, of one variant or of several, a column each.

    Strengths on circles are within `close` of a solution; how the circles of variants came to rest
    is not kept. Cost: linear, times the variants, and the sweeps of circles.

    Raises:
        TimeUpError: there is a limit of time around the call, and it was reached.

    >>> from argmap.reasoning.strength.gradual import GRADUAL
    >>> from argmap.reasoning.strength.network import Network, Scores
    >>> from argmap.reasoning.strength.order import planned
    >>> network = Network.of([0.5, 0.8, 0.4], supports=[(1, 0)], attacks=[(2, 0)])
    >>> plan = planned(network)
    >>> evaluation = evaluated(plan, GRADUAL["df-quad"], Scores(network.base[plan.node]))
    >>> evaluation.strengths[plan.place].round(3).tolist(), evaluation.status.value
    ([0.7, 0.8, 0.4], 'exact')
    """
    strengths = np.zeros_like(scores.base)
    circles: list[tuple[Stage, RestingPoint]] = []
    is_unique = True
    check_time_limit(1 + strengths.size // NUMBERS_A_STEP)
    for stage in plan.stages:
        run = slice(stage.start, stage.stop)
        if not stage.is_circle:
            strengths[run] = strengths_of(stage, gradual, scores, strengths, strengths)
            continue
        if strengths.ndim == 1:
            circle = settled(stage, gradual, scores, strengths, close)
            circles.append((stage, circle))
            strengths[run], is_alone = circle.strengths, circle.is_unique
        else:
            strengths[run], is_alone = all_settled(stage, gradual, scores, strengths, close)
        is_unique = is_unique and is_alone
    return Evaluation(strengths, tuple(circles), is_unique)
