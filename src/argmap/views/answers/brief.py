"""A debate brief as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.analysis.debate.brief import attacks_on
from argmap.views.terminal.questions import questions_of_step

if TYPE_CHECKING:
    from argmap.analysis.debate.brief import BriefFinding, Line
    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.analysis.reading_of_map import Reading


def brief_answer(reading: Reading, finding: StatusFinding, found: BriefFinding) -> dict[str, Any]:
    """The answer of `argmap brief`; it is the same for either side."""
    status = finding.claims[found.claim]
    return {
        "schema": "argmap.brief/1",
        "claim": found.claim,
        "label": status.label,
        "word": status.word,
        "reason": status.reason,
        "critical": found.critical,
        "smallest_rejection_set": found.ground,
        "for": [_line(reading, one) for one in found.lines_for],
        "against": [_line(reading, one) for one in found.lines_against],
        "unanswered": {"for": found.unanswered_replies, "against": found.unanswered_below},
        "overturned_by": {
            "reject": [one.claim for one in found.hinges if not one.accepts],
            "accept": [one.claim for one in found.hinges if one.accepts],
        },
        "turns": [
            {"claim": one.claim, "for": one.works_for, "against": one.works_against}
            for one in found.sides.turns
        ],
        "questions": {
            "for": [
                questions_of_step(one)
                for one in found.steps
                if one.relation in found.sides.works_for
            ],
            "against": [
                questions_of_step(one)
                for one in found.steps
                if one.relation in found.sides.works_against
            ],
        },
    }


def _line(reading: Reading, line: Line) -> dict[str, Any]:
    relations = reading.map.relations
    return {
        "relation": line.relation,
        "premises": relations[line.relation].premises,
        "label": line.label,
        "decides": line.decides,
        "critical": line.critical,
        "smallest_rejection_set": line.ground,
        "attacks": [
            {
                "relation": id_,
                "label": reading.grounded.relations[id_],
                "replies": [
                    {"relation": one, "label": reading.grounded.relations[one]}
                    for one in attacks_on(reading, relations[id_])
                    if one != line.relation
                ],
            }
            for id_ in line.attacks
        ],
    }
