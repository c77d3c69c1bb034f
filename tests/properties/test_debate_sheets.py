"""Debate sheets lose no argument: promises of brief and flow, on random maps."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.analysis.debate.answers import answers
from argmap.analysis.debate.brief import LineOfArgument, brief
from argmap.analysis.debate.exchanges import Ending, exchanges
from argmap.analysis.labels.labelling import Label
from argmap.analysis.reading_of_map import Reading
from argmap.model.relation import Kind
from argmap.model.stance import Stance
from argmap.views.sheets.citing import Citer
from argmap.views.sheets.debate.blocks import Blocks, hostile_groups
from argmap.views.sheets.debate.brief import brief_page
from argmap.views.sheets.debate.flow import brief_flow
from argmap.views.sheets.debate.flow_csv import flow_csv
from argmap.views.sheets.debate.flow_table import FlowTable
from argmap.views.sheets.debate.moves import Moves
from argmap.views.sheets.debate_words import DebateWords
from argmap.views.sheets.document import Heading, Item, Paragraph, Table
from tests.maps import chain as support_chain
from tests.maps import for_all, map_of, relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.analysis.debate.brief import BriefFinding
    from argmap.model.argument_map import ArgumentMap
    from argmap.views.sheets.document import Block

MANY = 100
SIDES = ("for", "against")


def prepared(argument_map: ArgumentMap) -> Iterator[tuple[Reading, Citer, BriefFinding]]:
    """The brief of the claim with most lines, as the map is and for one who rejects a claim."""
    first = next(iter(argument_map.claims))
    claim = max(argument_map.claims, key=lambda id_: len(argument_map.relations_to_class(id_)))
    for stance in (Stance(), Stance(name="One", reject=frozenset({first}))):
        reading = Reading(argument_map, stance, argument_map.objections)
        cite = Citer(argument_map, reading.outline, reading.status)
        yield reading, cite, brief(reading, claim)


def attacking(argument_map: ArgumentMap, id_: str) -> set[str]:
    """The attacks on a relation and on its premises, whatever becomes of them."""
    argued = argument_map.relations[id_]
    members = {member for premise in argued.premises for member in argument_map.class_of(premise)}
    return {
        other.id
        for other in argument_map.relations.values()
        if other.kind is not Kind.SUPPORTS and (other.target == id_ or other.target in members)
    }


def text_of(blocks: Iterable[Block]) -> str:
    lines = []
    for block in blocks:
        if isinstance(block, Table):
            lines += ["".join(span.text for span in cell) for row in block.rows for cell in row]
        elif isinstance(block, (Heading, Paragraph, Item)):
            lines.append("".join(span.text for span in block.words))
    return "\n".join(lines)


@for_all(map_of, MANY)
def test_every_line_of_argument_is_on_brief_and_flow(argument_map: ArgumentMap) -> None:
    for reading, cite, finding in prepared(argument_map):
        lines = argument_map.relations_to_class(finding.claim)
        for side in SIDES:
            for most in (1, None):
                moves = exchanges(reading, finding, is_for=side == "for", most=most)
                assert {line.id for line in lines} <= {move.relation for move in moves}
                flow = text_of(brief_flow(reading, cite, finding, side, most))
                page = text_of(brief_page(reading, cite, finding, side, most))
                for premise in (premise for line in lines for premise in line.premises):
                    assert cite.tell.name(premise) in flow
                    number = cite.outline.numbers[premise]
                    text = argument_map.claims[premise].text
                    assert f"{number} {text}" in page or cite.tell.name(premise) in page


@for_all(map_of, MANY)
def test_an_exchange_is_followed_to_its_end(argument_map: ArgumentMap) -> None:
    for reading, _, finding in prepared(argument_map):
        for side in SIDES:
            moves = exchanges(reading, finding, is_for=side == "for")
            followed = [
                move.relation
                for move in moves
                if move.relation is not None and move.ending is not Ending.ABOVE
            ]
            assert len(followed) == len(set(followed)), "each is followed once"
            for place, move in enumerate(moves):
                if move.relation is None:
                    continue
                assert move.answered is None or move.depth == moves[move.answered].depth + 1
                if move.ending is Ending.ABOVE:
                    assert move.relation in followed
                    continue
                after = {other.relation for other in moves if other.answered == place}
                before, passed = move.answered, {move.relation}
                while before is not None:
                    passed.add(moves[before].relation or "")
                    before = moves[before].answered
                assert attacking(argument_map, move.relation) <= after | passed
                assert not after & passed, "no circle is walked twice"


@for_all(map_of, MANY)
def test_every_move_has_its_cell_at_any_width(argument_map: ArgumentMap) -> None:
    for reading, cite, finding in prepared(argument_map):
        moves = exchanges(reading, finding, is_for=True)
        for width in (3, 4, 5, 7):
            words = Moves(cite, DebateWords(reading, cite))
            table = FlowTable(words, moves, finding.claim, width, denied=False)
            cells = [
                (column, text)
                for row in table.rows()
                for column, cell in enumerate(row)
                if (text := "".join(span.text for span in cell))
                and not text.startswith("↳")
                and text != "the same again"
            ]
            assert len(cells) == len(moves)
            for (column, text), move in zip(cells, moves, strict=True):
                assert column % 2 == move.depth % 2, "each side keeps to its columns"
                premises = (
                    (finding.claim,)
                    if move.relation is None
                    else argument_map.relations[move.relation].premises
                )
                assert all(cite.tell.name(premise) in text for premise in premises)


@for_all(map_of, MANY)
def test_no_block_comes_twice_or_denies_an_answer(argument_map: ArgumentMap) -> None:
    for reading, cite, finding in prepared(argument_map):
        for side in SIDES:
            is_for = side == "for"
            moves = Moves(cite, DebateWords(reading, cite))
            chain = exchanges(reading, finding, is_for=is_for)
            groups = hostile_groups(moves, chain, finding, is_for=is_for)
            assert len({frozenset(group[0].premises) for group in groups}) == len(groups)
            given: list[str] = []
            for group in groups:
                blocks = [*Blocks(moves, [group]).answered(group)]
                if "nothing to answer it with" in text_of(blocks):
                    assert not any(attacking(argument_map, each.id) - {each.id} for each in group)
            for block in brief_flow(reading, cite, finding, side):
                if isinstance(block, Item) and block.words[0].style == "strong":
                    given += [
                        span.text
                        for span in block.words
                        if span.style == "strong" and span.text in cite.outline.numbers.values()
                    ]
            assert len(given) == len(set(given)), "a claim is given in full once"


@for_all(map_of, MANY)
def test_doubts_are_the_grounds_on_which_a_claim_does_not_stand(argument_map: ArgumentMap) -> None:
    for reading, _, finding in prepared(argument_map):
        labels = reading.grounded
        attacks, rejected = reading.doubts.of(finding.claim)
        if labels.claims[finding.claim] is Label.IN:
            assert not attacks
            assert not rejected
        for id_ in attacks:
            assert argument_map.relations[id_].kind is not Kind.SUPPORTS
            assert labels.relations[id_] is not Label.OUT
        for line in argument_map.relations_to_class(finding.claim):
            if labels.relations[line.id] is Label.IN:
                assert all(
                    labels.relations[id_] is Label.OUT
                    for id_ in answers(reading, line)
                    if argument_map.relations[id_].kind is Kind.UNDERCUTS
                )


@for_all(map_of, MANY)
def test_a_flow_as_csv_has_a_row_for_each_argument(argument_map: ArgumentMap) -> None:
    for reading, cite, finding in prepared(argument_map):
        moves = exchanges(reading, finding, is_for=True)
        rows = [*csv.DictReader(io.StringIO(flow_csv(reading, cite, finding, "both")))]
        assert [int(row["row"]) for row in rows] == [*range(1, len(moves) + 1)]
        for row, move in zip(rows, moves, strict=True):
            if row["answers_row"]:
                other = rows[int(row["answers_row"]) - 1]
                assert other["side"] != row["side"]
            assert (row["side"] == "for") == (move.depth % 2 == 0)


def test_an_exchange_of_many_moves_is_followed_without_recursion() -> None:
    length = 1200
    claims = support_chain(length).claims
    names = [*claims]
    attacks = [relation([lower], Kind.ATTACKS, upper) for upper, lower in pairwise(names)]
    long = replace(support_chain(length), relations={attack.id: attack for attack in attacks})
    reading = Reading(long)
    last = brief(reading, names[-1])  # without lines, and quick
    first = LineOfArgument(attacks[0].id, Label.IN, None, (), decides=False, attacks=())
    moves = exchanges(reading, replace(last, lines_against=(first,)), is_for=True)
    assert len(moves) == length
