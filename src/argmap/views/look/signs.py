"""The signs of statuses and relations as SVG paths around (0, 0), for page and picture."""

from __future__ import annotations

from types import MappingProxyType

SIGNS = MappingProxyType(
    {
        "stands": "M-3.6 .2 -1 3 3.8-2.8",
        "contested": "M-4.2-3.4-1.2 0-4.2 3.4M4.2-3.4 1.2 0 4.2 3.4",
        "open": "M-3.6 0h.01M0 0h.01M3.6 0h.01",
        "falls": "M-3-3 3 3M3-3-3 3",
    }
)
"""The status signs: a tick, two arrowheads that meet, three dots, a cross."""

MARKS = MappingProxyType(
    {"supports": "M-4 0h8M0-4v8", "attacks": "M-4 0h8", "undercuts": "M-3 4 3-4"}
)
"""The relation signs: plus, minus, and a slash."""

DASHES = MappingProxyType({"supports": "", "attacks": "9 6", "undercuts": "2.5 4.5"})
