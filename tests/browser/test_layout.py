"""The page's own layout of a part of a map: nothing overlaps, nothing runs behind a card."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from tests.browser.pictures import PARTS, behind, parted, read, unparted
from tests.views.samples import argument_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("make", [parted, unparted])
def test_in_no_view_a_line_runs_behind_a_card_and_nothing_overlaps(
    open_map: Open, make: Callable[[], ArgumentMap]
) -> None:
    here = open_map(make)
    for depth in ("1", "2", "3"):
        here.page.click(f'[data-depth="{depth}"]')
        picture = read(here.page.evaluate("argmap.toSVG()"))
        assert len(picture.cards) > 4
        assert behind(picture) == []
        solid = [*picture.cards.values(), *picture.pills]
        assert [pair for pair in combinations(solid, 2) if pair[0].meets(pair[1])] == []
    here.assert_quiet()


def test_every_card_stands_in_the_frame_of_its_chapter(open_map: Open) -> None:
    here = open_map(parted)
    for depth in ("1", "2", "null"):
        here.page.click(f'[data-depth="{depth}"]')
        picture = read(here.page.evaluate("argmap.toSVG()"))
        assert set(picture.chapters) == set(PARTS)
        for chapter, another in combinations(picture.chapters.values(), 2):
            assert not chapter.meets(another)
        for name, card in picture.cards.items():
            around = [part for part, rect in picture.chapters.items() if rect.holds(card)]
            assert len(around) == 1
            assert around[0] in name


def test_what_stands_around_a_claim_is_shown_without_chapters(open_map: Open) -> None:
    here = open_map(parted)
    here.page.evaluate("argmap.focus('c1', 2)")
    picture = read(here.page.evaluate("argmap.toSVG()"))
    assert picture.chapters == {}
    assert len(picture.cards) > 3


def test_a_map_with_much_in_view_is_drawn_anew_when_something_changes(open_map: Open) -> None:
    names = [f"c{place}" for place in range(400)]
    steps = [f"c{place} + c{(place - 1) // 3}" for place in range(1, 400)]
    here = open_map(
        lambda: argument_map(dict.fromkeys(names, "A claim of a few words"), list(steps))
    )
    here.page.click('[data-depth="null"]')
    here.page.click("#fit")
    light, dark = (0, 102, 79), (127, 221, 191)  # of what stands
    wait_for(here, light)
    here.page.wait_for_timeout(1500)  # until the view has come to rest
    here.page.evaluate("document.getElementById('theme').click()")
    wait_for(here, dark)
    assert not shows(here, light)


def wait_for(here: Opened, colour: tuple[int, int, int]) -> None:
    for _ in range(50):
        if shows(here, colour):
            return
        here.page.wait_for_timeout(100)
    pytest.fail(f"nothing of the colour {colour} came")


def shows(here: Opened, colour: tuple[int, int, int]) -> bool:
    """Whether a point of the map is of this colour, or hardly another."""
    return bool(
        here.page.evaluate(
            """([r, g, b]) => {
              const map = document.querySelector('#map canvas');
              const { data } = map.getContext('2d').getImageData(0, 0, map.width, map.height);
              for (let at = 0; at < data.length; at += 4) {
                const off = [r, g, b].map((value, place) => Math.abs(data[at + place] - value));
                if (data[at + 3] > 200 && Math.max(...off) < 10) return true;
              }
              return false;
            }""",
            colour,
        )
    )
