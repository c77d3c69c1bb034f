"""Argument maps that can be checked: claims, their sources, and the relations between them."""

from __future__ import annotations

from argmap.version import __version__

# Type checkers treat this name as true; importing it from `typing` would take half the time of
# `argmap --version`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from argmap.analysis.debate.agenda import AgendaFinding
    from argmap.analysis.debate.brief import BriefFinding
    from argmap.analysis.debate.questions import QuestionsFinding
    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.analysis.people.coverage import CoverageFinding
    from argmap.analysis.people.positions import PositionsFinding
    from argmap.analysis.people.readers import ReadersFinding
    from argmap.analysis.people.sources import SourcesFinding
    from argmap.analysis.reading_of_map import Reading
    from argmap.analysis.rests_on.conclusions import Conclusion, ConclusionsFinding
    from argmap.analysis.rests_on.dependents import DependentsFinding
    from argmap.analysis.rests_on.gaps import AllGapsFinding, GapsFinding
    from argmap.analysis.rests_on.premises import PremisesFinding
    from argmap.analysis.status.overturn import OverturnFinding
    from argmap.analysis.status.whatif import WhatIfFinding
    from argmap.analysis.status.why import Why
    from argmap.analysis.strength.attribution import AttributionFinding
    from argmap.analysis.strength.probability import ProbabilityFinding
    from argmap.analysis.strength.strengths import StrengthFinding
    from argmap.analysis.versions.diff import DiffFinding
    from argmap.api import (
        agenda,
        attribution,
        brief,
        coverage,
        dependents,
        diff,
        gaps,
        overturn,
        positions,
        premises,
        probability,
        questions,
        readers,
        sources,
        status,
        strength,
        structure,
        tornado,
        whatif,
        why,
    )
    from argmap.corpus.building import build_corpus
    from argmap.corpus.corpus import Corpus
    from argmap.diagnostics import Diagnostic, Location
    from argmap.errors import UsageError
    from argmap.graph.structure import StructureFinding
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Force, Kind, Relation
    from argmap.model.source import Source
    from argmap.model.stance import Stance
    from argmap.pipeline import build, check, load
    from argmap.reasoning.minimal_sets.families import Limits
    from argmap.views.picture.svg.chart import Chart

__all__ = [
    "AgendaFinding",
    "AllGapsFinding",
    "ArgumentMap",
    "AttributionFinding",
    "BriefFinding",
    "Chart",
    "Claim",
    "Conclusion",
    "ConclusionsFinding",
    "Corpus",
    "CoverageFinding",
    "DependentsFinding",
    "Diagnostic",
    "DiffFinding",
    "Force",
    "GapsFinding",
    "Kind",
    "Limits",
    "Location",
    "OverturnFinding",
    "PositionsFinding",
    "PremisesFinding",
    "ProbabilityFinding",
    "QuestionsFinding",
    "ReadersFinding",
    "Reading",
    "Relation",
    "Source",
    "SourcesFinding",
    "Stance",
    "StatusFinding",
    "StrengthFinding",
    "StructureFinding",
    "UsageError",
    "WhatIfFinding",
    "Why",
    "__version__",
    "agenda",
    "attribution",
    "brief",
    "build",
    "build_corpus",
    "check",
    "coverage",
    "dependents",
    "diff",
    "gaps",
    "load",
    "overturn",
    "positions",
    "premises",
    "probability",
    "questions",
    "readers",
    "sources",
    "status",
    "strength",
    "structure",
    "tornado",
    "whatif",
    "why",
]

_HOMES = {
    "analysis.debate.agenda": ("AgendaFinding",),
    "analysis.debate.brief": ("BriefFinding",),
    "analysis.debate.questions": ("QuestionsFinding",),
    "analysis.labels.in_words": ("StatusFinding",),
    "analysis.people.coverage": ("CoverageFinding",),
    "analysis.people.positions": ("PositionsFinding",),
    "analysis.people.readers": ("ReadersFinding",),
    "analysis.people.sources": ("SourcesFinding",),
    "analysis.reading_of_map": ("Reading",),
    "analysis.rests_on.conclusions": ("Conclusion", "ConclusionsFinding"),
    "analysis.rests_on.dependents": ("DependentsFinding",),
    "analysis.rests_on.gaps": ("AllGapsFinding", "GapsFinding"),
    "analysis.rests_on.premises": ("PremisesFinding",),
    "analysis.status.overturn": ("OverturnFinding",),
    "analysis.status.whatif": ("WhatIfFinding",),
    "analysis.status.why": ("Why",),
    "analysis.strength.attribution": ("AttributionFinding",),
    "analysis.strength.probability": ("ProbabilityFinding",),
    "analysis.strength.strengths": ("StrengthFinding",),
    "analysis.versions.diff": ("DiffFinding",),
    "corpus.building": ("build_corpus",),
    "corpus.corpus": ("Corpus",),
    "diagnostics": ("Diagnostic", "Location"),
    "errors": ("UsageError",),
    "graph.structure": ("StructureFinding",),
    "model.argument_map": ("ArgumentMap",),
    "model.claim": ("Claim",),
    "model.relation": ("Force", "Kind", "Relation"),
    "model.source": ("Source",),
    "model.stance": ("Stance",),
    "pipeline": ("build", "check", "load"),
    "reasoning.minimal_sets.families": ("Limits",),
    "views.picture.svg.chart": ("Chart",),
}
"""The public names by their module; the others are functions of `argmap.api`."""


def __getattr__(name: str) -> object:
    """Import a public name at its first use, so that `import argmap` stays fast."""
    if name not in __all__:
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    home = next((module for module, names in _HOMES.items() if name in names), "api")
    return getattr(import_module(f"argmap.{home}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return __all__
