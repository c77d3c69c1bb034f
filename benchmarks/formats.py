# ruff: noqa: INP001  # beside run.py, which calls it
"""The cost of maps in other formats: read, checked and labelled by whole processes, beside peers.

arguebuf is measured with the Python for which it is installed (`--arguebuf PYTHON`), Argdown with
its command line; each loads the file only, while argmap also says of every claim whether it stands.
"""

from __future__ import annotations

import csv
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

CLAIMS, FILES, STATEMENTS = 50_000, 1_500, 10_000
_LOAD = (
    "import sys, pathlib, arguebuf\n"
    "for path in sys.argv[1:]:\n"
    "    for file in sorted(pathlib.Path(path).glob('*.json')) or [path]:\n"
    "        arguebuf.load.file(file)\n"
)
_JSON = "import json, sys; json.load(open(sys.argv[1]))"

Pair = tuple[int, int, bool]


class Cost(NamedTuple):
    """The processor time of a process in seconds, and its memory at the most in megabytes."""

    seconds: float
    megabytes: float


def pairs_of(claims: int) -> list[Pair]:
    """A map of so many claims: each but the first with one before it that it is for or against."""
    draw = random.Random(7)  # noqa: S311  # no secret
    return [
        (number, draw.randrange(max(0, number - 500), number), draw.random() < 2 / 3)
        for number in range(1, claims)
    ]


def text_of(number: int) -> str:
    """The text of a claim."""
    return f"Claim number {number} says something of some length about the old town."


def aif_of(claims: int, pairs: list[Pair]) -> str:
    """A nodeset of AIFdb."""
    nodes = [{"nodeID": str(each), "text": text_of(each), "type": "I"} for each in range(claims)]
    edges = []
    for place, (premise, target, is_for) in enumerate(pairs):
        step, kind = str(claims + place), "RA" if is_for else "CA"
        name = "Default Inference" if is_for else "Default Conflict"
        nodes.append({"nodeID": step, "text": name, "type": kind})
        ends = ((str(premise), step), (step, str(target)))
        edges += [
            {"edgeID": f"{step}-{end}", "fromID": start, "toID": end, "formEdgeID": None}
            for start, end in ends
        ]
    return json.dumps({"nodes": nodes, "edges": edges, "locutions": []})


def write_inputs(folder: Path) -> None:
    """Write the inputs of all rows."""
    pairs = pairs_of(CLAIMS)
    (folder / "map.json").write_text(aif_of(CLAIMS, pairs), encoding="utf-8")
    below = {premise: (target, is_for) for premise, target, is_for in pairs}
    with (folder / "map.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "claim", "parent", "stance"])
        for number in range(CLAIMS):
            target, is_for = below.get(number, ("", None))
            stance = "" if is_for is None else "pro" if is_for else "con"
            rows.writerow([f"c{number}", text_of(number), f"c{target}" if stance else "", stance])
    corpus = folder / "corpus"
    corpus.mkdir()
    for number in range(FILES):
        (corpus / f"{number:04}.json").write_text(aif_of(16, pairs_of(16)), encoding="utf-8")
    blocks = (
        f"[c{number}]: {text_of(number)}\n  {'<+' if is_for else '<-'} [c{premise}]\n"
        for premise, number, is_for in pairs_of(STATEMENTS)
    )
    (folder / "map.argdown").write_text("\n".join(blocks), encoding="utf-8")


def cost_of(words: list[str], rounds: int) -> Cost | None:
    """The median cost of a process; None if it fails."""
    costs = []
    for _ in range(rounds):
        with subprocess.Popen(  # noqa: S603
            words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            return None
        costs.append(Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024))
    return Cost(
        statistics.median(cost.seconds for cost in costs), max(cost.megabytes for cost in costs)
    )


def table(rounds: int, arguebuf: str | None, argdown: str | None) -> Iterator[str]:
    """The lines of the section."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_inputs(folder)
        aif, corpus, argdown_file = folder / "map.json", folder / "corpus", folder / "map.argdown"
        argmap = [sys.executable, "-m", "argmap"]
        rows: dict[str, list[str]] = {
            f"argmap status, AIF, {CLAIMS:,} claims": [*argmap, "status", str(aif)],
            f"json.load alone, AIF, {CLAIMS:,} claims": [sys.executable, "-c", _JSON, str(aif)],
            f"argmap status, CSV, {CLAIMS:,} claims": [*argmap, "status", str(folder / "map.csv")],
            f"argmap check, folder of {FILES:,} AIF files": [*argmap, "check", str(corpus)],
            f"argmap status, Argdown, {STATEMENTS:,} statements": [
                *argmap,
                "status",
                str(argdown_file),
            ],
        }
        if arguebuf:
            load = [arguebuf, "-c", _LOAD]
            rows[f"arguebuf loads, AIF, {CLAIMS:,} claims"] = [*load, str(aif)]
            rows[f"arguebuf loads, folder of {FILES:,} AIF files"] = [*load, str(corpus)]
        if argdown:
            out = str(folder / "out")
            words = [argdown, "json", str(argdown_file), out]
            rows[f"argdown json, {STATEMENTS:,} statements"] = words
        yield "## Maps in other formats: whole processes"
        yield ""
        yield "| what | seconds | MB |"
        yield "|---|---:|---:|"
        for what, words in rows.items():
            cost = cost_of(words, rounds)
            shown = "fails | " if cost is None else f"{cost.seconds:.2f} | {cost.megabytes:.0f}"
            yield f"| `{what}` | {shown} |"
