"""How a debate brief speaks: whose lines are ours, and how much of them is told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Whys(IntEnum):
    """Of which steps a brief says why they are drawn, where the map does."""

    NONE = 0
    OPENING = 1
    """Of objections, answers, and steps that no source draws; the first sentence alone."""
    NEEDED = 2
    """Of these, in full."""
    ALL = 3


@dataclass(frozen=True, slots=True)
class Amount:
    """How much a brief tells: so many lines of a side, and of all else so many entries a part."""

    lines: int
    entries: int
    whys: Whys = Whys.ALL


AMOUNTS = (
    Amount(4, 4),
    Amount(4, 3),
    Amount(4, 3, Whys.NEEDED),
    Amount(4, 2, Whys.NEEDED),
    Amount(4, 3, Whys.OPENING),
    Amount(4, 2, Whys.OPENING),
    Amount(3, 2, Whys.OPENING),
    Amount(4, 2, Whys.NONE),
    Amount(3, 2, Whys.NONE),
    Amount(3, 1, Whys.NONE),
    Amount(2, 1, Whys.NONE),
    Amount(1, 1, Whys.NONE),
)
"""From the fullest down: the first one that fits on a sheet is taken."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How a side calls what is its own and what is the others'."""

    title: str
    lines_for: str
    lines_against: str
    flanks_for: str
    flanks_against: str
    critical: str
    attack_on_for: str
    attack_on_against: str
    back_on_for: str
    back_on_against: str
    for_it: str
    against_it: str


VOICES = {
    "for": Voice(
        "For",
        "Our case",
        "What they will say",
        "They can also say, further down",
        "We can also say, further down",
        "Defend",
        "They say",
        "We answer",
        "We answer",
        "They come back",
        "we use it",
        "they use it",
    ),
    "against": Voice(
        "Against",
        "What they will say",
        "Our case",
        "We can also say, further down",
        "They can also say, further down",
        "Press",
        "We say",
        "They answer",
        "They answer",
        "We come back",
        "they use it",
        "we use it",
    ),
    "both": Voice(
        "Brief",
        "For it",
        "Against it",
        "Also against it, further down",
        "Also for it, further down",
        "Critical premises",
        "Objection",
        "Answer",
        "Answer",
        "Reply to that",
        "for the claim it is",
        "against the claim it is",
    ),
}
