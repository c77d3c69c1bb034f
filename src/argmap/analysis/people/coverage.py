"""The coverage of documents: what of them a map takes up, and the quotations in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.people.cited_places import CitedPlaces, places_by_part
from argmap.documents.parts import AmountOfText, Quoted, amount_of, first_words, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argmap.analysis.people.cited_places import CitedPlace, LocatedPlace
    from argmap.analysis.reading_of_map import Reading
    from argmap.documents.document import Document
    from argmap.documents.folder import Documents
    from argmap.documents.verification import Evidence


@dataclass(frozen=True, slots=True)
class CoveredPart:
    """A paragraph or page of a document, with the claims and relations that are taken from it.

    `opening` are its first words, ten at most; it is empty where a claim is taken from the part.
    """

    paragraph: int | None
    page: str | None
    size: AmountOfText
    quoted: AmountOfText
    claims: tuple[str, ...]
    relations: tuple[str, ...]
    opening: str


@dataclass(frozen=True, slots=True)
class DocumentCoverage:
    """The coverage of one document, the text of these `sources`: of several, where they share it.

    Its `parts` are its numbered paragraphs, or its pages if it has any (`unit`). `reading_order`
    has the places that claims and relations cite, as they follow one another in the document. In
    `not_found` are those that it does not have; `without_place` are claims of the source that name
    no paragraph, no page and no quotation. `misfits` are the bounds (`begins`, `ends`) of the
    source that do not fit, so that all paragraphs are counted.
    """

    document: str
    sources: tuple[str, ...]
    unit: Literal["paragraph", "page"]
    parts: tuple[CoveredPart, ...]
    reading_order: tuple[CitedPlace, ...]
    not_found: tuple[CitedPlace, ...]
    without_place: tuple[str, ...]
    misfits: tuple[str, ...]

    @property
    def bare(self) -> tuple[CoveredPart, ...]:
        """The parts from which no claim is taken."""
        return tuple(part for part in self.parts if not part.claims)

    @property
    def size(self) -> AmountOfText:
        """The amount of text of all parts."""
        return _sum([part.size for part in self.parts])

    @property
    def quoted(self) -> AmountOfText:
        """The amount of text that is quoted."""
        return _sum([part.quoted for part in self.parts])


class Absence(StrEnum):
    """The reason why the document of a source was not read."""

    UNNAMED = "the source names no document"
    NO_FOLDER = "no folder of documents is named"
    NOT_THERE = "it is not in the folder"
    UNREADABLE = "it cannot be read"


@dataclass(frozen=True, slots=True)
class UnreadDocument:
    """A document that was not read: its file, if the source names one, why not, and the cure."""

    document: str | None
    absence: Absence
    reason: str = ""
    cure: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class CoverageFinding(Finding):
    """The coverage of every document, and the sources whose text was not read, by their ids."""

    documents: tuple[DocumentCoverage, ...]
    unread: Mapping[str, UnreadDocument]

    def rows(self) -> list[dict[str, Any]]:
        """One row for each part of each document."""
        return [
            row(
                document=covered.document,
                paragraph=part.paragraph,
                page=part.page,
                words=part.size.words,
                letters=part.size.letters,
                quoted_words=part.quoted.words,
                quoted_letters=part.quoted.letters,
                claims=part.claims,
                relations=part.relations,
                opening=part.opening,
            )
            for covered in self.documents
            for part in covered.parts
        ]

    def _summary(self) -> str:
        bare = sum(len(covered.bare) for covered in self.documents)
        return f"{counted(len(self.documents), 'document')}, {bare} of their parts without a claim"


def coverage(reading: Reading, evidence: Evidence) -> CoverageFinding:
    """The parts of each document from which claims are taken, and what is cited in reading order.

    A claim is taken from a paragraph by a quotation that was found there, or by stating the
    paragraph where there is no quotation: one that was not found covers nothing. Cost: linear in
    the documents, once the quotations have been searched.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.documents.verification import evidence_in
    >>> from argmap.model.example import THREE_CLAIMS
    >>> coverage(Reading(THREE_CLAIMS), evidence_in(THREE_CLAIMS, None))
    <CoverageFinding: 0 documents, 0 of their parts without a claim>
    """
    documents = evidence.documents
    sharing: dict[int, list[str]] = {}
    for id_ in reading.map.sources:
        if id_ in documents.by_source:
            sharing.setdefault(id(documents.by_source[id_]), []).append(id_)
    return CoverageFinding(
        tuple(_of_document(reading, evidence, sources) for sources in sharing.values()),
        MappingProxyType(
            {
                id_: _unread(source.document, documents, id_)
                for id_, source in reading.map.sources.items()
                if id_ not in documents.by_source
            }
        ),
    )


def _unread(document: str | None, documents: Documents, source: str) -> UnreadDocument:
    if document is None:
        return UnreadDocument(None, Absence.UNNAMED)
    if documents.folder is None:
        return UnreadDocument(document, Absence.NO_FOLDER)
    if source not in documents.unreadable:
        return UnreadDocument(document, Absence.NOT_THERE)
    unreadable = documents.unreadable[source]
    return UnreadDocument(document, Absence.UNREADABLE, unreadable.reason, unreadable.cure)


def _of_document(reading: Reading, evidence: Evidence, sources: Sequence[str]) -> DocumentCoverage:
    document = evidence.documents.by_source[sources[0]]
    cited = CitedPlaces(reading, frozenset(sources), document, evidence.quotations)
    return DocumentCoverage(
        document.name,
        tuple(sources),
        "page" if document.pages else "paragraph",
        tuple(_parts(document, cited.located)),
        tuple(each.place for each in cited.located),
        tuple(cited.not_found),
        tuple(cited.without_place),
        document.misfits,
    )


def _parts(document: Document, located: Sequence[LocatedPlace]) -> Iterator[CoveredPart]:
    """The parts of the document, each with what is taken from it and how much is quoted."""
    quoted = Quoted(
        document,
        (stretch for stretches, place in located if place.quote for stretch in stretches),
    )
    for part, places in zip(parts_of(document), places_by_part(document, located), strict=True):
        claims = tuple(dict.fromkeys(place.claim for place in places if place.claim))
        yield CoveredPart(
            part.number,
            part.page,
            amount_of(document, part),
            quoted.amount_in(part),
            claims,
            tuple(dict.fromkeys(place.relation for place in places if place.relation)),
            "" if claims else first_words(document, part),
        )


def _sum(amounts: Sequence[AmountOfText]) -> AmountOfText:
    return AmountOfText(
        sum(amount.words for amount in amounts), sum(amount.letters for amount in amounts)
    )
