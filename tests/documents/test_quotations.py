"""Quotations as they come: which are verified, how, and of which an author is warned."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.documents.document import Document, document_with_pages
from argmap.documents.folding import folded
from argmap.documents.formats.table import pages_in
from argmap.documents.quotation import seek
from argmap.model.source import Locator, Source
from argmap.pipeline import check

if TYPE_CHECKING:
    from pathlib import Path

PAPER = """\
Buses and trams of the valley

Riders were counted on every line, by the method of the handbook as laid down in Chap-

3 Drivers were counted once.

ter 9 of it, and the figures were sent to the council.

The timekeepers were always among the first to come.

An e\ufb03cient use of \ufb01nite money was found to be profit-
able on most lines, except where the road was closed.

Cross\u00adborder lines lost \u22123 % of their riders, and re- lations with the neighbours cooled.

The night bus will not be able to pay its way.

"The fare," the mayor said, "is free for all children, unless they travel with a school."

The deficit was 20.0 thousand in spring, and 200 thousand in the year.

Nobody pays on Sundays, on a well-
kept line at least, and lines on which nobody pays are
"""
FREE = '"is free for all children'
QUOTATIONS = {
    # quotation: codes of errors and warnings, then the degree of agreement
    "efficient use of finite": ("", "typography"),
    "was found to be profitable on most lines": ("AM509", "hyphenation"),
    "as laid down in Chapter 9 of it": ("", "stitched"),
    "Crossborder lines lost -3 % of their riders": ("", "typography"),
    "keepers": ("AM501", ""),
    "a": ("AM508", "exact"),
    "bus will be able to pay": ("AM501", ""),
    "be able to pay its way": ("AM509", "exact"),
    f"the mayor said, {FREE}": ("AM509", "exact"),
    "The fare [...] is free for all children": ("AM509", "stitched"),
    "The deficit was 200 thousand": ("AM501", ""),
    # beyond the eleven
    "The fare ... free for all children": ("AM509", "stitched"),
    "The fare (…) free for all children, unless": ("", "stitched"),
    "The fare [...] and 200 thousand in the year": ("AM501", ""),
    "free for all children [...] the fare": ("AM501", ""),
    "will […] be able to pay its way": ("AM509", "stitched"),
    "The ... will ... way": ("AM508 AM509", "stitched"),
    "[r]iders were counted on every [l]ine": ("", "typography"),
    "riders were counted": ("", "typography"),
    "rIders were counted": ("AM501", ""),
    "able on most lines": ("AM501", ""),
    "relations with the neighbours cooled": ("", "hyphenation"),
    "re-lations with the neighbours cooled": ("", "hyphenation"),
    "on a well-kept line": ("", "hyphenation"),
    "on a well- kept line": ("", "exact"),
    "Nobody pays on Sundays,": ("", "exact"),
    'with a school." The deficit was 20.0 thousand': ("", "exact"),
    "nobody pays are Buses and trams": ("AM501", ""),
    "200 thousand": ("", "exact"),
    "thousand in": ("", "exact"),
    "00 thousand": ("AM501", ""),
}
CHINESE = "\u56db\u53f7\u7ebf\u7684\u4e58\u5ba2\u6bd4\u53bb\u5e74\u591a\u4e86\u4e09\u6210"


def document_of(text: str, name: str = "s.txt") -> Document:
    """The document with this text, in the format that the name ends in."""
    content = text.encode()
    source = Source("s", title="A title", document=name)
    return document_with_pages(content, pages_in(content, name), source)


@pytest.mark.parametrize("quote", QUOTATIONS)
def test_a_quotation_is_judged_as_an_opponent_would(tmp_path: Path, quote: str) -> None:
    codes, agreement = QUOTATIONS[quote]
    (tmp_path / "paper.txt").write_text(PAPER, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(
        "source: {id: s, document: paper.txt}\nclaims:\n  a:\n    text: A.\n    quote: >-\n"
        f"      {quote}\n",
        encoding="utf-8",
    )
    checked = check(tmp_path / "a.yaml", tmp_path)
    worse = [problem.code for problem in checked.diagnostics if problem.severity != "note"]
    assert sorted(set(worse)) == codes.split()
    assert list(checked.quotations.by_agreement) == agreement.split()
    notes = [problem for problem in checked.diagnostics if problem.code == "AM510"]
    over = "The deficit was 20.0" in quote
    assert bool(notes) == (over or agreement in {"hyphenation", "stitched"})


def message(tmp_path: Path, quote: str, text: str) -> str:
    """The message about a quotation that is cut where the sense turns; empty if there is none."""
    (tmp_path / "s.txt").write_text(text, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(
        "source: {id: s, document: s.txt}\nclaims:\n  a:\n    text: A.\n    quote: >-\n"
        f"      {quote}\n",
        encoding="utf-8",
    )
    problems = check(tmp_path / "a.yaml", tmp_path, notes=False).diagnostics
    assert {problem.code for problem in problems} <= {"AM509", "AM510"}
    return " | ".join(problem.message for problem in problems if problem.code == "AM509")


CUTS = [
    ("the town will pay", "It rained. Nobody says so, and not the town will pay.", "opens with"),
    ("the town will pay", "It does not \u201cthe town will pay\u201d for it.", "It does not"),
    ("the town will pay", "He doesn\u2019t the town will pay.", "doesn't"),
    ("compliant with the law", "They were non-compliant with the law.", "They were non-"),
    ("the town will pay", "It says no. The town will pay.", ""),
    ("the town will pay", "The town will pay. But it is late.", ""),
    ("the town will pay.", "The town will pay. But it is late.", ""),
    (
        "the town will pay",
        "The town will pay \u2013 but only the half. So be it.",
        "but only the half.",
    ),
    ("the town will pay", "The town will pay (if at all) in May.", ""),
    ("the town will pay", "The town will pay if asked", "if asked"),
    ("the town will pay", "The town will pay iffy prices.", ""),
    (
        "the old town ... in May",
        "The old town will never pay in May.",
        "leaves out \u201cwill never pay\u201d",
    ),
    ("the old town ... in May", "The old town will pay in May.", ""),
    ("the town will pay", "Nobody believes that the town will pay for it.", "Nobody believes that"),
    ("the rate of the town", "The rate of the town falls, and that is the end of it.", ""),
    ("muss die Stadt zahlen", "Keineswegs muss die Stadt zahlen.", "Keineswegs"),
    ("dass die Stadt zahlt", "Daraus folgt aber nicht, dass die Stadt zahlt.", "aber nicht,"),
    ("dass die Stadt zahlt", "Niemand glaubt, dass die Stadt zahlt.", "Niemand glaubt,"),
    ("guter Plan f\u00fcr die Stadt", "Das ist kein guter Plan f\u00fcr die Stadt.", "kein"),
    (
        "eine Stadt, die ... zahlt",
        "Das ist eine Stadt, die nicht zahlt.",
        "leaves out \u201cnicht\u201d",
    ),
    ("die Stadt wird zahlen", "Die Stadt wird zahlen, au\u00dfer im Mai.", "au\u00dfer im Mai"),
    ("die Stadt zahlt", "Die Stadt zahlt nur die H\u00e4lfte.", "nur die H\u00e4lfte."),
    ("die Stadt wird zahlen", "Die Stadt wird zahlen und bauen.", ""),
    ("die neue Steuer hilft", "Die neue Steuer hilft nicht, wie man sieht.", "nicht, wie"),
    ("la ville va payer", "La ville va payer pas une fois en mai.", "pas une fois"),
    ("la ville va payer", "Il ne dit pas que la ville va payer.", ""),
    ("payer pour la ville", "Elle ne veut pas payer pour la ville.", "ne veut pas"),
    ("la ville va payer", "La ville va payer, sauf en mai.", "sauf en mai."),
    ("va a pagar la ciudad", "Nunca va a pagar la ciudad por el plan.", "Nunca"),
    ("la ciudad va a pagar", "La ciudad va a pagar, salvo en mayo.", "salvo en mayo."),
    ("deve pagare la citt\u00e0", "Non deve pagare la citt\u00e0 il piano.", "Non"),
    ("la citt\u00e0 deve pagare", "La citt\u00e0 deve pagare, ma non \u00e8 di maggio.", "ma non"),
    ("la citt\u00e0 paga", "Per la gente che \u00e8 qui la citt\u00e0 paga, si dice.", ""),
]


@pytest.mark.parametrize(("quote", "text", "words"), CUTS)
def test_the_words_that_turn_a_quotation_are_printed(
    tmp_path: Path, quote: str, text: str, words: str
) -> None:
    printed = message(tmp_path, quote, text)
    assert words in printed
    assert bool(words) == bool(printed)


def test_scripts_without_spaces_are_quoted_as_they_always_were() -> None:
    document = document_of(CHINESE)
    for start in range(len(CHINESE) - 3):
        assert seek(document, Locator(quote=CHINESE[start : start + 4])).is_found
    hindi = document_of("\u0928\u092e\u0938\u094d\u0924\u0947 \u0926\u0941\u0928\u093f\u092f\u093e")
    assert seek(hindi, Locator(quote="\u0928\u092e\u0938\u094d\u0924\u0947")).is_found
    assert not seek(hindi, Locator(quote="\u0928\u092e\u0938\u094d\u0924")).is_found


words = st.lists(
    st.text("abcde\u00e9\u0130\u1e9e", min_size=1, max_size=6), min_size=3, max_size=25
)


@given(words, st.data())
def test_whole_words_are_found_however_they_are_set_and_parts_of_words_are_not(
    text: list[str], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(text) - 3))
    last = data.draw(st.integers(first + 2, len(text)))
    quote = " ".join(text[first:last])
    set_text = "".join(
        word + data.draw(st.sampled_from([" ", "\n", " \u00ad\n ", "\u200b "])) for word in text
    )
    assert seek(document_of(set_text), Locator(quote=quote)).is_found
    broken = "".join(
        char + data.draw(st.sampled_from(["", "", "-\n", "\u00ad\n", "\u00ad"]))
        if char.isalpha() and index + 1 < len(quote) and quote[index + 1].isalpha()
        else char
        for index, char in enumerate(quote)
    )
    assert seek(document_of(broken), Locator(quote=quote)).is_found
    assert seek(document_of(quote), Locator(quote=broken)).is_found
    inner = quote[1:] if len(text[first]) > 1 else f"x{quote}"
    is_by_chance = f" {folded(inner)} " in f" {folded(' '.join(text))} "
    if not is_by_chance and inner[0] != "\u0307":
        sought = seek(document_of(set_text), Locator(quote=inner))
        assert not sought.is_found or inner[0].swapcase() + inner[1:] in " ".join(text)


@given(words, st.data())
def test_left_out_words_are_found_in_their_order_and_in_no_other(
    text: list[str], data: st.DataObject
) -> None:
    numbered = [f"{word}{at}" for at, word in enumerate(text)]
    chosen = data.draw(
        st.lists(st.sampled_from(range(len(text))), min_size=2, max_size=4, unique=True)
    )
    dots = data.draw(st.sampled_from([" ... ", " \u2026 ", " [...] ", " [\u2026] ", " . . . "]))
    quote = dots.join(numbered[at] for at in chosen)
    sought = seek(document_of(" ".join(numbered)), Locator(quote=quote))
    assert sought.is_found == (chosen == sorted(chosen))
    in_two = document_of(
        " ".join(numbered[: chosen[0] + 1]) + "\n\n" + " ".join(numbered[chosen[0] + 1 :])
    )
    assert not seek(in_two, Locator(quote=quote)).is_found


def test_a_long_document_with_many_quotations_takes_seconds() -> None:
    """A megabyte and a thousand quotations, of which every tenth is nowhere."""
    lines = [f"Line {at} of the record says that item {at * 7} was seen." for at in range(18_000)]
    document = document_of("\n\n".join(lines))
    start = time.process_time()
    for at in range(0, 18_000, 18):
        is_missing = at % 180 == 0
        quote = f"record says that item {at * 7} was " + ("missing" if is_missing else "seen")
        sought = seek(document, Locator(quote=quote))
        assert (sought.is_found, sought.paragraph) == (not is_missing, at + 1)
        assert not is_missing or sought.nearest.startswith(f"record says that item {at * 7} was")
    assert time.process_time() - start < 15
