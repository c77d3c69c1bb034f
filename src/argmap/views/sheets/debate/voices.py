"""The headings of a debate brief for each side, and the amounts of detail a brief may have."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Rationales(IntEnum):
    """The steps whose rationale a brief gives, where the map has one."""

    NONE = 0
    OPENING = 1
    """The first sentence of the rationales of objections, answers, and steps no source draws."""
    NEEDED = 2
    """The rationales of the same steps, in full."""
    ALL = 3


@dataclass(frozen=True, slots=True)
class Amount:
    """The amount of detail of a brief: the lines of a side in full, entries of other parts."""

    lines: int
    entries: int
    rationales: Rationales = Rationales.ALL


AMOUNTS = (
    Amount(4, 4),
    Amount(4, 3),
    Amount(4, 3, Rationales.NEEDED),
    Amount(4, 2, Rationales.NEEDED),
    Amount(4, 3, Rationales.OPENING),
    Amount(4, 2, Rationales.OPENING),
    Amount(3, 2, Rationales.OPENING),
    Amount(4, 2, Rationales.NONE),
    Amount(3, 2, Rationales.NONE),
    Amount(3, 1, Rationales.NONE),
    Amount(2, 1, Rationales.NONE),
    Amount(1, 1, Rationales.NONE),
    Amount(0, 1, Rationales.NONE),
)
"""The amounts from the fullest down; a brief takes the first that fits on one sheet."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The title and headings of a brief, as a side words them: "our case", "they say"."""

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
    repeated: str


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
        "We can only repeat our claim.",
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
        "They can only repeat their claim.",
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
        "Answer: the claim itself again.",
    ),
}
