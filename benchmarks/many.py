# ruff: noqa: INP001  # beside run.py, which calls it
"""Many maps: how the cost of a corpus grows with its size, and beside arguebuf's load of the same.

    python benchmarks/many.py --sizes 10000,100000 --workers 1,2 --arguebuf PYTHON

The corpora are those of corpora.py, as AIFdb has them: 13.3 claims a map on average, 7 as a rule.
Every build is a process of its own; processor time is that of all its processes together, memory
that of the largest of them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpora import write_corpus  # type: ignore[import-not-found]  # beside this file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CLAIMS_A_MAP = 40 / 3
WORDS = ("pewe", "tumujewe hamu", "sozutuna", '"the pewe"', "zu*")
_LOAD = (
    "import sys, pathlib, arguebuf\n"
    "for file in sorted(pathlib.Path(sys.argv[1]).rglob('*.json')):\n"
    "    arguebuf.load.file(file)\n"
)
_SEARCH = (
    "import sys, time\n"
    "from argmap.corpus.corpus import Corpus\n"
    "corpus, times = Corpus(sys.argv[1]), []\n"
    "for words in sys.argv[2:]:\n"
    "    began = time.perf_counter()\n"
    "    corpus.search(words)\n"
    "    times.append(time.perf_counter() - began)\n"
    "print(max(times))\n"
)


class Cost(NamedTuple):
    """The cost of a process: seconds by the clock and of processors, and megabytes at the most."""

    clock: float
    processor: float
    megabytes: float


def cost_of(words: Sequence[object]) -> Cost:
    """The cost of a command, with all processes that it starts; its memory is its largest."""
    began = time.perf_counter()
    # Without it every build would compile argmap anew, which an installed one is once.
    settings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(  # noqa: S603
        list(map(str, words)), stdout=subprocess.DEVNULL, env=settings
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{words} failed")
    clock = time.perf_counter() - began
    return Cost(clock, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _build(folder: Path, store: Path, workers: int, *, anew: bool) -> Cost:
    parts = store.with_name(f"{store.name}.parts")
    if anew:
        store.unlink(missing_ok=True)
        shutil.rmtree(parts, ignore_errors=True)
    argmap = [sys.executable, "-m", "argmap", "corpus", "build", folder, "-o", store, "-q"]
    return cost_of([*argmap, "--workers", workers])


def growth(sizes: Sequence[int], workers: Sequence[int], folder: Path) -> Iterator[str]:
    """The lines of the table of growth."""
    yield "| claims | maps | processes | by the clock, s | processor, s | µs a claim | MB |"
    yield "|---:|---:|---:|---:|---:|---:|---:|"
    after: list[str] = []
    for size in sizes:
        maps = round(size / CLAIMS_A_MAP)
        home, store = folder / str(size), folder / f"{size}.duckdb"
        claims = write_corpus(home, size, maps)
        for count in workers:
            cost = _build(home, store, count, anew=True)
            each = cost.processor / claims * 1e6
            yield (
                f"| {claims:,} | {maps:,} | {count} | {cost.clock:.1f} | {cost.processor:.1f} "
                f"| {each:.0f} | {cost.megabytes:.0f} |"
            )
        again = _build(home, store, workers[-1], anew=False)
        slowest = subprocess.run(  # noqa: S603
            [sys.executable, "-c", _SEARCH, str(store), *WORDS],
            capture_output=True,
            text=True,
            check=True,
        )
        parts = sum(path.stat().st_size for path in Path(f"{store}.parts").iterdir())
        source = sum(path.stat().st_size for path in home.rglob("*.json"))
        space = (source, store.stat().st_size, parts)
        after.append(
            f"| {claims:,} | {again.clock:.2f} | {again.processor:.2f} "
            f"| {float(slowest.stdout):.3f} | "
            + " | ".join(f"{each / claims:.0f}" for each in space)
            + " |"
        )
        shutil.rmtree(home)
        store.unlink()
        shutil.rmtree(f"{store}.parts")
    yield ""
    head = ("built again, s", "processor, s", "slowest search, s")
    yield f"| claims | {' | '.join(head)} | bytes a claim: maps | corpus | parts |"
    yield "|---:|---:|---:|---:|---:|---:|---:|"
    yield from after


def race(folder: Path, arguebuf: str | None, rounds: int, workers: Sequence[int]) -> Iterator[str]:
    """The lines of the race: 20,000 claims in 1,500 maps, built by us, and loaded by arguebuf."""
    home, store = folder / "race", folder / "race.duckdb"
    claims = write_corpus(home, 20_000, 1_500)
    costs: dict[str, list[Cost]] = {}
    for _ in range(rounds):
        for count in workers:
            name = f"argmap corpus build, {count} process{'es' * (count > 1)}"
            costs.setdefault(name, []).append(_build(home, store, count, anew=True))
        again = _build(home, store, workers[-1], anew=False)
        costs.setdefault("argmap corpus build, nothing changed", []).append(again)
        search = [sys.executable, "-m", "argmap", "corpus", "search", "--corpus", store, WORDS[0]]
        costs.setdefault("argmap corpus search", []).append(cost_of(search))
        if arguebuf:
            load = cost_of([arguebuf, "-c", _LOAD, home])
            costs.setdefault("arguebuf loads the same files", []).append(load)
    yield f"{claims:,} claims in 1,500 maps, whole processes, medians of {rounds} rounds:"
    yield ""
    yield "| what | by the clock, s | processor, s | MB |"
    yield "|---|---:|---:|---:|"
    for name, rows in costs.items():
        clock, processor, megabytes = (statistics.median(each) for each in zip(*rows, strict=True))
        yield f"| {name} | {clock:.2f} | {processor:.2f} | {megabytes:.0f} |"


def many(
    sizes: Sequence[int], workers: Sequence[int], arguebuf: str | None, rounds: int
) -> Iterator[str]:
    """The lines of the section."""
    yield "## Many maps"
    yield ""
    with tempfile.TemporaryDirectory() as temporary:
        if rounds:
            yield from race(Path(temporary), arguebuf, rounds, workers)
            yield ""
            if not arguebuf:
                yield "Skipped, as it is not installed: arguebuf."
                yield ""
        yield from growth(sizes, workers, Path(temporary))


def main() -> None:
    """Measure as the command line says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", default="10000,100000")
    parser.add_argument("--workers", default="1,2")
    parser.add_argument("--rounds", type=int, default=3, help="of the race; 0: none")
    parser.add_argument("--arguebuf", metavar="PYTHON")
    given = parser.parse_args()
    sizes, workers = (list(map(int, each.split(","))) for each in (given.sizes, given.workers))
    for line in many(sizes, workers, given.arguebuf, given.rounds):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
