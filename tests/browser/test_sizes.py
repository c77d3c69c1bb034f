"""The page on screens of every size, with maps as they are first written: plain, without steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.views.samples import argument_map, voting

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

# Phones, tablets, half a window, projectors; 800x475 and 400x237 are 1600x950 at 200 and 400 %.
SIZES = [
    (320, 568),
    (412, 915),
    (720, 900),
    (768, 1024),
    (834, 1112),
    (1024, 768),
    (1280, 720),
    (1600, 950),
    (2560, 1440),
    (800, 475),
    (400, 237),
]
HEIGHT = "selector => document.querySelector(selector).getBoundingClientRect().height"


def plain() -> ArgumentMap:
    """A map without title, question, labels, sections, sources and steps."""
    return argument_map(
        {
            name: f"The claim {name} is a whole sentence of more than a few words, as people write."
            for name in "abcdefghi"
        },
        ["b & c + a", "d + b", "e - a", "f / e~attacks~a", "g + e", "h + e", "i + e"],
    )


@pytest.mark.parametrize("make", [plain, voting])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_header_leaves_room_for_title_and_map(
    open_map: Open, make: Callable[[], ArgumentMap], width: int, height: int
) -> None:
    here = open_map(make, viewport={"width": width, "height": height})
    title = here.page.evaluate("document.querySelector('h1').getBoundingClientRect().width")
    assert title >= min(280, 0.3 * width)
    assert here.page.evaluate(HEIGHT, "header") <= max(0.15 * height, 180)
    main = "#side" if width <= 700 else "#stage"
    assert here.page.evaluate(HEIGHT, main) >= min(0.6 * height, 340)
    assert here.page.evaluate("document.documentElement.scrollWidth") <= width
    here.assert_quiet()


@pytest.mark.parametrize("make", [plain, voting])
@pytest.mark.parametrize(("width", "height"), [(1600, 900), (1280, 720), (1024, 768)])
def test_every_slide_fills_the_screen_between_its_two_bars(
    open_map: Open, make: Callable[[], ArgumentMap], width: int, height: int
) -> None:
    here = open_map(make, viewport={"width": width, "height": height})
    here.page.keyboard.press("p")
    count = here.page.evaluate("document.querySelector('#slide-count').textContent")
    for _ in range(int(count.split()[-1])):
        box = here.page.locator(".slide-tools").bounding_box()
        assert box is not None
        assert abs(box["y"] + box["height"] - height) < 1
        assert here.page.evaluate(HEIGHT, "#slide-rows") > 0.6 * height
        here.page.keyboard.press("PageDown")
    here.assert_quiet()


def test_the_name_of_a_claim_that_falls_is_struck_and_no_word_of_its_status(
    open_map: Open,
) -> None:
    here = open_map(plain)
    here.page.evaluate("argmap.setStance({reject: ['d']})")
    struck = here.page.evaluate(
        """() => [...new DOMParser().parseFromString(argmap.toSVG(), 'image/svg+xml')
             .querySelectorAll('text[text-decoration=line-through]')]
             .map((text) => text.textContent)"""
    )
    fallen = plain().claims["b"].name
    assert any(words in fallen for words in struck)
    assert not any("falls" in words for words in struck)
