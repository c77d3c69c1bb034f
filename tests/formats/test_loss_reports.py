"""Loss reports are true: they name what an author wrote, count it once, and say it in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from argmap.formats.exchange import PLAIN
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.reader import Foreign
from argmap.formats.table import FORMATS
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.reader import read_files
from tests.formats.whole_maps import whole_map
from tests.maps import for_all

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap

WRITTEN = [name for name, each in FORMATS.items() if each.writer]
_OF_PYTHON = re.compile(r"[({\[]'|'[)}\]]|\b(?:True|False|None)\b|<[a-z_.]+\.[A-Z]")
MAP = """
sources: {s: {title: S}}
claims:
  a: {text: A, supported_by: [b], contradicts: [k], tags: [x, y z], meta: {from: here}}
  b: {text: B, source: s}
  k: K
relations:
  - {id: r1, premises: [b], attacks: k, meta: {m: 1, n: [true]}, tags: [t]}
"""
CONTRADICTIONS = "contradictions, each written as two attacks"


def map_in(text: str) -> ArgumentMap:
    return read_files(ClaimFiles((ClaimFile("m.yaml", text),), ()), "m.yaml").map


@pytest.mark.parametrize("name", WRITTEN)
def test_a_report_names_what_the_author_wrote(name: str) -> None:
    exported = FORMATS[name].writes().write(map_in(MAP), PLAIN)
    lost = {each.what: (each.count, each.example) for each in exported.lost}
    assert "modes of steps" not in lost
    assert "forces of attacks" not in lost
    assert lost.get(CONTRADICTIONS, (1, "a and k")) == (1, "a and k")


def test_a_mode_that_the_author_wrote_is_reported() -> None:
    text = "claims: {a: {text: A, supported_by: [{premises: b, mode: reported}]}, b: B}"
    exported = FORMATS["reasons"].writes().write(map_in(text), PLAIN)
    assert [each.what for each in exported.lost] == ["modes of steps"]


def test_a_table_says_of_a_name_that_its_own_columns_have_it() -> None:
    exported = FORMATS["csv"].writes().write(map_in(MAP), PLAIN)
    assert {each.what: each.example for each in exported.lost} == {
        "own keys whose names no column can have, or argmap's columns have": "a: from",
        "own keys whose values are no text": "r1: m: 1",
    }


@for_all(whole_map, 30, 400)
def test_examples_are_no_program(argument_map: ArgumentMap) -> None:
    for name in WRITTEN:
        for loss in FORMATS[name].writes().write(argument_map, PLAIN).lost:
            assert not _OF_PYTHON.search(loss.example), (name, loss)


READ = {
    "carneades": """
statements: {a: A, u: U}
arguments: {x: {conclusion: a, premises: [u], undercutter: [z, y], weight: {m: 1}}}
issues: {i: {positions: [a], meta: {k: [v]}}}
""",
    "xaif": '{"AIF": {"nodes": [{"nodeID": 1, "text": "A", "type": "I"}, {"x": [null]}], '
    '"edges": [{"q": 1}], "participants": [{"participantID": 1, "firstname": "Ada"}]}}',
    "sadface": '{"nodes": [{"id": "1", "type": "atom", "text": "A"}, {"type": ["x"]}], '
    '"edges": [{"id": {"m": true}}]}',
    "hypothesis": '{"rows": [{"uri": "u", "text": "t", "target": []}, ["x"]]}',
    "gsn2x": "module: [a, {b: c}]\nG1: {text: a}\n",
}


@pytest.mark.parametrize("name", READ)
def test_examples_of_what_was_read_are_no_program(name: str) -> None:
    file = ForeignFile("x.data", READ[name].encode())
    result = Foreign(FORMATS[name], (file,)).imported()
    assert result.lost
    for loss in result.lost:
        assert not _OF_PYTHON.search(loss.example), loss
