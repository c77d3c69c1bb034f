"""Argument maps that can be checked: claims, their sources, what supports and attacks them."""

from __future__ import annotations

__version__ = "0.1.0"

TYPE_CHECKING = False  # as checkers know it; importing typing would be half of `--version`
if TYPE_CHECKING:
    from argmap.analysis.of_map import (
        agenda,
        brief,
        overturn,
        positions,
        premises,
        questions,
        sources,
    )
    from argmap.analysis.people.readers import readers
    from argmap.analysis.rests_on.dependents import dependents
    from argmap.analysis.status.status import status
    from argmap.analysis.status.whatif import whatif
    from argmap.analysis.status.why import why
    from argmap.analysis.versions.diff import diff
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.model.source import Source
    from argmap.pipeline import build, check, load

__all__ = [
    "ArgumentMap",
    "Claim",
    "Relation",
    "Source",
    "__version__",
    "agenda",
    "brief",
    "build",
    "check",
    "dependents",
    "diff",
    "load",
    "overturn",
    "positions",
    "premises",
    "questions",
    "readers",
    "sources",
    "status",
    "whatif",
    "why",
]

_HOMES = {
    "ArgumentMap": "argmap.model.argument_map",
    "Claim": "argmap.model.claim",
    "Relation": "argmap.model.relation",
    "Source": "argmap.model.source",
    "agenda": "argmap.analysis.of_map",
    "brief": "argmap.analysis.of_map",
    "build": "argmap.pipeline",
    "check": "argmap.pipeline",
    "dependents": "argmap.analysis.rests_on.dependents",
    "diff": "argmap.analysis.versions.diff",
    "load": "argmap.pipeline",
    "overturn": "argmap.analysis.of_map",
    "positions": "argmap.analysis.of_map",
    "premises": "argmap.analysis.of_map",
    "questions": "argmap.analysis.of_map",
    "readers": "argmap.analysis.people.readers",
    "sources": "argmap.analysis.of_map",
    "status": "argmap.analysis.status.status",
    "whatif": "argmap.analysis.status.whatif",
    "why": "argmap.analysis.status.why",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that `import argmap` stays light."""
    if name not in _HOMES:
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    return getattr(import_module(_HOMES[name]), name)
