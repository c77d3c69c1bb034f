"""A long run of the fuzzer: `make fuzz`, or `python -m tests.fuzz.campaign`.

FUZZ_FILES says how many files (100,000 unless told), FUZZ_SEED where to start, FUZZ_SECONDS when
to stop at the latest. File number n of a seed is the same on every machine. What breaks a promise
is written into a folder that is named at the end, one file for each way of failing.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.fuzz.claim_files import BYTES_OF_A_FILE, Draws, garbage, nearly_sound, sound
from tests.fuzz.promises import checked_with_promises_kept

if TYPE_CHECKING:
    from types import FrameType

WATCHDOG: Final = 5
"""Seconds that one file may take."""

KINDS: Final = ("sound", "nearly sound", "nearly sound", "garbage")


class HangError(BaseException):
    """A file took too long; no `except Exception` of the program's may take it for its own."""


def file_of(seed: int, number: int) -> tuple[str, bytes]:
    """The kind and the content of the file of this number."""
    # Not for secrets: the same seed must give the same files.
    draws = Draws(random.Random(f"{seed}:{number}").randbytes(BYTES_OF_A_FILE))  # noqa: S311
    kind = KINDS[number % len(KINDS)]
    if kind == "sound":
        return kind, sound(draws).encode()
    return kind, nearly_sound(draws) if kind == "nearly sound" else garbage(draws)


def failure_of(kind: str, file: Path) -> BaseException | None:
    """The way in which a file makes argmap fail, or None."""
    faulthandler.dump_traceback_later(4 * WATCHDOG, exit=True)  # for what no signal gets into
    signal.setitimer(signal.ITIMER_REAL, WATCHDOG)
    try:
        checked = checked_with_promises_kept(file)
        if kind == "sound":
            errors = [diagnostic for diagnostic in checked.diagnostics if diagnostic.is_error]
            assert not errors, errors[0]
    except (HangError, Exception) as error:  # noqa: BLE001  # each is a finding
        return error
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        faulthandler.cancel_dump_traceback_later()
    return None


def way_of(error: BaseException) -> str:
    """The place and kind of a failure: failures alike in both are one finding."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    problem = error.args[0] if error.args else ""
    code = getattr(problem, "code", "")
    return f"{type(error).__name__} {code} in {Path(place.filename).name}:{place.lineno}"


def run(files: int, seed: int, seconds: float) -> int:
    """Run the campaign; the number of ways of failing."""
    folder = Path(tempfile.mkdtemp(prefix="argmap-fuzz-"))
    say(f"{files} files of seed {seed}; what fails is written into {folder}")
    file = folder / "current.yaml"
    done: Counter[str] = Counter()
    ways: Counter[str] = Counter()
    slowest = (0.0, -1)
    began = time.monotonic()
    for number in range(files):
        kind, content = file_of(seed, number)
        file.write_bytes(content)
        started = time.monotonic()
        error = failure_of(kind, file)
        slowest = max(slowest, (time.monotonic() - started, number))
        done[kind] += 1
        if error is not None:
            way = way_of(error)
            ways[way] += 1
            if ways[way] == 1:
                kept = folder / f"{len(ways)}-file-{number}.yaml"
                kept.write_bytes(content)
                say(f"{kept.name}: {way}: {str(error)[:300]}")
        if (number + 1) % 5000 == 0:
            gc.collect()
            say(f"{number + 1} files, {time.monotonic() - began:.0f} s, {len(ways)} ways to fail")
        if time.monotonic() - began > seconds:
            say(f"stopped after {seconds:.0f} s")
            break
    file.unlink()
    counts = ", ".join(f"{count} {kind}" for kind, count in sorted(done.items()))
    say(f"{done.total()} files ({counts}) in {time.monotonic() - began:.0f} s")
    say(f"slowest: file {slowest[1]}, {slowest[0]:.2f} s")
    for way, count in ways.most_common():
        say(f"{count} x {way}")
    say(f"{len(ways)} ways to fail" + (f"; see {folder}" if ways else ""))
    return len(ways)


def say(line: str) -> None:
    """Write a line at once, so that a log can be followed."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _bark(_signal: int, _frame: FrameType | None) -> Any:  # noqa: ANN401  # as signal wants it
    raise HangError(f"no answer after {WATCHDOG} s")


def main() -> None:
    """Run as the environment says; exit code 1 if anything failed."""
    signal.signal(signal.SIGALRM, _bark)
    setting = os.environ.get
    ways = run(
        int(setting("FUZZ_FILES", "100000")),
        int(setting("FUZZ_SEED", "1")),
        float(setting("FUZZ_SECONDS", "inf")),
    )
    sys.exit(1 if ways else 0)


if __name__ == "__main__":
    main()
