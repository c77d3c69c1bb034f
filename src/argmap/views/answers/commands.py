"""JSON answers made from more than a finding: from the map, its outline, the claims' statuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.documents.verification import NO_QUOTATIONS
from argmap.model.relation import Kind
from argmap.views.answers.encoder import answer, encoded
from argmap.views.answers.pieces import Entries, Items

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.analysis.debate.agenda import AgendaFinding
    from argmap.analysis.debate.brief import BriefFinding, LineOfArgument
    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.analysis.reading_of_map import Reading
    from argmap.analysis.status.why import Why
    from argmap.analysis.versions.diff import DiffFinding
    from argmap.diagnostics import Diagnostic
    from argmap.documents.verification import QuotationCount
    from argmap.graph.outline import Outline
    from argmap.graph.roles import Role
    from argmap.model.argument_map import ArgumentMap

_NO_STATUS = {"label": None, "word": None, "reason": None, "credulous": None, "skeptical": None}
"""The status of a claim where there is no extension, and so no claim has a label."""


def check_answer(
    argument_map: ArgumentMap,
    diagnostics: Iterable[Diagnostic],
    quotations: QuotationCount = NO_QUOTATIONS,
) -> dict[str, Any]:
    """The answer of `argmap check`."""
    size = {
        "claims": len(argument_map.claims),
        "relations": len(argument_map.relations),
        "sources": len(argument_map.sources),
        "drafts": len(argument_map.drafts),
    }
    listed = Items(diagnostics, encoded)
    return answer("check", {"map": size, "quotations": quotations}, diagnostics=listed)


def status_answer(
    argument_map: ArgumentMap,
    finding: StatusFinding,
    outline: Outline,
    roles: Mapping[str, tuple[Role, ...]],
    relations: Iterable[str],
) -> dict[str, Any]:
    """The answer of `argmap status` for the claims in `roles` and for these relations."""

    def of_claim(id_: str) -> dict[str, Any]:
        return {
            "contested": False,
            "granted": argument_map.is_granted(id_),
            **_status_of(finding, id_),
            "number": outline.numbers[id_],
            "roles": encoded(roles[id_]),
        }

    claims, labels = Entries(roles, of_claim), Entries(relations, finding.relations.get)
    return answer("status", finding, claims=claims, relations=labels)


def _status_of(finding: StatusFinding, claim: str) -> dict[str, Any]:
    status = finding.claims.get(claim)
    return encoded(status) if status is not None else _NO_STATUS


def why_answer(argument_map: ArgumentMap, why: Why, finding: StatusFinding) -> dict[str, Any]:
    """The answer of `argmap why`: claims and relations by id, each with its neighbours' ids.

    Of claims that restate each other, the first has the relations of all; the others name that
    claim as `restates`. Nothing is nested, as parsers limit the depth of JSON and a chain of
    reasons may be of any length.
    """
    claims: dict[str, dict[str, Any]] = {}
    relations: dict[str, dict[str, Any]] = {}
    explained: dict[str, str] = {}  # by the smallest id of a class: the claim that stands for it
    for reason in why.reasons:  # each after the claim or relation that it is a reason for
        relation = reason.relation
        if relation is None:
            id_ = reason.claim or ""
            first = explained.setdefault(argument_map.head_of(id_), id_)
            claims.setdefault(id_, _reasoned(finding, id_, first if first != id_ else None))
            continue
        relations[relation.id] = {
            "polarity": relation.kind.polarity,
            "label": finding.relations.get(relation.id),
            "premises": relation.premises,
            "target": relation.target,
            "undercut_by": [],
        }
        if relation.kind is Kind.UNDERCUTS:
            relations[relation.target]["undercut_by"].append(relation.id)
        else:
            target = explained[argument_map.head_of(relation.target)]
            key = "supported_by" if relation.kind is Kind.SUPPORTS else "attacked_by"
            claims[target][key].append(relation.id)
    return answer(
        "why",
        {
            "claim": why.claim,
            "claims": claims,
            "complete": finding.extensions is not None,
            "relations": relations,
        },
    )


def _reasoned(finding: StatusFinding, claim: str, restates: str | None) -> dict[str, Any]:
    status = _status_of(finding, claim)
    return {
        **{key: status[key] for key in ("label", "word", "reason")},
        "restates": restates,
        "supported_by": [],
        "attacked_by": [],
    }


def brief_answer(reading: Reading, finding: StatusFinding, brief: BriefFinding) -> dict[str, Any]:
    """The answer of `argmap brief`, which has both sides, whatever side the brief is for."""
    status = finding.claims[brief.claim]
    lines = {
        "for": [_line(reading, line) for line in brief.lines_for],
        "against": [_line(reading, line) for line in brief.lines_against],
    }
    return answer(
        "brief", brief, label=status.label, word=status.word, reason=status.reason, **lines
    )


def _line(reading: Reading, line: LineOfArgument) -> dict[str, Any]:
    from argmap.analysis.debate.answers import attacks_on  # noqa: PLC0415  # `status` is quicker

    relations, labels = reading.map.relations, reading.grounded.relations
    attacks = [
        {
            "relation": id_,
            "label": labels[id_],
            "replies": [
                {"relation": reply, "label": labels[reply]}
                for reply in attacks_on(reading, relations[id_])
                if reply != line.relation
            ],
        }
        for id_ in line.attacks
    ]
    return {**encoded(line), "premises": relations[line.relation].premises, "attacks": attacks}


def agenda_answer(
    finding: AgendaFinding, questions: Iterable[str], minutes: Iterable[int | None]
) -> dict[str, Any]:
    """The answer of `argmap agenda`, with the question to put on each point, and its minutes."""
    points = [
        {**encoded(point), "question": question, "minutes": time}
        for point, question, time in zip(finding.points, questions, minutes, strict=True)
    ]
    return answer("agenda", finding, points=points)


def diff_answer(finding: DiffFinding) -> dict[str, Any]:
    """The answer of `argmap diff`, with the changes in each list of the map, such as `sources`."""
    return answer("diff", finding, **finding.listings)
