"""`argmap solve`: the interface of the ICCMA 2023 competition, to the letter."""

from __future__ import annotations

import os
import subprocess
import sys
from signal import SIGINT
from typing import TYPE_CHECKING

import pytest

from argmap import __version__
from argmap.cli.iccma import run
from tests.proc.processes import wait_for_work, with_sigint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Solve = Callable[[str], tuple[int, str, str]]

FRAMEWORK = "p af 5\n# a comment\n1 2\n2 4\n4 5\n5 4\n5 5\n"
FLAT = "p aba 8\na 1\na 2\na 3\nc 1 6\nc 2 7\nc 3 8\nr 4 5 1\nr 5\nr 6 2 3\n"
ODD = "p af 1\n1 1\n"
SOLVE = [sys.executable, "-m", "argmap", "solve"]


@pytest.fixture(name="solve")
def _solve(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Solve:
    """Run the solver beside a few files."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("five.af", FRAMEWORK), ("flat.aba", FLAT), ("odd.af", ODD)):
        (tmp_path / name).write_text(text)

    def solve(words: str) -> tuple[int, str, str]:
        capfd.readouterr()
        code = run(words.split())
        written = capfd.readouterr()
        return code, written.out, written.err

    return solve


@pytest.mark.parametrize(
    ("words", "out"),
    [
        ("", f"argmap {__version__}\nthe argmap authors\n"),
        ("-p SE-PR -f five.af", "w 1 3 4\n"),
        ("-p SE-ST -f five.af", "w 1 3 4\n"),
        ("-p SE-GR -f five.af", "w 1 3\n"),
        ("-p SE-ID -f five.af", "w 1 3 4\n"),
        ("-f five.af -p DC-CO -a 4", "YES\nw 1 3 4\n"),
        ("-p DC-CO -f five.af -a 2", "NO\n"),
        ("-p DS-PR -f five.af -a 4", "YES\n"),
        ("-p DS-CO -f five.af -a 4", "NO\nw 1 3\n"),
        ("-p EE-CO -f five.af", "[[1,3,4],[1,3]]\n"),
        ("-p CE-CO -f five.af", "2\n"),
        ("-p SE-ST -f odd.af", "NO\n"),
        ("-p EE-ST -f odd.af", "[]\n"),
        ("-p CE-ST -f odd.af", "0\n"),
        ("-p EE-PR -f odd.af", "[[]]\n"),
        ("-p SE-PR -f odd.af", "w\n"),
        ("-p DC-ST -f odd.af -a 1", "NO\n"),
        ("-p DS-ST -f odd.af -a 1", "YES\n"),
        ("-p DS-PR -f odd.af -a 1", "NO\nw\n"),
        ("-p SE-PR -f flat.aba", "w 2 3\n"),
        ("-p DC-CO -f flat.aba -a 2", "YES\n"),
        ("-p DS-CO -f flat.aba -a 1", "NO\n"),
    ],
)
def test_answers_are_those_of_the_rules(solve: Solve, words: str, out: str) -> None:
    code, output, err = solve(words)
    assert (code, err) == (0, "")
    if words.startswith("-p EE"):
        assert sorted(output) == sorted(out)
    else:
        assert output == out


def test_problems_are_listed_in_brackets(solve: Solve) -> None:
    code, out, _ = solve("--problems")
    assert (code, out[0], out[-2:], " " in out) == (0, "[", "]\n", False)
    assert {"SE-GR", "DC-CO", "DS-PR", "SE-ID", "DS-SST", "EE-STG", "CE-ST"} <= set(
        out[1:-2].split(",")
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("-p SE-XX -f five.af", "there is no task `SE-XX`"),
        ("-p SE -f five.af", "there is no task `SE`"),
        ("-p SE-PR", "usage: argmap solve -p TASK"),
        ("-f five.af", "usage: argmap solve -p TASK"),
        ("-p SE-PR -f five.af -a", "usage: argmap solve -p TASK"),
        ("-p SE-PR -f five.af -p SE-ST", "is given twice"),
        ("--formats", "usage: argmap solve -p TASK"),
        ("-p DC-CO -f five.af", "asks about an argument; add -a ARGUMENT"),
        ("-p DC-CO -f five.af -a 6", "there is no argument `6` in five.af"),
        ("-p DC-CO -f five.af -a 01", "there is no argument `01` in five.af"),
        ("-p SE-SST -f flat.aba", "is for abstract frameworks, not for `p aba`"),
        ("-p SE-PR -f none.af", "none.af cannot be read: No such file"),
        ("-p SE-PR -f .", ". cannot be read: Is a directory"),
        pytest.param(
            "-p SE-PR -f /dev/zero",
            "/dev/zero cannot be read: it is not a file",
            marks=pytest.mark.skipif(
                sys.platform == "win32", reason="NOT TESTED: Windows has no such file"
            ),
        ),
        ("-p SE-PR -f five.af --engine z3", "there is no engine `z3`; there are sat, clingo"),
        ("-p SE-PR -f five.af -fo dot", "there is no format `dot`; there are af"),
    ],
)
def test_wrong_use_is_reported_in_one_line(solve: Solve, words: str, message: str) -> None:
    code, out, err = solve(words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert message in err


def test_a_fault_in_a_file_is_reported_with_its_line(solve: Solve, tmp_path: Path) -> None:
    (tmp_path / "wrong.af").write_text("p af 2\n1 2\n1 3\n")
    for task in ("SE-PR", "EE-CO", "CE-ST"):
        outcome = solve(f"-p {task} -f wrong.af")
        assert outcome == (2, "", "argmap solve: wrong.af:3: `3` is no number from 1 to 2\n")


@pytest.mark.parametrize("missing", ["sat", "asp", "sat asp"])
def test_one_engine_is_enough_and_a_missing_engine_is_reported(
    solve: Solve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    ring = "".join(f"{n} {n % 12 + 1}\n" for n in range(1, 13))
    (tmp_path / "ring.af").write_text(f"p af 12\n{ring}")
    for door in missing.split():
        monkeypatch.setitem(sys.modules, f"argmap.reasoning.solvers.{door}", None)
    if " " in missing:
        code, out, err = solve("-p EE-ST -f ring.af")
        assert (code, out) == (2, "")
        assert "needs the package python-sat or clingo" in err
    else:
        assert sorted(solve("-p EE-ST -f ring.af")[1]) == sorted(
            "[[1,3,5,7,9,11],[2,4,6,8,10,12]]\n"
        )
        name = {"sat": "sat", "asp": "clingo"}[missing]
        code, out, _ = solve(f"-p SE-ST -f ring.af --engine {name}")
        assert (code, out) == (2, "")
    assert solve("-p SE-PR -f five.af")[:2] == (0, "w 1 3 4\n")  # what is small needs no solver


def test_solving_loads_few_modules(solve: Solve) -> None:
    assert solve("")[0] == 0  # stand in the folder
    heavy = "{'click', 'pydantic', 'networkx', 'yaml', 'numpy', 'clingo', 'pysat', 'typing'}"
    code = (
        "import sys; from argmap.cli.iccma import run; run('-p EE-PR -f five.af'.split()); "
        f"print(sorted({heavy} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert (done.stdout, done.stderr) == ("[[1,3,4]]\n[]\n", "")


@pytest.mark.skipif(
    sys.platform == "win32",
    reason="NOT TESTED: Windows has another error for a pipe that nobody reads",
)
def test_a_closed_pipe_is_quiet(solve: Solve, tmp_path: Path) -> None:
    assert solve("")[0] == 0  # stand in the folder
    pairs = "".join(f"{n} {n + 1}\n{n + 1} {n}\n" for n in range(1, 40, 2))
    (tmp_path / "many.af").write_text(f"p af 40\n{pairs}")
    command = [*SOLVE, "-p", "EE-PR", "-f", "many.af"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(2) == b"[["
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize("engine", ["sat", "clingo"])
@pytest.mark.skipif(
    sys.platform == "win32", reason="NOT TESTED: Windows sends no interrupt to a single process"
)
def test_a_solver_at_work_is_interrupted(solve: Solve, tmp_path: Path, engine: str) -> None:
    assert solve("")[0] == 0  # stand in the folder
    (tmp_path / "hard.af").write_text(random_framework(300, 8))
    words = [*SOLVE, "-p", "SE-ST", "-f", "hard.af", "--engine", engine]
    command = with_sigint("SIG_DFL", words)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        wait_for_work(process, 1)
        assert process.poll() is None, "it was not hard"
        process.send_signal(SIGINT)
        assert process.communicate(timeout=10) == (b"", b"")
    assert process.returncode == 130


def random_framework(size: int, percent: int) -> str:
    """Attacks between any two arguments with this chance, the same in every run."""
    state, lines = 1, [f"p af {size}"]
    for attacker in range(1, size + 1):
        for attacked in range(1, size + 1):
            state = state * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
            if (state >> 33) % 100 < percent:
                lines.append(f"{attacker} {attacked}")
    return "\n".join([*lines, ""])
