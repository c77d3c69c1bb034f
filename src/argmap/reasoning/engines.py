"""Which solver does a piece of work, and whether it is there."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # as checkers know it: `solve` does not wait for typing
if TYPE_CHECKING:
    from types import ModuleType

    from argmap.reasoning.extensions import OracleOf
    from argmap.reasoning.families import Engine
    from argmap.reasoning.framework import Framework
    from argmap.reasoning.oracle import Base, Oracle

# By name: our doors to it, for extensions and for minimal sets. The first that opens is taken.
ENGINES = {
    "sat": ("argmap.reasoning.sat", "argmap.reasoning.maxsat"),
    "clingo": ("argmap.reasoning.asp", "argmap.reasoning.asp"),
}
_EXTENSIONS, _MINIMAL_SETS = 0, 1


def engine(name: str | None = None) -> Engine:
    """The engine of this name, or the first one that is installed.

    Raises:
        ModuleNotFoundError: its package is not installed.
        KeyError: there is no engine of this name.

    >>> engine("clingo").__name__
    'argmap.reasoning.asp'
    """
    found: Engine = _opened(name, _MINIMAL_SETS)
    return found


def oracles(name: str | None = None) -> OracleOf:
    """What makes an oracle for a framework, with this engine or the first one that is installed.

    It is imported with the first oracle: small frameworks never ask for one. Making one raises
    ModuleNotFoundError if its package is not installed, KeyError if there is no such engine.
    """

    def oracle_of(framework: Framework, base: Base) -> Oracle:
        oracle: Oracle = _opened(name, _EXTENSIONS).Oracle(framework, base)
        return oracle

    return oracle_of


def _opened(name: str | None, purpose: int) -> ModuleType:
    """The door of this engine, or the first one behind which there is a package."""
    names = tuple(ENGINES) if name is None else (name,)
    for one in names:
        try:
            return import_module(ENGINES[one][purpose])
        except ModuleNotFoundError:
            if one == names[-1]:
                raise
    raise AssertionError("there is an engine for every name")
