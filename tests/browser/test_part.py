"""A page made of a part of the map opens with it, and leads to the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argmap.graph.extent import Extent
from argmap.pipeline import Wanted, build
from argmap.views.page.page import render_page
from tests.browser.conftest import Opened, visible
from tests.views.samples import content_of, voting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

MAP = """\
map: {views: {half: {focus: a, depth: 1}}}
claims:
  a: {text: The first claim., supported_by: [b]}
  b: {text: The second claim., supported_by: [c]}
  c: The third claim.
  d: {text: The fourth claim., supported_by: [c]}
"""


def test_the_page_opens_with_the_part_and_shows_the_rest(open_page: Open) -> None:
    content = content_of(voting())
    focus = content.outline.main[0]
    here = open_page(render_page(replace(content, extent=Extent(focus, 1))))
    below = {child.claim for child in content.outline.children[focus]} | {focus}
    count = len(content.map.claims)
    assert visible(here.page, "#view-count") == f"{len(below)} of {count} claims"
    assert visible(here.page, "#view-words") == (
        f"Part of the map: {content.outline.numbers[focus]} and what is below it, 1 step down"
    )
    assert here.page.is_hidden("#view [data-depth='1']")
    outside = next(iter(set(content.map.claims) - below))
    assert here.page.locator("#outline .claim").count() >= count, "the outline holds the whole map"
    here.page.click("#view-leave")
    assert here.page.is_visible("#view [data-depth='1']")
    assert "whole" in here.url
    here.page.reload()
    here.wait_until("Boolean(window.argmap && window.argmap.ready)")
    assert "Part" not in visible(here.page, "#view-words")
    here.page.goto(here.address)
    here.page.reload()
    here.wait_until("Boolean(window.argmap && window.argmap.ready)")
    here.choose(outside)
    assert "Part" not in visible(here.page, "#view-words"), "a claim outside the part is revealed"
    assert here.messages == []


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted(("html",), focus="b"), "2 of 4"),
        (Wanted(("html",), focus="a", depth=1), "2 of 4"),
        (Wanted(("html",), view="half"), "2 of 4"),
        (Wanted(("html",), depth=0), "2 of 4"),
    ],
)
def test_build_makes_such_a_page(
    open_page: Open, tmp_path: Path, wanted: Wanted, count: str
) -> None:
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    [path] = build(tmp_path / "map.yaml", tmp_path / "out", None, None, wanted).paths
    here = open_page(path.read_text(encoding="utf-8"))
    assert visible(here.page, "#view-count") == f"{count} claims"
