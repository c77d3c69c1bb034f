"""Claim files that include files of other formats."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from argmap.editing.formatting import Form
from argmap.pipeline import check, check_revision, fix
from argmap.rewriting import reformatted

if TYPE_CHECKING:
    from pathlib import Path

OLD = "arg(a1). arg(b1).\natt(a1,b1).\n"
MINE = """\
include: [../old/two.apx, ../old/./two.apx]
map: {title: Mine}
claims:
  top:
    text: The top.
    supported_by: b1
    attacked_by: other
  other: Another.
"""


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, file, text in (("claims", "mine.yaml", MINE), ("old", "two.apx", OLD)):
        (tmp_path / name).mkdir()
        (tmp_path / name / file).write_text(text, encoding="utf-8")


def test_ids_of_an_included_file_are_ids_of_the_map(tmp_path: Path) -> None:
    checked = check("claims")
    assert not [problem for problem in checked.diagnostics if problem.severity != "note"]
    assert list(checked.map.claims) == ["a1", "b1", "other", "top"]
    assert {"a1~attacks~b1", "b1~supports~top"} <= checked.map.relations.keys()
    assert (checked.map.title, str(checked.map.objections)) == ("Mine", "contest")
    assert checked.map.claims["b1"].location.path == "old/two.apx"
    assert (tmp_path / "old/two.apx").as_posix() not in checked.texts
    assert checked.texts["old/two.apx"] == OLD


@pytest.mark.parametrize(
    ("written", "code", "hint"),
    [
        ("../old/tow.apx", "AM119", "did you mean `../old/two.apx`?"),
        ("../old", "AM119", "uses: ../old"),
        ("mine.yaml", "AM119", "name its folder"),
        ("../old/prose.txt", "AM701", "--from"),
    ],
)
def test_what_cannot_be_included_is_told_at_its_place(
    tmp_path: Path, written: str, code: str, hint: str
) -> None:
    (tmp_path / "old/prose.txt").write_text("A paragraph of prose.\n")
    (tmp_path / "claims/mine.yaml").write_text(f"include: {written}\nclaims: {{a: A.}}\n")
    [problem] = [each for each in check("claims").diagnostics if each.is_error]
    assert (problem.code, hint in problem.hint) == (code, True), problem
    if code == "AM119":
        assert str(problem.location) == "claims/mine.yaml:1:10"


def test_an_id_that_both_have_is_an_error_that_names_both_places(tmp_path: Path) -> None:
    (tmp_path / "claims/more.yaml").write_text("claims: {a1: My own.}\n")
    [problem] = [each for each in check("claims").diagnostics if each.is_error]
    assert problem.code == "AM306"
    assert problem.location.path == "old/two.apx"
    assert "claims/more.yaml:1:10" in problem.message


def test_forms_and_fixes_leave_the_included_file_alone(tmp_path: Path) -> None:
    [file] = reformatted("claims", Form.NESTED).files
    assert "- other: Another." in file.after or "other: Another." in file.after
    fix("claims", None)
    assert (tmp_path / "old/two.apx").read_text() == OLD


def test_a_revision_includes_what_it_held(tmp_path: Path) -> None:
    for words in (
        ("init", "-q"),
        ("add", "."),
        ("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "x"),
    ):
        subprocess.run(["git", *words], check=True, cwd=tmp_path)  # noqa: S607
    (tmp_path / "old/two.apx").write_text("arg(b1).\n")
    assert list(check_revision("HEAD:claims").map.claims) == ["a1", "b1", "other", "top"]
    assert list(check_revision("HEAD:old/two.apx").map.claims) == ["a1", "b1"]
    assert list(check("claims").map.claims) == ["b1", "other", "top"]


@pytest.mark.skipif(
    sys.platform == "win32", reason="NOT TESTED: Windows lets only some users make links"
)
def test_links_in_a_circle_are_no_file(tmp_path: Path) -> None:
    (tmp_path / "claims/round").symlink_to("back")
    (tmp_path / "claims/back").symlink_to("round")
    (tmp_path / "claims/mine.yaml").write_text("include: [round, two.argdown]\nclaims: {a: A.}\n")
    (tmp_path / "claims/two.argdown").write_text("@include(round)\n\n[B]: Bikes.\n")
    checked = check("claims")
    codes = {problem.code for problem in checked.diagnostics if problem.is_error}
    assert codes == {"AM119", "AM702"}  # of `include`, and of `@include`
    assert "a" in checked.map.claims
