"""The pages of a document, as they are named in print and by authors."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAMES = re.compile(r"\b(?:[0-9]{1,9}|[ivxlc]+)\b")
_RANGE = re.compile(r"([0-9]{1,9})\s*[-\u2010-\u2015]+\s*([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a document as text; the name is its number as printed, None without pages."""

    text: str
    name: str | None = None


def is_meant(stated: str, page: int, name: str) -> bool:
    """Whether the page that an author states is this one, counted from 0 in the file.

    A page may be stated as printed, or as counted from the beginning of the file, or as a range.
    Where no page can be made out of it, none is wrong.

    >>> is_meant("pp. 11-13", 4, "12"), is_meant("p. 5", 4, "12"), is_meant("6", 4, "12")
    (True, True, False)
    >>> is_meant("page A-3", 4, "A-3")
    True
    """
    if re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", stated.casefold()):
        return True
    names = set(_NAMES.findall(stated.casefold()))
    own = {name.casefold(), str(page + 1)}
    if not names or names & own:
        return True
    numbers = [int(number) for number in own if number.isascii() and number.isdecimal()]
    return any(
        int(first) <= number <= int(last)
        for first, last in _RANGE.findall(stated)
        for number in numbers
    )
