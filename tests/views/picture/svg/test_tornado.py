"""The tornado as SVG: as it was looked at, description in words too, and nothing in it runs."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from argmap.analysis.reading_of_map import Reading
from argmap.analysis.strength.probability import probability
from argmap.views.look import theme
from argmap.views.picture.svg.tornado import render_tornado, scale_of
from argmap.views.picture.tornado import Bar, Tornado, tornado_of
from tests.kept import assert_on_disk
from tests.maps import read_map

_SVG = "{http://www.w3.org/2000/svg}"


def bridge(steps: int | None = None) -> Tornado:
    """The tornado of a conclusion with reasons, an objection and an answer to it."""
    text = """
        one: jams & cost + rebuild; trade + rebuild
        doubt: heritage / one; listed - heritage; far & farther / doubt; nothing
    """
    sketch = read_map(text)
    credences = {"jams": 0.9, "cost": 0.6, "trade": 0.3, "heritage": 0.5, "listed": 0.1}
    claims = {
        id_: replace(claim, credence=credences.get(id_)) for id_, claim in sketch.claims.items()
    }
    claims["cost"] = replace(claims["cost"], text="Repairs cost more each year than a new bridge.")
    reading = Reading(replace(sketch, claims=claims))
    limits = {} if steps is None else {"steps": steps}
    finding = probability(reading, "rebuild", **limits)
    return tornado_of(finding, reading.map, reading.outline)


def words(picture: str, tag: str = "text") -> str:
    """The words of a picture."""
    root = ET.fromstring(picture)  # noqa: S314  # our own output
    return " ".join("".join(text.itertext()) for text in root.iter(f"{_SVG}{tag}"))


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_tornado_is_as_it_was_looked_at(look: str) -> None:
    """Run with ARGMAP_UPDATE=1 to take over a change, and look at the new picture."""
    colours = {"light": theme.LIGHT, "dark": theme.DARK}[look]
    picture = re.sub(r"@font-face\{.*?\}", "", render_tornado(bridge(), colours))
    assert_on_disk(Path(__file__).parent / "golden" / f"tornado-{look}.svg", picture)


def test_the_same_values_give_the_same_bytes() -> None:
    assert render_tornado(bridge()) == render_tornado(bridge())


def test_all_that_is_drawn_is_told_in_words() -> None:
    tornado = bridge()
    picture = render_tornado(tornado)
    assert words(picture, "title") == tornado.title
    description = words(picture, "desc")
    for bar in tornado.bars:
        assert bar.name in description
        assert bar.name in words(picture)
        assert f"{bar.conceded:.2f} if conceded, {bar.refuted:.2f} if refuted" in description
    for remark in (tornado.headline, *tornado.remarks):
        assert remark in description
        assert remark in words(picture)


def test_every_number_stands_on_its_side_of_the_bar() -> None:
    bars = (Bar("for", "", 0.93, 0.11), Bar("against", "", 0.23, 0.71))
    picture = render_tornado(Tornado("", "", 0.5, bars, ()))
    place = {
        text.text: (float(text.get("x") or 0), text.get("text-anchor"))
        for text in ET.fromstring(picture).iter(f"{_SVG}text")  # noqa: S314  # our own output
    }
    assert place["0.11"][0] < place["0.23"][0] < place["0.71"][0] < place["0.93"][0]
    assert place["0.11"][1] == place["0.23"][1] == "end"
    assert place["0.71"][1] is place["0.93"][1] is None


def test_it_brings_its_letters_along_and_asks_for_nothing() -> None:
    picture = render_tornado(bridge())
    assert picture.count("@font-face") == 2
    assert re.findall(r"(?:href|src|url)\W{1,2}((?!data:)[a-z]+:[^\"')]*)", picture) == []


def test_hostile_text_stays_text() -> None:
    bar = Bar("<script>alert(1)</script> &\x00\x0b", "<b>", 0.5, 0.1)
    picture = render_tornado(Tornado("<i>", "<u>", 0.4, (bar,), ("</svg>",)))
    tags = set(re.findall(r"<([a-zA-Z]+)", picture))
    assert tags <= {"svg", "title", "desc", "style", "rect", "g", "path", "text"}
    assert "<script>alert(1)</script> &" in words(picture)


def test_letters_from_right_to_left_end_where_names_end() -> None:
    bar = Bar("\u0646\u0639\u0645", "", 0.5, 0.1)
    picture = render_tornado(Tornado("", "", 0.4, (bar,), ()))
    line = next(line for line in picture.splitlines() if "\u0646" in line and "<text" in line)
    assert ' direction="rtl"' in line
    assert "text-anchor" not in line


def test_a_long_name_is_cut_after_three_lines() -> None:
    picture = render_tornado(Tornado("", "", 0.4, (Bar("word " * 90, "", 0.5, 0.1),), ()))
    names = [line for line in picture.splitlines() if "<text" in line and "word" in line]
    assert len(names) == 3
    assert "\u2026" in names[-1]


def test_what_is_not_known_is_not_drawn() -> None:
    whole, part = (
        render_tornado(Tornado("", "", 0.4, (Bar("a", "", conceded, 0.1),), ()))
        for conceded in (0.5, None)
    )
    assert whole.count("<rect") == part.count("<rect") + 1
    assert "conceded" not in words(part, "desc")


def test_without_premises_that_matter_there_is_no_scale() -> None:
    reading = Reading(read_map("a + b; c"))
    certain = tornado_of(probability(reading, "c"), reading.map, reading.outline, most=0)
    picture = render_tornado(certain)
    assert "as it is" not in words(picture)
    assert "Left out: 1 more" in words(picture)


def test_an_estimate_says_so() -> None:
    tornado = bridge(steps=0)
    assert "about" in tornado.headline
    assert any("65,536 worlds" in remark for remark in tornado.remarks)


@pytest.mark.parametrize(
    ("overall", "ends", "wanted"),
    [
        (0.42, (0.5, 0.1), (0.1, 0.5)),
        (0.0, (0.0, 0.001), (0.0, 0.02)),
        (1.0, (1.0, 0.999), (0.98, 1.0)),
        (0.5, (0.0, 1.0), (0.0, 1.0)),
        (0.78, (0.97, 0.0), (0.0, 1.0)),
    ],
)
def test_the_scale_has_room_for_all_bars(
    overall: float, ends: tuple[float, float], wanted: tuple[float, float]
) -> None:
    scale = scale_of(Tornado("", "", overall, (Bar("", "", *ends),), ()))
    assert (scale.first, scale.last) == wanted
    assert len(list(scale.ticks())) <= 6
