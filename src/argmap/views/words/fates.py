"""The words for the fate of a relation: whether a support or an attack goes through.

A reader of the map and a debater who prepares a side have words of their own for it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.analysis.labels.in_words import FATES
from argmap.analysis.labels.labelling import Label
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.model.relation import Relation

OBJECTION: Mapping[Label, str] = MappingProxyType(
    {Label.IN: "unanswered", Label.UNDEC: "undecided", Label.OUT: "answered"}
)
"""The fate of an objection."""

_HELD_UP = "held up"
_OURS = {Label.IN: "holds", Label.UNDEC: "undecided", Label.OUT: "met in turn"}

DOUBTS: Mapping[Label, str] = MappingProxyType(
    {Label.IN: "", Label.UNDEC: " (undecided)", Label.OUT: " (they can meet it)"}
)
"""The warning after an answer of our side, by the label of that answer."""

REPLY: Mapping[Label, str] = MappingProxyType(
    {
        Label.IN: "the map has no answer to that",
        Label.UNDEC: "undecided",
        Label.OUT: "we can meet it in turn",
    }
)
"""The fate of the other side's reply to an answer of ours, by the label of that reply."""


def fate_of(relation: Relation, finding: StatusFinding) -> str:
    """The fate of a relation, in words that fit its kind."""
    label = finding.relations[relation.id]
    if relation.kind is Kind.ATTACKS:
        return OBJECTION[label]
    if relation.kind is Kind.UNDERCUTS:
        return "blocks the step" if label is Label.IN else OBJECTION[label]
    if is_held_back(relation, finding):
        return "would carry it but for an objection"
    return FATES[label]


def is_held_back(relation: Relation, finding: StatusFinding) -> bool:
    """Whether nothing but an objection keeps a support undecided: all its premises stand."""
    return (
        relation.kind is Kind.SUPPORTS
        and finding.relations[relation.id] is Label.UNDEC
        and all(finding.claims[id_].label == "in" for id_ in relation.premises)
    )


def fate_in_debate(relation: Relation, finding: StatusFinding) -> str:
    """The fate of a relation for a debater, to whom each attack is a move, answered or not."""
    if relation.kind is Kind.UNDERCUTS:
        return OBJECTION[finding.relations[relation.id]]
    return fate_of(relation, finding)


def fate_of_line(relation: Relation, label: Label) -> str:
    """The fate of a line that opens a side's case, as the first cell of a flow sheet has it."""
    if relation.kind is not Kind.SUPPORTS:
        return OBJECTION[label]
    return _HELD_UP if label is Label.UNDEC else FATES[label]


def fate_of_move(relation: Relation, label: Label, *, is_ours: bool) -> str:
    """The fate of a later move on a flow sheet.

    A reason that is undecided is "held up": the objection to it may be made in another row.
    """
    if relation.kind is Kind.SUPPORTS and label is Label.UNDEC:
        return _HELD_UP
    return _OURS[label] if is_ours else OBJECTION[label]
