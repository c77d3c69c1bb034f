"""The report as a page: quiet, the same text as in Markdown, and a way into the map."""

from __future__ import annotations

import re
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from argmap.pipeline import Wanted, build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

SHIPPED = Path(__file__).parents[2] / "claims"


@pytest.fixture
def report(browser: Browser, tmp_path: Path) -> Iterator[tuple[Page, Path, list[str]]]:
    """The open report, the folder where it lies, and what it asked for or complained of."""
    build(SHIPPED, tmp_path, None, None, Wanted(formats=("html", "report")))
    context = browser.new_context(offline=True)
    page = context.new_page()
    heard: list[str] = []
    page.on(
        "request", lambda call: None if call.url.startswith("data:") else heard.append(call.url)
    )
    page.on("console", lambda message: heard.append(message.text))
    page.goto((tmp_path / "report.html").as_uri())
    yield page, tmp_path, heard
    context.close()


def test_it_asks_for_nothing_and_complains_of_nothing(
    report: tuple[Page, Path, list[str]],
) -> None:
    page, folder, heard = report
    page.wait_for_timeout(200)
    assert heard == [(folder / "report.html").as_uri()]
    font = page.evaluate("document.fonts.check('12px \"Argmap Sans\"')")
    assert font is True


def test_it_says_what_the_markdown_says(report: tuple[Page, Path, list[str]]) -> None:
    page, folder, _ = report
    letters = re.compile(r"[^\w]+")
    shown = letters.sub("", page.inner_text("main"))
    written = (folder / "report.md").read_text(encoding="utf-8")
    written = re.sub(r"&(amp|lt|gt);", "", written)
    assert shown == letters.sub("", re.sub(r"(?<!\\)_", "_", written))


def test_a_claim_leads_to_its_place_in_the_map(report: tuple[Page, Path, list[str]]) -> None:
    page, _, _ = report
    page.click("text=4.3.1 Japan must act independently")
    end = monotonic() + 20
    while not page.evaluate("Boolean(window.argmap && window.argmap.ready)"):
        assert monotonic() < end, "the map never opened"
        page.wait_for_timeout(50)
    assert page.evaluate("location.hash") == "#c=must-act-independently"
    assert "Japan must act independently" in page.inner_text("#panel")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_light_or_dark_as_the_reader_has_it_and_white_on_paper(
    report: tuple[Page, Path, list[str]], scheme: str
) -> None:
    page, _, _ = report

    def back() -> list[int]:
        color = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return [int(part) for part in re.findall(r"\d+", color)]

    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    assert (sum(back()) < 200) == (scheme == "dark")
    page.emulate_media(color_scheme=scheme, media="print")  # type: ignore[arg-type]
    assert back() == [255, 255, 255]
