# ruff: noqa: INP001  # run as a script
"""Questions that clingo answers in several steps: DS-PR and SE-ID.

    python benchmarks/with_clingo.py DS-PR FACTS PROGRAM ARGUMENT
    python benchmarks/with_clingo.py SE-ID FACTS PROGRAM

Preferred extensions come by domain heuristics, until one is without the argument. The ideal
extension is the largest admissible set within what some complete extension holds and none attacks.
"""

from __future__ import annotations

import sys

import clingo


def is_in_all(facts: str, program: str, argument: int) -> bool:
    """Whether every preferred extension has it."""
    control = _loaded(facts, program, "--heuristic=Domain", "--enum-mode=domRec", "--models=0")
    wanted = clingo.Function("in", [clingo.Number(argument)])
    with control.solve(yield_=True) as models:
        return all(model.contains(wanted) for model in models)


def ideal(facts: str, program: str) -> set[int]:
    """The ideal extension."""
    control = _loaded(facts, program, "--enum-mode=brave", "--models=0")
    credulous: set[int] = set()
    with control.solve(yield_=True) as models:
        for model in models:
            credulous = {one.arguments[0].number for one in model.symbols(shown=True)}
    attacks = [
        tuple(argument.number for argument in one.symbol.arguments)
        for one in control.symbolic_atoms.by_signature("att", 2)
    ]
    kept = credulous - {other for one, other in attacks if one in credulous}
    while True:
        hit = {other for one, other in attacks if one in kept}
        lost = {other for one, other in attacks if one not in hit} & kept
        if not lost:
            return kept
        kept -= lost


def _loaded(facts: str, program: str, *options: str) -> clingo.Control:
    control = clingo.Control(["--warn=none", *options])
    control.load(facts)
    control.load(program)
    control.ground()
    return control


def main() -> None:
    """Answer as solvers do."""
    task, facts, program, *asked = sys.argv[1:]
    if task == "DS-PR":
        print("YES" if is_in_all(facts, program, int(asked[0])) else "NO")  # noqa: T201
    else:
        print("w", *sorted(ideal(facts, program)))  # noqa: T201


if __name__ == "__main__":
    main()
