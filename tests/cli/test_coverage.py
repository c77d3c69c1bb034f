"""`argmap coverage`: paragraphs without a claim, and what to do where there is no document."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

CASE = Path(__file__).parents[1] / "cases/read-along"
TEXT = "It is quieter now.\n\nDirty air kills.\n\nShops lose in the first year.\n"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with the document of the small map, of three paragraphs, of which it quotes one."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "report.txt").write_text(TEXT)
    return folder


def test_paragraphs_without_a_claim_are_listed_with_their_first_words(
    argmap: Argmap, texts: Path
) -> None:
    outcome = argmap("coverage", "--documents", texts)
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert "    1 of 3 paragraphs has a claim, 3 of 13 words are quoted (23%)." in lines
    assert "  2  Dirty air kills." in lines
    assert "  3  Shops lose in the first year." in lines
    assert "  1  1.1  stands  “It is quieter”  (quieter)" in lines


def test_the_limit_cuts_each_list_of_the_text_and_says_so(argmap: Argmap, texts: Path) -> None:
    lines = argmap("coverage", "--documents", texts, "--limit", 1).out.splitlines()
    assert "  2  Dirty air kills." in lines
    assert "  … 1 more (--limit all)" in lines
    assert not [line for line in lines if "first year" in line]
    whole = argmap("coverage", "--documents", texts, "--limit", "all").out
    assert "first year" in whole
    assert "more" not in whole


def test_the_answer_for_programs_is_whole(argmap: Argmap, texts: Path) -> None:
    answer = json.loads(argmap("coverage", "--documents", texts, "--limit", 1, "--json").out)
    assert answer["schema"] == "argmap.coverage/1"
    report = answer["documents"][0]
    assert (report["total"], report["with_claim"], report["unit"]) == (3, 1, "paragraph")
    assert report["size"] == {"words": 13, "letters": 50}
    assert report["quoted"] == {"words": 3, "letters": 11}
    assert report["parts"][0] == {
        "paragraph": 1,
        "page": None,
        "size": {"words": 4, "letters": 14},
        "quoted": {"words": 3, "letters": 11},
        "claims": ["quieter"],
        "relations": [],
        "opening": "",
    }
    assert report["reading_order"] == [
        {
            "claim": "quieter",
            "relation": None,
            "number": "1.1",
            "word": "stands",
            "paragraph": 1,
            "page": None,
            "quote": "It is quieter",
        }
    ]
    assert report["without_place"] == ["close", "cars", "dirty", "shops", "short"]


def test_the_status_is_that_of_the_reader(argmap: Argmap, texts: Path) -> None:
    lines = argmap("coverage", "--documents", texts, "--reject", "quieter").out.splitlines()
    assert "  1  1.1  falls  “It is quieter”  (quieter)" in lines


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), "No document was read."),
        ((), "report.txt can be found: name the folder, by `--documents FOLDER`"),
        (("--documents", "empty"), "report.txt is not in the folder empty: put the file there"),
        (("--documents", "broken"), "report.txt cannot be read: it is not UTF-8 text."),
        (("-m", "unnamed.yaml"), "S names no document: write the name of the file"),
        (("-m", "bare.yaml"), "No source of this map"),
    ],
)
def test_without_a_document_it_says_what_to_do(
    argmap: Argmap, tmp_path: Path, words: tuple[str, ...], expected: str
) -> None:
    for name in ("empty", "broken"):
        (tmp_path / name).mkdir()
    (tmp_path / "broken/report.txt").write_bytes(b"\xff\xfe\xff")
    (tmp_path / "unnamed.yaml").write_text("source: {id: s, title: S}\nclaims: {a: A claim.}\n")
    (tmp_path / "bare.yaml").write_text("claims: {a: A claim.}\n")
    outcome = argmap("coverage", *words)
    assert outcome.code == 0
    assert expected in " ".join(outcome.out.split())
    assert json.loads(argmap("coverage", *words, "--json").out)["documents"] == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--documents", "nowhere"), "there is no folder nowhere (from --documents)"),
        (("close",), "name a map without a claim; for a single claim: argmap why close"),
        (("--limit", "0"), "`0` is no limit"),
    ],
)
def test_wrong_use_is_told(argmap: Argmap, words: tuple[str, ...], expected: str) -> None:
    outcome = argmap("coverage", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert expected in outcome.err


def test_the_map_may_name_the_folder_and_a_quotation_not_found_is_named(
    argmap: Argmap, tmp_path: Path
) -> None:
    (tmp_path / "map").mkdir()
    claims = (CASE / "claims/harbour.yaml").read_text()
    named = claims.replace("map: {", "map: {documents: texts, ")
    (tmp_path / "map/harbour.yaml").write_text(named)
    shutil.copytree(CASE / "documents", tmp_path / "map/texts")
    outcome = argmap("coverage", "map")
    assert outcome.code == 0
    assert "3 “The hotels are loud” (loud): “however loud the hotels were”" in outcome.out


def test_a_document_cannot_write_to_the_terminal(argmap: Argmap, texts: Path) -> None:
    (texts / "report.txt").write_text("\x1b[2J\u202eeverything is gone\n\nIt is quieter.\n")
    out = argmap("coverage", "--documents", texts).out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "everything is gone" in out
