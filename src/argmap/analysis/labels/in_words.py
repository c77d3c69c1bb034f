"""Labels in words: each claim stands, is contested, is open or falls, with the reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.labels.labelling import Label
from argmap.analysis.labels.pending import puts_pending_forward
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.analysis.labels.semantics import Labels
    from argmap.graph.groundwork import Groundwork
    from argmap.model.relation import Force
    from argmap.model.stance import Stance


class Word(StrEnum):
    """The word for the label of a claim.

    An undecided claim is contested if an attack on it is `in`, and open otherwise.
    """

    STANDS = "stands"
    CONTESTED = "contested"
    OPEN = "open"
    FALLS = "falls"


FATES: Mapping[Label, str] = MappingProxyType(
    {Label.IN: "goes through", Label.UNDEC: "undecided", Label.OUT: "does not go through"}
)
"""The words for the label of a relation."""


@dataclass(frozen=True, slots=True)
class ClaimStatus:
    """The status of one claim; `reason` has three words at most.

    A claim is `contested` if an attack on its class is `in` or `undec`, `granted` if its class is
    put forward without needing support, and `credulous` if it is `in` under some extension.
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

    `extensions` is the number of distinct sets of claims that are `in` (None: too many to count).
    Where the semantics gives no extension, `claims` and `relations` are empty. The claims in
    `unsearched` have their grounded status, as no extension was found for them in time.
    """

    semantics: str
    objections: Force
    stance: Stance
    claims: Mapping[str, ClaimStatus]
    relations: Mapping[str, Label]
    extensions: int | None
    unsearched: frozenset[str] = frozenset()

    def rows(self) -> list[dict[str, Any]]:
        """One row for each claim."""
        return [row(status, claim=id_) for id_, status in self.claims.items()]

    def _summary(self) -> str:
        words = Counter(status.word for status in self.claims.values())
        statuses = [f"{words[word]} {verb}" for word, verb in _IN_SUM.items() if words[word]]
        return ", ".join([counted(len(self.claims), "claim"), *statuses])


def status_of(labelling: Labels, groundwork: Groundwork) -> StatusFinding:
    """The status of every claim: its label in words, with the reason.

    The labels are those on which all extensions agree. The force of attacks never changes which
    claims are `in`; it decides whether an unanswered objection makes a claim `out` or `undec`.
    The derivations in `groundwork` are worked out only if a claim falls. Cost: linear.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> reading = Reading(THREE_CLAIMS)
    >>> close = status_of(reading.labels, reading.groundwork).claims["close"]
    >>> close.word.value, close.reason
    ('contested', 'unanswered objection')
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
        unsearched=labelling.unsearched,
    )


_IN_SUM = {
    Word.STANDS: "stand",
    Word.CONTESTED: "contested",
    Word.OPEN: "open",
    Word.FALLS: "fall",
}


class _Words:
    """The rules by which a label becomes a word and a reason."""

    def __init__(self, labelling: Labels, groundwork: Groundwork) -> None:
        self.map = labelling.map
        self.groundwork = groundwork
        self.with_pending = puts_pending_forward(labelling.semantics)
        self.credulous = labelling.credulous
        self.claims = labelling.claims
        self.relations = labelling.relations
        self.refuted, self.blocked = labelling.refuted, labelling.blocked
        self.rejected = self.class_members(labelling.stance.reject)
        self.accepted = self.class_members(labelling.stance.accept)
        # The classes with attacks, with attacks that are not `out`, and with attacks that are `in`.
        self.attacked: set[str] = set()
        self.contested: set[str] = set()
        self.hit: set[str] = set()
        head_of, labels = self.map.head_of, self.relations
        for id_, relation in self.map.relations.items():
            if relation.kind is Kind.ATTACKS:
                head = head_of(relation.target)
                self.attacked.add(head)
                if id_ in labels and labels[id_] is not Label.OUT:
                    self.contested.add(head)
                    if labels[id_] is Label.IN:
                        self.hit.add(head)

    def class_members(self, ids: Iterable[str]) -> set[str]:
        return {member for id_ in ids for member in self.map.class_of(id_)}

    def status_of(self, id_: str) -> ClaimStatus:
        """The status of a class, by its smallest id."""
        own_label = self.claims[id_]
        granted, contested = self.map.is_granted(id_), id_ in self.contested
        if own_label is Label.IN:
            word, reason = Word.STANDS, self.why_in(id_, granted=granted)
        elif own_label is Label.OUT:
            word, reason = Word.FALLS, self.why_out(id_)
        elif id_ in self.hit:
            word, reason = Word.CONTESTED, "unanswered objection"
        else:
            word, reason = Word.OPEN, self.why_open(id_, granted=granted)
        return ClaimStatus(own_label, word, reason, contested, granted, id_ in self.credulous)

    def why_in(self, id_: str, *, granted: bool) -> str:
        if id_ in self.accepted:
            return "accepted"
        if id_ in self.contested:
            return "disputed"
        if id_ in self.attacked:
            return "answered"
        return "granted" if granted else "supported"

    def is_carried(self, head: str) -> bool:
        """Whether a class has a derivation with attacks and stances left out."""
        groundwork = self.groundwork
        carried = groundwork.arguable if self.with_pending else groundwork.derivable
        return bool(carried[groundwork.supports.atom[head]])

    def why_open(self, id_: str, *, granted: bool) -> str:
        """`conflict` if a grant or a support would carry the claim but for attacks on it."""
        ready = granted or any(
            self.relations[support.id] is not Label.OUT
            and all(self.claims[premise] is Label.IN for premise in support.premises)
            for support in self.map.relations_to_class(id_, Kind.SUPPORTS)
        )
        if ready:
            return "conflict"
        return "to be supported" if self.map.is_pending(id_) else "premise unsettled"

    def why_out(self, id_: str) -> str:
        """The first reason that applies; several may."""
        first = self.map.head_of(id_)
        if id_ in self.rejected:
            return "rejected"
        if first in self.refuted:
            return "refuted"
        if not self.is_carried(first):
            return "not carried"
        if any(
            support.id in self.blocked
            for support in self.map.relations_to_class(id_, Kind.SUPPORTS)
        ):
            return "step blocked"
        return "premise gone"
