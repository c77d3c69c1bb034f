"""Presenting, printing, and taking the picture along."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from argmap.model.presentation import Step
from argmap.views.look import theme
from argmap.views.picture.scene import Rect
from tests.browser.conftest import visible
from tests.browser.pictures import within
from tests.views.samples import argument_map, hostile, voting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

PROJECTOR = {"viewport": {"width": 1280, "height": 720}}


def stepped() -> ArgumentMap:
    """A map with two steps; the second rejects a claim for a moment."""
    map_ = argument_map(
        {name: f"The claim that is called {name}" for name in "abcdefghi"},
        ["b & c + a", "d + b", "e - a", "f / e~attacks~a", "g + e", "h + e", "i + e"],
    )
    steps = (
        Step(("a", "b", "c"), "What is claimed."),
        Step(tuple("abcdefghi"), "And if b is given up?", reject=("b",)),
    )
    return replace(map_, steps=steps)


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
    assert visible(here.page, "#slide-say") == (
        "And if b is given up? Read here as if you reject 1.1 “The claim that is called b”."
    ), "from the start: the words above the cards speak of a map that is read otherwise"
    words = here.page.locator("#slides .word")
    assert words.all_inner_texts() == ["rejected"], "what is rejected shows; verdicts wait"
    assert "Show which claims stand" in visible(here.page, "#slide-status")
    here.page.keyboard.press("s")
    assert "Hide which claims stand" in visible(here.page, "#slide-status")
    assert "rejected" in visible(here.page, "[data-card=b]")
    assert "falls" in visible(here.page, "[data-card=a]")
    assert here.page.evaluate("argmap.state().reject") == [], "only for a moment"
    here.page.keyboard.press("PageDown")
    here.page.keyboard.press("PageDown")
    assert visible(here.page, "#slide-count") == "3 of 3"
    assert "step=3" in here.url
    here.page.keyboard.press("PageUp")
    assert words.count() == 1, "each slide hides them at first"
    here.page.keyboard.press("s")
    assert here.page.locator("#slides .word").count() == 7
    here.page.keyboard.press("Escape")
    assert here.page.is_hidden("#slides")
    here.page.keyboard.press("p")
    assert here.page.locator("#slides .word").count() == 0, "each presentation hides them at first"
    here.assert_quiet()


@pytest.mark.parametrize("key", ["b", "."])
def test_the_screen_is_made_black_until_the_talk_goes_on(open_map: Open, key: str) -> None:
    here = open_map(stepped, **PROJECTOR)
    here.page.keyboard.press("p")
    middle = "getComputedStyle(document.getElementById('slides'), '::after')"
    for press, black in ((key, True), (key, False), (key, True), ("PageDown", False)):
        here.page.keyboard.press(press)
        is_black = here.page.evaluate(f"{middle}.backgroundColor") == "rgb(0, 0, 0)"
        assert is_black == black
    assert visible(here.page, "#slide-count").startswith("2")
    here.assert_quiet()


def test_going_back_leaves_the_presentation_and_then_goes_on(open_map: Open) -> None:
    here = open_map(stepped)
    here.page.evaluate("argmap.setStance({reject: ['d']})")
    here.page.click("#present")
    for _ in range(2):
        here.page.keyboard.press("PageDown")
    assert "step=3" in here.url
    here.page.go_back()
    here.wait_until("argmap.state().step === null")
    assert here.page.is_hidden("#slides")
    assert here.url.endswith("&reject=d")
    here.page.go_forward()
    here.wait_until("argmap.state().step === 3")
    assert here.page.is_visible("#slides")
    here.page.go_back()
    here.wait_until("argmap.state().step === null")
    here.page.go_back()
    here.wait_until("argmap.state().reject.length === 0")
    here.assert_quiet()


def tangled() -> ArgumentMap:
    """Steps over several rows, linked premises in different rows, blocked steps, contradictions."""
    random = Random(5)  # noqa: S311  # a map, not a secret
    names = [f"c{place}" for place in range(42)]
    steps = []
    for at in range(1, 42):
        for target in random.sample(names[max(0, at - 6) : at], min(at, 1 + at % 2)):
            kind = random.choice(["+", "+", "-"])
            steps.append(f"{names[at]} {kind} {target}")
            if kind == "-" and at % 2:
                steps.append(f"{names[min(at + 1, 41)]} / {names[at]}~attacks~{target}")
        if not at % 5:
            steps.append(f"{names[at]} & {names[at - 3]} + {names[at - 4]}")
    map_ = argument_map(
        {name: f"What {name} says in a few words" for name in names}, list(dict.fromkeys(steps))
    )
    return replace(map_, steps=tuple(Step(tuple(names[at : at + 6]), "") for at in range(0, 42, 6)))


ON_SLIDE = """() => {
  const cards = [...document.querySelectorAll('#slide-rows [data-card]')].map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return [one.dataset.card, x, y, width, height];
  });
  const paths = [...document.querySelectorAll('#slide-rows .lines path')].filter((one) => (
    one.getAttribute('d').includes('C') && !one.closest('[transform]')));
  const lines = paths.map((one) => {
    const [length, to] = [one.getTotalLength(), one.getScreenCTM()];
    return Array.from({ length: 200 }, (_, at) => {
      const { x, y } = one.getPointAtLength(length * at / 199).matrixTransform(to);
      return [x, y];
    });
  });
  const signs = [...document.querySelectorAll('#slide-rows .lines path[transform^=translate]')]
    .map((sign) => {
      const { x, y } = new DOMPoint(0, 0).matrixTransform(sign.getScreenCTM());
      return [x, y];
    });
  return { cards, lines, signs };
}"""


@pytest.mark.parametrize("size", [(1280, 720), (1600, 950)])
def test_on_no_slide_a_line_runs_behind_a_card_or_a_sign_stands_on_one(
    open_map: Open, size: tuple[int, int]
) -> None:
    here = open_map(tangled, viewport={"width": size[0], "height": size[1]})
    here.page.click("#present")
    count = int(visible(here.page, "#slide-count").split()[-1])
    crossed, covering, lines = [], [], 0
    for at in range(count):
        slide = here.page.evaluate(ON_SLIDE)
        cards = {name: Rect(*box) for name, *box in slide["cards"]}
        lines += len(slide["lines"])
        crossed += [
            (at + 1, name)
            for line in slide["lines"]
            for name, card in cards.items()
            if not any(within(card, end, 3) for end in (line[0], line[-1]))
            and any(within(card, point, -3) for point in line)
        ]
        covering += [
            (at + 1, name)
            for sign in slide["signs"]
            for name, card in cards.items()
            if within(card, sign, 5)
        ]
        here.page.keyboard.press("ArrowRight")
    assert crossed == []
    assert covering == [], "a sign stands on a card"
    assert lines > 6 * count, "they are drawn and not left out"
    here.assert_quiet()


@pytest.mark.parametrize("width", [1280, 412])
def test_every_card_of_a_slide_bears_its_number_and_says_its_steps(
    open_map: Open, width: int
) -> None:
    here = open_map(stepped, viewport={"width": width, "height": 720})
    here.page.evaluate("document.getElementById('present').click()")
    numbers = dict(
        here.page.evaluate(
            """[...document.querySelectorAll('#outline [data-claim]')]
              .map((one) => [one.dataset.claim, one.querySelector('.number').textContent])"""
        )
    )
    for _ in range(2):
        for card in here.page.locator("#slides .slide-card").all():
            number = card.locator(".foot .number").inner_text()
            assert number == numbers[card.get_attribute("data-card")]
        here.page.keyboard.press("ArrowRight")
    here.page.keyboard.press("ArrowLeft")
    here.page.keyboard.press("ArrowLeft")
    here.page.keyboard.press("ArrowRight")
    steps = here.page.locator("[data-card=f] .slide-steps")
    assert steps.text_content() == f" blocks the objection from {numbers['e']} to {numbers['a']}"
    steps = here.page.locator("[data-frame] > .slide-steps")
    assert steps.text_content() == f" supports {numbers['a']} The claim that is called a"
    is_phone = width < 900
    assert here.page.locator("#slide-rows .lines").count() == (0 if is_phone else 1)
    height = steps.evaluate("one => one.getBoundingClientRect().height")
    assert (height > 15) is is_phone, "in words only where no lines are"
    tops = here.page.evaluate(
        """[...document.querySelectorAll('.slide-tools button')]
          .map((one) => one.getBoundingClientRect().top)"""
    )
    assert len(tops) == 4
    assert len(set(tops)) == 1, "all buttons stand in one row"


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
    here.page.click("#view [data-depth='null']")
    root = ET.fromstring(here.page.evaluate("argmap.toSVG()"))  # noqa: S314  # our own
    text = "".join(root.itertext())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    for number in here.page.locator("#outline .number").all_inner_texts():
        assert number in text
    assert "@font-face" in text
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


ON_PAPER = """() => {
  const seen = [...document.querySelectorAll('#print :is(text, p, li, h1, h2, b, span)')];
  const sizes = seen.filter((one) => one.textContent.trim()).map((one) => {
    const svg = one.closest('svg');
    const by = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
    return parseFloat(getComputedStyle(one).fontSize) * by * 0.75;
  });
  const sheets = [...document.querySelectorAll('#print .sheet')];
  return {
    least: Math.min(...sizes),
    sheets: sheets.length,
    over: sheets.filter((one) => one.scrollHeight > one.clientHeight + 1).length,
    wide: sheets.filter((one) => one.querySelector('svg[role]').getBoundingClientRect().width
      > one.getBoundingClientRect().width + 1).length,
  };
}"""


def tree() -> ArgumentMap:
    """Two conclusions with sixty claims below each, every third an objection."""
    names = [f"{side}{place}" for side in "pq" for place in range(60)]
    steps = [
        f"{side}{place} {'+-+'[place % 3]} {side}{(place - 1) // 3}"
        for side in "pq"
        for place in range(1, 60)
    ]
    texts: dict[str, Claim | str] = dict.fromkeys(names, "A claim of a few more words than that")
    return argument_map(texts, list(steps), main=("p0", "q0"))


@pytest.mark.parametrize("make", [voting, tree, hostile])
@pytest.mark.parametrize(("paper", "sheet"), [("a4", (842, 595)), ("a3", (1191, 842))])
def test_paper_is_readable_and_whole(
    open_map: Open, make: Callable[[], ArgumentMap], paper: str, sheet: tuple[int, int]
) -> None:
    here = open_map(make)
    here.page.evaluate("window.print = () => {}")
    here.page.click("#menu-switch")
    here.page.click(f"#print-{paper}")
    here.page.set_viewport_size({"width": round(sheet[0] / 0.75), "height": 900})
    here.page.emulate_media(media="print")
    here.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    measured = here.page.evaluate(ON_PAPER)
    assert measured["least"] > 8.99
    assert measured["over"] == measured["wide"] == 0
    assert measured["sheets"] == {voting: 2, tree: 3}.get(make, 1)
    here.page.evaluate("dispatchEvent(new Event('afterprint'))")
    printed = here.page.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert sum((round(float(w)), round(float(h))) == sheet for w, h in sizes) >= measured["sheets"]
    assert len(sizes) > measured["sheets"], "the list of the claims has pages of its own"
    assert len(sizes) < 12
    here.assert_quiet()


def test_paper_needs_no_colours(open_map: Open) -> None:
    here = open_map(voting)
    here.page.evaluate("argmap.setStance({reject: ['equal']})")
    here.page.emulate_media(media="print")
    here.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    dashes = here.page.evaluate(
        """[...document.querySelectorAll('#print svg[role] path[stroke-dasharray]')]
          .map((one) => [one.getAttribute('stroke'), one.getAttribute('stroke-dasharray')])"""
    )
    supports = {dash for colour, dash in dashes if colour == theme.LIGHT["support"]}
    attacks = {dash for colour, dash in dashes if colour == theme.LIGHT["attack"]}
    assert supports == {"none"}
    assert "9 6" in attacks <= {"9 6", "2.5 4.5"}
    words = here.page.locator("#print svg[role]").all_text_contents()[0]
    for status in ("stands", "contested", "rejected by you"):
        assert status in words, status


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
