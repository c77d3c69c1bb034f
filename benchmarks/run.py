# ruff: noqa: INP001  # run as a script, never imported
"""One table: argmap beside its peers, measured in the same run on inputs made here.

    python benchmarks/run.py             the table on standard output
    python benchmarks/run.py --write     and into RESULTS.md beside this file
    python benchmarks/run.py --large     100,000 claims and 1,000,000 relations as well

Rounds of all that is compared alternate, so that what else the machine does meets all alike; times
are medians, of processor time, for a shared machine has no other that means something. A peer that
is not there is skipped by name. `--argdown` names the Argdown command line, if not on the PATH.
"""

from __future__ import annotations

import argparse
import compileall
import gc
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.model.argument_map import ArgumentMap

ROOT = Path(__file__).resolve().parents[1]
RESULTS = Path(__file__).with_name("RESULTS.md")
CLAIMS_A_FILE = 10_000
LARGE = 1_000_000
KINDS_OF_MAP = ("chain", "random", "circles")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `beside` is what the ratio is to."""

    what: str
    seconds: float
    beside: str = ""
    ratio: float | None = None
    megabytes: float | None = None


# Start: whole processes


def of_processes(commands: dict[str, list[str]], rounds: int, folder: Path) -> dict[str, float]:
    """The median processor time of each command."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, words in commands.items():
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            done = subprocess.run(words, cwd=folder, capture_output=True, check=False)  # noqa: S603
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            if done.returncode:
                sys.exit(f"{name} failed: {done.stderr.decode()}{done.stdout.decode()}")
            spent = (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)
            times[name].append(spent)
    return {name: statistics.median(spent) for name, spent in times.items()}


def start(rounds: int, argdown: str | None) -> Iterator[Row]:
    """How long a command takes from nothing."""
    argmap = [str(Path(sys.executable).with_name("argmap"))]
    if not Path(argmap[0]).exists():
        argmap = [sys.executable, "-m", "argmap"]
    imports = "import click, yaml, pydantic.main, networkx"
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        yaml_text, argdown_text = fifty_claims()
        (folder / "fifty.yaml").write_text(yaml_text, encoding="utf-8")
        (folder / "fifty.argdown").write_text(argdown_text, encoding="utf-8")
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "argmap --version": [*argmap, "--version"],
            f'python -c "{imports}"': [sys.executable, "-c", imports],
            "argmap check, the shipped claims": [*argmap, "check", str(ROOT / "claims")],
            "argmap check, 50 claims": [*argmap, "check", "fifty.yaml"],
            "argmap build, 50 claims": [*argmap, "build", "fifty.yaml", "-o", "out"],
        }
        if argdown is not None:
            commands["argdown json, 50 claims"] = [argdown, "json", "fifty.argdown", "json"]
            svg = [argdown, "map", "-f", "svg", "fifty.argdown", "svg"]
            commands["argdown map -f svg, 50 claims"] = svg
        found = of_processes(commands, rounds, folder)
    beside = {
        "argmap --version": "python -c pass",
        "argmap check, the shipped claims": f'python -c "{imports}"',
        "argmap check, 50 claims": f'python -c "{imports}"',
        "argdown json, 50 claims": "argmap check, 50 claims",
        "argdown map -f svg, 50 claims": "argmap build, 50 claims",
    }
    for name, seconds in found.items():
        other = beside.get(name, "")
        yield Row(name, seconds, other, seconds / found[other] if other else None)


def fifty_claims() -> tuple[str, str]:
    """A map of 50 claims for argmap, and the same for Argdown."""
    below: dict[int, list[int]] = {}
    for number in range(1, 50):
        below.setdefault((number - 1) // 3, []).append(number)
    ours, theirs = ["claims:"], ["===", "title: Fifty claims", "===", ""]
    for number in range(50):
        text = f"Claim number {number} says something of some length about the old town."
        supports = [one for one in below.get(number, []) if one % 4]
        attacks = [one for one in below.get(number, []) if not one % 4]
        ours += [f"  c{number}:", f"    text: {text}"]
        for key, numbers in (("supported_by", supports), ("attacked_by", attacks)):
            if numbers:
                ours.append(f"    {key}: [{', '.join(f'c{one}' for one in numbers)}]")
        theirs.append(f"[c{number}]: {text}")
        theirs += [f"  + [c{one}]" for one in supports] + [f"  - [c{one}]" for one in attacks]
        theirs.append("")
    return "\n".join(ours) + "\n", "\n".join(theirs) + "\n"


# Reading: text to values, in a process for each measurement, so that memory can be told apart


def texts_of(claims: int) -> list[str]:
    """The files of a map of so many claims, about 200 characters each."""
    return [
        "".join(_file(range(first, min(first + CLAIMS_A_FILE, claims))))
        for first in range(0, claims, CLAIMS_A_FILE)
    ]


def _file(numbers: range) -> Iterator[str]:
    yield "claims:\n"
    for number in numbers:
        yield (
            f"  c{number}:\n    text: Claim number {number} says that streets are quieter.\n"
            f"    credence: 0.{1 + number % 9}\n    tags: [one, two]\n"
            f"    at: {{paragraph: {1 + number % 50}, quote: 'are quieter'}}\n"
        )
        if number > numbers.start:
            yield f"    supported_by:\n      - c{number - 1}\n"
            yield f"      - premises: [c{numbers.start}, c{number - 1}]\n        weight: 0.5\n"


def read_with(way: str, claims: int) -> tuple[float, float]:
    """Processor time and added megabytes of reading a generated map in some way."""
    import yaml  # noqa: PLC0415  # nothing may be imported before its memory is counted

    from argmap.reading.containers import Mapping  # noqa: PLC0415
    from argmap.reading.reader import read  # noqa: PLC0415
    from argmap.reading.validate import validate  # noqa: PLC0415
    from argmap.reading.yaml_tree import parse  # noqa: PLC0415

    texts = texts_of(claims)

    def tree(text: str) -> object:
        root = parse(text, "map.yaml").root
        assert isinstance(root, Mapping)  # noqa: S101  # the generated map is one
        return root, validate(root, "map.yaml")

    def load(text: str) -> object:
        return yaml.load(text, Loader=yaml.CSafeLoader)

    if way == "whole":
        with tempfile.TemporaryDirectory() as folder:
            for number, text in enumerate(texts):
                (Path(folder) / f"{number:04}.yaml").write_text(text, encoding="utf-8")
            texts.clear()
            return measured(lambda: read(folder))
    if way != "yaml":
        gc.disable()
    one = load if way.startswith("yaml") else tree
    return measured(lambda: [one(text) for text in texts])


def measured(work: Callable[[], object]) -> tuple[float, float]:
    """Processor time and added megabytes of some work."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    kept = work()
    spent = time.process_time() - began
    more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    del kept
    return spent, more / 1024


WAYS = {
    "yaml": "PyYAML CSafeLoader",
    "yaml-paused": "PyYAML CSafeLoader, collector paused",
    "tree": "argmap, tree with places, validated",
    "whole": "argmap, map with every reference",
}


def reading(claims: int, rounds: int) -> Iterator[Row]:
    """How long it takes to read a map, and how much memory."""
    found: dict[str, list[tuple[float, float]]] = {way: [] for way in WAYS}
    for _ in range(rounds):
        for way in WAYS:
            found[way].append(in_process("read_with", way, claims))
    medians = {way: _medians(measures) for way, measures in found.items()}
    for way, (seconds, megabytes) in medians.items():
        name = f"{WAYS[way]}: {claims:,} claims"
        if way == "yaml":
            yield Row(name, seconds, megabytes=megabytes)
        else:
            yield Row(name, seconds, WAYS["yaml"], seconds / medians["yaml"][0], megabytes)


def in_process(function: str, *arguments: object) -> Any:  # noqa: ANN401  # whatever it answers
    """What a function of this file answers in a process of its own."""
    words = [sys.executable, __file__, "--inside", json.dumps([function, *arguments])]
    done = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def _medians(measures: list[tuple[float, float]]) -> tuple[float, float]:
    seconds, megabytes = zip(*measures, strict=True)
    return statistics.median(seconds), statistics.median(megabytes)


# Grounded labelling


def map_with(relations: int, kind: str) -> ArgumentMap:
    """A map of so many relations: a chain, at random, or many small circles."""
    from argmap.diagnostics import Location  # noqa: PLC0415
    from argmap.model.argument_map import ArgumentMap  # noqa: PLC0415
    from argmap.model.claim import Claim  # noqa: PLC0415
    from argmap.model.relation import Kind, Relation  # noqa: PLC0415

    here = Location("map.yaml", 1, 1)
    triples = {"chain": _chain, "random": _random, "circles": _circles}[kind](relations)
    made: dict[str, Relation] = {}
    claims: set[int] = set()
    for number, (premises, sign, target) in enumerate(triples):
        name = f"r{number:07}"
        words = tuple(sorted({f"c{one}" for one in premises}))
        at = f"r{target:07}" if sign == "/" else f"c{target}"
        kinds = {"+": Kind.SUPPORTS, "-": Kind.ATTACKS, "/": Kind.UNDERCUTS}
        made[name] = Relation(name, kinds[sign], words, at, here, named=True)
        claims.update(premises if sign == "/" else (*premises, target))
    names = [f"c{number}" for number in sorted(claims)]
    return ArgumentMap({name: Claim(name, name, here) for name in names}, made)


def _chain(relations: int) -> Iterator[tuple[tuple[int, ...], str, int]]:
    for number in range(relations):
        yield (number + 1,), "-" if number % 3 == 0 else "+", number


def _random(relations: int) -> Iterator[tuple[tuple[int, ...], str, int]]:
    drawn = random.Random(1)  # noqa: S311  # the same map every time, and no secret
    claims = relations // 2
    for number in range(relations):
        premises = tuple(drawn.randrange(claims) for _ in range(drawn.choice((1, 1, 2, 3))))
        sign = drawn.choice("++++++---/") if number else "+"
        target = drawn.randrange(number) if sign == "/" else drawn.randrange(claims)
        if sign != "/":
            premises = tuple({(one + (one == target)) % claims for one in premises})
        yield premises, sign, target


def _circles(relations: int) -> Iterator[tuple[tuple[int, ...], str, int]]:
    """Of every ten relations five are a circle of supports, two of attacks, three lead on."""
    for first in range(0, relations // 10 * 7, 7):
        for place in range(5):
            yield (first + (place + 1) % 5,), "+", first + place
        yield (first + 5,), "-", first + 6
        yield (first + 6,), "-", first + 5
        yield (first + 5,), "-", first
        yield (first + 7,), "+", first + 6
        yield (first + 7,), "+", first + 1


def label(kind: str, relations: int) -> list[float]:
    """Processor time of the grounded extension alone, and of the whole status."""
    from argmap.api import status  # noqa: PLC0415
    from argmap.graph.compile import compile_map  # noqa: PLC0415
    from argmap.reasoning.grounded import grounded_extension  # noqa: PLC0415

    argument_map = map_with(relations, kind)
    framework = compile_map(argument_map).framework
    gc.disable()  # as the command line does
    alone, _ = measured(lambda: grounded_extension(framework))
    whole, megabytes = measured(lambda: status(argument_map))
    return [alone, whole, megabytes]


def labelling(sizes: list[int], rounds: int) -> Iterator[Row]:
    """How long grounded labelling takes, and how that grows."""
    for kind in KINDS_OF_MAP:
        before: list[float] = []
        for size in sizes:
            often = rounds if size < LARGE else 1
            rows = [in_process("label", kind, size) for _ in range(often)]
            medians = [statistics.median(column) for column in zip(*rows, strict=True)]
            for place, what in enumerate(("grounded extension", "whole status")):
                yield Row(
                    f"{what}, {kind}, {size:,} relations",
                    medians[place],
                    "a tenth of it" if before else "",
                    medians[place] / before[place] if before else None,
                )
            before = medians


# Abstract frameworks: a file parsed, and answered


def attacks_file(kind: str, size: int, attacks: int) -> str:
    """A `p af` text: a chain, at random, circles of ten, or mostly decided."""
    drawn = random.Random(3)  # noqa: S311  # the same every time, and no secret
    pairs = {
        "chain": lambda: ((one + 1, one) for one in range(attacks)),
        "random": lambda: ((drawn.randrange(size), drawn.randrange(size)) for _ in range(attacks)),
        "circles": lambda: ((one, one - one % 10 + (one + 1) % 10) for one in range(attacks)),
        "ordered": lambda: (
            sorted((drawn.randrange(size), drawn.randrange(size))) for _ in range(attacks)
        ),
    }
    return f"p af {size}\n" + "".join(f"{one + 1} {other + 1}\n" for one, other in pairs[kind]())


def answer(kind: str, size: int, attacks: int) -> list[float]:
    """Processor time of parsing, of parsing and answering SE-GR, and added megabytes."""
    from argmap.formats.table import read_abstract  # noqa: PLC0415
    from argmap.reasoning.grounded import grounded_extension  # noqa: PLC0415

    text = attacks_file(kind, size, attacks)
    gc.disable()  # as the command line does
    parsed, _ = measured(lambda: read_abstract(text, ".af"))
    both, megabytes = measured(lambda: grounded_extension(read_abstract(text, ".af").framework))
    return [parsed, both, megabytes]


def abstract(rounds: int, *, large: bool) -> Iterator[Row]:
    """SE-GR beside the parsing of its file."""
    sizes = [("ordered", 50_000, 75_000)]
    if large:
        sizes += [(kind, LARGE + 1, LARGE) for kind in ("chain", "random", "circles")]
        sizes.append(("ordered", LARGE // 2, LARGE))
    for kind, size, attacks in sizes:
        often = rounds if attacks < LARGE else 1
        rows = [in_process("answer", kind, size, attacks) for _ in range(often)]
        parsed, both, megabytes = (statistics.median(column) for column in zip(*rows, strict=True))
        what = f"{kind}, {size:,} arguments, {attacks:,} attacks"
        yield Row(f"parsing {what}", parsed)
        yield Row(f"parsing and SE-GR, {what}", both, "parsing", both / parsed, megabytes)


# What a conclusion rests on


def resting(rounds: int) -> Iterator[Row]:
    """Critical premises of all claims in one pass, and smallest sets by both solvers."""
    import resting as made  # noqa: PLC0415  # beside this file

    horn, grants = made.tree_like(700, 1)
    edges = sum(len(body) for _, body in horn.rules)
    quick = _median_of(lambda: made.all_critical(horn, grants), rounds)
    slow = _median_of(lambda: made.naive_critical(horn, grants, made.goals_of(horn)), 1)
    yield Row(f"critical premises of all claims one by one, {edges:,} edges", slow)
    yield Row(
        f"critical premises of all claims, {edges:,} edges", quick, "one by one", quick / slow
    )
    for claims in (600, 6_000):
        part = made.part(claims)
        for kind in ("rejection_sets", "premise_sets"):
            for name in ("sat", "clingo"):
                solver = made.solver_of(name)
                spent = _median_of(lambda: made.smallest(solver, part, kind), rounds)  # noqa: B023  # run at once
                what = kind.replace("_sets", " set")
                yield Row(f"smallest {what} by {name}, {claims:,} claims", spent)


def _median_of(work: Callable[[], object], rounds: int) -> float:
    return statistics.median(measured(work)[0] for _ in range(rounds))


# The table


def table(rows: list[Row]) -> Iterator[str]:
    """The rows as Markdown."""
    yield "| what | seconds | MB more | ratio | to |"
    yield "|---|---:|---:|---:|---|"
    for row in rows:
        megabytes = f"{row.megabytes:.0f}" if row.megabytes is not None else ""
        ratio = f"{row.ratio:.2f}" if row.ratio is not None else ""
        yield f"| `{row.what}` | {row.seconds:.3f} | {megabytes} | {ratio} | {row.beside} |"


def _solvers(python: str, rounds: int) -> Iterator[str]:
    """`argmap solve` beside other solvers."""
    import solvers  # noqa: PLC0415  # beside this file

    with tempfile.TemporaryDirectory() as folder:
        yield from solvers.report(Path(folder), python, rounds)


def page(claims: int, file: str) -> list[float]:
    """Make a page, for `in_process`."""
    import pages  # noqa: PLC0415  # beside this file

    return pages.make(claims, file)


def _pages(rounds: int) -> Iterator[str]:
    """Pages: made, opened, moved about in."""
    import pages  # noqa: PLC0415  # beside this file

    yield "## The page: opened in Chromium without a graphics card"
    yield ""
    yield "Make: processor time. Ready and frames: by the page's own clock, the best of the rounds."
    yield ""
    with tempfile.TemporaryDirectory() as folder:
        yield from pages.table(Path(folder), rounds)


def main() -> None:
    """Measure, and write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="write RESULTS.md")
    parser.add_argument("--large", action="store_true", help="measure large maps as well")
    parser.add_argument("--rounds", type=int, default=7, help="how often (7)")
    parser.add_argument("--argdown", help="the Argdown command line")
    parser.add_argument("--solvers", metavar="PYTHON", help="beside the solvers of this Python")
    parser.add_argument("--pages", action="store_true", help="and pages, in Chromium")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.inside:
        function, *arguments = json.loads(asked.inside)
        sys.stdout.write(json.dumps(globals()[function](*arguments)))
        return
    compileall.compile_dir(ROOT / "src", quiet=1)  # as the peers were when they were installed
    argdown = asked.argdown or shutil.which("argdown")
    rows = [*start(asked.rounds, argdown)]
    few = max(3, asked.rounds // 2)
    rows += reading(10_000, few)
    if asked.large:
        rows += reading(100_000, 1)
    rows += labelling([10_000, 100_000, *([LARGE] if asked.large else [])], min(few, 3))
    rows += abstract(few, large=asked.large)
    rows += resting(few)
    skipped = "" if argdown else "Skipped, for they were not there: the Argdown command line.\n\n"
    flags = " --large" * asked.large + " --solvers PYTHON" * bool(asked.solvers)
    text = (
        "# What argmap costs\n\n"
        f"Made by `python benchmarks/run.py --write{flags} --rounds {asked.rounds}` on "
        f"{os.cpu_count()} cores, shared, with Python {sys.version.split()[0]}. "
        "Seconds are medians of processor time; only the ratios mean something elsewhere.\n\n"
        + skipped
        + "\n".join(table(rows))
        + "\n"
    )
    if asked.solvers:
        text += "\n" + "\n".join(_solvers(asked.solvers, 1)) + "\n"
    if asked.pages:
        text += "\n" + "\n".join(_pages(asked.rounds)) + "\n"
    sys.stdout.write(text)
    if asked.write:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
