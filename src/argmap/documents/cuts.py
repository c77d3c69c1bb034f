"""Quotations that are cut where the sense turns: beside *not*, or right before *except*."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.documents.denials import languages_of
from argmap.documents.folding import legible
from argmap.documents.matching import PARAGRAPH_END

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.documents.document import Document
    from argmap.documents.matching import Match

_SENTENCE_END = re.compile(r"[.!?][\"')\]]*(?=\s|$)")
_WINDOW = 600  # signs on either side that are looked at
_SHOWN = 20  # words at most
_SHORT = 10  # words; a longer passage that is left out is likely to hold a *not* of its own


class Side(StrEnum):
    """The side of a quotation, or of a piece of it, on which words are missing."""

    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Cut:
    """Words that a quotation leaves out and that turn or limit its sense."""

    side: Side
    words: str


def cuts(document: Document, place: tuple[Match, ...]) -> Iterator[Cut]:
    """The words before, after and between the pieces of a quotation that turn its sense."""
    for number, piece in enumerate(place):
        before, after = _around(document, piece)
        languages = languages_of(document.text.text[slice(*_paragraph(document, piece))])
        between = document.text.text[place[number - 1].end : piece.start] if number else ""
        if _is_short(between) and any(each.denial.search(between) for each in languages):
            yield Cut(Side.BETWEEN, legible(between).strip())
        elif any(each.ends_in_denial.search(before) for each in languages):
            yield Cut(Side.BEFORE, _last_words(before))
        last_signs = document.text.text[piece.start : piece.end][-3:]
        is_turned = any(
            each.opens_with_limit.match(after) or each.opens_with_denial.match(after)
            for each in languages
        )
        if is_turned and not _SENTENCE_END.search(last_signs):
            yield Cut(Side.AFTER, _first_words(after))


def with_denial(words: str, paragraph: str) -> str:
    """Words of a paragraph with the denial right behind them, and the rest of its sentence.

    A quotation without the denial would say the opposite.

    >>> with_denial("the young", "We know that the young cannot vote. They will.")
    'the young cannot vote.'
    """
    _, present, after = paragraph.partition(words)
    languages = languages_of(paragraph)
    if not present or not any(each.opens_with_denial.match(after) for each in languages):
        return words
    return f"{words} {_first_words(after)}"


def _is_short(between: str) -> bool:
    """Whether words left out within a paragraph are few; those at a page's end are none of it."""
    is_within = len(between) <= _WINDOW and PARAGRAPH_END not in between
    return is_within and len(between.split()) <= _SHORT


def _around(document: Document, piece: Match) -> tuple[str, str]:
    """The text of the same paragraph before and after a piece, as far as it is looked at."""
    text = document.text.text
    start, end = _paragraph(document, piece)
    return text[max(start, piece.start - _WINDOW) : piece.start], text[
        piece.end : min(end, piece.end + _WINDOW)
    ]


def _paragraph(document: Document, piece: Match) -> tuple[int, int]:
    """The start and the end of the paragraph, or paragraphs, in which a piece stands."""
    start, _ = document.range_of(document.index_at(piece.start))
    _, end = document.range_of(document.index_at(piece.end - 1))
    return start, end


def _last_words(before: str) -> str:
    """The words of the sentence that stand before a quotation."""
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    words = legible(before[ends[-1] if ends else 0 :]).split()
    return " ".join(words if len(words) <= _SHOWN else ["...", *words[-_SHOWN:]])


def _first_words(after: str) -> str:
    """The words to the end of the sentence that stand after a quotation."""
    end = _SENTENCE_END.search(after)
    words = legible(after[: end.end()] if end else after).lstrip(" ,;:-").split()
    return " ".join(words if len(words) <= _SHOWN else [*words[:_SHOWN], "..."])
