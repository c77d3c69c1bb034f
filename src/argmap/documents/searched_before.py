"""The evidence for a map that is asked for again and again while the map is being written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from argmap.diagnostics import NOWHERE
from argmap.documents.folder import read_documents
from argmap.documents.quotation import seek
from argmap.documents.verification import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.documents.document import Document
    from argmap.documents.folder import Documents
    from argmap.documents.quotation import QuotationSearch
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.source import Locator

Stamp: TypeAlias = tuple[object, ...]
"""What tells whether the documents of a map are as they were: their paths, sizes and times."""


class SearchedBefore:
    """The documents that were read for a map, and the quotations that were searched in them.

    Documents are read again when a file, or a source, has changed. A quotation is searched once,
    wherever in the claim files it stands; one that is gone from the map is forgotten.
    """

    def __init__(self) -> None:
        self._stamp: Stamp = ()
        self._documents: Documents | None = None
        self._searches: dict[tuple[int, Locator], QuotationSearch] = {}

    def evidence_in(self, argument_map: ArgumentMap, folder: Path | None) -> Evidence:
        """The evidence for a map in a folder of documents."""
        stamp = (folder, *_stamps(argument_map, folder))
        if self._documents is None or stamp != self._stamp:
            self._documents = read_documents(argument_map.sources.values(), folder)
            self._stamp, self._searches = stamp, {}
        before, now = self._searches, dict[tuple[int, "Locator"], "QuotationSearch"]()

        def search(document: Document, locator: Locator) -> QuotationSearch:
            key = id(document), replace(locator, location=NOWHERE)  # `_documents` keeps it alive
            if key not in now:
                now[key] = before[key] if key in before else seek(document, locator)
            return now[key]

        evidence = Evidence.of(argument_map, self._documents, search)
        self._searches = now
        return evidence


def _stamps(argument_map: ArgumentMap, folder: Path | None) -> Iterator[Stamp]:
    for source in argument_map.sources.values():
        if folder is None or source.document is None:
            continue
        path = (folder if source.folder is None else Path(source.folder)) / source.document
        try:
            state = path.stat()
            at = state.st_mtime_ns, state.st_size
        except OSError:
            at = 0, 0
        yield source.id, path, source.begins, source.ends, at
