"""The choice of a solver: the adapters by name, and the first of them that can be loaded."""

from __future__ import annotations

from contextvars import ContextVar
from importlib import import_module

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextvars import Token
    from types import ModuleType

    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom, Horn
    from argmap.reasoning.minimal_sets.families import Engine
    from argmap.reasoning.solvers.oracle import Base, Oracle, OracleOf

# The adapters of each engine, for extensions and for minimal sets. Where no engine is named, the
# first one whose package can be imported is used.
ENGINES = {
    "sat": ("argmap.reasoning.solvers.sat", "argmap.reasoning.solvers.maxsat"),
    "clingo": ("argmap.reasoning.solvers.asp", "argmap.reasoning.solvers.asp"),
}
_EXTENSIONS, _MINIMAL_SETS = 0, 1
_PACKAGES = {"sat": "python-sat", "clingo": "clingo"}
_preferred: ContextVar[str | None] = ContextVar("preferred", default=None)


class NoEngineError(Exception):
    """The requested solver cannot be loaded, or no solver can."""


class PreferredEngine:
    """A context in which this engine is used wherever none is named.

    >>> with PreferredEngine("clingo"):
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


class LazyEngine:
    """The default engine, imported at the first call: most questions need no solver.

    >>> from argmap.reasoning.horn import Horn
    >>> two_ways = Horn(3, ((2, (0,)), (2, (1,))))  # 2 follows from 0, and from 1
    >>> list(LazyEngine().rejection_sets(two_ways, [0, 1], goal=2))
    [(0, 1)]
    """

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
    """The adapter for minimal sets of this engine, or of the first one that can be loaded.

    Raises:
        NoEngineError: its package is not installed, or cannot be loaded.
        KeyError: there is no engine of this name.

    >>> engine("clingo").__name__
    'argmap.reasoning.solvers.asp'
    """
    adapter: Engine = _loaded(name, _MINIMAL_SETS)
    return adapter


def oracles(name: str | None = None) -> OracleOf:
    """A factory of oracles for frameworks, with this engine or the first one that can be loaded.

    The engine is imported with the first oracle, as small frameworks need none. The factory then
    raises NoEngineError if the import fails, KeyError if there is no engine of this name.

    >>> from argmap.reasoning.framework import Framework
    >>> mutual = Framework(2, (0, 1), (), ((0, 1), (1, 0)))
    >>> oracle = oracles("sat")(mutual, "stable")
    >>> oracle.find([-1]).members  # without atom 0: literals count from 1
    frozenset({1})
    """

    def oracle_of(framework: Framework, base: Base) -> Oracle:
        oracle: Oracle = _loaded(name, _EXTENSIONS).oracle_of(framework, base)
        return oracle

    return oracle_of


def _loaded(name: str | None, purpose: int) -> ModuleType:
    """The adapter module of this engine, or the first one that can be imported."""
    wanted = _preferred.get() if name is None else name
    names = tuple(ENGINES) if wanted is None else (wanted,)
    for candidate in names:
        try:
            return import_module(ENGINES[candidate][purpose])
        except ImportError as error:  # not installed, or not built for this machine
            reason = error
    packages = " or ".join(_PACKAGES[candidate] for candidate in names)
    raise NoEngineError(f"this needs the package {packages}, which cannot be loaded") from reason
