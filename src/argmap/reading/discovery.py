"""The files that make up a map, and their text."""

from __future__ import annotations

import codecs
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Location
from argmap.errors import UsageError
from argmap.reading.map_names import STDIN, SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

SIZE_LIMIT = 10_000_000
FILE_LIMIT = 10_000
_NAMED = 5  # folders that a message names


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """The text of one claim file under the name that diagnostics show."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ClaimFiles:
    """The claim files of a map in order of name, and a diagnostic for each unreadable file."""

    files: tuple[ClaimFile, ...]
    diagnostics: tuple[Diagnostic, ...]


def neighbour(claim_file: str, path: str) -> ClaimFiles:
    """The file at a path that is seen from a claim file, or a diagnostic of why it is missing."""
    there = Path(claim_file).parent / path
    diagnostics: list[Diagnostic] = []
    content = _read(there, diagnostics)
    return decoded([] if content is None else [(shown(there), content)], diagnostics)


def find(place: str | Path) -> ClaimFiles:
    """The claim files at a place: a folder (not its subfolders), one file, or `-` for stdin.

    Raises:
        UsageError: there is no such file or folder.
    """
    if str(place) == STDIN:
        if sys.stdin is None:
            raise UsageError("standard input is closed; name a file or folder")
        return decoded([(STDIN, sys.stdin.buffer.read(SIZE_LIMIT + 1))], [])
    path = Path(place)
    try:
        is_there, is_folder = bool(str(place)) and path.exists(), path.is_dir()
    except OSError as error:  # a name that is too long, a folder that may not be entered
        raise UsageError(f"{place} cannot be read: {error.strerror}") from error
    if not is_there:
        raise UsageError(f"there is no file or folder {shown(path)}")
    diagnostics: list[Diagnostic] = []
    paths = _in_folder(path, diagnostics) if is_folder else [path]
    contents = []
    for file in paths:
        content = _read(file, diagnostics)
        if content is not None:
            contents.append((shown(file), content))
    return decoded(contents, diagnostics)


def identity(name: str | Path) -> str:
    """The identity of a file, whatever way leads to it; its name where the links run in a circle.

    The file of a revision keeps its revision, so it is no other file.
    """
    if str(name) == STDIN:
        return STDIN
    try:
        return str(Path(name).resolve())
    except (OSError, ValueError, RuntimeError):  # a circle of links is the last before Python 3.13
        return str(name)


def shown(path: Path) -> str:
    """The path as diagnostics show it: with `/`, and relative to the working folder if inside."""
    try:
        here = os.getcwd()  # noqa: PTH109  # text, as a corpus shows many paths
    except OSError:  # that folder is gone
        return path.as_posix()
    whole = os.path.normpath(os.path.join(here, path))  # noqa: PTH118
    if whole == here:
        return "."
    inside = whole.removeprefix(os.path.join(here, ""))  # noqa: PTH118
    return path.as_posix() if inside == whole else inside.replace(os.sep, "/")


def _in_folder(folder: Path, diagnostics: list[Diagnostic]) -> list[Path]:
    try:
        inside = sorted(folder.iterdir())
    except OSError as error:
        diagnostics.append(_unreadable(folder, error.strerror or "cannot be opened"))
        return []
    paths = _claim_files(inside)
    below = [path for path in inside if _holds_claim_files(path)]
    if not paths:
        diagnostics.append(
            Diagnostic(
                Location(shown(folder), 1, 1),
                "AM113",
                "this folder holds no claim file (*.yaml)",
                _maps_named(below) or "`argmap new DIR` writes a small map to start from",
            )
        )
    elif below:
        diagnostics.append(
            Diagnostic(
                Location(shown(folder), 1, 1),
                "AM156",
                f"the claim files in {_listed(below)} are not read: a map is one folder",
                f"move them up into {shown(folder)}, or check them as maps of their own",
            )
        )
    if len(paths) > FILE_LIMIT:
        diagnostics.append(
            Diagnostic(
                Location(shown(folder), 1, 1),
                "AM109",
                f"{len(paths)} claim files in one folder; the limit is {FILE_LIMIT}",
                "join small files",
            )
        )
        return []
    return paths


def _claim_files(inside: Iterable[Path]) -> list[Path]:
    return [
        path for path in inside if path.suffix.lower() in SUFFIXES and not path.name.startswith(".")
    ]


def _holds_claim_files(path: Path) -> bool:
    """Whether this is a folder, not a hidden one, with claim files in it."""
    if path.name.startswith("."):
        return False
    try:
        return path.is_dir() and bool(_claim_files(path.iterdir()))
    except OSError:  # a folder that may not be entered
        return False


def _maps_named(folders: list[Path]) -> str:
    """The hint where a folder holds no map, but its subfolders do; empty if these hold none."""
    if not folders:
        return ""
    name = shown(folders[0])
    return f"there are claim files in {_listed(folders)}; name one of them: `argmap check {name}`"


def _listed(folders: list[Path]) -> str:
    names = [shown(folder) for folder in folders[:_NAMED]]
    more = [f"{len(folders) - _NAMED} more folders"] if len(folders) > _NAMED else []
    *first, last = [*names, *more]
    return f"{', '.join(first)} and {last}" if first else last


def beside(place: str | Path) -> ClaimFiles:
    """The other claim files in the folder of a file; none where the place is not a file.

    What cannot be read there is passed over, as it is no part of the map.
    """
    path = Path(place)
    if str(place) == STDIN or not path.is_file():
        return ClaimFiles((), ())
    try:
        siblings = [file for file in _claim_files(sorted(path.parent.iterdir())) if file != path]
    except OSError:
        return ClaimFiles((), ())
    contents = [(shown(file), content) for file in siblings if (content := _read(file, []))]
    return ClaimFiles(decoded(contents, []).files, ())


def _read(path: Path, diagnostics: list[Diagnostic]) -> bytes | None:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            diagnostics.append(_unreadable(path, "is not an ordinary file"))
            return None
        with path.open("rb") as file:
            return file.read(SIZE_LIMIT + 1)
    except OSError as error:
        diagnostics.append(_unreadable(path, error.strerror or "cannot be opened"))
        return None


def _unreadable(path: Path, reason: str) -> Diagnostic:
    return Diagnostic(
        Location(shown(path), 1, 1),
        "AM112",
        f"cannot be read: {reason[0].lower()}{reason[1:]}",
        "check that it exists, is an ordinary file, and may be read",
    )


def decoded(contents: list[tuple[str, bytes]], diagnostics: list[Diagnostic]) -> ClaimFiles:
    """The texts of files from their bytes; too large a file, or no UTF-8, is a diagnostic."""
    files = []
    for name, content in contents:
        if len(content) > SIZE_LIMIT:
            diagnostics.append(
                Diagnostic(
                    Location(name, 1, 1),
                    "AM109",
                    f"the file is larger than {SIZE_LIMIT // 1_000_000} MB",
                    "split it into several files in one folder",
                )
            )
            continue
        try:
            files.append(ClaimFile(name, content.decode("utf-8-sig")))
        except UnicodeDecodeError as error:
            diagnostics.append(_not_utf8(name, error))
    return ClaimFiles(tuple(files), tuple(diagnostics))


def _not_utf8(name: str, error: UnicodeDecodeError) -> Diagnostic:
    content = error.object  # without the byte order mark, if there was one
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Diagnostic(
            Location(name, 1, 1), "AM101", "the file is UTF-16", "save it as UTF-8 in your editor"
        )
    from argmap.reading.yaml_words import LINE_BREAK  # noqa: PLC0415  # for this alone

    before = LINE_BREAK.split(content[: error.start].decode("utf-8", errors="replace"))
    return Diagnostic(
        Location(name, len(before), len(before[-1]) + 1),
        "AM101",
        f"the byte 0x{content[error.start]:02X} is not UTF-8 text",
        "save the file as UTF-8 in your editor",
    )
