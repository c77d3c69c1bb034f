"""Edits where the file is written in a rare way: blocks of text, two files, a bibliography."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.editing.applying import apply
from argmap.editing.edits import (
    AddContradiction,
    AddRelation,
    AddRestatement,
    MoveClaim,
    Redirect,
    RemoveField,
    SetField,
)
from argmap.errors import UsageError
from argmap.model.claim import Mode
from argmap.model.relation import Kind, Relation
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.reader import read

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.editing.edits import MapEdit
    from argmap.model.argument_map import ArgumentMap


def after(folder: Path, edit: MapEdit, **texts: str) -> tuple[dict[str, str], ArgumentMap]:
    """The texts of a folder of claim files after an edit, and the map in them."""
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text)
    names = {name: str(folder / f"{name}.yaml") for name in texts}
    files = tuple(ClaimFile(names[name], text) for name, text in texts.items())
    parsed = read(folder, claim_files=ClaimFiles(files, ()))
    assert not [problem for problem in parsed.diagnostics if problem.is_error]
    result = apply(parsed, files, [edit])
    changed = {file.name: file.after for file in result.files}
    return {name: changed.get(names[name], texts[name]) for name in texts}, result.parsed.map


BLOCK = """claims:
  a:
    text: It is so.
    {key}: >-  # why
      b
    note: No.
  b: It is not.
  c: Nobody knows.
"""
EXTENDED: dict[str, MapEdit] = {
    "contradicts": AddContradiction("a", "c"),
    "restates": AddRestatement("a", "c"),
    "supported_by": AddRelation(Relation.of("c", "supports", "a")),
}


@pytest.mark.parametrize("key", EXTENDED)
def test_a_block_of_text_becomes_a_list(tmp_path: Path, key: str) -> None:
    block = BLOCK.format(key=key)
    texts, _ = after(tmp_path, EXTENDED[key], a=block)
    assert texts["a"] == block.replace(">-  # why\n      b\n", "[b, c]  # why\n")


OWN = "source: {id: report, title: A report}\nclaims:\n  z: It is late.\n"
SOURCELESS = {
    "a: It is so.": ("source: null", "mode: asserted"),
    "a: {text: It is so., mode: editorial}": ("source: null", "mode: editorial"),
    "a: {text: It is so., speaker: The mayor}": ("source: null", "speaker: The mayor"),
    "a: {text: It is so., mode: conceded}": ("source: null", "mode: conceded"),
}


@pytest.mark.parametrize("claim", SOURCELESS)
def test_a_claim_without_a_source_stays_without_one_in_another_file(
    tmp_path: Path, claim: str
) -> None:
    other = f"claims:\n  {claim}\n  b: {{text: It is not., attacks: [a]}}\n"
    texts, moved = after(tmp_path, MoveClaim("a", str(tmp_path / "b.yaml")), a=other, b=OWN)
    assert moved.claims["a"].source is None
    modes = [mode for mode in Mode if f"mode: {mode}" in claim]
    assert [moved.claims["a"].mode] == (modes or [Mode.ASSERTED])
    for written in SOURCELESS[claim]:
        assert texts["b"].count(written) == 1


CITING = "map: {bibliography: works.bib}\nsource: {cite: wood%s}\nclaims: {a: It is so.}\n"


@pytest.mark.parametrize("written", [", title: Another title", ""])
def test_what_a_bibliography_says_cannot_be_taken_away(tmp_path: Path, written: str) -> None:
    (tmp_path / "works.bib").write_text("@book{wood, title = {Wood}, author = {Wood, A.}}\n")
    with pytest.raises(UsageError, match="`wood` has its `title` from the bibliography"):
        after(tmp_path, RemoveField("source", "wood", "title"), a=CITING % written)


IN_LINES = """claims:
  a:
    text: It is so.
    supported_by:
      # why
      - premises: [b, c]
        note: From May.  # or June
  b: It is.
  c: {text: It was., attacked_by: [d]}
  d: Never.
"""


def test_comments_of_a_step_that_moves_into_brackets_stand_above(tmp_path: Path) -> None:
    edit = Redirect("b+c~supports~a", Kind.ATTACKS, "d")
    texts, _ = after(tmp_path, edit, a=IN_LINES.replace("d: Never.", "d: {text: Never.}"))
    assert "  # why\n  # or June\n  d: {text: Never., attacked_by: [" in texts["a"]


def test_a_source_that_is_known_by_what_it_cites_is_changed(tmp_path: Path) -> None:
    (tmp_path / "works.bib").write_text("@book{wood, title = {Wood}, author = {Wood, A.}}\n")
    _, changed = after(tmp_path, SetField("source", "wood", "title", "Trees"), a=CITING % "")
    assert changed.sources["wood"].title == "Trees"
