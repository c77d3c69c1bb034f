"""Faults on demand: Python imports this module at its start where this folder is on PYTHONPATH.

Every call that opens, writes, forces to disk, puts in place, makes or removes something below
ARGMAP_FAULT_BELOW is counted. The one numbered ARGMAP_FAULT_AT fails as ARGMAP_FAULT says: `KILL`
ends the process at once, any other word is the name of an error of the operating system. A write
that fails has written half of its content. ARGMAP_FAULT_TOLD names a file that is made when the
fault comes. Without these variables nothing is changed.
"""

from __future__ import annotations

import errno
import io
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

BELOW = os.environ.get("ARGMAP_FAULT_BELOW", "")
AT = int(os.environ.get("ARGMAP_FAULT_AT", "0"))
FAULT = os.environ.get("ARGMAP_FAULT", "KILL")
TOLD = os.environ.get("ARGMAP_FAULT_TOLD", os.devnull)

_handles: set[int] = set()
_calls = 0


def _is_ours(thing: object) -> bool:
    if isinstance(thing, int):
        return thing in _handles
    path = os.path.abspath(os.fspath(thing))  # type: ignore[call-overload]  # noqa: PTH100
    return bool(path == BELOW or path.startswith(BELOW + os.sep))


def _is_due() -> bool:
    global _calls  # noqa: PLW0603  # one counter for the process is the point
    _calls += 1
    return _calls == AT


def _fail(place: object) -> None:
    Path(TOLD).write_bytes(b"")
    if FAULT == "KILL":
        os.kill(os.getpid(), signal.SIGKILL)
    code = getattr(errno, FAULT)
    raise OSError(code, os.strerror(code), None if isinstance(place, int) else place)


def _watched(call: Callable[..., Any]) -> Callable[..., Any]:
    """The call, counted if its first argument is below the folder or a handle of a file there."""

    def watched(first: Any, *rest: Any, **named: Any) -> Any:  # noqa: ANN401  # as os has it
        ours = _is_ours(first)
        if ours and _is_due():
            _fail(first)
        result = call(first, *rest, **named)
        if ours and call is _open:
            _handles.add(result)
        return result

    return watched


def _close(fd: int) -> None:
    _handles.discard(fd)
    _real_close(fd)


class _Half(io.FileIO):
    """A file whose write, when it is due to fail, has written half."""

    def write(self, content: Any) -> int:  # noqa: ANN401  # whatever holds bytes
        if _is_due():
            super().write(memoryview(content)[: len(content) // 2])
            _fail(self.fileno())
        return super().write(content)

    def close(self) -> None:
        if not self.closed:
            _handles.discard(self.fileno())
        super().close()


def _fdopen(handle: int, mode: str = "r", *rest: Any, **named: Any) -> Any:  # noqa: ANN401
    if handle in _handles and mode == "wb":
        return io.BufferedWriter(_Half(handle, mode))
    return _real_fdopen(handle, mode, *rest, **named)


_open, _real_close, _real_fdopen = os.open, os.close, os.fdopen
if BELOW:
    for _name in ("open", "write", "fsync", "replace", "rename", "mkdir", "unlink", "chmod"):
        setattr(os, _name, _watched(getattr(os, _name)))
    os.close = _close
    os.fdopen = _fdopen  # type: ignore[assignment]
