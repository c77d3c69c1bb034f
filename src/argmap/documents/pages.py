"""The pages of a document, as they are named in print and by authors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = r"(?:[0-9]{1,9}|[ivxlcdm]{1,15})"
_NAMES = re.compile(rf"\b{_NUMBER}\b")
_RANGE = re.compile(rf"\b({_NUMBER})(?:\s*[-\u2010-\u2015]+\s*|\s+(?:to|bis|à|a)\s+)({_NUMBER})\b")
_FOLLOWING = re.compile(r"\b([0-9]{1,9})\s*(ff?)\b")  # "12 f." is 12 and 13, "12 ff." has no end
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a document as text; the name is its number as printed, None without pages."""

    text: str
    name: str | None = None


def is_meant(stated: str, page: int, name: str) -> bool:
    """Whether the page that an author states is this one, counted from 0 in the file.

    A page may be stated as printed, or as counted from the beginning of the file, or as a range. A
    range of Roman numbers is one of pages before page 1, and one from a Roman number to an Arabic
    one runs over page 1. Where no page can be made out of it, none is wrong.

    >>> is_meant("pp. 11-13", 4, "12"), is_meant("p. 5", 4, "12"), is_meant("6", 4, "12")
    (True, True, False)
    >>> is_meant("pp. iv-vi", 4, "v"), is_meant("pp. iv-3", 7, "2"), is_meant("pp. iv-3", 1, "ii")
    (True, True, False)
    >>> is_meant("page A-3", 4, "A-3"), is_meant("pp. 123-7", 200, "125")
    (True, True)
    """
    stated, name = stated.casefold(), name.casefold()
    if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", stated):
        return True
    names = set(_NAMES.findall(stated)) | {first for first, _ in _FOLLOWING.findall(stated)}
    own = {name, str(page + 1)}
    if not names or names & own:
        return True
    return any(
        _is_within(number, first, last)
        for first, last in _ranges(stated)
        for number in (own if first.isdecimal() else {name})  # Roman numbers are those in print
    )


def _ranges(stated: str) -> Iterator[tuple[str, str]]:
    """The first and the last page of each range; where it has no end, the largest number."""
    yield from _RANGE.findall(stated)
    for first, sign in _FOLLOWING.findall(stated):
        yield first, str(int(first) + 1) if sign == "f" else "9" * 9


def _is_within(number: str, first: str, last: str) -> bool:
    if first.isdecimal() and last.isdecimal() and len(last) < len(first):
        last = first[: -len(last)] + last  # "123-7" is short for 123 to 127
    place, begin, end = _place(number), _place(first), _place(last)
    return place is not None and begin is not None and end is not None and begin <= place <= end


def _place(number: str) -> tuple[bool, int] | None:
    """A key by which pages come in order, those with Roman numbers first; None for other names.

    >>> _place("iv"), _place("12"), _place("A-3")
    ((False, 4), (True, 12), None)
    """
    if number.isascii() and number.isdecimal():
        return True, int(number)
    if not number or _ROMAN.fullmatch(number) is None:
        return None
    values = [_VALUES[sign] for sign in number]
    smaller = (value < after for value, after in zip(values, [*values[1:], 0], strict=True))
    signed = zip(values, smaller, strict=True)
    return False, sum(-value if is_less else value for value, is_less in signed)
