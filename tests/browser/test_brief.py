"""The questions to press in the panel, and the brief: of the map as written, whatever is tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import visible
from tests.views.samples import argument_map, chain, relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser


def debate() -> ArgumentMap:
    """A conclusion with an expert's word for it that is questioned, and an unanswered objection."""
    return argument_map(
        {
            "top": "Sugar should be taxed",
            "expert": "The institute says that taxes work",
            "biased": "The institute is paid by the state",
            "open": "Its accounts are public",
            "poor": "The tax hits the poor",
        },
        [
            relation("expert + top", id="r", scheme="expert-opinion"),
            relation("biased / r", id="u", presses="trustworthy"),
            relation("open / u", id="v"),
            relation("poor - top", id="p"),
        ],
    )


def test_the_panel_lists_critical_questions_with_what_became_of_them(open_map: Open) -> None:
    here = open_map(debate)
    here.choose("top")
    section = here.page.locator("#panel section", has_text="Questions to press")
    text = section.inner_text()
    assert "Argument from expert opinion, 5 open, 1 answered" in text
    assert text.count("unasked") == 5
    assert "put by" in text
    section.locator("a", has_text="The institute is paid").click()
    assert here.page.evaluate("argmap.state().chosen") == "biased"
    assert "Questions to press" not in visible(here.page, "#panel")
    here.assert_quiet()


def test_the_brief_tells_both_sides_and_leads_on(open_map: Open) -> None:
    here = open_map(debate)
    here.choose("top")
    here.page.keyboard.press("Tab")
    here.page.focus("#panel .to-brief")
    here.page.keyboard.press("Enter")
    text = visible(here.page, "#brief")
    for words in (
        "Contested: unanswered objection.",
        "The institute says that taxes work",
        "Objection: 1.3 The institute is paid by the state",
        "Answer: 1.4 Its accounts are public",
        "The tax hits the poor (the claim turns on it)",
        "Unanswered: the map has nothing against it.",
        "Critical premises",
        "rejects 1.2 The tax hits the poor",
        "argmap brief top",
    ):
        assert words in text, words
    assert "as written" not in text
    assert "brief=top" in here.url
    here.page.keyboard.press("r")
    assert here.page.evaluate("argmap.state().reject") == [], "the keys of the map rest"
    here.page.keyboard.press("Escape")
    here.wait_until("!location.href.includes('brief=')")
    assert here.page.is_hidden("#brief")
    here.wait_until("document.activeElement.classList.contains('to-brief')")
    here.page.click("#panel .to-brief")
    here.page.click("#brief a >> text=1.2")
    assert here.page.is_hidden("#brief")
    assert here.page.evaluate("argmap.state().chosen") == "poor"
    here.assert_quiet()


def test_under_a_stance_the_brief_says_that_it_speaks_of_the_map_as_written(
    open_map: Open,
) -> None:
    here = open_map(debate)
    here.page.evaluate("argmap.setStance({reject: ['poor']})")
    here.choose("top")
    assert visible(here.page, "#panel .pill").strip() == "stands"
    here.page.click("#panel .to-brief")
    text = visible(here.page, "#brief")
    assert "speaks of the map as written" in text
    assert "Contested: unanswered objection." in text
    here.page.go_back()
    assert here.page.is_hidden("#brief")
    here.page.go_forward()
    assert here.page.is_visible("#brief")
    here.assert_quiet()


def test_a_large_map_says_where_its_briefs_are(open_map: Open) -> None:
    here = open_map(lambda: chain(320))
    here.choose("c1")
    assert "argmap brief c1" in visible(here.page, "#panel")
    assert here.page.locator("#panel .to-brief").count() == 0
    here.choose("c319")
    assert "argmap brief" not in visible(here.page, "#panel"), "nothing is said for or against it"
    here.assert_quiet()
