"""The door to clingo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import clingo

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.reasoning.horn import Atom, Horn


def rejection_sets(horn: Horn, grants: Sequence[Atom], goal: Atom) -> Iterator[tuple[Atom, ...]]:
    """The minimal sets of grants without which the goal has no derivation, smallest first."""
    return _smallest_first(horn, grants, goal, is_derived=False)


def premise_sets(horn: Horn, grants: Sequence[Atom], goal: Atom) -> Iterator[tuple[Atom, ...]]:
    """The minimal sets of grants from which the goal is derivable, smallest first."""
    return _smallest_first(horn, grants, goal, is_derived=True)


def _smallest_first(
    horn: Horn, grants: Sequence[Atom], goal: Atom, *, is_derived: bool
) -> Iterator[tuple[Atom, ...]]:
    """Smallest sets of grants kept (so that the goal is derived) or withdrawn (so that it is not).

    After each the sets that hold it are ruled out, so all that come are minimal. Atom `a` is
    program atom `a + 1`; that a grant is withdrawn has an atom of its own.
    """
    control = clingo.Control(["--opt-strategy=usc,oll", "--opt-mode=opt", "--models=0"])
    first = horn.atoms + 1
    withdrawn = {grant: first + place for place, grant in enumerate(grants)}
    with control.backend() as backend:
        for grant, without in withdrawn.items():
            backend.add_rule([without], choice=True)
            backend.add_rule([grant + 1], [-without])
        for head, body in horn.rules:
            backend.add_rule([head + 1], [atom + 1 for atom in body])
        backend.add_rule([], [-(goal + 1) if is_derived else goal + 1])
        counted = [-one if is_derived else one for one in withdrawn.values()]
        backend.add_minimize(0, [(literal, 1) for literal in counted])
    while (found := _optimum(control, withdrawn, is_derived=is_derived)) is not None:
        yield found
        if not found:
            return
        with control.backend() as backend:
            literals = [withdrawn[grant] for grant in found]
            backend.add_rule([], [-one for one in literals] if is_derived else literals)


def _optimum(
    control: clingo.Control, withdrawn: dict[Atom, int], *, is_derived: bool
) -> tuple[Atom, ...] | None:
    best: tuple[Atom, ...] | None = None
    with control.solve(yield_=True) as handle:
        for model in handle:
            best = tuple(
                grant
                for grant, literal in withdrawn.items()
                if model.is_true(literal) is not is_derived
            )
    return best
