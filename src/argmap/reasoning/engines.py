"""Which solver does a piece of work, and whether it is there."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from argmap.reasoning.extensions import OracleOf
    from argmap.reasoning.families import Engine
    from argmap.reasoning.framework import Framework
    from argmap.reasoning.oracle import Base, Oracle

# By name: our doors to it (for extensions, for minimal sets), and the package behind them. The
# first that is there is taken.
ENGINES = {
    "sat": ("argmap.reasoning.sat", "argmap.reasoning.maxsat", "pysat"),
    "clingo": ("argmap.reasoning.asp", "argmap.reasoning.asp", "clingo"),
}


def engine(name: str | None = None) -> Engine:
    """The engine of this name, or the first one that is installed.

    Raises:
        ModuleNotFoundError: its package is not installed.
        KeyError: there is no engine of this name.

    >>> engine("clingo").__name__
    'argmap.reasoning.asp'
    """
    _, door, _ = _installed(name)
    return cast("Engine", import_module(door))


def oracles(name: str | None = None) -> OracleOf:
    """What makes an oracle for a framework, with this engine or the first one that is installed.

    It is imported with the first oracle: small frameworks never ask for one.

    Raises:
        ModuleNotFoundError: its package is not installed.
        KeyError: there is no engine of this name.
    """
    door, _, _ = _installed(name)

    def oracle_of(framework: Framework, base: Base) -> Oracle:
        oracle: Oracle = import_module(door).Oracle(framework, base)
        return oracle

    return oracle_of


def _installed(name: str | None) -> tuple[str, str, str]:
    names = ENGINES if name is None else (name,)
    for one in names:
        if find_spec(ENGINES[one][-1]) is not None:
            return ENGINES[one]
    raise ModuleNotFoundError(f"no solver is installed: {', '.join(names)}")
