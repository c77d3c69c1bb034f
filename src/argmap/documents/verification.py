"""The quotations of a map, each with what a search of its document gave."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.documents.folder import read_documents
from argmap.documents.quotation import Agreement, seek

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from argmap.documents.document import Document
    from argmap.documents.folder import Documents
    from argmap.documents.quotation import QuotationSearch
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.drafts import Drafts
    from argmap.model.relation import Relation
    from argmap.model.source import Locator

    Search = Callable[[Document, Locator], QuotationSearch]


@dataclass(frozen=True, slots=True)
class SoughtQuotation:
    """A quotation of a claim or relation, with its document and the result of the search."""

    citing: str
    locator: Locator
    document: Document | None = None
    search: QuotationSearch | None = None


@dataclass(frozen=True, slots=True)
class QuotationCount:
    """The numbers of quotations that were verified, that were not, and that have no document.

    `by_agreement` divides the verified ones by how far they agree with the document.
    """

    verified: int = 0
    not_verified: int = 0
    without_document: int = 0
    by_agreement: Mapping[Agreement, int] = field(default_factory=dict)


NO_QUOTATIONS = QuotationCount()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The documents of a map, and its quotations as far as they could be searched in them.

    `drafted` are the quotations of drafts, which are not counted with those of the map.
    """

    documents: Documents
    quotations: tuple[SoughtQuotation, ...]
    drafted: tuple[SoughtQuotation, ...] = ()

    @classmethod
    def of(cls, argument_map: ArgumentMap, documents: Documents, search: Search = seek) -> Evidence:
        """The evidence for a map in these documents; every quotation is searched here, once."""
        return cls(
            documents,
            tuple(_sought(argument_map, documents, search)),
            tuple(_sought(argument_map.drafts, documents, search)),
        )

    @property
    def count(self) -> QuotationCount:
        """The numbers of quotations by the result of the search."""
        searches = [sought.search for sought in self.quotations]
        verified = Counter(
            search.agreement for search in searches if search is not None and search.is_found
        )
        without = sum(search is None for search in searches)
        return QuotationCount(
            verified.total(),
            len(searches) - verified.total() - without,
            without,
            {agreement: verified[agreement] for agreement in Agreement if verified[agreement]},
        )


def evidence_in(argument_map: ArgumentMap, folder: Path | None) -> Evidence:
    """The evidence for a map in a folder of documents; None, if there is no folder."""
    return Evidence.of(argument_map, read_documents(argument_map.sources.values(), folder))


def _sought(
    argument_map: ArgumentMap | Drafts, documents: Documents, search: Search
) -> Iterator[SoughtQuotation]:
    """All quotations of a map or of its drafts, searched where their document could be read."""
    cited: tuple[Claim | Relation, ...] = (
        *argument_map.claims.values(),
        *argument_map.relations.values(),
    )
    for citing in cited:
        document = documents.by_source.get(citing.source or "")
        for locator in citing.locators:
            if locator.quote is not None and document is not None:
                yield SoughtQuotation(citing.id, locator, document, search(document, locator))
            elif locator.quote is not None:
                yield SoughtQuotation(citing.id, locator)
