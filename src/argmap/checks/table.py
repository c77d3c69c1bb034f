"""Which checks there are, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks import evidence, reasoning, structure, wording
from argmap.checks.ignoring import without_ignored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argmap.diagnostics import Diagnostic
    from argmap.model.argument_map import ArgumentMap
    from argmap.reading.documents import Documents

CHECKS: tuple[Callable[[ArgumentMap], Iterable[Diagnostic]], ...] = (
    structure.self_support,
    structure.own_target,
    structure.inside_class,
    structure.granted_at_odds,
    structure.both_rejected_and_accepted,
    reasoning.self_attack,
    reasoning.circular_support,
    reasoning.both_sides,
    reasoning.not_granted_without_support,
    wording.near_duplicates,
    wording.beliefs,
)

NOTES: tuple[Callable[[ArgumentMap], Iterable[Diagnostic]], ...] = (
    reasoning.unanswered_attacks,
    reasoning.unrelated_claims,
    reasoning.single_reasons,
    evidence.missing_locators,
    evidence.sources_of_conclusions,
)

EVIDENCE_CHECKS: tuple[Callable[[ArgumentMap, Documents], Iterable[Diagnostic]], ...] = (
    evidence.quotations,
    evidence.documents_themselves,
)


def problems(
    argument_map: ArgumentMap,
    documents: Documents,
    read: Iterable[Diagnostic],
    *,
    notes: bool,
) -> list[Diagnostic]:
    """What reading found and what the checks find, without what the map's authors ignore.

    Without notes, nothing is said of an `ignore` that fits none of the rest either.
    """
    checks = CHECKS + NOTES if notes else CHECKS
    found = [*read]
    found += [one for check in checks for one in check(argument_map)]
    found += [one for check in EVIDENCE_CHECKS for one in check(argument_map, documents)]
    return list(without_ignored(argument_map, found, report_unused=notes))
