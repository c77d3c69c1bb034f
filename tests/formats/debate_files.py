"""Debate files for tests, made with python-docx, which shares no code with our own reader."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_COLOR_INDEX

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document
    from docx.text.paragraph import Paragraph

Words = str | tuple[str, str]
"""Words of a paragraph, alone or with their looks: styles, or `highlight`, `u`, `b`."""


def debate_file(paragraphs: Iterable[tuple[str, list[Words]]], title: str = "") -> bytes:
    """A Word file of these paragraphs, each with the name of its style."""
    document: Document = docx.Document()
    document.core_properties.title = title
    for style, words in paragraphs:
        paragraph = document.add_paragraph(style=_style(document, style, WD_STYLE_TYPE.PARAGRAPH))
        for each in words:
            _add(document, paragraph, each)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def _style(document: Document, name: str, kind: WD_STYLE_TYPE) -> str:
    if name not in [style.name for style in document.styles]:
        document.styles.add_style(name, kind)
    return name


def _add(document: Document, paragraph: Paragraph, words: Words) -> None:
    text, looks = words if isinstance(words, tuple) else (words, "")
    run = paragraph.add_run(text)
    for look in filter(None, looks.split(", ")):
        if look == "highlight":
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        elif look == "u":
            run.font.underline = True
        elif look == "b":
            run.font.bold = True
        else:
            run.style = _style(document, look, WD_STYLE_TYPE.CHARACTER)


CITE = "Style 13 pt Bold"
CASE: list[tuple[str, list[Words]]] = [
    ("Heading 1", ["1AC"]),
    ("Heading 2", ["The old town"]),
    ("Heading 4", ["The city should close the old town to private cars."]),
    ("Normal", []),
    ("Heading 4", ["Dirty air shortens lives in the old town"]),
    (
        "Normal",
        [
            ("Meyer 24", CITE),
            " \u2013 Ada Meyer, economist, \u201cStreets for people\u201d, 3-1-2024, ",
            "https://example.org/streets",
        ],
    ),
    (
        "Normal",
        [
            "The report has been read by many. ",
            ("Fine dust ", "highlight"),
            ("from engines ", "Style Underline"),
            ("shortens lives by months", "highlight"),
            (", as ", "Style Underline"),
            "counts of the last decade show for every quarter.",
        ],
    ),
    ("Heading 4", ["Shops lose customers when streets close"]),
    ("Normal", [("Bock and Amsel 19", CITE), " (Traders\u2019 survey, https://example.org/shops)"]),
    ("Normal", [("Two of three shops lost customers", "highlight"), " in the first year."]),
    ("Heading 1", ["2AC"]),
    ("Heading 3", ["AT: Shops lose customers"]),
    ("Heading 4", ["Footfall rises after closure."]),
    ("Normal", [("Meyer 24", CITE), " \u2013 Ada Meyer, \u201cStreets for people\u201d, 3-1-2024"]),
    (
        "Normal",
        [
            "In most towns ",
            ("footfall rose", "highlight"),
            (" within a year", "highlight"),
            ", as counts show.",
        ],
    ),
    ("Heading 4", ["The loss is short: leases are long."]),
    ("Heading 3", ["AT: Nobody comes"]),
    ("Heading 4", ["They come by tram."]),
]
