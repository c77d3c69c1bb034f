"""A document as the workbench shows it: its paragraphs, and what claims and steps quote there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.analysis.people.cited_places import CitedPlaces
from argmap.documents.printed import PrintedParagraph, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.people.cited_places import LocatedPlace
    from argmap.analysis.reading_of_map import Reading
    from argmap.documents.document import Document
    from argmap.documents.parts import Stretch
    from argmap.documents.verification import Evidence


def document_in_page(reading: Reading, evidence: Evidence, source: str) -> dict[str, Any]:
    """The document of a source, ready for JSON; `reason` and `cure` if it could not be read.

    Each paragraph comes in pieces: a text, and the claims (`c:ID`), relations (`r:ID`) and drafts
    (`d:ID`) whose quotations cover it. `bare` says that no claim is taken from the paragraph.
    """
    documents = evidence.documents
    document = documents.by_source.get(source)
    if document is None:
        unreadable = documents.unreadable.get(source)
        reason = unreadable.reason if unreadable is not None else "it is not in the folder"
        cure = unreadable.cure if unreadable is not None else _where(documents.folder)
        return {"source": source, "reason": reason, "cure": cure}
    sharing = frozenset(id_ for id_, each in documents.by_source.items() if each is document)
    cited = CitedPlaces(reading, sharing, document, evidence.quotations)
    drafted = [*_drafted(document, evidence)]
    return {
        "source": source,
        "name": document.name,
        "hasPages": bool(document.pages),
        "paragraphs": [
            _paragraph(document, index, cited.located, drafted)
            for index in range(len(document.paragraphs))
        ],
        "notFound": [place.quote for place in cited.not_found if place.quote],
    }


def _where(folder: object) -> str:
    if folder is None:
        return "name the folder of documents with `--documents DIR`, or `documents:` of the map"
    return f"put it into {folder}"


def _drafted(document: Document, evidence: Evidence) -> Iterator[tuple[Stretch, str]]:
    """The stretches of the document that drafts quote, each with the draft as `d:ID`."""
    for sought in evidence.drafted:
        if sought.document is document and sought.search is not None and sought.search.is_found:
            for match in sought.search.place:
                yield (match.start, match.end), f"d:{sought.citing}"


def _paragraph(
    document: Document,
    index: int,
    located: list[LocatedPlace],
    drafted: list[tuple[Stretch, str]],
) -> dict[str, Any]:
    paragraph = document.paragraphs[index]
    printed = PrintedParagraph(document, index)
    marked = []
    for stretches, place in located:
        name = f"c:{place.claim}" if place.claim else f"r:{place.relation}"
        for stretch in stretches:
            inside = printed.place(stretch)
            if inside is not None:
                marked.append((inside, name, place.quote is not None))
    quoted = [(stretch, name) for stretch, name, is_quoted in marked if is_quoted]
    quoted += [
        (inside, name)
        for stretch, name in drafted
        if (inside := printed.place(stretch)) is not None
    ]
    return {
        "number": paragraph.number,
        "page": document.page_of(index),
        "bare": not any(name.startswith("c:") for _, name, _ in marked),
        "pieces": pieces_of(printed.text, quoted),
    }
