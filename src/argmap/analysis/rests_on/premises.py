"""The premises on which a claim rests, and those whose rejection takes its grounds away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.labels.semantics import labellings_under
from argmap.analysis.rests_on.gaps import Gaps
from argmap.analysis.rests_on.premise_sets import Judge, PremiseSet, SetStatus, judged_by_all
from argmap.reasoning.horn import below, critical
from argmap.reasoning.minimal_sets.families import DEFAULT_LIMITS, families, subproblem_of
from argmap.reasoning.solvers.engines import LazyEngine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.analysis.reading_of_map import Reading
    from argmap.model.argument_map import ArgumentMap
    from argmap.reasoning.minimal_sets.families import Family, Limits, Subproblem


_REASONS = ("memory", "time", "limit")
"""The reasons for which a list is incomplete, in the order in which a reader has to know them."""


@dataclass(frozen=True, slots=True, repr=False)
class PremisesFinding(Finding):
    """The premises of a claim; classes of restated claims appear by their smallest id.

    `premises` are the granted claims from which a path of supports leads to the claim, `idle` the
    premises that are in no premise set (None: not known), `critical` the premises without which the
    claim has no derivation. Sets come smallest first. A total is None if the sets were listed only
    in part and could not be counted. `readings` is the number of extensions that differ on claims
    that bear on this one; the status of premise sets was judged under each (None: there are more
    than were tried). `to_be_supported` are the claims whose support would help to carry a
    claim that has no derivation. `stopped` is the reason why a list is incomplete, `limit`,
    `time` or `memory`, or None.
    """

    claim: str
    derivable: bool
    premises: tuple[str, ...] = ()
    idle: tuple[str, ...] | None = ()
    critical: tuple[str, ...] = ()
    premise_sets: tuple[PremiseSet, ...] = ()
    premise_sets_total: int | None = 0
    standing_premise_sets: tuple[tuple[str, ...], ...] = ()
    rejection_sets: tuple[tuple[str, ...], ...] = ()
    rejection_sets_total: int | None = 0
    readings: int | None = 1
    to_be_supported: tuple[str, ...] = ()
    stopped: str | None = None

    @property
    def complete(self) -> bool:
        """Whether every list is complete."""
        return self.stopped is None

    def rows(self) -> list[dict[str, Any]]:
        """One row for each premise; `idle` is None if it is not known."""
        return [
            row(
                premise=id_,
                critical=id_ in self.critical,
                idle=None if self.idle is None else id_ in self.idle,
            )
            for id_ in self.premises
        ]

    def _summary(self) -> str:
        premises, critical = counted(len(self.premises), "premise"), len(self.critical)
        cut = "" if self.complete else ", cut short"
        return f"{self.claim} rests on {premises}, {critical} critical{cut}"


def premises(reading: Reading, claim: str, limits: Limits = DEFAULT_LIMITS) -> PremisesFinding:
    """The premises of a claim, and the families of sets on which it rests.

    Premises, critical premises and the families of sets follow from the supports alone, without
    attacks and stances. The status of premise sets, and the standing premise sets, follow from the
    labels: under another semantics than the grounded one, from the labels of all its extensions.

    Cost: a few linear passes for premises and critical premises. The families can be exponentially
    large and are listed smallest first, within the limits.

    Raises:
        UsageError: there is no such claim.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> finding = premises(Reading(THREE_CLAIMS), "close")
    >>> [(set_.claims, set_.status.value, set_.by) for set_ in finding.premise_sets]
    [(('quieter',), 'undecided', ('against',))]
    """
    return Bases(reading, limits).of(claim)


def with_effect(reading: Reading, finding: PremisesFinding) -> PremisesFinding:
    """The premises of a claim, with no objection named beside an undecided set that has no effect.

    If none has any, as may be where several standpoints differ, they are all named.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> from argmap.analysis.reading_of_map import Reading
    >>> reading = Reading(THREE_CLAIMS)
    >>> with_effect(reading, premises(reading, "close")).premise_sets[0].by
    ('against',)
    """

    def effective(entry: PremiseSet) -> PremiseSet:
        if entry.status is not SetStatus.UNDECIDED:
            return entry
        named = tuple(id_ for id_ in entry.by if not reading.has_no_effect(id_))
        return replace(entry, by=named or entry.by)

    return replace(finding, premise_sets=tuple(map(effective, finding.premise_sets)))


class Bases:
    """The premises of claims under one reading of a map, which share the work common to them."""

    def __init__(self, reading: Reading, limits: Limits = DEFAULT_LIMITS) -> None:
        self.reading = reading
        self.limits = limits
        self.supports = reading.supports
        self.solver = LazyEngine()
        self.gaps = Gaps(reading.groundwork)

    def of(self, claim: str) -> PremisesFinding:
        """The premises of a claim.

        Raises:
            UsageError: there is no such claim.
        """
        self.reading.map.claim_named(claim)
        supports, limits, solver = self.supports, self.limits, self.solver
        goal = supports.atom[claim]
        part = subproblem_of(
            supports.horn, supports.grants, goal, self.reading.groundwork.derivable
        )
        basis = families(part, solver, limits)
        leads = below(supports.horn, goal)
        paths = [grant for grant in supports.grants if leads[grant] and part is not None]
        judges, is_whole = self._judges(leads)
        standing = [
            families(judge.standing_part(goal), solver, limits).premise_sets for judge in judges
        ]
        lists = (basis.premise_sets, basis.rejection_sets, *standing)
        reasons = [family.stopped for family in lists if family.stopped] + (
            [] if is_whole else ["limit"]
        )
        idle = None if basis.used is None else supports.ids(set(paths) - basis.used)
        return PremisesFinding(
            claim,
            derivable=part is not None,
            premises=supports.ids(paths),
            idle=idle,
            critical=() if part is None else supports.ids(_critical(part)),
            premise_sets=judged_by_all(judges, supports, goal, basis.premise_sets.sets),
            premise_sets_total=basis.premise_sets.total,
            standing_premise_sets=tuple(supports.ids(atoms) for atoms in _in_all(standing)),
            rejection_sets=tuple(supports.ids(atoms) for atoms in basis.rejection_sets.sets),
            rejection_sets_total=basis.rejection_sets.total,
            readings=len(judges) if is_whole else None,
            to_be_supported=() if part is not None else self.gaps.below(claim),
            stopped=min(reasons, key=_REASONS.index) if reasons else None,
        )

    def _judges(self, leads: Sequence[int]) -> tuple[list[Judge], bool]:
        """A judge for each extension that differs on what bears on these atoms, and whether all.

        The grounded extension judges the premise sets of every claim.
        """
        if self.reading.semantics == "grounded":
            return [self._grounded], True
        atoms = (atom for atom, is_needed in enumerate(leads) if is_needed)
        about = _bearing(self.reading.map, self.supports.ids(atoms))
        labellings, is_whole = labellings_under(
            self.reading.grounded, self.reading.semantics, about
        )
        return [Judge(labelling, self.supports) for labelling in labellings], is_whole

    @cached_property
    def _grounded(self) -> Judge:
        return Judge(self.reading.grounded, self.supports)


def _bearing(argument_map: ArgumentMap, claims: Iterable[str]) -> set[str]:
    """The claims and relations on which the status of these claims depends.

    These are the claims themselves with their restatements, the relations to them, and the
    undercuts of those relations.
    """
    bearing: set[str] = set()
    for claim in claims:
        bearing.update(argument_map.class_of(claim))
        for relation in argument_map.relations_to_class(claim):
            bearing.add(relation.id)
            bearing.update(undercut.id for undercut in argument_map.relations_to(relation.id))
    return bearing


def _in_all(families_: Sequence[Family]) -> list[tuple[int, ...]]:
    """The sets that are in all of these families, in the order of the first."""
    if not families_:
        return []
    shared = set(families_[0].sets).intersection(*(family.sets for family in families_))
    return [atoms for atoms in families_[0].sets if atoms in shared]


def _critical(part: Subproblem) -> tuple[int, ...]:
    [needed] = critical(part.horn, part.grants, [part.goal])
    return part.named(needed)
