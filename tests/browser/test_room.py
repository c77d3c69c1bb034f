"""The room that banner, header and legend leave to the map, and the size of what is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.views.samples import argument_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser


def many() -> ArgumentMap:
    """Sixty claims with long names, each a reason for one of ten, and all of them for the first."""
    names = {f"c{place}": f"A claim of quite a few words, number {place}" for place in range(60)}
    steps = [f"c{place} + c{place % 10}" for place in range(10, 60)]
    return argument_map(names, [*steps, *(f"c{place} + c0" for place in range(1, 10))])


def height(here: Opened, selector: str) -> float:
    box = here.page.locator(selector).bounding_box()
    assert box is not None
    return box["height"]


@pytest.mark.parametrize("size", [(1600, 950), (1280, 720), (412, 915)])
def test_the_banner_takes_a_quarter_of_the_map_at_most(
    open_map: Open, size: tuple[int, int]
) -> None:
    here = open_map(many, viewport={"width": size[0], "height": size[1]})
    if size[0] < 700:
        here.page.click("#map-switch")
    here.page.evaluate(
        "argmap.setStance({reject: Array.from({length: 40}, (_, at) => `c${at + 20}`)})"
    )
    assert "37 more" in here.page.inner_text("#stance-told")
    assert height(here, "#stance") <= height(here, "#map") / 4
    before = height(here, "#map")
    here.page.click("#stance-switch")
    assert height(here, "#map") == before, "the reasons lie over the map"
    assert here.page.locator(".whole-stance .ref").count() == 40, "all decisions by name"
    here.assert_quiet()


@pytest.mark.parametrize("size", [(915, 412), (740, 360), (667, 375)])
def test_a_phone_held_across_leaves_the_map_most_of_its_height(
    open_map: Open, size: tuple[int, int]
) -> None:
    here = open_map(many, viewport={"width": size[0], "height": size[1]})
    if size[0] < 700:
        here.page.click("#map-switch")
    assert height(here, "#map") >= size[1] * 0.6
    for selector in ("#search", "#menu-switch", "#present", "#legend-switch"):
        assert here.page.is_visible(selector)


SMALL = """least => {
  const inText = (element) => element.matches('label input') ||
    (element.matches('a') && element.closest('p, .snippet, summary'));
  return [...document.querySelectorAll('button, a[href], summary, input, label')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !element.closest('.skips, [hidden]') && !inText(element))
    .map((element) => [element.getBoundingClientRect(), element])
    .filter(([{ width, height }]) => width > 1 && (height < least - 0.5 || width < least - 0.5))
    .map(([{ width, height }, { outerHTML }]) =>
      `${Math.round(width)} x ${Math.round(height)}: ${outerHTML.slice(0, 120)}`);
}"""


@pytest.mark.parametrize(("touch", "least"), [(False, 24), (True, 44)])
def test_all_that_is_pressed_is_large_enough(open_map: Open, touch: bool, least: int) -> None:  # noqa: FBT001  # a parameter of the table
    size = {"width": 412, "height": 915} if touch else {"width": 1600, "height": 950}
    here = open_map(many, viewport=size, has_touch=touch, is_mobile=touch)
    small = here.page.evaluate(SMALL, least)
    here.choose("c0")
    here.page.wait_for_timeout(100)
    small += here.page.evaluate(SMALL, least)
    here.page.evaluate("document.getElementById('menu-switch').click()")
    small += here.page.evaluate(SMALL, least)
    assert not small, "\n".join(small)


def test_what_is_pressed_is_seen_in_colours_of_ones_own(open_map: Open) -> None:
    here = open_map(many, forced_colors="active")
    look = "getComputedStyle(document.querySelector('#way-{}')).backgroundColor"
    pressed, free = (here.page.evaluate(look.format(way)) for way in ("read", "whole"))
    assert pressed != free
