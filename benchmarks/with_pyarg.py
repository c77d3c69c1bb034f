# ruff: noqa: INP001, PLC0415, T201  # run as a script; only what a task needs is imported
"""A command line for python-argumentation (PyArg), which has none of its own.

python benchmarks/with_pyarg.py TASK FILE [ARGUMENT]
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

SETS = {
    "CO": "complete_extensions",
    "PR": "preferred_extensions",
    "ST": "stable_extensions",
    "GR": "grounded_extension",
    "ID": "ideal_extension",
}


def extensions_of(semantics: str, text: str) -> list[frozenset[str]]:
    """The extensions of an abstract framework, as sets of names."""
    from py_arg.import_export import argumentation_framework_from_iccma23_format_reader as reader

    framework = reader.ArgumentationFrameworkFromICCMA23FormatReader.from_iccma23(text)
    module = import_module(f"py_arg.algorithms.semantics.get_{SETS[semantics]}")
    answer = getattr(module, f"get_{SETS[semantics]}")(framework)
    every = [answer] if semantics == "GR" else answer
    return [
        frozenset(getattr(argument, "name", str(argument)) for argument in members)
        for members in every
    ]


def flat_extensions_of(semantics: str, text: str) -> list[frozenset[str]]:
    """The extensions of a flat assumption-based framework, as sets of names."""
    from py_arg.aba_classes.aba_framework import ABAF
    from py_arg.aba_classes.rule import Rule

    lines = [line.split() for line in text.splitlines()[1:]]
    rules = {
        Rule(f"r{place}", {f"A{atom}" for atom in rest[1:]}, f"A{rest[0]}")
        for place, (kind, *rest) in enumerate(lines)
        if kind == "r"
    }
    assumed = {f"A{rest[0]}" for kind, *rest in lines if kind == "a"}
    contraries = {f"A{rest[0]}": f"A{rest[1]}" for kind, *rest in lines if kind == "c"}
    language = {f"A{atom}" for atom in range(1, int(text.split()[2]) + 1)}
    framework = ABAF(assumed, rules, language, contraries)
    module = import_module(f"py_arg.aba_classes.semantics.get_{SETS[semantics]}")
    return [frozenset(members) for members in getattr(module, f"get_{SETS[semantics]}")(framework)]


def main() -> None:
    """Print the answer in the form of the competitions."""
    task, place, *query = sys.argv[1:]
    kind, _, semantics = task.partition("-")
    read = flat_extensions_of if place.endswith(".aba") else extensions_of
    every = read(semantics, Path(place).read_text(encoding="utf-8"))
    if kind == "SE":
        print("w " + " ".join(sorted(every[0])) if every else "NO")
    elif kind in ("EE", "CE"):
        print(len(every))
    else:
        has = [f"A{query[0]}" in members for members in every]
        print("YES" if (any(has) if kind == "DC" else all(has)) else "NO")


if __name__ == "__main__":
    main()
