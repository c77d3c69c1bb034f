"""The reason for the status of a claim, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.relation import Force, Kind
from argmap.views.words.statuses import REASONS

if TYPE_CHECKING:
    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.views.words.sentences import Teller


def reason_in_words(tell: Teller, statuses: StatusFinding, claim: str) -> str:
    """The reason for the status of a claim.

    A claim that only contradictions refute is told with what it contradicts, as nobody wrote these
    as objections.
    """
    reason = statuses.claims[claim].reason
    if reason != "refuted":
        return REASONS[reason]
    refuting = [
        attack
        for attack in tell.map.relations_to_class(claim, Kind.ATTACKS)
        if statuses.relations.get(attack.id) == "in"
        and tell.map.force_of(attack, statuses.objections) is Force.DEFEAT
    ]
    if not refuting or not all(attack.contradiction for attack in refuting):
        return REASONS[reason]
    others = {premise for attack in refuting for premise in attack.premises}
    return f"It contradicts {tell.names(others)}, which {'stand' if len(others) > 1 else 'stands'}."
