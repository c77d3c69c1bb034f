"""Which solver does a piece of work, and whether it is there."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from argmap.reasoning.families import Engine

# By name: our door to it, and the package behind the door. The first that is there is taken.
ENGINES = {
    "sat": ("argmap.reasoning.maxsat", "pysat"),
    "clingo": ("argmap.reasoning.asp", "clingo"),
}


def engine(name: str | None = None) -> Engine:
    """The engine of this name, or the first one that is installed.

    Raises:
        ModuleNotFoundError: its package is not installed.
        KeyError: there is no engine of this name.

    >>> engine("clingo").__name__
    'argmap.reasoning.asp'
    """
    names = ENGINES if name is None else (name,)
    for one in names:
        door, package = ENGINES[one]
        if find_spec(package) is not None:
            return cast("Engine", import_module(door))
    raise ModuleNotFoundError(f"no solver is installed: {', '.join(names)}")
