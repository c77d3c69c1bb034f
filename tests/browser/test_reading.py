"""The page in the hands of a reader, and the obstacles that its first readers met."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argmap.model.stance import Stance
from tests.views.samples import argument_map, voting

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser


def numbered() -> ArgumentMap:
    """Seven conclusions, the first with reasons in three levels, so that 1.5 comes before 5."""
    names = [f"c{place}" for place in range(18)]
    steps = [f"c{place} + c0" for place in range(7, 13)] + ["c13 + c7", "c14 + c13", "c15 + c11"]
    return argument_map(dict.fromkeys(names, "A claim"), list(steps), main=tuple(names[:7]))


def with_a_reader() -> ArgumentMap:
    """A reader whose stance lets a claim fall that is folded away when the map opens."""
    names = [f"c{place}" for place in range(200)]
    steps = [f"c{place} + c{(place - 1) // 3}" for place in range(1, 200)]
    map_ = argument_map(dict.fromkeys(names, "A claim of a few words"), list(steps))
    reader = Stance("doubter", "One who doubts it", frozenset({"c199"}))
    return replace(map_, stances={"doubter": reader})


def number_chosen(here: Opened) -> str:
    return str(here.page.locator("#panel .number").first.inner_text())


@pytest.mark.parametrize("number", ["5", "1.5", "2"])
def test_a_number_leads_to_its_claim(open_map: Open, number: str) -> None:
    here = open_map(numbered)
    here.page.fill("#search", number)
    here.page.keyboard.press("Enter")
    assert number_chosen(here) == number


def test_search_ends_where_a_claim_is_looked_at_alone(open_map: Open) -> None:
    here = open_map(voting)
    here.page.fill("#search", "turnout")
    here.page.keyboard.press("Enter")
    here.page.evaluate("argmap.focus('equal', 1)")
    assert here.page.input_value("#search") == ""


def test_back_takes_a_filter_away_again(open_map: Open) -> None:
    here = open_map(voting)
    here.page.click("#filter-switch")
    here.page.locator("#filter input").first.check()
    assert "&f-" in here.url
    here.page.go_back()
    here.wait_until("!location.hash.includes('f-')")
    here.wait_until("document.getElementById('filter-switch').innerText === 'Filter'")


@pytest.mark.parametrize("menu", ["filter", "menu"])
def test_menus_are_whole_on_a_phone(open_map: Open, menu: str) -> None:
    here = open_map(voting, viewport={"width": 412, "height": 915})
    here.page.click(f"#{menu}-switch")
    box = here.page.locator(f"#{menu}").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= 412


def test_all_signs_close_with_escape(open_map: Open) -> None:
    here = open_map(voting)
    here.page.click("#legend-switch")
    assert here.page.is_visible("#legend-more")
    here.page.keyboard.press("Escape")
    assert not here.page.is_visible("#legend-more")
    assert here.page.get_attribute("#legend-switch", "aria-expanded") == "false"


def test_closing_a_claim_leads_back_to_where_the_reader_was(open_map: Open) -> None:
    here = open_map(voting)
    for _ in range(3):  # near enough that the claim is out of view
        here.page.click("#zoom-in")
        here.page.wait_for_timeout(600)
    before = at_rest(here)
    here.page.locator("#outline button.claim").last.click()
    assert difference(before, at_rest(here)) > 6
    here.page.keyboard.press("Escape")
    here.page.wait_for_timeout(600)  # the panel closes, then the view travels back
    assert difference(before, at_rest(here)) < 1


def at_rest(here: Opened) -> list[int]:
    """The map in 60 by 40 points, once nothing moves any more."""
    last = thumbnail(here)
    for _ in range(40):
        here.page.wait_for_timeout(400)
        now = thumbnail(here)
        if now == last:
            break
        last = now
    return last


def thumbnail(here: Opened) -> list[int]:
    """The map in 60 by 40 points."""
    return list(
        here.page.evaluate(
            """() => {
              const small = document.createElement('canvas');
              [small.width, small.height] = [60, 40];
              const c = small.getContext('2d', { willReadFrequently: true });
              c.fillStyle = 'white';
              c.fillRect(0, 0, 60, 40);
              c.drawImage(document.querySelector('#map canvas'), 0, 0, 60, 40);
              return [...c.getImageData(0, 0, 60, 40).data];
            }"""
        )
    )


def difference(first: list[int], second: list[int]) -> float:
    return sum(abs(a - b) for a, b in zip(first, second, strict=True)) / len(first)


def test_a_readers_stance_unfolds_what_it_changes(open_map: Open) -> None:
    here = open_map(with_a_reader)
    shown = here.page.inner_text("#view-count")
    reader = here.page.locator("#start button", has_text="One who doubts it")
    assert reader.get_attribute("aria-pressed") == "false"
    reader.click()
    assert here.page.inner_text("#view-count") != shown
    assert reader.get_attribute("aria-pressed") == "true"
    reader.click()
    assert here.page.evaluate("argmap.state().reject") == []


def test_a_way_to_take_all_grounds_away_is_tried_with_one_press(open_map: Open) -> None:
    here = open_map(lambda: argument_map(dict.fromkeys("abc", "Said"), ["b + a", "c + a"]))
    here.choose("a")
    here.page.locator("#panel button", has_text="Reject them").click()
    assert sorted(here.page.evaluate("argmap.state().reject")) == ["b", "c"]
    assert here.page.evaluate("argmap.labels().a") == "out"
