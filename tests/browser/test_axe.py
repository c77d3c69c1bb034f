"""No state of the page has a fault that axe-core knows, in light and dark, wide and narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.test_brief import debate
from tests.views.samples import voting

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = [pytest.mark.browser, pytest.mark.long]

SETTINGS = {
    "wide-light": {"viewport": {"width": 1600, "height": 950}, "color_scheme": "light"},
    "wide-dark": {"viewport": {"width": 1280, "height": 720}, "color_scheme": "dark"},
    "narrow-dark": {"viewport": {"width": 412, "height": 915}, "color_scheme": "dark"},
}

FOUND = "document.getElementById('search').value = 'a'"
TYPED = "document.getElementById('search').dispatchEvent(new Event('input'))"

STATES: dict[str, tuple[str, ...]] = {
    "opened": (),
    "whole map": ("document.getElementById('way-whole').click()",),
    "trail": ("argmap.select(CLAIM)", "document.querySelector('#panel .close').click()"),
    "what it rests on": (
        "argmap.select(CLAIM)",
        "document.querySelector('[data-act=\"mark below\"]').click()",
    ),
    "chosen, all unfolded": (
        "argmap.select(CLAIM)",
        "document.querySelectorAll('#panel details').forEach((one) => { one.open = true; })",
    ),
    "stance": (
        "argmap.select(CLAIM)",
        "argmap.setStance({reject: [CLAIM]})",
        "document.getElementById('stance-switch').click()",
    ),
    "brief": ("argmap.select(CLAIM)", "document.querySelector('.to-brief').click()"),
    "brief with a stance": (
        "argmap.setStance({reject: [CLAIM]})",
        "argmap.select(CLAIM)",
        "document.querySelector('.to-brief').click()",
    ),
    "found": (FOUND, TYPED),
    "filter": ("document.getElementById('filter-switch').click()",),
    "menu": ("document.getElementById('menu-switch').click()",),
    "readers": (
        "argmap.setStance({reject: [CLAIM]})",
        "document.querySelector('[data-readers]').click()",
    ),
    "list and outline": ("document.querySelector('[data-skip=outline]').click()",),
    "claim that is gone": ("location.hash = '#c=gone'",),
    "legend": ("document.getElementById('legend-switch').click()",),
    "focus": ("argmap.focus(CLAIM, 2)",),
    "strengths": (
        "document.querySelector('[data-strengths]').click()",
        "argmap.select(CLAIM)",
        "document.querySelector('#panel [type=range]').focus()",
    ),
    "slides": (
        "document.getElementById('present').click()",
        "document.getElementById('slide-status').click()",
    ),
}


@pytest.mark.parametrize(
    ("make", "claim", "settings"),
    [*((voting, "compulsory", settings) for settings in SETTINGS), (debate, "top", "wide-light")],
)
def test_axe_finds_no_fault(
    open_map: Open, make: Callable[[], ArgumentMap], claim: str, settings: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="install axe").Axe()
    faults = []
    for state, steps in STATES.items():
        here = open_map(
            make, fragment="", bypass_csp=True, reduced_motion="reduce", **SETTINGS[settings]
        )
        for step in steps:
            here.page.evaluate(step.replace("CLAIM", f"'{claim}'"))
            here.page.wait_for_timeout(60)
        violations = axe.run(here.page).response["violations"]
        faults += [
            (state, violation["id"], violation["nodes"][0]["html"][:200])
            for violation in violations
        ]
        here.page.close()
    assert not faults
