"""The texts that are open in the editor, and the files to which they belong."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pygls.uris import from_fs_path, to_fs_path

from argmap.errors import UsageError
from argmap.reading.discovery import (
    SIZE_LIMIT,
    ClaimFile,
    ClaimFiles,
    find,
    identity,
    shown,
)
from argmap.reading.map_names import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

_OF_NO_FILES = frozenset({"AM113"})
"""The code that a folder holds no claim file: one that is being written is not there yet."""


@dataclass(frozen=True, slots=True)
class Buffer:
    """A text that is open in the editor, under the name that the editor gave its file."""

    uri: str
    path: Path
    text: str
    version: int | None = None

    @property
    def file(self) -> ClaimFile:
        """The text as that of a claim file."""
        return ClaimFile(shown(self.path), self.text)


def path_of(uri: str) -> Path | None:
    """The path that a URI names; None where it names no file.

    A text that was never saved has the path under which it is to be saved, if the editor knows one.
    Else it has its URI for a path, which is that of no file.

    >>> path_of("git:/town/a.yaml") is None
    True
    >>> path_of("untitled:Untitled-1").name
    'untitled:Untitled-1'
    """
    scheme, _, rest = uri.partition(":")
    if scheme == "untitled" and not rest.startswith("/"):
        return Path(uri)
    path = to_fs_path(f"file:{rest}") if scheme in {"file", "untitled"} else None
    return Path(path) if path else None


def is_unnamed(path: Path) -> bool:
    """Whether a path stands for a text that was never saved, and has no name yet."""
    return path.name.startswith("untitled:")


def is_claim_file(path: Path) -> bool:
    """Whether a file has the name of a claim file; hidden files are none."""
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(".")


def well_formed(text: str) -> str:
    """The text with a sign for each half of a character, which no file can hold.

    >>> well_formed("a" + chr(0xD83D))
    'a\ufffd'
    """
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class Buffers:
    """All texts that are open in the editor."""

    def __init__(self) -> None:
        self._by_file: dict[str, Buffer] = {}

    def __iter__(self) -> Iterator[Buffer]:
        return iter([*self._by_file.values()])

    def keep(self, uri: str, text: str, version: int | None) -> Buffer | None:
        """Keep the text of a file; None where the URI names no file."""
        path = path_of(uri)
        if path is None:
            return None
        text = well_formed(text).removeprefix("\ufeff")
        self._by_file[identity(path)] = buffer = Buffer(uri, path, text, version)
        return buffer

    def drop(self, uri: str) -> None:
        """Forget a text whose file was closed."""
        if (path := path_of(uri)) is not None:
            self._by_file.pop(identity(path), None)

    def of(self, name: str | Path) -> Buffer | None:
        """The text of a file, whatever name it goes by; None if it is not open."""
        return self._by_file.get(identity(name))

    def uri_of(self, name: str) -> str:
        """The URI of a file: the one that the editor uses, if it is open."""
        buffer = self.of(name)
        if buffer is not None:
            return buffer.uri
        return from_fs_path(str(Path(name).absolute())) or Path(name).absolute().as_uri()

    def files_at(self, place: Path) -> ClaimFiles:
        """The claim files at a place, with the texts that are open instead of those on disk.

        A file that is open and not on disk yet is one of them.
        """
        try:
            on_disk = find(place)
        except UsageError:  # all of it is new
            on_disk = ClaimFiles((), ())
        here = {identity(each.path): each for each in self if _belongs(each.path, place)}
        texts = {identity(file.name): file for file in on_disk.files}
        texts |= {
            key: ClaimFile(texts[key].name, each.text) if key in texts else each.file
            for key, each in here.items()
        }
        problems = tuple(
            problem
            for problem in on_disk.diagnostics
            if identity(problem.location.path) not in here
            and not (here and problem.code in _OF_NO_FILES)
        )
        files = sorted(texts.values(), key=lambda file: Path(file.name))
        small = tuple(file for file in files if len(file.text) <= SIZE_LIMIT)
        return ClaimFiles(small, problems)


def _belongs(path: Path, place: Path) -> bool:
    """Whether a file is the place, or a claim file right in it."""
    if identity(path) == identity(place):
        return True
    return is_claim_file(path) and identity(path.parent) == identity(place)
