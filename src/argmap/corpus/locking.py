"""A lock, so that no two builds write one corpus at once."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from argmap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NAME = "lock"


@contextmanager
def alone_in(folder: Path, store: Path) -> Iterator[None]:
    """Lock the folder of the parts; the system releases the lock however the process ends.

    Raises:
        UsageError: another process has the lock.
    """
    handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT)
    try:
        try:
            if sys.platform == "win32":
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            message = f"{store} is being built by another process; wait until that has ended"
            raise UsageError(message) from error
        except OSError:  # a file system without locks
            pass
        yield
    finally:
        os.close(handle)
