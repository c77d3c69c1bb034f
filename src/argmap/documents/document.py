"""A document of a source: its numbered paragraphs, its pages, and its text for the search."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from argmap.documents.folding import legible
from argmap.documents.matching import PARAGRAPH_END, SearchableText
from argmap.documents.nearest_passage import Passages
from argmap.documents.page_breaks import Interruptions
from argmap.documents.pages import Page, is_meant
from argmap.documents.paragraphs import closes_with, opens_with, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.documents.paragraphs import DocumentParagraph
    from argmap.model.source import Source


@dataclass(frozen=True)
class Document:
    """The text of a source in paragraphs.

    `pages` are the names of its pages, empty where it has none. `misfits` are the bounds (`begins`,
    `ends`) that do not fit exactly one paragraph.
    """

    name: str
    sha256: str
    paragraphs: tuple[DocumentParagraph, ...]
    misfits: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()

    @cached_property
    def text(self) -> SearchableText:
        """All paragraphs as one text, made when the first quotation is searched."""
        return SearchableText(PARAGRAPH_END.join(paragraph.whole for paragraph in self.paragraphs))

    @cached_property
    def _starts(self) -> list[int]:
        sizes = (len(paragraph.whole) + len(PARAGRAPH_END) for paragraph in self.paragraphs)
        return list(accumulate(sizes, initial=0))

    @cached_property
    def passages(self) -> Passages:
        """The passages of all paragraphs, made when the first quotation is not found."""
        return Passages([legible(paragraph.text) for paragraph in self.paragraphs])

    @cached_property
    def interruptions(self) -> Interruptions:
        """The places at which a sentence may go on after a footnote or at the next page."""
        return Interruptions(self.paragraphs)

    def index_at(self, place: int) -> int:
        """The index of the paragraph at a place of `text`."""
        return bisect_right(self._starts, place) - 1

    def range_of(self, index: int) -> tuple[int, int]:
        """The start and the end of a paragraph in `text`."""
        return self._starts[index], self._starts[index + 1] - len(PARAGRAPH_END)

    def range_of_number(self, number: int | None) -> tuple[int, int]:
        """The start and the end of the paragraph with a number; None stands for the whole text.

        Of a number that no paragraph has, the range is empty.
        """
        if number is None:
            return 0, len(self.text.text)
        index = number - 1 + self._outside_before
        is_there = index < len(self.paragraphs) and self.paragraphs[index].number == number
        return self.range_of(index) if is_there else (0, 0)

    @cached_property
    def _outside_before(self) -> int:
        """The number of paragraphs before paragraph 1."""
        numbers = [paragraph.number for paragraph in self.paragraphs]
        return numbers.index(1) if 1 in numbers else 0

    def page_of(self, index: int) -> str | None:
        """The name of the page on which a paragraph stands, if the document has pages."""
        return self.pages[self.paragraphs[index].page] if self.pages else None

    def is_on_page(self, start: int, end: int, stated: str) -> bool:
        """Whether a part of `text` stands on a stated page, at least in part."""
        first, last = self.index_at(start), self.index_at(end - 1)
        pages = range(self.paragraphs[first].page, self.paragraphs[last].page + 1)
        return not self.pages or any(is_meant(stated, page, self.pages[page]) for page in pages)


def document_with_pages(content: bytes, pages: Sequence[Page], source: Source) -> Document:
    """The document with these pages, paragraphs numbered from the source's `begins` to its `ends`.

    Without these bounds, or where they do not fit, all paragraphs are numbered. Where pages have
    names the page is the place, and no paragraph is numbered: the lines of a printed page do not
    show where a paragraph ends.
    """
    paragraphs = [
        paragraph for at, page in enumerate(pages) for paragraph in paragraphs_of(page.text, at)
    ]
    names = tuple(page.name for page in pages if page.name is not None)
    misfits: tuple[str, ...] = ()
    if not names:
        first, last, misfits = _bounds(paragraphs, source)
        paragraphs[first : last + 1] = [
            replace(paragraph, number=number)
            for number, paragraph in enumerate(paragraphs[first : last + 1], 1)
        ]
    digest = hashlib.sha256(content).hexdigest()
    return Document(source.document or source.id, digest, tuple(paragraphs), misfits, names)


def _bounds(
    paragraphs: Sequence[DocumentParagraph], source: Source
) -> tuple[int, int, tuple[str, ...]]:
    """The indexes of the first and the last numbered paragraph, and the bounds that do not fit."""
    first, last, misfits = 0, len(paragraphs) - 1, []
    if source.begins is not None:
        fits = [at for at, each in enumerate(paragraphs) if opens_with(each, source.begins)]
        if len(fits) == 1:
            first = fits[0]
        else:
            misfits.append("begins")
    if source.ends is not None:
        fits = [at for at, each in enumerate(paragraphs) if closes_with(each, source.ends)]
        if len(fits) == 1:
            last = fits[0]
        else:
            misfits.append("ends")
    if paragraphs and first > last:  # the bounds are in the wrong order
        last = len(paragraphs) - 1
        misfits.append("ends")
    return first, last, tuple(misfits)
