# ruff: noqa: INP001  # beside run.py
"""The solvers with which `argmap solve` is compared, and the command line of each.

Clingo gets the encodings of the literature: for sets of arguments those of ASPARTIX (Egly, Gaggl,
Woltran 2010), for sets of assumptions those of Lehtonen, Wallner and Jarvisalo (2021), in both with
domain heuristics for preferred extensions.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
QUERY = "7"  # the argument of the decision problems

_STABLE = """
in(X) :- arg(X), not out(X).  out(X) :- arg(X), not in(X).
hit(X) :- in(Y), att(Y,X).  :- in(X), hit(X).
"""
_LARGEST = "\n#heuristic in(X) : arg(X). [1,true]"
ENCODINGS = {
    "ST": _STABLE + ":- out(X), not hit(X).\n",
    "CO": _STABLE + "open(X) :- att(Y,X), not hit(Y).  :- in(X), open(X).  :- out(X), not open(X).",
    "GR": "hit(X) :- in(Y), att(Y,X).  in(X) :- arg(X), hit(Y) : att(Y,X).",
}
ENCODINGS["PR"] = ENCODINGS["CO"] + _LARGEST
ENCODINGS["ID"] = ENCODINGS["CO"]

_DERIVED = """
in(X) :- arg(X), not out(X).  out(X) :- arg(X), not in(X).
from_in(X) :- in(X).  from_in(X) :- head(R,X), from_in(Y) : body(R,Y).
hit(X) :- contrary(X,Y), from_in(Y).  :- in(X), hit(X).
"""
_DEFENDED = """
from_left(X) :- arg(X), not hit(X).  from_left(X) :- head(R,X), from_left(Y) : body(R,Y).
open(X) :- contrary(X,Y), from_left(Y).  :- in(X), open(X).  :- out(X), not open(X).
"""
FLAT_ENCODINGS = {
    "ST": _DERIVED + ":- out(X), not hit(X).\n",
    "CO": _DERIVED + _DEFENDED,
    "PR": _DERIVED + _DEFENDED + _LARGEST,
}

PYTHONS = ("pygarg", "PyArg", "formal-argumentation")
NATIVE = {  # by the names under which they are installed
    "mu-toksia": ("mu-toksia",),
    "fudge": ("taas-fudge", "fudge"),
    "crustabri": ("crustabri_iccma23", "crustabri_iccma25", "scalop_iccma25"),
}


def as_facts(text: str) -> str:
    """A `p af` or `p aba` text as facts for clingo; arguments and assumptions become `arg`."""
    head, *lines = text.splitlines()
    if head.startswith("p af"):
        facts = [f"att({','.join(line.split())})." for line in lines]
        return "\n".join([f"arg(1..{head.split()[2]}).", *facts, "#show in/1."])
    facts = []
    for rule, line in enumerate(lines):
        kind, first, *rest = line.split()
        if kind == "a":
            facts.append(f"arg({first}).")
        elif kind == "c":
            facts.append(f"contrary({first},{rest[0]}).")
        else:
            facts += [f"head({rule},{first}).", *(f"body({rule},{atom})." for atom in rest)]
    return "\n".join([*facts, "#show in/1."])


def installed() -> dict[str, str]:
    """The native solvers on the PATH, by name."""
    places = {
        name: next(filter(None, map(shutil.which, words)), None) for name, words in NATIVE.items()
    }
    return {name: place for name, place in places.items() if place is not None}


@cache
def problems_of(place: str) -> frozenset[str]:
    """The tasks that a native solver declares to support."""
    done = subprocess.run([place, "--problems"], capture_output=True, text=True, check=False)  # noqa: S603
    return frozenset(done.stdout.strip().strip("[]").replace(" ", "").split(","))


def commands(python: str, name: str, task: str, folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The names of the solvers for a task on a file, each with its command line.

    `python` is the interpreter in whose environment the Python peers are installed.
    """
    kind, _, semantics = task.partition("-")
    query = [QUERY] if kind in ("DC", "DS") else []
    about = ["-a", *query] if query else []
    yield "argmap", [sys.executable, "-m", "argmap", "solve", "-p", task, "-f", name, *about]
    encodings = FLAT_ENCODINGS if name.endswith(".aba") else ENCODINGS
    if semantics in encodings:
        program = folder / f"{task}{Path(name).suffix}.lp"
        yield "clingo", _clingo(encodings[semantics], task, name, program)
    if name.endswith(".af"):
        pygarg = [python, "-m", "pygarg", "-p", task, "-f", name, "-fo", "dimacs", *about]
        yield "pygarg", pygarg
    yield "PyArg", [python, str(HERE / "with_pyarg.py"), task, name, *query]
    cli = Path(python).with_name("iccma-cli")
    if kind not in ("EE", "CE") and cli.exists():
        yield "formal-argumentation", [str(cli), "-p", task, "-f", name, *about]
    if name.endswith(".af"):  # only crustabri reads `.aba` too, but `--problems` does not tell it
        for solver, place in installed().items():
            if task in problems_of(place):
                yield solver, [place, "-p", task, "-f", name, *about]


def _clingo(encoding: str, task: str, name: str, program: Path) -> list[str]:
    """The command line for clingo; two tasks need several calls, hence a script of their own."""
    kind, _, semantics = task.partition("-")
    facts = f"{name}.facts"
    if task in ("DS-PR", "SE-ID"):
        program.write_text(encoding, encoding="utf-8")
        script = str(HERE / "with_clingo.py")
        return [sys.executable, script, task, facts, str(program), QUERY]
    goal = f":- not in({QUERY}).\n" if kind == "DC" else ""
    program.write_text(f"{encoding}\n{goal}", encoding="utf-8")
    largest = ["--heuristic=Domain", "--enum-mode=domRec"] if semantics == "PR" else []
    count = "0" if kind in ("EE", "CE") else "1"
    quiet = ["-q"] if kind == "CE" else []
    return [sys.executable, "-m", "clingo", facts, str(program), count, *largest, *quiet]
