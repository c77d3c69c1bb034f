"""Blocks for a debate: prepared answers, one block for each move of the other side."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from argmap.analysis.debate.answers import answers
from argmap.analysis.debate.exchanges import Ending
from argmap.model.relation import Kind
from argmap.views.sheets import paper
from argmap.views.sheets.document import NewSheet, head, item, para, strong
from argmap.views.words.counting import count_of
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.debate.brief import BriefFinding
    from argmap.analysis.debate.exchanges import DebateMove
    from argmap.model.relation import Relation
    from argmap.views.sheets.debate.moves import Moves
    from argmap.views.sheets.document import Block


MOST_BLOCKS = 200
"""The most blocks of a side."""

_TOLD, _TOLD_IN_BLOCK = 4000, 40
"""The moves that all blocks tell or name together; each block may in any case have some."""


class Blocks:
    """The blocks of a side, each on a sheet of its own, or on several if it is long.

    Moves with the same premises share a block, and a claim is given in full in one block alone; the
    others refer to it. At most `MOST_BLOCKS` are written, each of bounded length; what is left out
    is counted.
    """

    def __init__(self, moves: Moves, groups: Sequence[Sequence[Relation]]) -> None:
        self.moves = moves
        self.map = moves.map
        self.reading = moves.wording.reading
        self.groups = groups
        self.room = 0

    def blocks(self) -> Iterator[Block]:
        """All blocks, numbered in their order; a move inside a block before it has none.

        Such moves are listed at the end, each with the block that answers it.
        """
        number, inside = 0, []
        for group in self.groups[:MOST_BLOCKS]:
            self.room = max(_TOLD // len(self.groups), _TOLD_IN_BLOCK)
            if self.moves.made.issuperset(relation.id for relation in group):
                inside.append(self.moves.cite.premises(group[0]) + self._where(group[0]))
                continue
            number += 1
            self.moves.place = f"block {number}"
            title = head(2, f"Block {number}: {self.moves.cite.premises(group[0])}")
            block = chain((NewSheet(), title), self.hostile(group), self.answered(group))
            yield from paper.spread(block, paper.FLOW, head(2, f"Block {number}, continued"))

        if inside:
            yield para(strong("Answered inside another block: "), f"{'; '.join(inside)}.")
        if len(self.groups) > MOST_BLOCKS:
            unshown = count_of(len(self.groups) - MOST_BLOCKS, "further move")
            yield para(
                strong("Left out: "),
                f"{unshown} of the other side. A flow sheet on a claim further down has what is "
                "said of that claim.",
            )

    def _where(self, relation: Relation) -> str:
        """The block in which the premises of a move stand in full, in brackets."""
        named = [self.moves.named.get(premise, "") for premise in relation.premises]
        blocks = dict.fromkeys(block for block in named if block)
        return f" ({listed([*blocks])})" if blocks else ""

    def hostile(self, group: Sequence[Relation]) -> Iterator[Block]:
        """The hostile move with its targets, and its doubtful premises as the map stands."""
        aims = dict.fromkeys(self.aim(relation) for relation in group)
        yield para(strong("They say"), f", {listed([*aims])}:")
        for premise in group[0].premises:
            yield self.moves.claim(premise, 0)
        for relation in group:
            yield from self.moves.rationale(relation, 0)
        doubts = self.moves.wording.unsettled(group[0])
        if doubts:
            numbers = self.moves.numbers(group[0])
            label = self.reading.grounded.relations[group[0].id]
            fate = "fails" if label == "out" else "does not hold yet"
            yield para(strong(f"The argument from {numbers} {fate}: "), f"{listed(doubts)}.")

    def answered(self, group: Sequence[Relation]) -> Iterator[Block]:
        """Our answers, each followed to the end of the exchange."""
        every = {relation.id: answers(self.reading, relation) for relation in group}
        ours = dict.fromkeys(id_ for ids in every.values() for id_ in ids)
        if not ours:
            doubts = self.moves.wording.unsettled(group[0])
            against = "against it" if doubts else "to answer it with"
            yield para(strong("We say: "), f"the map has nothing {against}.")
        for place, id_ in enumerate(ours):
            if not self.room:
                unfollowed = len(ours) - place
                yield item(0, strong("Left out: "), f"{count_of(unfollowed, 'further answer')}.")
                return
            at = [relation for relation in group if id_ in every[relation.id]]
            lead = "We say: "
            if len(at) < len(group):
                lead = f"We say, where it speaks {listed([self.aim(each) for each in at])}: "
            yield from self.followed(lead, id_, at[0])

    def followed(self, lead: str, answer: str, at: Relation) -> Iterator[Block]:
        """An answer of ours, the best reply to it, our best answer to that, and so on."""
        passed = {at.id}
        before, depth = at, 0
        while True:
            relation = self.map.relations[answer]
            yield from self.moves.move(lead, relation, depth, self.moves.remarks(relation, before))
            passed.add(answer)
            every = answers(self.reading, relation)
            fresh = [id_ for id_ in every if id_ not in passed]
            are_we_next = depth % 2 == 1
            self.room = max(self.room - 1, 0)
            if fresh and not self.room:
                yield item(depth + 1, "The exchange goes on; this block is long enough.")
                return
            if not fresh:
                yield item(depth + 1, self.end(is_circle=bool(every), are_we_next=are_we_next))
                return
            lead = "We say: " if are_we_next else "They come back: "
            yield from self.others("We" if are_we_next else "They", fresh[1:], depth + 1)
            answer, before, depth = fresh[0], relation, depth + 1

    def others(self, who: str, ids: Sequence[str], depth: int) -> Iterator[Block]:
        """Further moves at the same place, by name."""
        if ids:
            shown = ids[: max(self.room, 1)]
            self.room = max(self.room - len(shown), 0)
            named = "; ".join(self.moves.short(self.map.relations[id_]) for id_ in shown)
            if len(shown) < len(ids):
                named += f"; and {len(ids) - len(shown):,} more"
            yield item(depth, strong(f"{who} can also say: "), f"{named}.")

    @staticmethod
    def end(*, is_circle: bool, are_we_next: bool) -> str:
        """The words for the end of an exchange."""
        if is_circle:
            return f"{'We' if are_we_next else 'They'} can only say the same again."
        return "The map has no answer to that." if are_we_next else "The map gives them no reply."

    def aim(self, relation: Relation) -> str:
        """The target of a move, with the side that it takes."""
        cite = self.moves.cite
        if relation.kind is Kind.SUPPORTS:
            return f"for {cite.tell.name(relation.target)}"
        if relation.kind is Kind.ATTACKS:
            return f"against {cite.tell.name(relation.target)}"
        return f"against {cite.step(relation.target)}"


def hostile_groups(
    moves: Moves, exchange: Sequence[DebateMove], finding: BriefFinding, *, is_for: bool
) -> list[list[Relation]]:
    """The first moves of the other side, then unanswered ones further down, by their premises.

    `exchange` is that of the side itself, so the other side has the moves of odd depth.
    """
    below = finding.unanswered_below if is_for else finding.unanswered_replies
    first = [
        move.relation
        for move in exchange
        if move.depth == 1 and move.relation is not None and move.ending is not Ending.SHORT
    ]
    groups: dict[frozenset[str], list[Relation]] = {}
    for id_ in dict.fromkeys((*first, *below)):
        relation = moves.map.relations[id_]
        groups.setdefault(frozenset(relation.premises), []).append(relation)
    return list(groups.values())
