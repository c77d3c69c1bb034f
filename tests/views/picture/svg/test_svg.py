"""The picture as SVG: well-formed, complete, and nothing in it runs."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from argmap.api import status
from argmap.graph.outline import outline
from argmap.views.picture.scene_of_map import scene_of
from argmap.views.picture.svg.svg import render_svg
from tests.views.picture.layout.test_chapters import two_chapters
from tests.views.samples import argument_map, hostile, voting

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model.argument_map import ArgumentMap


def svg(map_: ArgumentMap) -> str:
    return render_svg(scene_of(map_, outline(map_), status(map_)))


def texts(picture: str) -> str:
    root = ET.fromstring(picture)  # noqa: S314  # our own output
    return " ".join(
        "".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")
    )


def test_it_holds_every_number_name_and_word() -> None:
    map_ = voting()
    shown = texts(svg(map_))
    for claim in map_.claims.values():
        assert claim.name in shown
    for number in outline(map_).numbers.values():
        assert number in shown
    for finding in status(map_).claims.values():
        assert finding.word in shown


def test_hostile_text_stays_text() -> None:
    picture = svg(hostile())
    assert set(re.findall(r"<([a-zA-Z]+)", picture)) <= {
        *("svg", "title", "style", "defs", "pattern", "path", "rect", "circle", "g", "text")
    }
    assert "<script>window.pwned=1</script>" in texts(picture)


def test_control_characters_do_not_break_it() -> None:
    assert "a b" in texts(svg(argument_map({"a": "a\x00\x0bb\ufffe"}, [])))


@pytest.mark.parametrize("make", [voting, hostile])
def test_the_same_map_gives_the_same_bytes(make: Callable[[], ArgumentMap]) -> None:
    assert svg(make()) == svg(make())


def test_it_brings_its_letters_along_and_asks_for_nothing() -> None:
    picture = svg(voting())
    assert picture.count("@font-face") == 2
    addresses = re.findall(r"(?:href|src|url)\W{1,2}((?!data:)[a-z]+:[^\"')]*)", picture)
    assert addresses == []


@pytest.mark.parametrize("name", ["voting", "two_chapters"])
def test_the_picture_is_as_it_was_looked_at(name: str) -> None:
    """Run with ARGMAP_UPDATE=1 to take over a change, and look at the new picture."""
    map_ = {"voting": voting, "two_chapters": two_chapters}[name]()
    picture = re.sub(r"@font-face\{.*?\}", "", svg(map_))
    golden = Path(__file__).parent / "golden" / f"{name}.svg"
    if os.environ.get("ARGMAP_UPDATE"):
        golden.write_text(picture, encoding="utf-8", newline="\n")
    assert picture == golden.read_text(encoding="utf-8")
