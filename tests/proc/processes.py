"""argmap as a process of its own, which may use so much time and memory and no more."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

SECONDS = 60
MEGABYTES = 400

# The limits are set by the process itself: to set them between fork and exec is not safe where
# threads run, and a shell or a tool to set them may be missing.
_LIMITED = """
import resource, runpy, sys
seconds, megabytes = int(sys.argv[1]), int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
sys.argv = ["argmap", *sys.argv[3:]]
runpy.run_module("argmap", run_name="__main__")
"""

_WITH_SIGINT = """
import os, signal, sys
signal.signal(signal.SIGINT, getattr(signal, sys.argv[1]))
os.execv(sys.argv[2], sys.argv[2:])
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """The end of a process: its exit code, and the text that it wrote."""

    code: int
    out: str
    err: str


def command(*arguments: object, megabytes: int = MEGABYTES) -> list[str]:
    """The command line of argmap under limits."""
    words = (SECONDS, megabytes, *arguments)
    return [sys.executable, "-c", _LIMITED, *map(str, words)]


def with_sigint(disposition: Literal["SIG_DFL", "SIG_IGN"], words: Sequence[str]) -> list[str]:
    """A command line whose process starts with SIGINT so disposed.

    Else it is disposed as it is here: a shell without job control ignores it in `make test &`, and
    so does everything that is started from there.
    """
    return [sys.executable, "-c", _WITH_SIGINT, disposition, *words]


def wait_for_work(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Wait until a process has computed for so long; without /proc, for twice that time."""
    ticks = seconds * os.sysconf("SC_CLK_TCK")
    try:
        while process.poll() is None and _ticks_of(process.pid) < ticks:
            time.sleep(0.02)
    except OSError:
        time.sleep(2 * seconds)


def _ticks_of(pid: int) -> int:
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:  # noqa: PTH123
        return int(file.read().rpartition(")")[2].split()[11])  # utime, the 14th field of all


def environment(**changes: str) -> dict[str, str]:
    """This process's environment with changes, and without what would steer argmap or Python."""
    steering = ("ARGMAP_", "PYTHON", "LC_", "LANG", "TZ")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(steering)}
    return kept | changes


def argmap(
    *arguments: object,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    stdin: int | IO[Any] = subprocess.DEVNULL,
    stdout: int | IO[Any] = subprocess.PIPE,
    megabytes: int = MEGABYTES,
) -> Ended:
    """Run argmap to its end; a signal or a traceback is a failure whatever it was to show."""
    done = subprocess.run(
        command(*arguments, megabytes=megabytes),
        cwd=cwd,
        env=env or environment(),
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        timeout=SECONDS,
        check=False,
    )
    err = done.stderr.decode()
    assert done.returncode >= 0, f"killed by signal {-done.returncode}: {err}"
    assert "Traceback" not in err, err
    return Ended(done.returncode, (done.stdout or b"").decode(errors="surrogateescape"), err)


SMALL = """\
claims:
  close:
    text: Close the caf\u00e9 \u2192 \u65e5\u672c.
    supported_by: [quieter, {premises: [calm, clean, cool, green]}]
    attacked_by: [shops]
  quieter: It is quieter.
  calm: It is calm.
  clean: It is clean.
  cool: It is cool.
  green: It is green.
  shops: Shops lose.
"""


def map_in(folder: Path, text: str = SMALL) -> Path:
    """A folder `claims` with one file, in a folder."""
    claims = folder / "claims"
    claims.mkdir()
    (claims / "small.yaml").write_text(text, encoding="utf-8")
    return claims
