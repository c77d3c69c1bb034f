"""The numbers by which a work is found whatever becomes of its address: DOI and ISBN."""

from __future__ import annotations

import re
from urllib.parse import quote

_DOI = re.compile(
    r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)?(10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+)", re.IGNORECASE
)
_ISBN_10 = re.compile(r"[0-9]{9}[0-9X]")
_ISBN_13 = re.compile(r"97[89][0-9]{10}")
_LIKE_AN_ADDRESS = "/:;.()-_"


def doi_in(written: str) -> str | None:
    """The DOI as it is written bare, without `doi:` or the address of a resolver; else None.

    >>> doi_in("https://doi.org/10.1000/182"), doi_in("doi: 10.1000/182"), doi_in("1000/182")
    ('10.1000/182', '10.1000/182', None)
    """
    match = _DOI.fullmatch(written.strip())
    return match[1] if match else None


def address_of_doi(doi: str) -> str:
    """The address that leads to the work with a bare DOI.

    >>> address_of_doi("10.1000/a<b>c")
    'https://doi.org/10.1000/a%3Cb%3Ec'
    """
    return f"https://doi.org/{quote(doi, safe=_LIKE_AN_ADDRESS)}"


def is_isbn(written: str) -> bool:
    """Whether this is an ISBN of 10 or 13 digits whose last digit fits the others.

    >>> is_isbn("978-3-16-148410-0"), is_isbn("0 306 40615 2"), is_isbn("978-3-16-148410-1")
    (True, True, False)
    """
    digits = re.sub(r"[\s-]", "", written.strip().upper().removeprefix("ISBN").lstrip(": "))
    if _ISBN_13.fullmatch(digits):
        return sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits)) % 10 == 0
    if _ISBN_10.fullmatch(digits):
        values = (10 if digit == "X" else int(digit) for digit in digits)
        return sum(value * (10 - at) for at, value in enumerate(values)) % 11 == 0
    return False
