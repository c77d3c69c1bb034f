"""A work as a bibliography describes it, and a bibliography with what could be read of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.model.author import family_name
from argmap.model.work_numbers import is_isbn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from argmap.diagnostics import Diagnostic, Location


@dataclass(frozen=True, slots=True)
class Work:
    """A work in the words of a source; empty where its bibliography says nothing.

    `whole_names` are the authors that are cited by their whole name, such as institutions.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    whole_names: frozenset[str] = frozenset()
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    doi: str | None = None
    isbn: str | None = None
    accessed: str | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The entries of one bibliography by their keys, and the problems of those that are broken.

    An entry becomes a work when it is asked for: a library of thousands is there for the few that
    a map cites. `broken` has the places of entries that cannot be read, by their keys.
    """

    entries: Mapping[str, Callable[[], Work]]
    diagnostics: tuple[Diagnostic, ...] = ()
    broken: Mapping[str, Location] = field(default_factory=dict)


def spelled_date(year: str, month: int | None, day: int | None) -> str:
    """A date in digits, as far as its parts are given.

    >>> spelled_date("2020", 3, 4), spelled_date("2020", None, 4), spelled_date("99", 1, None)
    ('2020-03-04', '2020', '99')
    """
    if not year.isdigit() or len(year) != len("2020") or month is None:
        return year
    return f"{year}-{month:02}" + (f"-{day:02}" if day is not None else "")


def spelled_name(family: str, given: str, junior: str = "") -> str:
    """The name of a person in one text, from which its family name can be told again.

    It is in the order in which it is said, unless the family name would then be cut.

    >>> spelled_name("van Beethoven", "Ludwig"), spelled_name("King", "Martin", "Jr.")
    ('Ludwig van Beethoven', 'Martin King Jr.')
    >>> spelled_name("Garc\u00eda M\u00e1rquez", "Gabriel")
    'Garc\u00eda M\u00e1rquez, Gabriel'
    """
    spoken = " ".join(part for part in (given, family, junior) if part)
    if family_name(spoken) == family:
        return spoken
    return f"{family}, {given} {junior}".rstrip(" ,")


def one_isbn(written: str) -> str | None:
    """The first of several ISBNs, which managers of references write into one field.

    >>> one_isbn("978-3-16-148410-0 0306406152"), one_isbn("")
    ('978-3-16-148410-0', None)
    """
    each = re.split(r"[\s,;]+", written.strip())
    return next((isbn for isbn in each if is_isbn(isbn)), written) or None


class ExtraMissingError(Exception):
    """The extra that reads a format of bibliographies is not installed."""
