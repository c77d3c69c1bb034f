"""Pipes that close, keys that are pressed, places and languages: what goes on around a run."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from tests.proc.processes import (
    SECONDS,
    argmap,
    command,
    environment,
    map_in,
    wait_for_work,
    with_sigint,
)

pytestmark = pytest.mark.skipif(
    sys.platform == "win32",
    reason="NOT TESTED: limits are set to a process with `resource`, which Windows lacks",
)

OUTPUTS = ("argument-map.html", "argument-map.svg", "report.md", "report.html")
NOBODY = "65534"


def many_claims(count: int) -> str:
    """A map whose check has much to say."""
    return "claims:\n" + "".join(f"  c{number}: {{txet: C.}}\n" for number in range(count))


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    map_in(tmp_path, many_claims(3000))
    with subprocess.Popen(
        command("check"),
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(100)
        process.stdout.close()
        errors = process.stderr.read().decode()
        code = process.wait(SECONDS)
    assert (code, "Traceback" in errors, "Exception ignored" in errors) == (0, False, False), errors


def test_an_interrupt_ends_with_130_and_leaves_nothing(tmp_path: Path) -> None:
    claims = map_in(tmp_path, "")
    # Reading from a pipe that nobody fills is waiting: the signal surely comes before the end.
    with subprocess.Popen(
        with_sigint("SIG_DFL", command("build", "-m", "-", "-o", "out")),
        cwd=claims.parent,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        while process.poll() is None and not waits_for_input(process.pid):
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=SECONDS)
    assert (process.returncode, b"Traceback" in errors) == (130, False), errors
    assert not (tmp_path / "out").exists()


def test_an_interrupt_of_a_solver_at_work_ends_with_130(tmp_path: Path) -> None:
    # The smallest rejection sets of these reasons are vertex covers of a random graph.
    chosen = Random(1)  # noqa: S311  # the same graph each time is what is wanted
    pairs = [sorted(chosen.sample(range(200), 2)) for _ in range(600)]
    claims = "".join(f"  p{number}: Statement {number}.\n" for number in range(200))
    steps = "".join(f"      - {{premises: [p{first}, p{other}]}}\n" for first, other in pairs)
    map_in(tmp_path, f"claims:\n  goal:\n    text: Goal.\n    supported_by:\n{steps}{claims}")
    with subprocess.Popen(
        with_sigint("SIG_DFL", command("premises", "goal")),
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        wait_for_work(process, 4)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=SECONDS)
    assert (process.returncode, b"internal error" in errors) == (130, False), errors


def test_an_interrupt_that_was_ignored_at_the_start_stays_ignored(tmp_path: Path) -> None:
    # As of old, for what a shell runs in the background or `nohup` protects.
    with subprocess.Popen(
        with_sigint("SIG_IGN", command("check", "-")),
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        while process.poll() is None and not waits_for_input(process.pid):
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, complaint = process.communicate(b"claims: {a: A.}\n", timeout=SECONDS)
    assert process.returncode == 0, complaint


def waits_for_input(process: int) -> bool:
    """Whether a process sleeps in reading a pipe; without /proc the answer is a guess."""
    try:
        with open(f"/proc/{process}/wchan", encoding="ascii") as where:  # noqa: PTH123
            return "pipe" in where.read()
    except OSError:
        time.sleep(2)
        return True


WITHOUT_STDOUT = "import os, sys; os.close(1); os.execv(sys.argv[1], sys.argv[1:])"


def test_a_stdout_that_is_closed_is_no_fault_of_ours(tmp_path: Path) -> None:
    map_in(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_STDOUT, *command("check")],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    assert (done.returncode, b"internal error" in done.stderr) == (0, False), done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("check", "-m", "x" * 300),
        ("check", "--documents", "x" * 300),
        ("why", "x" * 300),
    ],
    ids=["map", "documents", "claim"],
)
def test_a_word_too_long_for_a_file_is_a_wrong_word(tmp_path: Path, words: tuple[str, ...]) -> None:
    map_in(tmp_path)
    ended = argmap(*words, cwd=tmp_path)
    assert (ended.code, "internal error" in ended.err) == (2, False), ended.err


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")  # noqa: PTH110
def test_a_stdout_that_is_full_is_an_output_error(tmp_path: Path) -> None:
    map_in(tmp_path)
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        ended = argmap("status", cwd=tmp_path, stdout=full)
    assert ended.code == 3
    assert "No space left" in ended.err
    assert "internal error" not in ended.err


@pytest.mark.parametrize(
    "language",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252:strict"},
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=str,
)
def test_any_text_can_be_said_in_any_language(tmp_path: Path, language: dict[str, str]) -> None:
    map_in(tmp_path)
    ended = argmap("why", "close", cwd=tmp_path, env=environment(**language))
    assert ended.code == 0
    assert "caf\u00e9 \u2192 \u65e5\u672c" in ended.out


def test_the_same_map_gives_the_same_bytes_wherever_it_is_built(tmp_path: Path) -> None:
    places = {
        "here": {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
        "some where else": {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
    }
    outputs = []
    for place, surroundings in places.items():
        folder = tmp_path / place
        folder.mkdir()
        map_in(folder)
        ended = argmap("build", cwd=folder, env=environment(**surroundings), megabytes=2000)
        assert ended.code == 0, ended.err
        outputs.append([(folder / "outputs" / name).read_bytes() for name in OUTPUTS])
    assert outputs[0] == outputs[1]


def test_a_large_map_gives_the_same_page_whatever_the_order_of_sets(tmp_path: Path) -> None:
    claims, pages = Path(__file__).parents[2] / "claims", set()
    for seed in ("1", "2"):
        surroundings = environment(PYTHONHASHSEED=seed)
        words = ("build", str(claims), "--format", "html", "-o", seed)
        ended = argmap(*words, cwd=tmp_path, env=surroundings, megabytes=2000)
        assert ended.code == 0, ended.err
        pages.add((tmp_path / seed / "argument-map.html").read_bytes())
    assert len(pages) == 1


def test_an_output_folder_that_is_a_file_is_an_output_error(tmp_path: Path) -> None:
    map_in(tmp_path)
    (tmp_path / "outputs").write_text("precious")
    ended = argmap("build", cwd=tmp_path, megabytes=2000)
    assert (ended.code, ended.out) == (3, "")
    assert "outputs could not be written" in ended.err
    assert (tmp_path / "outputs").read_text() == "precious"


def test_a_link_in_place_of_an_output_is_replaced_and_not_followed(tmp_path: Path) -> None:
    map_in(tmp_path)
    precious = tmp_path / "precious"
    precious.write_text("precious")
    (tmp_path / "outputs").mkdir()
    for name in OUTPUTS:
        (tmp_path / "outputs" / name).symlink_to(precious)
    assert argmap("build", cwd=tmp_path, megabytes=2000).code == 0
    assert precious.read_text() == "precious"
    assert not [name for name in OUTPUTS if (tmp_path / "outputs" / name).is_symlink()]


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0 or shutil.which("setpriv") is None,
    reason="NOT TESTED: only root with setpriv can become a user who may not write",
)
def test_an_output_folder_that_may_not_be_written_is_an_output_error(tmp_path: Path) -> None:
    map_in(tmp_path)
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.geteuid() and not folder.stat().st_mode & 0o001:
            folder.chmod(folder.stat().st_mode | 0o055)  # a temporary folder of this run
    out = tmp_path / "outputs"
    out.mkdir(mode=0o755)
    (out / "report.md").write_text("old")
    as_nobody = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
    probe = subprocess.run(
        [*as_nobody, sys.executable, "-c", "import argmap"],
        env=environment(),
        capture_output=True,
        check=False,
    )
    if probe.returncode:
        pytest.skip("NOT TESTED as a command: other users may not enter where argmap is installed")
    done = subprocess.run(
        [*as_nobody, *command("build", megabytes=2000)],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    errors = done.stderr.decode()
    assert done.returncode == 3, errors
    assert "could not be written: Permission denied" in errors
    assert [path.name for path in out.iterdir()] == ["report.md"]
    assert (out / "report.md").read_text() == "old"
