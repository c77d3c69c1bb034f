"""The evidence for a map that is asked for again and again while the map is being written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.diagnostics import NOWHERE
from argmap.documents.folder import Documents, DocumentShelf
from argmap.documents.quotation import seek
from argmap.documents.verification import Evidence

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.documents.document import Document
    from argmap.documents.quotation import QuotationSearch
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.source import Locator


class SearchedBefore:
    """The documents that were read for a map, and the quotations that were searched in them.

    Documents are read again when their file has changed. A quotation is searched once in a
    document, wherever in the claim files it stands; one that is gone from the map is forgotten.
    """

    def __init__(self) -> None:
        self._shelf = DocumentShelf()
        self._documents = Documents({}, {})
        self._searches: dict[tuple[int, Locator], QuotationSearch] = {}

    def documents_of(self, argument_map: ArgumentMap, folder: Path | None) -> Documents:
        """The documents of a map in a folder; those whose files are the same are the same too."""
        return self._shelf.documents(argument_map.sources.values(), folder)

    def evidence_in(self, argument_map: ArgumentMap, folder: Path | None) -> Evidence:
        """The evidence for a map in a folder of documents."""
        documents = self.documents_of(argument_map, folder)
        before, now = self._searches, dict[tuple[int, "Locator"], "QuotationSearch"]()

        def search(document: Document, locator: Locator) -> QuotationSearch:
            # The documents of `before` are kept until the end, so that no other has their identity.
            key = id(document), replace(locator, location=NOWHERE)
            if key not in now:
                now[key] = before[key] if key in before else seek(document, locator)
            return now[key]

        evidence = Evidence.of(argument_map, documents, search)
        self._documents, self._searches = documents, now
        return evidence
