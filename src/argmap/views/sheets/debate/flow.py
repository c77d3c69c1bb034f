"""Flow sheets for a debate, each with blocks: prepared answers, one block a hostile move."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.analysis.debate.answers import attacks_on
from argmap.model.relation import Kind
from argmap.views.sheets import paper
from argmap.views.sheets.document import NewSheet, Table, em, head, para, strong, words
from argmap.views.words.fates import DOUBTS, REPLY, fate_of_line, fate_of_move
from argmap.views.words.statuses import REASONS
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.analysis.debate.brief import BriefFinding
    from argmap.analysis.reading_of_map import Reading
    from argmap.model.relation import Relation
    from argmap.views.sheets.citing import Citer
    from argmap.views.sheets.document import Block, Words

_COLUMNS = ("Claim", "They say", "We answer", "They reply")
_MOST_LINES = 4
_ANSWERS = 2  # the largest number of answers to an attack that have a row


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a flow sheet: our claim, then a chain in which each attack answers the one before.

    `claim` is the id of the debated claim or of a relation of ours; `chain` has ids of relations.
    """

    claim: str
    chain: tuple[str, ...]


def brief_flow(
    reading: Reading, cite: Citer, finding: BriefFinding, side: str, most: int | None = None
) -> list[Block]:
    """The flow sheet of a side with its blocks; for both sides, one sheet after the other.

    `most` is the largest number of lines of each side; None takes as many as fit on one sheet, up
    to four.
    """
    blocks: list[Block] = []
    for each_side in ("for", "against") if side == "both" else (side,):
        if blocks:
            blocks.append(NewSheet())
        blocks += _of_side(reading, cite, finding, each_side, most)
    return blocks


def _of_side(
    reading: Reading, cite: Citer, finding: BriefFinding, side: str, most: int | None
) -> list[Block]:
    blocks: list[Block] = []
    for lines in range(_MOST_LINES, 0, -1) if most is None else (most,):
        blocks = list(_Sheet(reading, cite.afresh(), finding, side, lines).blocks())
        sheet = itertools.takewhile(lambda block: not isinstance(block, NewSheet), blocks)
        if paper.fits(sheet, paper.FLOW):
            break
    return blocks


class _Sheet:
    """A flow sheet of one side with at most `most` lines of each side, and its blocks."""

    def __init__(
        self, reading: Reading, cite: Citer, finding: BriefFinding, side: str, most: int
    ) -> None:
        self.reading = reading
        self.map = reading.map
        self.cite = cite
        self.finding = finding
        self.is_for = side == "for"
        self.most = most
        self.own = finding.lines_for if self.is_for else finding.lines_against
        self.theirs = finding.lines_against if self.is_for else finding.lines_for

    def blocks(self) -> Iterator[Block]:
        claim = self.map.claims[self.finding.claim]
        status = self.cite.finding.claims[claim.id]
        yield head(1, f"Flow, {'for' if self.is_for else 'against'}: {claim.text}")
        yield para(
            strong(f"{status.word.capitalize()}: {status.reason}."), f" {REASONS[status.reason]}"
        )
        yield from self.cite.reader()
        rows = list(self.rows())
        cells = tuple(tuple(self.cells(row)) for row in rows)
        yield Table(tuple(words(title) for title in _COLUMNS), cells)
        total = max(len(self.own), len(self.theirs))
        if total > self.most:
            first = f"first {self.most} lines are" if self.most > 1 else "first line is"
            yield para(f"Of each side the {first} here (--lines {total} has all).")
        hostile = list(self.hostile(rows))
        if not hostile:
            yield para("The map has nothing hostile to this side, so there is no block.")
        yield from self.sources()
        for relation in hostile:
            yield NewSheet()
            self.cite = self.cite.afresh()
            yield from self.block(relation)
            yield from self.sources()

    def sources(self) -> Iterator[Block]:
        """The sources cited on this sheet, each with its caveats."""
        if self.cite.cited:
            yield head(2, "Sources")
            yield from self.cite.sources()

    def rows(self) -> Iterator[Row]:
        """The rows: first their lines against our claim, then our lines, each with its attacks."""
        for line in self.theirs[: self.most]:
            for chain in self.chains((line.relation,)):
                yield Row(self.finding.claim, chain)
        if not self.theirs:
            yield Row(self.finding.claim, ())
        for line in self.own[: self.most]:
            attacks = line.attacks[: self.most]
            if not attacks:
                yield Row(line.relation, ())
            for id_ in attacks:
                for chain in self.chains((id_,)):
                    yield Row(line.relation, chain)

    def chains(self, begun: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """The chain begun, continued by each of its best answers with the best reply to that."""
        answers = self.answers(begun[-1], begun)
        if not answers:
            yield begun
        for answer in answers[:_ANSWERS]:
            chain = (*begun, answer)
            yield (*chain, *self.answers(answer, chain)[:1])

    def answers(self, id_: str, chain: Iterable[str]) -> list[str]:
        passed = set(chain)
        every = attacks_on(self.reading, self.map.relations[id_])
        return [attack for attack in every if attack not in passed]

    def cells(self, row: Row) -> Iterator[Words]:
        if row.claim in self.map.claims:
            denial = "" if self.is_for else "Against "
            yield words(denial, self.cite.tell.name(row.claim))
        else:
            relation = self.map.relations[row.claim]
            yield self.cell(
                relation, fate_of_line(relation, self.reading.grounded.relations[relation.id])
            )
        for place, id_ in enumerate(row.chain):
            move, label = self.map.relations[id_], self.reading.grounded.relations[id_]
            yield self.cell(move, fate_of_move(move, label, is_ours=place == 1))
        filled = 1 + len(row.chain)
        if filled < len(_COLUMNS) and self.comes_again(row.chain):
            yield words(em("the same again"))
            filled += 1
        yield from [words()] * (len(_COLUMNS) - filled)

    def comes_again(self, chain: tuple[str, ...]) -> bool:
        """Whether the last two moves attack each other, so that the next would only repeat."""
        if len(chain) < len(_COLUMNS) - 2:
            return False
        back = attacks_on(self.reading, self.map.relations[chain[-1]])
        return chain[-2] in back

    def cell(self, relation: Relation, fate: str) -> Words:
        """A move as a cell: its premises with their sources, the premise attacked, its fate."""
        at = ""
        if relation.kind is Kind.ATTACKS and relation.target != self.finding.claim:
            at = f" against {self.cite.outline.numbers[relation.target]}"
        places = em(self.cite.places(relation))
        return words(self.cite.premises(relation), at, places, strong(f" {fate}"))

    def hostile(self, rows: Iterable[Row]) -> Iterator[Relation]:
        """The other side's moves in these rows, and the unanswered ones further down; each once."""
        below = self.finding.unanswered_below if self.is_for else self.finding.unanswered_replies
        ids = [row.chain[0] for row in rows if row.chain]
        for id_ in dict.fromkeys((*ids, *below[: self.most])):
            yield self.map.relations[id_]

    def block(self, relation: Relation) -> Iterator[Block]:
        """The block on a hostile move: the move, our answers, and the reply to each answer."""
        yield head(2, f"Block: {self.cite.premises(relation)}")
        yield para(strong("They say"), f", {self.aim(relation)}:")
        yield from self.move(relation, 0)
        answers = self.answers(relation.id, (relation.id,))
        if not answers:
            doubts = self.cite.unsettled(relation)
            but = f", but {listed(doubts)}" if doubts else ""
            direct = "direct " if doubts else ""
            yield para(strong(f"We say: the map has no {direct}answer{but}."))
            return
        for id_ in answers[: self.most]:
            answer = self.map.relations[id_]
            yield para(strong("We say"), f"{DOUBTS[self.reading.grounded.relations[id_]]}:")
            yield from self.move(answer, 0)
            back = self.answers(id_, (relation.id, id_))
            if not back:
                again = self.comes_again((relation.id, id_))
                nothing = (
                    "they can only say the same again." if again else "the map gives them no reply."
                )
                yield para(strong("If they come back: "), nothing)
            for reply in back[:1]:
                then = REPLY[self.reading.grounded.relations[reply]]
                yield para(strong("If they come back"), f" with ({then}):")
                yield from self.move(self.map.relations[reply], 0)

    def aim(self, relation: Relation) -> str:
        if relation.kind is Kind.SUPPORTS:
            return f"for {self.cite.tell.name(relation.target)}"
        if relation.kind is Kind.ATTACKS:
            return f"against {self.cite.tell.name(relation.target)}"
        return f"against {self.cite.step(relation.target)}"

    def move(self, relation: Relation, depth: int) -> Iterator[Block]:
        for premise in relation.premises:
            yield self.cite.claim_item(premise, depth)
        yield from self.cite.rationale(relation, depth)
