"""The words for strengths: each stands before its number."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DEGREES: tuple[tuple[float, str], ...] = (
    (0.75, "strong"),
    (0.5, "fair"),
    (0.25, "weak"),
    (0.0, "nearly none"),
)
"""The word for a strength: that of the first number which the strength reaches."""

SEMANTICS: Mapping[str, str] = MappingProxyType(
    {
        "df-quad": "DF-QuAD",
        "quadratic-energy": "quadratic energy",
        "euler": "the Euler-based semantics",
    }
)
"""The names of the gradual semantics in a sentence."""


def degree_of(strength: float) -> str:
    """The word for a strength.

    >>> [degree_of(strength) for strength in (0.9, 0.5, 0.3, 0.1)]
    ['strong', 'fair', 'weak', 'nearly none']
    """
    return next(word for least, word in DEGREES if shown(strength) >= least)


def shown(strength: float) -> float:
    """The strength as it is shown, so that a word never disagrees with the number beside it."""
    return round(strength, 2)


def strength_in_words(strength: float) -> str:
    """The word, and the number beside it.

    >>> strength_in_words(0.4371)
    'weak (0.44)'
    """
    return f"{degree_of(strength)} ({shown(strength):.2f})"


def signed(share: float) -> str:
    """A share of a strength with its sign, in hundredths.

    >>> signed(0.274), signed(-0.31), signed(0.001)
    ('+0.27', '-0.31', '0.00')
    """
    rounded = round(share, 2)
    if not rounded:
        return "0.00"
    return f"{'+' if rounded > 0 else '-'}{abs(rounded):.2f}"
