"""What stands, is contested, open, or falls, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Force
    from argmap.model.stance import Stance


class Label(StrEnum):
    """The label of a claim or relation, as in the literature."""

    IN = "in"
    OUT = "out"
    UNDEC = "undec"


class Word(StrEnum):
    """A label in words that a reader understands."""

    STANDS = "stands"
    CONTESTED = "contested"
    OPEN = "open"
    FALLS = "falls"


@dataclass(frozen=True, slots=True)
class ClaimStatus:
    """The status of one claim; `reason` has three words at most."""

    label: Label
    word: Word
    reason: str
    contested: bool
    granted: bool


@dataclass(frozen=True, slots=True)
class StatusFinding:
    """The status of every claim and relation of a map, under one reading of it."""

    semantics: str
    objections: Force
    stance: Stance
    claims: Mapping[str, ClaimStatus]
    relations: Mapping[str, Label]
