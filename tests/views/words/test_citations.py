"""Citations: speakers, authors by family name, institutions whole, and nobody for one's own."""

from __future__ import annotations

from itertools import product

import pytest

from argmap.analysis.reading_of_map import Reading
from argmap.model.argument_map import ArgumentMap
from argmap.model.author import family_name, in_speaking_order
from argmap.model.claim import LABEL_LIMIT, Claim, Mode
from argmap.model.source import Source
from argmap.views.words.citations import Citations, citations_of
from argmap.views.words.origin import origin_of, voice_of
from argmap.views.words.sentences import Teller
from tests.maps import HERE

SOURCES = {
    ("Ada L. Reed",): "Reed 2018",
    ("Ada L. Reed", "Ben Marsh"): "Reed and Marsh 2018",
    ("A. One", "B. Two", "C. Three"): "One et al. 2018",
    ("Smith, John",): "Smith 2018",
    ("van der Berg, Jan",): "van der Berg 2018",
    ("Jan van der Berg",): "van der Berg 2018",
    ("Ludwig van Beethoven",): "van Beethoven 2018",
    ("Jean de La Fontaine",): "de La Fontaine 2018",
    ("Mohamed Ibrahim El-Desouky",): "El-Desouky 2018",
    ("Martin Luther King Jr.",): "King 2018",
    ("José Ortega y Gasset",): "José Ortega y Gasset 2018",
    ("Okakura",): "Okakura 2018",
    ("Author A",): "Author A 2018",
    ("The Editors",): "The Editors 2018",
    ("Harbour Institute",): "Harbour Institute 2018",
    ("World Health Organization", "Ann Reed"): "World Health Organization and Reed 2018",
    ("Department of Health, Education and Welfare",): (
        "Department of Health, Education and Welfare 2018"
    ),
    ("Le Monde",): "Le Monde 2018",
    ("Umweltbundesamt",): "Umweltbundesamt 2018",
    (): "S 2018",
}

INSTITUTIONS = (
    "Institute",
    "Organization",
    "University",
    "Ministry",
    "Office",
    "Council",
    "Committee",
    "Group",
    "Press",
    "Agency",
    "Bank",
    "BBC",
    "Union",
)


@pytest.mark.parametrize(("authors", "citation"), SOURCES.items())
def test_a_source_is_cited_by_its_authors_and_year(authors: tuple[str, ...], citation: str) -> None:
    source = Source("s", title="S", authors=authors, date="2018-03-01")
    assert citations_of({"s": source}) == {"s": citation}


@pytest.mark.parametrize("word", INSTITUTIONS)
def test_no_institution_is_cut(word: str) -> None:
    for before, after in product(("", "Harbour ", "New Harbour "), ("", " Trust", " of Harbour")):
        name = f"{before}{word}{after}"
        assert family_name(name) == name


@pytest.mark.parametrize("name", ["Rotes Kreuz Köln", "Sea Shepherd"])
def test_the_rule_yields_to_the_author_of_the_map(name: str) -> None:
    source = Source("s", title="S", authors=(name,), whole_names=frozenset({name}))
    assert citations_of({"s": source}) == {"s": name}
    assert citations_of({"s": Source("s", authors=(name,), cite_as="SoS 1")}) == {"s": "SoS 1"}


@pytest.mark.parametrize(
    ("date", "citation"),
    [
        (None, "Reed"),
        ("1810?", "Reed 1810"),
        ("26 September 2023", "Reed 2023"),
        ("12345", "Reed"),
    ],
)
def test_the_year_is_taken_from_the_date(date: str | None, citation: str) -> None:
    assert citations_of({"s": Source("s", authors=("Ann Reed",), date=date)}) == {"s": citation}


def test_no_two_sources_are_cited_alike() -> None:
    alike = {name: Source(name, authors=("Ann Reed",), date="2018") for name in "abc"}
    assert len(set(citations_of(alike).values())) == len(alike)


PAIR = Source("s", title="S", authors=("Anna Amsel", "Bock, Bert"), date="2020")
ALONE = Source("s", title="S", authors=("Reed, Ada",), date="2018")
SIBLINGS = Source("s", title="S", authors=("Ada Reed", "Ben Reed"), date="2018")

CLAIMS = [
    (PAIR, "Bert Bock", Mode.ASSERTED, "Bock, in Amsel and Bock 2020"),
    (PAIR, "anna amsel", Mode.ASSERTED, "Amsel, in Amsel and Bock 2020"),
    (PAIR, None, Mode.ASSERTED, "Amsel and Bock 2020"),
    (PAIR, "The tenants", Mode.REPORTED, "attributed to The tenants, in Amsel and Bock 2020"),
    (PAIR, None, Mode.REPORTED, "reported in Amsel and Bock 2020"),
    (PAIR, "Bert Bock", Mode.CONCEDED, "conceded by Bock, in Amsel and Bock 2020"),
    (PAIR, None, Mode.CONCEDED, "conceded in Amsel and Bock 2020"),
    (
        PAIR,
        "Bert Bock",
        Mode.RAISED,
        "raised, in order to answer it, by Bock, in Amsel and Bock 2020",
    ),
    (
        PAIR,
        "The tenants",
        Mode.RAISED,
        "held by The tenants, raised in Amsel and Bock 2020 in order to answer it",
    ),
    (ALONE, "The tenants", Mode.CONCEDED, "held by The tenants, conceded in Reed 2018"),
    (None, "The tenants", Mode.RAISED, "raised, in order to answer it, by The tenants"),
    (ALONE, "Ada Reed", Mode.ASSERTED, "Reed 2018"),
    (ALONE, "Ada Reed", Mode.CONCEDED, "conceded in Reed 2018"),
    (SIBLINGS, "Ben Reed", Mode.ASSERTED, "Ben Reed, in Reed and Reed 2018"),
    (None, "Ada Reed", Mode.ASSERTED, "Ada Reed"),
    (None, None, Mode.ASSERTED, ""),
    (None, None, Mode.RAISED, "raised in order to answer it"),
    (PAIR, None, Mode.EDITORIAL, "the mapper's own"),
    (PAIR, "Bert Bock", Mode.EDITORIAL, "the mapper's own"),
]


@pytest.mark.parametrize(("source", "speaker", "mode", "attribution"), CLAIMS)
def test_a_claim_is_cited_to_who_says_it(
    source: Source | None, speaker: str | None, mode: Mode, attribution: str
) -> None:
    claim = Claim(
        "c", "It is so.", source=source.id if source else None, speaker=speaker, mode=mode
    )
    cite = Citations(ArgumentMap.of([claim], sources=[source] if source else []))
    assert cite.attribution(claim) == attribution
    assert origin_of(cite, claim) == (f"({attribution})" if attribution else "")
    if mode is Mode.EDITORIAL:
        assert cite.of(claim) == ""
        assert "Bock" not in voice_of(cite, claim)


@pytest.mark.parametrize(
    ("speaker", "mode", "voice"),
    [
        (
            "Ada Reed",
            Mode.CONCEDED,
            "Conceded by Ada Reed, although it tells against their own case.",
        ),
        (
            "The tenants",
            Mode.RAISED,
            "Held by The tenants. The source raises it in order to answer it.",
        ),
        (
            "The tenants",
            Mode.CONCEDED,
            "Held by The tenants. The source concedes this, against its own case.",
        ),
        (None, Mode.CONCEDED, "The source concedes this, although it tells against its own case."),
    ],
)
def test_a_source_takes_up_what_others_hold_and_its_authors_speak_for_themselves(
    speaker: str | None, mode: Mode, voice: str
) -> None:
    claim = Claim("c", "It is so.", source="s", speaker=speaker, mode=mode)
    assert voice_of(Citations(ArgumentMap.of([claim], sources=[ALONE])), claim) == voice


@pytest.mark.parametrize("name", ["Ada Reed", "Jan van der Berg", "Okakura"])
def test_a_name_is_the_same_person_whichever_part_stands_first(name: str) -> None:
    family = family_name(name)
    given = name.removesuffix(family).strip()
    assert in_speaking_order(f"{family}, {given}" if given else family) == name


WORDS = (
    "old",
    "towns",
    "are",
    "often",
    "closed;",
    "to",
    "cars",
    "though",
    "pneumonoultramicroscopic",
)


@pytest.mark.parametrize("length", range(1, 40))
def test_a_claim_without_a_label_is_named_by_its_own_words(length: int) -> None:
    text = " ".join(WORDS[place * place % len(WORDS)] for place in range(length))
    claim = Claim("zz-top", text, HERE)
    assert len(claim.name) <= LABEL_LIMIT
    assert text.startswith(claim.name.removesuffix("…").rstrip())
    assert claim.name.endswith("…") == (claim.name != text)
    reading = Reading(ArgumentMap.of([claim]))
    assert "zz" not in Teller(reading.map, reading.outline).name("zz-top").casefold()


def test_a_text_of_one_endless_word_is_shortened_too() -> None:
    claim = Claim("x", "a" * 400, HERE)
    assert claim.name == f"{'a' * (LABEL_LIMIT - 2)}…"
