"""The door to fsspec: a folder of maps behind an address, such as `s3://bucket/debates`."""

from __future__ import annotations

import hashlib
import re
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from argmap.corpus.candidates import Candidate, Stamp
from argmap.corpus.names import HERE, STORES
from argmap.errors import UsageError
from argmap.formats.table import SUFFIXES
from argmap.reading.map_names import SUFFIXES as OF_CLAIM_FILES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+(?:://|::)")
_USER = re.compile("(?<=://)[^/@]*@")
_MARKS = ("etag", "checksum", "crc", "mtime", "lastmodified", "modified", "created")
"""What stores tell of a file that is another one when the file is, in the order of their worth."""
_UNKNOWN = -2  # of a file of which a store tells nothing but its size


def is_address(folder: str | Path) -> bool:
    """Whether this names a folder behind fsspec, and no folder of this machine.

    >>> is_address("s3://bucket/debates"), is_address("debates"), is_address("C:/debates")
    (True, False, False)
    """
    return _ADDRESS.match(str(folder)) is not None


def without_user(address: str) -> str:
    """The address without a user's name and password.

    >>> without_user("ftp://ada:secret@host/debates")
    'ftp://host/debates'
    """
    return _USER.sub("", address)


class RemoteFolder:
    """A folder behind an address; its files are looked at in one list, and fetched when needed.

    Raises:
        UsageError: no such kind of address, the library for it is missing, or it cannot be reached.
    """

    def __init__(self, address: str) -> None:
        import fsspec  # noqa: PLC0415  # folders do without it

        self.shown = without_user(address)
        self._fs: Any
        try:
            self._fs, path = fsspec.core.url_to_fs(address)
        except ImportError as error:
            raise UsageError(
                f"{self.shown} needs a library that is not installed: {error}"
            ) from error
        except Exception as error:
            raise UsageError(_unreachable(self.shown, error)) from error
        self._path = str(path).rstrip("/")

    def candidates(self) -> Iterator[Candidate]:
        """The candidates in the folder and below it, sorted, as `candidates_in` has them.

        A folder in a format that is a whole folder is none, as that is told by its content. Cost:
        memory for the names of all files.

        Raises:
            UsageError: there is no such folder, or it may not be read.
        """
        above = f"{self._path}/" if self._path else ""
        try:
            listed: dict[str, dict[str, Any]] = self._fs.find(self._path, detail=True)
            is_there = bool(listed) or self._fs.isdir(self._path)
        except FileNotFoundError:
            listed, is_there = {}, False
        except Exception as error:
            raise UsageError(_unreachable(self.shown, error)) from error
        if not is_there or self._path in listed:
            raise UsageError(f"there is no folder {self.shown}; name the folder with all the maps")
        folders: dict[str, list[Stamp]] = {}
        candidates: list[Candidate] = []
        for path, facts in listed.items():
            name = path.removeprefix(above).lstrip("/")
            if any(each.startswith(".") or each.endswith(STORES) for each in name.split("/")):
                continue
            stamp = Stamp(name, int(facts.get("size") or 0), _changed(facts))
            if name.lower().endswith(OF_CLAIM_FILES):
                folders.setdefault(name.rpartition("/")[0] or HERE, []).append(stamp)
            elif name.lower().endswith(SUFFIXES):
                candidates.append(Candidate(name, (stamp,)))
        candidates += (
            Candidate(place, tuple(sorted(files)), is_folder=True)
            for place, files in folders.items()
        )
        yield from sorted(candidates, key=lambda candidate: candidate.order)

    @contextmanager
    def at_hand(self, names: Iterable[str]) -> Iterator[Path]:
        """A folder of this machine with these files; it is gone afterwards.

        A file that cannot be fetched is not there, which the row of its map says then.
        """
        wanted = list(names)
        paths = [f"{self._path}/{name}" if self._path else name for name in wanted]
        contents = self._fs.cat_ranges(paths, None, None, on_error="return")
        with TemporaryDirectory(prefix="argmap-") as temporary:
            home = Path(temporary).resolve()
            for name, content in zip(wanted, contents, strict=True):
                (home / name).parent.mkdir(parents=True, exist_ok=True)
                if isinstance(content, bytes):
                    (home / name).write_bytes(content)
            yield home


def _changed(facts: dict[str, Any]) -> int:
    """A number that is another one when the file is, made of the first mark that a store tells."""
    marks = {key.replace("_", "").lower(): value for key, value in facts.items()}
    mark = next((marks[key] for key in _MARKS if marks.get(key) is not None), None)
    if mark is None:
        return _UNKNOWN
    return int.from_bytes(hashlib.sha256(str(mark).encode()).digest()[:6])


def is_told(stamp: Stamp) -> bool:
    """Whether a stamp says when its file changed, so that an equal one means the same file."""
    return stamp.changed != _UNKNOWN


def _unreachable(address: str, error: Exception) -> str:
    reason = "no right to read it" if isinstance(error, PermissionError) else str(error)
    return f"{address} cannot be read: {without_user(reason) or type(error).__name__}"
