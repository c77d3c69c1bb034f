"""The part of the map that is shown: levels, focus, folding, filters, and the basis of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import visible
from tests.views.samples import argument_map, chain, voting

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser


def tree() -> ArgumentMap:
    """Two hundred claims, three below each."""
    names = [f"c{place}" for place in range(200)]
    steps = [f"c{place} {'+-'[place % 2]} c{(place - 1) // 3}" for place in range(1, 200)]
    return argument_map(dict.fromkeys(names, "A claim of a few words"), list(steps))


def shown(here: Opened) -> int:
    words = visible(here.page, "#view-count")
    return int(words.split()[0]) if words else 0


def rests() -> ArgumentMap:
    """Two reasons of which one is linked; one claim that is only attacked."""
    return argument_map(
        {name: f"Claim {name}" for name in ("top", "one", "two", "low", "con")},
        ["one & two + top", "low + one", "con - top"],
    )


def test_a_large_map_opens_folded_and_unfolds_by_hand(open_map: Open) -> None:
    here = open_map(tree)
    before = shown(here)
    assert 1 < before <= 150
    assert here.page.evaluate("argmap.state().depth") >= 1
    here.choose("c0")
    here.page.click("#panel >> text=Fold")
    assert shown(here) == 1
    here.page.click("#panel >> text=Unfold +199")
    assert shown(here) == before
    here.page.click("#view [data-depth='1']")
    assert shown(here) == 4
    here.page.keyboard.press("Escape")
    here.choose("c199")
    assert 4 < shown(here) < 200
    assert "c199" in here.url
    here.page.click("#view [data-depth='null']")
    assert visible(here.page, "#view-count") == ""
    here.assert_quiet()


def test_a_click_on_plus_n_unfolds(open_map: Open) -> None:
    here = open_map(tree)
    here.page.click("#view [data-depth='1']")
    here.page.evaluate("argmap.focus('c1', 1)")
    here.page.evaluate("argmap.focus(null)")
    here.page.click("#view [data-depth='1']")
    assert shown(here) == 4
    here.choose("c1")
    here.page.wait_for_timeout(500)  # the view moves there
    here.page.keyboard.press("e")
    assert shown(here) == 7
    here.page.keyboard.press("e")
    assert shown(here) == 4
    here.assert_quiet()


def test_focus_shows_what_stands_around_a_claim(open_map: Open) -> None:
    here = open_map(tree)
    for depth, count in ((1, 5), (2, 16), (3, 49)):
        here.page.evaluate("depth => argmap.focus('c1', depth)", depth)
        assert shown(here) == count
        assert here.page.evaluate("argmap.state().focus") == {"id": "c1", "depth": depth}
    here.page.reload()
    here.wait_until("Boolean(window.argmap && window.argmap.ready)")
    assert shown(here) == 49
    here.page.click("#view [data-depth='1']")
    assert shown(here) == 5
    here.page.go_back()
    here.wait_until("argmap.state().focus.depth === 3")
    here.page.evaluate("argmap.focus(null)")
    assert here.page.evaluate("argmap.state().focus") is None


def test_filters_list_what_fits_and_live_in_the_address(open_map: Open) -> None:
    here = open_map(voting)
    here.page.click("#filter-switch")
    for title in ("Lines", "Status", "Source", "Speaker", "How the source has it"):
        assert title in visible(here.page, "#filter")
    count = int(visible(here.page, "#filter label:has-text('Lijphart 1997') .count"))
    here.page.check("#filter label:has-text('Lijphart 1997') input")
    assert visible(here.page, "#found-head").lower() == f"found: {count} claims"
    assert here.page.locator("#found .claim").count() == count
    here.page.check("#filter label:has-text('attacks') input")
    assert " ".join(visible(here.page, "#filter-switch").split()) == "Filter : 2"
    address = here.url
    assert "f-source=lijphart" in address
    here.page.keyboard.press("Escape")
    here.page.fill("#search", "influence")
    some = here.page.locator("#found .claim").count()
    assert 0 < some < count
    here.page.reload()
    here.wait_until("Boolean(window.argmap && window.argmap.ready)")
    assert here.page.locator("#found .claim").count() == some
    here.page.fill("#search", "")
    assert here.page.locator("#found .claim").count() == count
    here.page.click("#filter-switch")
    here.page.click("#filter-clear")
    assert here.page.is_hidden("#found")
    assert visible(here.page, "#filter-switch") == "Filter"


def test_search_lists_its_hits(open_map: Open) -> None:
    here = open_map(voting)
    here.page.fill("#search", "jury duty")
    assert here.page.locator("#found .claim").count() == 2
    here.page.click("#found .claim >> nth=1")
    assert visible(here.page, "#panel .text")
    here.page.fill("#search", "zzz")
    assert "No claim fits" in visible(here.page, "#found")


def test_the_panel_says_on_what_a_claim_rests_and_shows_it(open_map: Open) -> None:
    here = open_map(rests)
    here.choose("top")
    panel = visible(here.page, "#panel")
    for words in (
        "2 premises, objections left aside",
        "critical",
        "The only way to carry it",
        "2 ways to take all its grounds away, smallest first",
        "give up",
    ):
        assert words.lower() in panel.lower(), words
    here.page.click("text=Show what this rests on")
    assert "show=below" in here.url
    here.choose("low")
    assert "show=below,top" in here.url, "it is still one of those shown"
    assert "falls no reason is left for 2 claims" in visible(here.page, "#panel")
    here.page.click("text=Show what rests on this")
    assert "show=above" in here.url
    assert here.page.evaluate("document.activeElement.textContent") == "Show what rests on this"
    here.page.click("text=Show what rests on this")
    assert "show=" not in here.url
    here.assert_quiet()


def test_panel_and_banner_mean_the_same_by_weakened(open_map: Open) -> None:
    names = {name: f"Claim {name}" for name in ("top", "mid", "one", "two")}
    here = open_map(lambda: argument_map(dict(names), ["mid + top", "one + mid", "two + mid"]))
    here.choose("one")
    text = visible(here.page, "#panel")
    assert "weakened 1 claim loses a reason of its own" in text
    assert "further up 1 claim rests on those, with no reason lost" in text
    here.page.keyboard.press("r")
    banner = visible(here.page, "#stance-told")
    assert "Claim mid keeps its status; its reasons or objections change" in banner
    assert "Claim top" not in banner
    here.page.click("#stance-switch")
    assert "It loses 1 reason: 1.1.1 Claim one. 1 is left." in visible(here.page, "#stance-more")


def test_what_a_claim_rests_on_is_shown_though_it_was_folded_away(open_map: Open) -> None:
    here = open_map(tree)
    before = shown(here)
    here.choose("c2")
    here.page.click("text=Show what this rests on")
    assert visible(here.page, "#view-words") == "What c2's number rests on".replace(
        "c2's number", visible(here.page, "#panel .number >> nth=0")
    )
    premises = {"c2"}
    for place in range(3, 200):
        if place % 2 == 0 and f"c{(place - 1) // 3}" in premises:
            premises.add(f"c{place}")
    assert shown(here) == len(premises)
    here.page.reload()
    here.wait_until("Boolean(window.argmap && window.argmap.ready)")
    assert shown(here) == len(premises)
    here.page.click("#view-leave")
    assert shown(here) == before
    assert here.messages == []


def test_how_it_could_be_overturned_is_tried_and_said(open_map: Open) -> None:
    here = open_map(lambda: argument_map({"a": "A", "b": "B", "c": "C"}, ["b + a", "c - a"]))
    here.choose("a")
    assert "contested" in visible(here.page, "#panel .pill")
    here.page.click("text=How could this be made to stand?")
    here.wait_until("document.querySelector('#panel').textContent.includes('Tried: ')")
    text = visible(here.page, "#panel")
    assert "It stands if you do this" in text
    assert "each of the 2 other claims" in text
    here.page.click("#panel .sets.plain >> text=Reject")
    assert here.page.evaluate("argmap.labels().a") == "in"
    here.choose("b")
    here.page.click("text=How could this be overturned?")
    here.wait_until("document.querySelector('#panel').textContent.includes('Tried: ')")
    assert "No other single claim changes that it stands" in visible(here.page, "#panel")
    here.assert_quiet()


def test_on_a_phone_focus_and_marks_lead_to_the_map(open_map: Open) -> None:
    here = open_map(rests, viewport={"width": 412, "height": 915})
    here.page.click("#outline .claim >> nth=0")
    here.page.click("text=Show what this rests on")
    assert here.page.is_visible("#map")
    assert here.page.is_hidden("#panel")
    here.wait_until("document.querySelector('#map canvas') !== null")
    here.page.click("#map-switch")
    here.page.click("#outline .claim >> nth=1")
    here.page.click("#panel >> text=Focus")
    assert here.page.is_visible("#map")
    assert "Around" in visible(here.page, "#view-words")
    here.assert_quiet()


def test_a_map_too_large_for_all_sets_says_where_they_are(open_map: Open) -> None:
    here = open_map(lambda: chain(320))
    here.choose("c0")
    assert "The only way to carry it" in visible(here.page, "#panel")
    here.choose("c1")
    assert "argmap premises c1" in visible(here.page, "#panel")
    assert "critical" in (here.page.text_content("#panel") or "")
    here.assert_quiet()


def test_a_double_click_chooses_as_a_click_does(open_map: Open) -> None:
    here = open_map(rests, viewport={"width": 1280, "height": 720})
    box = here.page.locator("#map").bounding_box()
    assert box is not None
    for x in range(0, int(box["width"]), 40):  # the first card on a line across the map
        place = box["x"] + x, box["y"] + box["height"] / 2
        here.page.mouse.dblclick(*place)
        if here.page.is_visible("#panel"):
            break
    assert here.page.evaluate("argmap.state().chosen") is not None
    here.assert_quiet()


def test_a_search_ends_when_a_hit_is_chosen(open_map: Open) -> None:
    here = open_map(rests)
    here.page.fill("#search", "two")
    assert here.page.is_visible("#found")
    here.page.click("#found .claim >> nth=0")
    assert here.page.is_hidden("#found")
    assert here.page.input_value("#search") == ""
    here.page.fill("#search", "two")
    here.page.press("#search", "Enter")
    assert here.page.is_hidden("#found")
    here.page.fill("#search", "two")
    here.page.evaluate("argmap.setStance({reject: ['two']})")
    assert here.page.is_hidden("#found")
    here.assert_quiet()


HOOK = r"""() => {
  globalThis.sizes = new Map();
  const draw = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
    const [, size] = /([\d.]+)px/.exec(this.font);
    globalThis.sizes.set(text, size * this.getTransform().a);
    return draw.call(this, text, ...rest);
  };
}"""


def test_a_click_on_a_card_leaves_the_letters_of_the_map_as_large_as_they_were(
    open_map: Open,
) -> None:
    here = open_map(voting, viewport={"width": 1280, "height": 720})
    here.page.evaluate(HOOK)
    here.page.evaluate("argmap.setStance({})")
    here.page.wait_for_timeout(200)
    before = here.page.evaluate("Object.fromEntries(sizes)")
    assert before
    box = here.page.locator("#map").bounding_box()
    assert box is not None
    for x in range(20, int(box["width"]), 40):
        here.page.mouse.click(box["x"] + x, box["y"] + box["height"] / 2)
        if here.page.is_visible("#panel"):
            break
    here.page.evaluate("sizes.clear()")
    here.page.evaluate("argmap.setStance({})")
    here.page.wait_for_timeout(600)
    after = here.page.evaluate("Object.fromEntries(sizes)")
    both = before.keys() & after.keys()
    assert both
    assert all(abs(before[text] - after[text]) < 0.01 for text in both)
    here.assert_quiet()
