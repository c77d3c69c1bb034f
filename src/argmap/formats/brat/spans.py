"""Spans of a text as quotations that can be found in it again."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from argmap.documents.document import document_with_pages
from argmap.documents.formats.table import pages_in
from argmap.documents.quotation import places
from argmap.documents.unreadable import UnreadableError
from argmap.documents.wording import Quotation
from argmap.model.source import Locator, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.diagnostics import Location
    from argmap.documents.document import Document
    from argmap.formats.draft import Draft
    from argmap.formats.foreign_file import ForeignFile

Piece = tuple[int, int]
_NUMBER = 9  # digits of an offset
_SHORT = 25  # characters of a quotation that may stand in many places
_AROUND = 20
_WINDOW = 2000  # characters on both sides of a span in which it is looked for
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def pieces_of(offsets: str) -> list[Piece]:
    """The pieces of a span, which may have gaps.

    >>> pieces_of("3 9;12 20")
    [(3, 9), (12, 20)]
    """
    pairs = [piece.split() for piece in offsets.split(";")]
    return [(int(start[:_NUMBER]), int(end[:_NUMBER])) for start, end in pairs]


def _folded(text: str) -> str:
    return " ".join(text.split())


class AnnotatedDocument:
    """The text of a file of annotations, which offsets point into."""

    def __init__(self, file: ForeignFile, source: str, draft: Draft) -> None:
        decoded = file.content.decode("utf-8-sig", errors="replace")
        self.text = draft.legible(decoded, file.at())
        self.name = file.name
        self.source = Source(source)
        self._window: Piece = (0, 0)
        self._document: Document | None = None
        self._blank_lines = [match.start() for match in _BLANK_LINE.finditer(self.text)]

    def at(self, offsets: Sequence[Piece]) -> str:
        """The text of a span on one line."""
        return _folded(" ".join(self.text[start:end] for start, end in offsets))

    def agrees(self, offsets: Sequence[Piece], text: str) -> bool:
        """Whether this text stands at the offsets; white space makes no difference."""
        found_there = "".join(self.text[start:end] for start, end in offsets)
        return "".join(found_there.split()) == "".join(text.split())

    def locators(self, offsets: Sequence[Piece], text: str, place: Location) -> tuple[Locator, ...]:
        """A quotation for each piece of a span; of a text that is not there, for none.

        The text of the annotation is trusted more than its offsets, so a span whose text is another
        one is looked for as it is written.
        """
        if text and not self.agrees(offsets, text):
            locator = Locator(place, quote=_folded(text))
            start, end = min(offsets)[0], max(offsets)[1]
            return (locator,) if self._is_there(locator, start, end) else ()
        locators = [self._locator(start, end, place) for start, end in offsets]
        return tuple(locator for locator in locators if locator is not None)

    def _locator(self, start: int, end: int, place: Location) -> Locator | None:
        whole = self._whole_words(start, end)
        for first, last in dict.fromkeys([(start, end), whole]):
            quote = _folded(self.text[first:last])
            if not quote:
                continue
            before, after = None, None
            if len(quote) < _SHORT:
                before = _folded(self.text[max(0, first - _AROUND) : first]).partition(" ")[2]
                after = _folded(self.text[last : last + _AROUND]).rpartition(" ")[0]
            for prefix, suffix in dict.fromkeys([(before or None, after or None), (None, None)]):
                locator = Locator(place, quote=quote, prefix=prefix, suffix=suffix)
                if self._is_there(locator, first, last):
                    return locator
        return None

    def _is_there(self, locator: Locator, start: int, end: int) -> bool:
        """Whether a quotation is found in the paragraphs around the span.

        It is then found in the whole text too, where the search takes much longer.
        """
        before = bisect_left(self._blank_lines, start) - 1
        after = bisect_left(self._blank_lines, end)
        first = max(self._blank_lines[before] if before >= 0 else 0, start - _WINDOW)
        last = end + _WINDOW
        if after < len(self._blank_lines):
            last = min(self._blank_lines[after], last)
        if self._window != (first, last):
            self._window, self._document = (first, last), self._read(first, last)
        document = self._document
        if document is None:
            return False
        return next(places(document, Quotation.of(locator)), None) is not None

    def _read(self, first: int, last: int) -> Document | None:
        content = self.text[first:last].encode("utf-8", errors="replace")
        try:
            return document_with_pages(content, pages_in(content, self.name), self.source)
        except UnreadableError:
            return None

    def _whole_words(self, start: int, end: int) -> Piece:
        """The span with the rest of the words that it cuts."""
        text = self.text
        while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
        return start, end
