"""Strengths in the page: shown when asked for, moved by sliders, and never taken for a status."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argmap.analysis.reading_of_map import Reading
from argmap.analysis.strength.probability import probability
from argmap.analysis.strength.strengths import strengths
from argmap.model.claim import Claim
from argmap.model.stance import Stance
from argmap.views.words.strengths import in_short, strength_in_words
from tests.maps import read_map
from tests.views.samples import argument_map as map_of
from tests.views.samples import voting

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

CHOSEN = "compulsory"
TEXT = "document.querySelector({!r})?.textContent ?? ''"


def text_at(here: Opened, selector: str) -> str:
    return str(here.page.evaluate(TEXT.format(selector)))


def degree(here: Opened) -> str:
    """The word and number in the panel."""
    return text_at(here, "#panel .degree b").lower()


def move(here: Opened, first: str, credence: float) -> None:
    """Move the slider of a premise, as a pointer does."""
    here.page.evaluate(
        """([act, value]) => {
          const slider = document.querySelector(`[data-act="${act}"]`);
          slider.value = value;
          slider.dispatchEvent(new Event('input', {bubbles: true}));
          slider.dispatchEvent(new Event('change', {bubbles: true}));
        }""",
        [f"credence {first}", str(credence)],
    )


def firsts(here: Opened) -> list[str]:
    """The premises that have a slider."""
    acts: list[str] = here.page.evaluate(
        "[...document.querySelectorAll('#panel [type=range]')].map(({dataset}) => dataset.act)"
    )
    return [act.removeprefix("credence ") for act in acts]


def with_strengths(open_map: Open, make: Callable[[], ArgumentMap], claim: str) -> Opened:
    here = open_map(make, fragment=f"#strengths&c={claim}")
    assert here.page.evaluate("argmap.state().strengths")
    return here


def test_strengths_are_hidden_until_asked_for_and_remembered(open_map: Open) -> None:
    here = open_map(voting)
    switch = here.page.locator("#stage [data-strengths]")
    assert switch.get_attribute("aria-pressed") == "false"
    assert "Strength" not in here.page.evaluate("argmap.toSVG()")
    here.choose(CHOSEN)
    assert "How strong" not in here.page.inner_text("#panel")
    switch.click()
    assert switch.get_attribute("aria-pressed") == "true"
    words = strength_in_words(strengths(Reading(voting())).claims[CHOSEN])
    assert f"Strength: {words}</title>" in here.page.evaluate("argmap.toSVG()")
    assert degree(here) == words
    assert here.page.is_visible("#legend-strength")
    assert "strengths" in here.url
    here.page.reload()
    here.wait_until("Boolean(window.argmap && window.argmap.ready)")
    assert degree(here) == words
    here.page.go_back()
    here.wait_until("!argmap.state().strengths")
    assert "How strong" not in here.page.inner_text("#panel")


def test_a_slider_moves_number_and_tornado_but_no_status(open_map: Open) -> None:
    here = with_strengths(open_map, voting, CHOSEN)
    argument_map = voting()
    pill = here.page.inner_text("#panel .top .pill")
    labels = here.page.evaluate("argmap.labels()")
    picture = here.page.inner_html("#panel .tornado")
    first, *_ = firsts(here)
    before = degree(here)
    move(here, first, 0.1)
    stance = Stance(credences={first: 0.1})
    reading = Reading(argument_map, stance)
    assert degree(here) == strength_in_words(strengths(reading).claims[CHOSEN]) != before
    assert here.page.inner_html("#panel .tornado") != picture
    words = here.page.inner_text("#panel")
    assert f"with probability {in_short(probability(reading, CHOSEN).p_stands)}" in words
    assert "0.10 by you" in words.replace("\n", " ")
    assert here.page.inner_text("#panel .top .pill") == pill
    assert here.page.evaluate("argmap.labels()") == labels
    everything = here.page.evaluate("argmap.strengths()")
    assert everything == pytest.approx(dict(strengths(reading).claims), abs=1e-9)
    assert f"credence=0.1%20{first}" in here.url
    assert "1 credence moved" in here.page.inner_text("#view-credences")
    here.page.click("#view-credences")
    assert degree(here) == before
    assert here.page.is_hidden("#view-credences")
    move(here, first, 0.1)
    here.page.click("#panel [data-act=credences]")
    assert degree(here) == before
    assert here.page.is_hidden("#panel [data-act=credences]")
    here.assert_quiet()


def test_the_keyboard_alone_moves_a_credence(open_map: Open) -> None:
    here = with_strengths(open_map, voting, CHOSEN)
    first, second, *_ = firsts(here)
    here.page.focus("#panel-head")
    for _ in range(20):
        here.page.keyboard.press("Tab")
        if here.page.evaluate("document.activeElement.type === 'range'"):
            break
    slider = here.page.locator(f'[data-act="credence {first}"]')
    assert here.page.evaluate("document.activeElement.dataset.act") == f"credence {first}"
    name = here.page.evaluate("document.activeElement.labels[0].textContent")
    assert here.page.get_by_role("slider", name=name).count() == 1
    assert slider.get_attribute("aria-valuetext") == "0.80, assumed"
    here.page.keyboard.press("ArrowLeft")
    assert slider.get_attribute("aria-valuetext") == "0.79"
    here.page.keyboard.press("Home")
    assert slider.get_attribute("aria-valuetext") == "0.00"
    assert here.page.evaluate("document.activeElement.dataset.act") == f"credence {first}"
    here.page.keyboard.press("Tab")
    assert here.page.evaluate("document.activeElement.dataset.act") == f"credence {second}"
    assert here.page.evaluate("argmap.state().chosen") == CHOSEN, "arrows moved the slider alone"


def test_what_the_reader_decided_has_no_slider(open_map: Open) -> None:
    here = with_strengths(open_map, voting, CHOSEN)
    first, *_ = firsts(here)
    here.page.evaluate("id => argmap.setStance({reject: [id]})", first)
    assert first not in firsts(here)
    reading = Reading(voting(), Stance(reject=frozenset({first})))
    assert degree(here) == strength_in_words(strengths(reading).claims[CHOSEN])
    here.page.evaluate("id => argmap.setStance({accept: [id]})", CHOSEN)
    assert degree(here) == "strong (1.00)"
    assert "as you accept it" in here.page.inner_text("#panel .degree")
    assert not firsts(here)


def three() -> ArgumentMap:
    return map_of(
        {"close": "We should close the street.", "shops": Claim("shops", "S", credence=0.3)},
        ["shops - close"],
    )


def no_credences() -> ArgumentMap:
    return map_of(dict.fromkeys("abcd", "A claim"), ["a & b + c", "d - c", "a + d"])


def arabic() -> ArgumentMap:
    texts = {
        "a": "ينبغي أن تغلق المدينة مركزها أمام السيارات",
        "b": "الهواء أنقى بدون سيارات",
        "c": "المتاجر تخسر زبائنها",
    }
    return map_of(texts, ["b + a", "c - a"])


def ring() -> ArgumentMap:
    return replace(read_map("a >< b; a + top"), title="A ring")


@pytest.mark.parametrize(
    ("make", "claim", "words"),
    [
        (three, "close", "0.30"),
        (no_credences, "c", "None of its 2 premises has a credence"),
        (arabic, "a", "None of its 2 premises has a credence"),
        (ring, "top", "bear on each other in a circle"),
    ],
)
def test_small_and_odd_maps(
    open_map: Open, make: Callable[[], ArgumentMap], claim: str, words: str
) -> None:
    here = with_strengths(open_map, make, claim)
    assert degree(here) == strength_in_words(strengths(Reading(make())).claims[claim])
    assert words in here.page.inner_text("#panel")
    first, *_ = firsts(here)
    move(here, first, 0)
    reading = Reading(make(), Stance(credences={first: 0}))
    assert degree(here) == strength_in_words(strengths(reading).claims[claim])
    assert not here.messages
    wide, room = here.page.evaluate(
        "(() => { const { scrollWidth, clientWidth } = document.getElementById('panel');"
        " return [scrollWidth, clientWidth]; })()"
    )
    assert wide <= room


def test_a_claim_that_is_no_conclusion_is_referred_to_the_command(open_map: Open) -> None:
    here = with_strengths(open_map, voting, "respond")
    assert "argmap strength respond" in here.page.inner_text("#panel")


def large() -> ArgumentMap:
    names = [f"c{place}" for place in range(3000)]
    steps = [f"c{place} {'+-'[place % 2]} c{(place - 1) // 2}" for place in range(1, 3000)]
    return map_of(dict.fromkeys(names, "A claim of a large map"), list(steps))


STEPS = """async (act) => {
  const slider = document.querySelector(`[data-act="${act}"]`);
  const times = [];
  for (let step = 0; step < 15; step += 1) {
    slider.value = String(step / 20);
    const begun = performance.now();
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b)[7];
}"""


def test_a_map_of_thousands_of_claims_follows_the_slider(open_map: Open) -> None:
    here = open_map(large, fragment="#strengths&c=c0&view=whole")
    first, *_ = firsts(here)
    median = here.page.evaluate(STEPS, f"credence {first}")
    assert median < 1000, f"{median} ms for a step; 100 are aimed at"
    reading = Reading(large(), Stance(credences={first: 0.7}))
    assert degree(here) == strength_in_words(strengths(reading).claims["c0"])
