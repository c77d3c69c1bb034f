"""Argumentation schemes: named patterns of inference (Walton, Reed, Macagno 2008)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.diagnostics import NOWHERE, Location

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Scheme:
    """A pattern of inference: the roles of its premises and its critical questions.

    `location` is the place of a scheme that the map defines itself, None for a common scheme. A
    common scheme has a text for the premise in each role (`wording`) and for the conclusion; its
    questions are worded so that the answer *no* is an objection to the step.
    """

    id: str
    name: str
    location: Location | None = NOWHERE
    premises: tuple[str, ...] = ()
    questions: Mapping[str, str] = field(default_factory=dict)
    wording: Mapping[str, str] = field(default_factory=dict)
    conclusion: str = ""


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
        "need-for-help",
        "negative-consequences",
        "negative-example",
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
"""The ids of the common schemes, by their names in the literature; `schemes.py` has their texts."""
