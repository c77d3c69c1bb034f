"""The claims that bear most, in the list beside the map: told when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.analysis.reading_of_map import Reading
from argmap.views.words.bearing_most import MEANINGS, MOST_NAMED
from tests.views.samples import argument_map, voting

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

ROWS = "[...document.querySelectorAll('.bear-most [data-claim]')].map(({dataset}) => dataset.claim)"


def test_the_list_names_the_claims_that_bear_most(open_map: Open) -> None:
    here = open_map(voting)
    assert here.page.evaluate(ROWS) == [], "nothing is read before it is asked for"
    here.page.click(".bear-most summary")
    here.wait_until("document.querySelector('.bear-most .hint') !== null")
    finding = Reading(voting()).groundwork.bearing_most
    assert finding.joining is not None
    assert finding.meeting is not None
    claims = here.page.evaluate(ROWS)
    carried = [*(finding.carrying or ())][:MOST_NAMED]
    assert claims[: len(carried)] == carried
    assert claims[-MOST_NAMED:] == [*finding.meeting][:MOST_NAMED]
    assert {*claims[len(carried) : -MOST_NAMED]} <= {*finding.joining}
    words = here.page.inner_text(".bear-most")
    assert MEANINGS["joining"] in words
    assert MEANINGS["meeting"] in words
    here.page.evaluate("argmap.setStance({reject: ['respond']})")
    assert here.page.evaluate(ROWS) == claims, "it stays open when statuses change"
    here.page.click(".bear-most [data-claim]")
    assert here.page.evaluate("argmap.state().chosen") == claims[0]
    here.assert_quiet()


def pair() -> ArgumentMap:
    return argument_map({"a": "One.", "b": "Two."}, ["a - b"])


def test_a_map_in_which_no_claim_bears_more_says_so(open_map: Open) -> None:
    here = open_map(pair)
    here.page.click(".bear-most summary")
    here.page.get_by_text("No claim bears more than others.").wait_for()  # it is told when opened
