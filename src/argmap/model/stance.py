"""Stances of readers (rejected and accepted claims, credences), and expectations of authors."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.diagnostics import NOWHERE, Location

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.relation import Force


@dataclass(frozen=True, slots=True)
class Stance:
    """The claims that a reader rejects and accepts, and the reader's credences in other claims.

    A stance is separate from the map and never changes it. `doubted` are those of the rejected
    claims that are rejected only because the reader's credence is below one half.
    """

    id: str = ""
    name: str = ""
    reject: frozenset[str] = frozenset()
    accept: frozenset[str] = frozenset()
    credences: Mapping[str, float] = field(default_factory=dict)
    doubted: frozenset[str] = frozenset()
    location: Location | None = None


NO_STANCE = Stance()


@dataclass(frozen=True, slots=True)
class Expectation:
    """The status that the author expects the analysis to find for a claim.

    `semantics` and `objections` are None where the author names none.
    """

    claim: str
    expected: str
    location: Location = NOWHERE
    semantics: str | None = None
    objections: Force | None = None
    reject: frozenset[str] = frozenset()
    accept: frozenset[str] = frozenset()
