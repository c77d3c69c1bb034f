"""The search: what it finds, where it hits, and what comes after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.model.claim import Claim
from tests.browser.conftest import visible
from tests.views.samples import HERE, argument_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser


def sayings() -> ArgumentMap:
    """Claims with a label, whose texts say more than the label does."""
    texts = {
        "milestone": (
            "A milestone",
            "There was only one major Événement in all these years, 2002.",
        ),
        "major": ("A major", "The major was the only man there; one of them spoke."),
        "other": ("Another", "Nobody spoke of it."),
    }
    claims = {id_: Claim(id_, text, HERE, label=name) for id_, (name, text) in texts.items()}
    return argument_map(claims, ["major + milestone"])


def hits(here: Opened, query: str) -> list[str | None]:
    here.page.fill("#search", query)
    return [row.get_attribute("data-claim") for row in here.page.locator("#found .claim").all()]


def test_a_phrase_is_found_as_it_stands_and_marked_where_it_hits(open_map: Open) -> None:
    here = open_map(sayings)
    assert sorted(map(str, hits(here, "only one major"))) == ["major", "milestone"]
    for query in ('"only one major"', "“only one major” years", '"one major evenement"'):
        assert hits(here, query) == ["milestone"], query
    assert visible(here.page, "#found mark") == "one major Événement", "as it is written"
    assert visible(here.page, "#found .snippet").startswith("There was only")
    assert hits(here, "milestone") == ["milestone"]
    assert here.page.locator("#found mark").count() == 0, "its name says it"
    here.assert_quiet()


def test_after_a_hit_the_keys_are_those_of_the_map(open_map: Open) -> None:
    here = open_map(sayings)
    here.page.fill("#search", "spoke")
    here.page.keyboard.press("Enter")
    first = here.page.evaluate("argmap.state().chosen")
    assert visible(here.page, "#hits") == "1 of 2"
    here.page.keyboard.press("n")
    assert here.page.evaluate("argmap.state().chosen") != first
    here.page.keyboard.press("n")
    here.page.keyboard.press("r")
    assert here.page.evaluate("argmap.state().reject") == [first]
    here.assert_quiet()


def test_a_search_stands_in_the_link_while_it_lasts(open_map: Open) -> None:
    here = open_map(sayings)
    assert hits(here, '"one only major" 2002') == []
    assert hits(here, '"only one major" 2002') == ["milestone"]
    here.page.reload()
    here.wait_until("Boolean(window.argmap && window.argmap.ready)")
    assert here.page.input_value("#search") == '"only one major" 2002'
    assert here.page.locator("#found .claim").count() == 1
    here.page.click("#found .claim")
    assert "q=" not in here.url
    assert here.messages == []


def test_a_link_to_a_claim_that_is_gone_says_so(open_map: Open) -> None:
    here = open_map(sayings)
    here.page.goto(f"{here.address}#c=gone&reject=lost,other")
    here.wait_until("!document.getElementById('notice').hidden")
    assert "the claims “gone” and “lost”, which are not in" in visible(here.page, "#notice")
    assert here.page.evaluate("argmap.state().reject") == ["other"]
    here.page.click("#notice button")
    assert here.page.is_hidden("#notice")
