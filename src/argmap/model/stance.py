"""Stances: what a reader rejects, accepts and believes; and what an author expects of the map."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.diagnostics import NOWHERE, Location

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.relation import Force


@dataclass(frozen=True, slots=True)
class Stance:
    """Data of its own beside the map: it never edits the map."""

    id: str = ""
    name: str = ""
    reject: frozenset[str] = frozenset()
    accept: frozenset[str] = frozenset()
    credences: Mapping[str, float] = field(default_factory=dict)
    location: Location | None = None


NO_STANCE = Stance()


@dataclass(frozen=True, slots=True)
class Expectation:
    """What the author says that the analysis must find of a claim."""

    claim: str
    expected: str
    location: Location = NOWHERE
    semantics: str | None = None
    objections: Force | None = None
    reject: frozenset[str] = frozenset()
    accept: frozenset[str] = frozenset()
