"""Checks of quotations: are they in the document, at the stated place, and true to its sense?"""

from __future__ import annotations

from difflib import ndiff
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.documents.cuts import Cut, Side, cuts
from argmap.documents.folding import folded
from argmap.documents.quotation import Agreement, is_on_page
from argmap.documents.wording import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.documents.document import Document
    from argmap.documents.quotation import QuotationSearch
    from argmap.documents.verification import Evidence
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.source import Locator


def quotations(argument_map: ArgumentMap, evidence: Evidence) -> Iterator[Diagnostic]:
    """Quotations that are not in the document, or elsewhere than stated, and doubtful ones.

    Whether those of drafts are well chosen is nobody's question yet: they have to be there.
    """
    drafts = {*argument_map.drafts.claims, *argument_map.drafts.relations}
    for sought in (*evidence.quotations, *evidence.drafted):
        if sought.document is None or sought.search is None:
            continue
        claim = argument_map.claim_bearing(sought.citing)
        if sought.search.is_found and sought.citing not in drafts:
            yield from _present(sought.locator, sought.document, sought.search, claim)
        elif sought.search.is_found:
            yield from _place(sought.locator, sought.document, sought.search, claim)
        else:
            yield Diagnostic(
                sought.locator.location,
                "AM501",
                f"the quotation is not in {sought.document.name}",
                _nearest(sought.locator, sought.search),
                claim,
            )


def _present(
    locator: Locator, document: Document, search: QuotationSearch, claim: str | None
) -> Iterator[Diagnostic]:
    """The problems of a quotation that is in the document."""
    yield from _place(locator, document, search, claim)
    if not Quotation.of(locator).is_telling:
        yield Diagnostic(
            locator.location,
            "AM508",
            "the quotation is so short that it would be found in almost any text",
            "quote at least three words, or eight letters",
            claim,
        )
    for cut in cuts(document, search.place):
        yield Diagnostic(
            locator.location,
            "AM509",
            _of_cut(cut),
            "quote these words too; where they may be left out, "
            "`ignore: [{code: AM509, because: ...}]` in the claim says why",
            claim,
        )
    note = _of_agreement(search)
    if note:
        yield Diagnostic(
            locator.location,
            "AM510",
            note,
            "look it up once, to see that the document means the same",
            claim,
        )


def _place(
    locator: Locator, document: Document, search: QuotationSearch, claim: str | None
) -> Iterator[Diagnostic]:
    """The problem of a quotation that is elsewhere than stated."""
    if document.pages:
        if locator.page is not None and not is_on_page(document, search.place, locator.page):
            yield Diagnostic(
                locator.location,
                "AM502",
                f"the quotation is not on page {locator.page}, but on page {search.page}",
                f"write `page: {search.page}`",
                claim,
            )
    elif not document.misfits:  # without them numbers mean nothing: AM506 reports it at the source
        yield from _paragraph(locator, search, claim)


def _paragraph(
    locator: Locator, search: QuotationSearch, claim: str | None
) -> Iterator[Diagnostic]:
    if locator.paragraph is not None and search.paragraph != locator.paragraph:
        where = (
            f"in paragraph {search.paragraph}" if search.paragraph else "outside the numbered ones"
        )
        yield Diagnostic(
            locator.location,
            "AM502",
            f"the quotation is not in paragraph {locator.paragraph}, but {where}",
            f"write `paragraph: {search.paragraph}`" if search.paragraph else "delete `paragraph`",
            claim,
        )


def _of_cut(cut: Cut) -> str:
    if cut.side is Side.BEFORE:
        return f"the quotation begins in the middle of a sentence that opens with “{cut.words}”"
    if cut.side is Side.AFTER:
        return f"the quotation stops before the end of the sentence, which goes on “{cut.words}”"
    return f"the quotation leaves out “{cut.words}”"


def _of_agreement(search: QuotationSearch) -> str:
    """The difference between quotation and document, where more differs than the typography."""
    where = f"page {search.page}" if search.page else f"paragraph {search.paragraph}"
    if search.agreement is Agreement.STITCHED and search.runs_over:
        return f"the quotation begins on {where} and goes on after other words, as at a page's end"
    if search.agreement is Agreement.STITCHED:
        return f"the quotation is stitched together from {len(search.place)} pieces of {where}"
    if search.runs_over:
        return f"the quotation runs over the end of {where}"
    if search.agreement is Agreement.HYPHENATION:
        return "the quotation fits a word of the document that is hyphenated at the end of a line"
    return ""


def _nearest(locator: Locator, sought: QuotationSearch) -> str:
    """The hint for a quotation that is missing: the nearest words, and how they differ."""
    if (locator.prefix or locator.suffix) and sought.nearest == folded(locator.quote or ""):
        return "the words are there, but not between this `prefix` and `suffix`"
    if not sought.nearest:
        return "copy a few words from the document as they stand there"
    written, present = folded(locator.quote or "").split(), sought.nearest.split()
    gaps = {"- ...", "- [...]"}  # the words left out are told by the others
    changes = [line for line in ndiff(written, present) if line[0] in "+-" and line not in gaps]
    where = f"paragraph {sought.paragraph}" if sought.paragraph else "outside the paragraphs"
    if sought.page is not None:
        where = f"page {sought.page}"
    return f"nearest: “{sought.nearest}” ({where}; {', '.join(changes)})"
