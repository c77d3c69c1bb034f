"""The parts by which a document is gone through: its numbered paragraphs, or else its pages."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from argmap.documents.folding import BREAK, legible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.documents.document import Document

Stretch: TypeAlias = tuple[int, int]
"""The start and the end of a piece of a document's text."""

_WORD = re.compile(rf"[\w{BREAK}]+")
_MOST_WORDS, _MOST_SIGNS = 10, 80


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """A numbered paragraph, or a page with the paragraphs on it.

    `number` is that of the paragraph, `page` the name of the page. `stretches` are the paragraphs
    in the text of the document, without their list marks.
    """

    number: int | None
    page: str | None
    stretches: tuple[Stretch, ...]


class AmountOfText(NamedTuple):
    """An amount of text: its words, and its letters and digits."""

    words: int = 0
    letters: int = 0


def parts_of(document: Document) -> tuple[DocumentPart, ...]:
    """The parts of a document in their order: its pages if it has any, else its paragraphs.

    Paragraphs outside the numbered range and pages without a text are none.
    """
    if document.pages:
        of_page = groupby(range(len(document.paragraphs)), lambda at: document.paragraphs[at].page)
        return tuple(
            DocumentPart(None, document.pages[page], tuple(_bare(document, at) for at in indexes))
            for page, indexes in of_page
        )
    return tuple(
        DocumentPart(paragraph.number, None, (_bare(document, at),))
        for at, paragraph in enumerate(document.paragraphs)
        if paragraph.number is not None
    )


def _bare(document: Document, index: int) -> Stretch:
    """A paragraph in the text of the document, without its list mark."""
    start, end = document.range_of(index)
    return max(start, end - len(document.paragraphs[index].text)), end


def first_words(document: Document, part: DocumentPart) -> str:
    """The first words of a part: ten at most, as the document is somebody else's text."""
    start, end = part.stretches[0]
    text = legible(document.text.text[start:end])
    words = text.split(maxsplit=_MOST_WORDS)[:_MOST_WORDS]
    shown = " ".join(words)[:_MOST_SIGNS]
    return shown if len(shown) == len(text) else f"{shown} …"


class Quoted:
    """The text that the quotations of a document take up; what several quote counts once."""

    def __init__(self, document: Document, stretches: Iterable[Stretch]) -> None:
        self._document = document
        self._stretches = list(_joined(sorted(stretches)))
        self._ends = [end for _, end in self._stretches]

    def amount_in(self, part: DocumentPart) -> AmountOfText:
        """The amount of a part that is quoted; of a word quoted in part the whole is counted."""
        letters = words = 0
        for stretch in part.stretches:
            within = list(self._within(stretch))
            letters += sum(_letters(self._document, *each) for each in within)
            if within:
                words += sum(self._touches(word) for word in _words(self._document, stretch))
        return AmountOfText(words, letters)

    def _within(self, stretch: Stretch) -> Iterator[Stretch]:
        """The quoted pieces of a stretch."""
        start, end = stretch
        for first, last in self._stretches[bisect_right(self._ends, start) :]:
            if first >= end:
                return
            yield max(first, start), min(last, end)

    def _touches(self, word: Stretch) -> bool:
        """Whether a word is quoted, if only in part."""
        at = bisect_right(self._ends, word[0])
        return at < len(self._stretches) and self._stretches[at][0] < word[1]


def amount_of(document: Document, part: DocumentPart) -> AmountOfText:
    """The amount of text of a part."""
    return AmountOfText(
        sum(1 for stretch in part.stretches for _ in _words(document, stretch)),
        sum(_letters(document, *stretch) for stretch in part.stretches),
    )


def _words(document: Document, stretch: Stretch) -> Iterator[Stretch]:
    return (match.span() for match in _WORD.finditer(document.text.text, *stretch))


def _letters(document: Document, start: int, end: int) -> int:
    places = document.text.letters_at
    return bisect_left(places, end) - bisect_left(places, start)


def _joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Stretches in the order of their starts, those that overlap as one."""
    current: Stretch | None = None
    for start, end in stretches:
        if current is not None and start <= current[1]:
            current = current[0], max(current[1], end)
            continue
        if current is not None:
            yield current
        current = start, end
    if current is not None:
        yield current
