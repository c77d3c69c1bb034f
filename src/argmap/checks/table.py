"""The table of all checks, in the order in which they run, and the run itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from argmap.checks import (
    authorship,
    critical_questions,
    evidence,
    quotations,
    reasoning,
    structure,
    wording,
    works,
)
from argmap.checks.ignoring import without_ignored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argmap.analysis.reading_of_map import Reading
    from argmap.diagnostics import Diagnostic
    from argmap.documents.verification import Evidence
    from argmap.model.argument_map import ArgumentMap

Scope = Literal["all", "meaning", "none"]

CHECKS_OF_ANY_MAP: tuple[Callable[[ArgumentMap], Iterable[Diagnostic]], ...] = (
    structure.self_support,
    structure.own_target,
    structure.inside_class,
    structure.granted_at_odds,
    structure.both_rejected_and_accepted,
    reasoning.self_attack,
    reasoning.circular_support,
)
"""Checks for what has no meaning in a map, or hardly one, whoever wrote it in whatever format."""

CHECKS: tuple[Callable[[ArgumentMap], Iterable[Diagnostic]], ...] = (
    *CHECKS_OF_ANY_MAP,
    reasoning.both_sides,
    reasoning.contradictions_written_as_attacks,
    critical_questions.questions_of_no_step,
    wording.beliefs,
    wording.questions_as_claims,
    authorship.nearly_authors,
    works.impossible_dates,
    works.numbers_of_no_work,
)

CHECKS_OF_WHOLE_MAPS: tuple[Callable[[ArgumentMap], Iterable[Diagnostic]], ...] = (
    reasoning.not_granted_without_support,
    wording.near_duplicates,
    works.claims_of_retracted_sources,
)
"""Checks that report the lack of something, or compare all claims with each other.

They run only on a map that was read whole: a support that could not be read would make them report
what is not so.
"""

NOTES: tuple[Callable[[ArgumentMap], Iterable[Diagnostic]], ...] = (
    reasoning.unrelated_claims,
    reasoning.single_reasons,
    reasoning.numbers_not_used,
    wording.unlabelled,
    authorship.steps_between_sources,
    evidence.missing_locators,
    authorship.authors_in_one,
    authorship.one_person_twice,
    evidence.sources_of_conclusions,
)

NOTES_ON_READINGS: tuple[Callable[[Reading], Iterable[Diagnostic]], ...] = (
    reasoning.unanswered_attacks,
)
"""Notes that need the labels of a reading, and so a map that may be analysed."""

EVIDENCE_CHECKS: tuple[Callable[[ArgumentMap, Evidence], Iterable[Diagnostic]], ...] = (
    quotations.quotations,
    evidence.documents_themselves,
)


def problems(
    reading: Reading,
    evidence: Evidence,
    read: Iterable[Diagnostic],
    *,
    notes: bool,
    scope: Scope = "all",
) -> list[Diagnostic]:
    """The problems from reading and from all checks, without those that the authors ignore.

    Where reading met errors the map is not whole, and nothing that it seems to lack is reported.
    With the scope `meaning` only what has no meaning, or hardly one, is reported: the author of a
    map in another format knew nothing of the checks for a good map. With `none` nothing is checked.
    """
    argument_map, diagnostics = reading.map, [*read]
    is_whole = not any(diagnostic.is_error for diagnostic in diagnostics)
    checks = CHECKS + CHECKS_OF_WHOLE_MAPS * is_whole + NOTES * (is_whole and notes)
    if scope != "all":
        checks, notes = CHECKS_OF_ANY_MAP * (scope == "meaning"), False
    diagnostics += [diagnostic for check in checks for diagnostic in check(argument_map)]
    diagnostics += [
        diagnostic
        for check in EVIDENCE_CHECKS
        for diagnostic in check(argument_map, evidence)
        if is_whole or diagnostic.code != "AM505"  # the folder may be named where nothing was read
    ]
    is_noted = is_whole and notes and not any(problem.is_fatal for problem in diagnostics)
    if is_noted:
        diagnostics += [problem for check in NOTES_ON_READINGS for problem in check(reading)]
    return list(
        without_ignored(argument_map, evidence.documents, diagnostics, report_unused=is_noted)
    )
