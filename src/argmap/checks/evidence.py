"""Checks of evidence: documents, locators, and the sources below conclusions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.analysis.rests_on.sources_below import sources_below
from argmap.diagnostics import Diagnostic
from argmap.documents.paragraphs import closes_with, opens_with
from argmap.graph.roles import Role
from argmap.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.documents.document import Document
    from argmap.documents.folder import Documents
    from argmap.documents.verification import Evidence
    from argmap.graph.groundwork import Groundwork
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
            yield _missing(source, documents)
        if source.sha256 is not None:
            yield from _hash(source, source.sha256.casefold(), document)
        if document is not None:
            yield from (_misfit(source, key, document) for key in document.misfits)


def _misfit(source: Source, key: str, document: Document) -> Diagnostic:
    """A bound that fits no paragraph, or several, or one on the wrong side of the other bound."""
    fits, written = (opens_with, source.begins) if key == "begins" else (closes_with, source.ends)
    does, end = ("opens", "beginning") if key == "begins" else ("closes", "end")
    words = written or ""
    count = sum(fits(paragraph, words) for paragraph in document.paragraphs)
    name = source.document or source.id
    if count == 1:
        message = f"the paragraph of {name} that `ends` closes stands above that of `begins`"
        hint = "write the beginning of an earlier paragraph, or the end of a later one"
    elif count:
        message = f"{count} paragraphs of {name} {does[:-1]} with these words"
        hint = f"write a few more words, verbatim, from the paragraph's {end}"
    else:
        message = f"no paragraph of {name} {does} with these words"
        hint = f"write a few words, verbatim, from the paragraph's {end}"
        if (passage := document.passages.nearest(words)) is not None:
            number = document.paragraphs[passage.index].number
            where = f" (paragraph {number})" if number is not None else ""
            hint += f"; nearest: “{passage.words}”{where}"
    return Diagnostic(source.at(key), "AM506", f"`{key}`: {message}", hint)


def _missing(source: Source, documents: Documents) -> Diagnostic:
    folder = documents.folder
    if folder is None:
        return Diagnostic(
            source.at("document"),
            "AM505",
            f"the document {source.document} is not there, so no quotation of it is verified",
            "say where it lies: `--documents FOLDER`, or `documents: FOLDER` in the `map:` block",
        )
    if documents.beside is not None:
        name = folder.resolve().name
        near = did_you_mean(name, documents.beside)
        return Diagnostic(
            source.at("document"),
            "AM511",
            f"there is no folder `{name}`, so no quotation of {source.document} is verified",
            f"{near} Its name stands in `documents:` of the "
            "`map:` block, seen from the claim files, or behind `--documents`"
            if near
            else "write a folder that is there, in `documents:` of the `map:` block, seen from the "
            "claim files, or behind `--documents`",
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


def sources_of_conclusions(groundwork: Groundwork) -> Iterator[Diagnostic]:
    """Conclusions whose premises all come from one source, or from none."""
    argument_map = groundwork.map
    resting = sources_below(argument_map)
    for id_, claim_roles in groundwork.roles.items():
        if Role.CONCLUSION not in claim_roles or id_ in argument_map.used:
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
                "look for a second source; where one is enough, "
                "`ignore: [{code: AM454, because: ...}]` in the claim says why",
                id_,
            )
