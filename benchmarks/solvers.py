# ruff: noqa: INP001  # beside run.py, which imports it
"""`argmap solve` compared with other solvers: whole processes on generated frameworks."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from frameworks import frameworks
from peers import NATIVE, PYTHONS, as_facts, commands, installed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

LIMIT = 3  # seconds of processor time for each run
TASKS = ("SE-GR", "DC-CO", "DS-PR", "SE-PR", "SE-ST", "DC-ST", "SE-ID", "EE-PR", "CE-PR")
ABA_TASKS = ("DC-CO", "SE-PR", "SE-ST", "DC-ST")
# Frameworks with so many preferred extensions that listing them all is no useful measurement.
MANY = {
    "ba-5000",
    "er-60-sparse",
    "scc-400",
    "scc-20000",
    "stable-400",
    "er-250",
}
SAME = 1.05  # the ratio up to which two times count as equal
QUICK = 0.1  # seconds below which a native solver is ahead by the cost of Python alone
OVER, REFUSED, SPARED = "over", "refused", "not asked"
PATIENCE = 2  # tasks over the limit on a framework, after which a solver is spared the others
_PATIENT = 60  # clock time allowed, in multiples of the limit, as other processes work here too
_SATISFIABLE, _UNSATISFIABLE = (10, 30), (20,)  # exit codes of clingo

# The known reasons why argmap is behind in a row; shown only for rows where it is.
REASONS: dict[tuple[str, str], str] = {
    ("stable-400", "DS-PR"): (
        "all but 0.1 s is one search of CaDiCaL for an admissible set without the argument, which "
        "lasts as long as its order of choices has it (ten renumberings: 0.9 s to over 3 s, "
        "clingo 0.2 s to 1.9 s, fudge 1.2 s to 2.5 s, mu-toksia 1.1 s to over 3 s)"
    ),
    ("scc-20000", "DC-CO"): "a large file is read and cut into parts by Python",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of a run: seconds of processor time, or the reason why there are none.

    `answer` is YES or NO where the output tells it; `complaint` is the last line of the error
    output of a run that failed.
    """

    seconds: float | None
    why: str = ""
    answer: str = ""
    complaint: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A row of the table: a task on a framework, and the outcome of each solver."""

    name: str
    task: str
    outcomes: Mapping[str, Outcome]

    def seconds(self, solver: str) -> float | None:
        """The time of a solver, or None if it did not answer."""
        return self.outcomes[solver].seconds if solver in self.outcomes else None

    def ahead(self, start: float, natives: Sequence[str]) -> list[str]:
        """The solvers ahead of argmap; for native ones the start of Python is subtracted."""
        own = self.seconds("argmap")
        ahead = []
        for solver in self.outcomes:
            other = self.seconds(solver)
            if solver == "argmap" or other is None:
                continue
            ours = None if own is None else own - (start if solver in natives else 0)
            if ours is None or ours > SAME * other:
                ahead.append(solver)
        return ahead


def outcome_of(words: list[str], folder: Path) -> Outcome:
    """The outcome of a command in this folder."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        done = subprocess.run(  # noqa: S603
            words,
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=_PATIENT * LIMIT,
            preexec_fn=_limit,
        )
    except subprocess.TimeoutExpired:
        return Outcome(None, OVER)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)
    is_clingo = words[1:3] == ["-m", "clingo"]
    good = (0, *_SATISFIABLE, *_UNSATISFIABLE) if is_clingo else (0,)
    if done.returncode < 0 or spent >= LIMIT:
        return Outcome(None, OVER)
    if done.returncode not in good:
        complaint = (done.stderr or done.stdout).strip().splitlines() or [f"exit {done.returncode}"]
        return Outcome(None, REFUSED, complaint=complaint[-1])
    return Outcome(spent, answer=_answer(done))


def _answer(done: subprocess.CompletedProcess[str]) -> str:
    """YES or NO by the output, or by the exit code of clingo; empty for other tasks."""
    first = done.stdout.split(None, 1)[:1]
    if first in (["YES"], ["NO"]):
        return first[0]
    if done.returncode in _UNSATISFIABLE:
        return "NO"
    return "YES" if done.returncode in _SATISFIABLE else ""


def _limit() -> None:
    """Limit the processor time of a child process, before it starts."""
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))


def lines_of(folder: Path, python: str, rounds: int) -> Iterator[Line]:
    """A row for every framework and task; the solvers take turns, so that noise meets all alike."""
    for name, text in frameworks():
        (folder / name).write_text(text, encoding="utf-8")
        (folder / f"{name}.facts").write_text(as_facts(text), encoding="utf-8")
        late: Counter[str] = Counter()
        for task in TASKS if name.endswith(".af") else ABA_TASKS:
            if task == "EE-PR" and Path(name).stem in MANY:
                continue
            runs_of: dict[str, list[Outcome]] = {}
            for _ in range(rounds):
                for solver, words in commands(python, name, task, folder):
                    if late[solver] >= PATIENCE:
                        runs_of[solver] = [Outcome(None, SPARED)]
                    elif all(run.seconds is not None for run in runs_of.get(solver, ())):
                        runs_of.setdefault(solver, []).append(outcome_of(words, folder))
            late.update(solver for solver, runs in runs_of.items() if runs[-1].why == OVER)
            sys.stderr.write(f"{name} {task}\n")
            yield Line(name, task, {solver: _median(runs) for solver, runs in runs_of.items()})


def _median(runs: list[Outcome]) -> Outcome:
    """The median of the runs; the last run if it failed, as no further one was started."""
    seconds = [run.seconds for run in runs if run.seconds is not None]
    if len(seconds) < len(runs):
        return runs[-1]
    return Outcome(statistics.median(seconds), answer=runs[0].answer)


def report(folder: Path, python: str, rounds: int) -> Iterator[str]:
    """The table as Markdown, and its summary in words."""
    start = statistics.median(
        outcome_of([sys.executable, "-m", "argmap", "solve", "--problems"], folder).seconds or 0
        for _ in range(5)
    )
    natives = [*installed()]
    solvers = ["argmap", "clingo", *PYTHONS, *natives]
    absent = [native for native in NATIVE if native not in natives]
    yield f"## Solving: whole processes, seconds of processor time, {LIMIT} s at most"
    yield ""
    if absent:
        yield f"Skipped, as they are not on the PATH: {', '.join(absent)}."
        yield ""
    yield (
        f"Each time of argmap includes {start:.3f} s for the start of Python (`argmap solve "
        f"--problems`). `over`: more than {LIMIT} s; `refused`: ended with an error; `not asked`: "
        f"the solver was over the limit on {PATIENCE} tasks of the framework. An empty cell is a "
        "task that the solver does not support."
    )
    yield ""
    yield f"| framework | task | {' | '.join(solvers)} |"
    yield f"|---|---|{'---:|' * len(solvers)}"
    lines = [*lines_of(folder, python, rounds)]
    for line in lines:
        cells = (_cell(line.outcomes.get(solver)) for solver in solvers)
        yield f"| {line.name} | {line.task} | {' | '.join(cells)} |"
    yield ""
    yield from _verdict(lines, start, natives)
    yield from _complaints(lines)


def _cell(outcome: Outcome | None) -> str:
    """The cell of an outcome: its seconds, or the word why there are none."""
    if outcome is None:
        return ""
    return outcome.why if outcome.seconds is None else f"{outcome.seconds:.3f}"


def _verdict(lines: list[Line], start: float, natives: list[str]) -> Iterator[str]:
    """The rows where argmap is not ahead, each with a reason as far as it is known."""
    behind = {line: ahead for line in lines if (ahead := line.ahead(start, natives))}
    yield (
        f"Argmap is ahead of all solvers, or level with the best, in {len(lines) - len(behind)} of "
        f"{len(lines)} rows; in comparison with native solvers the start of Python is subtracted."
    )
    yield ""
    quick = [
        (line, solver)
        for line, ahead in behind.items()
        for solver in ahead
        if solver in natives and (line.seconds(solver) or 0) < QUICK
    ]
    for line, ahead in behind.items():
        if others := [solver for solver in ahead if (line, solver) not in quick]:
            reason = REASONS.get((Path(line.name).stem, line.task), "no reason is known")
            yield f"- {line.name} {line.task}: behind {', '.join(others)}: {reason}."
    for native in natives:
        if rows := [line for line, solver in quick if solver == native]:
            named = ", ".join(f"{line.name} {line.task}" for line in rows)
            yield (
                f"- Behind {native} in {len(rows)} rows that take it less than {QUICK} s, as in "
                f"argmap Python reads the file and makes the clauses: {named}."
            )
    for line in lines:
        answers = {outcome.answer for outcome in line.outcomes.values() if outcome.answer}
        if len(answers) > 1:
            each = ", ".join(f"{name}: {outcome.answer}" for name, outcome in line.outcomes.items())
            yield f"- **{line.name} {line.task}: the answers differ.** {each}"
    yield ""


def _complaints(lines: list[Line]) -> Iterator[str]:
    """The messages of solvers that ended with an error, each message once."""
    rows_of: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        for solver, outcome in line.outcomes.items():
            if outcome.why == REFUSED:
                message = outcome.complaint[:160]
                rows_of.setdefault((solver, message), []).append(f"{line.name} {line.task}")
    if rows_of:
        yield "Messages of the solvers that ended with an error:"
        yield ""
    for (solver, message), rows in rows_of.items():
        yield f"- {solver} ({len(rows)} rows, first {rows[0]}): `{message}`"
