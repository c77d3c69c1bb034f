# ruff: noqa: INP001, PLR2004  # beside run.py, which imports it; chances are what they are
"""`argmap solve` beside other solvers, whole processes, on frameworks made here by fixed seeds.

Generators after those of the ICCMA competitions: Erdos-Renyi, Barabasi-Albert, Watts-Strogatz,
strongly connected components, frameworks with a large grounded part, with stable extensions, and
flat assumption-based ones with and without circles of rules.
"""

from __future__ import annotations

import random
import resource
import statistics
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LIMIT = 5  # seconds of processor time for each run
TASKS = ("SE-GR", "DC-CO", "DS-PR", "SE-PR", "SE-ST", "DC-ST", "SE-ID", "EE-PR")
ABA_TASKS = ("DC-CO", "SE-PR", "SE-ST", "DC-ST")
MANY = {"ba-5000", "er-60-sparse", "scc-400"}  # too many preferred extensions to list

Pairs = set[tuple[int, int]]

_STABLE = """
in(X) :- arg(X), not out(X).  out(X) :- arg(X), not in(X).
hit(X) :- in(Y), att(Y,X).  :- in(X), hit(X).
"""
ENCODINGS = {  # read as the definitions are; preferred sets by domain heuristics
    "ST": _STABLE + ":- out(X), not hit(X).\n",
    "CO": _STABLE + "open(X) :- att(Y,X), not hit(Y).  :- in(X), open(X).  :- out(X), not open(X).",
    "GR": "hit(X) :- in(Y), att(Y,X).  in(X) :- arg(X), hit(Y) : att(Y,X).",
}
ENCODINGS["PR"] = ENCODINGS["CO"] + "\n#heuristic in(X) : arg(X). [1,true]"


def erdos_renyi(drawn: random.Random, size: int, density: float) -> Pairs:
    """Every attack with the same chance."""
    count = round(density * size * size)
    return {(drawn.randrange(size), drawn.randrange(size)) for _ in range(count)}


def barabasi_albert(drawn: random.Random, size: int) -> Pairs:
    """Who has many attacks gets more."""
    ends, found = [0], set[tuple[int, int]]()
    for one in range(1, size):
        for other in {drawn.choice(ends), drawn.choice(ends)}:
            found.add((one, other) if drawn.random() < 0.6 else (other, one))
            ends += [one, other]
    return found


def watts_strogatz(drawn: random.Random, size: int, near: int, share: float) -> Pairs:
    """A ring in which some attacks go elsewhere."""
    found = set()
    for one in range(size):
        for step in range(1, near + 1):
            other = drawn.randrange(size) if drawn.random() < share else (one + step) % size
            found.add((one, other) if drawn.random() < 0.5 else (other, one))
    return found


def components(drawn: random.Random, size: int, parts: int) -> Pairs:
    """Dense parts one after another, thinly joined."""
    width, found = size // parts, set[tuple[int, int]]()
    for part in range(parts):
        first = part * width
        for one in range(first, first + width):
            for _ in range(3):
                found.add((one, first + drawn.randrange(width)))
            if part and drawn.random() < 0.2:
                found.add((one - width, one))
    return found


def with_stable(drawn: random.Random, size: int) -> Pairs:
    """A third are a stable extension, which attacks all the rest."""
    inside = size // 3
    found = {(drawn.randrange(inside), one) for one in range(inside, size)}
    while len(found) < 6 * size:
        attacker, attacked = drawn.randrange(inside, size), drawn.randrange(size)
        found.add((attacker, attacked))
    return found


def mostly_grounded(drawn: random.Random, size: int) -> Pairs:
    """Attacks run down an order, but for a few."""
    found = set()
    while len(found) < 2 * size:
        one, other = drawn.randrange(size), drawn.randrange(size)
        found.add((min(one, other), max(one, other)) if drawn.random() < 0.99 else (one, other))
    return found


def flat(drawn: random.Random, atoms: int, *, has_circles: bool) -> str:
    """A flat assumption-based framework: three assumptions in ten, two rules for other atoms."""
    assumed = atoms * 3 // 10
    lines = [f"p aba {atoms}", *(f"a {one}" for one in range(1, assumed + 1))]
    lines += [f"c {one} {drawn.randrange(1, atoms + 1)}" for one in range(1, assumed + 1)]
    for head in range(assumed + 1, atoms + 1):
        for _ in range(drawn.randrange(1, 4)):
            most = atoms if has_circles else head - 1
            body = {drawn.randrange(1, most + 1) for _ in range(drawn.randrange(1, 4))} - {head}
            lines.append(" ".join(map(str, ("r", head, *sorted(body)))))
    return "\n".join(lines) + "\n"


def frameworks() -> Iterator[tuple[str, str]]:
    """Names and texts; the names' endings are the formats."""
    drawn = random.Random(7)  # noqa: S311  # the same every time, and no secret
    made: dict[str, tuple[int, Callable[[], Pairs]]] = {
        "er-60-sparse": (60, lambda: erdos_renyi(drawn, 60, 0.03)),
        "er-200": (200, lambda: erdos_renyi(drawn, 200, 0.04)),
        "ba-5000": (5000, lambda: barabasi_albert(drawn, 5000)),
        "ws-300": (300, lambda: watts_strogatz(drawn, 300, 6, 0.3)),
        "scc-400": (400, lambda: components(drawn, 400, 20)),
        "stable-300": (300, lambda: with_stable(drawn, 300)),
        "grounded-50000": (50_000, lambda: mostly_grounded(drawn, 50_000)),
    }
    for name, (size, pairs) in made.items():
        lines = [f"{one + 1} {other + 1}" for one, other in sorted(pairs())]
        yield f"{name}.af", "\n".join([f"p af {size}", *lines]) + "\n"
    for name, has_circles in (("flat-300", False), ("circles-300", True)):
        yield f"{name}.aba", flat(drawn, 300, has_circles=has_circles)


def as_facts(text: str) -> str:
    """A `p af` text as facts of a logic program."""
    head, *lines = text.splitlines()
    pairs = (line.split() for line in lines)
    facts = [f"att({one},{other})." for one, other in pairs]
    return "\n".join([f"arg(1..{head.split()[2]}).", *facts, "#show in/1."])


def commands(python: str, name: str, task: str, folder: Path) -> Iterator[tuple[str, list[str]]]:
    """What answers a task on a file, by the name of the solver."""
    kind, _, semantics = task.partition("-")
    asked = ["-a", "7"] if kind in ("DC", "DS") else []
    yield "argmap", [sys.executable, "-m", "argmap", "solve", "-p", task, "-f", name, *asked]
    beside = Path(python).parent
    if kind != "EE" and (beside / "iccma-cli").exists():
        yield "formal-argumentation", [str(beside / "iccma-cli"), "-p", task, "-f", name, *asked]
    if name.endswith(".aba"):
        return
    if semantics != "ID":
        pygarg = [python, "-m", "pygarg", "-p", task, "-f", name, "-fo", "dimacs", *asked]
        yield "pygarg", pygarg
    if semantics in ENCODINGS and (kind, semantics) != ("DS", "PR"):
        program = folder / f"{task}.lp"
        goal = ":- not in(7).\n" if kind == "DC" else ""
        program.write_text(ENCODINGS[semantics] + "\n" + goal, encoding="utf-8")
        count = ["0"] if kind == "EE" else ["1"]
        largest = ["--heuristic=Domain", "--enum-mode=domRec"] if semantics == "PR" else []
        facts = str(folder / Path(name).with_suffix(".facts").name)
        yield "clingo", [sys.executable, "-m", "clingo", facts, str(program), *count, *largest]


def seconds_of(words: list[str], folder: Path) -> float | None:
    """Processor time of a command; None if it took too long or failed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        done = subprocess.run(  # noqa: S603
            words,
            cwd=folder,
            capture_output=True,
            check=False,
            timeout=2 * LIMIT,
            preexec_fn=_limit,
        )
    except subprocess.TimeoutExpired:
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    is_answer = done.returncode == 0 or (words[2] == "clingo" and done.returncode in (10, 20, 30))
    spent = (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)
    return spent if is_answer and b"rror" not in done.stderr else None


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))


def table(folder: Path, python: str, rounds: int) -> Iterator[str]:
    """Every framework and task as a row of Markdown, a column for each solver."""
    solvers = ("argmap", "clingo", "pygarg", "formal-argumentation")
    yield f"| framework | task | {' | '.join(solvers)} |"
    yield f"|---|---|{'---:|' * len(solvers)}"
    for name, text in frameworks():
        (folder / name).write_text(text, encoding="utf-8")
        if name.endswith(".af"):
            facts = folder / Path(name).with_suffix(".facts").name
            facts.write_text(as_facts(text), encoding="utf-8")
        for task in TASKS if name.endswith(".af") else ABA_TASKS:
            if task == "EE-PR" and Path(name).stem in MANY:
                continue
            times: dict[str, list[float | None]] = {}
            for _ in range(rounds):
                for solver, words in commands(python, name, task, folder):
                    if None not in times.get(solver, []):
                        times.setdefault(solver, []).append(seconds_of(words, folder))
            cells = (_cell(times.get(solver)) for solver in solvers)
            yield f"| {name} | {task} | {' | '.join(cells)} |"


def _cell(times: list[float | None] | None) -> str:
    if times is None:
        return ""
    known = [one for one in times if one is not None]
    return f"{statistics.median(known):.3f}" if len(known) == len(times) else "no answer"
