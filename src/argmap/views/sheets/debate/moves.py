"""Moves of a debate as items of a list: a lead, the premises in full, what became of the move."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.analysis.debate.answers import answers
from argmap.analysis.labels.labelling import Label
from argmap.model.claim import Mode
from argmap.model.relation import Kind
from argmap.views.sheets.debate.voices import Rationales
from argmap.views.sheets.document import Item, em, item, strong, words
from argmap.views.words.fates import ANSWERED, OBJECTION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.model.relation import Relation
    from argmap.views.sheets.citing import Citer
    from argmap.views.sheets.debate_words import DebateWords
    from argmap.views.sheets.document import Block

_SENTENCE = re.compile(
    r"(?<=[.?!])(?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)\s+(?=[^\sa-z])"
)  # a short word with a capital before the full stop may be an initial or a title, such as "Dr."


def opening(text: str) -> str:
    """The first sentence of a text, with an ellipsis if more follows."""
    first, *others = _SENTENCE.split(" ".join(text.split()), maxsplit=1)
    return f"{first} …" if others else first


class Moves:
    """The moves of a document: each claim in full where it first occurs, by name after that.

    `place` is the part of the document that is being written, such as "block 2"; a claim that was
    given in full in another part is named with that part. `named` has the part of each claim, and
    `made` the relations that were made as moves in full.
    """

    def __init__(
        self, cite: Citer, wording: DebateWords, rationales: Rationales = Rationales.ALL
    ) -> None:
        self.map = cite.map
        self.cite = cite
        self.wording = wording
        self.rationales = rationales
        self.place = ""
        self.named: dict[str, str] = {}
        self.made: set[str] = set()

    def claim(self, id_: str, depth: int, remark: str = "", lead: str = "") -> Item:
        """A claim in full with its evidence, or by number and name if it was given before."""
        if id_ in self.named:
            where = self.named[id_]
            seen = f" (in full: {where})" if where != self.place else ""
            end = f" {remark}" if remark else ""
            name = strong(self.cite.tell.name(id_))
            shown = item(depth, name, f"{seen}{end}")
        else:
            self.named[id_] = self.place
            shown = self.cite.claim_item(id_, depth, remark)
        return Item(words(strong(lead), *shown.words), depth) if lead else shown

    def move(
        self, lead: str, relation: Relation, depth: int, remarks: Sequence[str]
    ) -> Iterator[Block]:
        """The premises of a relation after a lead, with remarks in brackets, and its rationale."""
        self.made.add(relation.id)
        fresh = [premise for premise in relation.premises if premise not in self.named]
        remark = f"({'; '.join(remarks)})" if remarks else ""
        if relation.is_linked:
            together = self.wording.together()
            begun = f"{lead}{together}" if lead else together.capitalize()
            yield item(depth, strong(begun), f" {remark}:" if remark else ":")
            for premise in relation.premises:
                yield self.claim(premise, depth + 1)
        else:
            yield self.claim(relation.premises[0], depth, remark, lead)
        for premise in fresh:
            yield from self.concessions(premise, depth + 1)
        yield from self.rationale(relation, depth + 1)

    def concessions(self, id_: str, depth: int) -> Iterator[Item]:
        """The claims of other sources that concede a claim: its best evidence in a debate."""
        own = self.map.claims[id_].cited_source
        for member in self.map.class_of(id_):
            claim = self.map.claims[member]
            if claim.mode is Mode.CONCEDED and own is not None and claim.cited_source != own:
                name, evidence = self.cite.tell.name(member), self.cite.evidence(claim)
                lead = strong("Conceded against their own case: ")
                yield item(depth, lead, f"{name} ", em(evidence))

    def rationale(self, relation: Relation, depth: int) -> Iterator[Block]:
        """The rationale of a step, if the map gives one and the document has room for it."""
        text = relation.rationale
        needed = relation.kind is not Kind.SUPPORTS or relation.mode is Mode.EDITORIAL
        if (
            text is None
            or self.rationales is Rationales.NONE
            or not (needed or self.rationales is Rationales.ALL)
        ):
            return
        yield item(depth, em(opening(text) if self.rationales is Rationales.OPENING else text))

    def numbers(self, relation: Relation) -> str:
        """The numbers of the premises of a relation."""
        return " with ".join(self.cite.outline.numbers[premise] for premise in relation.premises)

    def short(self, relation: Relation) -> str:
        """A move by number and name, with what became of it."""
        return f"{self.cite.premises(relation)} ({self.wording.fate(relation)})"

    def remarks(self, answer: Relation, at: Relation) -> list[str]:
        """The remarks on an answer to a relation: what it hits, and what became of it."""
        against = self.against(answer, at)
        fate = self.wording.fate(answer)
        both_ways = answer.contradiction and at.contradiction and answer.target in at.premises
        if both_ways and fate == OBJECTION[Label.UNDEC]:
            fate += ", as each denies the other"
        return [*([against] if against else []), fate]

    def last_remarks(self, answer: Relation, at: Relation, passed: Sequence[str]) -> list[str]:
        """As `remarks`; the best answer to this one, if any is not passed, is given by number."""
        *before, fate = self.remarks(answer, at)
        better = [id_ for id_ in answers(self.wording.reading, answer) if id_ not in passed]
        if better:
            numbers = self.numbers(self.map.relations[better[0]])
            fate += f" by {numbers}" if fate == ANSWERED else f"; next comes {numbers}"
        return [*before, fate]

    def against(self, answer: Relation, at: Relation) -> str:
        """The target of an answer, where the place of the answer does not show it."""
        if answer.target == at.id:
            return ""
        if answer.kind is Kind.UNDERCUTS:
            step = self.map.relations[answer.target]
            if step.kind is Kind.SUPPORTS:
                target = self.cite.outline.numbers[step.target]
                return f"against the step from {self.cite.premises(step)} to {target}"
            return f"against the objection {self.cite.premises(step)}"
        heads = {self.map.head_of(premise) for premise in at.premises}
        if self.map.head_of(answer.target) not in heads:
            return f"against {self.cite.tell.name(answer.target)}"
        return f"against {self.cite.outline.numbers[answer.target]}" if at.is_linked else ""

    def aim_in_short(self, relation: Relation, before: str | None) -> str:
        """The target of a move by number, where the move that it answers does not show it.

        `before` is the relation that it answers, None if it answers the claim under debate.
        """
        if before is None or relation.target == before:
            return ""
        target = relation.target
        if relation.kind is Kind.UNDERCUTS:
            step = self.map.relations[target]
            noun = "step" if step.kind is Kind.SUPPORTS else "objection"
            return f" against the {noun} from {self.numbers(step)}"
        return f" against {self.cite.outline.numbers[target]}"
