"""Suggested ids are well formed, distinct, and read like what the author wrote."""

from __future__ import annotations

import json
import re

import pytest

from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.reader import read_files
from argmap.reading.slugs import ID_PATTERN, slug
from tests.maps import Choices, for_all

LETTERS = [
    "a",
    "B",
    "ä",
    "ß",
    "é",
    " ",
    "!",
    "-",
    ".",
    "ж",
    "Щ",
    "λ",
    "ς",
    "'",
    "ł",
    "ﬁ",
    "語",
    "7",
]


def words_of(choices: Choices) -> list[str]:
    """Some words of few letters, so that many of them read alike."""
    lengths = [1 + choices.below(4) for _ in range(1 + choices.below(20))]
    words = ("".join(choices.one_of(LETTERS) for _ in range(length)) for length in lengths)
    return sorted({word for word in words if word.strip()})


@for_all(words_of, 150)
def test_all_suggestions_of_a_map_are_distinct_and_free(words: list[str]) -> None:
    claims = {word: f"Claim {number} is so." for number, word in enumerate(words)}
    text = json.dumps({"claims": claims}, ensure_ascii=False)
    reading = read_files(ClaimFiles((ClaimFile("a.yaml", text),), ()), "a.yaml")
    suggested = [
        match[1]
        for problem in reading.diagnostics
        if problem.code == "AM305" and (match := re.match(r"write `([^`]*)`", problem.hint))
    ]
    assert len({*suggested}) == len(suggested)
    assert not {*suggested} & {*words}
    assert all(re.fullmatch(ID_PATTERN, id_) for id_ in suggested)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Straße", "strasse"),
        ("Übergröße", "uebergroesse"),
        ("A\u0308rger", "aerger"),  # the letter and its dots as two characters
        ("déjà vu", "deja-vu"),
        ("Łódź", "lodz"),
        ("Ærø", "aeroe"),
        ("Щука", "shchuka"),
        ("Ψυχή", "psychi"),
        ("don't", "dont"),
        ("3,5 Mio.", "3-5-mio"),
        ("語", ""),
    ],
)
def test_a_suggestion_reads_like_the_word(written: str, read: str) -> None:
    assert slug(written) == read
