"""Formats that are whole folders: the files in a folder and below it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.errors import UsageError
from argmap.formats.foreign_file import SIZE_LIMIT, ForeignFile
from argmap.reading.discovery import shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

MOST = 200_000
"""The most files of a folder that are read."""


def files_below(
    folder: Path, suffixes: tuple[str, ...], hidden: Collection[str] = ()
) -> tuple[ForeignFile, ...]:
    """The files with these ends of names in a folder and below it, in the order of their paths.

    Hidden files and folders are passed over, but for the files at the paths in `hidden`. A link
    that leads out of the folder is not followed, and none to a folder is.

    Raises:
        UsageError: the files are too many or too large.
    """
    home = folder.resolve()
    paths = [folder / path for path in hidden] + sorted(_below(folder, suffixes))
    files: list[ForeignFile] = []
    size = 0
    for path in paths:
        try:
            if not path.is_file() or not path.resolve().is_relative_to(home):
                continue
            size += path.stat().st_size
            if size > SIZE_LIMIT or len(files) >= MOST:
                raise UsageError(
                    f"the files below {shown(folder)} are too many or too large to be one map; "
                    f"the limits are {MOST:,} files and {SIZE_LIMIT:,} bytes"
                )
            files.append(ForeignFile(shown(path), path.read_bytes(), folder))
        except (OSError, RuntimeError):  # a link to nowhere or to itself, or no right to read
            continue
    return tuple(files)


def _below(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    """The paths of all files below a folder, without recursion."""
    waiting = [folder]
    while waiting:
        try:
            entries = sorted(os.scandir(waiting.pop()), key=lambda entry: entry.name)
        except OSError:  # a folder that nobody may open
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
            elif entry.name.lower().endswith(suffixes):
                yield Path(entry.path)
