"""Texts folded to plain words, so that two spellings of one sentence are found and compared."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = frozenset({1, 8, *range(10, 37)})  # strokes, signs of kana, points of Hebrew and Arabic
_HIGHEST_OF_VOWELS = 199
_TO_WORDS = bytes(
    ord(chr(byte).lower()) if chr(byte).isascii() and chr(byte).isalnum() else ord(" ")
    for byte in range(256)
)
"""Of each ASCII sign what stands for it among words, as texts of it need no more and are many."""
_APOSTROPHES = re.compile("['\u2019\u02bc]")
_LETTERS = str.maketrans(
    {
        "\u00e6": "ae",
        "\u00f0": "d",
        "\u00f8": "o",
        "\u00fe": "th",
        "\u0111": "d",
        "\u0127": "h",
        "\u0131": "i",
        "\u0142": "l",
        "\u0153": "oe",
    }
)
"""Small letters of Latin script that are no letter with a mark, as people write them without it."""
_DRAWN = re.compile("\\w+(?:['\u2019\u02bc]\\w+)+")
_OF_VERBS = frozenset({"ll", "re", "ve"})
_WITHOUT_SPACES = re.compile("([\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")


def folded(text: str) -> str:
    """The words of a text in small letters without marks, with one space between them.

    In Japanese and Chinese, which write no spaces, each character counts as a word. Cost: linear.

    >>> folded("\u0141\u00f3d\u017a"), folded("\u0153uvre")
    ('lodz', 'oeuvre')
    >>> folded("\u201cCaf\u00e9s don\u2019t close\u201d, says Z\u00fcrich.")
    'cafes dont close says zurich'
    """
    if text.isascii():
        return b" ".join(text.encode().translate(_TO_WORDS, b"'").split()).decode()
    apart = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text.casefold()))
    plain = "".join(_plain(sign) for sign in apart).translate(_LETTERS)
    return " ".join(_WITHOUT_SPACES.sub(r" \1 ", plain).split())


def within(text: str) -> str | None:
    """The words within those that an apostrophe draws together, by which these are found as well.

    None where there is none. A verb with *not* has none, and neither letters nor *ll* are words.

    >>> within("D'aujourd'hui date l'eau."), within("They don't, and 'we won't'.")
    ('aujourd hui aujourdhui daujourd eau', None)
    """
    if _APOSTROPHES.search(text) is None:
        return None
    words: list[str] = []
    for drawn in _DRAWN.findall(unicodedata.normalize("NFC", text)):
        parts = _APOSTROPHES.split(drawn)
        if folded(parts[-1]) != "t":
            ends = (parts[1:], parts[:-1]) if len(parts) > 2 else ()  # noqa: PLR2004  # two are told
            words += map(folded, (*parts, *map("".join, ends)))
    return " ".join(word for word in words if len(word) > 1 and word not in _OF_VERBS) or None


def _plain(sign: str) -> str:
    """A sign as it stands in a word; nothing for an accent, and a space for what is in no word.

    Vowel signs of India and Thailand are letters: Unicode has them in classes of their own.
    """
    if sign.isalnum():
        return sign
    if not unicodedata.category(sign).startswith("M"):
        return " "
    kind = unicodedata.combining(sign)
    return "" if kind in _ACCENTS or kind > _HIGHEST_OF_VOWELS else sign
