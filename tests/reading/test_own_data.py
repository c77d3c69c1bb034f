"""Data of the author's own, and the origin of imported parts: kept as they are, and shown."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from argmap.model.origin import Origin
from argmap.reading.reader import read
from argmap.views.words.kept import rows_of

if TYPE_CHECKING:
    from pathlib import Path

MAP = """
map: {title: Cars, meta: {edition: 2}}
source: {id: report, meta: {shelf: B 12}, origin: {format: aif, id: "7"}}
claims:
  quieter:
    text: Streets are quieter.
    meta: {coder: Ada}
    origin: {format: kialo, id: 1.2.1}
    contradicts: {target: louder, meta: {sure: true}, origin: {format: aif, id: 9}}
    supported_by: [{premises: measured, meta: {agreement: 0.8}, origin: {format: aif, id: 8}}]
  measured: It was measured.
  louder: Streets are louder.
"""
VALUES = {
    "text": "text",
    "'3'": "3",
    "3": 3,
    "-3": -3,
    "0": 0,
    "2.5": 2.5,
    "1e3": 1000.0,
    "true": True,
    "FALSE": False,
    "yes": "yes",
    "~": None,
    "null": None,
    "": None,
    "007": "007",
    "+49": "+49",
    "0x1F": "0x1F",
    "1_000": "1_000",
    ".inf": ".inf",
    "1e999": "1e999",
    "9" * 33: "9" * 33,
    "2026-11-28": "2026-11-28",
    "[1, [a, ~], {b: }]": [1, ["a", None], {"b": None}],
    "{claims: {a: ~}, 2: [true]}": {"claims": {"a": None}, "2": [True]},
}


@pytest.mark.parametrize(("written", "meant"), VALUES.items())
def test_a_value_is_kept_as_json_has_it(written: str, meant: object, tmp_path: Path) -> None:
    text = f"claims:\n  a:\n    text: It is so.\n    meta:\n      key: {written}\n"
    (tmp_path / "a.yaml").write_text(text)
    parsed = read(tmp_path)
    assert not parsed.diagnostics
    meta = parsed.map.claims["a"].meta
    assert json.loads(json.dumps(meta)) == {"key": meant}
    assert type(meta["key"]) is type(meant)


def test_every_part_of_a_map_keeps_them(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(MAP)
    argument_map = read(tmp_path).map
    claim = argument_map.claims["quieter"]
    [support] = argument_map.relations_from("measured")
    [attack] = argument_map.relations_from("quieter")
    source = argument_map.sources["report"]
    assert [dict(part.meta) for part in (argument_map, claim, support, attack, source)] == [
        {"edition": 2},
        {"coder": "Ada"},
        {"agreement": 0.8},
        {"sure": True},
        {"shelf": "B 12"},
    ]
    assert [part.origin for part in (claim, support, attack, source)] == [
        Origin("kialo", "1.2.1"),
        Origin("aif", "8"),
        Origin("aif", "9"),
        Origin("aif", "7"),
    ]
    assert hash(claim) is not None


@pytest.mark.parametrize("nothing", ["~", "", "null"])
@pytest.mark.parametrize("table", ["claims", "sources", "stances", "schemes"])
def test_a_part_whose_id_is_meta_is_no_data(table: str, nothing: str, tmp_path: Path) -> None:
    key = {"claims": "text", "sources": "title", "stances": "name", "schemes": "name"}[table]
    other = "" if table == "claims" else "claims: {a: It is so.}\n"
    (tmp_path / "a.yaml").write_text(f"{other}{table}:\n  meta:\n    {key}: {nothing}\n")
    assert "AM205" in {problem.code for problem in read(tmp_path).diagnostics}


def test_rows_keep_the_order_and_lose_nothing() -> None:
    deep = {"z": {"y": [{"x": 1}, "w"]}, "a": [], "b": {}, "c": [1, None, False]}
    assert rows_of(deep) == [
        ("z.y.1.x", "1"),
        ("z.y.2", "w"),
        ("a", "none"),
        ("b", "none"),
        ("c", "1, none, no"),
    ]
