"""The largest standpoints that can be held together, and on what they differ."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted, row

if TYPE_CHECKING:
    from argmap.analysis.reading_of_map import Reading


@dataclass(frozen=True, slots=True, repr=False)
class PositionsFinding(Finding):
    """The distinct sets of claims that are `in` under the extensions of a semantics.

    `shared` are the claims in all of them, `decisive` those in some and not in all, the ones first
    on which most else hangs: on knowing one of `keys`, as few as were found to tell the positions
    of what hangs together apart, which position is taken is known. `total` is None where there were
    too many extensions to look at; `positions` may be cut, and `complete` says so.
    """

    semantics: str
    positions: tuple[tuple[str, ...], ...] = ()
    total: int | None = None
    shared: tuple[str, ...] = ()
    decisive: tuple[str, ...] = ()
    keys: tuple[tuple[str, ...], ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every position is listed."""
        return self.total == len(self.positions)

    def rows(self) -> list[dict[str, Any]]:
        """One row a claim that a position holds; positions are numbered from 1."""
        decisive = set(self.decisive)
        return [
            row(position=number, claim=id_, decisive=id_ in decisive)
            for number, claims in enumerate(self.positions, start=1)
            for id_ in claims
        ]

    def _summary(self) -> str:
        total = len(self.positions) if self.total is None else self.total
        cut = "" if self.complete else f", {len(self.positions)} of them listed"
        differ = f"{len(self.decisive)} decisive"
        return f"{self.semantics}, {counted(total, 'position')}{cut}, {differ}"


def positions(reading: Reading, limit: int | None = None) -> PositionsFinding:
    """The positions of a reading. Cost: that of listing them; parts that differ are multiplied.

    Raises:
        UsageError, TimeUpError: as the labels of the reading.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> positions(Reading(THREE_CLAIMS, semantics="preferred")).positions
    (('quieter', 'shops'),)
    """
    labels = reading.labels
    groups = [sorted(sorted(position) for position in group) for group in labels.positions]
    listed = islice(product(*groups), limit)
    listed_positions = [tuple(sorted(labels.fixed.union(*chosen))) for chosen in listed]
    some = labels.credulous
    every = labels.fixed.union(
        *(frozenset(group[0]).intersection(*group) for group in groups if group)
    )
    return PositionsFinding(
        semantics=labels.semantics,
        positions=tuple(listed_positions),
        total=labels.extensions,
        shared=tuple(sorted(every)) if listed_positions else (),
        decisive=tuple(sorted(some - every)),
        keys=tuple(_key(group) for group in groups if len(group) > 1),
    )


def _key(group: list[list[str]]) -> tuple[str, ...]:
    """Few claims whose being `in` or not tells these positions apart; each time the best one."""
    sets = [frozenset(position) for position in group]
    claims = sorted(frozenset().union(*sets))
    key: list[str] = []
    classes = [sets]
    while any(len(part) > 1 for part in classes):
        best = max(claims, key=lambda claim: (_split(classes, claim), _reverse(claim)))
        key.append(best)
        classes = [
            part
            for mixed in classes
            for part in ([s for s in mixed if best in s], [s for s in mixed if best not in s])
            if part
        ]
    return tuple(sorted(key))


def _split(classes: list[list[frozenset[str]]], claim: str) -> int:
    """The number of pairs of positions that a claim separates and that nothing separated before."""
    pairs = 0
    for part in classes:
        inside = sum(claim in position for position in part)
        pairs += inside * (len(part) - inside)
    return pairs


def _reverse(claim: str) -> tuple[int, ...]:
    """So that the smallest id wins where the largest value is taken."""
    return tuple(-ord(sign) for sign in claim)
