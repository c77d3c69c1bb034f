"""Checks of evidence: quotations, documents, locators, and the sources below conclusions."""

from __future__ import annotations

import re
from difflib import ndiff
from typing import TYPE_CHECKING

from argmap.analysis.rests_on.sources_below import sources_below
from argmap.diagnostics import Diagnostic
from argmap.documents.folding import folded
from argmap.documents.quotation import seek
from argmap.graph.roles import Role, roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.documents.document import Document
    from argmap.documents.folder import Documents
    from argmap.documents.quotation import QuotationSearch
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.model.source import Locator, Source


_SHA256 = re.compile("[0-9a-f]{64}")


def quotations(argument_map: ArgumentMap, documents: Documents) -> Iterator[Diagnostic]:
    """Quotations that are not in the document, or in another paragraph of it than stated."""
    cited: tuple[Claim | Relation, ...] = (
        *argument_map.claims.values(),
        *argument_map.relations.values(),
    )
    for citing in cited:
        document = documents.by_source.get(citing.source or "")
        if document is None:
            continue
        claim = argument_map.claim_bearing(citing.id)
        for locator in citing.locators:
            if locator.quote is not None:
                yield from _quotation(locator, document, claim)


def _quotation(locator: Locator, document: Document, claim: str | None) -> Iterator[Diagnostic]:
    sought = seek(document, locator)
    if not sought.is_found:
        yield Diagnostic(
            locator.location,
            "AM501",
            f"the quotation is not in {document.name}",
            _nearest(locator, sought),
            claim,
        )
    elif document.misfits:  # paragraph numbers mean nothing then: AM506 reports it at the source
        return
    elif locator.paragraph is not None and sought.paragraph != locator.paragraph:
        where = (
            f"in paragraph {sought.paragraph}" if sought.paragraph else "outside the numbered ones"
        )
        yield Diagnostic(
            locator.location,
            "AM502",
            f"the quotation is not in paragraph {locator.paragraph}, but {where}",
            f"write `paragraph: {sought.paragraph}`" if sought.paragraph else "delete `paragraph`",
            claim,
        )


def _nearest(locator: Locator, sought: QuotationSearch) -> str:
    """The hint for a quotation that is missing: the nearest words, and how they differ."""
    if (locator.prefix or locator.suffix) and sought.nearest == folded(locator.quote or ""):
        return "the words are there, but not between this `prefix` and `suffix`"
    if not sought.nearest:
        return "copy a few words from the document as they stand there"
    written, present = folded(locator.quote or "").split(), sought.nearest.split()
    changes = [line for line in ndiff(written, present) if line[0] in "+-"]
    where = f"paragraph {sought.paragraph}" if sought.paragraph else "outside the paragraphs"
    return f"nearest: “{sought.nearest}” ({where}; {', '.join(changes)})"


def documents_themselves(argument_map: ArgumentMap, documents: Documents) -> Iterator[Diagnostic]:
    """Documents that are missing, unreadable or changed, and `begins` or `ends` that do not fit."""
    for id_, source in argument_map.sources.items():
        if id_ in documents.unreadable:
            yield Diagnostic(
                source.at("document"),
                "AM507",
                f"the document {source.document} cannot be read: {documents.unreadable[id_]}",
                "save it as plain text in UTF-8",
            )
        document = documents.by_source.get(id_)
        if document is None and source.document is not None and id_ not in documents.unreadable:
            yield Diagnostic(
                source.at("document"),
                "AM505",
                f"the document {source.document} is not there, so no quotation of it is verified",
                "say where it lies: `--documents FOLDER`",
            )
        if source.sha256 is not None:
            yield from _hash(source, source.sha256.casefold(), document)
        for key in document.misfits if document is not None else ():
            yield Diagnostic(
                source.at(key),
                "AM506",
                f"`{key}` fits no paragraph of {source.document}, or more than one"
                + (", or one above `begins`" if key == "ends" and source.begins else ""),
                "write a few more words, verbatim, from the paragraph's "
                + ("beginning" if key == "begins" else "end"),
            )


def _hash(source: Source, given: str, document: Document | None) -> Iterator[Diagnostic]:
    if _SHA256.fullmatch(given) is None:
        yield Diagnostic(
            source.at("sha256"),
            "AM503",
            "this `sha256` is not made of 64 digits and letters a to f, so "
            f"{source.document or source.id} cannot be compared with it",
            "delete the line and run `argmap check --fix --documents FOLDER`, which writes it",
        )
    elif document is not None and given != document.sha256:
        yield Diagnostic(
            source.at("sha256"),
            "AM503",
            f"the document {source.document} has changed since its `sha256` was written",
            "look whether the claims still fit, then delete `sha256` and run `argmap check --fix`",
        )


def missing_locators(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Claims of a source without a pinpoint or quotation, where the source itself has them."""
    for claim in argument_map.claims.values():
        is_own = claim.mode.is_mappers
        if claim.source is not None and not claim.locators and not is_own:
            yield Diagnostic(
                claim.location,
                "AM504",
                f"`{claim.id}` does not say where in `{claim.source}` it stands",
                "add `quote: a few verbatim words`, or `at: {page: 12}`",
                claim.id,
            )


def sources_of_conclusions(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Conclusions whose premises all come from one source, or from none."""
    resting = sources_below(argument_map)
    for id_, claim_roles in roles(argument_map).items():
        if Role.CONCLUSION not in claim_roles:
            continue
        sources = resting[id_]
        claim = argument_map.claims[id_]
        if not sources:
            yield Diagnostic(
                claim.location,
                "AM455",
                f"the conclusion `{id_}` rests on no source",
                "give the claims that it rests on a `source`",
                id_,
            )
        elif len(sources) == 1:
            yield Diagnostic(
                claim.location,
                "AM454",
                f"the conclusion `{id_}` rests on one source, `{min(sources)}`",
                "look for a second source, or say in `note` why one is enough",
                id_,
            )
