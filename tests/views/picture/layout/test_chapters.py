"""Chapters: each section in a frame of its own, with its claims and nothing else in it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from argmap.api import status
from argmap.graph.outline import outline
from argmap.views.picture.layout.chapters import chapters_of
from argmap.views.picture.scene import Rect, Scene
from argmap.views.picture.scene_of_map import scene_of
from argmap.views.picture.svg.svg import render_svg
from tests.views.picture.test_scene import overlapping, random_maps
from tests.views.samples import argument_map, relation

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap


def scene(map_: ArgumentMap) -> Scene:
    return scene_of(map_, outline(map_), status(map_))


def in_sections(map_: ArgumentMap, sections: dict[str, str]) -> ArgumentMap:
    claims = {
        id_: replace(claim, section=sections.get(id_) or None) for id_, claim in map_.claims.items()
    }
    return replace(map_, claims=claims)


def two_chapters(main: tuple[str, ...] = ()) -> ArgumentMap:
    drawn_map = argument_map(
        dict.fromkeys("abcdef", "Said"), ["b + a", "c + a", "e + d", "f + d", "c - e"], main=main
    )
    return in_sections(drawn_map, dict.fromkeys("abc", "Costs") | dict.fromkeys("def", "Gains"))


# Small maps have no chapters often enough for Hypothesis to complain.
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(random_maps(), st.data())
def test_frames_hold_their_own_claims_alone(map_: ArgumentMap, data: st.DataObject) -> None:
    names = st.sampled_from(["", "Costs", "Gains", "Law"])
    map_ = in_sections(map_, {id_: data.draw(names) for id_ in map_.claims})
    section_of = chapters_of(map_)
    assume(section_of)
    drawn = scene(map_)
    frames = {chapter.title: chapter.rect for chapter in drawn.chapters}
    assert len(frames) == len(drawn.chapters)
    assert set(section_of.values()) == set(frames) - {""}
    assert overlapping(list(frames.values())) == []
    for card in drawn.cards:
        around = [title for title, rect in frames.items() if rect.holds(card.rect)]
        touched = [title for title, rect in frames.items() if rect.meets(card.rect)]
        assert around == touched
        assert len(around) == 1
        assert section_of.get(card.claim, around[0]) == around[0]
    boxes = [box.rect for box in drawn.containers]
    assert all(any(rect.holds(box) for rect in frames.values()) for box in boxes)
    assert {arrow.relation for arrow in drawn.arrows} == set(map_.relations)
    assert overlapping([card.rect for card in drawn.cards]) == []
    whole = Rect(0, 0, drawn.width, drawn.height)
    assert all(whole.holds(rect) for rect in frames.values())


def test_an_undercut_of_a_step_from_another_chapter_stays_in_its_own() -> None:
    steps = [relation("c & d + a", id="r"), relation("b / r"), relation("e / b~undercuts~r")]
    drawn_map = argument_map(dict.fromkeys("abcde", "Said"), list(steps))
    drawn = scene(
        in_sections(drawn_map, dict.fromkeys("abe", "Costs") | dict.fromkeys("cd", "Gains"))
    )
    cards = {card.claim: card.rect for card in drawn.cards}
    for chapter in drawn.chapters:
        members = [claim for claim, rect in cards.items() if chapter.rect.holds(rect)]
        assert members == (["a", "b", "e"] if chapter.title == "Costs" else ["c", "d"])


def test_titles_are_written_and_lie_free() -> None:
    drawn = scene(two_chapters())
    picture = render_svg(drawn)
    for chapter in drawn.chapters:
        assert f">{chapter.title}</text>" in picture
        title = Rect(chapter.rect.x, chapter.rect.y, chapter.rect.width, 54)
        assert not any(card.rect.meets(title) for card in drawn.cards)


def test_lines_to_another_chapter_are_quiet_unless_disputed() -> None:
    disputed = next(
        arrow
        for arrow in scene(two_chapters()).arrows
        if arrow.premises == ("c",) and arrow.target == "e"
    )
    assert disputed.disputed
    assert not disputed.quiet
    supported = argument_map(dict.fromkeys("abcd", "Said"), ["b + a", "d + c", "d + a"])
    supported = in_sections(supported, dict.fromkeys("ab", "Costs") | dict.fromkeys("cd", "Gains"))
    far = {(arrow.premises, arrow.target): arrow.quiet for arrow in scene(supported).arrows}
    assert far == {(("b",), "a"): False, (("d",), "c"): False, (("d",), "a"): True}


def test_main_claims_stand_at_the_top_of_their_chapter() -> None:
    drawn = scene(two_chapters(main=("a", "d")))
    tops = {card.claim: card.rect.y for card in drawn.cards}
    for ids, main in (("abc", "a"), ("def", "d")):
        assert tops[main] == min(tops[id_] for id_ in ids)


def test_linked_premises_of_another_chapter_stay_together_there() -> None:
    drawn_map = argument_map(dict.fromkeys("abcde", "Said"), ["b & c + a", "d + a", "e + b"])
    drawn_map = in_sections(drawn_map, dict.fromkeys("ad", "Costs") | dict.fromkeys("bce", "Gains"))
    drawn = scene(drawn_map)
    (box,) = drawn.containers
    frame = next(chapter.rect for chapter in drawn.chapters if chapter.title == "Gains")
    assert box.shape == "box"
    assert frame.holds(box.rect)
    line = next(arrow for arrow in drawn.arrows if arrow.premises == ("b", "c"))
    target = next(card.rect for card in drawn.cards if card.claim == "a")
    x, y = line.path[-2:]
    assert target.x - 1 <= x <= target.right + 1
    assert target.y - 1 <= y <= target.bottom + 1


def test_sections_that_tear_apart_more_than_they_hold_together_are_no_chapters() -> None:
    drawn_map = argument_map(dict.fromkeys("abc", "Said"), ["b + a", "c + b"])
    torn = in_sections(drawn_map, {"a": "Costs", "b": "Gains", "c": "Costs"})
    assert scene(torn).chapters == ()
    assert scene(in_sections(drawn_map, dict.fromkeys("abc", "Costs"))).chapters == ()
    assert (
        len(scene(in_sections(drawn_map, {"a": "Costs", "b": "Costs", "c": "Gains"})).chapters) == 2
    )


def test_many_chapters_are_laid_out_without_overlap() -> None:
    names = [f"c{place}" for place in range(60)]
    sections = {name: f"Part {place // 3}" for place, name in enumerate(names)}
    steps = [f"{names[at + 1]} + {names[at]}" for at in range(0, 60, 3)]
    drawn_map = in_sections(argument_map(dict.fromkeys(names, "Said"), list(steps)), sections)
    frames = [chapter.rect for chapter in scene(drawn_map).chapters]
    assert len(frames) == 20
    assert not any(frame.meets(other) for frame, other in combinations(frames, 2))
