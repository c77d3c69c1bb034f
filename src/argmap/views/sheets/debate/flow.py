"""Flow sheets for a debate: a table of the exchanges, then a block for each hostile move."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from argmap.analysis.debate.exchanges import MOST_MOVES, Ending, exchanges
from argmap.views.sheets import paper
from argmap.views.sheets.debate.blocks import Blocks, hostile_groups
from argmap.views.sheets.debate.flow_table import COLUMNS, CONTINUED, CONTINUES, FlowTable
from argmap.views.sheets.debate.moves import Moves
from argmap.views.sheets.debate_words import DebateWords
from argmap.views.sheets.document import NewSheet, Table, head, para, strong, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.debate.brief import BriefFinding
    from argmap.analysis.debate.exchanges import DebateMove
    from argmap.analysis.reading_of_map import Reading
    from argmap.views.sheets.citing import Citer
    from argmap.views.sheets.document import Block, Words


def brief_flow(  # noqa: PLR0913, PLR0917  # as `brief_page`, and the columns
    reading: Reading,
    cite: Citer,
    finding: BriefFinding,
    side: str,
    most: int | None = None,
    speeches: Sequence[str] = (),
) -> list[Block]:
    """The flow sheet of a side with its blocks; for both sides, one after the other.

    `most` is the largest number of lines of each side that are followed; the others are named. With
    names of speeches the first column is that of the side for the claim, on every sheet.
    """
    cite = cite.afresh()
    blocks: list[Block] = []
    for each_side in ("for", "against") if side == "both" else (side,):
        if blocks:
            blocks.append(NewSheet())
        sheet = _Flow(reading, cite, finding, most, is_for=each_side == "for")
        blocks += sheet.blocks(speeches)
    if cite.cited:
        blocks += [NewSheet(), head(2, "Sources"), *cite.sources()]
    return blocks


class _Flow:
    """The flow sheet of one side, and its blocks."""

    def __init__(
        self,
        reading: Reading,
        cite: Citer,
        finding: BriefFinding,
        most: int | None,
        *,
        is_for: bool,
    ) -> None:
        self.reading = reading
        self.cite = cite
        self.finding = finding
        self.most = most
        self.is_for = is_for
        self.wording = DebateWords(reading, cite)

    def blocks(self, speeches: Sequence[str]) -> Iterator[Block]:
        """The table, on as many sheets as it takes, and the blocks."""
        title = f"Flow, {'for' if self.is_for else 'against'}"
        own = exchanges(self.reading, self.finding, is_for=self.is_for, most=self.most)
        shown = own
        if speeches and not self.is_for:
            shown = exchanges(self.reading, self.finding, is_for=True, most=self.most)
        titles = tuple(speeches) or COLUMNS
        table = FlowTable(
            Moves(self.cite, self.wording),
            shown,
            self.finding.claim,
            len(titles),
            denied=not (self.is_for or speeches),
        )
        opening = [*self.opening(title)]
        again = head(2, f"{title}, continued")
        tables = _tables(opening, again, titles, list(table.rows()))
        sheets = chain(opening, tables, self.foot(shown, table.signs))
        yield from paper.spread(sheets, paper.FLOW, again)
        moves = Moves(self.cite, self.wording)
        groups = hostile_groups(moves, own, self.finding, is_for=self.is_for)
        if not groups:
            yield para("The map has nothing hostile to this side, so there is no block.")
        yield from Blocks(moves, groups).blocks()

    def opening(self, title: str) -> Iterator[Block]:
        """The claim with its status, and the reader of the map."""
        claim = self.cite.map.claims[self.finding.claim]
        status = self.cite.finding.claims[claim.id]
        yield head(1, f"{title}: {claim.text}")
        yield para(
            strong(f"{status.word.capitalize()}: {status.reason}."),
            f" {self.wording.reason(claim.id)}",
        )
        yield from self.cite.reader()

    def foot(self, shown: Sequence[DebateMove], signs: set[str]) -> Iterator[Block]:
        """The legend of the table, and the way to follow all lines."""
        if any(move.ending is Ending.SHORT for move in shown):
            total = max(len(self.finding.lines_for), len(self.finding.lines_against))
            yield para(f"Lines that are only named: --lines {total} follows all of them.")
        if any(move.ending is Ending.LONG for move in shown):
            yield para(
                f"The map has more than the {MOST_MOVES:,} moves that a flow sheet follows; those "
                "whose answers are left out are marked. `--lines 3` follows three lines of each "
                "side, a flow sheet on a claim further down what is said of that claim."
            )
        if signs:
            goes_on = (
                f" {CONTINUES}: the exchange goes on in such a row." if CONTINUES in signs else ""
            )
            yield para(
                f"{CONTINUED} and a number: the row goes on from that move, further up.{goes_on}"
            )
        yield from self.wording.legend()


def _tables(
    opening: Sequence[Block], again: Block, titles: Sequence[str], rows: Sequence[tuple[Words, ...]]
) -> Iterator[Block]:
    """The rows as tables, each of which fits on its sheet; the first stands below the opening."""
    column_heads = tuple(words(name) for name in titles)
    above: list[Block] = list(opening)
    waiting = list(rows)
    while waiting:
        taken = 1
        while taken < len(waiting) and paper.fits(
            [*above, Table(column_heads, tuple(waiting[: taken + 1]))], paper.FLOW
        ):
            taken += 1
        yield Table(column_heads, tuple(waiting[:taken]))
        del waiting[:taken]
        if waiting:
            above = [again]
            yield from (NewSheet(), *above)
