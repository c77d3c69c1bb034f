"""The cards of a debate file: chapters, tags, cites and evidence, paragraph by paragraph."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.formats.verbatim.cites import cite_length
from argmap.formats.verbatim.styles import TAG, Styles

if TYPE_CHECKING:
    from argmap.documents.formats.word import WordFile
    from argmap.formats.verbatim.passages import MarkedParagraph

Chapter = tuple[int, str]
"""A heading above a card: its level, 1 (pocket), 2 (hat) or 3 (block), and its words."""


@dataclass(frozen=True, slots=True)
class DebateCard:
    """A tag with what stands below it; `paragraph` is its number in the file.

    `cite` is empty for an analytic, which has no source.
    """

    paragraph: int
    tag: str
    chapters: tuple[Chapter, ...]
    cite: tuple[MarkedParagraph, ...] = ()
    evidence: tuple[MarkedParagraph, ...] = ()


@dataclass(slots=True)
class Cards:
    """The cards of a file, its chapters, and what stands outside them.

    Chapters come with the number of their paragraph, what stands outside with a word for it, its
    text, and that number.
    """

    cards: list[DebateCard] = field(default_factory=list)
    chapters: list[tuple[int, Chapter]] = field(default_factory=list)
    outside: list[tuple[str, str, int]] = field(default_factory=list)


def cards_of(word: WordFile) -> Cards:
    """The cards of a file in their order. Cost: linear."""
    styles, result = Styles(word), Cards()
    chapters: list[Chapter] = []
    tag: DebateCard | None = None
    body: list[MarkedParagraph] = []
    for number, paragraph in enumerate(word.body, 1):
        level = styles.level_of(paragraph)
        passage = styles.passage_of(paragraph)
        if not passage.pieces:
            continue
        if not level and tag is not None:
            body.append(passage)
        elif not level:
            result.outside.append(("paragraphs that belong to no tag", passage.text, number))
        else:
            if tag is not None:
                result.cards.append(_card(tag, body))
            tag, body = None, []
            words = " ".join(passage.text.split())
            if level == TAG:
                tag = DebateCard(number, words, tuple(chapters))
            else:
                chapters = [*(each for each in chapters if each[0] < level), (level, words)]
                result.chapters.append((number, (level, words)))
    if tag is not None:
        result.cards.append(_card(tag, body))
    _add_empty_chapters(result)
    return result


def _add_empty_chapters(result: Cards) -> None:
    """Add the chapters to what stands outside that have no tag in them."""
    tags = [card.paragraph for card in result.cards]
    next_of_level: dict[int, int] = {}  # the nearest chapter of each level, seen from the end
    empty = []
    for number, (level, words) in reversed(result.chapters):
        ends = [at for other, at in next_of_level.items() if other <= level]
        first = bisect(tags, number)
        if first == len(tags) or (ends and tags[first] > min(ends)):
            empty.append(("headings without a tag below them", words, number))
        next_of_level[level] = number
    result.outside += reversed(empty)


def _card(tag: DebateCard, body: list[MarkedParagraph]) -> DebateCard:
    length = cite_length(body)
    return DebateCard(
        tag.paragraph, tag.tag, tag.chapters, tuple(body[:length]), tuple(body[length:])
    )
