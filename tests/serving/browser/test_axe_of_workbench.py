"""No state of the workbench has a fault that axe-core knows, and none is wider than its window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.serving.browser.states import STATES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.serving.browser.conftest import Bench
    from tests.serving.servers import Running

pytestmark = [pytest.mark.browser, pytest.mark.long]

SETTINGS = {
    "wide light": {"viewport": {"width": 1280, "height": 720}, "color_scheme": "light"},
    "wide dark": {"viewport": {"width": 1600, "height": 900}, "color_scheme": "dark"},
    "phone light": {"viewport": {"width": 390, "height": 844}, "color_scheme": "light"},
    "phone dark": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 640}, "color_scheme": "light"},
}
BEYOND = (
    "[...document.querySelectorAll('#bar *, #doc *, #form *, .bench-sheet:not([hidden]) *')]"
    ".filter(each => each.checkVisibility() && !each.closest('.unseen, #doc-text'))"
    ".filter(each => { const box = each.getBoundingClientRect();"
    " return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1); })"
    ".map(each => each.outerHTML.slice(0, 120))"
)


@pytest.mark.parametrize("name", SETTINGS)
def test_axe_finds_no_fault(served: Running, open_bench: Callable[..., Bench], name: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="install axe").Axe()
    answer = served.edit(do="add", text="In other towns they did not.", kind="attacks",
                         target="shops")  # fmt: skip
    assert answer.status == 200
    faults = []
    for state, way in STATES.items():
        bench = open_bench(served, bypass_csp=True, reduced_motion="reduce", **SETTINGS[name])
        way(bench)
        violations = axe.run(bench.page).response["violations"]
        faults += [
            (state, violation["id"], violation["nodes"][0]["html"][:200])
            for violation in violations
        ]
        faults += [(state, "beyond the window", each) for each in bench.value(BEYOND)]
        bench.page.close()
    assert not faults
