"""The roles of claims in a map: worked out, never stored."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a claim does in the map; it may have several roles."""

    PREMISE = "premise"
    INTERMEDIATE = "intermediate"
    CONCLUSION = "conclusion"
    OBJECTION = "objection"
    ISOLATED = "isolated"
