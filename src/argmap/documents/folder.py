"""The documents of the sources in the reader's own folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.documents.document import document_with_pages
from argmap.documents.formats.table import pages_in
from argmap.documents.unreadable import Unreadable, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.documents.document import Document
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.source import Source

SIZE_LIMIT = 50_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents that could be read, by source, and the reason for each that could not.

    `folder` is the folder in which they were looked for, None if nobody named one. Where there is
    no such folder, `beside` has the names of the folders in its place.
    """

    by_source: Mapping[str, Document]
    unreadable: Mapping[str, Unreadable]
    folder: Path | None = None
    beside: tuple[str, ...] | None = None


def read_documents(sources: Iterable[Source], folder: Path | None) -> Documents:
    """The documents of these sources in a folder; missing files are skipped.

    Those of a library are looked for in the folder that the library names, if it names one.
    """
    by_source: dict[str, Document] = {}
    unreadable: dict[str, Unreadable] = {}
    for source in sources:
        if folder is None or source.document is None:
            continue
        path = (folder if source.folder is None else Path(source.folder)) / source.document
        try:
            if path.is_file():
                content = _content(path)
                pages = pages_in(content, source.document)
                by_source[source.id] = document_with_pages(content, pages, source)
        except UnreadableError as error:
            unreadable[source.id] = error.unreadable
        except OSError as error:
            reason = error.strerror or "it cannot be opened"
            unreadable[source.id] = Unreadable(reason, "check that it may be read")
    return Documents(by_source, unreadable, folder, _beside(folder))


def folder_of(argument_map: ArgumentMap, home: Path, given: Path | None) -> Path | None:
    """The folder of documents that is given, else that which the map names.

    The map names it as seen from `home`, the folder of its claim files.
    """
    if given is not None or argument_map.documents is None:
        return given
    return home / argument_map.documents


def _beside(folder: Path | None) -> tuple[str, ...] | None:
    """The names of the folders beside a folder that is not there; None if it is there."""
    if folder is None or folder.is_dir():
        return None
    try:
        return tuple(sorted(path.name for path in folder.parent.iterdir() if path.is_dir()))
    except OSError:
        return ()


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        content = file.read(SIZE_LIMIT + 1)
    if len(content) > SIZE_LIMIT:
        raise UnreadableError(f"it is larger than {SIZE_LIMIT // 1_000_000} MB")
    return content
