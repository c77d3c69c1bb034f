"""The beginning of a map: a folder, a document in it, and a claim file that names its source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.documents.folder import content_of_document
from argmap.documents.formats.table import pages_in
from argmap.documents.unreadable import UnreadableError
from argmap.editing.edits import NewFile, SetMapField
from argmap.errors import UsageError
from argmap.model.source import Source
from argmap.reading.discovery import shown
from argmap.reading.slugs import FreeIds, slug
from argmap.writer import write_outputs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.editing.edits import MapEdit
    from argmap.serving.map_files import MapFiles

_TEXTS = "texts"
"""The folder for the documents of a map that names none."""


def make_folder(place: Path) -> None:
    """Make the folder of a map that is to begin, unless it is there.

    Raises:
        UsageError: a file has its name, or it cannot be made.
    """
    if place.is_file():
        raise UsageError(f"{place.as_posix()} is a file; name a folder for the map")
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{place.as_posix()} cannot be made: {error.strerror}") from error


def take_up(files: MapFiles, documents: Iterable[Path]) -> None:
    """Make each document the source of a claim file of its own, unless a source names it already.

    A document that lies elsewhere is copied into the folder of documents of the map, but never into
    one that was named beside it.

    Raises:
        UsageError: the map has an error, a document is not there or cannot be read, or another one
            has its name.
        OutputError: a file could not be written.
    """
    documents = tuple(documents)
    if documents and files.broken:
        problem = files.broken[0]
        raise UsageError(
            f"a file has to be mended first: {problem.message} ({problem.place}); or leave out "
            "`--document`, and mend it while the map is served"
        )
    for document in documents:
        content = _content(document)
        named = files.documents_folder
        folder = named if named is not None else files.folder / _TEXTS
        is_own = files.documents is None
        name = _put(document, content, folder, is_own=is_own)
        sources = files.state.parsed.map.sources
        if not any(source.document == name for source in sources.values()):
            files.edited(_edits(files, name, is_named=named is not None), "argmap serve")


def _content(document: Path) -> bytes:
    """The bytes of a document that can be read."""
    try:
        content = content_of_document(document)
        pages_in(content, document.name)
    except OSError as error:
        raise UsageError(f"{document.as_posix()} cannot be read: {error.strerror}") from error
    except UnreadableError as error:
        problem = error.unreadable
        raise UsageError(
            f"{document.as_posix()} cannot be shown: {problem.reason}; {problem.cure}"
        ) from error
    return content


def _put(document: Path, content: bytes, folder: Path, *, is_own: bool) -> str:
    """The name of a document in the folder of documents, into which it is copied if need be."""
    inside, place = folder.resolve(), document.resolve()
    if place.is_relative_to(inside):
        return place.relative_to(inside).as_posix()
    if not is_own:
        raise UsageError(
            f"{document.as_posix()} lies outside the folder of documents, {folder.as_posix()}; put "
            "it there, or leave out --documents (and ARGMAP_DOCUMENTS), and the map keeps a copy"
        )
    copy = folder / document.name
    if copy.exists() and not (copy.is_file() and copy.read_bytes() == content):
        raise UsageError(
            f"{copy.as_posix()} is another file already; give {document.name} a new name"
        )
    write_outputs(folder, {document.name: content})
    return document.name


def _edits(files: MapFiles, name: str, *, is_named: bool) -> list[MapEdit]:
    """The edits that begin a claim file with a document as its source."""
    argument_map, stem = files.state.parsed.map, Path(name).stem
    taken = {*argument_map.sources, *(Path(file.name).stem for file in files.state.files)}
    id_ = FreeIds(taken).like(slug(stem)) or FreeIds(taken).like("document") or "document"
    title = _title(stem)
    edits: list[MapEdit] = [
        NewFile(shown(files.folder / f"{id_}.yaml"), Source(id_, title=title, document=name))
    ]
    if not is_named:
        edits.append(SetMapField("documents", _TEXTS))
    if not argument_map.title:
        edits.append(SetMapField("title", title))
    return edits


def _title(stem: str) -> str:
    """A title made of the name of a file.

    >>> _title("op-ed_on-buses"), _title("Report 2024")
    ('Op ed on buses', 'Report 2024')
    """
    words = " ".join(stem.replace("_", " ").replace("-", " ").split())
    return f"{words[:1].upper()}{words[1:]}" or stem
