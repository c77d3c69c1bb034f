"""Maps with too many relations for a picture: what is left out is said, and nothing is lost."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from argmap.analysis.debate.brief import brief
from argmap.analysis.reading_of_map import Reading
from argmap.graph import bearing_most, structure
from argmap.reasoning.time_limit import TimeUpError
from argmap.views.page.page import render_page
from argmap.views.picture.svg.svg import render_svg
from argmap.views.sheets import paper, strengths
from argmap.views.sheets.citing import Citer
from argmap.views.sheets.debate.brief import brief_page
from argmap.views.sheets.report import parts
from argmap.views.sheets.report.report import render_report
from argmap.views.words import crowded
from tests.views.samples import argument_map, content_of, relation

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

NAMES = [f"c{number}" for number in range(6)]
LINES = len(NAMES) * (len(NAMES) - 1)


def all_against_all() -> ArgumentMap:
    steps = [f"{first} - {other}" for first in NAMES for other in NAMES if first != other]
    return argument_map({name: f"Statement {name}." for name in NAMES}, [*steps])


@pytest.fixture(name="crowd")
def _crowd(monkeypatch: pytest.MonkeyPatch) -> ArgumentMap:
    """A map of six claims that counts as crowded."""
    monkeypatch.setattr(crowded, "MOST_RELATIONS", 10)
    monkeypatch.setattr(crowded, "MOST_A_CLAIM", 1)
    return all_against_all()


def data_of(page: str) -> dict[str, Any]:
    written = re.search(
        r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL
    )
    assert written is not None
    data: dict[str, Any] = json.loads(written[1])
    return data


def test_the_picture_draws_the_lines_of_the_layout_and_says_so(crowd: ArgumentMap) -> None:
    scene = content_of(crowd).scene
    assert {card.claim for card in scene.cards} == {*NAMES}
    assert len(scene.arrows) == len(NAMES) - 1
    assert len(scene.arrows) + len(scene.undrawn) == LINES
    assert f"{len(NAMES) - 1} of {LINES} lines are drawn" in scene.remark
    assert f"{len(NAMES) - 1} of {LINES} lines" in render_svg(scene)


def test_the_page_keeps_every_relation_and_shows_each_claim_once(crowd: ArgumentMap) -> None:
    content = content_of(crowd)
    page = render_page(content)
    data = data_of(page)
    assert len(data["relations"]) == LINES
    drawn = {arrow["relation"] for arrow in data["arrows"]}
    assert drawn | {row[0] for row in data["undrawn"]} == {*crowd.relations}
    assert len(data["edges"]) == len(drawn) == len(NAMES) - 1
    below = [claim for children in data["children"].values() for claim, _ in children]
    assert sorted(below) == sorted({*NAMES} - {*data["roots"]})
    assert f'<p class="quiet">{content.scene.remark}</p>' in page


def test_the_report_tells_some_reasons_of_a_claim_and_where_the_others_are(
    crowd: ArgumentMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "MOST_REASONS", 2)
    report, _ = render_report(Reading(crowd))
    assert report.count("- 3 more: `argmap why ") == len(NAMES)


def test_a_map_below_the_limit_has_all_its_lines() -> None:
    content = content_of(all_against_all())
    assert len(content.scene.arrows) == LINES
    assert (content.scene.remark, content.scene.undrawn) == ("", ())
    assert not {"undrawn", "remark"} & {*data_of(render_page(content))}
    report, _ = render_report(content.reading)
    assert " more: " not in report


def test_a_line_on_which_a_drawn_one_ends_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowded, "MOST_RELATIONS", 0)
    monkeypatch.setattr(crowded, "MOST_A_CLAIM", 0)
    names = {name: name for name in "abcd"}
    steps: list[str | Relation] = ["c + a", "a + b", relation("c + b", id="step"), "d / step"]
    drawn = content_of(argument_map(names, steps)).scene.arrows
    assert "step" in {arrow.target for arrow in drawn}
    assert {arrow.target for arrow in drawn} <= {*names, *(arrow.relation for arrow in drawn)}


def test_shortest_paths_are_left_out_of_a_dense_map(monkeypatch: pytest.MonkeyPatch) -> None:
    assert bearing_most.bearing_most(all_against_all(), ()).meeting is not None
    monkeypatch.setattr(structure, "STEPS_LIMIT", LINES)
    assert bearing_most.bearing_most(all_against_all(), ()).meeting is None


def test_strengths_that_take_too_long_are_begun_once_for_a_brief(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun: list[str] = []

    def late(_: Reading) -> None:
        begun.append("strengths")
        raise TimeUpError

    monkeypatch.setattr(strengths, "strengths_read", late)
    monkeypatch.setattr(paper, "fits", lambda *_: False)  # so that every amount is tried
    reading = Reading(all_against_all())
    cite = Citer(reading.map, reading.outline, reading.status)
    assert brief_page(reading, cite, brief(reading, "c0"), "both")
    assert begun == ["strengths"]
