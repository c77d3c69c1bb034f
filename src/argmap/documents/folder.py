"""The documents of the sources in the reader's own folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from argmap.documents.document import document_with_pages
from argmap.documents.formats.table import pages_in
from argmap.documents.unreadable import Unreadable, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.documents.document import Document
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.source import Source

SIZE_LIMIT = 50_000_000  # bytes


_Wanted: TypeAlias = "tuple[Path, str | None, str | None]"
"""A document that is wanted: its path, and the bounds of the paragraphs that count."""


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
    Sources that share a document, as the cards of a debate file do, share what is read of it.
    """
    return DocumentShelf().documents(sources, folder)


class DocumentShelf:
    """A shelf of documents: each is read once, and again when its file has changed."""

    def __init__(self) -> None:
        self._read: dict[_Wanted, tuple[object, Document | Unreadable | None]] = {}

    def documents(self, sources: Iterable[Source], folder: Path | None) -> Documents:
        """The documents of these sources in a folder, as `read_documents` gives them."""
        by_source: dict[str, Document] = {}
        unreadable: dict[str, Unreadable] = {}
        seen: dict[_Wanted, Document | Unreadable | None] = {}
        for source in sources:
            if folder is None or source.document is None:
                continue
            path = (folder if source.folder is None else Path(source.folder)) / source.document
            wanted = (path, source.begins, source.ends)
            if wanted not in seen:
                seen[wanted] = self._taken(wanted, source)
            result = seen[wanted]
            if isinstance(result, Unreadable):
                unreadable[source.id] = result
            elif result is not None:
                by_source[source.id] = result
        return Documents(by_source, unreadable, folder, _beside(folder))

    def _taken(self, wanted: _Wanted, source: Source) -> Document | Unreadable | None:
        """The document from the shelf, if its file is still the same, else from the file."""
        mark = _mark(wanted[0])
        kept = self._read.get(wanted)
        if mark is None or kept is None or kept[0] != mark:
            kept = self._read[wanted] = (mark, _read(wanted[0], source))
        return kept[1]


def _mark(path: Path) -> tuple[int, ...] | None:
    """A mark that differs as soon as the file at a path is another one; None if there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return (state.st_mtime_ns, state.st_size, state.st_ino)


def folder_of(argument_map: ArgumentMap, home: Path, given: Path | None) -> Path | None:
    """The folder of documents that is given, else that which the map names.

    The map names it as seen from `home`, the folder of its claim files.
    """
    if given is not None or argument_map.documents is None:
        return given
    return home / argument_map.documents


def _read(path: Path, source: Source) -> Document | Unreadable | None:
    """The document at a path, or why it cannot be read; None if it is not there."""
    try:
        if not path.is_file():
            return None
        content = content_of_document(path)
        return document_with_pages(content, pages_in(content, path.name), source)
    except UnreadableError as error:
        return error.unreadable
    except OSError as error:
        return Unreadable(error.strerror or "it cannot be opened", "check that it may be read")


def _beside(folder: Path | None) -> tuple[str, ...] | None:
    """The names of the folders beside a folder that is not there; None if it is there."""
    if folder is None or folder.is_dir():
        return None
    try:
        return tuple(sorted(path.name for path in folder.parent.iterdir() if path.is_dir()))
    except OSError:
        return ()


def content_of_document(path: Path) -> bytes:
    """The bytes of a document.

    Raises:
        UnreadableError: it is too large.
        OSError: it cannot be opened.
    """
    with path.open("rb") as file:
        content = file.read(SIZE_LIMIT + 1)
    if len(content) > SIZE_LIMIT:
        raise UnreadableError(f"it is larger than {SIZE_LIMIT // 1_000_000} MB")
    return content
