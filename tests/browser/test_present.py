"""Presenting, printing, and taking the picture along."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from argmap.model.argument_map import Step
from tests.browser.conftest import visible
from tests.views.samples import argument_map, hostile, voting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

PROJECTOR = {"viewport": {"width": 1280, "height": 720}}


def stepped() -> ArgumentMap:
    """A map with two steps; the second rejects a claim for a moment."""
    one = argument_map(
        {name: f"The claim that is called {name}" for name in "abcdefghi"},
        ["b & c + a", "d + b", "e - a", "f / e~attacks~a", "g + e", "h + e", "i + e"],
    )
    steps = (
        Step(("a", "b", "c"), "What is claimed."),
        Step(tuple("abcdefghi"), "And if b is given up?", reject=("b",)),
    )
    return replace(one, steps=steps)


def names(here: Opened) -> list[str]:
    return here.page.locator("#slides .slide-card .name").all_inner_texts()


def test_the_steps_of_the_map_are_shown_with_a_clicker(open_map: Open) -> None:
    here = open_map(stepped, **PROJECTOR)
    here.page.focus("#map")
    here.page.keyboard.press("p")
    assert visible(here.page, "#slide-count") == "1 of 3", "nine claims make two slides"
    assert visible(here.page, "#slide-say") == "What is claimed."
    assert len(names(here)) == 3
    assert "only together" in visible(here.page, ".slide-frame")
    assert here.page.locator("#slides .word").count() == 0, "statuses wait for a key"
    here.page.keyboard.press("PageDown")
    assert len(names(here)) == 7
    assert here.page.locator("#slides .word").count() == 0
    here.page.keyboard.press("b")
    assert "rejected" in visible(here.page, "[data-card=b]")
    assert "falls" in visible(here.page, "[data-card=a]")
    assert "rejected: The claim that is called b" in visible(here.page, "#slide-say")
    assert here.page.evaluate("argmap.state().reject") == [], "only for a moment"
    here.page.keyboard.press("PageDown")
    here.page.keyboard.press("PageDown")
    assert visible(here.page, "#slide-count") == "3 of 3"
    assert "step=3" in here.page.url
    here.page.keyboard.press("PageUp")
    assert here.page.locator("#slides .word").count() == 0
    here.page.keyboard.press("Escape")
    assert here.page.is_hidden("#slides")
    here.assert_quiet()


@pytest.mark.parametrize("make", [stepped, voting])
def test_a_slide_can_be_read_at_six_metres(open_map: Open, make: Callable[[], ArgumentMap]) -> None:
    here = open_map(make, **PROJECTOR)
    here.page.click("#present")
    count = int(visible(here.page, "#slide-count").split()[-1])
    for _ in range(count):
        cards = here.page.locator("#slides .slide-card")
        assert 1 <= cards.count() <= 7
        for place in range(cards.count()):
            size = (
                cards.nth(place).locator(".name").evaluate("one => getComputedStyle(one).fontSize")
            )
            assert float(size.removesuffix("px")) >= 32
        over = here.page.evaluate(
            "(one => one.scrollHeight - one.clientHeight)(document.getElementById('slide-rows'))"
        )
        assert over <= 1, visible(here.page, "#slide-count")
        here.page.keyboard.press("ArrowRight")
    here.assert_quiet()


def test_a_map_without_steps_is_presented_from_its_conclusions_down(open_map: Open) -> None:
    here = open_map(voting, **PROJECTOR)
    here.page.click("#present")
    seen = set(names(here))
    for _ in range(int(visible(here.page, "#slide-count").split()[-1])):
        here.page.keyboard.press("ArrowRight")
        seen |= set(names(here))
    assert seen == {claim.name for claim in voting().claims.values()}


@pytest.mark.parametrize("make", [voting, hostile])
def test_the_picture_of_the_view_is_sound_and_whole(
    open_map: Open, make: Callable[[], ArgumentMap]
) -> None:
    here = open_map(make)
    root = ET.fromstring(here.page.evaluate("argmap.toSVG()"))  # noqa: S314  # our own
    found = "".join(root.itertext())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    for number in here.page.locator("#outline .number").all_inner_texts():
        assert number in found
    assert "@font-face" in found
    here.assert_quiet()


def test_the_picture_can_be_saved_both_ways(open_map: Open, tmp_path: Path) -> None:
    here = open_map(voting)
    here.page.evaluate("argmap.setStance({reject: ['equal']})")
    for kind, start in (("svg", b"<svg"), ("png", b"\x89PNG")):
        here.page.click("#menu-switch")
        with here.page.expect_download() as waiting:
            here.page.click(f"#save-{kind}")
        file = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(file)
        assert file.read_bytes().startswith(start)
        assert file.suffix == f".{kind}"
    assert "rejected by you" in (tmp_path / "argument-map.svg").read_text(encoding="utf-8")
    here.assert_quiet()


def test_paper_holds_the_picture_and_every_claim(open_map: Open) -> None:
    here = open_map(voting)
    state = here.page.evaluate("argmap.state()")
    here.page.emulate_media(media="print")
    here.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    text = visible(here.page, "#print")
    for claim in voting().claims.values():
        assert claim.text in text
    assert here.page.locator("#print svg").count() >= 1
    here.page.evaluate("dispatchEvent(new Event('afterprint'))")
    here.page.emulate_media(media="screen")
    assert here.page.evaluate("argmap.state()") == state
    assert here.page.locator("#print > *").count() == 0
    here.assert_quiet()
