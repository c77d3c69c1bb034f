"""Labels in words: each claim stands, is contested, is open or falls, with the reason."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.labels.labelling import Label, hit_by
from argmap.analysis.labels.pending import puts_pending_forward
from argmap.graph.coded import column, of_claims, read_only
from argmap.model.numbering import ATTACKS, SUPPORTS
from argmap.reasoning.columns import (
    bits_of,
    both,
    combined,
    is_not,
    is_value,
    marked,
    marks_at,
    parted,
    places,
    taken,
)
from argmap.reasoning.packed_lists import least

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    claims = _statuses(labelling, groundwork) if labelling.claims else MappingProxyType({})
    return StatusFinding(
        semantics=labelling.semantics,
        objections=labelling.force,
        stance=labelling.stance,
        claims=claims,
        relations=read_only(labelling.relations),
        extensions=labelling.extensions,
        unsearched=labelling.unsearched,
    )


_IN_SUM = {
    Word.STANDS: "stand",
    Word.CONTESTED: "contested",
    Word.OPEN: "open",
    Word.FALLS: "fall",
}


# The facts from which the word for a class and its reason follow, as bits of two columns. Of its
# relations: it is contested if an attack on it is not `out`, and hit if one is `in`; it is ready if
# a support would carry it but for attacks on it, and cut if a support of it is blocked.
_ATTACKED, _CONTESTED, _HIT, _READY, _CUT = (1 << bit for bit in range(5))
# Of the class itself:
_REJECTED, _ACCEPTED, _REFUTED, _PENDING, _GRANTED, _CARRIED, _CREDULOUS = (
    1 << bit for bit in range(7)
)

_IN, _UNDEC, _OUT = range(3)


def _code(label: Label) -> int:
    """The rank of a label, sooner than `Label.rank` finds it."""
    return _IN if label is Label.IN else _OUT if label is Label.OUT else _UNDEC


def _statuses(labelling: Labels, groundwork: Groundwork) -> Mapping[str, ClaimStatus]:
    """The status of every claim: that of its class."""
    numbers, size = groundwork.numbers, len(groundwork.numbers.heads)
    number, class_of = labelling.map.numbering.claims, [*numbers.class_of.values()]
    heads = array("i", map(number.__getitem__, numbers.heads))
    labels = marks_at(column(labelling.claims, _code), heads)
    ranks = column(labelling.relations, _code)
    refuted, blocked = hit_by(is_value(ranks, _IN), numbers, labelling.map, labelling.force)
    carried: bytearray | bytes = bytes(size)
    if _OUT in labels:  # else derivations do not matter
        with_pending = puts_pending_forward(labelling.semantics)
        carried = groundwork.arguable if with_pending else groundwork.derivable
    own = bits_of(
        {
            _REJECTED: marked(size, numbers.numbers_of(labelling.stance.reject)),
            _ACCEPTED: marked(size, numbers.numbers_of(labelling.stance.accept)),
            _REFUTED: marked(size, refuted),
            _PENDING: numbers.pending,
            _GRANTED: numbers.granted,
            _CARRIED: carried,
            _CREDULOUS: bytes(map(labelling.credulous.__contains__, numbers.heads)),
        }
    )
    facts = _facts_of(numbers, ranks, is_value(labels, _IN), blocked)
    codes = taken(combined(own, facts, labels), class_of)
    return of_claims(labelling.map, codes, _STATUSES)


def _facts_of(numbers: Numbered, ranks: bytes, is_in: bytes, blocked: array[int]) -> bytes:
    """The facts about each class that its relations tell.

    `ranks` has the label of each relation by its rank, `is_in` marks the classes that are `in`.
    """
    attack, support = is_value(numbers.kinds, ATTACKS), is_value(numbers.kinds, SUPPORTS)
    not_out = is_not(ranks, _OUT)
    carries = least(marks_at(is_in, numbers.premises), numbers.start)
    is_blocked = marked(len(ranks), blocked)
    size = len(numbers.heads)
    return bits_of(
        {
            fact: marked(size, taken(numbers.targets, places(which)))
            for fact, which in (
                (_ATTACKED, attack),
                (_CONTESTED, both(attack, not_out)),
                (_HIT, both(attack, is_value(ranks, _IN))),
                (_READY, both(both(support, not_out), carries)),
                (_CUT, both(support, is_blocked)),
            )
        }
    )


class _StatusByFacts(dict[int, ClaimStatus]):
    """The status by the facts of a class itself, those of its relations, and its label, `combined`.

    Each is made at its first use, as few of the possible ones occur, over all maps together.
    """

    def __missing__(self, code: int) -> ClaimStatus:
        own, facts, rank = parted(code)
        label = (Label.IN, Label.UNDEC, Label.OUT)[rank]
        word, reason = _word(label, facts, own)
        marks = (bool(facts & _CONTESTED), bool(own & _GRANTED), bool(own & _CREDULOUS))
        status = self[code] = ClaimStatus(label, word, reason, *marks)
        return status


_STATUSES = _StatusByFacts()


def _word(label: Label, facts: int, own: int) -> tuple[Word, str]:
    """The word for the label of a class, and the reason."""
    if label is Label.IN:
        return Word.STANDS, _why_in(facts, own)
    if label is Label.OUT:
        return Word.FALLS, _why_out(facts, own)
    if facts & _HIT:
        return Word.CONTESTED, "unanswered objection"
    if own & _GRANTED or facts & _READY:
        return Word.OPEN, "conflict"
    return Word.OPEN, "to be supported" if own & _PENDING else "premise unsettled"


def _why_in(facts: int, own: int) -> str:
    if own & _ACCEPTED:
        return "accepted"
    if facts & _CONTESTED:
        return "disputed"
    if facts & _ATTACKED:
        return "answered"
    return "granted" if own & _GRANTED else "supported"


def _why_out(facts: int, own: int) -> str:
    """The first reason that applies; several may."""
    if own & _REJECTED:
        return "rejected"
    if own & _REFUTED:
        return "refuted"
    if not own & _CARRIED:
        return "not carried"
    return "step blocked" if facts & _CUT else "premise gone"
