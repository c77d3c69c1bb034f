"""The words for strengths: each stands before its number."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.analysis.strength.credences import ASSUMED
from argmap.views.words.counting import count_of

if TYPE_CHECKING:
    from collections.abc import Mapping

DEGREES: tuple[tuple[float, str], ...] = (
    (0.75, "strong"),
    (0.5, "fair"),
    (0.25, "weak"),
    (0.0, "nearly none"),
)
"""The word for a strength: that of the first number which the strength reaches."""

SMALL = 0.005
"""The least share or difference that is told: it shows in two digits."""

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


def in_short(probability: float) -> str:
    """The probability with two decimals; what is not quite 0 or 1 never reads as such.

    >>> in_short(0.161), in_short(0.001), in_short(0.9999), in_short(1.0)
    ('0.16', '<0.01', '>0.99', '1.00')
    """
    text = f"{probability:.2f}"
    if text == "0.00" and probability > 0:
        return "<0.01"
    if text == "1.00" and probability < 1:
        return ">0.99"
    return text


def assumed_in_words(count: int) -> str:
    """The number of premises for which a credence was assumed.

    >>> assumed_in_words(1)
    '1 premise has no credence and counts as 0.8'
    """
    has, counts = ("has", "counts") if count == 1 else ("have", "count")
    return f"{count_of(count, 'premise')} {has} no credence and {counts} as {ASSUMED}"


def halved_in_words(count: int) -> str:
    """The number of objections that count half, as nobody gave them a weight.

    >>> halved_in_words(2)
    '2 objections have no weight and count half'
    """
    has, counts = ("has", "counts") if count == 1 else ("have", "count")
    return f"{count_of(count, 'objection')} {has} no weight and {counts} half"
