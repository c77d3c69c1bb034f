"""The gaps below a claim: what would still have to be supported for the claim to be carried."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.rests_on.gaps_filled import stands_with
from argmap.reasoning.horn import Horn, below, critical, derivable
from argmap.reasoning.minimal_sets.families import (
    DEFAULT_LIMITS,
    families,
    subproblem_of,
)
from argmap.reasoning.solvers.engines import LazyEngine
from argmap.reasoning.time_limit import TimeLimit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.analysis.reading_of_map import Reading
    from argmap.graph.groundwork import Groundwork
    from argmap.reasoning.horn import Atom
    from argmap.reasoning.minimal_sets.families import Limits, Subproblem


@dataclass(frozen=True, slots=True, repr=False)
class GapsFinding(Finding):
    """The smallest sets of claims that would have to be supported for a claim to be carried.

    Candidates are the claims that are pending, or neither granted nor supported; classes of
    restated claims appear by their smallest id. `derivable` says that what is granted carries the
    claim as it is, so that no set is needed. `needed` are the candidates that are in every set.
    `gaps` come smallest first; `stands` says for each whether the claim would then stand, or
    objections would still keep it down. `circles` are circles of support on which the claim rests
    where no set at all would carry it. `total` is None if the sets were listed in part and could
    not be counted; `stopped` is the reason why the list is incomplete, `limit`, `time`
    or `memory`, or None.
    """

    claim: str
    derivable: bool
    gaps: tuple[tuple[str, ...], ...] = ()
    stands: tuple[bool, ...] = ()
    needed: tuple[str, ...] = ()
    circles: tuple[tuple[str, ...], ...] = ()
    total: int | None = 0
    stopped: str | None = None

    @property
    def complete(self) -> bool:
        """Whether every set is listed."""
        return self.stopped is None

    def rows(self) -> list[dict[str, Any]]:
        """One row for each set."""
        return [
            row(claim=self.claim, gap=gap, stands=stands)
            for gap, stands in zip(self.gaps, self.stands, strict=True)
        ]

    def _summary(self) -> str:
        if self.derivable:
            return f"{self.claim} is carried as it is"
        cut = "" if self.complete else ", cut short"
        return f"{self.claim} would be carried by {counted(len(self.gaps), 'set')}{cut}"


@dataclass(frozen=True, slots=True, repr=False)
class AllGapsFinding(Finding):
    """The gaps below every conclusion of a map, main conclusions first."""

    conclusions: tuple[GapsFinding, ...]

    @property
    def complete(self) -> bool:
        """Whether every set of every conclusion is listed."""
        return all(finding.complete for finding in self.conclusions)

    def rows(self) -> list[dict[str, Any]]:
        """One row for each set of each conclusion."""
        return [row for finding in self.conclusions for row in finding.rows()]

    def _summary(self) -> str:
        lacking = sum(not finding.derivable for finding in self.conclusions)
        return f"{counted(len(self.conclusions), 'conclusion')}, {lacking} not carried yet"


def gaps(reading: Reading, claim: str, limits: Limits = DEFAULT_LIMITS) -> GapsFinding:
    """The smallest sets of claims that would have to be supported for a claim to be carried.

    They follow from the supports alone, as premise sets and rejection sets do: attacks and stances
    are left out, and looked at only for `stands`. A set has claims that are pending, or neither
    granted nor supported, and is a premise set of the claim with all grants taken as facts.

    Cost: that of premise sets: exponential at worst, smallest first, within the limits.

    Raises:
        UsageError: there is no such claim.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Relation
    >>> claims = [Claim("safe", "It is safe."), Claim("tested", "It was tested.", pending=True)]
    >>> tested = ArgumentMap.of(claims, [Relation.of("tested", "supports", "safe")])
    >>> gaps(Reading(tested), "safe").gaps
    (('tested',),)
    """
    reading.map.claim_named(claim)
    [finding] = _findings(reading, [claim], limits)
    return finding


def all_gaps(reading: Reading, limits: Limits = DEFAULT_LIMITS) -> AllGapsFinding:
    """The gaps below every conclusion of the map; the limit of sets is for each by itself.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> all_gaps(Reading(THREE_CLAIMS)).conclusions
    (<GapsFinding: close is carried as it is>,)
    """
    return AllGapsFinding(tuple(_findings(reading, reading.conclusions, limits)))


def _findings(reading: Reading, claims: Sequence[str], limits: Limits) -> list[GapsFinding]:
    search = Gaps(reading.groundwork)
    with TimeLimit(limits.seconds):
        findings = [search.of(claim, replace(limits, seconds=None)) for claim in claims]
    every = [(finding.claim, gap) for finding in findings for gap in finding.gaps]
    stands = iter(stands_with(reading, every))
    return [
        replace(finding, stands=tuple(next(stands) for _ in finding.gaps)) for finding in findings
    ]


class Gaps:
    """The search for gaps in one map: its supports, what is carried already left out.

    >>> from argmap.graph.groundwork import Groundwork
    >>> from argmap.model.example import THREE_CLAIMS
    >>> Gaps(Groundwork(THREE_CLAIMS)).below("close")
    ()
    """

    def __init__(self, groundwork: Groundwork) -> None:
        self.groundwork = groundwork
        self.supports = groundwork.supports
        self.solver = LazyEngine()

    @cached_property
    def candidates(self) -> tuple[Atom, ...]:
        """The classes that are pending, or neither granted nor supported, and not carried."""
        supports, is_carried = self.supports, self.groundwork.derivable
        supported, pending = set(supports.horn.heads), set(supports.pending)
        return tuple(
            atom
            for atom in range(len(supports.claims))
            if not is_carried[atom] and (atom in pending or atom not in supported)
        )

    @property
    def all(self) -> tuple[str, ...]:
        """All candidates, by the smallest id of their class."""
        return self.supports.ids(self.candidates)

    @cached_property
    def lacking(self) -> Horn:
        """The supports of what is not carried yet, by premises that are not either."""
        is_carried = self.groundwork.derivable
        rules = [
            (head, tuple(atom for atom in body if not is_carried[atom]))
            for head, body in self.supports.horn.rules
            if not is_carried[head]
        ]
        return Horn(self.supports.horn.atoms, rules)

    @cached_property
    def can_be(self) -> bytearray:
        """A mark for every atom: 1 if all candidates together would carry it, and nothing does."""
        return derivable(self.lacking, self.candidates)

    def part(self, claim: str) -> Subproblem | None:
        """The supports by which candidates would carry a claim; None if none would, or it is."""
        goal = self.supports.atom[claim]
        return subproblem_of(self.lacking, self.candidates, goal, self.can_be)

    def below(self, claim: str) -> tuple[str, ...]:
        """The candidates that would help to carry a claim which nothing carries yet."""
        part = self.part(claim)
        return () if part is None else self.supports.ids(part.named(part.grants))

    def of(self, claim: str, limits: Limits = DEFAULT_LIMITS) -> GapsFinding:
        """The gaps below a claim, not yet asked whether it would stand."""
        if self.groundwork.derivable[self.supports.atom[claim]]:
            return GapsFinding(claim, derivable=True)
        part = self.part(claim)
        if part is None:
            return GapsFinding(claim, derivable=False, circles=self.circles_below(claim))
        family = families(part, self.solver, limits).premise_sets
        [needed] = critical(part.horn, part.grants, [part.goal])
        ids = self.supports.ids
        return GapsFinding(
            claim,
            derivable=False,
            gaps=tuple(ids(atoms) for atoms in family.sets),
            needed=ids(part.named(needed)),
            total=family.total,
            stopped=family.stopped,
        )

    def circles_below(self, claim: str) -> tuple[tuple[str, ...], ...]:
        """The circles of support below a claim in which every claim waits for another."""
        leads = below(self._stuck, self.supports.atom[claim])
        by_itself = {head for head, body in self._stuck.rules if head in body}
        return tuple(
            self.supports.ids(circle)
            for circle in self._stuck.components
            if leads[circle[0]] and (len(circle) > 1 or circle[0] in by_itself)
        )

    @cached_property
    def _stuck(self) -> Horn:
        """The supports of what no candidates would carry, by premises that they would not either.

        Each such claim has one, so that from each of them a way down leads into a circle.
        """
        rules = [
            (head, tuple(atom for atom in body if not self.can_be[atom]))
            for head, body in self.lacking.rules
            if not self.can_be[head]
        ]
        return Horn(self.lacking.atoms, rules)
