"""Texts folded to plain words, so that two spellings of one sentence are found and compared."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("['\u2019\u02bc]")
_WITHOUT_SPACES = re.compile("([\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")


def folded(text: str) -> str:
    """The words of a text in small letters without marks, with one space between them.

    In Japanese and Chinese, which write no spaces, each character counts as a word. Cost: linear.

    >>> folded("\u201cCaf\u00e9s don\u2019t close\u201d, says Z\u00fcrich.")
    'cafes dont close says zurich'
    """
    text = _APOSTROPHES.sub("", text.casefold())
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text)
        bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
        text = _WITHOUT_SPACES.sub(r" \1 ", bare)
    return " ".join(_WORD.findall(text))
