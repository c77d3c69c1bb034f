"""The words for the fate of a relation: whether a support or an attack goes through.

A reader of the map and a debater who prepares a side have words of their own for it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.analysis.labels.labelling import Label
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.relation import Relation

OBJECTION: Mapping[Label, str] = MappingProxyType(
    {Label.IN: "unanswered", Label.UNDEC: "undecided", Label.OUT: "answered"}
)
"""The fate of an objection."""

BY_ITSELF = "holds by itself"
REASON: Mapping[Label, str] = MappingProxyType(
    {Label.IN: "holds", Label.UNDEC: "undecided", Label.OUT: "fails"}
)
"""The fate of a reason."""

DECIDES = "the claim turns on it"
TOGETHER = "only together"
UNSAID = "a step left unsaid"

MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "holds": "a reason with nothing in its way",
        BY_ITSELF: "a sound reason, but an objection to what it supports is not answered",
        "unanswered": "no answer in the map holds",
        "answered": "an answer holds",
        "undecided": "the map leaves it open",
        "fails": "it is blocked, or rests on a claim that falls",
        DECIDES: "without this line the claim comes out differently",
        TOGETHER: "if one of these falls, the whole line is lost",
        UNSAID: "the source leaves the step to its reader",
    }
)
"""The meanings of the words for lines of argument, in the order in which a sheet explains them."""


def fate_of_support(label: Label, own: Label) -> str:
    """The fate of a support; `own` is its own label, with what hits its target left aside.

    An objection to the conclusion is no fault of the reason, and is not told as one.
    """
    return BY_ITSELF if own is Label.IN and label is not Label.IN else REASON[own]


def fate_in_debate(relation: Relation, label: Label, own: Label, *, is_met: bool) -> str:
    """The fate of a relation for a debater, to whom each attack is a move, answered or not.

    `own` is its own label, with what hits its target left aside; `is_met` says whether the map has
    an answer to it. An attack that goes down without an answer rests on a claim that falls.
    """
    if relation.kind is not Kind.SUPPORTS:
        return OBJECTION[label] if is_met or label is not Label.OUT else REASON[label]
    return fate_of_support(label, own)
