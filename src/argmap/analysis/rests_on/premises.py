"""On which premises a claim rests, and whose rejection takes its grounds away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.labels.semantics import labellings_under
from argmap.analysis.rests_on.premise_sets import Judge, PremiseSet, judged_by_all
from argmap.reasoning.horn import below, critical
from argmap.reasoning.minimal_sets.families import DEFAULT_LIMITS, families, subproblem_of
from argmap.reasoning.solvers.engines import LazyEngine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.analysis.reading_of_map import Reading
    from argmap.model.argument_map import ArgumentMap
    from argmap.reasoning.minimal_sets.families import Family, Limits, Subproblem


@dataclass(frozen=True, slots=True, repr=False)
class PremisesFinding(Finding):
    """On what a claim rests; classes of restated claims appear by their smallest id.

    `premises` are the granted claims with a support path to the claim, `idle` those of them that
    are in no premise set (None: not known), `critical` those without which it has no derivation.
    Sets come smallest first. A total is None where the sets were listed only in part and could not
    be counted. `readings` is how many extensions there are that differ on what bears on the claim:
    under all of them the status of premise sets was judged (None: there are more than were looked
    at). `stopped` says why a list is not whole: `limit` or `time`.
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
    stopped: str | None = None

    @property
    def complete(self) -> bool:
        """Whether every list is whole."""
        return self.stopped is None

    def rows(self) -> list[dict[str, Any]]:
        """One row a premise; `idle` is None where that is not known."""
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

    The support basis (premises, families, what is critical) leaves attacks and stances out; the
    status of a premise set and the standing ones follow the labelling, or under another semantics
    than the grounded one all its labellings: what is so under each of them.

    Cost: premises and critical ones take a few linear passes; the families may be exponential and
    are listed smallest first, within limits.

    Raises:
        UsageError: there is no such claim.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> finding = premises(Reading(THREE_CLAIMS), "close")
    >>> [(one.claims, one.status.value, one.by) for one in finding.premise_sets]
    [(('quieter',), 'undecided', ('against',))]
    """
    reading.map.claim_named(claim)
    supports, semantics = reading.supports, reading.semantics
    goal = supports.atom[claim]
    part = subproblem_of(supports.horn, supports.grants, goal, reading.groundwork.derivable)
    solver = LazyEngine()
    found = families(part, solver, limits)
    leads = below(supports.horn, goal)
    paths = [grant for grant in supports.grants if leads[grant] and part is not None]
    needed = supports.ids(atom for atom, is_needed in enumerate(leads) if is_needed)
    about = () if semantics == "grounded" else _bearing(reading.map, needed)
    labellings, is_whole = labellings_under(reading.grounded, semantics, about)
    judges = [Judge(one, supports, goal) for one in labellings]
    standing = [families(one.standing_part(), solver, limits).premise_sets for one in judges]
    lists = (found.premise_sets, found.rejection_sets, *standing)
    reasons = [one.stopped for one in lists if one.stopped] + ([] if is_whole else ["limit"])
    idle = None if found.used is None else supports.ids(set(paths) - found.used)
    return PremisesFinding(
        claim,
        derivable=part is not None,
        premises=supports.ids(paths),
        idle=idle,
        critical=() if part is None else supports.ids(_critical(part)),
        premise_sets=judged_by_all(judges, supports, found.premise_sets.sets),
        premise_sets_total=found.premise_sets.total,
        standing_premise_sets=tuple(supports.ids(one) for one in _in_all(standing)),
        rejection_sets=tuple(supports.ids(one) for one in found.rejection_sets.sets),
        rejection_sets_total=found.rejection_sets.total,
        readings=len(labellings) if is_whole else None,
        stopped=reasons[0] if reasons else None,
    )


def _bearing(argument_map: ArgumentMap, claims: Iterable[str]) -> set[str]:
    """These claims, what they rest on, and what is directed at that: a status depends on it."""
    found: set[str] = set()
    for claim in claims:
        found.update(argument_map.class_of(claim))
        for relation in argument_map.relations_to_class(claim):
            found.add(relation.id)
            found.update(one.id for one in argument_map.relations_to(relation.id))
    return found


def _in_all(found: Sequence[Family]) -> list[tuple[int, ...]]:
    """The sets that are in all of these families, in the order of the first."""
    if not found:
        return []
    shared = set(found[0].sets).intersection(*(one.sets for one in found))
    return [one for one in found[0].sets if one in shared]


def _critical(part: Subproblem) -> tuple[int, ...]:
    [needed] = critical(part.horn, part.grants, [part.goal])
    return part.named(needed)
