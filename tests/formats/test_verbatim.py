"""Debate files: what python-docx writes is read, and what we write python-docx and we read."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from argmap.documents.document import document_with_pages
from argmap.documents.formats.docx import text_of_docx
from argmap.documents.formats.word import WordFile
from argmap.documents.formats.word_parts import Run, WordParagraph, WordStyle
from argmap.documents.pages import Page
from argmap.documents.quotation import Agreement, seek
from argmap.formats.exchange import PLAIN
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.verbatim import reading, writing
from argmap.formats.verbatim.cites import cite_of
from argmap.formats.verbatim.passages import (
    MarkedParagraph,
    Piece,
    passage_of,
    passages_in,
    quotations_in,
    tree_of,
)
from argmap.formats.verbatim.styles import Styles
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.relation import Kind
from argmap.model.source import Locator, Source
from tests.formats.debate_files import CASE, CITE, debate_file
from tests.formats.whole_maps import whole_map
from tests.maps import Choices, for_all

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.formats.exchange import Imported
    from tests.formats.debate_files import Words


def read(content: bytes) -> Imported:
    file = ForeignFile("case.docx", content)
    assert reading.fits(file)
    return reading.read((file,), PLAIN)


def written(argument_map: ArgumentMap) -> bytes:
    content = writing.write(argument_map, PLAIN).content
    assert isinstance(content, bytes)
    return content


def card(*evidence: Words, style: str = "Heading 4", cite: str = CITE) -> Claim:
    """The claim of a file with one card of this evidence."""
    paragraphs: list[tuple[str, list[Words]]] = [
        (style, ["A claim."]),
        ("Normal", [("Meyer 24", cite), " (\u201cA title\u201d)"]),
        ("Normal", [*evidence]),
    ]
    [claim] = read(debate_file(paragraphs)).map.claims.values()
    return claim


# What is read


def test_a_tag_is_a_claim_with_its_cite_as_source_and_what_is_read_as_quotation() -> None:
    imported = read(debate_file(CASE, title="Cars"))
    claim = imported.map.claims["dirty-air-shortens-lives-in-the"]
    assert claim.text == "Dirty air shortens lives in the old town"
    assert claim.section == "1AC > The old town"
    assert [each.quote for each in claim.locators] == ["Fine dust ... shortens lives by months"]
    source = imported.map.sources[claim.source or ""]
    assert (source.title, source.authors) == ("Streets for people", ("Ada Meyer",))
    assert (source.date, source.url) == ("2024-03-01", "https://example.org/streets")
    assert imported.map.title == "Cars"


def test_cards_of_the_same_work_share_its_source() -> None:
    claims = read(debate_file(CASE)).map.claims
    same = claims["footfall-rises-after-closure"].source
    assert same == claims["dirty-air-shortens-lives-in-the"].source == "meyer-2024"


def test_an_analytic_is_a_claim_without_source() -> None:
    analytic = read(debate_file(CASE)).map.claims["the-city-should-close-the-old"]
    assert (analytic.source, analytic.locators) == (None, ())


def test_a_block_of_answers_proposes_attacks_as_drafts() -> None:
    imported = read(debate_file(CASE))
    relations = imported.map.relations.values()
    assert {each.premises for each in relations} == {
        ("footfall-rises-after-closure",),
        ("the-loss-is-short-leases-are",),
    }
    assert {each.target for each in relations} == {"shops-lose-customers-when-streets-close"}
    assert {(each.kind, each.tags) for each in relations} == {(Kind.ATTACKS, ("draft",))}
    [warning] = imported.diagnostics
    assert "2 attacks are drafts" in warning.message
    assert [loss.example for loss in imported.lost] == ["AT: Nobody comes"]


@pytest.mark.parametrize(
    "heading",
    [
        "AT: {}",
        "A2 {}",
        "A/T: {}",
        "at: {}",
        "Answers to {}",
        "answers to: {}",
        "2AC - AT \u2013 {}",
    ],
)
@pytest.mark.parametrize("name", ["The first claim", "the FIRST claim.", "first claim", "Aff"])
def test_what_is_answered_is_known_by_its_name(heading: str, name: str) -> None:
    content = debate_file(
        [
            ("Heading 2", ["Aff"]),
            ("Heading 4", ["The first claim."]),
            ("Heading 2", [heading.format(name)]),
            ("Heading 4", ["It is wrong."]),
        ]
    )
    [relation] = read(content).map.relations.values()
    assert (relation.premises, relation.target) == (("it-is-wrong",), "the-first-claim")


def test_headings_without_a_tag_are_told() -> None:
    names = ["1 a", "2 b", "3 c", "4 .", "3 d", "2 e", "1 f", "3 g", "4 .", "1 h"]
    content = debate_file([(f"Heading {name[0]}", [name[2:]]) for name in names])
    [loss] = read(content).lost
    assert (loss.what, loss.count, loss.example) == ("headings without a tag below them", 3, "d")


@pytest.mark.parametrize("heading", ["At the end", "Attacks", "The answer", "AT: another", "AT:"])
def test_no_attack_is_guessed(heading: str) -> None:
    content = debate_file(
        [("Heading 4", ["The end."]), ("Heading 3", [heading]), ("Heading 4", ["It is wrong."])]
    )
    assert not read(content).map.relations


@pytest.mark.parametrize(
    "look",
    [
        "highlight",
        "Style Underline",
        "Underline",
        "Emphasis",
        "Heading 3 Char",
        "u",
        "Unterstrichen",
    ],
)
def test_what_is_read_is_told_by_any_style_that_is_in_use(look: str) -> None:
    [locator] = card("In most towns ", ("footfall rose", look), " in May.").locators
    assert locator.quote == "footfall rose"


def test_highlighted_words_come_before_underlined_ones() -> None:
    claim = card(("In most towns ", "u"), ("footfall rose", "u, highlight"), (" in May.", "u"))
    assert [each.quote for each in claim.locators] == ["footfall rose"]


@pytest.mark.parametrize("style", ["Heading 4", "\u00dcberschrift 4", "Titre 4", "Tag"])
def test_a_tag_is_told_by_any_name_of_its_style(style: str) -> None:
    assert card(("read", "u"), style=style).text == "A claim."


@pytest.mark.parametrize("cite", [CITE, "13 pt Bold", "Cite", "Heading 4 Char", "b"])
def test_a_cite_is_told_by_its_style_or_its_words(cite: str) -> None:
    claim = card("Evidence.", cite=cite)
    assert claim.source == "meyer-2024"
    assert claim.meta["card"]["evidence"] == ["Evidence."]


def test_aliases_of_many_hands_tell_nothing() -> None:
    underlined = {"u": "single"}
    word = WordFile(
        (),
        styles={
            "a": WordStyle(("Heading 3 Char", "Bold Cite Char", "Tag Char"), "", "", underlined),
            "b": WordStyle(("Style Underline", "Intense Emphasis1", "ci"), "", "", underlined),
            "c": WordStyle(("heading 4", "heading 2", "Block"), "", "3", {}),
            "d": WordStyle(("Cards", "Underline"), "", "", {}),
            "e": WordStyle(("Mine",), "b", "", {}),
        },
    )
    styles = Styles(word)
    marks = [styles.marks_of(Run("x", {"style": id_})) for id_ in "abde"]
    assert marks == [frozenset({"underline"})] * 4
    assert styles.level_of(WordParagraph((), "c")) == 4


def test_a_level_in_the_outline_makes_a_tag_without_a_style() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("A claim.")
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  # python-docx has no other way
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "3")
    properties.append(level)
    content = BytesIO()
    document.save(content)
    assert [each.text for each in read(content.getvalue()).map.claims.values()] == ["A claim."]


@pytest.mark.parametrize(
    ("cite", "author", "date"),
    [
        ("Meyer 24", "Meyer", "2024"),
        ("Meyer, 7 (4-2-07)", "Meyer", "2007-04-02"),
        ("Meyer \u201998 \u2013 Ada Meyer, May 3rd, 1998", "Ada Meyer", "1998-05-03"),
        ("Meyer et al., 2019-02-28", "Meyer", "2019-02-28"),
        ("Meyer 19 (accessed 3-4-20)", "Meyer", "2019"),
        ("Meyer 19 \u2013 accessed 3-4-19, published May 2019", "Meyer", "2019-05"),
        ("Meyer 18, 25.12.2018", "Meyer", "2018-12-25"),
        ("Meyer no date", "Meyer no date", ""),
    ],
)
def test_author_and_date_are_told_as_far_as_a_cite_tells_them(
    cite: str, author: str, date: str
) -> None:
    short, sign, rest = cite.partition(" (") if " (" in cite else cite.partition(" \u2013 ")
    cited = cite_of([MarkedParagraph((Piece(short, frozenset({"cite"})), Piece(sign + rest)))])
    assert (cited.authors, cited.date) == ((author,), date)


def test_the_sources_of_a_file_share_one_reading_of_it(tmp_path: Path) -> None:
    from argmap.documents.folder import read_documents  # noqa: PLC0415  # what is under test

    (tmp_path / "case.docx").write_bytes(debate_file(CASE))
    sources = [Source(name, document="case.docx") for name in ("a", "b")]
    documents = read_documents(sources, tmp_path)
    assert documents.by_source["a"] is documents.by_source["b"]


# Quotations are found again

SIGNS = (
    "Fine dust",
    " kills",
    ", as ",
    "U",
    "S",
    "\u2026",
    "...",
    " (",
    ") ",
    "\u201cIt\u201d",
    ". ",
    "\n",
    "-",
)
LOOKS = ("", "", "highlight-yellow", "underline", "emphasis", "bold")


def some_passage(choices: Choices) -> MarkedParagraph:
    pieces = [
        Piece(
            choices.one_of(SIGNS) + (" " if choices.below(2) else ""),
            frozenset(filter(None, [choices.one_of(LOOKS), choices.one_of(LOOKS)])),
        )
        for _ in range(choices.below(14))
    ]
    return passage_of([Piece("It begins here "), *pieces, Piece(" and ends.")])


@for_all(some_passage, 300, 60)
def test_every_quotation_is_found_again_in_the_evidence(passage: MarkedParagraph) -> None:
    document = document_with_pages(b"", [Page(passage.text)], Source("a"))
    for quote in quotations_in([passage]):
        assert seek(document, Locator(quote=quote)).is_found, (quote, passage.text)


@for_all(some_passage, 200, 60)
def test_a_map_keeps_the_marks_of_evidence(passage: MarkedParagraph) -> None:
    assert passages_in([tree_of(passage)]) == [passage]


# What is written


@for_all(whole_map, 40, 400)
def test_what_is_written_is_read_back_but_for_what_is_reported(argument_map: ArgumentMap) -> None:
    exported = writing.write(argument_map, PLAIN)
    lost = {loss.what for loss in exported.lost}
    imported = read(written(argument_map))
    by_text = sorted((each.text, each.source is None) for each in imported.map.claims.values())
    assert by_text == sorted(
        (each.text, each.source is None) for each in argument_map.claims.values()
    )
    if "sections of claims" not in lost:
        assert sorted(each.section or "" for each in imported.map.claims.values()) == sorted(
            each.section or "" for each in argument_map.claims.values()
        )
    if "quotations that are not the words read out" not in lost:
        assert sorted(quotes(imported.map)) == sorted(quotes(argument_map))
    differing = "sources of which a cite tells other authors, title, dates or address"
    if not {differing, "sources that no claim is taken from"} & lost:
        assert works(imported.map) == works(argument_map)
    for kind, what in (("supports", "supports"), ("undercuts", "undercuts")):
        count = sum(each.kind == kind for each in argument_map.relations.values())
        assert count == sum(loss.count for loss in exported.lost if loss.what == what)


def quotes(argument_map: ArgumentMap) -> list[str]:
    return [
        each.quote
        for claim in argument_map.claims.values()
        for each in claim.locators
        if each.quote is not None
    ]


def works(argument_map: ArgumentMap) -> list[tuple[object, ...]]:
    return sorted(
        (each.title, each.authors, each.date, each.url) for each in argument_map.sources.values()
    )


@for_all(whole_map, 12, 400)
def test_python_docx_reads_what_is_written(argument_map: ArgumentMap) -> None:
    document = docx.Document(BytesIO(written(argument_map)))
    styles = [(each.style.name if each.style else "", each.text) for each in document.paragraphs]
    tags = [text for style, text in styles if style == "Heading 4"]
    assert sorted(tags) == sorted(claim.text for claim in argument_map.claims.values())
    assert document.core_properties.title == argument_map.title


def test_a_file_comes_back_as_it_was() -> None:
    first = read(debate_file(CASE, title="Cars")).map
    again = read(written(first)).map
    assert [*again.relations] == [*first.relations]
    assert {id_: each.meta for id_, each in again.claims.items()} == {
        id_: each.meta for id_, each in first.claims.items()
    }
    assert written(again) == written(first)
    assert not writing.write(first, PLAIN).lost


def test_our_file_has_the_same_marks_for_python_docx_as_the_first() -> None:
    first = debate_file(CASE)
    assert marked(first) == marked(written(read(first).map))


def marked(content: bytes) -> list[tuple[str, str]]:
    """The words read out and the cites, by python-docx."""
    document = docx.Document(BytesIO(content))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    highlighted = "".join(run.text for run in runs if run.font.highlight_color is not None)
    cited = "".join(run.text for run in runs if run.style.name == CITE)
    return [("highlighted", highlighted), ("cited", cited)]


def test_a_source_is_read_back_from_the_cite_made_of_it() -> None:
    source = Source(
        "meyer",
        title="Streets for people",
        authors=("Ada Meyer", "Bert Bock"),
        date="2024-03-01",
        url="https://example.org/streets",
        accessed="2026-03-04",
    )
    claim = Claim("a", "A.", source="meyer", locators=(Locator(quote="footfall rose"),))
    [again] = read(written(ArgumentMap.of([claim], sources=[source]))).map.sources.values()
    assert replace(source, id=again.id, location=again.location) == again


# Files that cannot be read


def problem(content: bytes) -> str:
    imported = reading.read((ForeignFile("case.docx", content),), PLAIN)
    [diagnostic] = imported.diagnostics
    assert diagnostic.code == "AM702"
    assert not imported.map.claims
    assert diagnostic.hint
    return diagnostic.message


def archive(document: str, **more: str) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", document)
        for name, text in more.items():
            file.writestr(f"word/{name}.xml", text)
    return content.getvalue()


W = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'


def test_a_file_without_tags_is_refused_with_a_cure() -> None:
    assert "no paragraph of this Word file is a tag" in problem(debate_file([("Normal", ["A."])]))
    assert "no paragraph" in problem(debate_file([("Heading 1", ["A."])]))
    assert "empty" in problem(debate_file([]))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "encrypted"),
        (b"PK\x03\x04 and no more", "damaged"),
        (archive(f'<!DOCTYPE a [<!ENTITY b "c">]>{W}&b;</w:document>'), "document type"),
        (archive(f"{W}<w:p>"), "damaged"),
        (archive(W + "<w:p>" * 100_000), "too deeply"),
        (archive(f"{W}</w:document>", styles="<a"), "damaged"),
    ],
    ids=["encrypted", "no zip", "entities", "cut off", "deep", "styles"],
)
def test_what_is_no_whole_word_file_is_refused(content: bytes, message: str) -> None:
    assert message in problem(content)


def test_an_archive_is_not_unpacked_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LIMIT", 1_000_000)
    bomb = archive(f"{W}{'<w:p/>' * 1_000_000}</w:document>")
    assert len(bomb) < 100_000
    assert "unpacked it is larger than 1 MB" in problem(bomb)


def test_no_damage_makes_it_raise() -> None:
    whole = debate_file(CASE)
    for size in range(0, len(whole), 1999):
        assert problem(whole[:size])
        flipped = bytearray(whole)
        flipped[size] ^= 0xFF
        reading.read((ForeignFile("case.docx", bytes(flipped)),), PLAIN)


def test_all_quotations_of_a_file_are_verified_in_it() -> None:
    content = debate_file(CASE)
    document = document_with_pages(content, [Page(text_of_docx(content))], Source("a"))
    agreements = [
        seek(document, locator).agreement
        for claim in read(content).map.claims.values()
        for locator in claim.locators
    ]
    assert sorted(agreements) == [Agreement.EXACT, Agreement.EXACT, Agreement.STITCHED]
