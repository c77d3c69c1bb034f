"""Claims, and how their sources have them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.diagnostics import NOWHERE, Location

if TYPE_CHECKING:
    from argmap.model.source import Locator

LABEL_LIMIT = 45


class Mode(StrEnum):
    """How a source has a claim or a relation."""

    ASSERTED = "asserted"
    """In the source's own voice."""
    REPORTED = "reported"
    """The source says that the speaker holds it; the text is then what is held."""
    CONCEDED = "conceded"
    """Raised to be answered."""
    IMPLICIT = "implicit"
    """Needed and unsaid: the mapper's reading of the source."""
    EDITORIAL = "editorial"
    """The mapper's own."""

    @property
    def is_mappers(self) -> bool:
        """Whether no source says so outright: the mapper reads it into one, or adds it."""
        return self in (Mode.IMPLICIT, Mode.EDITORIAL)


@dataclass(frozen=True, slots=True)
class Ignore:
    """A diagnostic that the author has looked at and lets stand, with the reason."""

    code: str
    because: str
    location: Location = NOWHERE


@dataclass(frozen=True, slots=True, repr=False)
class Claim:
    """A statement that can be held or denied.

    `granted` is what the author says, None where nothing is said; whether the claim *is* granted
    follows from the whole map (`ArgumentMap.is_granted`). A claim made in Python needs no place:

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
        """What pictures call the claim: its label, else a short text, else the id in words."""
        if self.label is not None:
            return self.label
        if len(self.text) <= LABEL_LIMIT:
            return self.text
        words = self.id.replace("-", " ").replace("_", " ").replace(".", " ")
        return words[:1].upper() + words[1:]
