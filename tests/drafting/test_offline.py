"""Claims proposed by rules: what is proposed, who says it, what joins it, and nothing invented."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from argmap.documents.document import document_with_pages
from argmap.documents.folder import read_documents
from argmap.documents.folding import legible
from argmap.documents.pages import Page
from argmap.documents.quotation import seek
from argmap.drafting.offline import drafts_of
from argmap.model.source import Locator, Source
from tests.maps import Choices, for_all

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.documents.document import Document
    from argmap.drafting.proposal import Proposals

E = "The town is loud, and it is so for all of its people. "
D = "Die Stadt ist laut, und das ist sie für alle in der Stadt. "


def document_of(text: str) -> Document:
    return document_with_pages(text.encode(), [Page(text)], Source("d"))


def steps_of(proposals: Proposals) -> set[tuple[str, str, str]]:
    """The steps in words: premise, kind, target."""
    texts = [each.text for each in proposals.claims]
    return {(texts[each.premise], str(each.kind), texts[each.target]) for each in proposals.steps}


LOUD, SHUT = "The town is loud.", "The centre should be closed."
LAUT, ZU = "Die Stadt ist laut.", "Das Zentrum sollte zu sein."
STEPS = (
    ("en", f"{LOUD} Therefore, the centre should be closed.", (LOUD, "supports", SHUT)),
    ("en", f"{LOUD} Hence the centre should be closed.", (LOUD, "supports", SHUT)),
    ("en", f"{SHUT} This is because the town is loud.", (LOUD, "supports", SHUT)),
    ("en", f"{SHUT} For example, the town is loud.", (LOUD, "supports", SHUT)),
    ("en", f"{LOUD} However, the centre should be closed.", (SHUT, "attacks", LOUD)),
    ("en", f"{LOUD} But the centre should be closed.", (SHUT, "attacks", LOUD)),
    (
        "en",
        f"{LOUD} The centre, however, should be closed.",
        ("The centre, however, should be closed.", "attacks", LOUD),
    ),
    ("en", "The centre should be closed because the town is loud.", (LOUD, "supports", SHUT)),
    ("en", "Because the town is loud, the centre should be closed.", (LOUD, "supports", SHUT)),
    ("en", f"{LOUD}\n\nTherefore the centre should be closed.", (LOUD, "supports", SHUT)),
    ("de", f"{LAUT} Deshalb das Zentrum sollte zu sein.", (LAUT, "supports", ZU)),
    ("de", f"{LAUT} Aber das Zentrum sollte zu sein.", (ZU, "attacks", LAUT)),
    ("de", "Das Zentrum sollte zu sein, denn die Stadt ist laut.", (LAUT, "supports", ZU)),
    (
        "de",
        "Das Zentrum sollte zu sein, weil die Stadt laut ist.",
        ("Die Stadt laut ist.", "supports", ZU),
    ),
    (
        "de",
        f"{LAUT} Das ist jedoch gut für die Läden.",
        ("Das ist jedoch gut für die Läden.", "attacks", LAUT),
    ),
)


@pytest.mark.parametrize(("language", "text", "step"), STEPS)
def test_a_connective_joins_neighbours(language: str, text: str, step: tuple[str, ...]) -> None:
    assert steps_of(drafts_of(document_of(text), language)) == {step}


NO_STEPS = (
    ("en", f"{LOUD} {SHUT}"),
    ("en", "The centre should be closed not because the town is loud but because it is old."),
    ("en", "The centre should be closed because of its noise at night."),
    ("en", "However, the town is loud."),
    ("en", f"{LOUD} So far the centre was open to all."),
    ("en", f"{LOUD} Because the town, the old one, is loud, the centre should be closed."),
    ("en", f"{LOUD} It was seen as good, however, the centre should be closed."),
    ("en", f"{LOUD} {SHUT}\n\nTherefore the shops should be open."),
    ("en", f"Is the town loud at night? Therefore, {SHUT.lower()}"),
    ("en", f"{LOUD} Although the centre should be closed, it is open."),
    ("en", f"{LOUD} Since 2003 the centre has been closed."),
    ("de", f"{LAUT} {ZU}"),
    ("de", "Das Zentrum sollte zu sein, nicht nur, weil die Stadt laut ist."),
    ("de", "Da ist eine Stadt, die laut ist."),
    ("de", f"{LAUT} Obwohl das Zentrum zu ist, ist es laut."),
)


@pytest.mark.parametrize(("language", "text"), NO_STEPS)
def test_what_is_in_doubt_joins_nothing(language: str, text: str) -> None:
    assert not drafts_of(document_of(text), language).steps


SPEECH = (
    ("en", "The mayor argued that the town is loud.", "The mayor", "The town is loud."),
    ("en", "Dr. Ada Bock also noted that it is loud.", "Dr. Ada Bock", "It is loud."),
    ("en", "According to the health office, the town is loud.", "the health office", LOUD),
    ("en", "In fact, the town is loud.", None, "In fact, the town is loud."),
    ("en", "He argued that the town is loud.", None, "He argued that the town is loud."),
    ("en", "Nobody says that the town is loud.", None, "Nobody says that the town is loud."),
    ("de", "Die Ministerin betonte, dass es laut ist.", "Die Ministerin", "Es laut ist."),
    ("de", "Laut dem Bericht ist die Stadt laut.", "dem Bericht", None),
    ("de", "Er sagte, dass die Stadt laut ist.", None, "Er sagte, dass die Stadt laut ist."),
)


@pytest.mark.parametrize(("language", "text", "speaker", "claim"), SPEECH)
def test_who_speaks_is_told(
    language: str, text: str, speaker: str | None, claim: str | None
) -> None:
    [proposal] = drafts_of(document_of(text), language).claims
    assert proposal.speaker == speaker
    assert proposal.text == (claim or text)
    assert proposal.quote == text


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        (f"{E}Despite the noise it is popular.", "despite"),
        (f"{E}Studies show a link to illness.", "studies show"),
        (f"{E}We must close the whole centre.", "must"),
        (f"{D}Trotz des Lärms kommen alle.", "trotz"),
        (f"{D}Wir sollten die Mitte schließen.", "sollten"),
        (f"{E}Nobody knows the real number.", None),
    ],
)
def test_cues_are_told_in_the_language_of_the_text(text: str, cue: str | None) -> None:
    assert drafts_of(document_of(text)).claims[-1].cue == cue


def test_another_language_gives_its_sentences_and_no_steps() -> None:
    text = "La ville est bruyante. Donc, il faut fermer le centre, however. Pourquoi fermer ?"
    proposals = drafts_of(document_of(text))
    assert [each.text for each in proposals.claims] == [
        "La ville est bruyante.",
        "Donc, il faut fermer le centre, however.",
    ]
    assert (proposals.steps, proposals.language, proposals.is_of_other_language) == ((), None, True)


def test_questions_and_scraps_claim_nothing() -> None:
    text = "A title\n\nAda Bock\n\nIs it loud at night?\n\nThere are three reasons:\n\n***\n\n12 3."
    assert not drafts_of(document_of(text)).claims


SCRAPS = (
    "Mr Speaker, honourable members,",
    "Thank you for giving me the floor.",
    "By Ada Bock, 3 May 2026",
    "By Ada Bock \u00b7 Share \u00b7 5 min read",
    "title: The town author: Ada Bock tags: [noise]",
    "We use cookies to improve your visit.",
    "\u00a9 2026 The Post. All rights reserved.",
    "Sehr geehrte Damen und Herren,",
    "Mit freundlichen Gr\u00fc\u00dfen Ada Bock, Kleinstadt",
    "1I1 ~~ ||| _ .",
    "Date: 12 March 2026 Present: A. Bock, B. Smith",
    "-- Ada Bock Tel.",
)


@pytest.mark.parametrize("text", SCRAPS)
def test_greetings_bylines_and_parts_of_a_web_page_claim_nothing(text: str) -> None:
    assert not drafts_of(document_of(text), "en").claims


KEPT = (
    "Mr Speaker, the bill is wrong.",
    "Liebe ist ein starkes Wort.",
    "By law the town must act.",
    "The council warned: it will act.",
    "Noise: twice the limit at night shops: sales rose",
)


@pytest.mark.parametrize("text", KEPT)
def test_what_only_looks_like_a_scrap_is_proposed(text: str) -> None:
    assert [each.text for each in drafts_of(document_of(text), "en").claims] == [text]


READ_AS = (
    ("en", "2.1 The mayor argued that the town is loud.", [(LOUD, "The mayor")]),
    ("en", "(a) The mayor argued that the town is loud.", [(LOUD, "The mayor")]),
    ("en", "No. However, the town is loud.", [(LOUD, None)]),
    ("en", "They are wrong, because the town is loud.", [("They are wrong.", None), (LOUD, None)]),
    (
        "en",
        f"{LOUD[:-1]}[^1].\n\n[^1]: See the report of the town.",
        [(LOUD, None), ("See the report of the town.", None)],
    ),
    (
        "en",
        f"Q: Is it loud?\nA: Yes. {LOUD}\n\nQ: Why?\nA: It is full of cars.",
        [(LOUD, None), ("It is full of cars.", None)],
    ),
    (
        "en",
        f"ADA BOCK: {LOUD} {SHUT}\n\nHOST: Why so?\n\nADA BOCK: It is full of cars.",
        [(LOUD, "ADA BOCK"), (SHUT, "ADA BOCK"), ("It is full of cars.", "ADA BOCK")],
    ),
    (
        "en",
        "Closing of the town 2.1 Mr Bock said that it is loud.",
        [("Closing of the town 2.1 Mr Bock said that it is loud.", None)],
    ),
    (
        "de",
        f"{LAUT} Deshalb sollte das Zentrum zu sein.",
        [(LAUT, None), ("Deshalb sollte das Zentrum zu sein.", None)],
    ),
    (
        "de",
        f"Das stimmt nicht, denn {LAUT[:1].lower()}{LAUT[1:]}",
        [("Das stimmt nicht.", None), (LAUT, None)],
    ),
)


@pytest.mark.parametrize(("language", "text", "claims"), READ_AS)
def test_marks_and_labels_are_no_part_of_a_claim(
    language: str, text: str, claims: list[tuple[str, str | None]]
) -> None:
    proposals = drafts_of(document_of(text), language)
    assert [(each.text, each.speaker) for each in proposals.claims] == claims


WORDS = (
    "Therefore, ",
    "Q: ",
    "Ada Bock: ",
    "2.1 ",
    "[^1] ",
    "However, ",
    "because ",
    "The mayor said that ",
    "Weil ",
    ", denn ",
    "the town is loud",
    "Es ist laut",
    ". ",
    "? ",
    ", ",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "re-\nport ",
    "\u201cquoted\u201d ",
    "\u2026 ",
    "\u00a0",
    "\ufb01ne ",
    "[2] ",
    "\u200b",
    "a",
    "\u65e5\u672c\u3002",
)


def text_of(choices: Choices) -> str:
    return "".join(choices.one_of(WORDS) for _ in range(choices.below(80)))


@for_all(text_of, 300)
def test_every_draft_is_a_passage_at_the_paragraph_named(text: str) -> None:
    document = document_of(text)
    proposals = drafts_of(document)
    assert proposals == drafts_of(document_of(text))
    for each in proposals.claims:
        search = seek(document, Locator(paragraph=each.paragraph, quote=each.quote))
        assert search.is_found
        assert search.paragraph == each.paragraph
        assert legible(document.text.text[each.start : each.end]) == each.quote
        without_marks = re.sub(r"\s*\[\^1\]", "", each.quote)
        assert each.text.rstrip(".").lower() in without_marks.lower()
    for step in proposals.steps:
        assert step.premise != step.target
        assert {step.premise, step.target} <= {*range(len(proposals.claims))}


@for_all(lambda choices: bytes(choices.below(256) for _ in range(choices.below(90))), 200)
def test_nonsense_is_no_reason_to_fail(content: bytes) -> None:
    document = document_of(content.decode("latin-1"))
    for each in drafts_of(document).claims:
        assert seek(document, Locator(paragraph=each.paragraph, quote=each.quote)).is_found


@pytest.mark.parametrize("unit", [f"{E}Therefore we act. ", "word ", "x", "a. ", '"', "Because, "])
def test_a_long_text_is_drafted_whatever_it_says(unit: str) -> None:
    document = document_of(unit * (200_000 // len(unit)))
    proposals = drafts_of(document)
    assert all(each.quote and each.end <= len(document.text.text) for each in proposals.claims)


def test_pages_are_the_place_in_a_document_that_has_them() -> None:
    pages = [Page(f"{E}It is page one.", "iv"), Page("It is the next page.", "1")]
    document = document_with_pages(b"", pages, Source("d"))
    claims = drafts_of(document).claims
    assert [(each.page, each.paragraph) for each in claims] == [("iv", None)] * 2 + [("1", None)]


def test_most_quotations_of_the_shipped_map_lie_in_a_draft(documents: Path) -> None:
    import argmap  # noqa: PLC0415  # the map that is shipped
    from argmap.documents.verification import Evidence  # noqa: PLC0415

    shipped, _ = argmap.load("claims")
    folder = read_documents(shipped.sources.values(), documents)
    quotations = Evidence.of(shipped, folder).quotations
    taken = 0
    for document in folder.by_source.values():
        spans = [(each.start, each.end) for each in drafts_of(document).claims]
        places = [
            (each.search.place[0].start, each.search.place[-1].end)
            for each in quotations
            if each.document is document and each.search is not None and each.search.is_found
        ]
        taken += sum(any(a <= start and end <= b for a, b in spans) for start, end in places)
    assert (taken, len(quotations)) == (188, 191)


@pytest.fixture
def documents() -> Path:
    """The folder of the documents that the shipped map was read from."""
    import os  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    folder = os.environ.get("ARGMAP_DOCUMENTS")
    if folder is None:
        pytest.skip("NOT TESTED: ARGMAP_DOCUMENTS names no folder of documents")
    return Path(folder)
