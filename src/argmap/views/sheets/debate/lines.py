"""The lines of a debate brief: each reason or objection with its ground, objections and answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.debate.answers import answers
from argmap.graph.supports import steps_between
from argmap.model.claim import Mode
from argmap.views.sheets.debate.moves import Moves
from argmap.views.sheets.document import Item, code, item, para, strong
from argmap.views.words.counting import count_of
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.debate.brief import LineOfArgument
    from argmap.model.relation import Relation
    from argmap.views.sheets.citing import Citer
    from argmap.views.sheets.debate.voices import Amount, Voice
    from argmap.views.sheets.debate_words import DebateWords
    from argmap.views.sheets.document import Block

MOST_NAMED = 4


class Lines:
    """The lines of a brief in the voice of a side."""

    def __init__(
        self, cite: Citer, wording: DebateWords, side: str, voice: Voice, amount: Amount
    ) -> None:
        self.reading = wording.reading
        self.map = cite.map
        self.cite = cite
        self.wording = wording
        self.side = side
        self.voice = voice
        self.amount = amount
        self.needed = 0  # the lines or entries with which nothing is left out
        self.moves = Moves(cite, wording, amount.rationales)

    def of(self, lines: Sequence[LineOfArgument], *, is_for: bool) -> Iterator[Block]:
        """All lines: the first ones in full, as many as the amount allows, the others in short."""
        for line in lines[: self.amount.lines]:
            yield from self.line(line, is_for=is_for)
        for line in lines[self.amount.lines :]:
            relation = self.map.relations[line.relation]
            remarks = "; ".join(self.remarks(line))
            yield item(0, strong(self.cite.premises(relation)), f" ({remarks})")
        if len(lines) > self.amount.lines:
            self.needed = max(self.needed, len(lines))

    def left_out(self, total: int, shown: int, noun: str) -> Iterator[Block]:
        """A sentence on the number of entries that are not shown, if any."""
        omitted = total - shown
        if omitted > 0:
            self.needed = max(self.needed, total)
            yield para(f"{count_of(omitted, noun)} left out, see below.")

    def rest(self) -> Iterator[Block]:
        """The option with which nothing is left out or told in short, if anything is."""
        if self.needed:
            yield para(code(f"--lines {self.needed}"), " has everything in full, on more sheets.")

    def line(self, line: LineOfArgument, *, is_for: bool) -> Iterator[Block]:
        """A line with its rationale and ground, and the attacks on it with their answers."""
        relation = self.map.relations[line.relation]
        is_hostile = self.is_hostile(is_for=is_for)
        is_unanswered = is_hostile and line.label == "in" and not is_for  # told below the line
        yield from self.moves.move("", relation, 0, self.remarks(line)[is_unanswered:])
        yield from self.ground(line)
        voice = self.voice
        say = voice.attack_on_for if is_for else voice.attack_on_against
        back = voice.back_on_for if is_for else voice.back_on_against
        attacks = answers(self.reading, relation)
        if is_hostile:
            yield from self.unanswered(relation, attacks)
        for id_ in attacks[: self.amount.lines]:
            attack = self.map.relations[id_]
            if not is_for and self.is_repeated(attack, relation):
                self.moves.made.add(id_)
                yield item(1, strong(voice.repeated))
            else:
                yield from self.exchange(attack, relation, say, back)
        yield from self.others(f"{say}, too: ", attacks[self.amount.lines :], 1)

    def remarks(self, line: LineOfArgument) -> list[str]:
        """The fate of a line, its doubtful premises, and a remark if the claim turns on it."""
        relation = self.map.relations[line.relation]
        remarks = [self.wording.fate_and_doubts(relation)]
        if line.decides:
            remarks.append(self.wording.decides())
        if self.map.sources and relation.mode is Mode.IMPLICIT:
            remarks.append(self.wording.unsaid())
        return remarks

    def ground(self, line: LineOfArgument) -> Iterator[Block]:
        """The premises further down whose loss takes the line away.

        Nothing is said where a premise of the line is put forward although it is supported: to
        reject it is enough, while its grant would have to be given up with its supports.
        """
        premises = set(self.map.relations[line.relation].premises)
        own = {self.map.head_of(premise) for premise in premises}
        if line.critical:
            if not set(line.critical) <= premises:
                self.wording.note(steps_between(self.map, line.critical, premises))
                yield item(1, f"All of it rests on {self.cite.tell.names(line.critical)}.")
        elif not line.complete:
            yield item(1, "How few premises would have to go to take it away was not worked out.")
        elif line.ground is None:
            gaps = line.to_be_supported
            if not gaps:
                yield item(1, "Nothing granted leads to it: as it is, it rests on nothing.")
            elif not own.issuperset(gaps):
                named = self.cite.tell.some_names(self.cite.tell.all_shown(gaps))
                yield item(1, f"Still to be supported: {named}.")
        elif own.isdisjoint(map(self.map.head_of, line.ground)):
            if len(line.ground) <= MOST_NAMED:
                self.wording.note(steps_between(self.map, line.ground, premises))
            named = self.cite.tell.names(line.ground)
            such = f", for instance {named}" if len(line.ground) <= MOST_NAMED else ""
            yield item(
                1, f"To take it away, at least {len(line.ground)} premises must be given up{such}."
            )

    def unanswered(self, relation: Relation, attacks: Sequence[str]) -> Iterator[Block]:
        """A warning if the map has no answer that holds to a line of the other side."""
        label = self.reading.grounded.relations[relation.id]
        if attacks:
            if label == "in":
                yield item(1, strong("Unanswered: "), "no answer to it in the map holds.")
        elif not self.wording.unsettled(relation):
            yield item(1, strong("Unanswered: "), "the map has nothing against it.")

    def is_repeated(self, answer: Relation, line: Relation) -> bool:
        """Whether an answer to an objection says no more than the claim that it objects to."""
        heads = {self.map.head_of(premise) for premise in answer.premises}
        return heads == {self.map.head_of(line.target)}

    def is_hostile(self, *, is_for: bool) -> bool:
        """Whether lines for the claim, or against it, belong to the other side."""
        return (self.side, is_for) in {("for", False), ("against", True), ("both", False)}

    def exchange(self, attack: Relation, at: Relation, say: str, back: str) -> Iterator[Block]:
        """An attack with the best reply to it in full, and the other replies by name."""
        yield from self.moves.move(f"{say}: ", attack, 1, self.moves.remarks(attack, at))
        every = answers(self.reading, attack)
        replies = [id_ for id_ in every if id_ != at.id]
        if not replies:
            doubts = self.wording.unsettled(attack)
            if doubts and not every:
                yield item(2, f"Nothing is said against it, but {listed(doubts)}.")
            else:  # if the two attack each other, the reply is the line itself
                yield item(
                    2, strong(f"{back}: {'the same again' if every else 'nothing in the map'}.")
                )
            return
        best = self.map.relations[replies[0]]
        remarks = self.moves.last_remarks(best, attack, (at.id, attack.id))
        yield from self.moves.move(f"{back}: ", best, 2, remarks)
        yield from self.others(f"{back}, too: ", replies[1:], 2)

    def others(self, lead: str, ids: Sequence[str], depth: int) -> Iterator[Item]:
        """Further moves by name, each with what became of it, as one item."""
        if ids:
            named = "; ".join(self.moves.short(self.map.relations[id_]) for id_ in ids)
            yield item(depth, strong(lead), f"{named}.")
