"""Any text between quotation marks is read as typed, and can be shown."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.analysis.reading_of_map import Reading
from argmap.graph.outline import outline
from argmap.reading.reader import read
from argmap.views.picture.scene_of_map import scene_of
from argmap.views.picture.svg.svg import render_svg
from argmap.views.sheets.report.report import render_report

if TYPE_CHECKING:
    from pathlib import Path

ODD = (
    "no",
    "~",
    "null",
    "1e400",
    "0x10",
    "- a",
    "# a",
    "a: b",
    "'quoted' \"twice\"",
    "back\\slash \\n",
    "<script>alert(1)</script>",
    "]]>",
    "&amp; &#0;",
    "{{7*7}} {% raw %} {#",
    "${x} $(x) `x`",
    "%s %n %d",
    "'; DROP TABLE claims; --",
    "../../etc/passwd",
    "\u202eevil",
    "\ufeffmark",
    "z\u0336\u0321a\u0337l\u0338g\u0335o",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\u0645\u0631\u062d\u0628\u0627 hello",
    "\u2028line\u2029paragraph\x85next",
    "a" * 5000,
    "\uff1cwide\uff1e",
    "=1+1",
    "@here",
    "::set-output name=a::b",
    "\u01c5 \ufb01 \u1e9e \u0130",
)


def assert_read_back(folder: Path, text: str) -> None:
    file = folder / "odd.yaml"
    quoted = json.dumps(text, ensure_ascii=False)
    file.write_text(
        f"source: {{id: s, title: {quoted}, authors: [{quoted}], caveats: {quoted}}}\n"
        f"claims: {{a: {{text: {quoted}, label: {quoted}, speaker: {quoted}, note: {quoted},"
        f" section: {quoted}, tags: [{quoted}], quote: {quoted}}}}}\n",
        encoding="utf-8",
    )
    parsed = read(file)
    if any(diagnostic.is_error for diagnostic in parsed.diagnostics):
        codes = {diagnostic.code for diagnostic in parsed.diagnostics if diagnostic.is_error}
        assert codes <= {"AM102", "AM115", "AM205"}, "refused for what cannot stand in a file"
        return
    claim = parsed.map.claims["a"]
    assert claim.text == claim.label == claim.speaker == " ".join(text.split())
    assert claim.note == claim.locators[0].quote == text.strip()
    assert render_report(Reading(parsed.map))


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_come_back_as_typed(tmp_path: Path, text: str) -> None:
    assert_read_back(tmp_path, text)


def test_odd_texts_are_drawn_well_formed(tmp_path: Path) -> None:
    file = tmp_path / "odd.yaml"
    texts = (json.dumps(text, ensure_ascii=False) for text in ODD)
    lines = "".join(f"  c{n}: {text}\n" for n, text in enumerate(texts))
    file.write_text("claims:\n" + lines, encoding="utf-8")
    parsed = read(file)
    assert not [diagnostic for diagnostic in parsed.diagnostics if diagnostic.is_error]
    finding = Reading(parsed.map).status
    picture = render_svg(scene_of(parsed.map, outline(parsed.map), finding))
    assert ET.fromstring(picture).tag.endswith("svg")  # noqa: S314  # our own


@settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=st.text(min_size=1, max_size=40))
def test_any_text_comes_back_as_typed(tmp_path: Path, text: str) -> None:
    assert_read_back(tmp_path, text)
