"""The page inside other pages: in frames with and without rights of their own."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import page_of
from tests.views.samples import voting

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Frame, Page

pytestmark = pytest.mark.browser


def wait_until_ready(page: Page, frame: Frame) -> None:
    for _ in range(400):
        if frame.evaluate("Boolean(window.argmap && window.argmap.ready)"):
            return
        page.wait_for_timeout(30)
    pytest.fail("the page in the frame was never ready")


@pytest.mark.parametrize("rights", ['sandbox="allow-scripts"', ""])
@pytest.mark.parametrize("by", ["srcdoc", "src"])
def test_the_page_works_in_a_frame(browser: Browser, tmp_path: Path, rights: str, by: str) -> None:
    text = page_of(voting)
    (tmp_path / "map.html").write_text(text, encoding="utf-8", newline="\n")
    what = f'srcdoc="{escape(text)}"' if by == "srcdoc" else 'src="map.html"'
    (tmp_path / "outer.html").write_text(
        f'<!doctype html><title>Outer</title><link rel="icon" href="data:,">'
        f'<iframe {rights} {what} width="1300" height="800"></iframe>',
        encoding="utf-8",
        newline="\n",
    )
    context = browser.new_context(viewport={"width": 1400, "height": 900}, offline=True)
    page = context.new_page()
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.goto((tmp_path / "outer.html").as_uri())
    frame = page.frames[1]
    wait_until_ready(page, frame)
    frame.click("#side-switch")
    frame.click("#start .claim >> nth=0")
    assert frame.is_visible("#panel")
    frame.focus("#map")
    page.keyboard.press("ArrowDown")
    chosen = frame.evaluate("argmap.state().chosen")
    page.keyboard.press("r")
    assert frame.evaluate("argmap.state().reject") == [chosen]
    assert frame.is_visible("#stance")
    frame.click("#stance .ref >> nth=0")
    frame.click("#stance-undo")
    frame.evaluate("argmap.focus(Object.keys(argmap.labels())[0], 2)")
    frame.click("#view-leave")
    frame.click("#present")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    for _ in range(100):  # a dialog tells in a task of its own that it was closed
        if frame.evaluate("argmap.state().step") is None:
            break
        page.wait_for_timeout(30)
    assert frame.evaluate("argmap.state().step") is None
    frame.click("#panel .close")
    frame.click("#view-start")
    assert frame.evaluate("argmap.state().centre") is None
    assert "<svg" in frame.evaluate("argmap.toSVG()")
    assert page.url.endswith("outer.html"), "the outer page keeps its address"
    assert messages == []
    context.close()
