"""The files and folders below a folder that may be maps, in the order of their paths."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from argmap.corpus.names import HERE, STORES
from argmap.errors import UsageError
from argmap.formats.table import FORMATS, SUFFIXES
from argmap.reading.discovery import shown
from argmap.reading.map_names import SUFFIXES as OF_CLAIM_FILES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_NO_TEXT = -2  # in place of the size of a file that cannot be named
_LINKED = -3  # in place of that of a folder that is a link


class Stamp(NamedTuple):
    """A file seen from the folder of the corpus, its size in bytes and when it was changed.

    `changed` is the date that the system keeps of the file itself, which no program can set, as it
    can set that of the content. Windows keeps the latter alone.
    """

    name: str
    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may hold a map, or several: a file, or the claim files of a folder."""

    place: str
    files: tuple[Stamp, ...]
    is_folder: bool = False

    @property
    def order(self) -> tuple[str, ...]:
        """The key by which candidates are sorted."""
        return order_of(self.place)


def order_of(place: str) -> tuple[str, ...]:
    """The key by which places are sorted: a folder stands before all that lies in it."""
    return () if place == HERE else tuple(place.split("/"))


def candidates_in(root: Path) -> Iterator[Candidate]:
    """The candidates in a folder and below it, sorted; hidden files and stores are passed over.

    A folder with claim files (or other YAML) is one candidate, and so is a folder that is a map as
    a whole; each other file whose name ends as those of some format is one by itself. A folder that
    is a symbolic link is not entered, and is a candidate that holds no map. Cost: one look at each
    file, none into it; memory for the names of one folder on each level.

    Raises:
        UsageError: there is no such folder, or it cannot be read.
    """
    if not root.is_dir():
        raise UsageError(f"there is no folder {shown(root)}; name the folder with all the maps")
    whole, inside = _opened(root, HERE)
    yield from whole
    agenda = [("", inside)]
    while agenda:
        above, entries = agenda[-1]
        entry = next(entries, None)
        if entry is None:
            agenda.pop()
        elif _is_folder(entry):
            place = above + entry.name
            if entry.is_symlink():
                yield Candidate(_as_text(place), (Stamp(_as_text(place), _LINKED, -1),))
            else:
                whole, inside = _opened(root, place)
                yield from whole
                agenda.append((f"{place}/", inside))
        elif entry.name.lower().endswith(SUFFIXES) and not _is_claim_file(entry):
            stamp = _stamp(above + entry.name, entry)
            yield Candidate(stamp.name, (stamp,))


def _opened(root: Path, place: str) -> tuple[list[Candidate], Iterator[os.DirEntry[str]]]:
    """The candidate that a folder is, if it is one, and its other entries in order."""
    folder = root if place == HERE else root / place
    try:
        with os.scandir(folder) as inside:
            entries = sorted(inside, key=lambda entry: _as_text(entry.name))
    except OSError as error:
        if isinstance(error, FileNotFoundError) and place != HERE:
            return [], iter(())  # removed since the folder above it was read
        if place != HERE:  # one folder must not stop all others
            return [Candidate(_as_text(place), (Stamp(_as_text(place), -1, -1),))], iter(())
        raise UsageError(f"{shown(folder)} cannot be read: {error.strerror}") from error
    entries = [each for each in entries if not each.name.startswith(".")]
    entries = [each for each in entries if not each.name.lower().endswith(STORES)]
    if _is_whole(folder, entries):
        names = sorted(
            path.relative_to(root).as_posix() for path in folder.rglob("*") if path.is_file()
        )
        return [Candidate(_as_text(place), tuple(stamps(root, names)), is_folder=True)], iter(())
    above = "" if place == HERE else f"{place}/"
    files = tuple(_stamp(above + each.name, each) for each in entries if _is_claim_file(each))
    return [Candidate(_as_text(place), files, is_folder=True)] if files else [], iter(entries)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself, say
        return False


def _is_claim_file(entry: os.DirEntry[str]) -> bool:
    """Whether the name is that of a claim file; one that is no ordinary file is told as such."""
    return entry.name.lower().endswith(OF_CLAIM_FILES) and not _is_folder(entry)


def _is_whole(folder: Path, entries: list[os.DirEntry[str]]) -> bool:
    """Whether the folder is a map as a whole, such as a vault of notes."""
    if not any(each.name.lower().endswith(".md") for each in entries):
        return (folder / ".obsidian").is_dir() and _fits(folder)
    return _fits(folder)


def _fits(folder: Path) -> bool:
    return any(each.is_folder and each.reads_folders().is_at(folder) for each in FORMATS.values())


def stamps(root: Path, names: Iterable[str]) -> Iterator[Stamp]:
    """The stamps of files; of one that is gone, a stamp that no file has."""
    for name in names:
        yield _stamp(name, root / name)


def _stamp(name: str, file: Path | os.DirEntry[str]) -> Stamp:
    if _as_text(name) != name:
        return Stamp(_as_text(name), _NO_TEXT, -1)
    try:
        status = file.stat()
    except OSError:
        return Stamp(_as_text(name), -1, -1)
    changed = status.st_mtime_ns if sys.platform == "win32" else status.st_ctime_ns
    return Stamp(_as_text(name), status.st_size, changed)


def is_text(stamp: Stamp) -> bool:
    """Whether the name of a file is text, and no other bytes."""
    return stamp.size != _NO_TEXT


def is_linked(stamp: Stamp) -> bool:
    """Whether it stands for a folder that is a symbolic link, which is not entered."""
    return stamp.size == _LINKED


def _as_text(name: str) -> str:
    """The name, with its number in hexadecimal for each byte that is no text.

    No file bears it then, so that such a file cannot be read, which the row of its map says.
    """
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
