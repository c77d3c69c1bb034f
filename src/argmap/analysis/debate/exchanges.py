"""The exchanges over a claim: every line of argument, followed from answer to answer to its end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from argmap.analysis.debate.answers import answers
from argmap.reasoning.time_limit import check_time_limit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.analysis.debate.brief import BriefFinding, LineOfArgument
    from argmap.analysis.reading_of_map import Reading


MOST_MOVES = 2000
"""The most moves that are followed: some sixty sheets of paper, more than any debate takes."""


class Ending(StrEnum):
    """The reason why no move follows a move, or none that was not made before."""

    NONE = ""
    """Moves follow, or the map has no answer."""
    REPEATS = "repeats"
    """The map answers with a move of the same exchange, which would go round in a circle."""
    ABOVE = "above"
    """The same move was followed to its end before."""
    SHORT = "short"
    """It is a line that is named only, as there are more lines than are to be followed."""
    LONG = "long"
    """The map has answers, and with them there would be more than `MOST_MOVES` moves."""


@dataclass(frozen=True, slots=True)
class DebateMove:
    """One move of an exchange.

    `relation` is None for the claim under debate. `answered` is the place of the move that this one
    answers, in the list of all moves. The moves of the side that holds the first column have even
    depths, those of the other side odd ones.
    """

    relation: str | None
    answered: int | None
    depth: int
    ending: Ending = Ending.NONE


class _Waiting(NamedTuple):
    relation: str
    answered: int | None
    depth: int
    is_short: bool = False


def exchanges(
    reading: Reading, finding: BriefFinding, *, is_for: bool, most: int | None = None
) -> tuple[DebateMove, ...]:
    """The moves over a claim, each before its answers, and the best answer first.

    First come the claim and the lines of the other side against it, then the lines of the side
    itself. A relation is followed once, so the moves are no more than the pairs of a relation and
    an answer to it. `most` is the number of lines of each side to follow; None follows all. Beside
    the lines there are at most `MOST_MOVES` moves; one whose answers would be too many ends `LONG`.

    Cost: linear in the moves, and a search below each move that nothing answers directly.

    >>> from argmap.analysis.debate.brief import brief
    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> reading = Reading(THREE_CLAIMS)
    >>> found = exchanges(reading, brief(reading, "close"), is_for=True)
    >>> [(move.relation, move.answered, move.depth) for move in found]
    [(None, None, 0), ('against', 0, 1), ('for', None, 0)]
    """
    own, theirs = finding.lines_for, finding.lines_against
    if not is_for:
        own, theirs = theirs, own
    walk = _Walk(reading)
    walk.moves.append(DebateMove(None, None, 0))
    walk.follow([*_begun(theirs, 0, 1, most), *_begun(own, None, 0, most)])
    return tuple(walk.moves)


def _begun(
    lines: Sequence[LineOfArgument], answered: int | None, depth: int, most: int | None
) -> list[_Waiting]:
    limit = len(lines) if most is None else most
    return [
        _Waiting(line.relation, answered, depth, place >= limit) for place, line in enumerate(lines)
    ]


class _Walk:
    """A walk through exchanges, depth first; `path` has the relations from the first to this."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.moves: list[DebateMove] = []
        self.followed: set[str] = set()
        self.path: list[str] = []
        self.on_path: set[str] = set()

    def follow(self, begun: Sequence[_Waiting]) -> None:
        """Add the moves that begin here, each with everything that follows it."""
        waiting = [*reversed(begun)]
        while waiting:
            check_time_limit()
            each = waiting.pop()
            place = len(self.moves)
            if each.is_short or each.relation in self.followed:
                ending = Ending.SHORT if each.is_short else Ending.ABOVE
                self.moves.append(DebateMove(each.relation, each.answered, each.depth, ending))
                continue
            self._step_to(each)
            every = answers(self.reading, self.reading.map.relations[each.relation])
            fresh = [id_ for id_ in every if id_ not in self.on_path]
            if fresh and place + len(waiting) + len(fresh) >= MOST_MOVES:
                self.followed.discard(each.relation)
                self.moves.append(DebateMove(each.relation, each.answered, each.depth, Ending.LONG))
                continue
            ending = Ending.REPEATS if every and not fresh else Ending.NONE
            self.moves.append(DebateMove(each.relation, each.answered, each.depth, ending))
            waiting += [_Waiting(id_, place, each.depth + 1) for id_ in reversed(fresh)]

    def _step_to(self, each: _Waiting) -> None:
        """Leave the path down to the move that this one answers, and add this one."""
        while len(self.path) > each.depth:
            self.on_path.discard(self.path.pop())
        self.path += [""] * (each.depth - len(self.path))  # the claim under debate has no relation
        self.path.append(each.relation)
        self.on_path.add(each.relation)
        self.followed.add(each.relation)
