"""Long lists of the page: their order, their beginning, and the rest at one press."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import visible
from tests.browser.test_sentences import unquoted
from tests.views.samples import argument_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

DEPTH = 12


def chain() -> ArgumentMap:
    """A chain of reasons, with an objection to each: named so that the deepest comes first."""
    names = {f"r{at}": f"Reason {DEPTH - at:02}" for at in range(DEPTH)}
    names |= {f"o{at}": f"Objection {DEPTH - at:02}" for at in range(DEPTH)}
    steps = [f"r{at} + r{at - 1}" for at in range(1, DEPTH)]
    return argument_map(
        dict(names), [*steps, *(f"o{at} - r{at}" for at in range(DEPTH))], main=("r0",)
    )


def test_what_bears_on_the_conclusions_comes_first_and_the_rest_is_a_press_away(
    open_map: Open,
) -> None:
    here = open_map(chain)
    rows = here.page.locator("#start .clash")
    first = [row.get_attribute("data-claim") for row in rows.all()]
    assert first == ["o0", "o1", "o2", "o3", "o4"], "those next to the conclusion"
    more = here.page.locator("#start .more")
    assert more.inner_text() == f"and {DEPTH - 5} more"
    more.press("Enter")
    assert rows.count() == DEPTH
    assert here.page.evaluate("document.activeElement.dataset.claim") == "o5", "the first new one"
    here.assert_quiet()


def wide() -> ArgumentMap:
    """A claim that falls only with twelve others, and one that rests on two through five steps."""
    names = {f"r{at}": f"Reason {at}" for at in range(12)} | {"top": "The claim"}
    names |= {f"s{at}": f"Step {at}" for at in range(6)} | {
        "base": "The base",
        "other": "The other",
    }
    steps = [f"r{at} + top" for at in range(12)]
    steps += ["base & other + s5", *(f"s{at} + s{at - 1}" for at in range(1, 6))]
    return argument_map(dict(names), list(steps), main=("top", "s0"))


def test_what_would_take_all_grounds_away_is_a_list_that_opens(open_map: Open) -> None:
    here = open_map(wide)
    here.choose("top")
    text = unquoted(visible(here.page, "#panel"))
    assert "The only way to take all its grounds away give up all of these 12 claims" in text
    grounds = here.page.locator("#panel .sets ul .ref")
    assert grounds.count() == 5
    here.page.click("#panel .sets ul .more")
    assert grounds.count() == 12
    here.page.click("#panel >> text=Reject them")
    assert here.page.evaluate("argmap.labels().top") == "out"
    here.assert_quiet()


def test_a_long_way_to_a_claim_shows_its_ends_and_opens_between(open_map: Open) -> None:
    here = open_map(wide)
    here.choose("s0")
    way = here.page.locator("#panel .ways > li").first
    shown = [button.get_attribute("data-claim") for button in way.locator(".claim:visible").all()]
    assert shown == ["s1", "base", "other"], "from the top down to the premises"
    assert way.locator(".tag:visible", has_text="premise").count() == 2
    way.locator("summary").click()
    assert "5 steps between" in way.inner_text()
    opened = {button.get_attribute("data-claim") for button in way.locator(".claim").all()}
    assert opened == {"s1", "s2", "s3", "s4", "s5", "base", "other"}
    assert "only together" in way.inner_text()
    here.assert_quiet()


def test_no_sentence_of_the_panel_names_a_claim_by_its_number_alone(open_map: Open) -> None:
    names = {
        "top": "The top",
        "low": "The low",
        "no": "The no",
        "yes": "The yes",
    }
    here = open_map(
        lambda: argument_map(dict(names), ["low + top", "no / low~supports~top", "yes - no"])
    )
    here.choose("top")
    assert "the step from 1.1 The low to 1 The top" in unquoted(visible(here.page, "#panel"))
    here.choose("no")
    assert "What if you Reject Accept it?" in unquoted(visible(here.page, "#panel"))
    assert visible(here.page, "#panel").count("How could this be made to stand?") == 1
