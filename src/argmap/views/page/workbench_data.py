"""The data of the workbench beside those of the page: what can be edited, and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.model.schemes import common_schemes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.analysis.people.coverage import CoverageFinding
    from argmap.analysis.reading_of_map import Reading
    from argmap.diagnostics import Diagnostic
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.model.source import Locator, Source


def workbench_data(
    reading: Reading, problems: Iterable[Diagnostic], covered: CoverageFinding
) -> dict[str, Any]:
    """The values of all keys that can be edited, the problems, and how much is taken up."""
    argument_map = reading.map
    claims = argument_map.claims.values()
    return {
        "claims": {claim.id: _claim(claim) for claim in claims},
        "drafts": {claim.id: _claim(claim) for claim in argument_map.drafts.claims.values()},
        "relations": {
            relation.id: _relation(relation) for relation in argument_map.relations.values()
        },
        "about": {"title": argument_map.title or None, "question": argument_map.question},
        "main": argument_map.main,
        "first": reading.outline.main,
        "sources": [_source(source) for source in argument_map.sources.values()],
        "covered": {
            source: {
                "quoted": document.quoted.letters,
                "letters": document.size.letters,
                "bare": len(document.bare),
                "parts": len(document.parts),
                "unit": document.unit,
            }
            for document in covered.documents
            for source in document.sources
        },
        "sections": sorted({claim.section for claim in claims if claim.section}),
        "tags": sorted({tag for claim in claims for tag in claim.tags}),
        "speakers": sorted({claim.speaker for claim in claims if claim.speaker}),
        "schemes": [
            [scheme.id, scheme.name]
            for scheme in {**common_schemes(), **argument_map.schemes}.values()
        ],
        "problems": [_problem(problem) for problem in problems],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    granted = "pending" if claim.pending else claim.granted
    return {
        "text": claim.text,
        "label": claim.label,
        "source": claim.source,
        "speaker": claim.speaker,
        "mode": claim.mode,
        "granted": granted,
        "credence": claim.credence,
        "section": claim.section,
        "tags": claim.tags,
        "note": claim.note,
        "quotes": [_quote(locator) for locator in claim.locators],
        "file": claim.location.path,
    }


def _source(source: Source) -> dict[str, Any]:
    keys = ("id", "title", "authors", "date", "kind", "publisher", "url", "document")
    return {key: getattr(source, key) for key in keys}


def _relation(relation: Relation) -> dict[str, Any]:
    return {
        "scheme": relation.scheme,
        "rationale": relation.rationale,
        "force": relation.force,
        "note": relation.note,
        "quotes": [_quote(locator) for locator in relation.locators],
        "contradiction": relation.contradiction,
        "file": relation.location.path,
    }


def _quote(locator: Locator) -> dict[str, Any]:
    return {"quote": locator.quote, "paragraph": locator.paragraph, "page": locator.page}


def _problem(problem: Diagnostic) -> dict[str, Any]:
    return {
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "place": problem.place,
        "claims": [id_ for id_ in (problem.claim, *problem.others) if id_ is not None],
    }
