# ruff: noqa: INP001  # run as a script, never imported
"""A table of argmap and comparable tools, measured in the same run on generated inputs.

    python benchmarks/run.py             the table on standard output
    python benchmarks/run.py --write     and into RESULTS.md beside this file
    python benchmarks/run.py --large     100,000 claims and 1,000,000 relations as well

The rounds of everything compared alternate, so that other load on the machine affects all alike.
Times are medians of processor time, as clock time means little on a shared machine. A tool that is
not installed is skipped and named. `--argdown` is the Argdown command line, if not on the PATH.
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
    """A row of the table; `beside` names the measurement to which the ratio refers."""

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
    """Rows for whole processes: the start of the program, `check` and `build`."""
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
        times = of_processes(commands, rounds, folder)
    beside = {
        "argmap --version": "python -c pass",
        "argmap check, the shipped claims": f'python -c "{imports}"',
        "argmap check, 50 claims": f'python -c "{imports}"',
        "argdown json, 50 claims": "argmap check, 50 claims",
        "argdown map -f svg, 50 claims": "argmap build, 50 claims",
    }
    for name, seconds in times.items():
        other = beside.get(name, "")
        yield Row(name, seconds, other, seconds / times[other] if other else None)


def fifty_claims() -> tuple[str, str]:
    """A map of 50 claims for argmap, and the same for Argdown."""
    below: dict[int, list[int]] = {}
    for number in range(1, 50):
        below.setdefault((number - 1) // 3, []).append(number)
    ours, theirs = ["claims:"], ["===", "title: Fifty claims", "===", ""]
    for number in range(50):
        text = f"Claim number {number} says something of some length about the old town."
        supports = [premise for premise in below.get(number, []) if premise % 4]
        attacks = [premise for premise in below.get(number, []) if not premise % 4]
        ours += [f"  c{number}:", f"    text: {text}"]
        for key, numbers in (("supported_by", supports), ("attacked_by", attacks)):
            if numbers:
                ours.append(f"    {key}: [{', '.join(f'c{premise}' for premise in numbers)}]")
        theirs.append(f"[c{number}]: {text}")
        theirs += [f"  + [c{premise}]" for premise in supports]
        theirs += [f"  - [c{premise}]" for premise in attacks]
        theirs.append("")
    return "\n".join(ours) + "\n", "\n".join(theirs) + "\n"


# Reading: text to values, each measurement in a process of its own, as memory is never given back


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
    """Processor time and added megabytes of reading a generated map in one of the `WAYS`."""
    import yaml  # noqa: PLC0415  # nothing may be imported before its memory is counted

    from argmap.reading.containers import PlacedMapping  # noqa: PLC0415
    from argmap.reading.in_parts import shapes_of  # noqa: PLC0415
    from argmap.reading.reader import read  # noqa: PLC0415
    from argmap.reading.validate import prepare  # noqa: PLC0415
    from argmap.reading.yaml_tree import parse  # noqa: PLC0415

    texts = texts_of(claims)

    def tree(text: str) -> object:
        root = parse(text, "map.yaml").root
        assert isinstance(root, PlacedMapping)  # noqa: S101  # the generated map is one
        prepare(root, "map.yaml")
        return root, list(shapes_of(root))

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
    convert = load if way.startswith("yaml") else tree
    return measured(lambda: [convert(text) for text in texts])


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
    """Rows for reading a map: time and memory."""
    measures_of: dict[str, list[tuple[float, float]]] = {way: [] for way in WAYS}
    for _ in range(rounds):
        for way in WAYS:
            measures_of[way].append(in_process("read_with", way, claims))
    medians = {way: _medians(measures) for way, measures in measures_of.items()}
    for way, (seconds, megabytes) in medians.items():
        name = f"{WAYS[way]}: {claims:,} claims"
        if way == "yaml":
            yield Row(name, seconds, megabytes=megabytes)
        else:
            yield Row(name, seconds, WAYS["yaml"], seconds / medians["yaml"][0], megabytes)


def in_process(function: str, *arguments: object) -> Any:  # noqa: ANN401  # whatever it answers
    """The result of a function of this file, called in a process of its own."""
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
        words = tuple(sorted({f"c{premise}" for premise in premises}))
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
            # A premise that is the target itself is replaced by its neighbour.
            premises = tuple({(claim + (claim == target)) % claims for claim in premises})
        yield premises, sign, target


def _circles(relations: int) -> Iterator[tuple[tuple[int, ...], str, int]]:
    """Groups of ten relations: a circle of 5 supports, a circle of 2 attacks, 3 links onwards."""
    for first in range(0, relations // 10 * 7, 7):
        for place in range(5):
            yield (first + (place + 1) % 5,), "+", first + place
        yield (first + 5,), "-", first + 6
        yield (first + 6,), "-", first + 5
        yield (first + 5,), "-", first
        yield (first + 7,), "+", first + 6
        yield (first + 7,), "+", first + 1


def label(kind: str, relations: int) -> list[float]:
    """Processor time of the grounded extension alone; of labels, words, roles and numbers."""
    from argmap.analysis.reading_of_map import Reading  # noqa: PLC0415
    from argmap.graph.compile import compile_map  # noqa: PLC0415
    from argmap.reasoning.grounded import grounded_extension  # noqa: PLC0415

    argument_map = map_with(relations, kind)
    framework = compile_map(argument_map).framework
    gc.disable()  # as the command line does
    alone, _ = measured(lambda: grounded_extension(framework))
    reading = Reading(argument_map)
    whole, megabytes = measured(lambda: (reading.status, reading.roles, reading.outline))
    return [alone, whole, megabytes]


def labelling(sizes: list[int], rounds: int) -> Iterator[Row]:
    """Rows for grounded labelling: the time by size, and its growth with ten times the size."""
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


# The whole command: files read, everything labelled, the answer written in JSON


def answers(sizes: list[int]) -> Iterator[Row]:
    """Rows for `argmap status --json`: time and memory of the process, beside bare Python."""
    with tempfile.TemporaryDirectory() as temporary:
        _, bare = in_process("of_command", ["-c", "pass"])
        for size in sizes:
            folder = Path(temporary) / str(size)
            write_map(map_with(size, "random"), folder)
            words = ["-m", "argmap", "status", str(folder), "--json", "--time-limit", "none"]
            seconds, megabytes = in_process("of_command", words)
            name = f"argmap status --json, random, {size:,} relations"
            yield Row(name, seconds, megabytes=megabytes - bare)


def write_map(argument_map: ArgumentMap, folder: Path) -> None:
    """Write a generated map as claim files, 10,000 claims or relations each."""
    folder.mkdir()
    claims = [
        f"  {id_}: Claim number {id_} says that streets are quieter.\n"
        for id_ in argument_map.claims
    ]
    relations = [
        f"  - {{id: {each.id}, premises: [{', '.join(each.premises)}], "
        f"{each.kind}: {each.target}}}\n"
        for each in argument_map.relations.values()
    ]
    for key, lines in (("claims", claims), ("relations", relations)):
        for first in range(0, len(lines), CLAIMS_A_FILE):
            text = "".join(lines[first : first + CLAIMS_A_FILE])
            (folder / f"{key}{first:08}.yaml").write_text(f"{key}:\n{text}", encoding="utf-8")


def of_command(words: list[str]) -> tuple[float, float]:
    """Processor time and megabytes of a command of Python, in a process that has no other."""
    subprocess.run([sys.executable, *words], stdout=subprocess.DEVNULL, check=True)  # noqa: S603
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime, spent.ru_maxrss / 1024


# Abstract frameworks: a file parsed, and answered


def attacks_file(kind: str, size: int, attacks: int) -> str:
    """A `p af` text: a chain, at random, circles of ten, or mostly decided."""
    drawn = random.Random(3)  # noqa: S311  # the same every time, and no secret
    pairs = {
        "chain": lambda: ((place + 1, place) for place in range(attacks)),
        "random": lambda: ((drawn.randrange(size), drawn.randrange(size)) for _ in range(attacks)),
        "circles": lambda: (
            (place, place - place % 10 + (place + 1) % 10) for place in range(attacks)
        ),
        "ordered": lambda: (
            sorted((drawn.randrange(size), drawn.randrange(size))) for _ in range(attacks)
        ),
    }
    lines = (f"{attacker + 1} {attacked + 1}\n" for attacker, attacked in pairs[kind]())
    return f"p af {size}\n" + "".join(lines)


def answer(kind: str, size: int, attacks: int) -> list[float]:
    """Processor time of parsing, of parsing and answering SE-GR, and added megabytes."""
    from argmap.formats.frameworks.table import read_abstract  # noqa: PLC0415
    from argmap.reasoning.grounded import grounded_extension  # noqa: PLC0415

    text = attacks_file(kind, size, attacks)
    gc.disable()  # as the command line does
    parsed, _ = measured(lambda: read_abstract(text, ".af"))
    both, megabytes = measured(lambda: grounded_extension(read_abstract(text, ".af").framework))
    return [parsed, both, megabytes]


def abstract(rounds: int, *, large: bool) -> Iterator[Row]:
    """Rows for SE-GR (the grounded extension), compared with the parsing of the file."""
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


# The premises on which a conclusion rests


def resting(rounds: int) -> Iterator[Row]:
    """Rows for the critical premises of all claims, and for the smallest sets by both solvers."""
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
    """The comparison of `argmap solve` with other solvers."""
    import solvers  # noqa: PLC0415  # beside this file

    with tempfile.TemporaryDirectory() as folder:
        yield from solvers.report(Path(folder), python, rounds)


def page(claims: int, file: str) -> list[float]:
    """Make a page; called by name through `in_process`."""
    import pages  # noqa: PLC0415  # beside this file

    return pages.make(claims, file)


def _pages(rounds: int) -> Iterator[str]:
    """The section on pages: making, opening, moving."""
    import pages  # noqa: PLC0415  # beside this file

    yield "## The page: opened in Chromium without a graphics card"
    yield ""
    yield "Make: processor time. Ready and frames: by the page's own clock, the best of the rounds."
    yield ""
    with tempfile.TemporaryDirectory() as folder:
        yield from pages.table(Path(folder), rounds)


def _editors(rounds: int) -> Iterator[str]:
    import editors  # noqa: PLC0415  # beside this file

    return editors.table(rounds)


def _workbench(rounds: int, edits_made: int) -> Iterator[str]:
    import workbench  # noqa: PLC0415  # beside this file

    return workbench.table(rounds, edits_made)


def _rooms() -> Iterator[str]:
    import rooms  # noqa: PLC0415  # beside this file

    return rooms.table()


def _formats(rounds: int, arguebuf: str | None, argdown: str | None) -> Iterator[str]:
    import formats  # noqa: PLC0415  # beside this file

    return formats.table(rounds, arguebuf, argdown)


def _many(arguebuf: str | None) -> Iterator[str]:
    import many  # noqa: PLC0415  # beside this file

    return many.many((10_000, 100_000), (1, 2, 4), arguebuf, rounds=5)


def _strengths(rounds: int, python: str | None) -> Iterator[str]:
    import strengths  # noqa: PLC0415  # beside this file

    return strengths.table(rounds, python)


def _sections(
    options: argparse.Namespace, few: int, argdown: str | None
) -> Iterator[Iterator[str]]:
    """The sections that the options name, each as its lines."""
    if options.solvers:
        yield _solvers(options.solvers, 1)
    if options.pages:
        yield _pages(options.rounds)
    if options.formats:
        yield _formats(few, options.arguebuf, argdown)
    if options.many:
        yield _many(options.arguebuf)
    if options.editors:
        yield _editors(options.rounds)
    if options.workbench:
        yield _workbench(options.rounds, options.workbench)
    if options.rooms:
        yield _rooms()
    if options.strengths is not None:
        yield _strengths(options.rounds, options.strengths or None)


def main() -> None:
    """Measure everything that the options name, and write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="write RESULTS.md")
    parser.add_argument("--large", action="store_true", help="measure large maps as well")
    parser.add_argument("--rounds", type=int, default=7, help="number of rounds (7)")
    parser.add_argument("--argdown", help="path of the Argdown command line")
    parser.add_argument(
        "--solvers", metavar="PYTHON", help="compare with the solvers installed for this Python"
    )
    parser.add_argument("--pages", action="store_true", help="measure pages in Chromium as well")
    parser.add_argument("--formats", action="store_true", help="measure other formats as well")
    parser.add_argument("--many", action="store_true", help="measure a corpus of many maps as well")
    parser.add_argument(
        "--arguebuf",
        metavar="PYTHON",
        help="with --formats and --many: compare with arguebuf of this Python",
    )
    parser.add_argument("--editors", action="store_true", help="measure `argmap lsp` as well")
    parser.add_argument(
        "--workbench",
        metavar="EDITS",
        nargs="?",
        const=1_000,
        type=int,
        help="measure `argmap serve` as well, its memory after so many edits (1,000)",
    )
    parser.add_argument("--rooms", action="store_true", help="measure a room of 200 as well")
    parser.add_argument(
        "--strengths",
        metavar="PYTHON",
        nargs="?",
        const="",
        help="measure strengths as well, beside QBAF-Py and Uncertainpy of this Python",
    )
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        function, *arguments = json.loads(options.inside)
        sys.stdout.write(json.dumps(globals()[function](*arguments)))
        return
    compileall.compile_dir(ROOT / "src", quiet=1)  # as the peers were when they were installed
    argdown = options.argdown or shutil.which("argdown")
    rows = [*start(options.rounds, argdown)]
    few = max(3, options.rounds // 2)
    rows += reading(10_000, few)
    if options.large:
        rows += reading(100_000, 1)
    rows += labelling([10_000, 100_000, *([LARGE] if options.large else [])], min(few, 3))
    rows += answers([100_000, *([300_000] if options.large else [])])
    rows += abstract(few, large=options.large)
    rows += resting(few)
    skipped = "" if argdown else "Skipped, as it is not installed: the Argdown command line.\n\n"
    flags = " --large" * options.large + " --solvers PYTHON" * bool(options.solvers)
    text = (
        "# What argmap costs\n\n"
        f"Made by `python benchmarks/run.py --write{flags} --rounds {options.rounds}` on "
        f"{os.cpu_count()} cores, shared, with Python {sys.version.split()[0]}. "
        "Seconds are medians of processor time; only the ratios mean something elsewhere.\n\n"
        + skipped
        + "\n".join(table(rows))
        + "\n"
    )
    text += "".join(
        "\n" + "\n".join(section) + "\n" for section in _sections(options, few, argdown)
    )
    sys.stdout.write(text)
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
