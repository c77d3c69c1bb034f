"""The page by keyboard alone: few stops to everything, and a place that is never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.graph.outline import outline
from tests.views.samples import argument_map, voting

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

IN_HAND = "document.activeElement"


def many() -> ArgumentMap:
    """Forty claims with long lists in outline and panel."""
    names = [f"c{place}" for place in range(40)]
    steps = [f"c{place} + c{(place - 1) // 6}" for place in range(1, 40)]
    return argument_map(dict.fromkeys(names, "A claim"), list(steps))


@pytest.fixture
def open_whole(open_map: Open) -> Open:
    """A function that opens a map with its list at the side."""

    def opened(make: Callable[[], ArgumentMap]) -> Opened:
        here = open_map(make)
        here.page.evaluate("document.getElementById('way-whole').click()")
        return here

    return opened


def in_hand(here: Opened, what: str = "id") -> str:
    return str(here.page.evaluate(f"{IN_HAND}.{what}"))


def press(here: Opened, *keys: str) -> None:
    for key in keys:
        here.page.keyboard.press(key)


def stops_until(here: Opened, selector: str) -> int:
    """The number of times that Tab is to be pressed to get to an element."""
    for count in range(1, 60):
        here.page.keyboard.press("Tab")
        if here.page.evaluate(f"{IN_HAND}.matches({selector!r})"):
            return count
    return 60


def test_every_part_of_the_page_is_a_few_stops_away(open_whole: Open) -> None:
    here = open_whole(many)
    assert stops_until(here, "[data-skip=map]") == 1
    press(here, "Enter")
    assert in_hand(here) == "map"
    press(here, "ArrowDown", "F6")
    assert in_hand(here) == "panel-head", "from the map to the panel with one key"
    assert stops_until(here, "[data-act='opinion reject']") == 1
    press(here, "Escape")
    assert in_hand(here) == "map"
    press(here, "ArrowDown", "Enter")
    assert in_hand(here) == "panel-head"
    assert stops_until(here, "[data-act=focus]") <= 5
    assert stops_until(here, "#panel section .claim") <= 4
    press(here, "F6", "F6", "F6")
    assert in_hand(here) == "map", "round by search and list"
    press(here, "Shift+Tab")
    assert in_hand(here, "getAttribute('role')") == "treeitem"
    assert here.page.locator("#outline [tabindex='0']").count() == 1
    here.assert_quiet()


def test_arrow_keys_walk_in_the_outline(open_whole: Open) -> None:
    here = open_whole(many)
    numbers = outline(many()).numbers
    tree = here.page.locator("#outline [role=tree]")
    here.page.evaluate("document.querySelector('#outline [role=treeitem]').focus()")
    press(here, "ArrowDown", "ArrowDown")
    assert in_hand(here, "querySelector('.number').textContent") == "1.1.1"
    press(here, "ArrowLeft", "ArrowLeft")
    assert in_hand(here, "querySelector('.number').textContent") == "1.1"
    assert in_hand(here, "getAttribute('aria-expanded')") == "false"
    assert not tree.locator("[data-claim=c7]").is_visible()
    press(here, "ArrowDown")
    assert in_hand(here, "querySelector('.number').textContent") == "1.2"
    press(here, "ArrowUp", "ArrowRight", "ArrowRight")
    assert in_hand(here, "querySelector('.number').textContent") == "1.1.1"
    press(here, "End")
    assert in_hand(here, "dataset.claim") == list(numbers)[-1]
    press(here, "Enter")
    assert in_hand(here) == "panel-head"
    press(here, "Escape")
    assert in_hand(here, "dataset.claim") == list(numbers)[-1], "back to where one came from"


def test_the_outline_has_the_text_of_every_claim(open_whole: Open) -> None:
    here = open_whole(voting)
    for id_, claim in voting().claims.items():
        assert claim.text in here.page.locator(f"#outline [data-claim='{id_}']").first.inner_text()


def test_the_focus_is_kept_where_lists_are_written_anew(open_whole: Open) -> None:
    here = open_whole(many)
    here.choose("c0")
    here.page.focus("[data-act='opinion reject']")
    press(here, "Enter")
    assert in_hand(here, "textContent") == "Undo"
    press(here, "Enter")
    assert in_hand(here, "dataset.act").startswith("opinion")
    assert "taken back" in here.page.inner_text("#live")
    here.page.focus("[data-act=focus]")
    press(here, "Enter")
    assert in_hand(here, "textContent") == "Leave focus"
    here.page.focus("#panel section .claim")
    press(here, "ArrowDown")
    claim = in_hand(here, "dataset.claim")
    press(here, "Enter")
    assert in_hand(here) == "panel-head"
    assert here.page.evaluate("argmap.state().chosen") == claim
    here.page.click("text=How could this be overturned?")
    here.wait_until("document.querySelector('#panel').textContent.includes('Tried: ')")
    assert here.page.evaluate(f"{IN_HAND} !== document.body")
    here.assert_quiet()


def test_a_chosen_claim_is_announced_in_its_own_words(open_whole: Open) -> None:
    here = open_whole(voting)
    press(here, "ArrowDown")
    claim = voting().claims[here.page.evaluate("argmap.state().chosen")]
    assert claim.text in here.page.inner_text("#live")
    assert here.page.locator("#panel h2").all_inner_texts() == [claim.text]
