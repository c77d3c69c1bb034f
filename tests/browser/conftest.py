"""One real browser for all browser tests."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from time import monotonic
from typing import TYPE_CHECKING, Any

import pytest

from argmap.views.page.bundle import bundle
from argmap.views.page.page import render_page, script_text
from argmap.views.page.payload import payload_of
from argmap.views.page.prepared import prepared_of
from tests.views.samples import content_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from argmap.model.argument_map import ArgumentMap
    from argmap.views.page.payload import Content


def answer_of_scripts(
    browser: Browser, entry: str, data: object, content: Content | None = None
) -> Any:  # noqa: ANN401  # JSON
    """The answer to `data` by scripts of the page alone, beside the data of a map, if one is given.

    `entry` is a module that imports what it needs and sets `globalThis.answer`, a function.
    """
    modules = bundle("test.js", lambda path: entry if path == "test.js" else script_text(path))
    page = browser.new_page()
    try:
        if content is not None:
            page.set_content(
                "<script type=text id=data></script><script type=text id=asked></script>"
            )
            for id_, value in (("data", payload_of(content)), ("asked", prepared_of(content))):
                fill = "([id, text]) => { document.getElementById(id).textContent = text; }"
                page.evaluate(fill, [id_, json.dumps(value)])
        return page.evaluate(
            f"(data) => {{ 'use strict';\n{modules}\nreturn answer(data); }}", data
        )
    finally:
        page.close()


@cache
def page_of(make: Callable[[], ArgumentMap]) -> str:
    """The page of a map, rendered once for all tests that open it."""
    argument_map = make()
    return render_page(content_of(argument_map))


@dataclass
class Opened:
    """A page that was opened, and everything that it asked for or said on the console."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The address as the page has it now; Playwright's `page.url` hears of a change later."""
        address: str = self.page.evaluate("location.href")
        return address

    def choose(self, claim: str) -> None:
        """Choose a claim through the page's own interface."""
        self.page.evaluate("id => argmap.select(id)", claim)

    def wait_until(self, truth: str, seconds: float = 20) -> None:
        """Wait until a JavaScript expression is true.

        Playwright's own `wait_for_function` polls with `eval`, which the page's policy forbids.
        """
        end = monotonic() + seconds
        while not self.page.evaluate(truth):
            assert monotonic() < end, f"never true: {truth}"
            self.page.wait_for_timeout(15)

    def assert_quiet(self) -> None:
        """The page asked for nothing but itself and said nothing."""
        foreign = [url for url in self.requests if not url.startswith(("data:", "blob:"))]
        assert foreign == [self.address]
        assert self.messages == []


def visible(page: Page, selector: str) -> str:
    """The text that a reader sees there."""
    return page.inner_text(selector)


@pytest.fixture
def open_map(open_page: Callable[..., Opened]) -> Callable[..., Opened]:
    """A function that builds the page of a map and opens it, ready to be used."""
    return lambda make, **context: open_page(page_of(make), **context)


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """A function that opens the text of a page, ready to be used."""
    contexts = []

    def opened(text: str, fragment: str = "#view=whole", **context: object) -> Opened:
        file = tmp_path / "map.html"
        file.write_text(text, encoding="utf-8", newline="\n")
        settings = {"viewport": {"width": 1600, "height": 950}, "offline": True, **context}
        contexts.append(browser.new_context(**settings))  # type: ignore[arg-type]
        page = contexts[-1].new_page()
        here = Opened(page, file.as_uri())
        page.on("request", lambda request: here.requests.append(request.url))
        page.on("console", lambda message: here.messages.append(message.text))
        page.on("pageerror", lambda error: here.messages.append(str(error)))
        page.goto(here.address + fragment)
        here.wait_until("Boolean(window.argmap && window.argmap.ready)")
        here.wait_until("document.querySelector('#outline > ul') !== null")  # listed thereafter
        return here

    yield opened
    for context in contexts:
        context.close()
