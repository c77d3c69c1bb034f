"""The table of a flow sheet: a column for each speech, a row for each stretch of an exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.debate.exchanges import Ending
from argmap.views.sheets.document import em, strong, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.debate.exchanges import DebateMove
    from argmap.views.sheets.debate.moves import Moves
    from argmap.views.sheets.document import Span, Words

COLUMNS = ("Claim", "They say", "We answer", "They reply")
FEWEST = 3
"""The fewest columns in which an exchange can go on in a row below, in columns of the same side."""
CONTINUES, CONTINUED = "↓", "↳"


def column_of(depth: int, width: int) -> int:
    """The column of a move; an exchange longer than the table goes on in columns of its side.

    >>> [column_of(depth, 4) for depth in range(8)]
    [0, 1, 2, 3, 2, 3, 2, 3]
    >>> [column_of(depth, 3) for depth in range(6)]
    [0, 1, 2, 1, 2, 1]
    """
    first = (width - 1) % 2 + 1
    return depth if depth < width else first + (depth - width) % (width - first)


class FlowTable:
    """The rows of a flow sheet.

    A row begins with a line, or with the number of the move that it answers. `denied` says that the
    side speaks against the claim of the first column. `signs` are the signs used so far.
    """

    def __init__(
        self, moves: Moves, exchange: Sequence[DebateMove], claim: str, width: int, *, denied: bool
    ) -> None:
        self.moves = moves
        self.cite = moves.cite
        self.exchange = exchange
        self.claim = claim
        self.width = width
        self.denied = denied
        self.signs: set[str] = set()

    def rows(self) -> Iterator[tuple[Words, ...]]:
        """The rows, each with as many cells as the table has columns."""
        row: dict[int, Words] = {}
        for place, move in enumerate(self.exchange):
            column = column_of(move.depth, self.width)
            if place and not self._goes_on(place):
                yield self._whole(row)
                row = {}
                if move.answered is not None:
                    row[column - 1] = self._again(move.answered)
            row[column] = self._cell(place, move)
            if move.ending is Ending.REPEATS and column + 1 < self.width:
                row[column + 1] = words(em("the same again"))
        yield self._whole(row)

    def _goes_on(self, place: int) -> bool:
        """Whether a move stands in the row of the move before it, to the right of it."""
        move = self.exchange[place]
        if move.answered != place - 1:
            return False
        column, before = (column_of(depth, self.width) for depth in (move.depth, move.depth - 1))
        return column > before

    def _whole(self, row: dict[int, Words]) -> tuple[Words, ...]:
        return tuple(row.get(column, words()) for column in range(self.width))

    def _again(self, place: int) -> Words:
        """The number of a move of a row above, which this row answers."""
        self.signs.add(CONTINUED)
        return words(em(f"{CONTINUED} {self._numbers(self.exchange[place])}"))

    def _numbers(self, move: DebateMove) -> str:
        if move.relation is None:
            return self.cite.outline.numbers[self.claim]
        return self.moves.numbers(self.cite.map.relations[move.relation])

    def _cell(self, place: int, move: DebateMove) -> Words:
        """A move as a cell: its premises with their sources, what it hits, what became of it."""
        if move.relation is None:
            return words("Against " if self.denied else "", self.cite.tell.name(self.claim))
        relation = self.cite.map.relations[move.relation]
        fate = strong(f" {self.moves.wording.fate(relation)}")
        ending = self._ending(place, move)
        if move.ending is Ending.ABOVE:
            return words(self.cite.premises(relation), fate, *ending)
        at = self.moves.aim_in_short(relation, self._before(move))
        places = em(self.cite.places(relation))
        return words(f"{self.cite.premises(relation)}{at}", places, fate, *ending)

    def _before(self, move: DebateMove) -> str | None:
        """The relation that a move answers; None if it answers the claim or opens a case."""
        return None if move.answered is None else self.exchange[move.answered].relation

    def _ending(self, place: int, move: DebateMove) -> Iterator[Span]:
        if move.ending is Ending.ABOVE:
            yield em(" (followed above)")
        if move.ending in {Ending.SHORT, Ending.LONG}:
            yield em(" (not followed here)")
        answers = place + 1 < len(self.exchange) and self.exchange[place + 1].answered == place
        if answers and not self._goes_on(place + 1):
            self.signs.add(CONTINUES)
            yield strong(f" {CONTINUES}")
