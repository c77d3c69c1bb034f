"""The strengths of nodes that act on each other in a circle: found by repetition, with its status.

Every semantics here is monotone: a node's strength does not fall where that of a supporter rises,
or that of an attacker falls. So a lower and an upper bound of all solutions can be narrowed
together; if they meet, the solution is the only one. If they do not, the nodes are moved step by
step from several starts towards what acts on them, as a system that comes to rest (Potyka 2018),
and different ends are reported as such.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from argmap.reasoning.strength.stages import strengths_of
from argmap.reasoning.time_limit import check_time_limit

if TYPE_CHECKING:
    from argmap.reasoning.strength.gradual import Gradual
    from argmap.reasoning.strength.network import Numbers, Scores
    from argmap.reasoning.strength.order import Stage

CLOSE = 1e-12
"""How near strengths come to a solution before the repetition ends, unless told otherwise."""
_APART = 1e-3
"""How far two ends lie apart that count as different solutions."""
_SWEEPS, _SWEEPS_OF_VARIANTS = 8_000, 2_000
_WORK = 40_000_000
"""The most sweeps over a circle, and the most links over which they go together."""
NUMBERS_A_STEP = 50_000
"""The numbers that are worked out in about a millisecond, a step of the limit of time."""
_GOLDEN = (5**0.5 - 1) / 2
_CHECKED_EVERY, _WINDOW = 50, 200
_SLOW = 0.99
"""A repetition ends if so many sweeps have left more than this part of the gap."""
_DAMPINGS = (0.5, 0.1, 0.02)


class UnsettledError(Exception):
    """The strengths of a circle did not come to rest in some variant of a network."""


class Status(StrEnum):
    """The way in which strengths were found; later ones say less."""

    EXACT = "exact"
    CONVERGED = "converged"
    BISTABLE = "bistable"
    NOT_CONVERGED = "not-converged"


@dataclass(frozen=True, slots=True)
class RestingPoint:
    """The strengths at which a circle comes to rest.

    `is_unique` if it is proved that there are no others. `low` and `high` bound the strengths of
    all solutions.
    """

    strengths: Numbers
    status: Status
    low: Numbers
    high: Numbers
    is_unique: bool = False


def settled(
    stage: Stage, gradual: Gradual, scores: Scores, strengths: Numbers, close: float = CLOSE
) -> RestingPoint:
    """The strengths of a circle, given those of all nodes before it.

    They are within `close` of a solution. Cost: links times sweeps.

    Raises:
        TimeUpError: there is a limit of time around the call, and it was reached.
    """
    circle = _Circle(stage, gradual, scores, strengths, close, _most_sweeps(stage))
    low, high = circle.narrowed()
    if float((high - low).max()) <= close:
        middle = (low + high) / 2
        return RestingPoint(middle, Status.CONVERGED, middle, middle, is_unique=True)
    return circle.at_rest(low, high)


def all_settled(
    stage: Stage, gradual: Gradual, scores: Scores, strengths: Numbers, close: float = CLOSE
) -> tuple[Numbers, bool]:
    """The strengths of a circle in several variants, a column each, and whether all are unique.

    A variant with more than one solution goes from its base scores to where it comes to rest.

    Raises:
        UnsettledError: some variant does not come to rest.
        TimeUpError: as `settled`.
    """
    sweeps = min(_SWEEPS_OF_VARIANTS, _most_sweeps(stage))
    circle = _Circle(stage, gradual, scores, strengths, close, sweeps)
    low, high = circle.narrowed()
    middle = (low + high) / 2
    open_ = np.flatnonzero((high - low).max(axis=0) > close)
    if open_.size:
        others = replace(circle, scores=scores.chosen(open_), strengths=strengths[:, open_])
        middle[:, open_], is_still = others.followed(others.scores.base[circle.run])
        if not is_still:
            raise UnsettledError
    return middle, not open_.size


def _most_sweeps(stage: Stage) -> int:
    return max(200, min(_SWEEPS, _WORK // max(1, _links(stage))))


def _links(stage: Stage) -> int:
    return sum(len(kind.sources) for kind in (stage.premises, stage.supports, stage.attacks))


@dataclass(frozen=True, slots=True)
class _Circle:
    """A circle, the strengths of all nodes before it, and when its repetition ends."""

    stage: Stage
    gradual: Gradual
    scores: Scores
    strengths: Numbers
    close: float
    sweeps: int

    @property
    def run(self) -> slice:
        return slice(self.stage.start, self.stage.stop)

    def take_steps(self) -> None:
        """Look at the limit of time, after some sweeps."""
        numbers = _CHECKED_EVERY * (_links(self.stage) + self.run.stop - self.run.start)
        columns = 1 if self.strengths.ndim == 1 else self.strengths.shape[1]
        check_time_limit(_CHECKED_EVERY // 10 + numbers * columns // NUMBERS_A_STEP)

    def narrowed(self) -> tuple[Numbers, Numbers]:
        """Bounds of all solutions, as near as they come."""
        run = self.run
        rising, falling = self.strengths.copy(), self.strengths.copy()
        rising[run], falling[run] = 0, 1
        before = np.ones(self.strengths.shape[1:])  # for each variant
        is_slow = np.zeros(before.shape, dtype=np.bool_)
        for sweep in range(1, self.sweeps + 1):
            lower = strengths_of(self.stage, self.gradual, self.scores, rising, falling)
            upper = strengths_of(self.stage, self.gradual, self.scores, falling, rising)
            rising[run], falling[run] = lower, upper
            gap = (upper - lower).max(axis=0)
            if sweep % _CHECKED_EVERY == 0:
                self.take_steps()
                is_slow |= gap > _SLOW * before
                before = gap
            if np.all((gap <= self.close) | is_slow):
                break
        return rising[run], falling[run]

    def at_rest(self, least: Numbers, most: Numbers) -> RestingPoint:
        """The strengths at which the circle comes to rest, from several starts.

        Different ends are reported as such. The strengths given are those from the base scores;
        `least` and `most` are bounds of all solutions.
        """
        size = self.stage.stop - self.stage.start
        mixed = _mixed(size)
        plain = self.scores.base[self.run], np.zeros(size), np.ones(size)
        starts = (*plain, mixed, 1 - mixed, np.round(mixed), 1 - np.round(mixed))
        ends: list[Numbers] = []
        for start in starts:
            end, is_still = self.followed(start)
            if is_still:
                ends.append(end)
            elif not ends:  # from the base scores
                return RestingPoint(end, Status.NOT_CONVERGED, least, most)
        is_one = max(float(np.abs(end - ends[0]).max()) for end in ends) <= _APART
        status = Status.CONVERGED if is_one else Status.BISTABLE
        return RestingPoint(ends[0], status, least, most)

    def followed(self, start: Numbers) -> tuple[Numbers, bool]:
        """The end of the way from here, and whether the nodes come to rest there.

        Each sweep goes a part of the way to what acts on the nodes. The part becomes smaller where
        a larger one leaps to and fro.
        """
        current = self.strengths.copy()
        current[self.run] = start
        for damping in _DAMPINGS:
            before, peak = 2.0, 0.0
            for sweep in range(1, self.sweeps + 1):
                reached = strengths_of(self.stage, self.gradual, self.scores, current, current)
                change = reached - current[self.run]
                size = float(np.abs(change).max())
                if size <= self.close:
                    return current[self.run], True
                current[self.run] += damping * change
                peak = max(peak, size)
                if sweep % _CHECKED_EVERY == 0:
                    self.take_steps()
                if sweep % _WINDOW == 0:
                    if peak > _SLOW * before:
                        break
                    before, peak = peak, 0.0
        return current[self.run], False


def _mixed(size: int) -> Numbers:
    """Numbers from 0 to 1 without a pattern that a circle could have, the same each time.

    Evenly rising ones would not do: claims and the steps between them can balance such a start.
    """
    numbers: Numbers = np.modf(np.arange(1, size + 1) ** 2 * _GOLDEN)[0]
    return numbers
