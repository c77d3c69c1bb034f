"""Every command line ends alike: the same exit codes, complaints, closed pipes and interrupts."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from argmap.cli import failures
from argmap.errors import OutputError, UsageError
from argmap.reasoning.solvers.engines import NoEngineError

if TYPE_CHECKING:
    from pathlib import Path

LINES = ("--version", "solve", "schema")
ARGMAP = [sys.executable, "-m", "argmap"]


@pytest.mark.parametrize(
    ("error", "code", "complaint"),
    [
        (UsageError("no such claim"), 2, "p: no such claim\n"),
        (OutputError("a.html is a folder"), 3, "p: a.html is a folder\n"),
        (NoEngineError("this needs clingo"), 2, "p: this needs clingo\n"),
        (OSError(28, "No space left"), 3, "p: the answer could not be written: No space left\n"),
        (BrokenPipeError(), 0, ""),
        (KeyboardInterrupt(), 130, ""),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_failure_has_its_exit_code_and_its_line(
    capfd: pytest.CaptureFixture[str], error: BaseException, code: int, complaint: str
) -> None:
    def fail() -> int:
        raise error

    assert failures.exit_code_of(fail, "p") == code
    assert capfd.readouterr() == ("", complaint)


def test_a_fault_of_argmap_is_called_so_and_can_be_looked_at(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> int:
        raise LookupError("oh")

    monkeypatch.delenv("ARGMAP_DEBUG", raising=False)
    assert failures.exit_code_of(fail) == 70
    assert "internal error: LookupError: oh\nThis is a fault of argmap" in capfd.readouterr().err
    monkeypatch.setenv("ARGMAP_DEBUG", "1")
    with pytest.raises(LookupError):
        failures.exit_code_of(fail)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")  # noqa: PTH110
@pytest.mark.parametrize("words", LINES)
def test_a_full_disk_is_complained_of_by_each(tmp_path: Path, words: str) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [*ARGMAP, words], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False
        )
    reason = b": the answer could not be written: No space left on device\n"
    assert (done.returncode, done.stderr.removeprefix(b"argmap").removeprefix(b" solve")) == (
        3,
        reason,
    )


@pytest.mark.parametrize("words", LINES)
@pytest.mark.skipif(
    sys.platform == "win32",
    reason="NOT TESTED: Windows has another error for a pipe that nobody reads",
)
def test_a_pipe_that_nobody_reads_ends_each_quietly(tmp_path: Path, words: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [*ARGMAP, words], cwd=tmp_path, stdout=writing, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("words", LINES)
@pytest.mark.skipif(
    sys.platform == "win32", reason="NOT TESTED: on Windows no program takes the place of another"
)
def test_no_stdout_and_no_stderr_are_no_fault_of_ours(tmp_path: Path, words: str) -> None:
    closed = "import os, sys; os.close(1); os.close(2); os.execv(sys.argv[1], sys.argv[1:])"
    command = [sys.executable, "-c", closed, *ARGMAP, words]
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == 0
