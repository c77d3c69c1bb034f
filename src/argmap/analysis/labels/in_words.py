"""Labels in words: what stands, is contested, open, or falls, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.labels.labelling import Label
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.analysis.labels.semantics import Labels
    from argmap.graph.groundwork import Groundwork
    from argmap.model.relation import Force
    from argmap.model.stance import Stance


class Word(StrEnum):
    """A label in words that a reader understands."""

    STANDS = "stands"
    CONTESTED = "contested"
    OPEN = "open"
    FALLS = "falls"


FATES: Mapping[Label, str] = MappingProxyType(
    {Label.IN: "goes through", Label.UNDEC: "undecided", Label.OUT: "does not go through"}
)
"""The label of a relation in words that a reader understands."""


@dataclass(frozen=True, slots=True)
class ClaimStatus:
    """The status of one claim; `reason` has three words at most.

    `contested` says that an attack that is in or undec bears on the claim, `granted` that its
    class is put forward without needing support, `credulous` that it is in under some extension.
    """

    label: Label
    word: Word
    reason: str
    contested: bool
    granted: bool
    credulous: bool


@dataclass(frozen=True, slots=True, repr=False)
class StatusFinding(Finding):
    """The status of every claim and relation of a map, under one reading of it.

    `extensions` is how many distinct sets of claims are `in` (None: too many to count); where there
    are none, nothing has a status.
    """

    semantics: str
    objections: Force
    stance: Stance
    claims: Mapping[str, ClaimStatus]
    relations: Mapping[str, Label]
    extensions: int | None

    def rows(self) -> list[dict[str, Any]]:
        """One row a claim."""
        return [row(status, claim=id_) for id_, status in self.claims.items()]

    def _summary(self) -> str:
        words = Counter(status.word for status in self.claims.values())
        statuses = [f"{words[word]} {verb}" for word, verb in _IN_SUM.items() if words[word]]
        return ", ".join([counted(len(self.claims), "claim"), *statuses])


def status_of(labelling: Labels, groundwork: Groundwork) -> StatusFinding:
    """The labels in words. Cost: linear; what the map carries is looked up only where claims fall.

    Of several extensions the labels are those that all of them give. Under either force the same
    claims are in; force decides what an unanswered objection leaves out or undecided.
    """
    argument_map, words = labelling.map, _Words(labelling, groundwork)
    first = {id_: argument_map.head_of(id_) for id_ in labelling.claims}
    statuses = {id_: words.status_of(id_) for id_ in dict.fromkeys(first.values())}
    return StatusFinding(
        semantics=labelling.semantics,
        objections=labelling.force,
        stance=labelling.stance,
        claims=MappingProxyType({id_: statuses[head] for id_, head in first.items()}),
        relations=MappingProxyType(dict(labelling.relations)),
        extensions=labelling.extensions,
    )


_IN_SUM = {
    Word.STANDS: "stand",
    Word.CONTESTED: "contested",
    Word.OPEN: "open",
    Word.FALLS: "fall",
}


class _Words:
    """Labels in words, with the reason."""

    def __init__(self, labelling: Labels, groundwork: Groundwork) -> None:
        self.map = labelling.map
        self.groundwork = groundwork
        self.credulous = labelling.credulous
        self.claims = labelling.claims
        self.relations = labelling.relations
        self.refuted, self.blocked = labelling.refuted, labelling.blocked
        self.rejected = self.class_members(labelling.stance.reject)
        self.accepted = self.class_members(labelling.stance.accept)

    def class_members(self, ids: Iterable[str]) -> set[str]:
        return {member for id_ in ids for member in self.map.class_of(id_)}

    def status_of(self, id_: str) -> ClaimStatus:
        """The status of the claim's class."""
        label = self.claims[id_]
        attacks = [
            self.relations[attack.id] for attack in self.map.relations_to_class(id_, Kind.ATTACKS)
        ]
        granted = self.map.is_granted(id_)
        contested = any(label_of_attack is not Label.OUT for label_of_attack in attacks)
        if label is Label.IN:
            word, reason = Word.STANDS, self.why_in(id_, attacks, granted=granted)
        elif label is Label.OUT:
            word, reason = Word.FALLS, self.why_out(id_)
        elif Label.IN in attacks:
            word, reason = Word.CONTESTED, "unanswered objection"
        else:
            word, reason = Word.OPEN, self.why_open(id_, granted=granted)
        return ClaimStatus(label, word, reason, contested, granted, id_ in self.credulous)

    def why_in(self, id_: str, attacks: list[Label], *, granted: bool) -> str:
        if id_ in self.accepted:
            return "accepted"
        if any(label is not Label.OUT for label in attacks):
            return "disputed"
        if attacks:
            return "answered"
        return "granted" if granted else "supported"

    def why_open(self, id_: str, *, granted: bool) -> str:
        """`conflict` where something would carry the claim but for what attacks it."""
        ready = granted or any(
            self.relations[support.id] is not Label.OUT
            and all(self.claims[premise] is Label.IN for premise in support.premises)
            for support in self.map.relations_to_class(id_, Kind.SUPPORTS)
        )
        return "conflict" if ready else "premise unsettled"

    def why_out(self, id_: str) -> str:
        """The reason that comes first where several fit."""
        first = self.map.head_of(id_)
        if id_ in self.rejected:
            return "rejected"
        if first in self.refuted:
            return "refuted"
        if first not in self.groundwork.carried:
            return "not carried"
        if any(
            support.id in self.blocked
            for support in self.map.relations_to_class(id_, Kind.SUPPORTS)
        ):
            return "step blocked"
        return "premise gone"
