"""Labels in words: each claim stands, is contested, is open or falls, with the reason."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.labels.labelling import Label
from argmap.analysis.labels.pending import puts_pending_forward
from argmap.graph.numbered import ATTACKS, SUPPORTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.analysis.labels.semantics import Labels
    from argmap.graph.groundwork import Groundwork
    from argmap.graph.numbered import Numbered
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
    claims: dict[str, ClaimStatus] = {}
    if labelling.claims:
        class_of = groundwork.numbers.class_of
        of_class = _statuses(labelling, groundwork)
        claims = dict(zip(class_of, map(of_class.__getitem__, class_of.values()), strict=True))
    return StatusFinding(
        semantics=labelling.semantics,
        objections=labelling.force,
        stance=labelling.stance,
        claims=MappingProxyType(claims),
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


# The facts from which the word for a class and its reason follow, as bits. A class is contested if
# an attack on it is not `out`, and hit if one is `in`; it is ready if a support would carry it but
# for attacks on it, and cut if a support of it is blocked.
_ATTACKED, _CONTESTED, _HIT, _READY, _CUT, _REJECTED, _ACCEPTED, _REFUTED, _PENDING = (
    1 << bit for bit in range(9)
)


def _statuses(labelling: Labels, groundwork: Groundwork) -> list[ClaimStatus]:
    """The status of every class, by its number."""
    argument_map, numbers = labelling.map, groundwork.numbers
    heads, class_of = numbers.heads, numbers.class_of
    labels = [*map(labelling.claims.__getitem__, heads)]
    facts = _facts_of(labelling, numbers, labels)
    for fact, ids in (
        (_REJECTED, labelling.stance.reject),
        (_ACCEPTED, labelling.stance.accept),
        (_REFUTED, labelling.refuted),
        (_PENDING, filter(argument_map.is_pending, heads) if argument_map.has_pending else ()),
    ):
        for number in {class_of[id_] for id_ in ids}:
            facts[number] |= fact
    carried: bytearray | bytes = bytes(len(heads))
    if Label.OUT in labels:  # else derivations do not matter
        with_pending = puts_pending_forward(labelling.semantics)
        carried = groundwork.arguable if with_pending else groundwork.derivable
    granted = map(argument_map.is_granted, heads)
    credulous = map(labelling.credulous.__contains__, heads)
    rows = zip(labels, facts, carried, granted, credulous, strict=False)
    return [*map(_StatusByFacts().__getitem__, rows)]


def _facts_of(labelling: Labels, numbers: Numbered, labels: Sequence[Label]) -> array[int]:
    """The facts about each class that relations tell, given the labels of classes."""
    facts, first = array("H", bytes(2 * len(labels))), 0
    is_in = bytes([label is Label.IN for label in labels])
    of_premises = bytes(map(is_in.__getitem__, numbers.premises))
    columns = (labelling.relations.values(), numbers.kinds, numbers.targets, numbers.start[1:])
    for label, kind, target, end in zip(*columns, strict=True):
        if kind == SUPPORTS:
            if label is not Label.OUT and 0 not in of_premises[first:end]:
                facts[target] |= _READY
        elif kind == ATTACKS:
            if label is Label.IN:
                facts[target] |= _ATTACKED | _CONTESTED | _HIT
            else:
                facts[target] |= _ATTACKED if label is Label.OUT else _ATTACKED | _CONTESTED
        first = end
    blocked = labelling.blocked
    if blocked:
        rows = zip(labelling.map.relations, numbers.kinds, numbers.targets, strict=True)
        for id_, kind, target in rows:
            if kind == SUPPORTS and id_ in blocked:
                facts[target] |= _CUT
    return facts


class _StatusByFacts(dict[tuple[Label, int, int, bool, bool], ClaimStatus]):
    """The status by label, facts and whether the class is carried, granted and credulous.

    Each is made at its first use, as few of the possible ones occur in a map.
    """

    def __missing__(self, key: tuple[Label, int, int, bool, bool]) -> ClaimStatus:
        label, facts, is_carried, is_granted, is_credulous = key
        word, reason = _word(label, facts, is_carried=bool(is_carried), is_granted=is_granted)
        is_contested = bool(facts & _CONTESTED)
        status = ClaimStatus(label, word, reason, is_contested, is_granted, is_credulous)
        self[key] = status
        return status


def _word(label: Label, facts: int, *, is_carried: bool, is_granted: bool) -> tuple[Word, str]:
    """The word for the label of a class, and the reason."""
    if label is Label.IN:
        return Word.STANDS, _why_in(facts, is_granted=is_granted)
    if label is Label.OUT:
        return Word.FALLS, _why_out(facts, is_carried=is_carried)
    if facts & _HIT:
        return Word.CONTESTED, "unanswered objection"
    if is_granted or facts & _READY:
        return Word.OPEN, "conflict"
    return Word.OPEN, "to be supported" if facts & _PENDING else "premise unsettled"


def _why_in(facts: int, *, is_granted: bool) -> str:
    if facts & _ACCEPTED:
        return "accepted"
    if facts & _CONTESTED:
        return "disputed"
    if facts & _ATTACKED:
        return "answered"
    return "granted" if is_granted else "supported"


def _why_out(facts: int, *, is_carried: bool) -> str:
    """The first reason that applies; several may."""
    if facts & _REJECTED:
        return "rejected"
    if facts & _REFUTED:
        return "refuted"
    if not is_carried:
        return "not carried"
    return "step blocked" if facts & _CUT else "premise gone"
