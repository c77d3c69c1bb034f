"""The view Read: a front page, then a claim at the centre with its reasons and objections."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from tests.browser.pictures import SVG, behind, read, unparted
from tests.browser.test_sizes import plain
from tests.views.samples import argument_map, hostile, voting

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened
    from tests.browser.pictures import Picture

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

# What is written on the canvas, with the size that it has on the screen.
NOTE_LETTERS = """
window.letters = [];
const write = CanvasRenderingContext2D.prototype.fillText;
CanvasRenderingContext2D.prototype.fillText = function (words, ...rest) {
  if (this.canvas.isConnected && words.trim()) {
    const size = parseFloat(/([\\d.]+)px/.exec(this.font)[1]);
    const { a, b } = this.getTransform();
    window.letters.push([size * Math.hypot(a, b) / (window.devicePixelRatio || 1), words]);
  }
  return write.call(this, words, ...rest);
};
null;
"""
# Where the names of the poster begin on the screen, seen from the left border of the map.
SEEN = """
new Promise((done) => {
  const begins = [];
  const write = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (words, x, ...rest) {
    const { a, e } = this.getTransform();
    if (this.canvas.isConnected) begins.push((a * x + e) / (window.devicePixelRatio || 1));
    return write.call(this, words, x, ...rest);
  };
  window.dispatchEvent(new Event('resize'));
  document.getElementById('map').dispatchEvent(new PointerEvent('pointerleave'));
  document.getElementById('theme').click();
  setTimeout(() => done(begins), 200);
})
"""
LEAST = 12
SIZES = [(1600, 950), (1280, 720), (834, 1112), (412, 915), (320, 568)]


def opened(open_map: Open, make: Callable[[], ArgumentMap], **context: object) -> Opened:
    here = open_map(make, fragment="", reduced_motion="reduce", **context)
    here.wait_until("argmap.ready")
    return here


def to_map(here: Opened) -> None:
    """On a phone the list comes first: show the map, and wait until it is drawn."""
    if here.page.is_visible("#map-switch"):
        here.page.click("#map-switch")
    here.wait_until("argmap.toSVG().includes('<g')")


def drawn(here: Opened) -> Picture:
    return read(here.page.evaluate("argmap.toSVG()"))


def words(here: Opened) -> str:
    """Everything that is written on the picture."""
    picture = ET.fromstring(here.page.evaluate("argmap.toSVG()"))  # noqa: S314  # our own
    return " ".join("".join(text.itertext()) for text in picture.iter(f"{SVG}text"))


def assert_tidy(picture: Picture) -> None:
    """No card lies on another one, and no line runs behind a card."""
    for (_, card), (_, other) in combinations(picture.cards.items(), 2):
        apart = card.right <= other.x or other.right <= card.x
        assert apart or card.bottom <= other.y or other.bottom <= card.y
    assert not behind(picture)


@pytest.mark.parametrize("make", [voting, plain, hostile])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_everything_that_is_read_is_large_enough_and_tidy(
    open_map: Open, make: Callable[[], ArgumentMap], width: int, height: int
) -> None:
    here = opened(open_map, make, viewport={"width": width, "height": height})
    to_map(here)
    here.page.evaluate(NOTE_LETTERS)
    claims = list(make().claims)
    for claim in [None, *claims[:6]]:
        here.page.evaluate("() => { window.letters = []; }")
        if claim is None:
            here.page.evaluate("window.dispatchEvent(new Event('resize'))")
        else:
            here.choose(claim)
        here.page.wait_for_timeout(60)  # the next frame
        sizes = here.page.evaluate("window.letters")
        if claim is not None:
            assert sizes
        assert min((size for size, _ in sizes), default=LEAST) >= LEAST, sizes
        assert_tidy(drawn(here))
    here.assert_quiet()


def test_the_front_page_says_the_question_the_conclusions_and_what_is_disputed(
    open_map: Open,
) -> None:
    here = opened(open_map, voting)
    shown, map_ = words(here), voting()
    assert " ".join(str(map_.question).split()[:5]) in shown
    assert "What is concluded" in shown
    assert "What speaks against it" in shown
    assert "contested" in shown
    assert here.page.is_hidden("#side")
    assert here.page.is_hidden("#panel")


def test_a_map_in_which_nothing_is_disputed_says_so(open_map: Open) -> None:
    here = opened(open_map, lambda: argument_map({"a": "A.", "b": "B.", "c": "C."}, ["b & c + a"]))
    assert "Nothing here is disputed" in words(here)


def test_reasons_stand_to_the_left_and_objections_to_the_right(open_map: Open) -> None:
    steps = ["r1 + m", "r2 & r3 + m", "o1 - m", "o2 - m", "u / r1~supports~m", "m + top"]
    names = ("m", "r1", "r2", "r3", "o1", "o2", "u", "top", "below")
    here = opened(
        open_map, lambda: argument_map({n: f"This is {n}." for n in names}, [*steps, "below + r1"])
    )
    here.choose("m")
    here.page.wait_for_timeout(60)
    cards = {title.split()[-1].rstrip("."): card for title, card in drawn(here).cards.items()}
    middle = cards["m"].x + cards["m"].width / 2
    for name in ("r1", "r2", "r3", "u"):
        assert cards[name].right < middle
        assert cards[name].y > cards["m"].bottom
    for name in ("o1", "o2"):
        assert cards[name].x > middle
        assert cards[name].y > cards["m"].bottom
    assert cards["top"].bottom < cards["m"].y
    assert cards["u"].y > cards["r1"].bottom  # what blocks a step stands at the step
    shown = words(here)
    assert "For it · 2" in shown
    assert "Against it · 2" in shown
    assert "only together" in shown
    assert "+1" in shown  # more hangs below r1
    assert "below" not in cards


def test_a_trail_leads_back_as_back_and_forward_do(open_map: Open) -> None:
    here = opened(open_map, lambda: argument_map({n: f"{n}." for n in "abc"}, ["b + a", "c + b"]))
    for claim in "abc":
        here.choose(claim)
    assert here.page.locator("#trail .stop").count() == 4
    here.page.go_back()
    here.wait_until("argmap.state().centre === 'b'")
    here.page.go_back()
    here.page.go_forward()
    here.wait_until("argmap.state().centre === 'b'")
    here.page.click("#trail .stop >> nth=1")
    assert here.page.evaluate("argmap.state().centre") == "a"
    here.page.click("#panel .close")
    assert here.page.evaluate("argmap.state().centre") == "a"
    here.page.click("#trail .stop >> nth=0")
    assert here.page.evaluate("argmap.state().centre") is None
    here.assert_quiet()


def test_start_brings_back_the_opening_exactly(open_map: Open) -> None:
    here = opened(open_map, voting)
    picture, labels = here.page.evaluate("[argmap.toSVG(), JSON.stringify(argmap.labels())]")
    assert here.page.is_hidden("#view-start")
    here.page.click("#way-whole")
    here.page.click("#view [data-depth='2']")
    here.page.evaluate("argmap.setStance({reject: ['equal']})")
    here.page.click("#way-read")
    here.choose("equal")
    here.page.click("#panel .close")
    here.page.click("#view-start")
    here.wait_until("location.hash === ''")
    here.page.wait_for_timeout(60)
    assert here.page.evaluate("[argmap.toSVG(), JSON.stringify(argmap.labels())]") == [
        picture,
        labels,
    ]
    assert here.page.is_hidden("#view-start")


def test_what_does_not_fit_is_shown_at_a_press_and_the_wheel_scrolls(open_map: Open) -> None:
    names = [f"r{at}" for at in range(30)]
    texts = {n: f"This is the reason {n}, said at some length." for n in ("m", *names)}
    here = opened(open_map, lambda: argument_map(texts, [f"{name} + m" for name in names]))
    here.choose("m")
    here.page.wait_for_timeout(60)
    few = len(drawn(here).cards)
    assert few < 20
    assert f"{31 - few} more" in words(here)
    box = here.page.locator("#map").bounding_box()
    assert box
    lowest = max(card.bottom for card in drawn(here).cards.values())
    first = min(card.x for card in drawn(here).cards.values() if card.y > box["height"] / 3)
    here.page.mouse.click(box["x"] + first + 20, box["y"] + lowest + 20)
    here.page.wait_for_timeout(60)
    assert len(drawn(here).cards) == 31
    here.page.mouse.move(box["x"] + 300, box["y"] + 300)
    here.page.evaluate(NOTE_LETTERS)
    here.page.mouse.wheel(0, 5000)
    here.wait_until("window.letters.some(([, words]) => words.includes('r29'))")
    here.assert_quiet()


def test_what_a_claim_rests_on_is_a_picture_of_its_sets_of_premises(open_map: Open) -> None:
    here = opened(
        open_map,
        lambda: argument_map({n: f"{n}." for n in "abcdef"}, ["b & c + a", "d + a", "e + b"]),
    )
    here.choose("a")
    here.page.click("#panel >> text=Show what this rests on")
    shown = words(here)
    assert "ways to carry it" in shown
    assert "Way 1: 1 premise" in shown
    assert "by way of" in shown
    assert_tidy(drawn(here))
    here.page.go_back()
    here.wait_until("argmap.state().centre === 'a'")
    assert "For it" in words(here)


def test_a_map_without_a_part_that_could_be_read_opens_as_well(open_map: Open) -> None:
    here = opened(open_map, unparted)
    assert drawn(here).cards
    here.assert_quiet()


def test_a_tap_chooses_a_claim_and_presses_nothing_of_the_panel_under_the_finger(
    open_map: Open,
) -> None:
    phone = {"viewport": {"width": 412, "height": 915}, "has_touch": True, "is_mobile": True}
    here = opened(open_map, voting, **phone)
    here.page.tap("#map-switch")
    here.wait_until("argmap.toSVG().includes('<g')")
    box = here.page.locator("#map").bounding_box()
    assert box
    for card in list(drawn(here).cards.values())[:2]:
        here.page.touchscreen.tap(
            box["x"] + card.x + card.width / 2, box["y"] + card.y + card.height / 2
        )
        here.wait_until("argmap.state().chosen !== null")
        here.page.wait_for_timeout(100)
        assert here.page.evaluate("argmap.state().reject") == []
        here.page.wait_for_timeout(400)
        here.page.tap("#panel .close")
        here.page.tap("#trail .stop >> nth=0")


def test_the_poster_is_fitted_into_the_room_beside_the_list(open_map: Open) -> None:
    here = opened(open_map, plain)
    here.page.click("#way-whole")
    here.page.wait_for_timeout(700)  # the list opens, and the map is fitted again
    assert here.page.is_visible("#side")
    ends = here.page.evaluate(SEEN)
    assert ends
    assert min(ends) >= 0


def test_start_leaves_what_a_claim_rests_on_for_the_front_page(open_map: Open) -> None:
    here = opened(open_map, lambda: argument_map({n: f"{n}." for n in "abc"}, ["b + a", "c + b"]))
    here.choose("a")
    here.page.click("#panel >> text=Show what this rests on")
    here.page.keyboard.press("Escape")
    here.page.click("#view-start")
    here.wait_until("location.hash === ''")
    assert "What is concluded" in words(here)
    here.choose("a")
    assert here.page.is_visible("#panel .text")
