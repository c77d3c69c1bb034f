"""The lines of a debate brief: each reason or objection with its ground, objections and answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.analysis.debate.brief import answers_to, attacks_on
from argmap.model.claim import Mode
from argmap.model.relation import Kind
from argmap.views.sheets.debate.voices import Rationales
from argmap.views.sheets.document import em, item, para, strong, words
from argmap.views.words.counting import count_of
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.debate.brief import LineOfArgument
    from argmap.analysis.reading_of_map import Reading
    from argmap.model.relation import Relation
    from argmap.views.sheets.citing import Citer
    from argmap.views.sheets.debate.voices import Amount, Voice
    from argmap.views.sheets.document import Block, Words

MOST_NAMED = 4
_SENTENCE = re.compile(
    r"(?<=[.?!])(?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)\s+(?=[^\sa-z])"
)  # a short word with a capital before the full stop may be an initial or a title, such as "Dr."


def opening(text: str) -> str:
    """The first sentence of a text, with an ellipsis if more follows."""
    first, *others = _SENTENCE.split(" ".join(text.split()), maxsplit=1)
    return f"{first} …" if others else first


def _least(ground: Sequence[str]) -> str:
    """The size of a smallest rejection set of a line, as the beginning of a sentence."""
    return f"At least {len(ground)} premises must go before it is"


class Lines:
    """The lines of a brief in the voice of a side.

    A claim is given in full where it first occurs, and by number and name after that; `named` has
    the ids of the claims given so far, `own_steps` the steps so far that the mapper drew.
    """

    def __init__(
        self, reading: Reading, cite: Citer, side: str, voice: Voice, amount: Amount
    ) -> None:
        self.reading = reading
        self.map = reading.map
        self.cite = cite
        self.side = side
        self.voice = voice
        self.amount = amount
        self.named: set[str] = set()
        self.own_steps: list[Relation] = []

    def of(self, lines: Sequence[LineOfArgument], *, is_for: bool) -> Iterator[Block]:
        """The first lines, as many as the amount allows, and the number of the others."""
        for line in lines[: self.amount.lines]:
            yield from self.line(line, is_for=is_for)
        yield from self.left_out(len(lines), self.amount.lines, "weaker line")

    def left_out(self, total: int, shown: int, noun: str) -> Iterator[Block]:
        """A sentence on the number of entries that are not shown, if any."""
        omitted = total - shown
        if omitted > 0:
            yield para(f"{count_of(omitted, noun)} left out (--lines {total} has all).")

    def line(self, line: LineOfArgument, *, is_for: bool) -> Iterator[Block]:
        """A line with its rationale and ground, and the attacks on it with their answers."""
        relation = self.map.relations[line.relation]
        fate = self.fate(line, is_for=is_for)
        if relation.is_linked:
            yield item(
                0, strong("Only together: "), self.cite.premises(relation), f" {fate}".rstrip()
            )
            for premise in relation.premises:
                yield self.claim(premise, 1)
        else:
            yield self.claim(relation.premises[0], 0, fate)
        yield from self.rationale(relation, 1)
        yield from self.ground(line)
        voice = self.voice
        attack = voice.attack_on_for if is_for else voice.attack_on_against
        back = voice.back_on_for if is_for else voice.back_on_against
        yield from self.unanswered(line, is_for=is_for)
        for id_ in line.attacks[: self.amount.lines]:
            yield from self.exchange(self.map.relations[id_], line.relation, attack, back)

    def fate(self, line: LineOfArgument, *, is_for: bool) -> str:
        """The fate of a line, and remarks if the claim turns on it or if its step is left unsaid.

        A hostile objection that is unanswered has its fate in an entry of its own below the line.
        """
        relation = self.map.relations[line.relation]
        is_told = self.is_hostile(is_for=is_for) and not is_for and line.label == "in"
        remarks = [] if is_told else [self.cite.fate_in_debate(relation)]
        remarks += self.cite.unsettled(relation)
        if line.decides:
            remarks.append("the claim turns on it")
        if self.map.sources and relation.mode is Mode.IMPLICIT:
            remarks.append("a step left unsaid")
        if self.map.sources and relation.mode is Mode.EDITORIAL:
            self.own_steps.append(relation)
        return f"({'; '.join(remarks)})" if remarks else ""

    def drawn_by_the_mapper(self) -> Iterator[Block]:
        """A remark on the steps of the lines that no source draws, if there are any."""
        numbers = self.cite.outline.numbers
        steps = [
            f"from {' with '.join(numbers[premise] for premise in step.premises)}"
            for step in self.own_steps
        ]
        if len(steps) == 1:
            yield para(f"The step {steps[0]} is the map's own: no source draws it.")
        elif steps:
            yield para(f"The steps {listed(steps)} are the map's own: no source draws them.")

    def claim(self, id_: str, depth: int, fate: str = "") -> Block:
        """A claim in full with its evidence, or by number and name if it was given before."""
        if id_ in self.named:
            return item(depth, strong(self.cite.tell.name(id_)), f" {fate}" if fate else "")
        self.named.add(id_)
        return self.cite.claim_item(id_, depth, fate)

    def rationale(self, relation: Relation, depth: int) -> Iterator[Block]:
        """The rationale of a step, if the map gives one and the amount has room for it."""
        rationales, rationale = self.amount.rationales, relation.rationale
        needed = relation.kind is not Kind.SUPPORTS or relation.mode is Mode.EDITORIAL
        if (
            rationale is None
            or rationales is Rationales.NONE
            or not (needed or rationales is Rationales.ALL)
        ):
            return
        yield item(depth, em(opening(rationale) if rationales is Rationales.OPENING else rationale))

    def ground(self, line: LineOfArgument) -> Iterator[Block]:
        """The premises further down whose loss leaves the line without a ground."""
        premises = set(self.map.relations[line.relation].premises)
        if line.critical:
            if not set(line.critical) <= premises:
                yield item(1, f"All of it rests on {self.cite.tell.names(line.critical)}.")
        elif line.ground is None:
            yield item(1, "No granted claim leads to it: as it is, it rests on nothing.")
        elif len(line.ground) <= MOST_NAMED:
            names = self.cite.tell.names(line.ground)
            yield item(1, f"{_least(line.ground)} without ground, for instance {names}.")
        else:
            yield item(1, f"{_least(line.ground)} without ground.")

    def unanswered(self, line: LineOfArgument, *, is_for: bool) -> Iterator[Block]:
        """A warning if the map has no answer that holds to a line of the other side."""
        if not self.is_hostile(is_for=is_for):
            return
        if not line.attacks and line.label != "out":
            doubts = self.cite.unsettled(self.map.relations[line.relation])
            if doubts:
                answer = f"the map has nothing against it itself, but {listed(doubts)}."
                yield item(1, strong("Not answered directly: "), answer)
            else:
                yield item(1, strong("Unanswered: "), "the map has nothing against it.")
        elif line.label == "in":
            yield item(1, strong("Unanswered: "), "no answer to it in the map holds.")

    def is_hostile(self, *, is_for: bool) -> bool:
        """Whether lines for the claim, or against it, belong to the other side."""
        return (self.side, is_for) in {("for", False), ("against", True), ("both", False)}

    def exchange(self, attack: Relation, at: str, say: str, back: str) -> Iterator[Block]:
        """An attack with the best reply to it."""
        yield item(1, strong(f"{say}: "), *self.move(attack, at))
        yield from self.rationale(attack, 2)
        every = attacks_on(self.reading, attack)
        replies = [reply for reply in every if reply != at]
        if not replies:
            doubts = self.cite.unsettled(attack)
            if doubts and not every:
                yield item(2, f"Nothing in the map is said against it, but {listed(doubts)}.")
                return
            same = at in every  # the two relations attack each other
            yield item(2, strong(f"{back}: {'the same again' if same else 'nothing in the map'}."))
            return
        best = self.map.relations[replies[0]]
        yield item(2, strong(f"{back}: "), *self.move(best, attack.id))
        yield from self.rationale(best, 3)

    def move(self, attack: Relation, at: str) -> Words:
        """An attack as a move: its premises with their sources, its target, whether it holds."""
        where = "" if attack.target == at else f" against {self.cite.tell.name(attack.target)}"
        label = self.reading.grounded.relations[attack.id]
        is_met = any(answers_to(self.map, attack))
        out = " (it is met in turn)" if is_met else " (it does not go through)"
        doubt = {"in": "", "undec": " (undecided)", "out": out}[label]
        statement = f"{self.cite.premises(attack)}{where}{doubt}"
        return words(statement, em(self.cite.places(attack)))
