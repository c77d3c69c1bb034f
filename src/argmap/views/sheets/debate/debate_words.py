"""The words of debate sheets for what became of a line, and the legend of those that were used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.debate.answers import answers, doubts
from argmap.analysis.labels.labelling import Label
from argmap.views.sheets.document import para, strong
from argmap.views.words.fates import DECIDES, MEANINGS, TOGETHER, UNSAID, fate_in_debate
from argmap.views.words.statuses import REASONS, VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.reading_of_map import Reading
    from argmap.model.relation import Relation
    from argmap.views.sheets.citing import Citer
    from argmap.views.sheets.document import Block

_JUDGED = {"rejected": "rejects it", "accepted": "accepts it"}


class DebateWords:
    """The words for relations and for what keeps a claim from standing; it notes which it used."""

    def __init__(self, reading: Reading, cite: Citer) -> None:
        self.reading = reading
        self.cite = cite
        self.own_labels = reading.with_semantics("grounded").own_labels
        self.used: set[str] = set()

    def fate(self, relation: Relation) -> str:
        """The fate of a relation, in a word or a few."""
        label = self.reading.grounded.relations[relation.id]
        is_met = bool(answers(self.reading, relation)) if label is Label.OUT else False
        return self.word(
            fate_in_debate(relation, label, self.own_labels[relation.id], is_met=is_met)
        )

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

    def unsettled(self, relation: Relation) -> list[str]:
        """The premises that do not stand, each with its status and what brings that about."""
        statuses = self.cite.finding.claims
        return [
            self.doubt(premise) for premise in relation.premises if statuses[premise].label != "in"
        ]

    def doubt(self, claim: str) -> str:
        """A claim that does not stand, by number, with its status and what brings that about.

        It is such as "1.6 falls: 1.6.1 “Scotland was special” answers what it rests on".
        """
        word = self.cite.finding.claims[claim].word
        status = f"{self.cite.outline.numbers[claim]} {VERBS[word][0]}"
        attacks, rejected = doubts(self.reading, claim)
        if rejected and not attacks:
            is_own = rejected == (self.cite.map.head_of(claim),)
            what = "it" if is_own else self.cite.tell.names(rejected)
            return f"{status}, as {self.reader()} rejects {what}"
        if not attacks:
            return status
        attack = self.cite.map.relations[attacks[0]]
        falls = self.cite.finding.claims[claim].label == "out"
        verb = f"{'answer' if falls else 'speak'}{'s' if len(attack.premises) == 1 else ''}"
        is_direct = attack.target in self.cite.map.class_of(claim)
        what = "it" if is_direct else "what it rests on"
        return (
            f"{status}: {self.cite.tell.names(attack.premises)} {verb} "
            f"{what if falls else f'against {what}'}"
        )

    def reader(self) -> str:
        """The reader of the map, by name if the stance has one."""
        name = self.cite.finding.stance.name
        return f"the reader “{name}”" if name else "the reader"

    def reason(self, reason: str) -> str:
        """The reason of a status as a sentence; a named reader is named."""
        if reason in _JUDGED:
            reader = self.reader()
            return f"{reader[0].upper()}{reader[1:]} {_JUDGED[reason]}."
        return REASONS[reason]

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
