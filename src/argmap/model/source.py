"""Sources, and locators: the places in them from which claims were taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import NOWHERE, Location
from argmap.model.author import in_speaking_order, spelled_plainly
from argmap.model.work_numbers import address_of_doi, doi_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.origin import Origin


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a source, with the quotation (anchor) that can be checked there, if any."""

    location: Location = NOWHERE
    paragraph: int | None = None
    page: str | None = None
    section: str | None = None
    time: str | None = None
    quote: str | None = None
    prefix: str | None = None
    suffix: str | None = None

    @property
    def place(self) -> str:
        """The place in words, such as ``paragraph 7, page 12``; empty if there is none."""
        steps = (
            ("paragraph", self.paragraph),
            ("page", self.page),
            ("section", self.section),
            ("time", self.time),
        )
        return ", ".join(f"{name} {value}" for name, value in steps if value is not None)


@dataclass(frozen=True, slots=True, repr=False)
class Source:
    """A work from which claims were taken.

    `doi` and `isbn` are its numbers, as the author wrote them; `accessed` is the day on which its
    `url` was read, and `retracted` the day on which it was withdrawn.
    `cite_as` is the citation that the author of the map wishes for it, such as "ICS 2025", and
    `whole_names` are the authors that are cited by their whole name. `document` is the name of the
    file with its text, in the reader's own folder of documents; `places` are the places of the keys
    in the claim file, `meta` is data of the author's own. `folder` is the folder of documents
    of the library that the source comes from. The default title is the id.

    Raises:
        TypeError: the second argument is no `Location`; a title must be given as `title=`.

    >>> Source("times", title="The Times").title, Source("times").title
    ('The Times', 'times')
    """

    id: str
    location: Location = NOWHERE
    title: str = ""
    authors: tuple[str, ...] = ()
    date: str | None = None
    kind: str | None = None
    publisher: str | None = None
    url: str | None = None
    doi: str | None = None
    isbn: str | None = None
    accessed: str | None = None
    version: str | None = None
    retracted: str | None = None
    document: str | None = None
    sha256: str | None = None
    begins: str | None = None
    ends: str | None = None
    caveats: tuple[str, ...] = ()
    note: str | None = None
    cite_as: str | None = None
    whole_names: frozenset[str] = frozenset()
    meta: Mapping[str, Any] = field(default_factory=dict, hash=False)
    origin: Origin | None = None
    folder: str | None = None
    places: Mapping[str, Location] = field(default_factory=dict, compare=False, repr=False)

    def __repr__(self) -> str:
        return f"<Source {self.id}: {self.title}>"

    def __post_init__(self) -> None:
        location: object = self.location
        if not isinstance(location, Location):
            raise TypeError(f"source {self.id!r}: give its title as `title=`")
        if not self.title:
            object.__setattr__(self, "title", self.id)

    def is_by(self, speaker: str) -> bool:
        """Whether the speaker is an author of the source.

        Upper and lower case make no difference, nor titles, nor the marks of letters, nor whether
        the family name stands first.

        >>> Source("tea", authors=("Okakura, Kakuz\u014d",)).is_by("Mr. KAKUZO OKAKURA")
        True
        """
        return self.author_called(speaker) is not None

    def author_called(self, speaker: str) -> str | None:
        """The author of this name, as the source has it; None if it has no such author.

        Of several authors whose names differ in titles or marks alone the exact one is meant.
        """
        wanted, exact = spelled_plainly(speaker), in_speaking_order(speaker).casefold()
        named = [name for name in self.authors if spelled_plainly(name) == wanted]
        is_exact = (name for name in named if in_speaking_order(name).casefold() == exact)
        return next(is_exact, named[0] if len(named) == 1 else None)

    @property
    def doi_address(self) -> str | None:
        """The address to which the DOI leads; None without a DOI, or if it is none.

        >>> Source("tea", doi="doi:10.1000/182").doi_address
        'https://doi.org/10.1000/182'
        """
        doi = doi_in(self.doi or "")
        return address_of_doi(doi) if doi is not None else None

    def at(self, key: str) -> Location:
        """The place of this key in the claim file, or else the place of the whole entry."""
        return self.places.get(key, self.location)
