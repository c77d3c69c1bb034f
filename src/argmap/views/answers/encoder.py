"""Findings as JSON: one table of keys, and one encoder that follows it.

A finding's fields appear under their own names, except where the table says otherwise. Programs
rely on the keys: a change of any key raises the number of the schema.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import parts_of, plain
from argmap.views.answers.pieces import Entries, Items, pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from argmap.analysis.debate.brief import BriefFinding
    from argmap.analysis.people.readers import ReadersFinding
    from argmap.analysis.status.overturn import Opinion
    from argmap.analysis.status.reasons import Turnover
    from argmap.analysis.status.whatif import WhatIfFinding
    from argmap.analysis.versions.diff import DiffFinding

_LATER_SCHEMAS = {"why": 2}
"""By command, the version of its schema where that is not 1."""

KEYS: Mapping[str, Mapping[str, str | None]] = MappingProxyType(
    {
        "AgendaFinding": {"readers": None},
        "BriefFinding": {
            "ground": "smallest_rejection_set",
            "lines_for": "for",
            "lines_against": "against",
            "unanswered_below": None,
            "unanswered_replies": None,
            "hinges": None,
            "sides": None,
            "steps": None,
            "to_be_supported": None,
            "is_ground_known": None,
        },
        "Change": {"before": "from", "now": "to"},
        "Conclusion": {"to_be_supported": None},
        "PremiseShare": {"claim": None, "is_assumed": "assumed"},
        "CriticalQuestion": {"text": "question"},
        "Decisive": {"sets": "decisive", "is_cut": None},
        "Diagnostic": {"claim": None, "others": None},
        "DiffFinding": {
            "claims_changed": "changed",
            "map_changed": "map",
            "relations_added": None,
            "relations_removed": None,
            "relations_renamed": None,
            "relations_changed": None,
            "listings": None,
            "conclusions": None,
            "status_causes": None,
            "critical_causes": None,
        },
        "Grounds": {"claim": None},
        "LineOfArgument": {"ground": "smallest_rejection_set", "to_be_supported": None},
        "OverturnFinding": {"tried": None},
        "Point": {"attack": "objection"},
        "PremisesFinding": {"readings": None, "to_be_supported": None},
        "QuestionedStep": {"stakes": "if_struck"},
        "ReadersFinding": {"findings": None},
        "Stakes": {"main": "conclusions"},
        "Stance": {"id": None, "name": None, "credences": None, "doubted": None},
        "StatusFinding": {
            "stance": None,
            "claims": None,
            "relations": None,
            "unsearched": None,
        },
        "Turn": {"works_for": "for", "works_against": "against"},
        "WhatIfFinding": {"before": None, "after": None},
    }
)
"""By class, the keys of fields that differ from the fields' names; None leaves a field out."""


def _changed(finding: WhatIfFinding) -> dict[str, Any]:
    before, after = finding.before.claims, finding.after.claims
    return {
        id_: {
            "from": before[id_].label,
            "to": after[id_].label,
            "because": cause.because,
            "chain": cause.chain,
        }
        for id_, cause in finding.changed.items()
    }


def _sides(opinions: Iterable[Opinion]) -> dict[str, list[str]]:
    sides: dict[str, list[str]] = {"reject": [], "accept": []}
    for opinion in opinions:
        sides["accept" if opinion.accepts else "reject"].append(opinion.claim)
    return sides


def _verdicts(finding: ReadersFinding) -> dict[str, Any]:
    names = [reader.name for reader in finding.readers]
    return {
        id_: dict(zip(names, verdicts, strict=True)) for id_, verdicts in finding.verdicts.items()
    }


def _labels_by_reader(finding: ReadersFinding) -> dict[str, Any]:
    pairs = list(zip(finding.readers, finding.findings, strict=True))
    return {
        id_: {reader.name: status.claims[id_].label for reader, status in pairs}
        for id_ in finding.conclusions
    }


def _by_reader(
    finding: ReadersFinding, turned: Sequence[Mapping[str, Turnover]]
) -> dict[str, dict[str, Turnover]]:
    """The reasons or objections that each claim loses and gains for each reader, by claim."""
    by_claim: dict[str, dict[str, Turnover]] = {}
    for reader, turnovers in zip(finding.readers, turned, strict=True):
        for id_, each in turnovers.items():
            by_claim.setdefault(id_, {})[reader.name] = each
    return by_claim


def _questions_by_side(finding: BriefFinding) -> dict[str, Any]:
    sides = {"for": finding.sides.works_for, "against": finding.sides.works_against}
    return {
        side: [step for step in finding.steps if step.relation in relations]
        for side, relations in sides.items()
    }


def _relation_edits(finding: DiffFinding) -> dict[str, Any]:
    return {
        "added": finding.relations_added,
        "removed": finding.relations_removed,
        "renamed": finding.relations_renamed,
        "changed": finding.relations_changed,
    }


def _words_changed(finding: DiffFinding) -> dict[str, Any]:
    return {
        id_: {"from": was.word, "to": now.word, **finding.status_causes[id_]._asdict()}
        for id_, (was, now) in finding.status.items()
    }


def _critical_changed(finding: DiffFinding) -> dict[str, Any]:
    return {
        id_: {"from": was, "to": now, **finding.critical_causes[id_]._asdict()}
        for id_, (was, now) in finding.critical.items()
    }


WORKED_OUT: Mapping[str, Mapping[str, Callable[[Any], Any]]] = MappingProxyType(
    {
        "AgendaFinding": {"complete": lambda it: it.total == len(it.points)},
        "BriefFinding": {
            "unanswered": lambda it: {"for": it.unanswered_replies, "against": it.unanswered_below},
            "overturned_by": lambda it: _sides(it.hinges),
            "turns": lambda it: it.sides.turns,
            "questions": _questions_by_side,
            "complete": lambda it: it.complete,
        },
        "ClaimStatus": {"skeptical": lambda it: it.label == "in"},
        "Decisive": {"complete": lambda it: not it.is_cut},
        "Diagnostic": {
            "severity": lambda it: it.severity,
            "path": lambda it: it.location.path or None,
            "line": lambda it: it.location.line or None,
            "column": lambda it: it.location.column or None,
        },
        "DocumentCoverage": {
            "size": lambda it: it.size,
            "quoted": lambda it: it.quoted,
            "total": lambda it: len(it.parts),
            "with_claim": lambda it: len(it.parts) - len(it.bare),
        },
        "DiffFinding": {
            "reworded": lambda it: it.reworded,
            "relations": _relation_edits,
            "status": _words_changed,
            "critical": _critical_changed,
        },
        "AllGapsFinding": {"complete": lambda it: it.complete},
        "GapsFinding": {"complete": lambda it: it.complete},
        "OverturnFinding": {
            "stances": lambda it: [_sides(opinions) for opinions in it.stances],
            "complete": lambda it: it.complete,
        },
        "PositionsFinding": {"complete": lambda it: it.complete},
        "PremisesFinding": {"complete": lambda it: it.complete},
        "QuestionsFinding": {"complete": lambda it: it.total == len(it.steps)},
        "ReadersFinding": {
            "readers": lambda it: [
                {"name": reader.name, **encoded(reader)} for reader in it.readers
            ],
            "verdicts": _verdicts,
            "conclusions": _labels_by_reader,
            "reasons": lambda it: _by_reader(it, it.reasons),
            "objections": lambda it: _by_reader(it, it.objections),
        },
        "Contribution": {"claims": lambda it: len(it.claims)},
        "SourcesFinding": {
            "single_source_conclusions": lambda it: [
                grounds.claim for grounds in it.conclusions if grounds.single
            ],
            "conclusions": lambda it: {grounds.claim: grounds for grounds in it.conclusions},
        },
        "StatusFinding": {"complete": lambda it: it.extensions is not None},
        "WhatIfFinding": {"changed": _changed},
    }
)
"""By class, the keys whose values are worked out from the finding; they override its fields."""


def _parts(value: object) -> Mapping[str, Any] | None:
    named = parts_of(value)
    if named is None:
        return None
    name = type(value).__name__
    keys = {field: field for field in named} | dict(KEYS.get(name, {}))
    kept = {key: named[field] for field, key in keys.items() if key is not None}
    return kept | {key: work_out(value) for key, work_out in WORKED_OUT.get(name, {}).items()}


def encoded(value: object) -> Any:  # noqa: ANN401  # as JSON has it
    """A finding or a part of a finding as dictionaries, lists, texts and numbers, by the tables.

    >>> from argmap.analysis.debate.trials import Stakes
    >>> list(encoded(Stakes(lost=("a",), gained=(), weakened=(), main=("a",))))
    ['lost', 'gained', 'weakened', 'conclusions', 'reasons', 'objections', 'shifts']
    """
    return plain(value, _parts)


def answer(command: str, finding: object, **more: object) -> dict[str, Any]:
    """The answer of a command: its schema, its finding, and further entries given by name.

    What is worked out only when it is asked for stays so.

    >>> answer("agenda", {"total": 0})
    {'schema': 'argmap.agenda/1', 'total': 0}
    """
    schema = f"argmap.{command}/{_LATER_SCHEMAS.get(command, 1)}"
    later = {key: part for key, part in more.items() if isinstance(part, Entries | Items)}
    now = {key: part for key, part in more.items() if key not in later}
    return {"schema": schema, **encoded(finding), **encoded(now), **later}


def dumps(content: dict[str, Any]) -> str:
    """An answer as one line of JSON: keys sorted, the same bytes for the same input.

    >>> dumps({"b": [1, None], "a": "x"})
    '{"a": "x", "b": [1, null]}'
    """
    return "".join(pieces(content))
