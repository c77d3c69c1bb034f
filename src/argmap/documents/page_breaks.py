"""Sentences interrupted by a foot of a page, so that quotations of them are found nevertheless.

In a document of pages a sentence may stop at the end of a page, and go on behind a footnote, the
number of the page and the head of the next. That the text goes on is known at two kinds of places
only: where a paragraph ends within a hyphenated word, and at the end of a page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.documents.matching import PARAGRAPH_END, Match, SearchableText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.documents.paragraphs import DocumentParagraph
    from argmap.documents.wording import Wording

_WINDOW = 600  # signs on either side that are searched
_SKIPPED = 3  # paragraphs between the two halves at most
_AT_MARGIN = 3  # paragraphs at the foot and the head of a page that may be notes and numbers
_HALF_WORD = re.compile(r"[^\W\d_]-$")
_SENTENCE_END = re.compile(r"[.!?:;][\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A quotation in two halves: their places within the paragraphs of these indexes.

    `before_end` and `after_start` are the lengths of the halves in signs.
    """

    first: int
    second: int
    before_end: int
    after_start: int
    hyphenated: bool


class Interruptions:
    """All places of a document at which a sentence may go on after other paragraphs."""

    def __init__(self, paragraphs: Sequence[DocumentParagraph]) -> None:
        self._pairs = list(dict.fromkeys(_pairs(paragraphs)))
        self._joints: list[int] = []
        self._starts: list[int] = []
        parts, size = [], 0
        for first, second in self._pairs:
            tail, head = _tail(paragraphs[first].whole), _head(paragraphs[second].whole)
            self._starts.append(size)
            self._joints.append(size + len(tail))
            parts.append(tail + PARAGRAPH_END + head)
            size += len(parts[-1]) + 2 * len(PARAGRAPH_END)
        self._text = SearchableText((2 * PARAGRAPH_END).join(parts))

    def matches(self, wording: Wording) -> Iterator[Interrupted]:
        """The places at which a wording stands in two halves."""
        for match in self._text.matches(wording):
            number = bisect_right(self._starts, match.start) - 1
            joint = self._joints[number]
            if match.start < joint < match.end - len(PARAGRAPH_END):
                yield Interrupted(
                    *self._pairs[number],
                    joint - match.start,
                    match.end - joint - len(PARAGRAPH_END),
                    match.hyphenated,
                )


def _pairs(paragraphs: Sequence[DocumentParagraph]) -> Iterator[tuple[int, int]]:
    """Pairs of paragraphs, not neighbours, of which the second may go on where the first stops."""
    for first, paragraph in enumerate(paragraphs):
        behind = paragraphs[first + 2 : first + 2 + 2 * _AT_MARGIN]
        if _HALF_WORD.search(paragraph.whole):
            yield from ((first, first + 2 + at) for at in range(len(behind[:_SKIPPED])))
        if _SENTENCE_END.search(paragraph.whole) or not _is_last(paragraphs, first):
            continue
        for at, other in enumerate(behind, first + 2):
            if other.page == paragraph.page + 1 and _is_first(paragraphs, at):
                yield first, at


def _is_last(paragraphs: Sequence[DocumentParagraph], at: int) -> bool:
    """Whether a paragraph is among the last of its page, and another page follows."""
    return any(
        other.page > paragraphs[at].page for other in paragraphs[at + 1 : at + 1 + _AT_MARGIN]
    )


def _is_first(paragraphs: Sequence[DocumentParagraph], at: int) -> bool:
    """Whether a paragraph is among the first of its page."""
    return any(
        other.page < paragraphs[at].page for other in paragraphs[max(at - _AT_MARGIN, 0) : at]
    )


def _tail(text: str) -> str:
    """The end of a paragraph, from the beginning of a word."""
    return text if len(text) <= _WINDOW else text[-_WINDOW:].partition(" ")[2]


def _head(text: str) -> str:
    """The beginning of a paragraph, to the end of a word."""
    return text if len(text) <= _WINDOW else text[:_WINDOW].rpartition(" ")[0]


def halves(interrupted: Interrupted, first_end: int, second_start: int) -> tuple[Match, Match]:
    """The two halves in the text of the whole document, given where their paragraphs lie in it."""
    return (
        Match(first_end - interrupted.before_end, first_end, interrupted.hyphenated),
        Match(second_start, second_start + interrupted.after_start, interrupted.hyphenated),
    )
