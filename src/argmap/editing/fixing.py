"""`check --fix`: paragraph numbers and hashes filled into the text of claim files."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import NOWHERE, Location
from argmap.documents.quotation import only_place
from argmap.editing.lines import Splice, TextLines, spliced
from argmap.model.setting_apart import with_drafts
from argmap.reading.containers import PlacedMapping, PlacedSequence
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.reach import ALONE
from argmap.reading.reader import read_files
from argmap.reading.yaml_tree import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.documents.document import Document
    from argmap.documents.folder import Documents
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.model.source import Locator
    from argmap.reading.containers import Place

_PLAIN = re.compile(r"[0-9A-Za-z]{1,9}")
_LOCATOR_KEYS = frozenset({"paragraph", "page", "section", "time", "quote", "prefix", "suffix"})


@dataclass(frozen=True, slots=True)
class Fixed:
    """The new text of a claim file, and the number of values filled in."""

    name: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class _Splice:
    place: Place
    length: int
    text: str


def fixed(
    argument_map: ArgumentMap, files: tuple[ClaimFile, ...], documents: Documents
) -> tuple[Fixed, ...]:
    """The new texts of the files in which a paragraph or hash can be filled in.

    A paragraph is written only where its quotation is in exactly one; a hash only where none is
    given. Comments and layout stay, for the text is spliced and not written anew. Every new text is
    read back, and a splice that would change anything but paragraphs and hashes is left out.
    """
    by_place = {
        locator.location: (locator, documents.by_source[cited.source])
        for cited in _cited(argument_map)
        if cited.source is not None and cited.source in documents.by_source
        for locator in cited.locators
        if locator.quote is not None
    }
    files_changed = []
    for file in files:
        splices = list(_splices(file, by_place, documents))
        if splices and not _same_meaning(file, _spliced(file.text, splices)):
            splices = _harmless(file, splices)
        if splices:
            files_changed.append(Fixed(file.name, _spliced(file.text, splices), len(splices)))
    return tuple(files_changed)


def _harmless(file: ClaimFile, splices: list[_Splice]) -> list[_Splice]:
    """The splices that leave the meaning of the file alone, tried one after the other."""
    kept: list[_Splice] = []
    for splice in splices:
        if _same_meaning(file, _spliced(file.text, [*kept, splice])):
            kept.append(splice)
    return kept


def _cited(argument_map: ArgumentMap) -> tuple[Claim | Relation, ...]:
    whole = with_drafts(argument_map)
    return (*whole.claims.values(), *whole.relations.values())


def _splices(
    file: ClaimFile, by_place: dict[Location, tuple[Locator, Document]], documents: Documents
) -> Iterator[_Splice]:
    root = parse(file.text, file.name).root
    newline = "\r\n" if "\r\n" in file.text else "\n"
    for mapping in _mappings(root):
        line, column = mapping.values_at.get("quote", (-1, -1))
        known = by_place.get(Location(file.name, line + 1, column + 1))
        if known is not None:
            yield from _paragraph(mapping, *known, newline)
    if isinstance(root, PlacedMapping):
        for id_, source in _sources(root):
            document = documents.by_source.get(id_)
            if document is not None and "sha256" not in source and "document" in source:
                yield _before("document", source, f"sha256: {document.sha256}", newline)


def _paragraph(
    mapping: PlacedMapping, locator: Locator, document: Document, newline: str
) -> Iterator[_Splice]:
    entry = _missing_place(locator, document)
    if entry is None:
        return
    key, value = entry
    holder = mapping
    if not mapping.keys() <= _LOCATOR_KEYS:
        at = mapping.get("at")
        inner = at[0] if isinstance(at, PlacedSequence) and len(at) == 1 else at
        if at is None or not isinstance(inner, PlacedMapping) or "quote" in inner:
            if at is None:
                yield _before("quote", mapping, f"at: {{{key}: {value}}}", newline)
            return
        holder = inner
    if not holder:
        return
    if key in holder:
        yield _Splice(holder.values_at[key], len(str(holder[key])), value)
    else:
        yield _before(next(iter(holder)), holder, f"{key}: {value}", newline)


def _missing_place(locator: Locator, document: Document) -> tuple[str, str] | None:
    """The key and the value that say where the only place of a quotation is.

    In a document with pages that is the page, if none is given: a page that is given may be counted
    otherwise, as in print. Else it is the paragraph, also in the place of a wrong one.
    """
    place = only_place(document, locator)
    if place is None or document.misfits:
        return None
    if document.pages:
        name = document.pages[place.page]
        is_plain = _PLAIN.fullmatch(name) is not None
        return ("page", name) if locator.page is None and is_plain else None
    if place.number is None or place.number == locator.paragraph:
        return None
    return "paragraph", str(place.number)


def _before(key: str, mapping: PlacedMapping, entry: str, newline: str) -> _Splice:
    """A splice that puts an entry before a key of the mapping, in its style: block or braces."""
    line, column = mapping.keys_at[key]
    end = ", " if mapping.is_flow else newline + " " * column
    return _Splice((line, column), 0, entry + end)


def _mappings(root: object) -> Iterator[PlacedMapping]:
    waiting = [root]
    for node in waiting:  # grows on the way
        if isinstance(node, PlacedMapping):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, PlacedSequence):
            waiting.extend(node)


def _sources(root: PlacedMapping) -> Iterator[tuple[str, PlacedMapping]]:
    source = root.get("source")
    if isinstance(source, PlacedMapping):
        yield str(source.get("id")), source
    sources = root.get("sources")
    if isinstance(sources, PlacedMapping):
        yield from (
            (id_, source) for id_, source in sources.items() if isinstance(source, PlacedMapping)
        )


def _spliced(text: str, splices: list[_Splice]) -> str:
    starts = TextLines(text).starts
    placed = (
        (starts[line] + column, splice) for splice in splices for line, column in [splice.place]
    )
    by_index = (Splice(at, at + splice.length, splice.text) for at, splice in placed)
    return spliced(text, 0, len(text), by_index)


def _same_meaning(file: ClaimFile, text: str) -> bool:
    """Whether the file with this text has the same map and the same codes of diagnostics."""
    before = read_files(ClaimFiles((file,), ()), file.name, reach=ALONE)
    after = read_files(ClaimFiles((replace(file, text=text),), ()), file.name, reach=ALONE)
    codes = [[diagnostic.code for diagnostic in reading.diagnostics] for reading in (before, after)]
    return codes[0] == codes[1] and _meaning(before.map) == _meaning(after.map)


def _meaning(argument_map: ArgumentMap) -> list[Any]:
    """The parts of a map that a fix may not change: all but places, paragraphs, pages, hashes."""
    parts: list[Any] = [
        replace(
            cited,
            location=NOWHERE,
            locators=tuple(
                replace(locator, location=NOWHERE, paragraph=None, page=None)
                for locator in cited.locators
            ),
        )
        for cited in _cited(argument_map)
    ]
    parts += [
        replace(source, location=NOWHERE, sha256=None) for source in argument_map.sources.values()
    ]
    return [
        *parts,
        {*argument_map.drafts},
        argument_map.classes,
        argument_map.steps,
        argument_map.stances.keys(),
    ]
