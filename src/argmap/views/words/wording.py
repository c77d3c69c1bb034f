"""Statuses and modes in sentences that a reader understands without the manual."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.model.claim import Mode
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation

WORDS = MappingProxyType(
    {
        "stands": "in this map nothing that stands speaks against it. It does not mean true.",
        "contested": "an objection that stands, with no answer that holds, bears on it.",
        "open": "undecided otherwise: it rests on something unsettled, or is drawn both ways.",
        "falls": "it is refuted, or nothing carries it any more.",
    }
)

REASONS = MappingProxyType(
    {
        "granted": "It is put forward without needing support, and nobody objects.",
        "supported": "At least one of its supports goes through, and nobody objects.",
        "answered": "There are objections, and every one of them is answered.",
        "disputed": "There is an objection, but that objection is itself undecided.",
        "accepted": "You have accepted it.",
        "unanswered objection": "An objection that stands speaks against it, and no answer to that"
        " objection holds.",
        "premise unsettled": "It rests on a claim that is itself contested or open.",
        "conflict": "It has what would carry it, and an objection that is as undecided as it is.",
        "refuted": "An attack that is meant to refute it goes through.",
        "step blocked": "A step that leads to it is blocked, and no other carries it.",
        "premise gone": "Each step that leads to it has a premise that falls.",
        "not carried": "Nothing granted leads to it, even with all attacks left out.",
        "rejected": "You have rejected it.",
    }
)

_MODES = MappingProxyType(
    {
        Mode.REPORTED: "The source reports what is held; it does not say so itself.",
        Mode.CONCEDED: "The source raises this in order to answer it.",
        Mode.IMPLICIT: "Needed and unsaid: the mapper's reading of the source.",
        Mode.EDITORIAL: "The mapper's own: no source says this.",
    }
)


def who_says(claim: Claim) -> str:
    """Who holds a claim and how the source has it, in a sentence or two."""
    how = _MODES.get(claim.mode)
    if claim.speaker is None:
        return how or ("Said by the source in its own voice." if claim.source else "")
    if claim.mode is Mode.REPORTED:
        return f"Held by {claim.speaker}, as the source reports it."
    return f"Said by {claim.speaker}." + (f" {how}" if how else "")


def fate_of(relation: Relation, finding: StatusFinding) -> str:
    """What becomes of a relation, in words that fit its kind."""
    label = finding.relations[relation.id]
    if relation.kind is not Kind.SUPPORTS:
        effect = "unanswered" if relation.kind is Kind.ATTACKS else "blocks the step"
        return {"in": effect, "undec": "undecided", "out": "answered"}[label]
    if label == "undec" and all(finding.claims[one].label == "in" for one in relation.premises):
        return "would carry it but for an objection"
    return {"in": "goes through", "undec": "undecided", "out": "does not go through"}[label]


def fate_in_debate(relation: Relation, finding: StatusFinding) -> str:
    """The same for a debater, to whom every attack is a move that is answered or is not."""
    if relation.kind is not Kind.UNDERCUTS:
        return fate_of(relation, finding)
    label = finding.relations[relation.id]
    return {"in": "unanswered", "undec": "undecided", "out": "answered"}[label]
