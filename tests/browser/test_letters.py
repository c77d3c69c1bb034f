"""The letters on the map: names never smaller than 12 points of the screen, other words than 10."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.pipeline import check
from argmap.views.look import theme
from tests.browser.pictures import grown
from tests.browser.test_sizes import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]

# Notes the sizes of all words drawn: of names of claims, and of all other words.
HOOK = r"""() => {
  const draw = CanvasRenderingContext2D.prototype.fillText;
  globalThis.sizes = { names: {}, rest: {} };
  let names = null;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
    names ??= new Set(JSON.parse(document.getElementById('data').textContent).claims
      .flatMap(({ big, lines }) => [...big, ...lines]).filter((line) => /[^\d.]/.test(line)));
    const [, size] = /([\d.]+)px/.exec(this.font);
    sizes[names.has(text) ? 'names' : 'rest'][text] = size * this.getTransform().a;
    return draw.call(this, text, ...rest);
  };
}"""

SIZES = [(1600, 950), (1280, 720), (834, 1112), (412, 915), (320, 568)]


def shipped() -> ArgumentMap:
    return check(ROOT / "claims").map


def large() -> ArgumentMap:
    return grown(200)


MAPS = [shipped, plain, large]


def states(here: Opened) -> Iterator[str]:
    """The doings of a reader with the map, one after the other."""
    page = here.page
    yield "opening"
    first = page.evaluate("Object.keys(argmap.labels())[0]")
    page.evaluate("id => argmap.select(id)", first)
    yield "a claim is chosen"
    page.keyboard.press("Escape")
    for depth in ("1", "2", "3", "4", "null"):
        page.evaluate(f"document.querySelector('[data-depth=\"{depth}\"]').click()")
        yield f"depth {depth}"
    for _ in range(3):
        page.evaluate("document.querySelector('#zoom-out').click()")
        yield "further off"
    page.evaluate("document.querySelector('#fit').click()")
    yield "all in view"
    page.fill("#search", "claim")
    yield "a search"
    page.fill("#search", "")
    page.evaluate("id => argmap.setStance({reject: [id]})", first)
    yield "a claim is rejected"


@pytest.mark.parametrize("make", MAPS)
def test_no_letters_on_the_map_are_too_small_to_be_read(
    open_map: Callable[..., Opened], make: Callable[[], ArgumentMap]
) -> None:
    here = open_map(make, reduced_motion="reduce")
    here.page.add_init_script(f"({HOOK})()")
    seen = 0
    for width, height in SIZES:
        here.page.set_viewport_size({"width": width, "height": height})
        here.page.goto(f"{here.address}#view=whole")
        here.page.reload()
        here.wait_until("Boolean(window.argmap && window.argmap.ready)")
        if width <= 700:
            here.page.click("#map-switch")
            here.wait_until("document.querySelector('#map canvas') !== null")
        for state in states(here):
            here.page.wait_for_timeout(40)
            drawn = here.page.evaluate("sizes")
            here.page.evaluate("globalThis.sizes = { names: {}, rest: {} }")
            for kind, least in (("names", "name"), ("rest", "caption")):
                small = {w: px for w, px in drawn[kind].items() if px < theme.LEAST[least] - 0.01}
                assert small == {}, (width, state)
            if state == "opening":
                assert drawn["names"], (width, "names can be read at the opening")
            seen += len(drawn["names"])
    assert seen > len(SIZES)
    assert here.messages == []
