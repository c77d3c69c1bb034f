"""The journal of a room: every entry on a line of its own, on the disk before it counts."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

from argmap.errors import OutputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

if sys.platform != "win32":
    import fcntl


class Journal:
    """A file to which entries are added; `writer.py` would write it whole for each of them.

    A line is handed to the system before anything else is done with it, so that a process that is
    killed loses what it was just writing, and no more. A last line without its end is dropped; so
    is a line that says nothing, which `damaged` counts.

    Raises:
        UsageError: another process writes into it.
        OutputError: it cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.damaged = 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        except OSError as error:
            raise OutputError(f"{path} could not be opened: {error.strerror}") from error
        self._alone()
        self._size = 0

    def _alone(self) -> None:
        if sys.platform == "win32":
            return
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(self._file)
            raise UsageError(
                f"another room keeps its answers in {self.path}; end it, or name another folder "
                "with `--answers`"
            ) from error
        except OSError:  # a file system without locks
            return

    def entries(self) -> list[Mapping[str, Any]]:
        """The entries that were written before; what follows the last whole line is dropped."""
        os.lseek(self._file, 0, os.SEEK_SET)
        with os.fdopen(os.dup(self._file), "rb") as file:
            content = file.read()
        self._size = content.rfind(b"\n") + 1
        entries = []
        for line in content[: self._size].splitlines():
            try:
                entry = json.loads(line)
            except (ValueError, RecursionError):
                self.damaged += 1
                continue
            entries.append(entry)
        return entries

    def add(self, *entries: Mapping[str, Any]) -> None:
        """Write entries at its end: all of them, or none.

        Raises:
            OutputError: the disk does not take them.
        """
        lines = "".join(
            f"{json.dumps(entry, ensure_ascii=True, separators=(',', ':'))}\n" for entry in entries
        ).encode()
        try:
            os.lseek(self._file, self._size, os.SEEK_SET)
            written = os.write(self._file, lines)
            if written < len(lines):
                os.ftruncate(self._file, self._size)
                raise OutputError(f"{self.path} could not be written: the disk is full")
            self._size += written
        except OSError as error:
            raise OutputError(f"{self.path} could not be written: {error.strerror}") from error

    def close(self) -> None:
        """Let it go."""
        os.close(self._file)
