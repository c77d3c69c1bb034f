"""Coverage of documents, against a count by hand on documents of unlike words."""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.analysis.people.coverage import coverage
from argmap.documents.document import document_with_pages
from argmap.documents.folder import Documents
from argmap.documents.formats.table import pages_in
from argmap.documents.verification import Evidence
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.relation import Relation
from argmap.model.source import Locator, Source
from tests.documents.test_formats import pdf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.analysis.people.coverage import DocumentCoverage

ROOT = Path(__file__).parents[2]
SOURCE = Source("s", title="A source", document="s.txt")
ABSENT = "words that stand nowhere"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A document of paragraphs of so many words, the numbered ones, and what claims cite.

    Words are numbered through the document. A citation is the first and the last word of a
    quotation, the number of a stated paragraph, or None for words that stand nowhere.
    """

    sizes: tuple[int, ...]
    first: int
    last: int
    citations: tuple[tuple[int, int] | int | None, ...]

    @property
    def starts(self) -> list[int]:
        """The number of the first word of each paragraph, and the number of all words."""
        return list(accumulate(self.sizes, initial=0))

    def paragraph_of(self, word: int) -> int:
        """The index of the paragraph of a word."""
        return next(at for at, end in enumerate(self.starts[1:]) if word < end)

    @property
    def numbered(self) -> range:
        """The indexes of the numbered paragraphs."""
        return range(self.first, self.last + 1)


def word(number: int) -> str:
    """A word that stands in the document once, no two of the same shape."""
    return f"w{number:03}" + "x" * (number % 4)


def quotation(start: int, end: int) -> str:
    """The words from a number to another, which is left out."""
    return " ".join(map(word, range(start, end)))


@st.composite
def drawn(draw: st.DrawFn) -> Drawn:
    """A small document with citations that overlap, run over a paragraph's end, or are wrong."""
    sizes = tuple(draw(st.lists(st.integers(2, 14), min_size=1, max_size=6)))
    first = draw(st.integers(0, len(sizes) - 1))
    last = draw(st.integers(first, len(sizes) - 1))
    words = sum(sizes)
    spans = st.tuples(st.integers(0, words - 1), st.integers(1, 20)).map(
        lambda pair: (pair[0], min(pair[0] + pair[1], words))
    )
    stated = st.integers(1, len(sizes) + 1)
    citations = draw(st.lists(st.one_of(spans, stated, st.none()), max_size=6))
    return Drawn(sizes, first, last, tuple(citations))


def covered(given_: Drawn, *, is_relation: bool = False) -> DocumentCoverage:
    """The coverage of the document by a claim for each citation, or by an attack for each."""
    paragraphs = [quotation(start, end) for start, end in pairwise(given_.starts)]
    locators = [_locator(citation) for citation in given_.citations]
    source = Source(
        "s",
        document="s.txt",
        begins=paragraphs[given_.first],
        ends=paragraphs[given_.last],
    )
    claims = [
        Claim(f"c{at}", f"C {at}.", source=None if is_relation else "s", locators=each)
        for at, each in enumerate((*((locator,) for locator in locators), ()))
    ]
    relations = [
        Relation.of(f"c{at}", "attacks", f"c{len(locators)}", source="s", locators=(locator,))
        for at, locator in enumerate(locators if is_relation else ())
    ]
    argument_map = ArgumentMap.of(claims, relations, sources=[source])
    content = "\n\n".join(paragraphs).encode()
    document = document_with_pages(content, pages_in(content, "s.txt"), source)
    evidence = Evidence.of(argument_map, Documents({"s": document}, {}, Path()))
    return coverage(argmap.Reading(argument_map), evidence).documents[0]


def _locator(citation: tuple[int, int] | int | None) -> Locator:
    if citation is None:
        return Locator(quote=ABSENT)
    return (
        Locator(quote=quotation(*citation))
        if isinstance(citation, tuple)
        else Locator(paragraph=citation)
    )


def touched(given_: Drawn, citation: tuple[int, int] | int | None) -> set[int]:
    """The indexes of the paragraphs from which a citation takes something."""
    if citation is None:
        return set()
    if isinstance(citation, int):
        return {given_.first + citation - 1} & {*given_.numbered}
    return {given_.paragraph_of(number) for number in range(*citation)}


@given(drawn())
def test_every_numbered_paragraph_is_counted_once_in_order(given_: Drawn) -> None:
    parts = covered(given_).parts
    assert [part.paragraph for part in parts] == [*range(1, len(given_.numbered) + 1)]
    assert [part.size.words for part in parts] == [given_.sizes[at] for at in given_.numbered]


@given(drawn())
def test_claims_and_quoted_words_are_those_counted_by_hand(given_: Drawn) -> None:
    finding = covered(given_)
    quoted = {
        number
        for citation in given_.citations
        if isinstance(citation, tuple)
        for number in range(*citation)
    }
    for part, at in zip(finding.parts, given_.numbered, strict=True):
        own = set(range(given_.starts[at], given_.starts[at + 1])) & quoted
        assert part.quoted == (len(own), sum(len(word(number)) for number in own))
        by_hand = {
            f"c{number}"
            for number, citation in enumerate(given_.citations)
            if at in touched(given_, citation)
        }
        assert set(part.claims) == by_hand
        assert len(part.claims) == len(by_hand)
        assert bool(part.opening) == (not by_hand)
        assert len(part.opening.split()) <= 11  # ten words and the ellipsis
        assert quotation(given_.starts[at], given_.starts[at + 1]).startswith(
            part.opening.removesuffix(" …")
        )


@given(drawn())
def test_what_is_found_stands_in_reading_order_and_nothing_is_lost(given_: Drawn) -> None:
    finding = covered(given_)
    places = {
        f"c{at}": citation if isinstance(citation, tuple) else None
        for at, citation in enumerate(given_.citations)
    }
    starts = [
        places[place.claim or ""] or (given_.starts[given_.first + (place.paragraph or 0) - 1],)
        for place in finding.reading_order
    ]
    assert [start for start, *_ in starts] == sorted(start for start, *_ in starts)
    lost = {
        f"c{at}" for at, citation in enumerate(given_.citations) if not touched(given_, citation)
    }
    assert {place.claim for place in finding.not_found} == lost
    assert {place.claim for place in finding.reading_order} == places.keys() - lost
    assert len(finding.reading_order) + len(finding.not_found) == len(given_.citations)
    assert finding.without_place == (f"c{len(given_.citations)}",)


@given(drawn())
def test_a_step_quotes_words_and_is_no_claim(given_: Drawn) -> None:
    by_claims, by_steps = covered(given_), covered(given_, is_relation=True)
    assert [part.quoted for part in by_steps.parts] == [part.quoted for part in by_claims.parts]
    assert len(by_steps.bare) == len(by_steps.parts)
    for step, claim in zip(by_steps.parts, by_claims.parts, strict=True):
        assert len(step.relations) == len(claim.claims)
        assert not claim.relations


def test_the_sums_are_those_of_the_parts() -> None:
    finding = covered(Drawn((5, 7, 3), 0, 2, ((3, 7), (4, 9), 3)))
    assert (finding.size.words, finding.quoted.words) == (15, 6)
    assert [part.claims for part in finding.parts] == [("c0", "c1"), ("c0", "c1"), ("c2",)]
    assert [place.paragraph for place in finding.reading_order] == [1, 1, 3]


@pytest.mark.parametrize("name", ["s.txt", "s.md", "s.html"])
def test_paragraphs_of_every_format_are_counted(tmp_path: Path, name: str) -> None:
    text = "Dirty air shortens lives.\n\nStreets without cars are quieter.\n\n- A last one here\n"
    html = "".join(f"<p>{part.removeprefix('- ')}</p>" for part in text.strip().split("\n\n"))
    (tmp_path / name).write_text(html if name.endswith("html") else text)
    source = Source("s", document=name)
    claim = Claim("a", "A.", source="s", locators=(Locator(quote="cars are quieter"),))
    argument_map = ArgumentMap.of([claim], [], sources=[source])
    finding = argmap.coverage(argument_map, tmp_path).documents[0]
    assert [part.size.words for part in finding.parts] == [4, 5, 4]
    assert [part.opening for part in finding.parts] == [
        "Dirty air shortens lives.",
        "",
        "A last one here",
    ]
    assert finding.quoted == (3, 14)


PAGES = ("The air is bad.\nIt was always so.", "", "Streets are quiet\nwithout cars.")


@pytest.mark.parametrize(
    ("locator", "pages"),
    [
        (Locator(quote="bad. It was always"), ["1"]),
        (Locator(page="3"), ["3"]),
        (Locator(page="pp. 2-3"), ["3"]),
        (Locator(page="somewhere"), []),
        (Locator(page="9"), []),
        (Locator(paragraph=1), []),
    ],
)
def test_of_a_pdf_pages_are_counted(tmp_path: Path, locator: Locator, pages: Sequence[str]) -> None:
    (tmp_path / "s.pdf").write_bytes(pdf(*PAGES))
    claim = Claim("a", "A.", source="s", locators=(locator,))
    argument_map = ArgumentMap.of([claim], [], sources=[Source("s", document="s.pdf")])
    finding = argmap.coverage(argument_map, tmp_path).documents[0]
    assert finding.unit == "page"
    assert [(part.page, part.size.words) for part in finding.parts] == [("1", 8), ("3", 5)]
    assert [part.page for part in finding.parts if part.claims] == pages
    places = len(finding.reading_order) + len(finding.not_found) + len(finding.without_place)
    assert places == 1


def test_a_text_without_spaces_gives_no_more_than_a_few_signs(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("漢" * 500, encoding="utf-8")
    argument_map = ArgumentMap.of([Claim("a", "A.")], [], sources=[SOURCE])
    [part] = argmap.coverage(argument_map, tmp_path).documents[0].parts
    assert len(part.opening) <= 82


@pytest.mark.skipif("ARGMAP_DOCUMENTS" not in os.environ, reason="NOT TESTED: no documents")
def test_the_shipped_map_leaves_no_paragraph_out() -> None:
    shipped, _ = argmap.load(ROOT / "claims")
    finding = argmap.coverage(shipped, os.environ["ARGMAP_DOCUMENTS"])
    assert not finding.unread
    for each in finding.documents:
        assert each.parts
        assert not each.bare
        assert not each.not_found


def test_sources_that_share_a_document_are_counted_together(tmp_path: Path) -> None:
    (tmp_path / "cards.txt").write_text("The first card says so.\n\nThe second one too.\n\nEnd.\n")
    claims = [
        Claim(id_, "C.", source=id_, locators=(Locator(quote=words),))
        for id_, words in (("a", "first card says"), ("b", "The second one"))
    ]
    sources = [Source(id_, document="cards.txt") for id_ in ("a", "b")]
    [finding] = argmap.coverage(ArgumentMap.of(claims, [], sources=sources), tmp_path).documents
    assert finding.sources == ("a", "b")
    assert [part.claims for part in finding.parts] == [("a",), ("b",), ()]
    assert not finding.not_found
