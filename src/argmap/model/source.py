"""Sources, and where in them something was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Locator:
    """A pinpoint in a source, with the quotation (anchor) that can be checked there, if any."""

    location: Location
    paragraph: int | None = None
    page: str | None = None
    section: str | None = None
    time: str | None = None
    quote: str | None = None
    prefix: str | None = None
    suffix: str | None = None

    @property
    def place(self) -> str:
        """The pinpoint in words, such as ``paragraph 7, page 12``; empty if there is none."""
        steps = (
            ("paragraph", self.paragraph),
            ("page", self.page),
            ("section", self.section),
            ("time", self.time),
        )
        return ", ".join(f"{name} {value}" for name, value in steps if value is not None)


@dataclass(frozen=True, slots=True)
class Source:
    """The work that claims were taken from; `document` is its text's file on the reader's disk."""

    id: str
    location: Location
    title: str
    authors: tuple[str, ...] = ()
    date: str | None = None
    kind: str | None = None
    publisher: str | None = None
    url: str | None = None
    document: str | None = None
    sha256: str | None = None
    begins: str | None = None
    ends: str | None = None
    caveats: tuple[str, ...] = ()
    note: str | None = None
    places: Mapping[str, Location] = field(default_factory=dict, compare=False, repr=False)

    def is_by(self, speaker: str) -> bool:
        """Whether the speaker is among the source's authors, in whatever case the name is written.

        >>> from argmap.diagnostics import Location
        >>> Source("tea", Location("map.yaml", 1, 1), "Tea", authors=("Okakura",)).is_by("OKAKURA")
        True
        """
        return speaker.casefold() in {author.casefold() for author in self.authors}

    def at(self, key: str) -> Location:
        """The place of this key, or of the source where none is known."""
        return self.places.get(key, self.location)
