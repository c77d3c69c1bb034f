"""The credence of a premise at which the strength of a claim passes one half."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.reasoning.strength.answers import Strengths

HALF = 0.5
_STEPS = 10
_HALVINGS = 30


class TippingPoints(NamedTuple):
    """For each node the base score at which the goal passes one half, or None.

    `is_unique` if it is proved that no other strengths fit at any base score that was tried.
    """

    points: tuple[float | None, ...]
    is_unique: bool


def tipping_points(strengths: Strengths, goal: int, nodes: Sequence[int]) -> TippingPoints:
    """The base scores nearest to the nodes' own at which the goal passes one half.

    Tried at eleven base scores from 0 to 1; between two that lie on either side of one half it is
    then found by halving, to nine places. A goal that leaves and comes back between two of them is
    not noticed. Cost: 41 passes for each node.

    >>> from argmap.reasoning.strength.answers import Strengths
    >>> from argmap.reasoning.strength.gradual import GRADUAL
    >>> from argmap.reasoning.strength.network import Network
    >>> strengths = Strengths(Network.of([0.2, 0.9], supports=[(1, 0)]), GRADUAL["df-quad"])
    >>> [round(point, 3) for point in tipping_points(strengths, 0, [1]).points]
    [0.375]
    """
    scores = [step / _STEPS for step in range(_STEPS + 1)]
    worth = strengths.along(goal, [(node, score) for node in nodes for score in scores])
    reached, is_unique = worth.strengths.tolist(), worth.is_unique
    spans: dict[int, tuple[float, float]] = {}
    for turn, node in enumerate(nodes):
        row = reached[turn * len(scores) : (turn + 1) * len(scores)]
        span = _nearest_span(scores, row, float(strengths.network.base[node]))
        if span is not None:
            spans[turn] = span
    is_above = {
        turn: reached[turn * len(scores) + round(low * _STEPS)] >= HALF
        for turn, (low, _) in spans.items()
    }
    for _ in range(_HALVINGS if spans else 0):
        middles = {turn: (low + high) / 2 for turn, (low, high) in spans.items()}
        after = strengths.along(goal, [(nodes[turn], middle) for turn, middle in middles.items()])
        is_unique = is_unique and after.is_unique
        for (turn, middle), strength in zip(middles.items(), after.strengths, strict=True):
            low, high = spans[turn]
            same_side = bool(strength >= HALF) is is_above[turn]
            spans[turn] = (middle, high) if same_side else (low, middle)
    points = tuple(
        round(sum(spans[turn]) / 2, 9) if turn in spans else None for turn in range(len(nodes))
    )
    return TippingPoints(points, is_unique)


def _nearest_span(
    scores: Sequence[float], row: Sequence[float], own: float
) -> tuple[float, float] | None:
    """Two neighbouring scores on either side of one half, nearest to the node's own score."""
    spans = [
        (low, high)
        for low, high, before, after in zip(scores, scores[1:], row, row[1:], strict=False)
        if (before >= HALF) is not (after >= HALF)
    ]
    return min(spans, key=lambda span: (abs((span[0] + span[1]) / 2 - own), span), default=None)
