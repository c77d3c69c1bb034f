"""The map on paper: sheets as the page lays them out for the printer, and pictures as files."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from argmap.analysis.reading_of_map import Reading
from argmap.pipeline import check
from argmap.views.words.bearing import bearing_in_words
from tests.browser.pictures import SVG, grown, parted
from tests.browser.test_sizes import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

# What the printer is given: by sheet, its letters in points, its "+n", and what sticks out.
SHEETS = """() => {
  dispatchEvent(new Event('beforeprint'));
  document.getElementById('print').classList.add('measured');
  const sheets = [...document.querySelectorAll('#print > .sheet')].map((sheet) => {
    const picture = sheet.querySelector('.slot > svg');
    const scale = parseFloat(picture.getAttribute('width')) / picture.viewBox.baseVal.width;
    const texts = [...picture.querySelectorAll('text')];
    const room = sheet.querySelector('.slot').getBoundingClientRect();
    const box = picture.viewBox.baseVal;
    const out = [...picture.querySelectorAll('rect, text, path, circle')].filter((shape) => {
      const { x, y, width, height } = shape.getBBox();
      return !shape.getAttribute('transform')
        && (x < box.x - 1 || y < box.y - 1 || x + width > box.x + box.width + 1
          || y + height > box.y + box.height + 1);
    });
    return {
      text: sheet.textContent,
      names: [...picture.querySelectorAll('g > title')].map((title) => title.textContent),
      letters: Math.min(...texts.map((text) => text.getAttribute('font-size') * scale)),
      more: texts.map((text) => text.textContent).filter((text) => /^\\+\\d+$/.test(text)),
      out: out.length,
      fits: picture.getBoundingClientRect().height <= room.height + 1
        && picture.getBoundingClientRect().width <= room.width + 1,
    };
  });
  const list = [...document.querySelectorAll('#print .bearing')].map((each) => each.textContent);
  dispatchEvent(new Event('afterprint'));
  return { sheets, list };
}"""


# Whether the picture is the same as when this was asked before.
SETTLED = """(() => {
  const [last, now] = [globalThis.pictured, argmap.toSVG()];
  globalThis.pictured = now;
  return last === now;
})()"""


def shipped() -> ArgumentMap:
    return check(Path(__file__).parents[2] / "claims").map


def large() -> ArgumentMap:
    return grown(1000)


def laid_out(page: Page) -> dict[str, Any]:
    answer: dict[str, Any] = page.evaluate(SHEETS)
    return answer


@pytest.mark.parametrize("make", [shipped, plain, parted, large])
def test_sheets_can_be_read_and_count_what_they_leave_out(
    open_map: Open, make: Callable[[], ArgumentMap]
) -> None:
    argument_map = make()
    here = open_map(make, fragment="")
    here.wait_until(SETTLED)
    before = here.page.evaluate("[argmap.toSVG(), argmap.state()]")
    printed = laid_out(here.page)
    assert here.page.evaluate("[argmap.toSVG(), argmap.state()]") == before
    for sheet in printed["sheets"]:
        assert sheet["letters"] >= 8.99
        assert not sheet["out"], "nothing is cut off"
        assert sheet["fits"]
    cover = printed["sheets"][0]
    count = len(argument_map.claims)
    assert len(cover["names"]) + sum(map(int, cover["more"])) == count
    if cover["more"]:
        assert f"{len(cover['names'])} of {count:,} claims" in cover["text"]
    reading = Reading(argument_map)
    assert printed["list"] == [
        " ".join(bearing_in_words(argument_map, reading.outline.numbers, reading.own_labels, claim))
        for claim in reading.outline.numbers
    ]


def test_a_sheet_draws_what_a_stance_makes_fall_and_pages_are_numbered(open_map: Open) -> None:
    here = open_map(shipped, fragment="#reject=not-receptive", color_scheme="dark")
    cover = laid_out(here.page)["sheets"][0]
    changed = here.page.inner_text("#stance-told")
    assert "Read as if you reject" in cover["text"]
    for fallen in re.findall(r"(\d[\d.]*) [^;:]+? falls", changed):
        assert any(name.startswith(f"{fallen} ") for name in cover["names"])
    pages = PdfReader(io.BytesIO(here.page.pdf(prefer_css_page_size=True))).pages
    last = f"{len(pages)} / {len(pages)}"
    assert last in re.sub(r"\s+", " ", pages[-1].extract_text())


@pytest.mark.parametrize("view", ["", "&view=whole"])
def test_a_saved_picture_says_what_it_is(open_map: Open, view: str) -> None:
    here = open_map(shipped, fragment=f"#reject=not-receptive{view}")
    with here.page.expect_download() as download:
        here.page.evaluate("document.getElementById('save-svg').click()")
    text = download.value.path().read_text(encoding="utf-8")
    root = ET.fromstring(text)  # noqa: S314  # our own
    words = " ".join(each.text or "" for each in root.iter(f"{SVG}text"))
    argument_map = shipped()
    assert argument_map.title in words
    assert (argument_map.question or "")[:60] in words
    assert "Read as if you reject" in words
    for meaning in ("supports", "blocks a step", "It does not mean true.", "El-Desouky 2023"):
        assert meaning in words
    assert re.search(r"\d+ of \d+ claims are drawn", words)
    width, height = (float(root.get(side) or 0) for side in ("width", "height"))
    with here.page.expect_download() as pixels:
        here.page.evaluate("document.getElementById('save-png').click()")
    data = pixels.value.path().read_bytes()
    size = [int.from_bytes(data[at : at + 4], "big") for at in (16, 20)]
    assert size == [round(2 * width), round(2 * height)]
