"""The words of a quotation, prepared for the search."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Self

from argmap.documents.folding import WITHOUT_SPACES, folded_lines, letters_at, letters_of

if TYPE_CHECKING:
    from argmap.model.source import Locator

_CHANGED_LETTER = re.compile(r"\[(\w)\](?=\w)")
_LEFT_OUT = re.compile(r"\s*(?:\[\s*\.\s?\.\s?\.\s*\]|\(\s*\.\s?\.\s?\.\s*\)|\.\s?\.\s?\.)\s*")
_FEWEST_WORDS, _FEWEST_LETTERS = 3, 8


@dataclass(frozen=True, slots=True)
class Wording:
    """A quotation, or a piece of one, prepared for the search.

    `letters_at` are the places of its letters in `text`; in `free` are the numbers of the letters
    that may be upper or lower case.
    """

    text: str
    letters: str
    letters_at: tuple[int, ...]
    free: frozenset[int]

    @classmethod
    def of(cls, text: str) -> Self:
        """A folded text as it stands; its first letter may be upper or lower case."""
        return cls(text, letters_of(text), tuple(letters_at(text)), frozenset({0}))

    @classmethod
    def with_changed_letters(cls, text: str) -> Self:
        """A folded text in which `[T]heir` stands for `Their` or `their`."""
        free, parts, done, size = {0}, [], 0, 0
        for changed in _CHANGED_LETTER.finditer(text):
            parts += [text[done : changed.start()], changed[1]]
            size += len(letters_of(parts[-2]))
            free.add(size)
            size += 1
            done = changed.end()
        plain = "".join([*parts, text[done:]])
        return cls(plain, letters_of(plain), tuple(letters_at(plain)), frozenset(free))


@dataclass(frozen=True)
class Quotation:
    """The quotation of a locator, prepared for the search; prefix and suffix stand around it."""

    words: str
    prefix: str
    suffix: str

    @classmethod
    def of(cls, locator: Locator) -> Self:
        """The quotation of a locator, folded."""
        parts = (locator.quote, locator.prefix, locator.suffix)
        return cls(*(folded_lines(part or "") for part in parts))

    @cached_property
    def as_it_stands(self) -> tuple[Wording, ...]:
        """The whole quotation, its dots and brackets taken as signs of the document."""
        return _wordings(self.words)

    @cached_property
    def pieces(self) -> tuple[tuple[Wording, ...], ...]:
        """The words between the signs for words that are left out; each in its possible wordings.

        Empty if the quotation has no such sign.
        """
        pieces = _LEFT_OUT.split(self.words)
        return tuple(_wordings(piece) for piece in pieces if piece) if len(pieces) > 1 else ()

    @property
    def is_telling(self) -> bool:
        """Whether it is long enough to show anything: three words or eight letters, in one piece.

        In scripts without spaces every sign counts as a word.
        """
        pieces = [wordings[0] for wordings in self.pieces or (self.as_it_stands,)]
        return any(
            len(piece.letters) >= _FEWEST_LETTERS or _words_in(piece.text) >= _FEWEST_WORDS
            for piece in pieces
        )


def _words_in(text: str) -> int:
    spaced, signs = WITHOUT_SPACES.subn(" ", text)
    return signs + sum(bool(letters_of(word)) for word in spaced.split())


def _wordings(text: str) -> tuple[Wording, ...]:
    return tuple(dict.fromkeys((Wording.of(text), Wording.with_changed_letters(text))))
