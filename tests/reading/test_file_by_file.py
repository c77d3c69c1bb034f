"""Files are read one after the other: what is needed of a file stays, its tree does not."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

from argmap.reading import placing
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.kept import Kept
from argmap.reading.reader import read_files
from argmap.reading.yaml_tree import parse

if TYPE_CHECKING:
    import pytest

    from argmap.reading.yaml_tree import Tree


def _file(number: int, claims: int = 400, more: str = "") -> ClaimFile:
    entries = "".join(
        f"  c{number}-{each}:\n    text: Claim {each} says that streets are quiet.\n"
        f"    at: {{paragraph: 3, quote: are quiet}}\n    supported_by: [c{number}-{each - 1}]\n"
        for each in range(1, claims)
    )
    return ClaimFile(
        f"{number}.yaml", f"claims:\n  c{number}-0: The first claim of all.\n{entries}{more}"
    )


def _peak(files: int) -> int:
    claim_files = ClaimFiles(tuple(map(_file, range(files))), ())
    tracemalloc.start()
    parsed = read_files(claim_files, "")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert not parsed.diagnostics
    return peak


def test_a_further_file_adds_little_to_the_memory_that_reading_takes() -> None:
    _peak(1)  # what is loaded and built at the first reading is not counted
    first = _peak(1)
    assert (_peak(5) - first) / 4 < first / 3


def test_a_file_is_parsed_again_only_where_a_place_in_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parsed: list[str] = []

    def parse_and_note(text: str, path: str) -> Tree:
        parsed.append(path)
        return parse(text, path)

    monkeypatch.setattr(placing, "parse", parse_and_note)
    faulty = (
        "relations:\n"
        "  - {id: r, premises: [c1-0, nowhere], supports: c0-0}\n"
        "  - {premises: c1-0, undercuts: s}\n"
    )
    files = ClaimFiles((_file(0, 5), _file(1, 5, faulty), _file(2, 5)), ())
    places = [(str(each.location), each.code) for each in read_files(files, "").diagnostics]
    assert places == [("1.yaml:20:30", "AM301"), ("1.yaml:21:33", "AM302")]
    assert parsed == ["0.yaml", "1.yaml", "2.yaml", "1.yaml"]
    parsed.clear()
    kept = Kept()
    for _ in range(2):
        read_files(files, "", kept=kept)
    assert parsed == ["0.yaml", "1.yaml", "2.yaml"]


def test_what_stands_in_a_part_that_fits_is_the_same_beside_a_part_that_does_not() -> None:
    sound, faulty = _file(0, 600), _file(0, 600, "  odd: {text: It is odd., colour: red}\n")
    whole, mended = (read_files(ClaimFiles((each,), ()), "") for each in (sound, faulty))
    assert [each.code for each in mended.diagnostics] == ["AM201"]
    assert {**mended.map.claims} == {**whole.map.claims, "odd": mended.map.claims["odd"]}
    assert mended.map.relations == whole.map.relations
