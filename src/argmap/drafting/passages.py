"""Passages of a document: stretches of its text as the quotations of proposals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from argmap.documents.folding import BREAK, WITHOUT_SPACES, legible
from argmap.documents.printed import PrintedParagraph
from argmap.documents.wording import Quotation
from argmap.drafting.scraps import is_scrap
from argmap.drafting.sentences import sentences_of
from argmap.model.source import Locator
from argmap.reading.scalars import forbidden_sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.documents.document import Document
    from argmap.drafting.cues import Words

_ENDS = (".", "!", "?", '."', '!"', ".)", ".'", "\u3002")
_FEWEST, _FEWEST_WITHOUT_END = 3, 4
_FOOTNOTE = re.compile(r"(?:\[\d{1,3}\])+$|^\[\^[^\]\s]{1,30}\]:\s*|\s*\[\^[^\]\s]{1,30}\]")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of the text of a document, within the paragraph with this index."""

    index: int
    start: int
    end: int
    words: str

    def part(self, start: int, end: int) -> Excerpt:
        """A part of the passage, without blanks around it."""
        piece = self.words[start:end]
        first = start + len(piece) - len(piece.lstrip())
        bare = piece.strip()
        return Excerpt(self.index, self.start + first, self.start + first + len(bare), bare)

    @property
    def is_telling(self) -> bool:
        """Whether it is long enough to say something; a heading, without a full stop, is longer."""
        words = sum(any(map(str.isalpha, word)) for word in self.words.split())
        words += len(WITHOUT_SPACES.findall(self.words)) // 2
        return words >= (_FEWEST if self.words.endswith(_ENDS) else _FEWEST_WITHOUT_END)

    @property
    def claims_nothing(self) -> bool:
        """Whether it asks something, only announces what follows, or is a scrap of the page."""
        is_open = self.words.rstrip("\"')]").endswith(("?", "\uff1f", ":", ","))
        return is_open or is_scrap(self.words)


def passages_of(document: Document, words: Words) -> Iterator[list[Excerpt]]:
    """The sentences of each paragraph of a document, in their order. Cost: linear.

    A page of a PDF counts as one paragraph; no sentence goes on where a new one begins in print.
    """
    for index, paragraph in enumerate(document.paragraphs):
        offset = document.range_of(index)[1] - len(paragraph.text)
        whole = Excerpt(index, offset, offset + len(paragraph.text), paragraph.text)
        inner = PrintedParagraph(document, index).breaks if "\n" in paragraph.raw else ()
        bounds = [0, *(place - offset for place in inner if place > offset), len(paragraph.text)]
        blocks = (whole.part(start, end) for start, end in pairwise(bounds))
        yield [
            piece
            for block in blocks
            for start, end in sentences_of(block.words, words)
            if (piece := block.part(start, end)).words
        ]


def is_in(document: Document, excerpt: Excerpt) -> bool:
    """Whether the search for quotations finds the words of a passage in their paragraph.

    Words with a sign that no claim file may hold, such as a control character, are not quoted.
    """
    if forbidden_sign(excerpt.words) is not None:
        return False
    quotation = Quotation.of(Locator(quote=quote_of(excerpt)))
    start, end = document.range_of(excerpt.index)
    places = (document.text.matches(wording, start, end) for wording in quotation.as_it_stands)
    return next(chain.from_iterable(places), None) is not None


def quote_of(excerpt: Excerpt) -> str:
    """The words of a passage as a quotation."""
    return legible(excerpt.words)


def claim_text(words: str, *, is_clause: bool = False) -> str:
    """The words of a passage as the text of a claim: a sentence that opens with a capital letter.

    The words stay as they are, without the number of a footnote; a clause gets its full stop.

    >>> claim_text("cars drive there", is_clause=True), claim_text("It is loud.[3]")
    ('Cars drive there.', 'It is loud.')
    """
    visible = "".join(char for char in words.replace(BREAK, "") if char.isprintable())
    bare = _FOOTNOTE.sub("", visible.strip()).lstrip()
    if is_clause:
        bare = bare.rstrip(" ,;:-").rstrip()
        bare += "" if bare.endswith(_ENDS) else "."
    return bare[:1].upper() + bare[1:]
