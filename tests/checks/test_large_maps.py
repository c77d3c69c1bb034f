"""Checks take no time over long texts, and need no recursion for long chains."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest

from argmap.checks.wording import near_duplicates
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.pipeline import check

if TYPE_CHECKING:
    from pathlib import Path


def test_a_long_chain_is_read_and_checked_without_recursion(tmp_path: Path) -> None:
    lines = (f"  c{n}: {{text: Claim {n} holds., supported_by: c{n + 1}}}\n" for n in range(2000))
    (tmp_path / "a.yaml").write_text("claims:\n" + "".join(lines) + "  c2000: It ends.\n")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(300)
    try:
        checked = check(tmp_path / "a.yaml")
    finally:
        sys.setrecursionlimit(limit)
    assert len(checked.map.relations) == 2000
    assert {diagnostic.code for diagnostic in checked.diagnostics} == {"AM453", "AM455"}


def test_a_quotation_of_few_long_words_takes_no_time(tmp_path: Path) -> None:
    (tmp_path / "doc.txt").write_text("[]#" * 100_000 + " and []#[]# and " + "[]#" * 300)
    (tmp_path / "a.yaml").write_text(
        "source: {id: s, document: doc.txt}\n"
        f"claims: {{a: {{text: A., quote: '{'[]#' * 300}. and'}}}}\n"
    )
    begun = time.process_time()
    assert "AM501" in [diagnostic.code for diagnostic in check(tmp_path, tmp_path).diagnostics]
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "unit",
    ["a ", "((((", "    ", "- ", "'\" ", "says that ", "A. B", "\u202e", "[]#", "a, #"],
)
def test_reading_and_checking_are_linear_in_one_long_text(tmp_path: Path, unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    quoted = "'" + text.replace("'", "''") + ".'"
    (tmp_path / "doc.txt").write_text(text + "\n\n" + text, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(
        "source: {id: s, document: doc.txt, begins: a b}\nclaims:\n"
        f"  a: {{mode: reported, text: {quoted}, quote: {quoted}}}\n  b: {quoted}\n",
        encoding="utf-8",
    )
    begun = time.process_time()
    check(tmp_path, tmp_path)
    assert time.process_time() - begun < 5


def test_a_warning_never_lists_thousands_of_ids() -> None:
    claims = {f"c{number}": Claim(f"c{number}", "It is said again.") for number in range(3000)}
    [warning] = near_duplicates(ArgumentMap(claims, {}))
    assert "and 2,994 more" in warning.message
    assert len(warning.message) < 200
