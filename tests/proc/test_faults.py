"""A process killed, or a disk that fails, at every single step of writing the outputs."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from argmap.errors import OutputError
from argmap.writer import write_outputs
from tests.proc.processes import MEGABYTES, SECONDS, command, environment, map_in

pytestmark = pytest.mark.skipif(
    sys.platform == "win32",
    reason="NOT TESTED: processes are killed with SIGKILL, which Windows lacks",
)

FAULTS = Path(__file__).parent / "faults"
NAMES = ("argument-map.html", "argument-map.svg", "report.md", "report.html")
OLD = {name: f"old {name}\n" * 9 for name in NAMES}
NEW = {name: f"new {name}\n" * 99 for name in NAMES}

# What `argmap build` does at its end, without the seconds that drawing takes.
WRITE = """
import sys
from pathlib import Path
from argmap.errors import OutputError
from argmap.writer import write_outputs
names = ("argument-map.html", "argument-map.svg", "report.md", "report.html")
try:
    write_outputs(Path(sys.argv[1]), {name: f"new {name}\\n" * 99 for name in names})
except OutputError as error:
    print(error)
    sys.exit(3)
"""


def with_fault(words: list[str], below: Path, fault: str, at: int) -> tuple[int, str]:
    """Exit code and output of a Python that suffers a fault at its call of this number."""
    done = subprocess.run(
        [sys.executable, *words],
        env=environment(
            PYTHONPATH=str(FAULTS),
            ARGMAP_FAULT_BELOW=str(below),
            ARGMAP_FAULT=fault,
            ARGMAP_FAULT_AT=str(at),
            ARGMAP_FAULT_TOLD=str(below.parent / "told"),
        ),
        cwd=below.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=SECONDS,
        check=False,
    )
    return done.returncode, done.stdout.decode()


def texts_in(folder: Path) -> dict[str, str]:
    """Every file of the folder, hidden ones too."""
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("fault", "before"),
    [("KILL", OLD), ("ENOSPC", OLD), ("EIO", OLD), ("KILL", {})],
    ids=["killed", "disk full", "disk broken", "killed in a new folder"],
)
def test_a_fault_at_any_step_leaves_each_output_old_or_new(
    tmp_path: Path, fault: str, before: dict[str, str]
) -> None:
    out = tmp_path / "out"
    at, fault_made = 0, tmp_path / "told"
    fault_made.touch()
    while fault_made.exists():
        fault_made.unlink()
        at += 1
        assert at < 60, "no end of calls"
        if before:
            write_outputs(out, before)
        code, errors = with_fault(["-c", WRITE, str(out)], out, fault, at)
        # That a folder which is there cannot be made, or a file not be removed, stops nothing.
        assert code in ((0, -9) if fault == "KILL" else (0, 3)), errors
        assert code == 0 or fault_made.exists()
        assert code != 3 or "could not be written: " in errors
        assert_whole(out, before)
        if fault != "KILL" and out.exists():
            assert texts_in(out).keys() <= set(NAMES), "an error leaves no temporary file"
        write_outputs(out, NEW)
        assert texts_in(out) == NEW, "the next run succeeds and tidies up"
        for name in NAMES:
            (out / name).unlink()
        if not before:
            out.rmdir()
    assert at > 3 * len(NAMES), "opened, written, put in place: each is a call"


def assert_whole(out: Path, before: dict[str, str]) -> None:
    """Every output is byte for byte what it was or what it was to be."""
    for name in NAMES:
        text = (out / name).read_text(encoding="utf-8") if (out / name).exists() else None
        assert text in (before.get(name), NEW[name])


def test_a_build_that_is_killed_can_be_repeated(tmp_path: Path) -> None:
    map_in(tmp_path)
    out = tmp_path / "outputs"
    write_outputs(out, OLD)
    build = command("build", megabytes=5 * MEGABYTES)[1:]
    code, errors = with_fault(build, out, "KILL", 13)
    assert code == -9, errors
    assert {name: (out / name).read_text() for name in NAMES}.items() & OLD.items()
    assert set(texts_in(out)) - set(NAMES), "the killed build left something behind"
    code, errors = with_fault(build, out, "KILL", 0)
    assert (code, sorted(texts_in(out))) == (0, sorted(NAMES)), errors


def test_a_disk_that_is_full_is_told_with_its_place(tmp_path: Path) -> None:
    map_in(tmp_path)
    out = tmp_path / "outputs"
    write_outputs(out, OLD)
    code, errors = with_fault(command("build", megabytes=5 * MEGABYTES)[1:], out, "ENOSPC", 4)
    assert code == 3
    assert "outputs" in errors
    assert "could not be written: No space left on device" in errors
    assert texts_in(out) == OLD


def test_only_temporary_files_of_our_own_are_removed(tmp_path: Path) -> None:
    kept = (
        ".report.md.abc.tmp",  # not of the form
        ".report.md.ABCDEFGH.tmp",
        "report.md.abcd1234.tmp",
        ".notes.md.abcd1234.tmp",  # of no output
        ".report.mdx.abcd1234.tmp",
        "..report.md.abcd1234.tmp",
    )
    for name in (*kept, ".report.md.abcd1234.tmp", ".argument-map.html.a_cd1234.tmp"):
        (tmp_path / name).write_text("x")
    (tmp_path / ".report.md.linklink.tmp").symlink_to(tmp_path / kept[0])
    (tmp_path / ".report.md.a_folder.tmp").mkdir()
    write_outputs(tmp_path, NEW)
    expected = {*kept, *NAMES, ".report.md.linklink.tmp", ".report.md.a_folder.tmp"}
    assert {path.name for path in tmp_path.iterdir()} == expected


def test_those_who_write_at_once_leave_one_whole_set(tmp_path: Path) -> None:
    sets = [{name: f"{number} {name}\n" * 2000 for name in NAMES} for number in range(8)]
    failed: list[OutputError] = []

    def write(outputs: dict[str, str]) -> None:
        try:
            for _ in range(5):
                write_outputs(tmp_path, outputs)
        except OutputError as error:
            failed.append(error)

    threads = [threading.Thread(target=write, args=(outputs,)) for outputs in sets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    if os.name == "posix":
        assert texts_in(tmp_path) in sets


def test_who_waits_for_another_goes_on_when_it_is_killed(tmp_path: Path) -> None:
    holds = (
        "import fcntl, os, sys, time; "
        "fcntl.flock(os.open(sys.argv[1], os.O_RDONLY), fcntl.LOCK_EX); "
        "print('held', flush=True); time.sleep(600)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holds, str(tmp_path)], stdout=subprocess.PIPE
    ) as holder:
        waiting = threading.Thread(target=write_outputs, args=(tmp_path, NEW))
        try:
            assert holder.stdout is not None
            assert holder.stdout.readline() == b"held\n"
            waiting.start()
            waiting.join(0.5)  # in vain, however fast or slow the machine is
            assert waiting.is_alive()
            assert not any((tmp_path / name).exists() for name in NAMES)
        finally:
            holder.kill()
        waiting.join(SECONDS)
    assert texts_in(tmp_path) == NEW
