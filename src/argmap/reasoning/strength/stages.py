"""One stage of a network: the strengths of its nodes from the strengths of what acts on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from argmap.reasoning.strength.gradual import Gradual
    from argmap.reasoning.strength.network import Numbers, Scores
    from argmap.reasoning.strength.order import Segments, Stage


def strengths_of(
    stage: Stage, gradual: Gradual, scores: Scores, rising: Numbers, falling: Numbers
) -> Numbers:
    """The strengths of the nodes of a stage.

    Premises and supporters have their strengths in `rising`, attackers in `falling`: the result
    does not fall where `rising` rises or `falling` falls. One column each if the numbers have
    columns.
    """
    base = base_scores(stage, scores.base, rising)
    if stage.supports.starts.size or stage.attacks.starts.size:
        base = gradual.influence(base, aggregate(stage, gradual, rising, falling))
    return base if scores.kept is None else base * scores.kept[stage.start : stage.stop]


def base_scores(stage: Stage, base: Numbers, strengths: Numbers) -> Numbers:
    """The base scores of a stage: those of claims, and weights times premises of steps."""
    scores = base[stage.start : stage.stop]
    premises = stage.premises
    if premises.starts.size:
        scores = scores.copy()
        scores[premises.targets] *= reduced(np.multiply, premises, strengths[premises.sources])
    return scores


def aggregate(stage: Stage, gradual: Gradual, rising: Numbers, falling: Numbers) -> Numbers:
    """The aggregate of all that acts on each node of a stage: above 0 if more speaks for it."""
    size = stage.stop - stage.start
    if gradual.is_product:
        total = remaining(stage.attacks, size, falling) - remaining(stage.supports, size, rising)
    else:
        total = np.zeros((size, *rising.shape[1:]))
        for segments, strengths, sign in (
            (stage.supports, rising, 1),
            (stage.attacks, falling, -1),
        ):
            if segments.starts.size:
                sums = reduced(np.add, segments, strengths[segments.sources])
                total[segments.targets] += sign * sums
    return total


def remaining(segments: Segments, size: int, strengths: Numbers) -> Numbers:
    """The product of 1 - strength over all that acts on each node of a stage."""
    product = np.ones((size, *strengths.shape[1:]))
    if segments.starts.size:
        kept = 1 - strengths[segments.sources]
        product[segments.targets] = reduced(np.multiply, segments, kept)
    return product


def reduced(operation: np.ufunc, segments: Segments, values: Numbers) -> Numbers:
    """One value for each node that has links: the operation over the values of its links."""
    if segments.single:
        return values
    result: Numbers = operation.reduceat(values, segments.starts, axis=0)
    return result
