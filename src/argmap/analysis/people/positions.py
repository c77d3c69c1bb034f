"""The positions of a map: the sets of claims that can stand together, and where they differ."""

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

    `shared` are the claims in all positions, `decisive` those in some and not in all, sorted by id.
    The open choices of a map fall into independent groups of claims; `keys` has for each group a
    small set of claims that tells its choices apart: to know which claims of every key are `in` is
    to know the position. `total` is None if there were too many extensions to look at, or none was
    found in time. `positions` may be cut short; `complete` says whether it is not.
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
        """One row for each claim in each position; positions are numbered from 1."""
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
    """The positions of a reading, each a combination of one choice from every independent group.

    Cost: that of listing the extensions, and one position for every combination up to the `limit`.

    Raises:
        UsageError, TimeUpError: as the labels of the reading.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> positions(Reading(THREE_CLAIMS, semantics="preferred")).positions
    (('quieter', 'shops'),)
    """
    labels = reading.labels
    if labels.unsearched:
        return PositionsFinding(labels.semantics)
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
    """A small set of claims that tells these positions apart.

    The claim that tells most pairs apart is taken first, then the best of the rest, and so on (a
    greedy choice): the set is small, but not always smallest.
    """
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
    """The number of pairs of positions in one class that a claim tells apart."""
    pairs = 0
    for part in classes:
        inside = sum(claim in position for position in part)
        pairs += inside * (len(part) - inside)
    return pairs


def _reverse(claim: str) -> tuple[int, ...]:
    """A sort key that is largest for the smallest id, so that `max` prefers small ids."""
    return tuple(-ord(sign) for sign in claim)
