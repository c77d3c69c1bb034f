"""The form of a text in which quotations are compared: without the accidents of typesetting."""

from __future__ import annotations

import re
import unicodedata
from itertools import compress, count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BREAK = "\ufdd0"
"""The sign for a hyphen at the end of a line in a folded text: a noncharacter of Unicode.

Whether the hyphen belongs to the word is not known: `bene-` and `ficial` are one word, `deep-` and
`water` are two, so that a quotation may have it or not.
"""

_FOLDED = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"')
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032\u2039\u203a", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u00ad\u200b\u2060\ufeff")
    | {"\u2026": "..."}
    | {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
    | dict.fromkeys("\ufb05\ufb06", "st")
)
# Thai to Burmese, Khmer, Chinese, Japanese: these scripts put no space between words.
WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
# French sets a space before some signs and within its quotation marks, and so do programs that
# recognize scanned pages; people who copy a sentence often leave it out. German turns the marks
# round, where the opening one stands before a letter and the closing one behind one.
_WITHIN_MARKS = re.compile(r"(?<![^\s(\[])(\u00ab)\s+|\s+(\u00bb)(?!\w)")
_BEFORE_SIGN = re.compile(r" (?=(?:[;:!?,%]|\.(?!\.))(?:[\s\"')\]]|$))")
_LETTER = r"[^\W\d_]"
# "pre-" before a line that opens with "and" is no half word, but short for "prewar".
_LINE_END = re.compile(
    rf"(?<={_LETTER})[-\u2010\u00ad][^\S\n]*\n\s*(?=(?!(?:and|or|und|oder|et|ou)\b){_LETTER})"
)


def folded(text: str) -> str:
    r"""The text with white space, quotation marks, dashes and ligatures normalized, for comparison.

    >>> folded("Japan\u2019s\n  \u201cdelicate\u201d\u2013balance")
    'Japan\'s "delicate"-balance'
    """
    close = _WITHIN_MARKS.sub(r"\1\2", unicodedata.normalize("NFC", text))
    return _BEFORE_SIGN.sub("", " ".join(close.translate(_FOLDED).split()))


def folded_lines(text: str) -> str:
    r"""The folded text of several lines, with `BREAK` for the hyphen at the end of a line.

    >>> legible(folded_lines("It is bene-\nficial for pre-\nand post-war trade"))
    'It is beneficial for pre- and post-war trade'
    """
    return folded(_LINE_END.sub(BREAK, text))


def legible(text: str) -> str:
    """The folded text as it is shown to readers, without the sign for hyphens at line ends."""
    return text.replace(BREAK, "")


class _Letters(dict[int, str | None]):
    """A table for `str.translate`: letters and digits in lower case, and nothing else.

    Of each letter exactly one is made, so that the letters of a text can be counted off.
    """

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        lower = char.lower()
        self[code] = (lower if len(lower) == 1 else char) if char.isalnum() else None
        return self[code]


_LETTERS = _Letters()


def letters_of(text: str) -> str:
    """The letters and digits of a text alone, in lower case.

    >>> letters_of("Cross-border trade, 3 %")
    'crossbordertrade3'
    """
    return text.translate(_LETTERS)


def letters_at(text: str) -> Iterator[int]:
    """The places of the letters and digits in a text."""
    return compress(count(), map(str.isalnum, text))
