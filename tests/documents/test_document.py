"""Paragraphs of documents, and quotations in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics import Location
from argmap.documents import folder
from argmap.documents.document import Document, document_with_pages
from argmap.documents.formats.table import pages_in
from argmap.documents.pages import is_meant
from argmap.documents.quotation import seek
from argmap.model.source import Locator, Source
from argmap.pipeline import check

if TYPE_CHECKING:
    from pathlib import Path

HERE = Location("a.yaml", 1, 1)
TEXT = """\
A title that nobody numbers

The report\u2019s first
paragraph \u2014 with \u201cquotes\u201d.

- A first bullet
  that goes on
- A second bullet
1) And a numbered one.

The end has come.

Footer the end.
"""


def source(**keys: str) -> Source:
    return Source("s", HERE, "A title", document="s.txt", **keys)  # type: ignore[arg-type]


def document_of(content: bytes, source: Source) -> Document:
    """The document with this content as plain text."""
    return document_with_pages(content, pages_in(content, "s.txt"), source)


def test_paragraphs_are_split_at_blank_lines_and_list_marks() -> None:
    document = document_of(TEXT.encode(), source(begins="The report's", ends="has come."))
    assert [(paragraph.number, paragraph.text) for paragraph in document.paragraphs] == [
        (None, "A title that nobody numbers"),
        (1, 'The report\'s first paragraph - with "quotes".'),
        (2, "A first bullet that goes on"),
        (3, "A second bullet"),
        (4, "And a numbered one."),
        (5, "The end has come."),
        (None, "Footer the end."),
    ]
    assert document.misfits == ()


def test_without_bounds_all_paragraphs_count() -> None:
    document = document_of(TEXT.encode(), source())
    assert [paragraph.number for paragraph in document.paragraphs] == [1, 2, 3, 4, 5, 6, 7]


def test_bounds_must_fit_exactly_one_paragraph() -> None:
    assert document_of(TEXT.encode(), source(begins="A ")).misfits == ("begins",)
    assert document_of(TEXT.encode(), source(ends="nowhere")).misfits == ("ends",)


def test_quotations_are_found_in_any_typography() -> None:
    document = document_of(TEXT.encode(), source(begins="The report's", ends="has come."))

    def found(**keys: object) -> tuple[bool, int | None]:
        sought = seek(document, Locator(HERE, **keys))  # type: ignore[arg-type]
        return sought.is_found, sought.paragraph

    assert found(quote='paragraph - with "quotes"') == (True, 1)
    assert found(quote="report's  first paragraph") == (True, 1)
    assert found(quote="nobody numbers") == (True, None)
    assert found(quote="bullet", paragraph=3) == (True, 3)
    assert found(quote="bullet", paragraph=5) == (True, 2)
    assert found(quote="bullet", prefix="second") == (True, 3)
    assert found(quote="bullet", suffix="that goes") == (True, 2)
    assert found(quote="Bullet") == (True, 2)  # of the first letter the case may be changed
    assert found(quote="bULLET") == (False, 2)  # of the others it may not


def test_a_list_mark_may_be_copied_with_its_words() -> None:
    text = "1. Introduction\n\n\u2022\nBullet one\n\u2022Bullet two\n- Dash\n\n2) The end\n"
    whole = document_of(text.encode(), source(begins="1. Intro", ends="2) The end"))
    assert whole.misfits == ()
    for quote, paragraph in (
        ("1. Introduction", 1),
        ("Introduction", 1),
        ("\u2022 Bullet one", 2),
        ("\u2022Bullet two", 3),
        ("Bullet two", 3),
        ("- Dash", 4),
        ("2) The", 5),
    ):
        sought = seek(whole, Locator(HERE, quote=quote))
        assert (sought.is_found, sought.paragraph) == (True, paragraph), quote
    assert not seek(whole, Locator(HERE, quote="1. The end")).is_found
    bounded = document_of(text.encode(), source(begins="- Dash", ends="2) The end"))
    assert [paragraph.number for paragraph in bounded.paragraphs] == [None, None, None, 1, 2]


def test_letters_are_the_same_however_they_are_composed() -> None:
    document = document_of("A cafe\u0301 for na\u00efve readers.".encode(), source())
    assert seek(document, Locator(HERE, quote="caf\u00e9 for nai\u0308ve")).is_found
    assert not seek(document, Locator(HERE, quote="cafe for")).is_found


@given(st.data())
def test_a_quotation_is_found_where_it_was_taken_from_and_not_once_it_is_edited(
    data: st.DataObject,
) -> None:
    word = st.text("abcdefg\u00e9", min_size=2, max_size=7)
    paragraphs = data.draw(st.lists(st.lists(word, min_size=4, max_size=9), min_size=1, max_size=5))
    document = document_of("\n\n".join(map(" ".join, paragraphs)).encode(), source())
    number = data.draw(st.integers(0, len(paragraphs) - 1))
    start = data.draw(st.integers(0, len(paragraphs[number]) - 2))
    words = paragraphs[number][start : start + 3]
    quote = data.draw(st.sampled_from([" ", "  ", "\n"])).join(words)
    sought = seek(document, Locator(HERE, paragraph=number + 1, quote=quote))
    assert (sought.is_found, sought.paragraph) == (True, number + 1)
    assert not seek(document, Locator(HERE, quote=f"{quote} zzz")).is_found


def test_the_nearest_words_are_shown() -> None:
    document = document_of(TEXT.encode(), source())
    sought = seek(document, Locator(HERE, quote="a second silver bullet"))
    assert (sought.is_found, sought.paragraph, sought.nearest) == (False, 4, "A second bullet")
    assert seek(document, Locator(HERE, quote="nothing alike here")).nearest == ""
    assert seek(document, Locator(HERE, quote="ragraph")).nearest == "paragraph"
    assert seek(document, Locator(HERE, quote="bulletthat")).nearest == "bullet that"


def test_a_document_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "SIZE_LIMIT", 100)
    (tmp_path / "doc.txt").write_text("x" * 101)
    (tmp_path / "a.yaml").write_text("source: {id: s, document: doc.txt}\nclaims: {a: A.}\n")
    diagnostics = check(tmp_path / "a.yaml", tmp_path, notes=False).diagnostics
    assert [diagnostic.code for diagnostic in diagnostics] == ["AM507"]
    assert "larger than" in diagnostics[0].message


@pytest.mark.parametrize(
    ("stated", "page", "name", "is_it"),
    [
        ("pp. iv-vi", 4, "v", True),
        ("pp. iv\u2013vi", 5, "vi", True),
        ("PP. IV-VI", 4, "v", True),
        ("S. iv bis vi", 4, "v", True),
        ("pp. iv-vi", 6, "vii", False),
        ("pp. iv-vi", 24, "5", False),  # printed page 5 is no page v
        ("pp. xviii-3", 18, "xix", True),  # front matter and what follows it
        ("pp. xviii-3", 22, "2", True),
        ("pp. xviii-3", 1, "ii", False),
        ("pp. xviii-3", 24, "4", False),
        ("pp. 4-6", 4, "v", True),  # counted from the beginning of the file
        ("pp. 123-7", 224, "125", True),
        ("pp. 123-7", 229, "130", False),
        ("S. 12 f.", 40, "13", True),
        ("S. 12 f.", 40, "14", False),
        ("S. 12ff.", 40, "14", True),
        ("S. 12ff.", 9, "11", False),
        ("the middle", 3, "4", True),  # no page can be made out of it
    ],
)
def test_pages_are_stated_as_people_write_them(
    stated: str, page: int, name: str, *, is_it: bool
) -> None:
    assert is_meant(stated, page, name) is is_it


def roman(number: int) -> str:
    hundreds = (("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100))
    tens = (("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
    written = ""
    for sign, value in hundreds + tens:
        written += sign * (number // value)
        number %= value
    return written


@given(st.integers(2, 3990))
def test_roman_numbers_come_in_order(number: int) -> None:
    stated, far = f"pp. {roman(number)}-{roman(number + 2)}", 9_998
    assert is_meant(stated, far, roman(number + 1))
    assert not is_meant(stated, far, roman(number + 3))
    assert not is_meant(stated, far, roman(number - 1))
