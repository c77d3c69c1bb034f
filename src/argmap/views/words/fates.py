"""The words for the fate of a relation: whether a support or an attack goes through.

A reader of the map and a debater who prepares a side have words of their own for it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.analysis.labels.disposals import Disposal
from argmap.analysis.labels.labelling import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.analysis.reading_of_map import Reading
    from argmap.model.relation import Relation

ANSWERED = "answered"
OBJECTION: Mapping[Label, str] = MappingProxyType(
    {Label.IN: "unanswered", Label.UNDEC: "undecided", Label.OUT: ANSWERED}
)
"""The fate of an objection in the map as it is written."""

REJECTED_BY_YOU = "rejected by you"
REJECTED = "rejected by the reader"

NO_EFFECT = "contested, no effect"
"""The fate of an objection that is itself contested: it changes nothing, and is not refuted."""

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
        NO_EFFECT: "an answer contests it, so that it stops nothing, though it is not refuted",
        "undecided": "the map leaves it open",
        "fails": "it is blocked, or rests on a claim that falls",
        DECIDES: "without this line the claim comes out differently",
        TOGETHER: "if one of these falls, the whole line is lost",
        REJECTED: "the reader rejects it, or what it rests on, and no answer would stop it",
        UNSAID: "the source leaves the step to its reader",
    }
)
"""The meanings of the words for lines of argument, in the order in which a sheet explains them."""


def fate_of_support(label: Label, own: Label) -> str:
    """The fate of a support; `own` is its own label, with what hits its target left aside.

    An objection to the conclusion is no fault of the reason, and is not told as one.
    """
    return BY_ITSELF if own is Label.IN and label is not Label.IN else REASON[own]


def fate_of_objection(reading: Reading, objection: Relation, rejected: str) -> str:
    """The fate of an objection under a reading.

    `rejected` is the phrase for one that nothing but the reader disposes of. An objection that goes
    down without that and without an answer rests on nothing. One that is undecided has no effect
    where what speaks against it would refute it, had its author meant it to.
    """
    label = reading.labels.relations[objection.id]
    if reading.has_no_effect(objection.id):
        return NO_EFFECT
    disposal = reading.disposals.of(objection) if label is Label.OUT else None
    if disposal is Disposal.REJECTED:
        return rejected
    return REASON[label] if disposal is Disposal.BASELESS else OBJECTION[label]
