"""The passage of a document most similar to a quotation that is not in it.

Similarity is that of `difflib` (Ratcliff, Obershelp 1988).
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nsmallest
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(r"\S+")
_STARTS = 20  # places of a text that are compared in full
_LONGEST, _MOST_LETTERS = 100, 1_000  # of a quotation, as comparing takes quadratic time
_ANCHORS = 2_000  # places of the quotation's rarest words around which passages are looked for


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of words in the paragraph of this index."""

    index: int
    words: str


class Passages:
    """All passages of some paragraphs, their words indexed so that each search is quick.

    Cost of the index: linear in the text.
    """

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._paragraphs = paragraphs
        self._numbers: dict[str, int] = {}  # of each word, without the signs around it
        self._text = array("I")  # the numbers of all words, paragraph by paragraph
        self._places: list[array[int]] = []  # of each word, by its number
        self._offsets = array("I")  # the place of each word in its paragraph
        self._starts = [0]  # of the paragraphs, in words
        for paragraph in paragraphs:
            for word in _WORD.finditer(paragraph):
                self._offsets.append(word.start())
                number = self._numbers.setdefault(_bare(word[0]), len(self._places))
                if number == len(self._places):
                    self._places.append(array("I"))
                self._places[number].append(len(self._text))
                self._text.append(number)
            self._starts.append(len(self._text))

    def nearest(self, quote: str) -> Passage | None:
        """The run of words most similar to a quotation, None if no passage is similar.

        Only the 20 places that share most of the quotation's rare words are compared; a quotation
        of more than 100 words or 1,000 letters is not compared at all.

        >>> Passages(["Nothing.", "It keeps a delicate balance."]).nearest("very delicate balance")
        Passage(index=1, words='delicate balance')
        """
        wanted = [_bare(word) for word in quote.split()]
        if len(wanted) > _LONGEST or len(quote) > _MOST_LETTERS:
            return None
        best, nearest = 0.6, None
        for index, words in self._likely(wanted):
            for length in range(max(1, len(wanted) - 2), len(wanted) + 3):
                run = words[:length]
                if len(run) < length:
                    break
                ratio = _similarity(wanted, [_bare(word) for word in run], best)
                if ratio > best:
                    best, nearest = ratio, Passage(index, " ".join(run))
        if nearest is not None and quote[-1:].isalnum():  # it stops before the punctuation
            return Passage(nearest.index, nearest.words.rstrip(".,;:!?\"')"))
        return nearest

    def _likely(self, wanted: list[str]) -> Iterator[tuple[int, list[str]]]:
        """The runs that begin with a wanted word and contain most of the wanted words.

        A word counts the more the rarer it is in the text.
        """
        numbers = {self._numbers[word] for word in wanted if word in self._numbers}
        worth = {number: 1 / len(self._places[number]) for number in numbers}
        scores: list[tuple[float, int]] = []
        for first, last in self._regions(numbers, len(wanted)):
            behind = min(last + len(wanted), self._paragraph_end(last))
            weights = [worth.get(number, 0) for number in self._text[first:behind]]
            sums = [0, *accumulate(weights)]
            scores += (
                (sums[at] - sums[min(at + len(wanted), len(weights))], first + at)
                for at, weight in enumerate(weights[: last - first + 1])
                if weight
            )
        for _, start in nsmallest(_STARTS, scores):
            last = min(start + len(wanted) + 2, self._paragraph_end(start)) - 1
            index = self._index_at(start)
            run = self._paragraphs[index][self._offsets[start] : self._offsets[last]].split()
            yield index, [*run, self._word_at(last)]

    def _word_at(self, place: int) -> str:
        match = _WORD.match(self._paragraphs[self._index_at(place)], self._offsets[place])
        return match[0] if match is not None else ""

    def _regions(self, numbers: set[int], size: int) -> Iterator[tuple[int, int]]:
        """The stretches of text in which runs with one of the rarest of these words may begin."""
        places: list[int] = []
        for number in sorted(numbers, key=lambda number: len(self._places[number])):
            places += self._places[number][: _ANCHORS - len(places)]
        done = 0
        for place in sorted(places):
            yield max(place - size + 1, done, self._starts[self._index_at(place)]), place
            done = place + 1

    def _index_at(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1

    def _paragraph_end(self, place: int) -> int:
        return self._starts[self._index_at(place) + 1]


def _similarity(wanted: list[str], run: list[str], best: float) -> float:
    """The similarity of two lists of words, 0 where it cannot exceed the best so far."""
    if sum(map(len, run)) > 2 * (sum(map(len, wanted)) + len(wanted)):
        return 0  # very long words would take too much time
    by_words = SequenceMatcher(None, wanted, run, autojunk=False)
    if (by_words.real_quick_ratio() + 1) / 2 <= best or (by_words.ratio() + 1) / 2 <= best:
        return 0
    by_letters = SequenceMatcher(None, " ".join(wanted), " ".join(run), autojunk=False)
    return (by_words.ratio() + by_letters.ratio()) / 2


def _bare(word: str) -> str:
    return word.strip(".,;:!?\"'()").casefold()
