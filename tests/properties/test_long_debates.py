"""Debate sheets of dense maps: bounded, and they say which answers are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.analysis.debate import exchanges as exchanges_module
from argmap.analysis.debate.answers import answers
from argmap.analysis.debate.brief import brief
from argmap.analysis.debate.exchanges import Ending, exchanges
from argmap.analysis.reading_of_map import Reading
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.relation import Kind
from argmap.views.sheets.citing import Citer
from argmap.views.sheets.debate.flow import brief_flow
from tests.maps import for_all, map_of, relation

if TYPE_CHECKING:
    from argmap.views.sheets.document import Block


def two_sides(size: int) -> ArgumentMap:
    """Two sides, of which every claim attacks every claim of the other."""
    sides = [[f"{side}{number}" for number in range(size)] for side in "ab"]
    attacks = [
        relation([attacker], Kind.ATTACKS, target)
        for own, other in (sides, reversed(sides))
        for attacker in own
        for target in other
    ]
    return ArgumentMap.of([Claim(id_, id_) for side in sides for id_ in side], attacks)


def words_of(blocks: list[Block]) -> list[str]:
    return ["".join(span.text for span in getattr(block, "words", ())) for block in blocks]


@for_all(map_of, 100)
def test_every_move_is_followed_or_marked(argument_map: ArgumentMap) -> None:
    reading = Reading(argument_map)
    for most, claim in enumerate(argument_map.claims, start=1):
        finding = brief(reading, claim)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(exchanges_module, "MOST_MOVES", most)
            moves = exchanges(reading, finding, is_for=True)
        lines = len(finding.lines_for) + len(finding.lines_against)
        assert len(moves) <= max(lines + 1, most)
        for place, move in enumerate(moves):
            after = [other.relation for other in moves if other.answered == place]
            if move.ending is not Ending.NONE:
                assert not after
            elif move.relation is not None and not after:
                assert not answers(reading, argument_map.relations[move.relation])


def test_the_sheet_of_a_dense_map_is_bounded_and_says_so() -> None:
    reading = Reading(two_sides(60))
    cite = Citer(reading.map, reading.outline, reading.status)
    texts = words_of(brief_flow(reading, cite, brief(reading, "a0"), "for"))
    assert len(texts) < 10_000
    assert any("The map has more than the 2,000 moves" in text for text in texts)
    assert any(text.startswith("Left out: ") for text in texts)
