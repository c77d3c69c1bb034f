"""The words of two texts make them one claim, in plain English as in any other text."""

from __future__ import annotations

from string import printable

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.corpus.engine import scratch
from argmap.corpus.folding import folded
from argmap.corpus.sameness import said

SIGNS = [sign for sign in printable if sign.isprintable()]


def all_said(texts: list[str]) -> list[str]:
    """The words that each of these texts says."""
    rows = scratch(0).execute(
        f"select {said('text', 'words')} from "  # noqa: S608  # names alone
        "(select unnest(?) as text, unnest(?) as words)",
        [texts, [folded(text) for text in texts]],
    )
    return [each for (each,) in rows.fetchall()]


@settings(max_examples=20)
@given(st.lists(st.text(st.sampled_from([*SIGNS, *"aB '.,-"]), max_size=8), min_size=50))
def test_a_sign_that_says_nothing_changes_nothing_also_where_a_text_is_plain(
    texts: list[str],
) -> None:
    assert all_said(texts) == all_said([f"{text}\u2026" for text in texts])


def test_a_text_without_digits_and_signs_says_its_words() -> None:
    assert all_said(["Don't go: it's \"late\"!", "", "No?", "It costs 5 %."]) == [
        "dont go its late",
        "",
        "no?",
        "it costs 5%",
    ]
