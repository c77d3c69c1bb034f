"""Maps that use the claims of other folders."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from argmap.graph.outline import outline
from argmap.graph.roles import conclusions_of, roles
from argmap.pipeline import check, check_revision, fix
from argmap.reading.reader import read
from argmap.views.page.payload import payload_of
from tests.views.samples import content_of

if TYPE_CHECKING:
    from pathlib import Path

MINE = """
map: {title: Mine, uses: [../library, ../library/.]}
claims:
  close: {text: Close the centre., supported_by: quieter, attacked_by: law}
  quieter: Streets are quieter.
"""
LIBRARY = """
map:
  title: Library
  question: What is the law?
  main: [traffic]
  uses: [../mine, ../other]
  objections: defeat
  steps: [{show: traffic}]
  views: {small: {focus: law}}
questions: {what: {text: What grows?, answers: [traffic]}}
stances: {reader: {reject: [law]}}
expect: {law: falls}
schemes: {custom: {name: Custom, premises: [custom]}}
claims:
  law: {text: The law forbids it., supported_by: {premises: paragraph, scheme: custom}}
  paragraph: Paragraph nine says so.
  traffic: {text: Traffic grows., supported_by: counted}
  counted: It was counted.
"""
OTHER = """
map: {uses: ../library}
claims:
  exempt: {text: Old streets are exempt., attacks: law}
"""


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("mine", MINE), ("library", LIBRARY), ("other", OTHER)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.yaml").write_text(text)
    return tmp_path


@pytest.mark.usefixtures("folders")
@pytest.mark.parametrize("place", ["mine", "mine/a.yaml"])
def test_claims_of_another_folder_are_there_and_what_concerns_its_own_map_is_not(
    place: str,
) -> None:
    checked = check(place, notes=False)
    assert not checked.diagnostics
    used = {"law", "paragraph", "traffic", "counted", "exempt"}
    assert checked.map.claims.keys() == {"close", "quieter"} | used
    assert checked.map.used == used
    assert checked.map.title == "Mine"
    assert checked.map.objections == "contest"
    assert checked.map.question is None
    for name in ("main", "steps", "expectations", "views", "stances", "questions"):
        assert not getattr(checked.map, name), name
    assert "custom" in checked.map.schemes
    assert set(checked.texts) == {"mine/a.yaml", "library/a.yaml", "other/a.yaml"}


@pytest.mark.usefixtures("folders")
def test_what_follows_in_a_library_is_no_conclusion_unless_it_is_named() -> None:
    argument_map = read("mine").map
    assert outline(argument_map).main == conclusions_of(argument_map, roles(argument_map))
    assert outline(argument_map).roots == ("close", "traffic")
    path = "mine/a.yaml"
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123  # a path in the working folder
        file.write(MINE.replace("title: Mine", "main: [traffic, close]"))
    named = read("mine").map
    assert outline(named).main == ("traffic", "close")
    assert set(conclusions_of(named, roles(named))) == {"traffic", "close"}


@pytest.mark.usefixtures("folders")
def test_the_library_seen_by_itself_is_the_map_and_uses_the_other_way_round() -> None:
    library = read("library").map
    assert library.title == "Library"
    assert library.used == {"close", "quieter", "exempt"}
    assert [*library.stances] == ["reader"]


@pytest.mark.usefixtures("folders")
def test_the_page_says_which_claims_belong_to_another_map() -> None:
    payload = payload_of(content_of(read("mine").map))
    assert {claim["id"] for claim in payload["claims"] if claim.get("used")} == read(
        "mine"
    ).map.used


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("../libary", "did you mean `../library`?"),
        ("nowhere/at/all", "seen from the folder of this file"),
        ("../library/a.yaml", "seen from the folder of this file"),
        ("x" * 5000, "seen from the folder of this file"),
        ("../" * 3000, "seen from the folder of this file"),
    ],
)
def test_a_folder_that_is_not_there_is_reported_where_it_is_named(
    written: str, hint: str, folders: Path
) -> None:
    (folders / "mine" / "a.yaml").write_text(MINE.replace("../library/.", written))
    [problem] = check("mine", notes=False).diagnostics
    assert (problem.code, str(problem.location)) == ("AM118", "mine/a.yaml:2:39")
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("written", "code"), [("/etc", "AM210"), ("C:/maps", "AM210"), ("''", "AM205")]
)
def test_a_path_from_the_root_is_refused(written: str, code: str, folders: Path) -> None:
    (folders / "mine" / "a.yaml").write_text(MINE.replace("../library/.", written))
    [problem] = check("mine", notes=False).diagnostics
    assert problem.code == code


def test_a_problem_in_a_library_is_shown_in_its_file(folders: Path) -> None:
    (folders / "library" / "a.yaml").write_text(LIBRARY.replace(": counted}", ": counter}"))
    (folders / "other" / "a.yaml").write_text("claims: [")
    places = {str(problem.location.path) for problem in check("mine").diagnostics}
    assert {"library/a.yaml", "other/a.yaml"} <= places


def test_an_id_that_both_have_is_an_error(folders: Path) -> None:
    (folders / "mine" / "a.yaml").write_text(MINE + "  traffic: It grows.\n")
    problems = check("mine", notes=False).diagnostics
    assert [(problem.code, problem.location.path) for problem in problems] == [
        ("AM306", "library/a.yaml")
    ]


def test_a_subfolder_that_is_used_is_not_said_to_be_unread(folders: Path) -> None:
    (folders / "mine" / "inner").mkdir()
    (folders / "mine" / "inner" / "a.yaml").write_text("claims: {deep: So it is.}\n")
    codes = [problem.code for problem in check("mine").diagnostics]
    assert "AM156" in codes
    (folders / "mine" / "a.yaml").write_text(MINE.replace("../library/.", "inner"))
    checked = check("mine")
    assert "deep" in checked.map.used
    assert "AM156" not in {problem.code for problem in checked.diagnostics}


def test_fixes_are_written_into_the_map_alone(folders: Path) -> None:
    source = "source: {id: %s, title: Report, document: report.txt}\n"
    quoted = "claims:\n  %s: {text: It grows., quote: traffic grew by a tenth}\n"
    library = "map: {documents: texts}\n" + source % "theirs" + quoted % "grows"
    (folders / "library" / "a.yaml").write_text(library)
    mine = "map: {uses: ../library, documents: texts}\n" + source % "ours" + quoted % "grew"
    (folders / "mine" / "a.yaml").write_text(mine)
    for name, text in (
        ("library", "Here traffic grew by a tenth."),
        ("mine", "Intro.\n\nYes, traffic grew by a tenth."),
    ):
        (folders / name / "texts").mkdir()
        (folders / name / "texts" / "report.txt").write_text(text)
    assert check("mine").quotations.verified == 2
    assert [fixed.name for fixed in fix("mine", None)] == ["mine/a.yaml"]
    assert "paragraph: 2" in (folders / "mine" / "a.yaml").read_text()
    assert (folders / "library" / "a.yaml").read_text() == library


def test_a_revision_uses_the_folders_of_that_revision(folders: Path) -> None:
    for words in (
        ("init", "-q", "."),
        ("add", "-A"),
        ("-c", "user.email=a@example.org", "-c", "user.name=a", "commit", "-qm", "maps"),
    ):
        subprocess.run(["git", *words], check=True, cwd=folders)  # noqa: S607  # our own words
    before = read("mine").map
    (folders / "library" / "a.yaml").write_text("claims: {law: Gone., traffic: Gone.}\n")
    older = check_revision("HEAD:mine").map
    assert {id_: claim.text for id_, claim in older.claims.items()} == {
        id_: claim.text for id_, claim in before.claims.items()
    }
    assert older.used == before.used


def test_a_document_of_a_library_lies_in_its_own_folder(folders: Path) -> None:
    source = "source: {id: %s, title: Report, document: report.txt}\n"
    quoted = "claims:\n  %s: {text: It is so., quote: %s}\n"
    for name, uses, id_ in (("library", "", "theirs"), ("mine", "uses: ../library, ", "ours")):
        map_block = f"map: {{{uses}documents: texts}}\n"
        claims = quoted % (id_, f"the words of {id_}")
        (folders / name / "a.yaml").write_text(map_block + source % f"{id_}-source" + claims)
        (folders / name / "texts").mkdir()
        (folders / name / "texts" / "report.txt").write_text(f"Here are the words of {id_}.")
    counted = check("mine").quotations
    assert (counted.verified, counted.not_verified) == (2, 0)
