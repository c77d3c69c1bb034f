"""The places of a document from which the claims and relations of a map are taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from argmap.documents.pages import is_meant
from argmap.documents.parts import parts_of
from argmap.model.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.analysis.labels.in_words import Word
    from argmap.analysis.reading_of_map import Reading
    from argmap.documents.document import Document
    from argmap.documents.parts import Stretch
    from argmap.documents.verification import SoughtQuotation
    from argmap.model.relation import Relation
    from argmap.model.source import Locator


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A place from which a claim or a relation is taken; `quote` is None where it is only stated.

    `number` and `word` (its status) are those of the claim. `paragraph` is None where the place is
    outside the numbered paragraphs, or the document has pages.
    """

    claim: str | None
    relation: str | None
    number: str | None
    word: Word | None
    paragraph: int | None
    page: str | None
    quote: str | None


class LocatedPlace(NamedTuple):
    """A cited place that the document has, and the stretches of its text."""

    stretches: tuple[Stretch, ...]
    place: CitedPlace


class CitedPlaces:
    """The places of one document that a map cites, with the claims that cite none.

    `located` are in reading order; `not_found` are those that the document does not have.
    `without_place` are the claims of its sources that name nothing that could be looked up.
    """

    def __init__(
        self,
        reading: Reading,
        sources: frozenset[str],
        document: Document,
        quotations: Iterable[SoughtQuotation],
    ) -> None:
        self.located: list[LocatedPlace] = []
        self.not_found: list[CitedPlace] = []
        self.without_place: list[str] = []
        self._reading = reading
        self._document = document
        self._searches = {
            (sought.citing, sought.locator): sought.search
            for sought in quotations
            if sought.document is document
        }
        argument_map = reading.map
        claims = (argument_map.claims[id_] for id_ in reading.outline.place_of)
        cited: tuple[Claim | Relation, ...] = (*claims, *argument_map.relations.values())
        for citing in cited:
            if citing.source in sources:
                self._add(citing)
        self.located.sort(key=lambda located: located.stretches)

    def _add(self, citing: Claim | Relation) -> None:
        """Gather the places that a claim or relation cites."""
        is_placed = False
        for locator in citing.locators:
            stretches = self._stretches(citing.id, locator)
            if stretches is None:
                continue
            is_placed = True
            if stretches:
                place = self._place(citing, locator, stretches[0][0])
                self.located.append(LocatedPlace(stretches, place))
            else:
                self.not_found.append(self._place(citing, locator, None))
        if not is_placed and isinstance(citing, Claim) and not citing.mode.is_mappers:
            self.without_place.append(citing.id)

    def _stretches(self, citing: str, locator: Locator) -> tuple[Stretch, ...] | None:
        """The stretches of text that a locator means: none if they are not there, None if unclear.

        A section or a time is no place that can be looked up, nor a page where there are none.
        """
        if locator.quote is not None:
            search = self._searches.get((citing, locator))
            matches = search.place if search is not None and search.is_found else ()
            return tuple((match.start, match.end) for match in matches)
        if self._document.pages and locator.page is not None:
            return self._stretches_of_pages(locator.page)
        if locator.paragraph is None:
            return None
        start, end = self._document.range_of_number(locator.paragraph)
        return ((start, end),) if start < end else ()

    def _stretches_of_pages(self, stated: str) -> tuple[Stretch, ...] | None:
        """The stretches of the pages that an author states; None if every page could be meant."""
        names = self._document.pages
        meant = [is_meant(stated, page, name) for page, name in enumerate(names)]
        if all(meant) and len(names) > 1:
            return None
        return tuple(
            self._document.range_of(index)
            for index, paragraph in enumerate(self._document.paragraphs)
            if meant[paragraph.page]
        )

    def _place(self, citing: Claim | Relation, locator: Locator, start: int | None) -> CitedPlace:
        """The place of a locator: as the document has it from `start`, else as it is stated."""
        paragraph, page = locator.paragraph, locator.page
        if start is not None:
            index = self._document.index_at(start)
            paragraph = self._document.paragraphs[index].number
            page = self._document.page_of(index)
        if not isinstance(citing, Claim):
            return CitedPlace(None, citing.id, None, None, paragraph, page, locator.quote)
        status = self._reading.status.claims.get(citing.id)
        word = status.word if status is not None else None
        number = self._reading.outline.numbers[citing.id]
        return CitedPlace(citing.id, None, number, word, paragraph, page, locator.quote)


def places_by_part(document: Document, located: Iterable[LocatedPlace]) -> list[list[CitedPlace]]:
    """The places in each part of a document, in reading order; a part may have none."""
    parts = parts_of(document)
    part_of = {
        document.index_at(start): at for at, part in enumerate(parts) for start, _ in part.stretches
    }
    places: list[list[CitedPlace]] = [[] for _ in parts]
    for stretches, place in located:
        touched = {
            index
            for start, end in stretches
            for index in range(document.index_at(start), document.index_at(end - 1) + 1)
        }
        for at in sorted({part_of[index] for index in touched if index in part_of}):
            places[at].append(place)
    return places
