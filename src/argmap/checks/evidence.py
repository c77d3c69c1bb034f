"""Checks of evidence: documents, locators, and the sources below conclusions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.analysis.rests_on.sources_below import sources_below
from argmap.diagnostics import Diagnostic
from argmap.graph.roles import Role, roles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from argmap.documents.document import Document
    from argmap.documents.verification import Evidence
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.source import Source


_SHA256 = re.compile("[0-9a-f]{64}")


def documents_themselves(argument_map: ArgumentMap, evidence: Evidence) -> Iterator[Diagnostic]:
    """Documents that are missing, unreadable or changed, and `begins` or `ends` that do not fit."""
    documents = evidence.documents
    for id_, source in argument_map.sources.items():
        document = documents.by_source.get(id_)
        if id_ in documents.unreadable:
            yield Diagnostic(
                source.at("document"),
                "AM507",
                f"the document {source.document} cannot be read: "
                f"{documents.unreadable[id_].reason}",
                documents.unreadable[id_].cure,
            )
        elif document is None and source.document is not None:
            yield _missing(source, documents.folder)
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


def _missing(source: Source, folder: Path | None) -> Diagnostic:
    if folder is None:
        return Diagnostic(
            source.at("document"),
            "AM505",
            f"the document {source.document} is not there, so no quotation of it is verified",
            "say where it lies: `--documents FOLDER`, or `documents: FOLDER` in the `map:` block",
        )
    return Diagnostic(
        source.at("document"),
        "AM511",
        f"the document {source.document} is not in the folder `{folder.resolve().name}`, so no "
        "quotation of it is verified",
        "put the file there, or write its name as it is spelled in that folder",
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
