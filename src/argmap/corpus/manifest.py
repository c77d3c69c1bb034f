"""The manifest: what of each place is in which part, line by line; it alone commits a build."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.corpus.candidates import Stamp
from argmap.corpus.engine import of_the_system
from argmap.corpus.tables import VERSION
from argmap.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

NAME = "manifest.jsonl"
OF_PART = ".jsonl"
"""The end of the name of the file beside a part that says what is in it."""


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place that was read: its files, those they name, the hashes of contents and of rows.

    `part` is the name of the part with its rows; None where it holds no map. A place that is not
    `is_sound` is read again in every build, as what it lacks may have come since.
    """

    place: str
    files: tuple[Stamp, ...]
    further: tuple[Stamp, ...]
    content: str
    result: str
    part: str | None
    is_sound: bool
    maps: int

    @property
    def line(self) -> str:
        """The entry as a line of JSON."""
        values = {name: getattr(self, name) for name in self.__slots__}
        return json.dumps(values, sort_keys=True) + "\n"


def entry_of(line: str) -> PlaceEntry:
    """The entry in a line of JSON."""
    tree: dict[str, Any] = json.loads(line)
    for name in ("files", "further"):
        tree[name] = tuple(Stamp(*stamp) for stamp in tree[name])
    return PlaceEntry(**tree)


@dataclass(frozen=True, slots=True)
class Head:
    """The first line of a manifest: versions, the hash of all results, and whether near is same.

    `folder` is the folder of the maps, seen by whoever built; a password in it is left out.
    """

    result: str
    merges: bool = False
    folder: str = ""
    tables: int = VERSION
    argmap: str = __version__

    @property
    def is_current(self) -> bool:
        """Whether parts of it can be taken over by this argmap."""
        return self.tables == VERSION and self.argmap == __version__


def head_in(folder: Path) -> Head | None:
    """The head of the manifest in a folder; None if there is none, or it is no manifest."""
    try:
        with (folder / NAME).open(encoding="utf-8") as file:
            return Head(**json.loads(file.readline())["corpus"])
    except (OSError, ValueError, TypeError, KeyError):
        return None


def has_damaged_head(folder: Path) -> bool:
    """Whether the manifest in a folder is there, and its first line is cut short or of no use."""
    try:
        with (folder / NAME).open(encoding="utf-8") as file:
            json.loads(file.readline())
    except OSError:
        return False
    except ValueError:
        return True
    return False


def entries_in(path: Path, damaged: set[Path] | None = None) -> Iterator[PlaceEntry]:
    """The entries of a manifest, or of the file beside a part, line by line.

    A line that cannot be read is passed over, and the path of the file put into `damaged`.
    """
    with path.open(encoding="utf-8", errors="replace") as file:
        for line in file:
            if line.startswith('{"corpus"'):
                continue
            try:
                entry = entry_of(line)
            except (ValueError, TypeError, KeyError):
                if damaged is not None:
                    damaged.add(path)
            else:
                yield entry


def write_whole(path: Path, lines: Iterable[str]) -> None:
    """Write a file of lines: whole, on the disk, and then under its name.

    Raises:
        OutputError: it could not be written; what was there before is unchanged.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with temporary.open("w", encoding="utf-8") as file:
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise of_the_system(error, str(path)) from error
    finally:
        temporary.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk, where the system can do that."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folder
        return
    try:
        os.fsync(handle)
    except OSError:  # nor do some file systems
        pass
    finally:
        os.close(handle)
