"""The words for the claims that bear most; report and page share them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.graph.bearing_most import BearingMost

MOST_NAMED = 5
"""The most claims that are named in each part."""

MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "carrying": "Every chain of reasons for the conclusion goes through it",
        "joining": "Without it some claims have nothing to do with the rest",
        "meeting": "The shortest ways from claim to claim lead through these most often",
    }
)
"""A sentence on what each figure means, as it stands above the claims."""

FIGURES: Mapping[str, str] = MappingProxyType(
    {
        "carrying": "immediate_dominators",
        "joining": "articulation_points",
        "meeting": "betweenness_centrality",
    }
)
"""The function of networkx behind each figure."""


def bears_any(finding: BearingMost) -> bool:
    """Whether there is any claim to be named.

    >>> from argmap.graph.bearing_most import BearingMost
    >>> bears_any(BearingMost({}, (), None))
    False
    """
    return bool(finding.carrying or finding.joining or finding.meeting)
