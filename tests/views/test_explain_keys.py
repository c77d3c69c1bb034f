"""The page on the claim file is made from the table of keys, and the glossary has every word.

`ARGMAP_UPDATE=1 pytest tests/views/test_explain_keys.py` writes docs/format.md anew.
"""

from __future__ import annotations

from pathlib import Path

from argmap.analysis.labels.in_words import Word
from argmap.model.claim import Mode
from argmap.model.relation import Force
from argmap.reading.keys import keys
from argmap.views.terminal.explain_keys import keys_text, page
from argmap.views.terminal.explain_words import reasons_text, words_text
from argmap.views.words.glossary import GROUPS, glossary, terms
from argmap.views.words.statuses import REASONS
from tests.kept import assert_on_disk

PAGE = Path(__file__).parents[2] / "docs" / "format.md"


def test_the_page_is_made_from_the_table() -> None:
    assert_on_disk(PAGE, page())


def test_the_page_and_the_list_name_every_key_once() -> None:
    headings = [line for line in page().splitlines() if line.startswith("### ")]
    assert headings == [f"### `{key.path}`" for key in keys()]
    listed = [line for line in keys_text() if line.startswith("  ")]
    assert [line.split(":")[0].strip() for line in listed] == [key.name for key in keys()]


def test_every_word_for_a_status_a_mode_and_a_force_is_in_the_glossary() -> None:
    assert {*Word, *Mode, *Force, *REASONS} <= set(terms())
    reasons = {term.word for term in glossary() if term.group in set(Word)}
    assert reasons == set(REASONS)


def test_every_word_has_a_meaning_and_an_example_of_two_lines_and_is_listed_once() -> None:
    assert {term.group for term in glossary()} == set(GROUPS)
    for term in glossary():
        assert term.meaning.endswith("."), term.word
        assert len(term.example) == 2, term.word
    listed = [line for line in words_text() if line.startswith("  ")]
    assert sorted(line.split(":")[0].strip() for line in listed) == sorted(
        term.word for term in glossary()
    )
    reasons = "\n".join(reasons_text())
    assert all(f"  {reason}: " in reasons for reason in REASONS)


def test_no_other_form_of_a_word_is_a_word_with_a_meaning_of_its_own() -> None:
    forms = [form for term in glossary() for form in (term.word, *term.also)]
    assert len(forms) == len(set(forms))
