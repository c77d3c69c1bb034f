"""Claims, and their modes: the ways in which a source can contain a claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import NOWHERE, Location
from argmap.values import made_at_once

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.origin import Origin
    from argmap.model.source import Locator

LABEL_LIMIT = 45
"""The most characters of a text that serves whole as the name of its claim."""


class Mode(StrEnum):
    """The way in which a source contains a claim or a relation."""

    ASSERTED = "asserted"
    """The source states it in its own voice."""
    REPORTED = "reported"
    """The source attributes it to a speaker, whose belief it is."""
    CONCEDED = "conceded"
    """The source holds it, although it tells against the source's own case."""
    RAISED = "raised"
    """The source puts it in order to answer it, and does not hold it."""
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


@made_at_once
@dataclass(frozen=True, slots=True, repr=False)
class Claim:
    """A statement that can be accepted or rejected.

    `granted` is the author's mark, None if there is none; whether the claim *is* granted follows
    from the whole map (`ArgumentMap.is_granted`). `pending` says that the claim still needs support
    (`granted: pending` in a file), and is refused beside a mark. `meta` is data of the author's
    own, as JSON has it, which is kept and not used. A claim made in Python needs no `location`.

    Raises:
        ValueError: the claim is pending, and granted or not.

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
    pending: bool = False
    credence: float | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    url: str | None = None
    ignore: tuple[Ignore, ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict, hash=False)
    origin: Origin | None = None

    def __repr__(self) -> str:
        return f"<Claim {self.id}: {self.text}>"

    def __post_init__(self) -> None:
        if self.pending and self.granted is not None:
            raise ValueError(f"the claim {self.id!r} is both pending and granted or not")

    @property
    def grant(self) -> str | None:
        """The mark as a claim file has it: `true`, `false`, `pending`, or None if there is none.

        >>> Claim("slow", "Buses are slow.", pending=True).grant
        'pending'
        """
        if self.pending:
            return "pending"
        return None if self.granted is None else str(self.granted).lower()

    @property
    def cited_source(self) -> str | None:
        """The source that the claim is cited to: none if the claim is the mapper's own."""
        return None if self.mode is Mode.EDITORIAL else self.source

    @property
    def name(self) -> str:
        """The name of the claim where its text is too long: its label, or its text shortened."""
        return self.label if self.label is not None else shortened(self.text)


def shortened(text: str) -> str:
    """The text, or as many of its first words as fit into `LABEL_LIMIT` with an ellipsis.

    >>> shortened("Dirty air shortens the lives of people in the old town.")
    'Dirty air shortens the lives of people in …'
    """
    if len(text) <= LABEL_LIMIT:
        return text
    start, _, _ = text[: LABEL_LIMIT - 1].rpartition(" ")
    words = (start or text[: LABEL_LIMIT - 2]).rstrip(" ,;:.\u2013\u2014-")
    return f"{words} \u2026" if start else f"{words}\u2026"
