"""The map that a file of drafts falls into: its ids, and how it names the document."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.documents.folder import read_documents
from argmap.errors import UsageError
from argmap.model.argument_map import ArgumentMap
from argmap.model.setting_apart import with_drafts
from argmap.model.source import Source
from argmap.reading.discovery import ClaimFiles, find, identity
from argmap.reading.map_names import exists
from argmap.reading.reader import read_files

if TYPE_CHECKING:
    from argmap.documents.document import Document

_EMPTY = ArgumentMap({})


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The map around a file of drafts, and the words by which the file names its document.

    `document` is the path in the folder of documents, `name` the name without its end. `folder` is
    that folder, where the file has to name it for its map; `source` the source of the map that has
    the document already.
    """

    map: ArgumentMap
    path: Path
    document: str
    folder: str | None = None
    source: Source | None = None

    @property
    def name(self) -> str:
        """The name of the document, without its end."""
        return self.path.stem


def neighbourhood_of(document: Path, place: Path | None, new: Path | None = None) -> Neighbourhood:
    """The map at a place, as a file of drafts from a document will be part of it.

    `new` is the file to be written, which is no part of that map yet; without a place there is no
    map.

    Raises:
        UsageError: there is no such document.
    """
    if not exists(document) or not document.is_file():
        what = "is a folder; name a document" if exists(document) else "is not there"
        raise UsageError(f"{document.as_posix()} {what}")
    argument_map = _map_at(place, new) if place is not None else _EMPTY
    home = place.parent if place is not None and place.is_file() else place
    named = argument_map.documents
    base = (home or Path()) / named if named is not None else document.parent
    inside = _inside(document, base)
    source = next((each for each in argument_map.sources.values() if each.document == inside), None)
    is_first = not any(each.document for each in argument_map.sources.values())
    folder = None
    if home is not None and named is None and is_first:
        folder = Path(os.path.relpath(document.parent.resolve(), home.resolve())).as_posix()
    return Neighbourhood(argument_map, document, inside, folder, source)


def document_of(around: Neighbourhood) -> Document:
    """The document, its paragraphs numbered as the map's source of it has them.

    Raises:
        UsageError: it cannot be read, or has no text; the message says what to do.
    """
    path = around.path
    bounds = around.source or Source("document")
    source = Source("document", document=path.name, begins=bounds.begins, ends=bounds.ends)
    documents = read_documents([source], path.parent)
    if (unreadable := documents.unreadable.get("document")) is not None:
        raise UsageError(
            f"{path.as_posix()} cannot be read: {unreadable.reason}; {unreadable.cure}"
        )
    document = documents.by_source["document"]
    if not document.paragraphs:
        raise UsageError(f"{path.as_posix()} has no text")
    return document


def _map_at(place: Path, new: Path | None) -> ArgumentMap:
    """The whole map at a place, drafts with it; an empty one where nothing is yet."""
    if not exists(place):
        return _EMPTY
    files = find(place).files
    others = tuple(each for each in files if new is None or identity(each.name) != identity(new))
    return with_drafts(read_files(ClaimFiles(others, ()), str(place)).map)


def _inside(document: Path, folder: Path) -> str:
    """The path of a document seen from a folder that it lies in, else its name."""
    try:
        return document.resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return document.name
