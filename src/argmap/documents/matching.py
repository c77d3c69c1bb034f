"""The places at which the words of a quotation stand in a text.

Candidates are searched by their letters alone, at the speed of `str.find`. Then the quotation and
the text are compared sign by sign between these letters.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.documents.folding import BREAK, WITHOUT_SPACES, letters_at, letters_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.documents.wording import Wording

PARAGRAPH_END = "\n"
"""The sign between two paragraphs of a text that is searched."""

_SPACE = re.compile(r"\s")
_LONGEST_WORD = 100  # signs on either side that are shown
_TELLING = 40  # letters that stand at few places of most texts
_HYPHENS_IN_TEXT = frozenset({BREAK, "- ", "-" + PARAGRAPH_END})
_HYPHENS_IN_QUOTE = frozenset({"", "-", "- ", BREAK})


@dataclass(frozen=True, slots=True)
class Match:
    """A place in a text, from `start` to `end`, at which a quotation stands.

    `hyphenated`: at a hyphen at the end of a line, quotation and text differ.
    """

    start: int
    end: int
    hyphenated: bool


@dataclass(frozen=True)
class SearchableText:
    """A folded text in which quotations are searched, paragraphs divided by `PARAGRAPH_END`."""

    text: str

    @cached_property
    def letters(self) -> str:
        """The letters of the text, in lower case."""
        return letters_of(self.text)

    @cached_property
    def letters_at(self) -> array[int]:
        """The place of each letter in the text."""
        return array("I", letters_at(self.text))

    def matches(self, wording: Wording, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """The places between `start` and `end` at which a wording stands, whole words only."""
        if not wording.letters:
            yield from self._matches_of_signs(wording.text, start, end)
            return
        first = bisect_left(self.letters_at, start)
        last = len(self.letters) if end is None else bisect_left(self.letters_at, end)
        for at in self._places_of(wording.letters, first, last):
            match = self._match_at(wording, at)
            if match is not None and match.start >= start and (end is None or match.end <= end):
                yield match

    def words_around(self, wording: Wording) -> tuple[int, str] | None:
        """The first place that has the letters of a wording, and the whole words there.

        The wording may be a part of a word, or differ in signs that are no letters.
        """
        at = self.letters.find(wording.letters) if wording.letters else -1
        if at < 0:
            return None
        start = self.letters_at[at]
        end = self.letters_at[at + len(wording.letters) - 1] + 1
        before = _SPACE.split(self.text[max(start - _LONGEST_WORD, 0) : start])[-1]
        behind = _SPACE.split(self.text[end : end + _LONGEST_WORD])[0]
        return start, before + self.text[start:end].replace(PARAGRAPH_END, " ") + behind

    def _places_of(self, letters: str, first: int, last: int) -> Iterator[int]:
        """The places at which these letters stand among the letters of the text.

        They are found by the first of them, as each search prepares for all that it is to find:
        a long quotation from a text that repeats itself would take quadratic time.
        """
        beginning = letters[:_TELLING]
        at = self.letters.find(beginning, first, last)
        while 0 <= at <= last - len(letters):
            if self.letters.startswith(letters, at):
                yield at
            at = self.letters.find(beginning, at + 1, last)

    def _matches_of_signs(self, signs: str, start: int, end: int | None) -> Iterator[Match]:
        at = self.text.find(signs, start, end) if signs else -1
        while at >= 0:
            yield Match(at, at + len(signs), hyphenated=False)
            at = self.text.find(signs, at + 1, end)

    def _match_at(self, wording: Wording, at: int) -> Match | None:
        """The match whose first letter is the letter of this number, if all signs agree."""
        size = len(wording.letters)
        start = self.letters_at[at] - wording.letters_at[0]
        end = self.letters_at[at + size - 1] + len(wording.text) - wording.letters_at[-1]
        if start < 0 or end > len(self.text) or self._cuts_a_word(start, end):
            return None
        text = self.text
        if text[start:end] == wording.text:
            return Match(start, end, hyphenated=False)
        if not self._same_ends(wording, start, end) or not self._same_case(wording, at):
            return None
        hyphenated = False
        for number in range(size - 1):
            written = wording.text[wording.letters_at[number] + 1 : wording.letters_at[number + 1]]
            here = text[self.letters_at[at + number] + 1 : self.letters_at[at + number + 1]]
            if written == here or written == here.replace(PARAGRAPH_END, " "):
                continue
            if not _is_hyphenation(here, written, wording.letters[number : number + 2]):
                return None
            hyphenated = True
        return Match(start, end, hyphenated)

    def _same_ends(self, wording: Wording, start: int, end: int) -> bool:
        """Whether the signs before the first letter and after the last one agree."""
        before = wording.text[: wording.letters_at[0]]
        after = wording.text[wording.letters_at[-1] + 1 :]
        return self.text.startswith(before, start) and self.text[end - len(after) : end] == after

    def _same_case(self, wording: Wording, at: int) -> bool:
        return all(
            wording.text[place] == self.text[self.letters_at[at + number]] or number in wording.free
            for number, place in enumerate(wording.letters_at)
        )

    def _cuts_a_word(self, start: int, end: int) -> bool:
        text = self.text
        return _is_inside_word(text[start - 1 : start], text[start : start + 1]) or (
            _is_inside_word(text[end - 1 : end], text[end : end + 1])
        )


def _is_hyphenation(here: str, written: str, around: str) -> bool:
    """Whether a gap between two letters is a hyphen at a line end in the text or the quotation.

    A hyphen is dropped between letters alone: between digits it may be a range or a minus.
    """
    words = around.isalpha()
    if here in _HYPHENS_IN_TEXT:
        return written in _HYPHENS_IN_QUOTE if words else written == "-"
    return words and written in {"- ", BREAK} and here in {"", "-"}


def _is_inside_word(before: str, after: str) -> bool:
    """Whether a word goes on between two signs; also over a hyphen at the end of a line."""
    if not before or not after:
        return False
    return BREAK in {before, after} or all(
        (sign.isalnum() or unicodedata.category(sign)[0] == "M")
        and WITHOUT_SPACES.match(sign) is None
        for sign in (before, after)
    )
