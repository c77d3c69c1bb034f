"""Any text without quotation marks is read as typed, or a diagnostic says that it is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.diagnostics import Severity
from argmap.reading.reader import read
from tests.reading.test_odd_texts import ODD

if TYPE_CHECKING:
    from pathlib import Path

BLOCKS = {
    "short": "claims:\n  a: {}\n",
    "own line": "claims:\n  a:\n    text: {}\n    label: A\n",
    "next line": "claims:\n  a:\n    text:\n      {}\n    label: A\n",
}
FORMS = BLOCKS | {
    "braces": "claims: {{a: {{text: {}}}}}\n",
    "braces with more": "claims: {{a: {{text: {}, label: A}}}}\n",
}
PASTED = (
    *ODD,
    "issue #5 of the paper",
    "the office says: no",
    "a, b, and c",
    "{a} is so",
    "[sic] it was",
    "[sic]",
    "{sic}",
    "a [sic] b",
    "why? because",
    "? why",
    "?why",
    "!important",
    "& more",
    "*so*",
    "| pipe",
    "> quoted",
    "'tis so",
    '"No", he said',
    "% of all",
    "100% #1",
    "a:b:c",
    "ends with a colon:",
    "ends with a sign #",
    "#hash",
    "- dash",
    "-dash",
    "--- three",
    "... dots",
    "key: value",
    "a\\n b",
    ",comma",
    "]",
    "}",
    "a] b",
    "`code`",
    "=",
    "<<",
    ": a",
    ":a",
    "::a",
    '"a"#b',
    "[a]#b",
)
SIGNS = "abc .,:;#-?!&*|>'\"%@`{}[]~=<\\\t"


def assert_read_or_said(folder: Path, text: str, forms: dict[str, str]) -> None:
    file = folder / "typed.yaml"
    for form, around in forms.items():
        file.write_text(around.format(text), encoding="utf-8")
        reading = read(file)
        if [
            diagnostic
            for diagnostic in reading.diagnostics
            if diagnostic.severity is not Severity.NOTE
        ]:
            continue
        assert reading.map.claims["a"].text == " ".join(_meant(text).split()), (form, text)


def _meant(text: str) -> str:
    """The text without a comment that is plainly one: two blanks before it, or one behind `#`."""
    comment = re.search(r"\s\s#|\s#(?:\s|$)", text)
    return text[: comment.start()] if comment is not None else text


def _is_quoted(text: str) -> bool:
    return text.strip()[:1] in ("'", '"')


@pytest.mark.parametrize("text", PASTED)
def test_pasted_texts_are_read_as_typed_or_reported(tmp_path: Path, text: str) -> None:
    assert_read_or_said(tmp_path, text, FORMS)


@settings(
    max_examples=200,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=st.text(SIGNS, min_size=1, max_size=12).filter(lambda text: not _is_quoted(text)))
def test_any_signs_are_read_as_typed_or_reported(tmp_path: Path, text: str) -> None:
    assert_read_or_said(tmp_path, text, BLOCKS)
