"""Every code is explained by examples that have, or have not, its problem, and has its page.

`ARGMAP_UPDATE=1 pytest tests/views/test_explanations.py` writes the pages of docs/diagnostics anew.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.diagnostics import CODES, Severity
from argmap.pipeline import Checked, check
from argmap.reading.yaml_words import LINE_BREAK
from argmap.views.terminal.diagnostics import diagnostics_text
from argmap.views.terminal.explain import (
    DOCUMENTS,
    EXAMPLE,
    SUBJECTS,
    Example,
    explanation_text,
    explanations,
    index,
    page,
)
from tests.kept import assert_on_disk

if TYPE_CHECKING:
    from collections.abc import Iterable

PAGES = Path(__file__).parents[2] / "docs" / "diagnostics"
WITH_EXAMPLE = [code for code, explanation in explanations().items() if explanation.bad is not None]


def checked(example: Example) -> Checked:
    """The result of a check of this example, run in the working folder as its page says."""
    documents = Path(DOCUMENTS)
    documents.mkdir()
    texts = {Path(name): text for name, text in example.files.items()}
    texts |= {documents / name: text for name, text in example.documents.items()}
    for path, text in texts.items():
        path.write_bytes(text.encode(example.encoding or "utf-8"))
    place = EXAMPLE if len(example.files) == 1 else "."
    return check(place, documents if example.documents else None, notes=True)


def beside(code: str, result: Checked) -> set[str]:
    """The errors and warnings with other codes than this one."""
    worse = {
        diagnostic.code
        for diagnostic in result.diagnostics
        if diagnostic.severity is not Severity.NOTE
    }
    return worse - {code}


def messages(code: str, result: Checked) -> Iterable[str]:
    """The messages of `argmap check` with this code."""
    lines = {name: LINE_BREAK.split(text) for name, text in result.texts.items()}
    return diagnostics_text(
        [diagnostic for diagnostic in result.diagnostics if diagnostic.code == code], lines
    )


def test_every_code_is_explained_and_nothing_else() -> None:
    assert list(explanations()) == sorted(CODES)
    assert {code[:3] for code in CODES} == set(SUBJECTS)
    for explanation in explanations().values():
        assert 30 < len(explanation.why) < 400, explanation.code
        assert (
            (explanation.bad is None) == (explanation.good is None) == bool(explanation.instead)
        ), explanation.code
    instead = {
        code for code, explanation in explanations().items() if explanation.instead
    }  # no claim file shows it, or none that is short
    of_claim_files = {code for code in instead if not code.startswith("AM7")}
    assert of_claim_files == {"AM112", "AM113", "AM116", "AM156", "AM602"}


@pytest.mark.parametrize("code", WITH_EXAMPLE)
def test_the_bad_example_has_its_problem_and_no_other(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    example = explanations()[code].bad
    assert example is not None
    result = checked(example)
    assert code in {diagnostic.code for diagnostic in result.diagnostics}
    assert not beside(code, result)
    assert_on_disk(PAGES / f"{code}.md", page(explanations()[code], messages(code, result)))


@pytest.mark.parametrize("code", WITH_EXAMPLE)
def test_the_good_example_has_no_problem(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    example = explanations()[code].good
    assert example is not None
    result = checked(example)
    assert code not in {diagnostic.code for diagnostic in result.diagnostics}
    assert not beside(code, result)


def test_codes_without_an_example_have_their_page_too() -> None:
    for code in explanations().keys() - set(WITH_EXAMPLE):
        assert_on_disk(PAGES / f"{code}.md", page(explanations()[code], []))


def test_the_index_leads_to_every_page_and_there_is_no_other() -> None:
    assert_on_disk(PAGES / "README.md", index())
    pages = {path.name for path in PAGES.iterdir()}
    assert pages == {f"{code}.md" for code in CODES} | {"README.md"}
    assert set(re.findall(r"\((\w+\.md)\)", index())) == pages - {"README.md"}


def test_pages_and_terminal_show_every_invisible_character() -> None:
    for code, explanation in explanations().items():
        shown = "\n".join(explanation_text(explanation)) + (PAGES / f"{code}.md").read_text("utf-8")
        assert all(char.isprintable() or char == "\n" for char in shown), code
    assert "⟨U+001B⟩" in "\n".join(explanation_text(explanations()["AM115"]))
