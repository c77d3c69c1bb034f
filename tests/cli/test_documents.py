"""The folder in which documents are looked for, and the count of quotations by `check`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

DOCUMENT = "One of the words here.\n\nIt was bene-\nficial to all of us.\n"
CLAIMS = """\
source: {{id: s, document: s.txt}}
sources: {{other: {{title: Other}}}}
map: {{documents: {folder}}}
claims:
  a: {{text: A., quote: One of the words}}
  b: {{text: B., quote: It was beneficial to all}}
  c: {{text: C., quote: It was beneficial for all}}
  d: {{text: D., source: other, quote: Words of another}}
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A map whose documents lie in a folder beside its claims."""
    for folder in ("mine", "texts", "elsewhere"):
        (tmp_path / folder).mkdir()
    (tmp_path / "texts" / "s.txt").write_text(DOCUMENT)
    (tmp_path / "mine" / "a.yaml").write_text(CLAIMS.format(folder="../texts"))
    return tmp_path


@pytest.mark.parametrize("word", ["mine", "mine/a.yaml"])
def test_the_map_names_its_documents_as_seen_from_its_files(
    argmap: Argmap, place: Path, word: str
) -> None:
    del place
    outcome = argmap("check", word)
    assert outcome.code == 1
    assert "AM501: the quotation is not in s.txt" in outcome.out
    counted = "quotations: 2 verified, 1 not verified, 1 without a document"
    assert outcome.err.splitlines()[-1] == counted
    in_detail = argmap("check", word, "-v").err.splitlines()[-1]
    assert in_detail == counted.replace("2 verified", "2 verified (1 exact, 1 hyphenation)")
    assert argmap("check", word, "-q").err == ""
    assert json.loads(argmap("check", word, "--json").out)["quotations"] == {
        "verified": 2,
        "not_verified": 1,
        "without_document": 1,
        "by_agreement": {"exact": 1, "hyphenation": 1},
    }


def test_the_folder_on_the_command_line_wins(argmap: Argmap, place: Path) -> None:
    del place
    outcome = argmap("check", "mine", "--documents", "elsewhere", "--strict")
    assert outcome.code == 1
    assert "warning AM511: the document s.txt is not in the folder `elsewhere`" in outcome.out
    assert outcome.err.splitlines()[-1] == (
        "quotations: 0 verified, 0 not verified, 4 without a document"
    )


def test_without_a_folder_a_missing_document_is_a_note(argmap: Argmap, place: Path) -> None:
    file = place / "mine" / "a.yaml"
    file.write_text(file.read_text().replace("map: {documents: ../texts}\n", ""))
    assert argmap("check", "mine").out == ""
    assert "note AM505: the document s.txt is not there" in argmap("check", "mine", "-v").out
    (place / "mine" / "b.yaml").write_text("map: {documents: ../texts\n")  # it may name the folder
    assert "AM505" not in argmap("check", "mine", "-v").out


def test_a_folder_that_the_map_names_and_that_is_not_there_is_a_warning(
    argmap: Argmap, place: Path
) -> None:
    file = place / "mine" / "a.yaml"
    file.write_text(file.read_text().replace("../texts", "../gone"))
    assert "there is no folder `gone`" in argmap("check", "mine").out


@pytest.mark.parametrize("folder", ["/texts", "C:/texts", "\\\\server\\texts"])
def test_a_folder_from_the_root_is_refused(argmap: Argmap, place: Path, folder: str) -> None:
    file = place / "mine" / "a.yaml"
    file.write_text(file.read_text().replace("../texts", f"'{folder}'"))
    assert "error AM210: `map.documents` is a path from the root" in argmap("check", "mine").out


def test_fix_needs_no_option_where_the_map_names_the_folder(argmap: Argmap, place: Path) -> None:
    outcome = argmap("check", "mine", "--fix")
    assert outcome.err.startswith("mine/a.yaml: 3 filled in\n")
    text = (place / "mine" / "a.yaml").read_text()
    assert "at: {paragraph: 1}, quote: One" in text
    assert "at: {paragraph: 2}, quote: It was beneficial to" in text
    assert "sha256: " in text
    (place / "texts" / "s.txt").write_text(DOCUMENT + "More.\n")
    assert "AM503: the document s.txt has changed" in argmap("check", "mine").out


def test_a_list_of_quotations_gets_the_form_to_write(argmap: Argmap, place: Path) -> None:
    (place / "mine" / "a.yaml").write_text("claims: {a: {text: A., quote: [one, two]}}\n")
    assert "several quotations are written `at: [{quote: ...}, {" in argmap("check", "mine").out


def test_a_map_without_quotations_says_so(argmap: Argmap, place: Path) -> None:
    (place / "mine" / "a.yaml").write_text("claims: {a: A.}\n")
    assert argmap("check", "mine").err.splitlines()[-1] == "quotations: none"


def test_questions_about_the_map_read_no_document(argmap: Argmap, place: Path) -> None:
    (place / "texts" / "s.txt").write_bytes(b"\xff")
    outcome = argmap("status", "mine")
    assert (outcome.code, outcome.err) == (0, "")
    assert "AM507" in argmap("check", "mine").out
