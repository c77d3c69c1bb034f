"""A work as a bibliography describes it, and a bibliography with what could be read of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from argmap.diagnostics import Diagnostic, Location


@dataclass(frozen=True, slots=True)
class Work:
    """What a bibliography says of a work, in the words of a source; empty where it says nothing.

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


class ExtraMissingError(Exception):
    """The extra that reads a format of bibliographies is not installed."""
