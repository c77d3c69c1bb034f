"""Argumentation schemes: named patterns of inference (Walton, Reed, Macagno 2008)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Scheme:
    """A map's own pattern of inference: the roles of its premises and its critical questions."""

    id: str
    name: str
    location: Location
    premises: tuple[str, ...] = ()
    questions: Mapping[str, str] = field(default_factory=dict)


BUILT_IN = frozenset(
    {
        "ad-hominem",
        "alternatives",
        "analogy",
        "appeal-to-fear",
        "bias",
        "cause-to-effect",
        "circumstantial-ad-hominem",
        "commitment",
        "composition",
        "consequences",
        "correlation-to-cause",
        "danger-appeal",
        "definition-to-classification",
        "division",
        "established-rule",
        "ethos",
        "evidence-to-hypothesis",
        "example",
        "exceptional-case",
        "expert-opinion",
        "gradualism",
        "ignorance",
        "inconsistent-commitment",
        "negative-consequences",
        "need-for-help",
        "popular-opinion",
        "popular-practice",
        "position-to-know",
        "positive-consequences",
        "practical-reasoning",
        "precedent",
        "rule",
        "sacrifice",
        "sign",
        "slippery-slope",
        "sunk-costs",
        "threat",
        "values",
        "verbal-classification",
        "waste",
        "witness-testimony",
    }
)
"""The ids of the common schemes, in the field's names."""
