"""Handouts printed by a real browser: on as many sheets as they promise."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.analysis.debate.brief import brief
from argmap.analysis.reading_of_map import Reading
from argmap.api import status
from argmap.graph.outline import outline
from argmap.model.stance import NO_STANCE
from argmap.pipeline import check
from argmap.views.sheets import paper
from argmap.views.sheets.citing import Citer
from argmap.views.sheets.debate.brief import brief_page
from argmap.views.sheets.debate.flow import brief_flow
from argmap.views.sheets.document import NewSheet
from argmap.views.sheets.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from argmap.views.sheets.document import Block
    from argmap.views.sheets.paper import Paper

SHIPPED = Path(__file__).parents[2] / "claims"
A4 = (595, 842)
CLAIMS = (
    "must-act-independently",  # contested, with much on both sides
    "balance-needed",
    "past-attempts-failed",
    "compelled-initiative",
    "not-distancing",
    "channels-continued",
    "seeks-understanding",
    "long-wait",
    "self-isolation",  # with next to nothing
)


@pytest.fixture
def sheet(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def pages_of(sheet: Page, blocks: list[Block], form: Paper) -> list[tuple[int, int]]:
    """The sizes of the printed pages in points."""
    sheet.goto("about:blank")  # a document keeps the content policies of the one it replaces
    sheet.set_content(printable(blocks, "Printed", form))
    pdf = sheet.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def prepared() -> tuple[Reading, Citer]:
    shipped = check(SHIPPED).map
    reading = Reading(shipped, NO_STANCE, shipped.objections)
    return reading, Citer(shipped, outline(shipped), status(shipped))


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_brief_is_one_sheet(sheet: Page, claim: str) -> None:
    reading, cite = prepared()
    finding = brief(reading, claim)
    for side in ("for", "against", "both"):
        blocks = brief_page(reading, cite, finding, side)
        assert pages_of(sheet, blocks, paper.BRIEF) == [A4]


@pytest.mark.parametrize("claim", CLAIMS[:3])
def test_a_flow_sheet_is_one_sheet_across_and_so_is_each_block(sheet: Page, claim: str) -> None:
    reading, cite = prepared()
    finding = brief(reading, claim)
    for side in ("for", "against"):
        blocks = brief_flow(reading, cite, finding, side)
        sheets = 1 + sum(isinstance(block, NewSheet) for block in blocks)
        assert pages_of(sheet, blocks, paper.FLOW) == [A4[::-1]] * sheets


def test_more_than_fits_takes_more_sheets(sheet: Page) -> None:
    reading, cite = prepared()
    blocks = brief_page(reading, cite, brief(reading, CLAIMS[0]), "for", 9)
    assert not paper.fits(blocks, paper.BRIEF)
    assert len(pages_of(sheet, blocks, paper.BRIEF)) > 1


def test_letters_are_printed_in_nine_points_at_least(sheet: Page) -> None:
    reading, cite = prepared()
    blocks = brief_page(reading, cite, brief(reading, CLAIMS[0]), "for")
    sheet.set_content(printable(blocks, "Printed", paper.BRIEF))
    sheet.emulate_media(media="print")
    sizes = sheet.evaluate(
        "[...document.querySelectorAll('main *')].map(one => getComputedStyle(one).fontSize)"
    )
    assert min(float(size.removesuffix("px")) for size in sizes) * 72 / 96 >= 9
