"""Blocks of answers, such as "AT: shops lose": attacks that a heading proposes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.formats.verbatim.cards import DebateCard

_SPEECH = r"(?:(?:[12][AN][CR]|[Aa]ff|AFF|[Nn]eg|NEG)\b\s*[-\u2013\u2014:/]*\s*)?"
_ANSWERS = re.compile(
    rf"\W*{_SPEECH}(?:(?i:answers?\s+to|ans\s+to|antworten?\s+auf|r\u00e9ponses?\s+\u00e0"
    r"|respuestas?\s+a|they\s+say)\b|(?:AT|A/T|A2|(?i:a\.t\.|at(?=\s*:)|a2(?=\s*:)|a/t(?=\s*:))))"
    r"\s*[-\u2013\u2014:]*\s*(?P<name>\S.*)"
)
_FEWEST_WORDS = 2  # of a name that is looked for within tags


@dataclass(frozen=True, slots=True)
class Answer:
    """A card that answers another one, by their numbers, and the heading that says so."""

    card: int
    answered: int
    heading: str


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A card in a block of answers to something that is no tag of the file."""

    card: int
    heading: str


def answers_in(cards: Sequence[DebateCard]) -> Iterator[Answer | Unanswered]:
    """The answers that the headings above the cards propose, card by card.

    What is answered is the tag of that name; else the only tag in the chapter of that name; else
    the only tag in which the name stands. Cost: linear, where names have a rare word.
    """
    tags = _Tags(cards)
    for index, card in enumerate(cards):
        heading = next((words for _, words in reversed(card.chapters) if name_in(words)), None)
        if heading is None:
            continue
        answered = tags.named(name_in(heading), heading)
        if answered is None or answered == index:
            yield Unanswered(index, heading)
        else:
            yield Answer(index, answered, heading)


def name_in(heading: str) -> str:
    """The name of what a heading announces answers to; empty if it announces none.

    >>> name_in("2AC AT: Shops lose"), name_in("A2 Shops lose"), name_in("At the end")
    ('Shops lose', 'Shops lose', '')
    """
    match = _ANSWERS.fullmatch(heading)
    return match["name"].strip(" \"\u201c\u201d'") if match is not None else ""


class _Tags:
    """The tags of a file by their words, in which a name is looked up."""

    def __init__(self, cards: Sequence[DebateCard]) -> None:
        self._words = [f" {_words(card.tag)} " for card in cards]
        self._by_words: dict[str, list[int]] = {}
        self._by_chapter: dict[str, list[int]] = {}
        self._above = [{words for _, words in card.chapters} for card in cards]
        for index, card in enumerate(cards):
            self._by_words.setdefault(_words(card.tag), []).append(index)
            for _, chapter in card.chapters:
                self._by_chapter.setdefault(_words(chapter), []).append(index)
        self._by_word: dict[str, list[int]] = {}
        for index, tag in enumerate(self._words):
            for word in set(tag.split()):
                self._by_word.setdefault(word, []).append(index)
        self._known: dict[str, int | None] = {}

    def named(self, name: str, heading: str) -> int | None:
        """The only card that can be meant, outside the block of answers itself."""
        if heading not in self._known:
            self._known[heading] = self._look_up(_words(name), heading)
        return self._known[heading]

    def _look_up(self, name: str, heading: str) -> int | None:
        for known in (self._by_words.get(name), self._by_chapter.get(name)):
            if known:
                return self._only(known, heading)
        if len(name.split()) < _FEWEST_WORDS:
            return None
        rarest = min((self._by_word.get(word, []) for word in name.split()), key=len)
        return self._only([at for at in rarest if f" {name} " in self._words[at]], heading)

    def _only(self, candidates: list[int], heading: str) -> int | None:
        others = [index for index in candidates if heading not in self._above[index]]
        return others[0] if len(others) == 1 else None


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
