"""Outputs written whole or not at all, and only if they changed."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

if sys.platform != "win32":
    import fcntl


def write_outputs(folder: Path, outputs: Mapping[str, str | bytes]) -> tuple[Path, ...]:
    """Write these texts or bytes as files of the folder; the paths are those in `outputs`' order.

    Everything is first written in full beside its place and forced to the disk; only when all are
    there does each take its place, in one step. What did not change is not touched. Two that write
    into one folder wait for each other; what one left behind that was killed, the next removes.

    Raises:
        OutputError: something could not be written. A file either has its old content or its new.
    """
    targets = {
        folder / name: content.encode() if isinstance(content, str) else content
        for name, content in outputs.items()
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone_in(folder) as is_alone:
            if is_alone:
                _remove_left_behind(folder, outputs)
            _write(targets)
            _sync_folder(folder)
    except OSError as error:
        place = _meant(error.filename2 or error.filename or folder, targets)
        raise OutputError(f"{place} could not be written: {error.strerror}") from error
    return tuple(targets)


def _meant(place: object, targets: Iterable[Path]) -> object:
    """The output that a temporary file was to become, or the place itself."""
    name = Path(str(place)).name
    return next((one for one in targets if name.startswith(f".{one.name}.")), place)


def _write(targets: Mapping[Path, bytes]) -> None:
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
    """Wait for others that write into the folder; whether it can be known that there is none.

    The lock is the operating system's: it ends with its process, however that ends.
    """
    if sys.platform == "win32":  # where nothing of the kind is to be had
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
    """Remove temporary files of these outputs; whoever wrote them was killed while at it."""
    ours = re.compile(rf"\.(?:{'|'.join(map(re.escape, names))})\.[a-z0-9_]{{8}}\.tmp")
    with os.scandir(folder) as inside:
        left = [
            one.path
            for one in inside
            if ours.fullmatch(one.name) and one.is_file(follow_symlinks=False)
        ]
    for path in left:
        _remove(path)


def _remove(temporary: str) -> None:
    """Remove a temporary file if that can be done; the next run tries again."""
    with contextlib.suppress(OSError):
        Path(temporary).unlink()


def _holds(target: Path, content: bytes) -> bool:
    if target.is_symlink() or not target.is_file():
        return False
    return target.stat().st_size == len(content) and target.read_bytes() == content


def _stage(target: Path, content: bytes) -> str:
    """The path of a new file beside the target that holds the content, safely on the disk."""
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
    """The permissions that the file has, or that a new file would get."""
    if target.is_file() and not target.is_symlink():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no handle of a folder to sync
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
