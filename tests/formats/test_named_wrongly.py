"""A file of another format than the one named is an error, or has claims; never an empty map."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.cli.program import run
from argmap.formats.exchange import PLAIN
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.reader import Foreign
from argmap.formats.table import FORMATS
from tests.maps import read_map

if TYPE_CHECKING:
    from collections.abc import Iterator

READ = [name for name, each in FORMATS.items() if each.reader]
CLAIM_FILE = """\
map: {title: T, main: [close]}
sources: {report: {title: Report}}
claims:
  close: {text: Close it., supported_by: [{premises: [a, b], undercut_by: w}], attacked_by: d}
  a: {text: A, source: report, tags: [x]}
  b: B
  d: D
  w: W
"""
OTHERS = {
    "claims.yaml": CLAIM_FILE.encode(),
    "kialo.txt": b"Discussion Title: Close?\n\n1. Close it.\n1.1. Pro: Quiet.\n1.2. Con: Shops.\n",
    "picture.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f",
    "letter.txt": b"Dear all,\n\nshops lose when the centre closes.\n\nYours, A.\n",
    "numbers.json": b"[1, 2]",
    "page.xml": b"<?xml version='1.0'?><a><b>x</b></a>",
    "broken.zip": b"PK\x03\x04abc",
}


def others() -> Iterator[tuple[str, bytes]]:
    """Files of all kinds: those above, and a map in each format that is written."""
    yield from OTHERS.items()
    argument_map = read_map("a + c; b & d + c; e - c; f - e")
    for each in FORMATS.values():
        content = each.writes().write(argument_map, PLAIN).content if each.writer else {}
        for name, part in content.items() if isinstance(content, dict) else [("", content)]:
            raw = part.encode() if isinstance(part, str) else part
            yield (name or f"written-as-{each.name}{each.suffixes[0]}"), raw  # type: ignore[misc]


@pytest.mark.parametrize("name", READ)
def test_a_file_of_another_format_is_an_error_or_has_claims(name: str) -> None:
    for file, content in others():
        result = Foreign(FORMATS[name], (ForeignFile(file, content),)).imported()
        errors = [problem for problem in result.diagnostics if problem.is_fatal]
        assert bool(errors) != bool(result.map.claims), (file, errors)
        assert all(error.hint for error in errors), (file, errors)


@pytest.mark.parametrize("name", ["gsn2x", "brat", "carneades"])
def test_nothing_is_written_of_a_file_in_another_format(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("claims.yaml").write_text(CLAIM_FILE, encoding="utf-8")
    assert run(["convert", "claims.yaml", "out.json", "--from", name]) == 1
    assert not Path("out.json").exists()
    reported = capsys.readouterr().err
    assert f"AM702: this is no {FORMATS[name].title} file" in reported


def test_the_hint_to_a_framework_is_not_to_rename_a_file_whose_format_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, words in (("x.yaml", "`--from`"), ("x.af", "`--from`")):
        Path(name).write_text(CLAIM_FILE, encoding="utf-8")
        assert run(["check", name, "--from", "framework"]) == 1
        printed = capsys.readouterr().out
        assert words in printed
        assert "rename" not in printed
    Path("x.af").write_text("Shops lose.\n", encoding="utf-8")
    assert run(["check", "x.af"]) == 1
    assert "rename it if it is a claim file" in capsys.readouterr().out
