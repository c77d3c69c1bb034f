"""The table of all checks, in the order in which they run, and the examination of a map by them."""

from __future__ import annotations

from functools import cached_property
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
from argmap.checks.expectations import expectations
from argmap.checks.ignoring import without_ignored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from argmap.analysis.reading_of_map import Reading
    from argmap.diagnostics import Diagnostic
    from argmap.documents.verification import Evidence
    from argmap.graph.groundwork import Groundwork
    from argmap.model.argument_map import ArgumentMap

Scope = Literal["all", "meaning", "none"]

CHECKS_OF_ANY_MAP: tuple[Callable[[ArgumentMap], Iterable[Diagnostic]], ...] = (
    structure.self_support,
    structure.own_target,
    structure.inside_class,
    structure.granted_at_odds,
    structure.both_rejected_and_accepted,
    reasoning.self_attack,
)
"""Checks for what has no meaning in a map, or hardly one, whoever wrote it in whatever format."""

CHECKS_ON_CIRCLES: tuple[Callable[[Groundwork], Iterable[Diagnostic]], ...] = (
    reasoning.circular_support,
)
"""Such checks that need the circles of support, which the roles of claims need too."""

CHECKS: tuple[Callable[[ArgumentMap], Iterable[Diagnostic]], ...] = (
    *CHECKS_OF_ANY_MAP,
    reasoning.both_sides,
    reasoning.credences_of_judged_claims,
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
    reasoning.single_reasons,
    reasoning.credences_not_used,
    wording.unlabelled,
    authorship.steps_between_sources,
    evidence.missing_locators,
    authorship.authors_in_one,
    authorship.one_person_twice,
)

NOTES_ON_ROLES: tuple[Callable[[Groundwork], Iterable[Diagnostic]], ...] = (
    reasoning.unrelated_claims,
    evidence.sources_of_conclusions,
)
"""Notes that need the roles of the claims."""

NOTES_ON_READINGS: tuple[Callable[[Reading], Iterable[Diagnostic]], ...] = (
    reasoning.unanswered_attacks,
)
"""Notes that need the labels of a reading, and so a map that may be analysed."""

EVIDENCE_CHECKS: tuple[Callable[[ArgumentMap, Evidence], Iterable[Diagnostic]], ...] = (
    quotations.quotations,
    evidence.documents_themselves,
)


class Examination:
    """The examination of a map by all checks: errors and warnings first, notes when asked for.

    Where reading met errors the map is not whole, and nothing that it seems to lack is reported.
    With the scope `meaning` only what has no meaning, or hardly one, is reported: the author of a
    map in another format knew nothing of the checks for a good map. With `none` nothing is checked.
    """

    def __init__(
        self,
        reading: Reading,
        evidence: Evidence,
        read: Iterable[Diagnostic],
        scope: Scope = "all",
    ) -> None:
        self.reading = reading
        self.evidence = evidence
        self._read = (*read,)
        self._is_whole = not any(diagnostic.is_error for diagnostic in self._read)
        self._scope = scope

    def problems(self, *, notes: bool = True) -> list[Diagnostic]:
        """The problems from reading and from all checks, without those that the authors ignore."""
        noted = notes and self._is_whole and self._scope == "all"
        diagnostics = [*self._errors_and_warnings, *(self._notes() if noted else ())]
        is_noted = noted and not any(problem.is_fatal for problem in diagnostics)
        if is_noted:
            diagnostics += [each for check in NOTES_ON_READINGS for each in check(self.reading)]
        documents = self.evidence.documents
        remaining = [
            *without_ignored(self.reading.map, documents, diagnostics, report_unused=is_noted)
        ]
        is_sound = not any(problem.is_fatal for problem in remaining)
        return [*remaining, *self._unmet] if is_sound else remaining

    @cached_property
    def _errors_and_warnings(self) -> list[Diagnostic]:
        """The problems from reading and from the checks that are no notes."""
        argument_map, diagnostics = self.reading.map, [*self._read]
        checks = CHECKS + CHECKS_OF_WHOLE_MAPS * self._is_whole
        if self._scope != "all":
            checks = CHECKS_OF_ANY_MAP * (self._scope == "meaning")
        diagnostics += [diagnostic for check in checks for diagnostic in check(argument_map)]
        on_circles = CHECKS_ON_CIRCLES * (self._scope != "none")
        diagnostics += [each for check in on_circles for each in check(self.reading.groundwork)]
        diagnostics += [
            diagnostic
            for check in EVIDENCE_CHECKS
            for diagnostic in check(argument_map, self.evidence)
            # the folder may be named where nothing was read
            if self._is_whole or diagnostic.code != "AM505"
        ]
        return diagnostics

    def _notes(self) -> Iterator[Diagnostic]:
        yield from (diagnostic for check in NOTES for diagnostic in check(self.reading.map))
        groundwork = self.reading.groundwork
        yield from (diagnostic for check in NOTES_ON_ROLES for diagnostic in check(groundwork))

    @cached_property
    def _unmet(self) -> list[Diagnostic]:
        """The expectations that are not met, which only a map that may be analysed can show."""
        return [*expectations(self.reading)]
