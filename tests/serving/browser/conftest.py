"""Workbenches in a real browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Any

import pytest

from tests.serving.conftest import served, town  # noqa: F401  # the small map and its workbench

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

    from tests.serving.servers import Running

WIDE = {"width": 1280, "height": 800}


@dataclass
class Bench:
    """A workbench that is open in a browser, and all that it asked for or said on the console."""

    page: Page
    running: Running
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def wait_until(self, truth: str, seconds: float = 20) -> None:
        """Wait until a JavaScript expression is true.

        Playwright's own `wait_for_function` polls with `eval`, which the page's policy forbids.
        """
        end = monotonic() + seconds
        while not self.page.evaluate(truth):
            assert monotonic() < end, f"never true: {truth}\n{self.page.inner_text('body')[-900:]}"
            self.page.wait_for_timeout(15)

    def wait_for_state(self) -> None:
        """Wait until the browser shows what the server shows, and has the document as it is."""
        state = self.running.state
        self.wait_until(f"document.body.dataset.state === '{state}'")
        self.wait_until("!document.querySelector('.still')")
        self.wait_until("document.getElementById('asked')?.textContent.length > 0")

    @property
    def shown_state(self) -> str:
        """The name of the state that the browser shows."""
        return str(self.page.evaluate("document.body.dataset.state"))

    def value(self, expression: str) -> Any:  # noqa: ANN401  # JSON
        """The value of a JavaScript expression."""
        return self.page.evaluate(expression)

    def assert_quiet(self) -> None:
        """The page asked nobody but its own server, and said nothing on the console."""
        own = self.running.address.split("/?")[0]
        assert [url for url in self.requests if not url.startswith((own, "blob:", "data:"))] == []
        assert self.messages == []


@pytest.fixture
def open_bench(browser: Browser) -> Iterator[Callable[..., Bench]]:  # a fixture
    """A function that opens a workbench in a browser of its own; in the end all were quiet."""
    opened: list[tuple[BrowserContext, Bench]] = []

    def open_(running: Running, *, is_quiet: bool = True, **settings: object) -> Bench:
        context = browser.new_context(**{"viewport": WIDE, **settings})  # type: ignore[arg-type]
        bench = Bench(context.new_page(), running)
        bench.page.on("request", lambda request: bench.requests.append(request.url))
        if is_quiet:
            bench.page.on("console", lambda message: bench.messages.append(message.text))
        bench.page.on("pageerror", lambda error: bench.messages.append(str(error)))
        opened.append((context, bench))
        bench.page.goto(running.address)
        bench.wait_until("Boolean(window.argmap && window.argmap.ready)")
        bench.wait_for_state()
        return bench

    yield open_
    for context, bench in opened:
        bench.assert_quiet()
        context.close()
