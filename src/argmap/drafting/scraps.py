"""Passages that are no part of what a document claims: greetings, bylines, parts of a web page."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

_SIGNATURE = "-- "
_SEPARATORS = (" \u00b7 ", " | ")
_ENDS = (".", "!", "?", '."', '!"', ".)")
_ROW = re.compile(
    r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+|\(?(?:\d{1,2}|[a-z])\)\s+|[-\u2013*>\u2022\u00b7\u25aa]\s+"
)
_POINT = re.compile(r"\d{1,2}\.\s+(?=([^\W\d_]+))")


def is_scrap(words: str) -> bool:
    """Whether a passage is a greeting, a byline, a list of details, or the furniture of a page.

    >>> is_scrap("By Ada Bock, 3 May 2026"), is_scrap("Date: 12 March Present: A. Bock, B. Smith")
    (True, True)
    >>> is_scrap("By law the town must act."), is_scrap("Thank you very much.")
    (False, True)
    """
    opening, inside, bylines, details = _patterns()
    if opening.match(words) is not None or inside.search(words) is not None:
        return True
    if words.endswith(_ENDS):
        return words.startswith(_SIGNATURE)
    is_listed = len(details.findall(words)) > 1 or any(mark in words for mark in _SEPARATORS)
    return is_listed or bylines.match(words) is not None


def mark_before(words: str, after_ordinals: frozenset[str]) -> int:
    """The end of the number or mark that opens a point of a list; 0 if there is none.

    >>> mark_before("2.1 Mr Bock spoke.", frozenset())
    4
    >>> mark_before("1. Mai ist", frozenset({"mai"}))
    0
    """
    row, point = _ROW.match(words), _POINT.match(words)
    if row is not None:
        return row.end()
    is_mark = point is not None and point[1].lower() not in after_ordinals
    return point.end() if point is not None and is_mark else 0


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    text = files("argmap.drafting").joinpath("cues.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)["scraps"]
    opening, inside, bylines, details = (
        "|".join(re.escape(each) for each in table[name])
        for name in ("courtesies", "furniture", "bylines", "details")
    )
    return (
        re.compile(rf"(?:{opening})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{inside})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?i:{bylines})\s+[^\W\d_a-z\u00df-\u00ff]"),
        re.compile(rf"(?<!\w)(?:{details}):(?=\s)", re.IGNORECASE),
    )
