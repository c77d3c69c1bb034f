"""The search for a quotation in a document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.documents.cuts import with_denial
from argmap.documents.folding import legible
from argmap.documents.page_breaks import halves
from argmap.documents.wording import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.documents.document import Document
    from argmap.documents.matching import Match
    from argmap.documents.paragraphs import DocumentParagraph
    from argmap.model.source import Locator

Place = tuple["Match", ...]
"""The pieces of a quotation where they stand in the text of the document, in their order."""


class Agreement(StrEnum):
    """The degree to which quotation and document agree, from sign for sign to stitched."""

    EXACT = "exact"
    TYPOGRAPHY = "typography"
    HYPHENATION = "hyphenation"
    STITCHED = "stitched"


@dataclass(frozen=True, slots=True)
class QuotationSearch:
    """The result of a search: the place of a quotation, or the most similar passage.

    `paragraph` is None outside the numbered range, `page` where the document has no pages.
    `runs_over`: the quotation ends in a later paragraph than it begins.
    """

    is_found: bool
    paragraph: int | None = None
    nearest: str = ""
    page: str | None = None
    place: Place = ()
    agreement: Agreement = Agreement.EXACT
    runs_over: bool = False


def seek(document: Document, locator: Locator) -> QuotationSearch:
    """Search the quotation of a locator: in its stated paragraph, then in all others.

    If no paragraph contains it, the result names the most similar passage.
    """
    quotation = Quotation.of(locator)
    place = _best(document, quotation, locator)
    if place is not None:
        return _verified(document, locator, place)
    return _missing(document, quotation)


def _missing(document: Document, quotation: Quotation) -> QuotationSearch:
    """The result for a quotation that is not in the document, with the nearest words."""
    nearest = document.passages.nearest(legible(quotation.words))
    around = document.text.words_around(quotation.as_it_stands[0])
    if nearest is not None:
        index = nearest.index
        words = with_denial(nearest.words, legible(document.paragraphs[index].text))
    elif around is not None:
        index, words = document.index_at(around[0]), legible(around[1])
    else:
        return QuotationSearch(is_found=False)
    return QuotationSearch(
        is_found=False,
        paragraph=document.paragraphs[index].number,
        nearest=words,
        page=document.page_of(index),
    )


def places(
    document: Document, quotation: Quotation, paragraph: int | None = None
) -> Iterator[Place]:
    """The places of a quotation in a paragraph of the document, or in the whole of it.

    A quotation with signs for left-out words is searched as it stands, then piece by piece; last of
    all in two halves, between which a page ends.
    """
    for find in (_whole, _stitched, _interrupted):
        for place in find(document, quotation, paragraph):
            if _stands_between(document, quotation, place):
                yield place


def _best(document: Document, quotation: Quotation, locator: Locator) -> Place | None:
    """The first place in the stated paragraph, else in a numbered paragraph, else anywhere.

    A place on the stated page comes before others, and a place within one paragraph before a place
    that runs over the end of one.
    """
    if locator.paragraph is not None:
        for place in places(document, quotation, locator.paragraph):
            return place
    best: dict[tuple[bool, bool, bool], Place] = {}
    for place in places(document, quotation):
        drawbacks = (
            locator.page is not None and not is_on_page(document, place, locator.page),
            _runs_over(document, place),
            not document.pages
            and document.paragraphs[document.index_at(place[0].start)].number is None,
        )
        if not any(drawbacks):
            return place
        best.setdefault(drawbacks, place)
    return best[min(best)] if best else None


def is_on_page(document: Document, place: Place, stated: str) -> bool:
    """Whether a place is on the page that an author states; without pages any place is."""
    return document.is_on_page(place[0].start, place[-1].end, stated)


def _whole(document: Document, quotation: Quotation, paragraph: int | None) -> Iterator[Place]:
    start, end = document.range_of_number(paragraph)
    for wording in quotation.as_it_stands:
        for match in document.text.matches(wording, start, end):
            yield (match,)


def _stitched(document: Document, quotation: Quotation, paragraph: int | None) -> Iterator[Place]:
    """Places of all pieces in their order within one paragraph, at most one place in each."""
    if not quotation.pieces:
        return
    start, end = document.range_of_number(paragraph)
    rarest = max(quotation.pieces, key=lambda wordings: len(wordings[0].letters))
    tried = set()
    for wording in rarest:
        for match in document.text.matches(wording, start, end):
            index = document.index_at(match.start)
            if index not in tried:
                tried.add(index)
                yield from _in_order(document, quotation, index)


def _in_order(document: Document, quotation: Quotation, index: int) -> Iterator[Place]:
    """The pieces in a paragraph, each at its first place behind the piece before it.

    The first piece is tried behind the prefix, the last one before the suffix.
    """
    start, end = document.range_of(index)
    last = len(quotation.pieces) - 1
    place: list[Match] = []
    for number, wordings in enumerate(quotation.pieces):
        matches = (
            match
            for wording in wordings
            for match in document.text.matches(wording, start, end)
            if (number > 0 or _is_behind(document, quotation.prefix, match.start))
            and (number < last or _is_before(document, quotation.suffix, match.end))
        )
        match = next(matches, None)
        if match is None:
            return
        place.append(match)
        start = match.end
    yield tuple(place)


def _interrupted(
    document: Document, quotation: Quotation, paragraph: int | None
) -> Iterator[Place]:
    """Places in two halves, of which the first stands in the paragraph."""
    for wording in quotation.as_it_stands:
        for interrupted in document.interruptions.matches(wording):
            _, first_end = document.range_of(interrupted.first)
            second_start, _ = document.range_of(interrupted.second)
            number = document.paragraphs[interrupted.first].number
            if paragraph in {None, number}:
                yield halves(interrupted, first_end, second_start)


def _stands_between(document: Document, quotation: Quotation, place: Place) -> bool:
    return _is_behind(document, quotation.prefix, place[0].start) and _is_before(
        document, quotation.suffix, place[-1].end
    )


def _is_behind(document: Document, prefix: str, at: int) -> bool:
    window = document.text.text[max(at - 2 * len(prefix) - 1, 0) : at]
    return not prefix or legible(window).rstrip(" ").endswith(legible(prefix))


def _is_before(document: Document, suffix: str, at: int) -> bool:
    window = document.text.text[at : at + 2 * len(suffix) + 1]
    return not suffix or legible(window).lstrip(" ").startswith(legible(suffix))


def _runs_over(document: Document, place: Place) -> bool:
    return document.index_at(place[0].start) != document.index_at(place[-1].end - 1)


def only_place(document: Document, locator: Locator) -> DocumentParagraph | None:
    """The paragraph in which a quotation begins, if it begins in no other as well."""
    places_by_index = {}
    for place in places(document, Quotation.of(locator)):
        places_by_index[document.index_at(place[0].start)] = place
        if len(places_by_index) > 1:
            return None
    return document.paragraphs[next(iter(places_by_index))] if places_by_index else None


def _verified(document: Document, locator: Locator, place: Place) -> QuotationSearch:
    index = document.index_at(place[0].start)
    return QuotationSearch(
        is_found=True,
        paragraph=document.paragraphs[index].number,
        page=document.page_of(index),
        place=place,
        agreement=_agreement(document, locator.quote or "", place),
        runs_over=_runs_over(document, place),
    )


def _agreement(document: Document, quote: str, place: Place) -> Agreement:
    if len(place) > 1:
        return Agreement.STITCHED
    first, last = document.index_at(place[0].start), document.index_at(place[0].end - 1)
    raw = " ".join(
        paragraph.raw.replace("\n", " ") for paragraph in document.paragraphs[first : last + 1]
    )
    if " ".join(quote.split()) in raw:
        return Agreement.EXACT
    return Agreement.HYPHENATION if place[0].hyphenated else Agreement.TYPOGRAPHY
