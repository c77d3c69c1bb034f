"""Pictures in pixels and on paper, and a map in a notebook."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from argmap.errors import UsageError
from argmap.pipeline import Wanted, build
from argmap.views import notebook
from tests.maps import chain, for_all, map_of, read_map

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model.argument_map import ArgumentMap

MAP = """\
map: {title: "Cars #[x] \\\\ $y$", question: Why?, views: {half: {focus: a, depth: 1}}}
sources: {s: {title: S, caveats: ["A *draft*."]}}
claims:
  a: {text: "The first #claim with `signs` of $markup$.", supported_by: [b], source: s}
  b: {text: The second., supported_by: [c]}
  c: The third.
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    return tmp_path


def test_pixels_and_handout_are_made_the_same_every_time(place: Path, tmp_path: Path) -> None:
    wanted = Wanted(formats=("png", "pdf"))
    first = {
        path.name: path.read_bytes()
        for path in build(place, tmp_path / "o", None, None, wanted).paths
    }
    again = build(place, tmp_path / "p", None, None, wanted).paths
    assert {path.name: path.read_bytes() for path in again} == first
    picture = first["argument-map.png"]
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (3840, 2160), "a slide of 16:9"
    assert first["handout.pdf"].startswith(b"%PDF")


def test_only_the_wanted_outputs_are_made_and_pictures_show_the_part(
    place: Path, tmp_path: Path
) -> None:
    wanted = Wanted(formats=("svg",), view="half")
    [picture] = build(place, tmp_path / "o", None, None, wanted).paths
    text = picture.read_text(encoding="utf-8")
    assert "The second" in text
    assert "The third" not in text


def test_pictures_have_whole_sentences_where_they_are_wanted(tmp_path: Path) -> None:
    claims = "claims: {a: {text: The town should be closed to cars., label: Close it}}\n"
    (tmp_path / "map.yaml").write_text(claims, encoding="utf-8")
    for sentences in (False, True):
        wanted = Wanted(formats=("svg",), sentences=sentences)
        [picture] = build(tmp_path, tmp_path / "o", wanted=wanted).paths
        assert ("should be closed" in picture.read_text(encoding="utf-8")) == sentences


@pytest.mark.parametrize(
    "wanted",
    [Wanted(view="hal"), Wanted(focus="aa"), Wanted(only_source="t")],
)
def test_an_unknown_place_or_part_is_wrong_use_and_nothing_is_written(
    wanted: Wanted, place: Path, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match="there is no"):
        build(place, tmp_path / "o", None, None, wanted)
    assert not (tmp_path / "o").exists()


@for_all(map_of, 60)
def test_a_map_shows_itself_in_a_notebook(argument_map: ArgumentMap) -> None:
    bundle = argument_map._repr_mimebundle_(include=None)  # the notebooks' own name
    assert bundle["image/svg+xml"].startswith("<svg")
    assert bundle["text/plain"].startswith(repr(argument_map))
    assert argument_map._repr_svg_() == bundle["image/svg+xml"]


def test_a_notebook_is_never_stopped_by_a_map(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: ArgumentMap) -> dict[str, str]:
        raise RuntimeError

    monkeypatch.setattr(notebook, "mimebundle", fails)
    shown = read_map("a + b")._repr_mimebundle_()  # the notebooks' own name
    assert shown == {"text/plain": "<ArgumentMap: 2 claims, 1 relation, 0 sources>"}
    assert read_map("a + b")._repr_svg_() is None


def test_a_large_map_shows_itself_in_words() -> None:
    large = chain(notebook.MOST + 1)
    assert large._repr_mimebundle_() == {
        "text/plain": "<ArgumentMap: 301 claims, 300 relations, 0 sources>: 301 stand"
    }
    assert large._repr_svg_() is None
