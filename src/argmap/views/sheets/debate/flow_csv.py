"""A flow sheet as comma-separated values for a spreadsheet: a row for each argument."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from argmap.analysis.debate.exchanges import Ending, exchanges
from argmap.views.sheets.debate.flow_table import COLUMNS
from argmap.views.sheets.debate.moves import Moves
from argmap.views.sheets.debate_words import DebateWords
from argmap.views.sheets.document import plain
from argmap.views.words.origin import in_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.debate.brief import BriefFinding
    from argmap.analysis.debate.exchanges import DebateMove
    from argmap.analysis.reading_of_map import Reading
    from argmap.model.relation import Relation
    from argmap.views.sheets.citing import Citer

HEADER = (
    "row", "speech", "side", "answers_row", "number", "argument", "target", "status", "quotation",
    "source", "note",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t")
"""The beginnings of a cell that a spreadsheet would take for a formula."""


def flow_csv(  # noqa: PLR0913, PLR0917  # as `brief_flow`
    reading: Reading,
    cite: Citer,
    finding: BriefFinding,
    side: str,
    most: int | None = None,
    speeches: Sequence[str] = (),
) -> str:
    """The exchanges over a claim as CSV, without a line break at the end.

    The speeches of a sheet for both sides, and of one with names of speeches, begin with the side
    for the claim. A cell that would be a formula begins with an apostrophe.
    """
    is_for = side != "against" or bool(speeches)
    moves = exchanges(reading, finding, is_for=is_for, most=most)
    rows = _Rows(cite, DebateWords(reading, cite), moves, finding.claim, is_for=is_for)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    for cells in rows.rows(tuple(speeches) or COLUMNS):
        writer.writerow(f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells)
    return text.getvalue().rstrip("\n")


class _Rows:
    def __init__(
        self,
        cite: Citer,
        words: DebateWords,
        moves: Sequence[DebateMove],
        claim: str,
        *,
        is_for: bool,
    ) -> None:
        self.cite = cite
        self.map = cite.map
        self.words = words
        self.moves = moves
        self.claim = claim
        self.is_for = is_for
        self.numbers = Moves(cite, words).numbers

    def rows(self, titles: Sequence[str]) -> Iterator[list[str]]:
        """The cells of each row after the header."""
        followed: dict[str, int] = {}
        for place, move in enumerate(self.moves):
            side = "for" if (move.depth % 2 == 0) is self.is_for else "against"
            before = "" if move.answered is None else str(move.answered + 1)
            is_late = move.depth >= len(titles)
            speech = f"after {titles[-1]}" if is_late else titles[move.depth]
            lead = [str(place + 1), speech, side, before]
            if move.relation is None:
                yield [*lead, *self.claim_cells()]
                continue
            note = _note(move, followed.setdefault(move.relation, place + 1))
            yield [*lead, *self.cells(self.map.relations[move.relation]), note]

    def claim_cells(self) -> list[str]:
        """The claim under debate as cells."""
        claim = self.map.claims[self.claim]
        number = self.cite.outline.numbers[self.claim]
        word = self.cite.finding.claims[self.claim].word
        return [number, plain(claim.text), "", word, *self.evidence((self.claim,)), ""]

    def cells(self, relation: Relation) -> list[str]:
        """An argument as cells: its premises, its target, its fate and its evidence."""
        texts = [plain(self.map.claims[premise].text) for premise in relation.premises]
        target = relation.target
        if target in self.map.claims:
            aim = self.cite.outline.numbers[target]
        else:
            step = self.map.relations[target]
            aim = f"the step from {self.numbers(step)}"
        fate = self.words.fate(relation)
        return [
            self.numbers(relation),
            " ".join(texts),
            aim,
            fate,
            *self.evidence(relation.premises),
        ]

    def evidence(self, claims: Sequence[str]) -> list[str]:
        """The quotations of claims, and the places from which they are taken."""
        every = [self.map.claims[id_] for id_ in claims]
        quotes = [
            in_marks(plain(locator.quote))
            for claim in every
            for locator in claim.locators
            if locator.quote is not None
        ]
        places = dict.fromkeys(", ".join(self.cite.where(claim)) for claim in every)
        return [" … ".join(quotes), "; ".join(place for place in places if place)]


def _note(move: DebateMove, first: int) -> str:
    """The reason why nothing follows a move, if it is not that the map has no answer."""
    if move.ending is Ending.ABOVE:
        return f"followed from row {first}"
    if move.ending is Ending.REPEATS:
        return "answered only by what was said before"
    return "not followed" if move.ending in {Ending.SHORT, Ending.LONG} else ""
