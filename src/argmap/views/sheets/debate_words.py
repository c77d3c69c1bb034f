"""The words of debate sheets for what became of a line, and the legend of those that were used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.labels.labelling import Label
from argmap.model.relation import Kind
from argmap.views.sheets.document import para, strong
from argmap.views.words.fates import (
    DECIDES,
    MEANINGS,
    REASON,
    REJECTED,
    TOGETHER,
    UNSAID,
    fate_of_objection,
    fate_of_support,
)
from argmap.views.words.reasons import reason_in_words
from argmap.views.words.statuses import VERBS
from argmap.views.words.templates import listed, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.analysis.reading_of_map import Reading
    from argmap.model.relation import Relation
    from argmap.views.sheets.citing import Citer
    from argmap.views.sheets.document import Block

_JUDGED = {
    "rejected": "rejects it",
    "accepted": "accepts it",
}


class DebateWords:
    """The words for relations and for what keeps a claim from standing.

    It notes the words that it `used`, and the relations whose fate is `shown`, in their order.
    """

    def __init__(self, reading: Reading, cite: Citer) -> None:
        self.reading = reading
        self.cite = cite
        self.grounded = reading.with_semantics("grounded")
        self.used: set[str] = set()
        self.shown: dict[str, Relation] = {}

    def fate(self, relation: Relation) -> str:
        """The fate of a relation, in a word or a few."""
        self.shown[relation.id] = relation
        return self.word(self._fate(relation))

    def note(self, relations: Iterable[Relation]) -> None:
        """Note relations as shown that a sheet uses without a word on their fate."""
        for relation in relations:
            self.shown.setdefault(relation.id, relation)

    def _fate(self, relation: Relation) -> str:
        label = self.grounded.labels.relations[relation.id]
        if relation.kind is Kind.SUPPORTS:
            return fate_of_support(label, self.grounded.own_labels[relation.id])
        return fate_of_objection(self.grounded, relation, REJECTED)

    def word(self, word: str) -> str:
        """The word itself, which the legend then explains."""
        self.used.add(word)
        return word

    def together(self) -> str:
        """The word for premises that carry a line only with each other."""
        return self.word(TOGETHER)

    def decides(self) -> str:
        """The remark on a line without which the claim would come out differently."""
        return self.word(DECIDES)

    def unsaid(self) -> str:
        """The remark on a step that its source leaves to the reader."""
        return self.word(UNSAID)

    def fate_and_doubts(self, relation: Relation) -> str:
        """The fate of a relation with what keeps its premises from standing.

        It is such as "fails: 1.6.1 “Scotland was special” answers what it rests on".
        """
        every = self.unsettled(relation)
        if not every:
            return self.fate(relation)
        self.shown[relation.id] = relation
        fate = self._fate(relation)
        word = REASON[Label.OUT] if fate == REJECTED else fate  # who rejects what is said after it
        return f"{self.word(word)}: {listed(every)}"

    def unsettled(self, relation: Relation) -> list[str]:
        """The grounds on which premises do not stand, as clauses; linked premises are named.

        A premise in doubt is left out if an attack casts the doubt: that is an answer to the
        relation, and told as one.
        """
        return [
            clause
            for premise in relation.premises
            if (clause := self._doubt(premise, is_named=relation.is_linked))
        ]

    def _doubt(self, claim: str, *, is_named: bool) -> str:
        status = self.cite.finding.claims[claim]
        attacks, rejected = self.reading.doubts.of(claim)
        if status.label == "in" or (status.label == "undec" and attacks):
            return ""
        number = self.cite.outline.numbers[claim]
        begun = f"{number} {VERBS[status.word][0]}"
        if attacks:
            it = "it" if is_named else number
            ground = self._attack(self.cite.map.relations[attacks[0]], claim, it)
        elif rejected:
            is_own = rejected == (self.cite.map.head_of(claim),)
            what = "it" if is_own else self.judged(rejected)
            ground = f"{self.reader()} rejects {what}"
        else:
            # Undecided for no attack: it is still to be supported, or rests on what is.
            if status.label == "undec":
                is_pending = self.cite.map.is_pending(claim)
                waits = "is still to be supported" if is_pending else "waits for support"
                return f"{number} {waits}"
            return f"nothing carries {number}" if status.reason == "not carried" else begun
        return f"{begun}, as {ground}" if is_named else ground

    def _attack(self, attack: Relation, claim: str, it: str) -> str:
        """An attack on a claim, on a step to it or further down, as a clause; `it` is the claim."""
        members = self.cite.map.class_of(claim)
        step = self.cite.map.relations.get(attack.target)
        premises, count = self.cite.tell.names(attack.premises), len(attack.premises)
        if step is not None and step.target in members:
            is_in = self.reading.grounded.relations[attack.id] is Label.IN
            verb = say("undercuts" if is_in else "attacks", count=count)
            return f"{premises} {verb} the step to {it}"
        verb = "answers" if count == 1 else "answer"
        return f"{premises} {verb} {'it' if attack.target in members else 'what it rests on'}"

    def judged(self, rejected: Sequence[str]) -> str:
        """The classes that the reader rejects, in the words that the reader chose."""
        tell = self.cite.tell.naming(self.cite.finding.stance.reject)
        return tell.names(tell.all_shown(rejected))

    def reader(self) -> str:
        """The reader of the map, by name if the stance has one."""
        name = self.cite.finding.stance.name
        return f"the reader “{name}”" if name else "the reader"

    def reason(self, claim: str) -> str:
        """The reason for the status of a claim as a sentence; a named reader is named."""
        reason = self.cite.finding.claims[claim].reason
        if reason in _JUDGED:
            reader = self.reader()
            return f"{reader[0].upper()}{reader[1:]} {_JUDGED[reason]}."
        return reason_in_words(self.cite.tell, self.cite.finding, claim)

    def legend(self) -> Iterator[Block]:
        """The meanings of the words used so far, in one paragraph."""
        words = [word for word in MEANINGS if word in self.used]
        if words:
            spans = [
                part
                for place, word in enumerate(words)
                for part in (
                    strong(word),
                    f": {MEANINGS[word]}{'.' if place == len(words) - 1 else '; '}",
                )
            ]
            yield para("In these words: ", *spans)
