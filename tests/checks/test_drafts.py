"""Drafts in `argmap check`: they are counted apart, and their quotations have to be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.pipeline import check, fix
from argmap.views.words.counting import size_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MAP = """\
map: {documents: texts}
source: {id: report, title: The report, document: report.txt}
claims:
  close: {text: The centre should be closed., quote: centre should be closed}
  loud:
    text: The town is loud.
    mode: draft
    {quote}
    supports: close
  cars: {text: Cars drive there., mode: draft, supports: loud}
"""
REPORT = "A preface.\n\nThe town is loud.\n\nSo the centre should be closed.\n"


@pytest.fixture
def map_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """A maker of a map in which a draft has a quotation."""
    monkeypatch.chdir(tmp_path)
    texts = tmp_path / "claims" / "texts"
    texts.mkdir(parents=True)
    (texts / "report.txt").write_text(REPORT)

    def make(quote: str) -> Path:
        file = tmp_path / "claims" / "a.yaml"
        file.write_text(MAP.replace("{quote}", quote))
        return file

    return make


@pytest.mark.parametrize(
    ("quote", "codes"),
    [
        ("quote: The town is loud", set()),
        ("at: {paragraph: 2, quote: The town is loud}", set()),
        ("at: {paragraph: 3, quote: The town is loud}", {"AM502"}),
        ("quote: The town is quiet", {"AM501"}),
        ("quote: town", set()),  # too short: of a draft nobody asks yet how well it is quoted
    ],
)
def test_the_quotation_of_a_draft_has_to_be_there(
    map_with: Callable[[str], Path], quote: str, codes: set[str]
) -> None:
    map_with(quote)
    assert {each.code for each in check(notes=False).diagnostics} == codes


def test_drafts_are_counted_apart_from_the_map(map_with: Callable[[str], Path]) -> None:
    map_with("quote: The town is loud")
    checked = check()
    assert size_of(checked.map) == "1 claim, no relations, 1 source (2 drafts wait to be accepted)"
    assert [*checked.map.claims] == ["close"]
    assert checked.quotations.verified == 1


def test_fix_fills_in_the_paragraph_of_a_draft(map_with: Callable[[str], Path]) -> None:
    file = map_with("quote: The town is loud")
    fix("claims", None)
    assert "    at: {paragraph: 2}\n    quote: The town is loud" in file.read_text()
    checked = check()
    assert [*checked.map.drafts] == ["cars", "loud"]
    assert not [each for each in checked.diagnostics if each.severity == "error"]
