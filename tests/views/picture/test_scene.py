"""The scene: every claim has one place, and lines lead where they should."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.api import status
from argmap.diagnostics import Location
from argmap.graph.outline import outline
from argmap.model.argument_map import ArgumentMap
from argmap.model.question import Question
from argmap.model.relation import Kind, Relation
from argmap.views.picture.layout.blocks import forest_of
from argmap.views.picture.layout.layout import placing_of
from argmap.views.picture.scene import Rect, Scene, Shape
from argmap.views.picture.scene_of_map import scene_of
from tests.views.samples import argument_map, chain, hostile, relation, voting

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Location("map.yaml", 1, 1)


def scene(map_: ArgumentMap) -> Scene:
    return scene_of(map_, outline(map_), status(map_))


MAPS: dict[str, Callable[[], ArgumentMap]] = {
    "voting": voting,
    "hostile": hostile,
    "chain": lambda: chain(40),
}


@st.composite
def random_maps(draw: st.DrawFn) -> ArgumentMap:
    names = [f"c{place}" for place in range(draw(st.integers(1, 14)))]
    steps: dict[str, str] = {}
    for number in range(draw(st.integers(0, 18))):
        size = draw(st.integers(1, min(3, len(names))))
        premises = draw(st.permutations(names))[:size]
        sign = draw(st.sampled_from("+-/"))
        targets = sorted(steps) if sign == "/" else [name for name in names if name not in premises]
        if targets:
            target = draw(st.sampled_from(targets))
            steps[f"r{number}"] = f"{' & '.join(premises)} {sign} {target}"
    built: list[str | Relation] = [relation(step, id=name) for name, step in steps.items()]
    return argument_map(dict.fromkeys(names, "A claim of some words that are to be wrapped"), built)


def overlapping(rects: list[Rect]) -> list[tuple[Rect, Rect]]:
    return [(rect, other) for rect, other in combinations(rects, 2) if rect.meets(other)]


@pytest.mark.parametrize("name", MAPS)
def test_every_claim_has_one_card_and_none_overlap(name: str) -> None:
    map_ = MAPS[name]()
    drawn = scene(map_)
    assert sorted(card.claim for card in drawn.cards) == sorted(map_.claims)
    assert overlapping([card.rect for card in drawn.cards]) == []


@settings(max_examples=60, deadline=None)
@given(random_maps())
def test_any_map_is_drawn_without_overlaps(map_: ArgumentMap) -> None:
    drawn = scene(map_)
    assert sorted(card.claim for card in drawn.cards) == sorted(map_.claims)
    assert {arrow.relation for arrow in drawn.arrows} == set(map_.relations)
    boxes = {box.relation: box for box in drawn.containers if box.shape is Shape.BOX}
    grouped = {member for box in boxes.values() for member in box.members}
    loose = [card.rect for card in drawn.cards if card.claim not in grouped]
    assert overlapping([*loose, *(box.rect for box in drawn.containers)]) == []
    assert overlapping([card.rect for card in drawn.cards]) == []
    whole = Rect(0, 0, drawn.width, drawn.height)
    assert all(whole.holds(card.rect) for card in drawn.cards)
    assert all(min(arrow.path) >= 0 for arrow in drawn.arrows)


def test_linked_premises_are_inside_their_container() -> None:
    drawn = scene(voting())
    cards = {card.claim: card.rect for card in drawn.cards}
    boxes = [box for box in drawn.containers if box.shape is Shape.BOX]
    assert len(boxes) == 7
    for box in boxes:
        assert all(box.rect.holds(cards[member]) for member in box.members)


def test_premises_that_two_steps_link_meet_at_a_pill() -> None:
    map_ = argument_map(dict.fromkeys("abcde", "Said"), ["a & b + c", "b & d + e"])
    drawn = scene(map_)
    shapes = {box.relation: box.shape for box in drawn.containers}
    assert sorted(shapes.values()) == [Shape.BOX, Shape.PILL]
    pill = next(name for name, shape in shapes.items() if shape is Shape.PILL)
    assert {tie.first for tie in drawn.ties if tie.second == pill} == set(
        map_.relations[pill].premises
    )


@pytest.mark.parametrize("name", MAPS)
def test_attacks_and_supports_end_on_the_card_they_are_meant_for(name: str) -> None:
    drawn = scene(MAPS[name]())
    cards = {card.claim: card.rect for card in drawn.cards}
    for arrow in drawn.arrows:
        if arrow.kind is not Kind.UNDERCUTS:
            assert distance(arrow.path[-2:], cards[arrow.target]) < 1


def test_an_undercut_ends_on_a_line_or_on_a_container() -> None:
    drawn = scene(voting())
    discs = {arrow.relation: arrow.disc for arrow in drawn.arrows}
    boxes = {box.relation: box.rect for box in drawn.containers}
    undercuts = [arrow for arrow in drawn.arrows if arrow.kind is Kind.UNDERCUTS]
    assert len(undercuts) == 2
    for arrow in undercuts:
        x, y = discs[arrow.target]
        around = boxes.get(arrow.target, Rect(x - 11, y - 11, 22, 22))
        assert min(distance(arrow.path[-2:], around), distance((x, y), around)) < 2


def distance(point: tuple[float, ...], rect: Rect) -> float:
    """The distance of a point from the border of a rectangle."""
    across = max(rect.x - point[0], 0, point[0] - rect.right)
    down = max(rect.y - point[1], 0, point[1] - rect.bottom)
    inside = min(
        abs(point[0] - rect.x),
        abs(rect.right - point[0]),
        abs(point[1] - rect.y),
        abs(rect.bottom - point[1]),
    )
    return max(across, down) or inside


def test_a_claim_that_is_used_twice_is_drawn_once_with_two_arrows() -> None:
    drawn = scene(argument_map(dict.fromkeys("abc", "Said"), ["a + b", "a + c"]))
    assert len(drawn.cards) == 3
    assert sorted(arrow.target for arrow in drawn.arrows) == ["b", "c"]


def test_a_contradiction_is_one_line() -> None:
    map_ = voting()
    drawn = scene(map_)
    both = [arrow for arrow in drawn.arrows if arrow.both]
    assert len(both) == 1
    assert len(drawn.arrows) == len(map_.relations) - 1


def test_restated_claims_are_joined() -> None:
    ties = [tie for tie in scene(voting()).ties if tie.same_claim]
    assert [(tie.first, tie.second) for tie in ties] == [("blank", "blank-again")]


def test_names_are_never_cut_within_a_word() -> None:
    for card in scene(voting()).cards:
        assert " ".join(card.face.lines) == card.face.name
        assert " ".join(card.face.big) == f"{card.number} {card.face.name}"


def test_the_same_map_gives_the_same_scene() -> None:
    assert scene(voting()) == scene(voting())


def test_an_empty_map_is_an_empty_scene() -> None:
    drawn = scene(ArgumentMap({}))
    assert (drawn.cards, drawn.arrows) == ((), ())


def test_a_very_long_chain_is_laid_out() -> None:
    drawn = scene(chain(20_000))
    assert len(drawn.cards) == 20_000
    heights = [card.rect.y for card in sorted(drawn.cards, key=lambda card: int(card.claim[1:]))]
    assert heights == sorted(heights)


def test_ten_thousand_claims_are_all_placed() -> None:
    names = [f"c{place}" for place in range(10_000)]
    steps = [f"c{place} {'+-'[place % 2]} c{place // 3}" for place in range(1, 10_000)]
    map_ = argument_map(dict.fromkeys(names, "Said"), list(steps))
    heights = dict.fromkeys(map_.claims, 100.0)
    forest = forest_of(map_, outline(map_), heights)
    assert len(placing_of(forest, ()).corners) == 10_000


def test_main_claims_stand_in_the_top_row() -> None:
    names = ["one", "two", "three", "four", *(f"c{place}" for place in range(30))]
    steps = [f"c{place} + {names[place % 2]}" for place in range(30)]
    map_ = argument_map(dict.fromkeys(names, "Said"), [*steps, "c1 + three", "c2 + four"])
    drawn = scene(replace(map_, main=("one", "three", "four")))
    tops = {card.claim: card.rect.y for card in drawn.cards}
    assert tops["one"] == tops["three"] == tops["four"] == min(tops.values())


def test_rival_answers_stand_side_by_side_in_the_order_of_the_author() -> None:
    names = ["one", "two", "three", "four", *(f"c{place}" for place in range(30))]
    steps = [f"c{place} + {names[place % 3]}" for place in range(30)]
    map_ = argument_map(dict.fromkeys(names, "Said"), [*steps, "one - two", "two - three"])
    question = Question("q", "Which?", ("three", "one", "two"))
    drawn = scene(replace(map_, questions={"q": question}, main=("four",)))
    corners = {card.claim: card.rect for card in drawn.cards}
    rivals = [corners[id_] for id_ in question.answers]
    assert {rect.y for rect in rivals} == {min(rect.y for rect in corners.values())}
    assert [rect.x for rect in rivals] == sorted(rect.x for rect in rivals)


def test_undercuts_that_only_undercut_each_other_are_drawn() -> None:
    ring = [
        Relation(name, Kind.UNDERCUTS, (premise,), target, HERE, named=True)
        for name, premise, target in (("r1", "a", "r2"), ("r2", "b", "r1"), ("r3", "b", "r4"))
    ]
    ring.append(Relation("r4", Kind.UNDERCUTS, ("b",), "r3", HERE, named=True))
    plain = argument_map(dict.fromkeys("ab", "Said"), [])
    map_ = replace(plain, relations={relation.id: relation for relation in ring})
    drawn = scene(map_)
    assert {arrow.relation for arrow in drawn.arrows} == set(map_.relations)
