# ruff: noqa: INP001  # run as a script, never imported
"""Every command on maps that are hard to work out: within the bound, or it says where it stopped.

    python benchmarks/worst_cases.py                  all maps, all commands; an hour
    python benchmarks/worst_cases.py bipart build     the maps and commands with these names

A line for each run: processor seconds, megabytes, bytes of the answer, exit code. The last lines
name the runs that went past the bound without a word; there should be none. The bound is the limit
of time for searches with what reading and writing take, and the limit of memory with the map.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS, MEGABYTES, CUT_OFF = 35, 1000, 60
WORDS = ("a search was stopped", "too many to draw")

Steps = list[tuple[str, str, str]]  # premises with commas between them, the verb, the target


def complete(size: int) -> Steps:
    """Every claim attacks every other."""
    names = range(size)
    return [
        (f"c{first}", "attacks", f"c{second}")
        for first in names
        for second in names
        if first != second
    ]


def dense(size: int, part: float) -> Steps:
    """A random part of all attacks."""
    drawn = random.Random(1)  # noqa: S311  # the same map every time, and no secret
    return [step for step in complete(size) if drawn.random() < part]


def pairs(size: int) -> Steps:
    """Pairs of claims that attack each other, one of each a reason for the goal."""
    attacks = [(f"c{number}", "attacks", f"c{number ^ 1}") for number in range(size)]
    return attacks + [(f"c{number}", "supports", "goal") for number in range(0, size, 2)]


def two_sides(size: int) -> Steps:
    """Two sides, of which every claim attacks every claim of the other."""
    return [
        (f"{own}{first}", "attacks", f"{other}{second}")
        for own, other in (("a", "b"), ("b", "a"))
        for first in range(size)
        for second in range(size)
    ]


def reasons(size: int, count: int, linked: int, seed: int) -> Steps:
    """One goal with random reasons of several premises each."""
    drawn = random.Random(seed)  # noqa: S311  # the same map every time, and no secret
    names = [f"p{number}" for number in range(size)]
    return [
        (", ".join(sorted(drawn.sample(names, linked))), "supports", "goal") for _ in range(count)
    ]


def circle(size: int) -> Steps:
    """Claims that all support each other."""
    return [(first, "supports", second) for first, _, second in complete(size)]


def contradictions(size: int) -> Steps:
    """Claims that contradict each other, each pair written once."""
    return [
        (f"c{first}", "contradicts", f"c{second}")
        for second in range(size)
        for first in range(second)
    ]


def panel(premises: int) -> Steps:
    """Five goals with reasons of two premises each, and premises that attack premises."""
    drawn = random.Random(2)  # noqa: S311  # the same map every time, and no secret
    names = [f"p{number}" for number in range(premises)]
    steps = [
        (", ".join(sorted(drawn.sample(names, 2))), "supports", f"g{number % 5}")
        for number in range(premises)
    ]
    for _ in range(premises // 2):
        attacker, target = drawn.sample(names, 2)
        steps.append((attacker, "attacks", target))
    return steps


class Hard(NamedTuple):
    """A map, two claims to ask about, and how many readers have a stance on it."""

    steps: Steps
    claim: str
    other: str
    restated: bool = False
    readers: int = 0


def maps() -> dict[str, Hard]:
    """The maps by name."""
    side = [(f"a{first}", "attacks", f"b{second}") for first in range(100) for second in range(100)]
    return {
        "bipart": Hard(two_sides(100), "a0", "b0"),
        "classes_attack": Hard(side, "b0", "a0", restated=True),
        "complete200": Hard(complete(200), "c0", "c1"),
        "complete400": Hard(complete(400), "c0", "c1"),
        "contradicts": Hard(contradictions(150), "c0", "c1"),
        "cycles2joined": Hard(pairs(496), "goal", "c1"),
        "dense_att": Hard(dense(499, 0.1), "c0", "c1"),
        "rand_linked": Hard(reasons(498, 1500, 3, 5), "goal", "p0"),
        "sup_complete": Hard(circle(300), "c0", "c1"),
        "thirty_readers": Hard(panel(50), "g0", "p0", readers=30),
        "vertex_cover": Hard(reasons(200, 600, 2, 1), "goal", "p0"),
    }


def write(folder: Path, hard: Hard, a_file: int = 40_000) -> None:
    """Write a map into a folder, its relations in files of a size that is read."""
    folder.mkdir(parents=True)
    names = sorted({name for step in hard.steps for name in (*step[0].split(", "), step[2])})
    denied: dict[str, list[str]] = {}  # a contradiction is written in the entry of a claim
    for premise, verb, target in hard.steps:
        if verb == "contradicts":
            denied.setdefault(premise, []).append(target)
    lines = ["argmap: 1", "claims:"]
    for name in names:
        more = f", restates: {name[0]}0" if hard.restated and name[1:] != "0" else ""
        more += f", contradicts: [{', '.join(denied[name])}]" if name in denied else ""
        lines.append(f"  {name}: {{text: Statement {name} says something{more}}}")
    lines += stances(hard.readers, names)
    (folder / "claims.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    steps = [step for step in hard.steps if step[1] != "contradicts"]
    for first in range(0, len(steps), a_file):
        lines = ["argmap: 1", "relations:"]
        lines += [
            f"  - {{premises: [{premises}], {verb}: {target}}}"
            for premises, verb, target in steps[first : first + a_file]
        ]
        (folder / f"relations{first:07}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def stances(readers: int, names: list[str]) -> list[str]:
    """The lines that give readers, each of whom rejects and accepts five random claims."""
    drawn = random.Random(3)  # noqa: S311  # the same map every time, and no secret
    lines = ["stances:"] * bool(readers)
    for number in range(readers):
        chosen = drawn.sample(names, min(10, len(names)))
        rejected, accepted = ", ".join(chosen[:5]), ", ".join(chosen[5:])
        lines.append(f"  r{number}: {{reject: [{rejected}], accept: [{accepted}]}}")
    return lines


def commands(hard: Hard) -> Iterator[list[str]]:
    """The commands to run on a map, without the place of the map."""
    claim, other = hard.claim, hard.other
    yield from (["check"], ["status"], ["status", "--json"])
    for semantics in ("complete", "preferred", "stable", "ideal", "semi-stable", "stage"):
        yield ["status", "--semantics", semantics]
    yield ["status", claim, "--semantics", "preferred"]
    for command in ("why", "premises"):
        yield from ([command, claim], [command, claim, "--json"])
        yield [command, claim, "--semantics", "preferred"]
    yield from (["premises"], ["premises", claim, "--limit", "all"])
    for preferred in ([], ["--semantics", "preferred"], ["--json"]):
        yield ["whatif", "--reject", other, *preferred]
    yield from (["overturn", claim], ["dependents", claim], ["gaps", claim], ["structure"])
    yield from (["positions"], ["positions", "--json"], ["positions", "--limit", "all"])
    yield from (["brief", claim], ["brief", claim, "--layout", "flow"])
    yield from (["agenda"], ["questions"], ["sources"], ["build", "-o", "out"])
    yield from (["strength"], ["strength", claim])
    if hard.readers:
        yield from (["readers", "map"], ["readers", "map", "--json"])


def run(words: list[str], folder: Path) -> tuple[float, int, int, int, str]:
    """Seconds, megabytes, bytes of the answer, exit code and stderr of a command on `map`."""
    place = [] if "map" in words else ["--map", "map"]
    answer, errors = folder / "answer", folder / "errors"
    with answer.open("wb") as out, errors.open("wb") as err:
        child = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "argmap", *words, *place],
            cwd=folder,
            stdout=out,
            stderr=err,
            preexec_fn=lambda: resource.setrlimit(  # noqa: PLW1509  # one thread
                resource.RLIMIT_CPU, (CUT_OFF, CUT_OFF + 2)
            ),
        )
        _, status, usage = os.wait4(child.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    errors_told = errors.read_text(encoding="utf-8", errors="replace")
    seconds = usage.ru_utime + usage.ru_stime
    return seconds, usage.ru_maxrss // 1024, answer.stat().st_size, code, errors_told


def main() -> int:
    """Run the commands, print a line for each, and the number of breaches as the exit code."""
    wanted = set(sys.argv[1:])
    known = maps()
    breaches: list[str] = []
    for name, hard in known.items():
        if wanted & known.keys() and name not in wanted:
            continue
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            write(folder / "map", hard)
            for words in commands(hard):
                if wanted - known.keys() and words[0] not in wanted:
                    continue
                seconds, megabytes, size, code, errors_told = run(words, folder)
                stopped = any(word in errors_told for word in WORDS)
                line = f"{name:15} {' '.join(words):45} {seconds:6.1f} s {megabytes:5} MB"
                line += f" {size:>11,} bytes, exit {code}{', stopped' * stopped}"
                sys.stdout.write(line + "\n")
                sys.stdout.flush()
                if code not in {0, 2, 4} or seconds > SECONDS or megabytes > MEGABYTES:
                    breaches.append(line)
                shutil.rmtree(folder / "out", ignore_errors=True)
    for line in breaches:
        sys.stdout.write(f"past the bound: {line}\n")
    return min(len(breaches), 1)


if __name__ == "__main__":
    sys.exit(main())
