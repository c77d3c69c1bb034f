"""A flow sheet for a debate, and a block for each hostile claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.analysis.brief import attacks_on
from argmap.model.relation import Kind
from argmap.views.document import NewSheet, Table, em, head, para, strong, words
from argmap.views.wording import REASONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.analysis.brief import BriefFinding
    from argmap.analysis.labelling import Labelling
    from argmap.model.relation import Relation
    from argmap.views.citing import Citer
    from argmap.views.document import Block, Words

_COLUMNS = ("Claim", "They say", "We answer", "They reply")
_ANSWERS = 2  # of several answers to one attack, so many have a row


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a flow sheet: what we claim, then attack upon attack; empty from some cell on.

    `claim` is the claim itself or one of our relations; the others are relations.
    """

    claim: str
    chain: tuple[str, ...]


def brief_flow(
    labelling: Labelling, cite: Citer, found: BriefFinding, side: str, most: int
) -> list[Block]:
    """The flow sheet of a side with its blocks; for both sides one after the other."""
    blocks: list[Block] = []
    for one in ("for", "against") if side == "both" else (side,):
        if blocks:
            blocks.append(NewSheet())
        sheet = _Sheet(labelling, cite.afresh(), found, one, most)
        blocks += sheet.blocks()
    return blocks


class _Sheet:
    def __init__(
        self, labelling: Labelling, cite: Citer, found: BriefFinding, side: str, most: int
    ) -> None:
        self.labelling = labelling
        self.map = labelling.map
        self.cite = cite
        self.found = found
        self.is_for = side == "for"
        self.most = most
        self.own = found.lines_for if self.is_for else found.lines_against
        self.theirs = found.lines_against if self.is_for else found.lines_for

    def blocks(self) -> Iterator[Block]:
        claim = self.map.claims[self.found.claim]
        status = self.cite.finding.claims[claim.id]
        yield head(1, f"Flow, {'for' if self.is_for else 'against'}: {claim.text}")
        number = self.cite.outline.numbers[claim.id]
        yield para(f"Number {number} in the map, {status.word}: {REASONS[status.reason]}")
        rows = list(self.rows())
        cells = tuple(tuple(self.cells(row)) for row in rows)
        yield Table(tuple(words(one) for one in _COLUMNS), cells)
        if max(len(self.own), len(self.theirs)) > self.most:
            yield para(f"Of each side the first {self.most} lines are here (--lines).")
        hostile = list(self.hostile(rows))
        if not hostile:
            yield para("The map has nothing hostile to this side, so there is no block.")
        for relation in hostile:
            yield NewSheet()
            yield from self.block(relation)
        if self.cite.cited:
            yield NewSheet()
            yield head(2, "Sources")
            yield from self.cite.sources()

    def rows(self) -> Iterator[Row]:
        """Their lines against our claim first, then our lines with what is said against each."""
        for line in self.theirs[: self.most]:
            for chain in self.chains((line.relation,)):
                yield Row(self.found.claim, chain)
        for line in self.own[: self.most]:
            attacks = line.attacks[: self.most]
            if not attacks:
                yield Row(line.relation, ())
            for id_ in attacks:
                for chain in self.chains((id_,)):
                    yield Row(line.relation, chain)

    def chains(self, begun: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """An attack with the best answers to it, and the best reply to each of these."""
        answers = self.answers(begun[-1], begun)
        if not answers:
            yield begun
        for answer in answers[:_ANSWERS]:
            chain = (*begun, answer)
            yield (*chain, *self.answers(answer, chain)[:1])

    def answers(self, id_: str, chain: Iterable[str]) -> list[str]:
        passed = set(chain)
        every = attacks_on(self.labelling, self.map.relations[id_])
        return [one for one in every if one not in passed]

    def cells(self, row: Row) -> Iterator[Words]:
        if row.claim in self.map.claims:
            denial = "" if self.is_for else "Against: "
            yield words(denial, self.cite.tell.name(row.claim))
        else:
            yield self.cell(self.map.relations[row.claim])
        chain = [self.map.relations[id_] for id_ in row.chain]
        for relation in chain:
            yield self.cell(relation)
        yield from [words()] * (len(_COLUMNS) - 1 - len(chain))

    def cell(self, relation: Relation) -> Words:
        at = ""
        if relation.kind is Kind.ATTACKS and relation.target != self.found.claim:
            at = f" (against {self.cite.outline.numbers[relation.target]})"
        return words(self.cite.premises(relation), at, " ", em(f"({self.cite.fate(relation)})"))

    def hostile(self, rows: Iterable[Row]) -> Iterator[Relation]:
        """What they say in these rows, and what is unanswered further down; each once."""
        below = self.found.unanswered_below if self.is_for else self.found.unanswered_replies
        ids = [row.chain[0] for row in rows if row.chain]
        for id_ in dict.fromkeys((*ids, *below[: self.most])):
            yield self.map.relations[id_]

    def block(self, relation: Relation) -> Iterator[Block]:
        """They say, we say, if they come back."""
        yield head(2, f"Block: {self.cite.premises(relation)}")
        yield para(strong("They say"), f", {self.aim(relation)}:")
        yield from self.told(relation, 0)
        answers = self.answers(relation.id, (relation.id,))
        if not answers:
            yield para(strong("We say: the map has no answer."))
            return
        for id_ in answers[: self.most]:
            answer = self.map.relations[id_]
            yield para(strong("We say"), f" ({self.cite.fate(answer)}):")
            yield from self.told(answer, 0)
            back = self.answers(id_, (relation.id, id_))
            if not back:
                yield para(strong("If they come back: "), "the map has nothing for them.")
            for reply in back[:1]:
                yield para(strong("If they come back"), " with:")
                yield from self.told(self.map.relations[reply], 0)

    def aim(self, relation: Relation) -> str:
        if relation.kind is Kind.SUPPORTS:
            return f"for {self.cite.tell.name(relation.target)}"
        if relation.kind is Kind.ATTACKS:
            return f"against {self.cite.tell.name(relation.target)}"
        return f"against {self.cite.step(relation.target)}"

    def told(self, relation: Relation, depth: int) -> Iterator[Block]:
        for premise in relation.premises:
            yield self.cite.claim_item(premise, depth)
        yield from self.cite.rationale(relation, depth)
