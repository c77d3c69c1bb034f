"""Which solver does a piece of work, and whether it is there."""

from __future__ import annotations

from contextvars import ContextVar
from importlib import import_module

TYPE_CHECKING = False  # as checkers know it: `solve` does not wait for typing
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextvars import Token
    from types import ModuleType

    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom, Horn
    from argmap.reasoning.minimal_sets.families import Engine
    from argmap.reasoning.solvers.oracle import Base, Oracle, OracleOf

# By name: our doors to it, for extensions and for minimal sets. The first that opens is taken.
ENGINES = {
    "sat": ("argmap.reasoning.solvers.sat", "argmap.reasoning.solvers.maxsat"),
    "clingo": ("argmap.reasoning.solvers.asp", "argmap.reasoning.solvers.asp"),
}
_EXTENSIONS, _MINIMAL_SETS = 0, 1
_PACKAGES = {"sat": "python-sat", "clingo": "clingo"}
_preferred: ContextVar[str | None] = ContextVar("preferred", default=None)


class NoEngineError(Exception):
    """The solver that is asked for, or any solver, cannot be loaded."""


class Preferring:
    """Within this context an engine that is not named is this one.

    >>> with Preferring("clingo"):
    ...     engine().__name__
    'argmap.reasoning.solvers.asp'
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.token: Token[str | None]

    def __enter__(self) -> None:
        self.token = _preferred.set(self.name)

    def __exit__(self, *_: object) -> None:
        _preferred.reset(self.token)


class WhenNeeded:
    """The engine that is at hand, loaded when it is first asked: most questions need none."""

    def premise_sets(
        self, horn: Horn, grants: Sequence[Atom], goal: Atom
    ) -> Iterator[tuple[Atom, ...]]:
        """The minimal sets of grants from which the goal is derivable, smallest first."""
        return engine().premise_sets(horn, grants, goal)

    def rejection_sets(
        self, horn: Horn, grants: Sequence[Atom], goal: Atom
    ) -> Iterator[tuple[Atom, ...]]:
        """The minimal sets of grants without which the goal is not derivable, smallest first."""
        return engine().rejection_sets(horn, grants, goal)


def engine(name: str | None = None) -> Engine:
    """The engine of this name, or the first one that can be loaded.

    Raises:
        NoEngineError: its package is not installed, or cannot be loaded.
        KeyError: there is no engine of this name.

    >>> engine("clingo").__name__
    'argmap.reasoning.solvers.asp'
    """
    found: Engine = _opened(name, _MINIMAL_SETS)
    return found


def oracles(name: str | None = None) -> OracleOf:
    """What makes an oracle for a framework, with this engine or the first one that can be loaded.

    It is loaded with the first oracle: small frameworks never ask for one. Making one raises
    NoEngineError if that fails, KeyError if there is no such engine.
    """

    def oracle_of(framework: Framework, base: Base) -> Oracle:
        oracle: Oracle = _opened(name, _EXTENSIONS).Oracle(framework, base)
        return oracle

    return oracle_of


def _opened(name: str | None, purpose: int) -> ModuleType:
    """The door of this engine, or the first one that opens."""
    wanted = _preferred.get() if name is None else name
    names = tuple(ENGINES) if wanted is None else (wanted,)
    for one in names:
        try:
            return import_module(ENGINES[one][purpose])
        except ImportError as error:  # not installed, or not made for this machine
            reason = error
    packages = " or ".join(_PACKAGES[one] for one in names)
    raise NoEngineError(f"this needs the package {packages}, which cannot be loaded") from reason
