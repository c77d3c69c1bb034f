"""Sentences of a paragraph: where each begins and ends, with no letter between them left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.drafting.cues import Words

LONGEST = 2_000
"""The most signs of a sentence; what has no full stop for longer is cut at a space."""

# A full stop with what may close behind it: quotation marks, brackets, the number of a footnote.
# The signs of Chinese and Japanese end a sentence without a space.
_END = re.compile(r"""[.!?]+["')\]]*(?:\[\d{1,3}\])*\s+|[\u3002\uff01\uff1f]["')\]\u300d]*""")
_LAST_WORD = re.compile(r"""[^\s"'(\[]+$""")
_NEXT_WORD = re.compile(r"""["'(\[]*([\w]+)""")
_LETTERS_WITH_STOPS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")
_ORDINAL = re.compile(r"\d{1,2}")
_LONGEST_QUOTATION = 400
_OFTEN_LAST = frozenset({"m", "bn", "mio", "mrd", "etc", "usw", "co", "inc", "ltd", "al"})
"""Abbreviations that often end a sentence as well."""
_BEFORE_NUMBERS = frozenset({"no", "art"})
"""Abbreviations that are words as well, but before a number."""


def sentences_of(text: str, words: Words) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph, each from its first letter to the next one's.

    A full stop ends none after an abbreviation, an initial, or a German ordinal number, nor where
    the text goes on in small letters or a quotation is open. Cost: linear.

    >>> from argmap.drafting.cues import words_of
    >>> text = 'Dr. Bock said "No. Never." It cost $3.5 m. Therefore the U.S. left.'
    >>> [text[start:end] for start, end in sentences_of(text, words_of("en"))]
    ['Dr. Bock said "No. Never." ', 'It cost $3.5 m. ', 'Therefore the U.S. left.']
    """
    start = 0
    quoted = _quotations(text)
    for end in _ends(text, words):
        while quoted and quoted[-1][1] <= end.start():
            quoted.pop()
        is_inside = bool(quoted) and quoted[-1][0] < end.start() and quoted[-1][1] > end.end()
        if not is_inside:
            yield from _short(text, start, end.end())
            start = end.end()
    if start < len(text):
        yield from _short(text, start, len(text))


def _ends(text: str, words: Words) -> Iterator[re.Match[str]]:
    for end in _END.finditer(text):
        if end.end() < len(text) and _is_end(text, end, words):
            yield end


def _is_end(text: str, end: re.Match[str], words: Words) -> bool:
    """Whether a sentence ends at a sign that may end one."""
    if not end[0][-1].isspace():
        return True
    following = _NEXT_WORD.match(text, end.end())
    follower = following[1] if following is not None else ""
    if follower[:1].islower():
        return False
    before = _LAST_WORD.search(text, max(end.start() - 40, 0), end.start())
    if before is None or end[0].strip() != ".":  # with other signs nothing is an abbreviation
        return True
    return not _goes_on(before[0].lower(), follower.lower(), words)


def _goes_on(word: str, follower: str, words: Words) -> bool:
    """Whether a word before a full stop is an initial, a number or short for another."""
    if _ORDINAL.fullmatch(word):
        return follower in words.after_ordinals
    if word in _BEFORE_NUMBERS and not follower[:1].isdigit():
        return False
    is_opening = follower in words.openings or follower in words.roles
    if word in _OFTEN_LAST:
        return not is_opening
    if len(word) == 1 and word.isalpha():
        return word != "i"
    if "." in word and _LETTERS_WITH_STOPS.fullmatch(f"{word}."):
        return not is_opening
    return word in words.abbreviations


def _quotations(text: str) -> list[tuple[int, int]]:
    """The quotations in a text, the last one first; one that is too long is taken for two marks."""
    marks = [match.start() for match in re.finditer('"', text)]
    if len(marks) % 2:
        return []
    pairs = zip(marks[::2], marks[1::2], strict=True)
    return [(start, end + 1) for start, end in pairs if end - start <= _LONGEST_QUOTATION][::-1]


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, in pieces if nobody would read it as one."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = space + 1 if space >= 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end
