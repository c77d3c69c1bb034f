"""What the page keeps for when it is asked of a claim: its premise sets, questions and brief."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.analysis.debate.questions import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.analysis.debate.brief import BriefFinding, LineOfArgument
    from argmap.analysis.debate.questions import QuestionedStep
    from argmap.analysis.details import DetailsFinding
    from argmap.analysis.rests_on.premises import PremisesFinding

MOST = 8
"""How many entries a list of a brief has at most; the command has them all."""

MOST_NAMED = 4
"""How many of the claims that turn with a step are named."""


def asked_of(found: DetailsFinding) -> dict[str, Any]:
    """What a page needs only when a claim is chosen, ready for JSON; it is read late."""
    return {
        "rests": {id_: _sets(one) for id_, one in found.rests.items()},
        "schemes": {
            one.scheme.id: {
                "name": one.scheme.name,
                "common": one.scheme.location is None,
                "questions": dict(one.scheme.questions),
            }
            for one in found.steps
        },
        "steps": [_step(one) for one in found.steps],
        "briefs": {id_: _brief(one, found) for id_, one in found.briefs.items()},
        "replies": {id_: ids[:MOST] for id_, ids in found.replies.items() if ids},
        "isWhole": found.is_whole,
        "isPrepared": found.is_prepared,
    }


def _sets(found: PremisesFinding) -> dict[str, Any]:
    return {
        "sets": [{"claims": one.claims, "by": one.by} for one in found.premise_sets],
        "total": found.premise_sets_total,
        "rejections": found.rejection_sets,
        "rejectionsTotal": found.rejection_sets_total,
        "idle": found.idle,
    }


def _step(step: QuestionedStep) -> dict[str, Any]:
    """A step with its stakes; questions that nobody puts are those of its scheme."""
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
            one.id: [one.state, one.put_by]
            for one in step.questions
            if one.state is not State.UNASKED
        },
    }


def _few(ids: Sequence[str], main: Sequence[str]) -> list[str]:
    """Some of these claims, conclusions first."""
    return sorted(ids, key=lambda id_: (id_ not in main, id_))[:MOST_NAMED]


def _brief(found: BriefFinding, details: DetailsFinding) -> dict[str, Any]:
    places = {one.relation: place for place, one in enumerate(details.steps)}
    return {
        "for": [_line(one) for one in found.lines_for[:MOST]],
        "against": [_line(one) for one in found.lines_against[:MOST]],
        "totals": [len(found.lines_for), len(found.lines_against)],
        "critical": found.critical,
        "ground": found.ground,
        "below": found.unanswered_below[:MOST],
        "replies": found.unanswered_replies[:MOST],
        "hinges": [[one.claim, one.accepts] for one in found.hinges[:MOST]],
        "hingesTotal": len(found.hinges),
        "turns": [
            [one.claim, one.works_for, one.works_against] for one in found.sides.turns[:MOST]
        ],
        "steps": [places[one.relation] for one in found.steps[:MOST]],
    }


def _line(line: LineOfArgument) -> dict[str, Any]:
    return {
        "relation": line.relation,
        "critical": line.critical,
        "ground": line.ground,
        "decides": line.decides,
        "attacks": line.attacks[:MOST],
    }
