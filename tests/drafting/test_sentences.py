"""Sentences of paragraphs: where one ends, and that no letter is lost."""

from __future__ import annotations

import pytest

from argmap.drafting.cues import language_of, words_of
from argmap.drafting.sentences import LONGEST, sentences_of
from tests.maps import Choices, for_all

# Sentences are divided by `|` here.
ENGLISH = (
    "It is loud. |Nobody sleeps. ",
    "Dr. Bock met Prof. Amsel at 5 p.m. in St. Ives. |They spoke.",
    "It cost $3.5 m. |Therefore nobody paid.",
    "He wrote to J. R. Reed, of the U.S. Navy. |It answered.",
    "It left the U.S. |The rest stayed.",
    'She said "No. Never again." |Then she left.',
    '"Is it loud?" she asked. |"Yes!" |He nodded.',
    "Is it loud? |It is!",
    "See p. 12 and Sec. 3.2 of the report (cf. Fig. 4). |It is there.[12] |So is this.",
    "It is loud, e.g. at night, i.e. when people sleep. |Cars etc. are loud.",
    "We sell cars, bikes, etc. |The rest is ours.",
    "It grew by 2.5 per cent in 2003. |In 2004 it fell.",
    "He waited ... and left. |Wait... |No.",
    "One heading without a stop",
    "Who? |I. |It is I. |We agree.",
    'A mark " alone. |Another sentence.',
)
GERMAN = (
    "Es ist laut. |Niemand schläft.",
    "Am 3. Oktober 1990 war es z. B. in Berlin laut. |Heute nicht.",
    "Im 19. Jahrhundert kamen d. h. fuhren die ersten. |Das blieb.",
    'Dr. Meier sagte: "Nein. Nie." |Dann ging er.',
    "Es kostete 3,5 Mio. Euro. |Das ist viel.",
    "Nach Art. 20 Abs. 2 gilt das usw. |Aber nicht immer.",
)
OTHERS = ("これは一つ目の文です。|二つ目の文です。|終わり", "這是第一句。|這是第二句\uff01|完")


def pieces(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in sentences_of(text, words_of(language))]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        *(("en", each) for each in (*ENGLISH, *OTHERS)),
        *(("de", each) for each in GERMAN),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(language: str, marked: str) -> None:
    assert pieces(marked.replace("|", ""), language) == marked.split("|")


SIGNS = (
    *"aB.!? \"'([1])",
    "...",
    "e.g. ",
    "Dr. ",
    "z. B. ",
    "。",
    "\ufdd0",
    "wort ",
    "Und ",
    "[3]",
)


def text_of(choices: Choices) -> str:
    return "".join(choices.one_of(SIGNS) for _ in range(choices.below(60)))


@for_all(text_of, 400)
def test_no_letter_is_lost(text: str) -> None:
    for language in ("en", "de"):
        assert "".join(pieces(text, language)) == text


def test_a_text_without_an_end_is_cut_at_a_space() -> None:
    text = "word " * 5_000
    parts = pieces(text, "en")
    assert "".join(parts) == text
    assert all(len(part) <= LONGEST and part.endswith(" ") for part in parts)
    assert "".join(pieces("x" * 7_000, "en")) == "x" * 7_000


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (" ".join(ENGLISH).replace("|", ""), "en"),
        (" ".join(GERMAN).replace("|", ""), "de"),
        ("La ville est bruyante et les voitures y circulent sans cesse depuis longtemps.", None),
        ("El centro debe cerrarse porque los coches hacen mucho ruido cada noche.", None),
        ("これは文です。", None),
        ("12 345 67.8", None),
        ("", None),
    ],
)
def test_the_language_is_told_by_its_small_words(text: str, language: str | None) -> None:
    assert language_of(text) == language
