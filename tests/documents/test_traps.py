"""Quotations in documents as they come from offices and presses: neither refused nor invented."""

from __future__ import annotations

import pytest

from argmap.documents.document import Document, document_with_pages
from argmap.documents.formats.table import pages_in
from argmap.documents.quotation import seek
from argmap.model.source import Locator, Source
from tests.documents.test_document import HERE
from tests.documents.test_formats import pdf, word

NOTED = """\
<h2>Noise</h2><p>Cars are loud<sup><a href='#n1'>1</a></sup> in every street
<sup><a href='#n2'>[2]</a></sup>, and nobody<sup id=r>*</sup> sleeps well there.</p>
<p>An area of 30 m<sup>2</sup> is closed<sup><a href='#n'>3</a></sup> to all traffic.</p>
<table><tr><td>Noise at night<td>58 decibels</table><aside>An aside that nobody asked for.</aside>
<p>The coun&shy;cil &ldquo;won&rsquo;t&rdquo; wait&nbsp;&ndash; it acts.</p>
<p>It is <del>never</del> <ins>always</ins> quiet at noon.</p>"""


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*parts: str) -> str:
    return f"<w:p>{''.join(parts)}</w:p>"


CELLS = "".join(f"<w:tc>{par(run(cell))}</w:tc>" for cell in ("Trams per hour", "twelve", "twenty"))
OFFICE = (
    par(run("Trams are qu"), run("ieter than cars"), "<w:r><w:footnoteReference/></w:r>", run("."))
    + par(
        run("The council will "),
        f"<w:del><w:r><w:delText>not </w:delText></w:r></w:del><w:ins>{run('surely ')}</w:ins>",
        run("close the centre."),
    )
    + par(
        run("The old plan "), f"<w:moveFrom>{run('is dead and ')}</w:moveFrom>", run("was dropped.")
    )
    + f"<w:tbl><w:tr>{CELLS}</w:tr></w:tbl>"
    + par(run("A non"), "<w:r><w:noBreakHyphen/></w:r>", run("smoking tram with a soft"))
)

COLUMNS = pdf(
    "Report on trams\nTrams are quieter than cars be-\ncause their wheels run on rails.\n"
    "The council has counted the\npassengers of every line and\n1",
    "Report on trams\nfound that they came by tram\nmore often than by any other\n"
    "means of trans-\n2",
    "Report on trams\nport that the town pays for.\nThe council was glad of it.\n3",
)

SCANNED = """\
The  council   has\tvoted ; it was a close vote .

\u201cTrams\u201d, said the mayor, \u2018are the\u2009future\u2019 \u2014 or so she hoped\u2026

The o\ufb03ce \ufb01nds that it can\u00adnot pay.

We do not say that all cars are bad.

Prices rose by 3.5 % in 2020, and by 35 % in 2021.

Il dit\u00a0: \u00ab\u202fLes trams sont s\u00fbrs\u202f!\u00a0\u00bb

Sie nannte \u00bbBahnen\u00ab und \u00bbBusse\u00ab leise.

It costs .5 euros.
""".encode()

TRAPS: list[tuple[str, bytes, str, bool]] = [
    ("a.html", NOTED.encode(), "Cars are loud in every street", True),
    ("a.html", NOTED.encode(), "in every street, and nobody sleeps well", True),
    ("a.html", NOTED.encode(), "An area of 30 m2 is closed to all traffic", True),
    ("a.html", NOTED.encode(), "An area of 30 m is closed", False),
    ("a.html", NOTED.encode(), "Noise at night 58 decibels", True),
    ("a.html", NOTED.encode(), 'The council "won\'t" wait - it acts', True),
    ("a.html", NOTED.encode(), "It is always quiet at noon", True),
    ("a.html", NOTED.encode(), "It is never quiet at noon", False),
    ("a.docx", word(OFFICE), "Trams are quieter than cars.", True),
    ("a.docx", word(OFFICE), "The council will surely close the centre", True),
    ("a.docx", word(OFFICE), "The council will not close the centre", False),
    ("a.docx", word(OFFICE), "The old plan was dropped", True),
    ("a.docx", word(OFFICE), "The old plan is dead", False),
    ("a.docx", word(OFFICE), "Trams per hour twelve twenty", True),
    ("a.docx", word(OFFICE), "Trams per hour twenty", False),
    ("a.docx", word(OFFICE), "A non-smoking tram", True),
    ("a.pdf", COLUMNS, "quieter than cars because their wheels run on rails", True),
    ("a.pdf", COLUMNS, "passengers of every line and found that they came by tram", True),
    ("a.pdf", COLUMNS, "means of transport that the town pays for", True),
    ("a.pdf", COLUMNS, "by any other means that the town pays for", False),
    ("a.txt", SCANNED, "The council has voted; it was a close vote.", True),
    ("a.txt", SCANNED, "\"Trams\", said the mayor, 'are the future' - or so she hoped...", True),
    ("a.txt", SCANNED, "Il dit : « Les trams sont s\u00fbrs ! »", True),
    ("a.txt", SCANNED, "Il dit: \u201cLes trams sont s\u00fbrs!\u201d", True),
    ("a.txt", SCANNED, 'Sie nannte "Bahnen" und "Busse" leise', True),
    ("a.txt", SCANNED, "It costs.5 euros", False),
    ("a.txt", SCANNED, "The office finds that it cannot pay", True),
    ("a.txt", SCANNED, "We do say that all cars are bad", False),
    ("a.txt", SCANNED, "Prices rose by 35 % in 2020", False),
    ("a.txt", SCANNED, "Prices rose by 3.5% in 2020", True),
]


def document(name: str, content: bytes) -> Document:
    return document_with_pages(
        content, pages_in(content, name), Source("s", HERE, "A title", document=name)
    )


@pytest.mark.parametrize(("name", "content", "quote", "is_there"), TRAPS)
def test_a_quotation_is_found_exactly_where_a_reader_would_find_it(
    name: str, content: bytes, quote: str, *, is_there: bool
) -> None:
    assert seek(document(name, content), Locator(quote=quote)).is_found is is_there
