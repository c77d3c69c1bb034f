"""The map as a poster: few lines cross, cards keep their places, and a click only pans."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from argmap.pipeline import check
from argmap.views.look import theme
from argmap.views.picture.scene import Rect
from tests.browser.pictures import SVG, behind, grown, parted, read

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened
    from tests.browser.pictures import Picture

    Open = Callable[..., Opened]
    Point = tuple[float, float]

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
LEAST_CONTRAST = 3


def shipped() -> ArgumentMap:
    return check(ROOT / "claims").map


def large() -> ArgumentMap:
    return grown(200)


def shown_at(here: Opened, depth: str) -> Picture:
    here.page.evaluate("d => document.querySelector(`[data-depth='${d}']`).click()", depth)
    return read(here.page.evaluate("argmap.toSVG()"))


def side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def cross(first: list[Point], second: list[Point]) -> bool:
    """Whether two lines cross, each a chain of straight pieces."""
    for axis in (0, 1):  # most lines are nowhere near each other
        mine, others = ([point[axis] for point in line] for line in (first, second))
        if max(mine) < min(others) or max(others) < min(mine):
            return False
    return any(
        side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
        for a, b in pairwise(first)
        for c, d in pairwise(second)
    )


# Before lines into other chapters were stubs it was up to 3.8 for the map of this repository.
@pytest.mark.parametrize(("make", "most"), [(shipped, 1.3), (large, 1.1)])
def test_few_lines_cross_and_none_runs_behind_a_card(
    open_map: Open, make: Callable[[], ArgumentMap], most: float
) -> None:
    """`most` is the number of crossings for each line."""
    here = open_map(make, reduced_motion="reduce")
    for depth in ("1", "2", "null"):
        picture = shown_at(here, depth)
        crossings = sum(cross(a, b) for a, b in combinations(picture.lines, 2))
        assert crossings <= most * len(picture.lines), depth
        assert behind(picture) == []
    here.assert_quiet()


def turned(before: Picture, after: Picture) -> float:
    """The share of pairs of cards of which the left one is now the right one."""
    both = [name for name in before.cards if name in after.cards]
    moves = [
        [picture.cards[a].middle[0] - picture.cards[b].middle[0] for picture in (before, after)]
        for a, b in combinations(both, 2)
    ]
    half = theme.CARD_WIDTH / 2
    flips = [x * y < 0 and min(abs(x), abs(y)) > half for x, y in moves]
    return sum(flips) / len(flips)


# Before the layout kept to the order of the whole map it was up to 0.35.
@pytest.mark.parametrize("make", [shipped, parted])
def test_cards_keep_their_order_from_left_to_right(
    open_map: Open, make: Callable[[], ArgumentMap]
) -> None:
    here = open_map(make, reduced_motion="reduce")
    views = [shown_at(here, depth) for depth in ("1", "2", "null")]
    for before, after in combinations(views, 2):
        assert len(after.cards) > len(before.cards) > 20
        assert turned(before, after) < 0.15


def card_on_screen(here: Opened, claim: str) -> dict[str, Any]:
    """The place of a card and the scale of its letters, from what is painted on the canvas."""
    return dict(
        here.page.evaluate(
            """async ([claim]) => {
              const { number } = JSON.parse(document.getElementById('data').textContent).claims
                .find(({ id }) => id === claim);
              const draw = CanvasRenderingContext2D.prototype.fillText;
              const seen = {};
              CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
                if (text === number || text.startsWith(`${number} `)) {
                  const at = this.getTransform();
                  Object.assign(seen, { scale: at.a, x: at.a * x + at.e, y: at.d * y + at.f });
                }
                return draw.apply(this, arguments);
              };
              document.getElementById('theme').click();
              await new Promise((done) => setTimeout(done, 60));
              document.getElementById('theme').click();
              CanvasRenderingContext2D.prototype.fillText = draw;
              const box = document.querySelector('#map canvas').getBoundingClientRect();
              return { scale: seen.scale, x: seen.x + box.left, y: seen.y + box.top };
            }""",
            [claim],
        )
    )


def test_a_click_never_rescales_and_the_banner_moves_nothing(open_map: Open) -> None:
    here = open_map(shipped, viewport={"width": 1600, "height": 950}, reduced_motion="reduce")
    page, first = here.page, shipped().main[0]
    before = card_on_screen(here, first)
    here.choose(first)
    page.wait_for_timeout(100)
    assert card_on_screen(here, first) == pytest.approx(before), "it was in view"
    page.evaluate("id => argmap.setStance({reject: [id]})", first)
    page.wait_for_timeout(200)
    assert page.is_visible("#stance")
    assert card_on_screen(here, first) == pytest.approx(before, abs=1), "the banner came"
    page.click("#panel .claim >> nth=0")
    page.fill("#search", "diplomacy")
    page.click("#found .claim >> nth=-1")
    page.wait_for_timeout(200)
    chosen = page.evaluate("argmap.state().chosen")
    assert chosen != first
    assert card_on_screen(here, chosen)["scale"] == pytest.approx(before["scale"], rel=0.01)
    assert here.messages == []


def words_of_stubs(svg: str) -> list[Rect]:
    """The words beside short lines, as areas; their letters are about half as wide as high."""
    inks = {theme.LIGHT["support"], theme.LIGHT["attack"]}
    return [
        Rect(float(text.get("x", 0)), float(text.get("y", 0)) - size * 0.7, size, size * 0.7)
        for text in ET.fromstring(svg).iter(f"{SVG}text")  # noqa: S314  # our own
        if text.get("fill") in inks and str(text.text)[:1].isdigit()
        for size in [float(text.get("font-size", 0))]
    ]


def test_a_line_that_leads_far_is_told_at_both_ends(open_map: Open) -> None:
    here = open_map(parted, reduced_motion="reduce")
    picture = shown_at(here, "null")
    svg = here.page.evaluate("argmap.toSVG()")
    tabs = [
        text
        for text in ET.fromstring(svg).iter(f"{SVG}text")  # noqa: S314  # our own
        if str(text.text).startswith("→ ")
    ]
    assert len(tabs) > 5
    words = words_of_stubs(svg)
    assert words
    for place in words:
        assert not any(place.meets(card) for card in picture.cards.values())
    assert not any(place.meets(other) for place, other in combinations(words, 2))
    here.assert_quiet()


def light(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def luminance(colour: tuple[float, ...]) -> float:
    parts = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (each / 255 for each in colour)
    ]
    return sum(part * weight for part, weight in zip(parts, (0.2126, 0.7152, 0.0722), strict=True))


def over(top: str, below: tuple[float, ...], part: float) -> tuple[float, ...]:
    return tuple(a * part + b * (1 - part) for a, b in zip(light(top), below, strict=True))


def contrast(first: tuple[float, ...], second: tuple[float, ...]) -> float:
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ink", [theme.LIGHT, theme.DARK])
def test_what_stands_back_or_does_not_count_can_still_be_seen(ink: dict[str, str]) -> None:
    faded = theme.FADED["card"]
    for ground in ("bg", "chapter"):
        card = over(ink["card"], light(ink[ground]), faded)
        assert contrast(over(ink["ink"], card, faded), card) >= LEAST_CONTRAST
        for kind in ("support", "attack"):
            line = over(ink[kind], light(ink[ground]), theme.LINE["fallen"])
            assert contrast(line, light(ink[ground])) >= LEAST_CONTRAST
