"""Claims, and their modes: the ways in which a source can contain a claim."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.diagnostics import NOWHERE, Location

if TYPE_CHECKING:
    from argmap.model.source import Locator

LABEL_LIMIT = 45
"""The most characters of a text that serves as the name of its claim."""


class Mode(StrEnum):
    """The way in which a source contains a claim or a relation."""

    ASSERTED = "asserted"
    """The source states it in its own voice."""
    REPORTED = "reported"
    """The source attributes it to a speaker, whose belief it is."""
    CONCEDED = "conceded"
    """The source raises it in order to answer it."""
    IMPLICIT = "implicit"
    """The source presupposes it without stating it: an interpretation of the mapper."""
    EDITORIAL = "editorial"
    """The mapper adds it; no source contains it."""

    @property
    def is_mappers(self) -> bool:
        """Whether the words are those of the mapper, who infers or adds it, and of no source."""
        return self in (Mode.IMPLICIT, Mode.EDITORIAL)


@dataclass(frozen=True, slots=True)
class Ignore:
    """A diagnostic that the author has accepted for a claim, with the reason."""

    code: str
    because: str
    location: Location = NOWHERE


@dataclass(frozen=True, slots=True, repr=False)
class Claim:
    """A statement that can be accepted or rejected.

    `granted` is the author's mark, None if there is none; whether the claim *is* granted follows
    from the whole map (`ArgumentMap.is_granted`). A claim made in Python needs no `location`.

    >>> Claim("slow", "Buses are slow.")
    <Claim slow: Buses are slow.>
    """

    id: str
    text: str
    location: Location = NOWHERE
    label: str | None = None
    source: str | None = None
    locators: tuple[Locator, ...] = ()
    speaker: str | None = None
    mode: Mode = Mode.ASSERTED
    granted: bool | None = None
    credence: float | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    url: str | None = None
    ignore: tuple[Ignore, ...] = ()

    def __repr__(self) -> str:
        return f"<Claim {self.id}: {self.text}>"

    @property
    def name(self) -> str:
        """The name of the claim in pictures: its label, else a short text, else its id in words."""
        if self.label is not None:
            return self.label
        if len(self.text) <= LABEL_LIMIT:
            return self.text
        words = self.id.replace("-", " ").replace("_", " ").replace(".", " ")
        return words[:1].upper() + words[1:]
