# ruff: noqa: INP001  # beside run.py, which imports it
"""`argmap solve` beside other solvers: whole processes on generated frameworks, row by row."""

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
MANY = {
    "ba-5000",
    "er-60-sparse",
    "scc-400",
    "scc-20000",
    "stable-400",
    "er-250",
}  # to list them all
SAME = 1.05  # within so much two figures are the same
QUICK = 0.1  # seconds under which a native solver is ahead by what Python costs
OVER, REFUSED, SPARED = "over", "refused", "not asked"
PATIENCE = 2  # tasks over the limit on one framework; then a solver is not asked more of it
_PATIENT = 60  # times as long on the clock, for others work here too
_SATISFIABLE, _UNSATISFIABLE = (10, 30), (20,)  # how clingo ends

# Where argmap is known not to be ahead, and why. Shown only for rows where it is so.
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
    """What a run came to: seconds of processor time, or a word why there are none.

    `answer` is YES or NO where that can be told; `said` the last line of complaint of a run that
    failed.
    """

    seconds: float | None
    why: str = ""
    answer: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A row: a task on a framework, and what each solver came to."""

    name: str
    task: str
    outcomes: Mapping[str, Outcome]

    def seconds(self, solver: str) -> float | None:
        """The time of a solver that answered."""
        return self.outcomes[solver].seconds if solver in self.outcomes else None

    def ahead(self, start: float, natives: Sequence[str]) -> list[str]:
        """The solvers ahead of argmap; native ones must be even when Python's start is left out."""
        own = self.seconds("argmap")
        found = []
        for solver in self.outcomes:
            other = self.seconds(solver)
            if solver == "argmap" or other is None:
                continue
            ours = None if own is None else own - (start if solver in natives else 0)
            if ours is None or ours > SAME * other:
                found.append(solver)
        return found


def outcome_of(words: list[str], folder: Path) -> Outcome:
    """What a command comes to in this folder."""
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
        return Outcome(None, REFUSED, said=complaint[-1])
    return Outcome(spent, answer=_answer(done))


def _answer(done: subprocess.CompletedProcess[str]) -> str:
    first = done.stdout.split(None, 1)[:1]
    if first in (["YES"], ["NO"]):
        return first[0]
    if done.returncode in _UNSATISFIABLE:
        return "NO"
    return "YES" if done.returncode in _SATISFIABLE else ""


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))


def lines_of(folder: Path, python: str, rounds: int) -> Iterator[Line]:
    """Every framework and task, asked of every solver, in turns."""
    for name, text in frameworks():
        (folder / name).write_text(text, encoding="utf-8")
        (folder / f"{name}.facts").write_text(as_facts(text), encoding="utf-8")
        late: Counter[str] = Counter()
        for task in TASKS if name.endswith(".af") else ABA_TASKS:
            if task == "EE-PR" and Path(name).stem in MANY:
                continue
            found: dict[str, list[Outcome]] = {}
            for _ in range(rounds):
                for solver, words in commands(python, name, task, folder):
                    if late[solver] >= PATIENCE:
                        found[solver] = [Outcome(None, SPARED)]
                    elif all(one.seconds is not None for one in found.get(solver, ())):
                        found.setdefault(solver, []).append(outcome_of(words, folder))
            late.update(solver for solver, runs in found.items() if runs[-1].why == OVER)
            sys.stderr.write(f"{name} {task}\n")
            yield Line(name, task, {one: _together(runs) for one, runs in found.items()})


def _together(runs: list[Outcome]) -> Outcome:
    seconds = [one.seconds for one in runs if one.seconds is not None]
    if len(seconds) < len(runs):
        return runs[-1]
    return Outcome(statistics.median(seconds), answer=runs[0].answer)


def report(folder: Path, python: str, rounds: int) -> Iterator[str]:
    """The table as Markdown, and what it comes to in words."""
    start = statistics.median(
        outcome_of([sys.executable, "-m", "argmap", "solve", "--problems"], folder).seconds or 0
        for _ in range(5)
    )
    natives = [*installed()]
    solvers = ["argmap", "clingo", *PYTHONS, *natives]
    absent = [one for one in NATIVE if one not in natives]
    yield f"## Solving: whole processes, seconds of processor time, {LIMIT} s at most"
    yield ""
    if absent:
        yield f"Skipped, for they are not on the PATH: {', '.join(absent)}."
        yield ""
    yield (
        f"Of each figure of argmap {start:.3f} s are the start of Python (`argmap solve "
        f"--problems`). `over` is over {LIMIT} s, `refused` is ended with an error, and who is "
        f"over on {PATIENCE} tasks of a framework is not asked more of it; an empty cell is a "
        "task that the solver does not have."
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
    if outcome is None:
        return ""
    return outcome.why if outcome.seconds is None else f"{outcome.seconds:.3f}"


def _verdict(lines: list[Line], start: float, natives: list[str]) -> Iterator[str]:
    """The rows where argmap is not ahead, each with a reason as far as it is known."""
    behind = {line: found for line in lines if (found := line.ahead(start, natives))}
    yield (
        f"Argmap is ahead of all, or level with the best, in {len(lines) - len(behind)} of "
        f"{len(lines)} rows; beside native solvers the start of Python is left out."
    )
    yield ""
    quick = [
        (line, solver)
        for line, found in behind.items()
        for solver in found
        if solver in natives and (line.seconds(solver) or 0) < QUICK
    ]
    for line, found in behind.items():
        if others := [one for one in found if (line, one) not in quick]:
            reason = REASONS.get((Path(line.name).stem, line.task), "no reason is known")
            yield f"- {line.name} {line.task}: behind {', '.join(others)}, for {reason}."
    for native in natives:
        if rows := [line for line, solver in quick if solver == native]:
            named = ", ".join(f"{line.name} {line.task}" for line in rows)
            yield (
                f"- Behind {native} in {len(rows)} rows that take it less than {QUICK} s, for a "
                f"file is read and clauses are made by Python here: {named}."
            )
    for line in lines:
        answers = {one.answer for one in line.outcomes.values() if one.answer}
        if len(answers) > 1:
            said = ", ".join(f"{one}: {out.answer}" for one, out in line.outcomes.items())
            yield f"- **{line.name} {line.task}: the answers differ.** {said}"
    yield ""


def _complaints(lines: list[Line]) -> Iterator[str]:
    """What solvers said that ended with an error, each complaint once."""
    found: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        for solver, one in line.outcomes.items():
            if one.why == REFUSED:
                found.setdefault((solver, one.said[:160]), []).append(f"{line.name} {line.task}")
    if found:
        yield "What those that refused said:"
        yield ""
    for (solver, said), rows in found.items():
        yield f"- {solver} ({len(rows)} rows, first {rows[0]}): `{said}`"
