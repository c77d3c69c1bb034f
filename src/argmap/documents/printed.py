"""The paragraphs of a document as they are printed, for readers rather than for the search."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from argmap.documents.folding import legible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.documents.document import Document
    from argmap.documents.parts import Stretch


class PrintedParagraph:
    """A paragraph with its own quotation marks and dashes, which the search levels out.

    A stretch of the searchable text is found again by counting letters: these are the same in both.
    Where they are not, as with rare ligatures, the text of the search is shown instead. A page of a
    PDF, which is searched as one paragraph, has a line break where one seems to end.
    """

    def __init__(self, document: Document, index: int) -> None:
        self._start, self._end = document.range_of(index)
        self._text = searched = document.text.text[self._start : self._end]
        self.text = unicodedata.normalize("NFC", document.paragraphs[index].raw)
        self._searched = _letters_before(searched)
        self._printed = _letters_before(self.text)
        if self._searched[-1] != self._printed[-1]:
            self.text = legible(searched)
            self._printed = _letters_before(self.text)

    def place(self, stretch: Stretch) -> Stretch | None:
        """The start and the end in `text` of a stretch of the document; None if it is elsewhere."""
        start, end = max(stretch[0], self._start), min(stretch[1], self._end)
        if start >= end:
            return None
        first, last = (self._searched[place - self._start] for place in (start, end))
        if first == last:
            return None
        begin = bisect_left(self._printed, first + 1) - 1
        finish = bisect_left(self._printed, last)
        while finish < len(self.text) and not self.text[finish].isspace() and self._ends_later(end):
            finish += 1
            end -= 1
        return begin, finish

    @property
    def breaks(self) -> tuple[int, ...]:
        """The places in the text of the document at which a line of the print begins anew."""
        searched = self._searched
        counts = (self._printed[place] for place, sign in enumerate(self.text) if sign == "\n")
        return tuple(
            self._start + self._word_around(bisect_left(searched, count + 1) - 1)
            for count in counts
        )

    def _word_around(self, place: int) -> int:
        """The start of the word at a place, with the signs before it."""
        while place and not self._text[place - 1].isspace():
            place -= 1
        return place

    def _ends_later(self, end: int) -> bool:
        """Whether the stretch ends with a sign that is no letter, such as a full stop."""
        place = end - self._start
        return self._searched[place] == self._searched[place - 1]


def pieces_of(text: str, marked: Sequence[tuple[Stretch, str]]) -> list[tuple[str, list[str]]]:
    """The text in pieces, each with the names of the stretches that cover it.

    >>> pieces_of("abcd", [((1, 3), "x"), ((2, 4), "y")])
    [('a', []), ('b', ['x']), ('c', ['x', 'y']), ('d', ['y'])]
    """
    bounds = sorted({0, len(text), *(place for stretch, _ in marked for place in stretch)})
    return [
        (
            text[start:end],
            [name for (first, last), name in marked if first <= start and end <= last],
        )
        for start, end in pairwise(bounds)
        if start < end
    ]


def _letters_before(text: str) -> list[int]:
    """The number of letters and digits before each place of a text, and in all of it."""
    return list(accumulate((_letters_in(sign) for sign in text), initial=0))


def _letters_in(sign: str) -> int:
    return (
        sum(map(str.isalnum, unicodedata.normalize("NFKC", sign))) if sign > "~" else sign.isalnum()
    )
