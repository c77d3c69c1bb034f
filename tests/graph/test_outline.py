"""Reading order and short numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.diagnostics import Location
from argmap.graph import below as below_module
from argmap.graph.outline import outline
from argmap.graph.reading_order import DEPTH_LIMIT
from argmap.graph.roles import conclusions_of, roles
from argmap.model.question import Question
from tests.maps import chain, for_all, map_of, read_map

if TYPE_CHECKING:
    import pytest

    from argmap.model.argument_map import ArgumentMap
    from tests.maps import Choices

HAND_MADE = """
    p1 & p2 + top @1
    step: q + top @0
    obj: o - top @0
    o2 - top @1
    cut: u / step
    cut2: v / obj
    recut: w / cut
    deep + q
    q + second
    lone
"""


def test_a_hand_made_map_is_numbered_as_expected() -> None:
    order = outline(read_map(HAND_MADE))
    assert dict(order.numbers) == {
        "top": "1",
        "q": "1.1",
        "deep": "1.1.1",
        "p1": "1.2",
        "p2": "1.3",
        "o": "1.4",
        "o2": "1.5",
        "u": "1.6",
        "v": "1.7",
        "w": "1.8",
        "second": "2",
        "lone": "3",
    }
    assert list(order.numbers) == [
        "top",
        "q",
        "deep",
        "p1",
        "p2",
        "o",
        "o2",
        "u",
        "v",
        "w",
        "second",
        "lone",
    ]
    assert order.roots == ("top", "second", "lone")
    assert [child.claim for child in order.children["second"]] == ["q"], "it occurs again"
    assert [child.relation for child in order.children["top"]][:3] == [
        "step",
        "p1+p2~supports~top",
        "p1+p2~supports~top",
    ]
    assert order.claim_of("1.1.1") == "deep"
    assert order.claim_of("9") is None


def test_main_claims_come_first_and_keep_a_number_of_their_own() -> None:
    order = outline(read_map(HAND_MADE, main="second q"))
    assert order.roots[:2] == ("second", "q")
    assert order.numbers["q"] == "2"
    assert order.main == ("second", "q")


def test_without_a_place_supports_go_by_id_and_after_those_with_one() -> None:
    order = outline(read_map("b + c; a + c; z + c @0; x - c"))
    assert [child.claim for child in order.children["c"]] == ["z", "a", "b", "x"]


def test_conclusions_go_by_what_hangs_below_then_by_id() -> None:
    order = outline(read_map("a + big; b + big; p + y; q + x; zz"))
    assert order.roots == ("big", "x", "y", "zz")
    assert order.main == ("big", "x", "y")


def test_what_is_an_objection_in_other_words_is_not_to_be_read_first() -> None:
    assert outline(read_map("a + c; c = d; d - e; f + e")).main == ("e",)
    assert outline(read_map("a + c; c = d; f + e")).main == ("c", "e", "d")


def test_conclusions_of_a_very_large_map_go_by_what_is_directly_below(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn = read_map("a + deep; b + a; c + b; p & p2 + wide; p2 - wide; lone - z")
    assert outline(drawn).roots == ("deep", "wide", "z")
    monkeypatch.setattr(below_module, "COUNTED_LIMIT", 3)
    assert outline(drawn).roots == ("wide", "deep", "z")


def test_numbers_begin_anew_where_they_would_grow_long() -> None:
    numbers = list(outline(chain(DEPTH_LIMIT * 2 + 2)).numbers.values())
    assert numbers[:2] == ["1", "1.1"]
    assert numbers[DEPTH_LIMIT - 1] == ".".join("1" * DEPTH_LIMIT)
    assert numbers[DEPTH_LIMIT : DEPTH_LIMIT + 2] == ["~1", "~1.1"]
    assert numbers[DEPTH_LIMIT * 2] == "~2"


@for_all(map_of, 1000)
def test_numbers_are_complete_unique_and_in_the_order_described(
    argument_map: ArgumentMap,
) -> None:
    order = outline(argument_map)
    assert order.numbers.keys() == argument_map.claims.keys()
    assert len(set(order.numbers.values())) == len(argument_map.claims)
    assert {id_: order.claim_of(number) for id_, number in order.numbers.items()} == {
        id_: id_ for id_ in argument_map.claims
    }
    roots, numbers = _naive(argument_map)
    assert list(order.roots) == roots
    assert list(order.numbers.items()) == list(numbers.items())


RIVALS = "a >< b; a >< c; b >< c; reason + c; deep - reason; c2 + c; far + b; b - x; d + y; d >< a"


def test_rival_answers_are_peers_in_the_order_of_the_author() -> None:
    drawn = read_map(RIVALS)
    assert not {"a", "b", "c"} <= {*outline(drawn).roots}  # they hang below each other
    about = replace(drawn, questions={"q": Question("q", "Which?", ("b", "a", "d", "c"))})
    order = outline(about)
    assert order.roots[:3] == order.main == order.peers == ("b", "a", "c")
    assert [order.numbers[id_] for id_ in "bac"] == ["1", "2", "3"]
    assert order.numbers["d"] == "2.1"  # it supports something, and is an objection to `a`
    assert conclusions_of(about, roles(about))[:3] == ("b", "a", "c")
    named = outline(replace(about, main=("y", "c")))
    assert (named.main, named.roots[:4]) == (("y", "c"), ("y", "c", "b", "a"))


def test_the_first_question_gives_the_claims_to_read_first() -> None:
    questions = [
        Question("why", "Why?", ("reason",), Location("a.yaml", 9, 1)),
        Question("who", "Who?", ("x", "y"), Location("a.yaml", 7, 1)),
        Question("open", "When?", (), Location("a.yaml", 2, 1)),
        Question("which", "Which?", ("c", "a"), Location("a.yaml", 8, 1)),
    ]
    drawn = replace(read_map(RIVALS), questions={each.id: each for each in questions})
    assert [*drawn.questions] == ["open", "who", "which", "why"]
    assert drawn.question == "When?"
    assert outline(drawn).main == ("x", "y")
    assert outline(drawn).peers == ("x", "y", "c", "a")
    about = replace(drawn, question="Which?")
    assert [*about.questions] == ["which", "open", "who", "why"]
    assert outline(about).main == ("c", "a")
    assert replace(drawn, question="Another?").question == "Another?"


def asked_map_of(choices: Choices) -> ArgumentMap:
    """A random map with a question that some of its claims answer, in some order."""
    argument_map = map_of(choices)
    answers = choices.shuffled(list(argument_map.claims))[: choices.below(5)]
    return replace(argument_map, questions={"q": Question("q", "Which?", tuple(answers))})


@for_all(asked_map_of, 500)
def test_rivals_come_first_in_their_order_and_nothing_else_changes_place(
    argument_map: ArgumentMap,
) -> None:
    order, before = outline(argument_map), outline(replace(argument_map, questions={}))
    supporting = {
        id_ for id_, of in roles(argument_map).items() if {"premise", "intermediate"} & {*of}
    }
    answers = argument_map.questions["q"].answers
    peers = tuple(id_ for id_ in answers if id_ not in supporting)
    assert order.peers == peers == order.roots[: len(peers)]
    assert order.main == (peers or before.main)
    assert order.numbers.keys() == before.numbers.keys()
    assert len({*order.numbers.values()}) == len(order.numbers)
    others = [id_ for id_ in before.roots if id_ not in peers]
    assert [id_ for id_ in order.roots if id_ in others] == [
        id_ for id_ in others if id_ in order.roots
    ]


def _naive(argument_map: ArgumentMap) -> tuple[list[str], dict[str, str]]:
    """Roots and numbers, by recursion; random maps give no places and no main claims."""
    role_of = roles(argument_map)
    conclusions = [id_ for id_ in argument_map.claims if "conclusion" in role_of[id_]]
    conclusions.sort(key=lambda id_: (-len(_below(argument_map, id_)), id_))
    roots: list[str] = []
    numbers: dict[str, str] = {}
    for id_ in [*conclusions, *sorted(argument_map.claims)]:
        if id_ not in numbers:
            roots.append(id_)
            _number(argument_map, id_, str(len(roots)), numbers)
    return roots, numbers


def _number(argument_map: ArgumentMap, id_: str, number: str, numbers: dict[str, str]) -> None:
    numbers[id_] = number
    place = 0
    for child in _children(argument_map, id_):
        if child not in numbers:
            place += 1
            _number(argument_map, child, f"{number}.{place}", numbers)


def _children(argument_map: ArgumentMap, id_: str) -> list[str]:
    """Premises of supports, of attacks, then of undercuts of these, of undercuts of those..."""
    row = [relation for relation in argument_map.relations.values() if relation.target == id_]
    row.sort(key=lambda relation: (relation.kind == "attacks", relation.id))
    for relation in row:
        row += [
            undercut
            for undercut in argument_map.relations.values()
            if undercut.target == relation.id
        ]
    premises = [premise for relation in row for premise in relation.premises]
    return [premise for premise in dict.fromkeys(premises) if premise != id_]


def _below(argument_map: ArgumentMap, id_: str) -> set[str]:
    below = [id_]
    for claim in below:
        below += [child for child in _children(argument_map, claim) if child not in below]
    return set(below) - {id_}
