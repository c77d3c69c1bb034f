"""Writing of outputs: each file completely or not at all, and only if its content changed."""

from __future__ import annotations

import codecs
import contextlib
import os
import re
import stat
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from argmap.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

if sys.platform != "win32":
    import fcntl


def write_outputs(folder: Path, outputs: Mapping[str, str | bytes]) -> tuple[Path, ...]:
    """Write these texts or bytes as files of the folder; the paths are in the order of `outputs`.

    All contents are first written to temporary files in the folder and synced to the disk; only
    then is each renamed to its target, atomically. Files whose content did not change are not
    touched. Processes that write into the same folder wait for each other; temporary files of a
    process that was killed are removed by the next one.

    Raises:
        OutputError: a file could not be written. Each file has either its old or its new content.
    """
    targets = {
        folder / name: content.encode() if isinstance(content, str) else content
        for name, content in outputs.items()
    }
    try:
        for inner in {folder, *(target.parent for target in targets)}:
            inner.mkdir(parents=True, exist_ok=True)
        with _alone_in(folder) as is_alone:
            if is_alone:
                _remove_left_behind(folder, outputs)
            _write(targets)
            for inner in {target.parent for target in targets} | {folder}:
                _sync_folder(inner)
    except OSError as error:
        place = _meant(error.filename2 or error.filename or folder, targets)
        raise OutputError(f"{place} could not be written: {error.strerror}") from error
    return tuple(targets)


class Replacement(NamedTuple):
    """The new text of a file that a person wrote, and the text that it must still have.

    A file that was not there must not be there now; one that is to be there no longer is removed.
    """

    name: str
    before: str
    after: str
    was_there: bool = True
    is_there: bool = True


def replace_texts(changes: Iterable[Replacement], command: str) -> None:
    """Replace the texts of claim files: all of them, or none.

    A symbolic link stays a link, and a byte order mark stays. If a file cannot be written, those
    that were written already get their old texts back.

    Raises:
        OutputError: a file has changed since it was read, when `command` is to be run again, or
            could not be read or written.
    """
    old: dict[Path, bytes | None] = {}
    new: dict[Path, bytes | None] = {}
    for change in changes:
        path = Path(change.name).resolve()
        content = _unchanged(path, change, command)
        old[path] = content if change.was_there else None
        new[path] = _marked(content, change.after) if change.is_there else None
    done: list[Path] = []
    try:
        for folder in dict.fromkeys(path.parent for path in new):
            done.append(folder)
            _put(folder, new)
    except BaseException:
        for folder in done:
            _put(folder, old)
        raise


def _put(folder: Path, contents: Mapping[Path, bytes | None]) -> None:
    """Give the files of a folder their contents; those that have none are removed."""
    inside = {path: content for path, content in contents.items() if path.parent == folder}
    kept = {path.name: content for path, content in inside.items() if content is not None}
    if kept:
        write_outputs(folder, kept)
    for path in inside.keys() - {folder / name for name in kept}:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise OutputError(f"{path} could not be removed: {error.strerror}") from error


def _unchanged(path: Path, change: Replacement, command: str) -> bytes:
    """The content of a file, which must still have the text that was read, or not be there."""
    if not change.was_there:
        if os.path.lexists(path):
            raise OutputError(f"{path} is there already; run `{command}` again")
        return b""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise OutputError(f"{path} could not be read again: {error.strerror}") from error
    if not os.access(path, os.W_OK):  # to put another file in its place would not ask
        raise OutputError(f"{path} is read-only; make it writable first (chmod u+w)")
    if content.decode("utf-8-sig", errors="replace") != change.before:
        raise OutputError(f"{path} was changed meanwhile; run `{command}` again")
    return content


def _marked(old: bytes, text: str) -> bytes:
    """The bytes of a text, after the byte order mark that the old ones may have."""
    return (codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b"") + text.encode()


def _meant(place: object, targets: Iterable[Path]) -> object:
    """The output for which a temporary file was written; any other place as it is.

    An error of the system names the temporary file, which a user does not know.
    """
    name = Path(str(place)).name
    return next((target for target in targets if name.startswith(f".{target.name}.")), place)


def _write(targets: Mapping[Path, bytes]) -> None:
    """Stage all changed files, then move them to their targets; remove the rest on failure."""
    staged: list[tuple[str, Path]] = []
    try:
        for target, content in targets.items():
            if not _holds(target, content):
                staged.append((_stage(target, content), target))
        while staged:
            temporary, target = staged[0]
            os.replace(temporary, target)  # noqa: PTH105  # the path is a plain string
            staged.pop(0)
    finally:
        for temporary, _ in staged:
            _remove(temporary)


@contextlib.contextmanager
def _alone_in(folder: Path) -> Iterator[bool]:
    """Lock the folder, waiting for other processes; yield whether there is a lock at all.

    The operating system releases the lock when the process ends, even if it is killed.
    """
    if sys.platform == "win32":  # Windows cannot lock a folder
        yield False
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        is_locked = True
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError:  # a file system without locks
            is_locked = False
        yield is_locked
    finally:
        os.close(handle)


def _remove_left_behind(folder: Path, names: Iterable[str]) -> None:
    """Remove temporary files of these outputs, which a killed process has left."""
    ours = re.compile(rf"\.(?:{'|'.join(map(re.escape, names))})\.[a-z0-9_]{{8}}\.tmp")
    with os.scandir(folder) as inside:
        stale = [
            entry.path
            for entry in inside
            if ours.fullmatch(entry.name) and entry.is_file(follow_symlinks=False)
        ]
    for path in stale:
        _remove(path)


def _remove(temporary: str) -> None:
    """Remove a temporary file if possible; otherwise the next run tries again."""
    with contextlib.suppress(OSError):
        Path(temporary).unlink()


def _holds(target: Path, content: bytes) -> bool:
    """Whether the target is a regular file with exactly this content."""
    if target.is_symlink() or not target.is_file():
        return False
    return target.stat().st_size == len(content) and target.read_bytes() == content


def _stage(target: Path, content: bytes) -> str:
    """Write the content to a new temporary file beside the target, synced; the file's path.

    It must be in the same folder, as a rename is atomic only within a file system.
    """
    if target.is_dir() and not target.is_symlink():
        raise IsADirectoryError(21, "a folder stands in its place", str(target))
    handle, temporary = tempfile.mkstemp(
        prefix=f".{target.name}.", suffix=".tmp", dir=target.parent
    )
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode_for(target))
    except BaseException:
        _remove(temporary)
        raise
    return temporary


def _mode_for(target: Path) -> int:
    """The permissions of the existing file, or those of a new one under the process's umask."""
    if target.is_file() and not target.is_symlink():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)  # the only way to read the mask is to set it
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Sync the folder itself to the disk, so that the renames survive a loss of power."""
    if os.name == "nt":  # Windows has no handle of a folder to sync
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
