# ruff: noqa: INP001  # run as a script
"""The tasks that clingo solves in several steps: DS-PR and SE-ID.

    python benchmarks/with_clingo.py DS-PR FACTS PROGRAM ARGUMENT
    python benchmarks/with_clingo.py SE-ID FACTS PROGRAM

DS-PR: preferred extensions are enumerated by domain heuristics until one lacks the argument. SE-ID:
the ideal extension is the largest admissible set among the credulously accepted arguments that no
credulously accepted argument attacks.
"""

from __future__ import annotations

import sys

import clingo


def is_in_all(facts: str, program: str, argument: int) -> bool:
    """Whether every preferred extension contains the argument."""
    control = _loaded(facts, program, "--heuristic=Domain", "--enum-mode=domRec", "--models=0")
    wanted = clingo.Function("in", [clingo.Number(argument)])
    with control.solve(yield_=True) as models:
        return all(model.contains(wanted) for model in models)


def ideal(facts: str, program: str) -> set[int]:
    """The ideal extension of the framework in the facts."""
    control = _loaded(facts, program, "--enum-mode=brave", "--models=0")
    credulous: set[int] = set()
    with control.solve(yield_=True) as models:
        for model in models:
            credulous = {symbol.arguments[0].number for symbol in model.symbols(shown=True)}
    attacks = [
        tuple(argument.number for argument in atom.symbol.arguments)
        for atom in control.symbolic_atoms.by_signature("att", 2)
    ]
    kept = credulous - {attacked for attacker, attacked in attacks if attacker in credulous}
    while True:  # drop members that the others do not defend
        hit = {attacked for attacker, attacked in attacks if attacker in kept}
        undefended = {attacked for attacker, attacked in attacks if attacker not in hit} & kept
        if not undefended:
            return kept
        kept -= undefended


def _loaded(facts: str, program: str, *options: str) -> clingo.Control:
    control = clingo.Control(["--warn=none", *options])
    control.load(facts)
    control.load(program)
    control.ground()
    return control


def main() -> None:
    """Print the answer in the form of the competitions."""
    task, facts, program, *query = sys.argv[1:]
    if task == "DS-PR":
        print("YES" if is_in_all(facts, program, int(query[0])) else "NO")  # noqa: T201
    else:
        print("w", *sorted(ideal(facts, program)))  # noqa: T201


if __name__ == "__main__":
    main()
