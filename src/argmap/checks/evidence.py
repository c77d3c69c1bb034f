"""Quotations held against the documents."""

from __future__ import annotations

from difflib import ndiff
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.reading.documents import folded, seek

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.model.source import Locator
    from argmap.reading.documents import Document, Documents, Sought


def quotations(argument_map: ArgumentMap, documents: Documents) -> Iterator[Diagnostic]:
    """Quotations that the document does not have, or has in another paragraph than stated."""
    cited: tuple[Claim | Relation, ...] = (
        *argument_map.claims.values(),
        *argument_map.relations.values(),
    )
    for one in cited:
        document = documents.by_source.get(one.source or "")
        if document is None:
            continue
        for locator in one.locators:
            if locator.quote is not None:
                yield from _quotation(locator, document)


def _quotation(locator: Locator, document: Document) -> Iterator[Diagnostic]:
    sought = seek(document, locator)
    if not sought.found:
        yield Diagnostic(
            locator.location,
            "AM501",
            f"the quotation is not in {document.name}",
            _nearest(locator, sought),
        )
    elif locator.paragraph is not None and sought.paragraph != locator.paragraph:
        where = f"paragraph {sought.paragraph}" if sought.paragraph else "outside the paragraphs"
        yield Diagnostic(
            locator.location,
            "AM502",
            f"the quotation is not in paragraph {locator.paragraph}, but {where}",
            f"write `paragraph: {sought.paragraph}`" if sought.paragraph else "delete `paragraph`",
        )


def _nearest(locator: Locator, sought: Sought) -> str:
    if not sought.nearest:
        return "copy a few words from the document as they stand there"
    written, found = folded(locator.quote or "").split(), sought.nearest.split()
    changes = [line for line in ndiff(written, found) if line[0] in "+-"]
    where = f"paragraph {sought.paragraph}" if sought.paragraph else "outside the paragraphs"
    return f"nearest: “{sought.nearest}” ({where}; {', '.join(changes)})"


def documents_themselves(argument_map: ArgumentMap, documents: Documents) -> Iterator[Diagnostic]:
    """Documents that cannot be read, and bounds of their paragraphs that do not fit."""
    for id_, source in argument_map.sources.items():
        if id_ in documents.unreadable:
            yield Diagnostic(
                source.location,
                "AM507",
                f"the document {source.document} cannot be read: {documents.unreadable[id_]}",
                "save it as plain text in UTF-8",
            )
        document = documents.by_source.get(id_)
        for key in document.misfits if document is not None else ():
            yield Diagnostic(
                source.location,
                "AM506",
                f"`{key}` does not fit exactly one paragraph of {source.document}",
                "write a few more words, verbatim, from the paragraph's "
                + ("beginning" if key == "begins" else "end"),
            )
