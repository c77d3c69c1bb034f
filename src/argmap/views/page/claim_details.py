"""The details of single claims for the page: premise sets, critical questions and briefs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.analysis.debate.questions import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.analysis.debate.brief import BriefFinding, Line
    from argmap.analysis.debate.questions import QuestionedStep
    from argmap.analysis.details import DetailsFinding
    from argmap.analysis.rests_on.premises import PremisesFinding

MOST = 8
"""The most entries in a list of a brief on the page; `argmap brief` lists all of them."""

MOST_NAMED = 4
"""The most claims that are named of those that change with a step."""


def claim_details_of(details: DetailsFinding) -> dict[str, Any]:
    """The details of claims, ready for JSON; the page reads them only when a claim is chosen."""
    return {
        "rests": {id_: _sets(premises) for id_, premises in details.rests.items()},
        "schemes": {
            step.scheme.id: {
                "name": step.scheme.name,
                "common": step.scheme.location is None,
                "questions": dict(step.scheme.questions),
            }
            for step in details.steps
        },
        "steps": [_step(step) for step in details.steps],
        "briefs": {id_: _brief(brief, details) for id_, brief in details.briefs.items()},
        "replies": {id_: ids[:MOST] for id_, ids in details.replies.items() if ids},
        "isWhole": details.is_whole,
        "isPrepared": details.is_prepared,
    }


def _sets(finding: PremisesFinding) -> dict[str, Any]:
    return {
        "sets": [
            {"claims": premises.claims, "by": premises.by} for premises in finding.premise_sets
        ],
        "total": finding.premise_sets_total,
        "rejections": finding.rejection_sets,
        "rejectionsTotal": finding.rejection_sets_total,
        "idle": finding.idle,
    }


def _step(step: QuestionedStep) -> dict[str, Any]:
    """A step with its stakes, and the questions that are put; its scheme has the others."""
    lost, gained = step.stakes.lost, step.stakes.gained
    return {
        "relation": step.relation,
        "scheme": step.scheme.id,
        "lost": _few(lost, step.stakes.main),
        "lostTotal": len(lost),
        "gained": _few(gained, step.stakes.main),
        "gainedTotal": len(gained),
        "weakened": len(step.stakes.weakened),
        "put": {
            question.id: [question.state, question.put_by]
            for question in step.questions
            if question.state is not State.UNASKED
        },
    }


def _few(ids: Sequence[str], main: Sequence[str]) -> list[str]:
    """The first few of these claims, main claims before others."""
    return sorted(ids, key=lambda id_: (id_ not in main, id_))[:MOST_NAMED]


def _brief(brief: BriefFinding, details: DetailsFinding) -> dict[str, Any]:
    places = {step.relation: place for place, step in enumerate(details.steps)}
    return {
        "for": [_line(line) for line in brief.lines_for[:MOST]],
        "against": [_line(line) for line in brief.lines_against[:MOST]],
        "totals": [len(brief.lines_for), len(brief.lines_against)],
        "critical": brief.critical,
        "ground": brief.ground,
        "below": brief.unanswered_below[:MOST],
        "replies": brief.unanswered_replies[:MOST],
        "hinges": [[hinge.claim, hinge.accepts] for hinge in brief.hinges[:MOST]],
        "hingesTotal": len(brief.hinges),
        "turns": [
            [turn.claim, turn.works_for, turn.works_against] for turn in brief.sides.turns[:MOST]
        ],
        "steps": [places[step.relation] for step in brief.steps[:MOST]],
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "relation": line.relation,
        "critical": line.critical,
        "ground": line.ground,
        "decides": line.decides,
        "attacks": line.attacks[:MOST],
    }
