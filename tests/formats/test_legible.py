"""Whatever field a stranger's text is put into, the map can be written, and the loss is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from argmap.diagnostics import Location
from argmap.formats.draft import Draft
from argmap.formats.exchange import PLAIN
from argmap.formats.table import FORMATS
from argmap.model.question import Question
from argmap.model.source import Locator
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.reader import read_files
from tests.formats.reading import imported, lost

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap

HERE = Location("x", 1, 1)
BAD = ("a\ud800", "a\x07", "a\ufffe")
MARKED = "a\ufffd"
CHARACTERS = "characters that no text can hold"


def is_read_back(argument_map: ArgumentMap) -> bool:
    """Whether a claim file of the map is read without an error."""
    text = FORMATS["argmap"].writes().write(argument_map, PLAIN).content
    assert isinstance(text, str)
    text.encode()
    parsed = read_files(ClaimFiles((ClaimFile("map.yaml", text),), ()), "")
    return not [each for each in parsed.diagnostics if each.is_error]


@pytest.mark.parametrize("bad", BAD, ids=ascii)
def test_every_field_of_a_draft_is_made_legible(bad: str) -> None:
    data: dict[str, Any] = {"k": [bad, {bad: bad}]}
    places = (Locator(HERE, page=bad, quote=bad),)
    draft = Draft("demo", "x")
    draft.source("s", bad, note=bad, authors=(bad,), meta=data, url=bad)
    draft.claim(
        "c " + bad,
        bad,
        label=bad,
        note=bad,
        tags=(bad,),
        section=bad,
        speaker=bad,
        url=bad,
        source="s",
        locators=places,
        meta=data,
    )
    draft.claim("d", "D.")
    draft.change("d", note=bad)
    draft.relation(
        "supports", ["d"], "c " + bad, old="r " + bad, note=bad, rationale=bad, meta=data
    )
    questions = {"q": Question("q", bad, ("d",))}
    result = draft.imported(title=bad, question=bad, meta=data, questions=questions)
    assert {*lost(result)} == {CHARACTERS}
    assert is_read_back(result.map)
    [first, second] = result.map.claims.values()
    assert (first.note, first.tags, second.note) == (MARKED, (MARKED,), MARKED)
    assert first.meta == {"k": [MARKED, {MARKED: MARKED}]}


def test_a_number_that_is_none_costs_its_key_alone_and_is_told() -> None:
    draft = Draft("demo", "x")
    draft.claim("c", "C.", meta={"x": float("nan"), "y": [1, float("inf")], "z": {"w": 2}})
    result = draft.imported()
    assert result.map.claims["c"].meta == {"y": [1], "z": {"w": 2}}
    assert lost(result) == {"numbers that are none": 2}


def test_data_nested_beyond_what_a_claim_file_holds_cost_their_key_alone() -> None:
    deep: dict[str, Any] = {}
    for _ in range(5_000):
        deep = {"k": deep}
    draft = Draft("demo", "x")
    draft.claim("c", "C.", meta={"deep": deep, "y": 1})
    result = draft.imported()
    assert lost(result) == {"data that are nested too deeply": 1}
    assert result.map.claims["c"].meta["y"] == 1
    assert is_read_back(result.map)


def test_tags_of_a_highlight_and_notes_of_a_table_are_told_and_can_be_written() -> None:
    row = {"uri": "http://x", "text": "hi there", "tags": ["a\ud800"], "id": "1", "target": []}
    table = "id,text,note\na,A is so.,a\x07b\n"
    for format_, text in (("hypothesis", json.dumps({"rows": [row]})), ("csv", table)):
        result = imported(format_, text)
        assert lost(result)[CHARACTERS] == 1
        assert is_read_back(result.map)


@pytest.mark.parametrize("format_", ["arguebuf", "sadface", "reasons"])
def test_json_of_a_file_with_a_number_that_is_none_is_json(format_: str) -> None:
    texts = {
        "reasons": '[{"id": "a", "text": "A.", "w": NaN, "v": 1}]',
        "sadface": '{"nodes": [{"id": "a", "type": "atom", "text": "A.",'
        ' "metadata": {"o": {"w": NaN, "v": 1}}}], "edges": []}',
        "arguebuf": '{"nodes": {"a": {"atom": {"text": "A."},'
        ' "userdata": {"w": NaN, "v": 1}}}, "edges": {}}',
    }
    result = imported(format_, texts[format_])
    assert lost(result)["numbers that are none"] == 1
    content = FORMATS["json"].writes().write(result.map, PLAIN).content
    assert isinstance(content, str)
    assert "NaN" not in content
    assert '"v": 1' in content
