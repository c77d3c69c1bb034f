"""A map begins with a document: its source, proposals, and the first claims."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from argmap import load
from argmap.errors import UsageError
from argmap.serving.beginning import take_up
from argmap.serving.map_files import MapFiles
from tests.serving.conftest import REPORT
from tests.serving.servers import Running, ended, start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[tuple[Running, Path]]:
    """A workbench on a map that begins with a document."""
    document = tmp_path / "Traffic report.txt"
    document.write_text(REPORT, encoding="utf-8")
    place = tmp_path / "new"
    for running in ended(start(place, "--document", str(document))):
        yield running, place


def test_the_document_becomes_the_source_of_a_claim_file(begun: tuple[Running, Path]) -> None:
    _, place = begun
    assert (place / "texts" / "Traffic report.txt").read_text(encoding="utf-8") == REPORT
    assert (place / "traffic-report.yaml").read_text(encoding="utf-8") == (
        "map:\n  title: Traffic report\n  documents: texts\n\n"
        "source:\n  id: traffic-report\n  title: Traffic report\n"
        "  document: Traffic report.txt\n"
    )


def test_the_first_claims_read_as_a_person_would_have_written_them(
    begun: tuple[Running, Path],
) -> None:
    running, place = begun
    quote = "Streets without cars are quieter"
    assert running.edit(do="add", text="Close the town to cars.", source="null").status == 200
    first = {"do": "add", "text": f"{quote}.", "kind": "supports"}
    done = running.edit(
        **first, target="close-the-town-to-cars", source="traffic-report", quote=quote, paragraph=3
    )
    assert done.status == 200, done.text
    value = {"key": "authors", "was": None, "value": ["A. Planner"]}
    assert running.edit(do="set", kind="source", id="traffic-report", values=[value]).status == 200
    value = {"key": "question", "was": None, "value": "Should the town be closed to cars?"}
    assert running.edit(do="set", kind="map", values=[value]).status == 200
    assert (place / "traffic-report.yaml").read_text(encoding="utf-8") == GROWN
    argument_map, problems = load(place)
    assert not [problem for problem in problems if problem.is_error]
    assert len(argument_map.claims) == 2


GROWN = """\
map:
  title: Traffic report
  question: Should the town be closed to cars?
  documents: texts

source:
  id: traffic-report
  title: Traffic report
  authors:
    - A. Planner
  document: Traffic report.txt

claims:
  close-the-town-to-cars:
    text: Close the town to cars.
    source: null
    supported_by:
      - streets-without-cars-are-quieter

  streets-without-cars-are-quieter:
    text: Streets without cars are quieter.
    at: {paragraph: 3}
    quote: Streets without cars are quieter
"""


def test_proposals_are_drafts_until_they_are_accepted(begun: tuple[Running, Path]) -> None:
    running, place = begun
    assert running.ask("/propose", {"source": "traffic-report"}).status == 200
    edit = running.shown["map"]["edit"]
    assert not edit["claims"]
    assert len(edit["drafts"]) >= 3
    marked = {
        name
        for paragraph in running.ask("/document/traffic-report").json["paragraphs"]
        for _, names in paragraph["pieces"]
        for name in names
    }
    assert marked == {f"d:{id_}" for id_ in edit["drafts"]}
    first, second, *_ = edit["drafts"]
    assert running.edit(do="accept", id=first).status == 200
    answer = running.edit(do="accept", id=second, kind="supports", target=first)
    assert answer.status == 200, answer.text
    shown = running.shown["map"]
    assert {first, second} == {*shown["edit"]["claims"]}
    assert [relation["target"] for relation in shown["data"]["relations"]] == [first]
    third = next(iter(shown["edit"]["drafts"]))
    assert running.edit(do="drop", id=third).status == 200
    assert third not in (place / "traffic-report-claims.yaml").read_text(encoding="utf-8")
    waiting = [*running.shown["map"]["edit"]["drafts"]]
    assert running.edit(do="drop", ids=[*waiting, third]).status == 422
    assert running.edit(do="drop", ids=waiting).status == 200
    assert not running.shown["map"]["edit"]["drafts"]
    for _ in range(5):
        assert running.ask("/undo", {}).status == 200
    assert not (place / "traffic-report-claims.yaml").exists()
    assert running.edit(do="accept", id=first).status == 422
    assert running.ask("/propose", {"source": "gone"}).status == 422


def test_all_proposals_can_be_dropped_where_none_was_accepted(
    begun: tuple[Running, Path],
) -> None:
    running, _ = begun
    assert running.ask("/propose", {"source": "traffic-report"}).status == 200
    proposed = [*running.shown["map"]["edit"]["drafts"]]
    answer = running.edit(do="drop", ids=proposed)
    assert answer.status == 200, answer.text
    assert answer.json["words"] == f"Dropped {len(proposed)} drafts."
    assert not running.shown["map"]["edit"]["drafts"]
    assert running.ask("/undo", {}).status == 200
    assert [*running.shown["map"]["edit"]["drafts"]] == proposed


def test_nothing_is_copied_into_a_folder_of_documents_that_was_named(tmp_path: Path) -> None:
    document, others = tmp_path / "report.txt", tmp_path / "others"
    document.write_text(REPORT, encoding="utf-8")
    others.mkdir()
    words = [sys.executable, "-m", "argmap", "serve", str(tmp_path / "new"), "--no-open"]
    done = subprocess.run(
        [*words, "--document", str(document), "--documents", str(others)],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert done.returncode == 2
    assert "lies outside" in done.stderr
    assert not [*others.iterdir()]


REFUSED = {
    "gone.txt": (None, "cannot be read"),
    "scan.pdf": (b"%PDF-1.4 nothing", "cannot be shown"),
    "zip.docx": (b"PK\x03\x04 nothing", "cannot be shown"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_document_that_cannot_be_shown_is_refused_in_a_sentence(
    tmp_path: Path, name: str
) -> None:
    content, reason = REFUSED[name]
    document = tmp_path / name
    if content is not None:
        document.write_bytes(content)
    words = [sys.executable, "-m", "argmap", "serve", str(tmp_path / "new"), "--no-open"]
    done = subprocess.run(
        [*words, "--document", str(document)],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert done.returncode == 2
    assert reason in done.stderr
    assert "Traceback" not in done.stderr
    assert not list((tmp_path / "new").glob("*.yaml"))


def test_a_map_with_an_error_is_mended_before_it_gets_a_document(tmp_path: Path) -> None:
    place, document = tmp_path / "map", tmp_path / "report.txt"
    place.mkdir()
    document.write_text(REPORT, encoding="utf-8")
    broken = "map: {title: Cars}\nclaims: {a: {text: A claim., supports: gone}}\n"
    (place / "a.yaml").write_text(broken, encoding="utf-8")
    with pytest.raises(UsageError, match=r"mended first: there is no claim `gone`.*a\.yaml"):
        take_up(MapFiles(place), [document])
    assert [path.name for path in place.iterdir()] == ["a.yaml"]


def test_a_folder_with_the_name_of_the_document_is_not_taken_for_it(tmp_path: Path) -> None:
    place, document = tmp_path / "map", tmp_path / "report.txt"
    (place / "texts" / "report.txt").mkdir(parents=True)
    document.write_text(REPORT, encoding="utf-8")
    (place / "a.yaml").write_text("claims: {a: A claim.}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"is another file already; give report\.txt a new name"):
        take_up(MapFiles(place), [document])
