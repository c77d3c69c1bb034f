"""The smallest stances that change whether a claim stands."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, islice
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.labels.labelling import Label
from argmap.reasoning.grounded_in_many import grounded_in, worlds_at_once
from argmap.reasoning.minimal_sets.families import DEFAULT_LIMITS
from argmap.reasoning.time_limit import TimeLimit, TimeUpError, cut_short

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.analysis.reading_of_map import Reading
    from argmap.model.argument_map import ArgumentMap
    from argmap.reasoning.horn import Atom
    from argmap.reasoning.minimal_sets.families import Limits

_WORLDS_AT_ONCE = 1 << 14
"""The stances tried in one pass, each as one bit of the integers that `grounded_in` takes."""

_MOST_STANCES = 2_000_000
"""The most stances that are tried, whatever the limits say: some minutes of work."""


@dataclass(frozen=True, slots=True, order=True)
class Opinion:
    """A claim that a stance rejects or accepts; of restated claims the smallest id."""

    claim: str
    accepts: bool


@dataclass(frozen=True, slots=True, repr=False)
class OverturnFinding(Finding):
    """The smallest stances that change whether a claim stands.

    All of them have the same size. None names the claim itself or a restatement of it, as every
    accepted claim stands. `tried` is the largest size of stance that was searched completely.
    `stopped` is None if the search ended by itself, else the reason why it did not: `limit`,
    `time` or `memory`.
    """

    claim: str
    label: Label
    stances: tuple[tuple[Opinion, ...], ...]
    tried: int
    stopped: str | None

    @property
    def complete(self) -> bool:
        """Whether every smallest stance is listed, or none exists."""
        return self.stopped is None

    def rows(self) -> list[dict[str, Any]]:
        """One row for each opinion; rows with the same number make up one stance."""
        return [
            row(stance=number, claim=opinion.claim, accepts=opinion.accepts)
            for number, stance in enumerate(self.stances, start=1)
            for opinion in stance
        ]

    def _summary(self) -> str:
        cut = "" if self.complete else ", cut short"
        return f"{self.claim} is {self.label}, {counted(len(self.stances), 'stance')} turn it{cut}"


def overturn(reading: Reading, claim: str, limits: Limits = DEFAULT_LIMITS) -> OverturnFinding:
    """The smallest stances, beside the one of the reading, that change whether the claim stands.

    Stances are tried by size, thousands in one pass, and name only claims from which a path of
    relations leads to the claim. Cost: exponential in the size of the stances found, which is small
    in maps that people write. The search stops at the limits, and `stopped` says so.

    Raises:
        UsageError: there is no such claim.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> overturn(Reading(THREE_CLAIMS), "close").stances
    ((Opinion(claim='shops', accepts=False),),)
    """
    reading.map.claim_named(claim)
    search = _Search(reading, claim)
    with TimeLimit(limits.seconds):
        return search.smallest(limits.sets)


class _Search:
    """The stances that could change whether a claim stands, tried many at a time."""

    def __init__(self, reading: Reading, claim: str) -> None:
        self.labelling = reading.grounded
        self.claim = claim
        argument_map = reading.map
        own = argument_map.head_of(claim)
        judged = {
            argument_map.head_of(id_) for id_ in reading.stance.reject | reading.stance.accept
        }
        bearing = classes_bearing_on(argument_map, own)
        self.claims = sorted(bearing - judged - {own})
        self.stands = self.labelling.claims[claim] is Label.IN

    def smallest(self, most: int | None) -> OverturnFinding:
        """The smallest stances, at most so many, that are found before a limit is reached."""
        tried = 0
        for size in range(1, len(self.claims) + 1):
            overturning: list[tuple[Opinion, ...]] = []
            stopped = None
            try:
                for batch in self.batches(size):
                    tried += len(batch)
                    overturning += self.overturning(batch)
                    if tried > _MOST_STANCES:
                        stopped = "limit"
                        break
            except TimeUpError as error:
                stopped = cut_short(error)
            if stopped is not None:
                return self.finding(overturning[:most], size - 1, stopped)
            if overturning:
                is_cut = most is not None and len(overturning) > most
                return self.finding(overturning[:most], size, "limit" if is_cut else None)
        return self.finding([], len(self.claims), None)

    def batches(self, size: int) -> Iterable[list[tuple[Opinion, ...]]]:
        """All stances of this size in the order of their ids, some thousands in each batch."""
        opinions = [Opinion(id_, accepts) for id_ in self.claims for accepts in (False, True)]
        every = (
            stance
            for stance in combinations(opinions, size)
            if len({opinion.claim for opinion in stance}) == size
        )
        at_once = worlds_at_once(self.labelling.compiled.framework, _WORLDS_AT_ONCE)
        while batch := list(islice(every, at_once)):
            yield batch

    def overturning(self, batch: Sequence[tuple[Opinion, ...]]) -> list[tuple[Opinion, ...]]:
        """The stances of a batch under which the claim stands if it did not, and the reverse."""
        # Bit n of every integer here belongs to stance n of the batch.
        facts: dict[Atom, int] = {}
        barred: dict[Atom, int] = {}
        compiled = self.labelling.compiled
        for world, stance in enumerate(batch):
            for opinion in stance:
                masks, atom = facts if opinion.accepts else barred, compiled.claim[opinion.claim]
                masks[atom] = masks.get(atom, 0) | 1 << world
        worlds_of = grounded_in(compiled.framework, len(batch), facts, barred)
        mask = worlds_of[compiled.claim[self.claim]]
        return [
            stance for world, stance in enumerate(batch) if bool((mask >> world) & 1) != self.stands
        ]

    def finding(
        self, stances: Sequence[tuple[Opinion, ...]], tried: int, stopped: str | None
    ) -> OverturnFinding:
        """The finding with these stances."""
        label = self.labelling.claims[self.claim]
        return OverturnFinding(self.claim, label, tuple(stances), tried, stopped)


def classes_bearing_on(argument_map: ArgumentMap, claim: str) -> set[str]:
    """The classes, by smallest id, from which a path of relations leads to the claim.

    Paths run through supports, attacks and undercuts; the empty path makes the claim's own class
    one of them. Cost: linear.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> sorted(classes_bearing_on(THREE_CLAIMS, "close"))
    ['close', 'quieter', 'shops']
    """
    reached: set[str] = set()
    waiting: list[str] = [claim]
    seen: set[str] = set()
    while waiting:
        id_ = waiting.pop()
        targets: tuple[str, ...] = (id_,)
        if id_ in argument_map.claims:
            targets = argument_map.class_of(id_)
            if targets[0] in reached:
                continue
            reached.add(targets[0])
        for target in targets:
            for relation in argument_map.relations_to(target):
                if relation.id not in seen:
                    seen.add(relation.id)
                    waiting += [relation.id, *relation.premises]
    return reached
