"""Argument maps that can be checked: claims, their sources, what supports and attacks them."""

from __future__ import annotations

__version__ = "0.1.0"

TYPE_CHECKING = False  # as checkers know it; importing typing would be half of `--version`
if TYPE_CHECKING:
    from argmap.analysis.dependents import dependents
    from argmap.analysis.of_map import overturn, positions, premises
    from argmap.analysis.readers import readers
    from argmap.analysis.status import status
    from argmap.analysis.whatif import whatif
    from argmap.analysis.why import why
    from argmap.pipeline import build, check, load

__all__ = [
    "__version__",
    "build",
    "check",
    "dependents",
    "load",
    "overturn",
    "positions",
    "premises",
    "readers",
    "status",
    "whatif",
    "why",
]

_HOMES = {
    "build": "argmap.pipeline",
    "check": "argmap.pipeline",
    "dependents": "argmap.analysis.dependents",
    "load": "argmap.pipeline",
    "overturn": "argmap.analysis.of_map",
    "positions": "argmap.analysis.of_map",
    "premises": "argmap.analysis.of_map",
    "readers": "argmap.analysis.readers",
    "status": "argmap.analysis.status",
    "whatif": "argmap.analysis.whatif",
    "why": "argmap.analysis.why",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that `import argmap` stays light."""
    if name not in _HOMES:
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    return getattr(import_module(_HOMES[name]), name)
