"""The workbench by keys: everything is reached, and the focus comes back from each dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.serving.conftest import TOWN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.serving.browser.conftest import Bench
    from tests.serving.servers import Running

pytestmark = pytest.mark.browser

IN_HAND = (
    "(at => at.id || at.dataset.act || at.getAttribute('role') || at.tagName)"
    "(document.activeElement)"
)
OPENED = "document.getElementById('form').open"


def test_every_button_is_a_few_stops_away(
    served: Running, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(served)
    bench.page.evaluate("argmap.select('quiet')")
    bench.wait_until("document.querySelector('#panel .edits')")
    wanted = bench.value(
        "[...document.querySelectorAll('#doc button, #doc select, #bar button, #panel button,"
        " #panel summary, #doc-text')].filter(e => e.checkVisibility() && !e.disabled"
        " && e.tabIndex >= 0).length"
    )
    bench.page.evaluate("document.body.focus()")
    reached = set()
    for _ in range(150):
        bench.page.keyboard.press("Tab")
        inside = "document.activeElement.closest('#doc, #bar, #panel') !== null"
        if bench.value(inside):
            reached.add(bench.value(
                "[...document.querySelectorAll('*')].indexOf(document.activeElement)"))  # fmt: skip
    assert len(reached) >= wanted


DIALOGS = {
    "add-claim": "#add-claim",
    "map-change": "#map-change",
    "source-change": "#source-change",
    "reason": "[data-act=reason]",
    "objection": "[data-act=objection]",
    "change": "[data-act=change]",
    "delete": "[data-act=delete]",
}


def test_the_focus_comes_back_to_the_button_that_opened_a_dialog(
    served: Running, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(served)
    bench.page.evaluate("argmap.select('quiet')")
    bench.wait_until("document.querySelector('#panel .edits')")
    for name, selector in DIALOGS.items():
        bench.page.focus(selector)
        bench.page.keyboard.press("Enter")
        bench.wait_until(OPENED)
        inside = "document.getElementById('form').contains(document.activeElement)"
        assert bench.value(inside), name
        bench.page.keyboard.press("Escape")
        bench.wait_until(f"!{OPENED}")
        bench.wait_until(f"{IN_HAND} === '{name}'")  # the browser tells of the end a moment later


def test_the_focus_is_in_the_page_after_an_edit_from_the_panel(
    served: Running, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(served)
    bench.page.evaluate("argmap.select('quiet')")
    bench.wait_until("document.querySelector('#panel .edits')")
    bench.page.focus("[data-act=reason]")
    bench.page.keyboard.press("Enter")
    bench.page.keyboard.type("Engines are loud.")
    bench.page.keyboard.press("Control+Enter")
    bench.wait_until(f"!{OPENED}")
    bench.wait_for_state()
    assert bench.value(IN_HAND) == "reason"
    for switch in ("keys", "problems"):
        bench.page.focus(f"#{switch}-switch")
        bench.page.keyboard.press("Enter")
        assert bench.value(IN_HAND) == switch
        bench.page.keyboard.press("Escape")
        assert bench.value(IN_HAND) == f"{switch}-switch"


def test_half_written_words_outlive_an_edit_from_elsewhere(
    served: Running, town: Path, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(served)
    bench.page.keyboard.press("c")
    bench.page.keyboard.type("Half of a thou")
    before = bench.shown_state
    (town / "town.yaml").write_text(TOWN + "\n  new: Another one is here.\n", encoding="utf-8")
    bench.wait_until(f"document.body.dataset.state !== '{before}'")
    bench.wait_for_state()
    bench.page.keyboard.type("ght.")
    assert bench.page.input_value("#form textarea") == "Half of a thought."
    bench.page.keyboard.press("Control+Enter")
    bench.wait_until(f"!{OPENED}")
    assert "Half of a thought." in (town / "town.yaml").read_text(encoding="utf-8")
