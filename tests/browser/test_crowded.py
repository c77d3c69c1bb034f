"""A map with too many relations for a picture: few lines are drawn, and a chosen claim has all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.views.words import crowded
from tests.views.samples import argument_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

NAMES = [f"c{number}" for number in range(6)]


def crowd() -> ArgumentMap:
    steps = [f"{first} - {other}" for first in NAMES for other in NAMES if first != other]
    return argument_map({name: f"Statement {name}." for name in NAMES}, [*steps])


def test_a_chosen_claim_has_all_its_objections(
    open_map: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crowded, "MOST_RELATIONS", 10)
    monkeypatch.setattr(crowded, "MOST_A_CLAIM", 1)
    here = open_map(crowd)
    assert "5 of 30 lines are drawn" in here.page.inner_text("#side")
    rows = here.page.evaluate("document.querySelectorAll('#outline [data-claim]').length")
    assert rows == len(NAMES)
    here.page.evaluate("argmap.select('c0')")
    objections = here.page.inner_text("#panel").split("USED AGAINST")[0].split("ATTACKED BY")[1]
    assert [name for name in NAMES if f"Statement {name}." in objections] == NAMES[1:]
    here.page.click("#way-read")
    assert "Against it · 5" in here.page.evaluate("argmap.toSVG()")
    here.assert_quiet()
