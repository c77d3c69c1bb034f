"""Readers of text formats on broken files: whatever the bytes, a map or an error, never a fall."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

from argmap.formats.argmap import claim_files
from argmap.formats.exchange import Wishes
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.reader import foreign_text
from argmap.formats.recognition import is_claim_file, recognised
from argmap.formats.table import FORMATS
from argmap.pipeline import check
from tests.formats.reading import imported
from tests.formats.test_kialo import EXPORT, LONGER
from tests.formats.test_rationale import NEWER, OLDER
from tests.formats.test_reasons import LIST
from tests.formats.test_tables import LAYOUTS, LOST
from tests.maps import Choices, for_all

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = {
    "kialo": (EXPORT, LONGER),
    "csv": (*(text for text, _ in LAYOUTS.values()), *LOST.values()),
    "reasons": (LIST,),
    "rationale": (NEWER, OLDER),
}
SCRAPS = (
    b"",
    b"\0",
    b"\xff",
    b'"',
    b"'",
    b"\n",
    b"\r",
    b"[" * 50,
    b"1.1. Pro: ",
    b";",
    b",",
    b"{}",
)


def broken(choices: Choices) -> tuple[str, bytes]:
    """A file of a format with pieces cut out, doubled, or put in."""
    format_ = choices.one_of(tuple(WHOLE))
    content = choices.one_of(WHOLE[format_]).encode()
    for _ in range(1 + choices.below(4)):
        begin = choices.below(256) * len(content) // 256
        end = begin + choices.below(20)
        piece = choices.one_of((*SCRAPS, content[begin : end * 2]))
        content = content[:begin] + piece + content[end:]
    return format_, content


@for_all(broken, 600, 40)
def test_a_broken_file_is_read_or_refused(example: tuple[str, bytes]) -> None:
    format_, content = example
    result = imported(format_, content)
    assert result.map.claims or result.diagnostics or result.lost or result.map.title
    for diagnostic in (*result.diagnostics, *(loss.diagnostic for loss in result.lost)):
        assert diagnostic.location.line > 0
    for name in ("map.csv", "map.txt", "map.json"):
        file = ForeignFile(name, content)
        is_claim_file(file)
        recognised(file)


@pytest.mark.parametrize("format_", ["kialo", "csv", "reasons", "rationale", "xlsx"])
@pytest.mark.parametrize(
    "content",
    [b"", b"[" * 1_000_000, b'[{"a":' * 200_000, b"1." * 1_000_000, b"\n" * 100_000, b'"' * 99_999],
    ids=["empty", "brackets", "objects", "numbers", "lines", "quotes"],
)
def test_senseless_files_are_refused_at_once(format_: str, content: bytes) -> None:
    start = time.process_time()
    result = imported(format_, content)
    file = ForeignFile("map.txt", content)
    assert not FORMATS[format_].reads().fits(file)
    assert time.process_time() - start < 5
    assert not result.map.claims
    assert result.diagnostics


NODESET = '{{"nodes": [{{"nodeID": "1", "type": "I", {}}}], "edges": [], "locutions": []}}'


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ('"text": "a", "text": "b"', [('text: "a" (a later one is "b")', 1)]),
        (
            '"text": 1, "text": {"a": 1}, "text": ["b"]',
            [("text: 1 (a later one is a list of 1)", 2)],
        ),
        ('"text": "b", "text": "b"', []),
        ('"text": "b"', []),
    ],
)
def test_a_key_that_stands_twice_in_json_is_told(
    keys: str, expected: list[tuple[str, int]]
) -> None:
    foreign = foreign_text("x.json", NODESET.format(keys))
    assert foreign is not None
    result = foreign.imported()
    twice = [each for each in result.lost if each.what.startswith("values of keys")]
    assert [(each.example, each.count) for each in twice] == expected
    assert len([each for each in result.diagnostics if "keys that" in each.message]) == len(
        expected
    )


@pytest.mark.parametrize("claims", ['"claims": {"a": "A"}', '"arguments": []'])
def test_a_map_of_a_later_argmap_is_told_as_such(claims: str) -> None:
    foreign = foreign_text("x.json", f'{{"schema": "argmap.map/2", {claims}}}')
    assert foreign is not None
    [problem] = foreign.imported().diagnostics
    assert (problem.code, "written by a newer argmap" in problem.message) == ("AM208", True)


def test_signs_that_no_text_can_hold_make_no_map_that_argmap_refuses(tmp_path: Path) -> None:
    source = {"resource_id": "r\0", "text": "q\1"}
    atom = {"id": "1\0", "type": "atom", "text": "a", "sources": [source]}
    tree = {
        "nodes": [
            atom | {"metadata": {"m\x7f": {"k\0": ["v\0", 1, "w"]}}},
            {"id": "2", "type": "atom", "text": "b"},
            {"id": "s\0", "type": "scheme", "name": "my\0scheme"},
        ],
        "edges": [
            {"id": "e", "source_id": "2", "target_id": "s\0"},
            {"id": "f", "source_id": "s\0", "target_id": "1\0"},
        ],
        "metadata": {"core": {"title": "t\0"}},
        "resources": [
            {"id": "r\0", "content": "c\0", "metadata": {"core": {"url": "https://e.org/\0"}}}
        ],
    }
    foreign = foreign_text("x.json", json.dumps(tree))
    assert foreign is not None
    result = foreign.imported()
    assert "characters that no text can hold" in {each.what for each in result.lost}
    path = tmp_path / "map.yaml"
    path.write_text(str(claim_files.write(result.map, Wishes()).content), "utf-8")
    again = check(path)
    assert not [each for each in again.diagnostics if each.is_fatal]
    assert again.map.claims.keys() == result.map.claims.keys()
    assert again.map.claims["a"].meta == {"m\ufffd": {"k\ufffd": ["v\ufffd", 1, "w"]}}


@pytest.mark.parametrize(
    ("name", "limit"), [("large.json", "200 MB"), ("large.xml", "200 MB"), ("large.yaml", "10 MB")]
)
def test_a_file_that_is_too_large_is_refused_by_the_limit_of_its_kind(
    tmp_path: Path, name: str, limit: str
) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(200_000_001)  # a hole, which takes no room
    [problem] = check(tmp_path / name).diagnostics
    assert (problem.code, limit in problem.message) == ("AM109", True)
    assert ("corpus build" in (problem.hint or "")) == (limit == "200 MB")
