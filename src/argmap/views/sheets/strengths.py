"""A line on how strong a claim is, for the sheets: it stands beside the status, never for it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from argmap.analysis.strength.credences import ASSUMED
from argmap.reasoning.time_limit import TimeUpError, cut_short
from argmap.views.sheets.document import code, para, strong
from argmap.views.words.strengths import assumed_in_words, halved_in_words, strength_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.reading_of_map import Reading
    from argmap.analysis.strength.strengths import StrengthFinding
    from argmap.views.sheets.document import Block, Span

_MEANING = "It weighs reasons against objections and is no status"
_UNSETTLED = {"bistable": "have no one answer", "not-converged": "do not settle"}


@lru_cache(maxsize=1)  # a page has a brief for every claim of one reading
def strengths_read(reading: Reading) -> StrengthFinding:
    """The strengths under a reading, worked out once for all sheets on it."""
    from argmap.analysis.strength.strengths import strengths  # noqa: PLC0415  # numpy is slow

    return strengths(reading)


def strength_line(reading: Reading, claim: str) -> Block:
    """The strength of a claim, in words before the number."""
    return para(strong("Strength:"), f" {_in_words(reading, claim)}.")


def lone_strength_line(reading: Reading, claim: str) -> Block:
    """The strength of a claim, with what it means and was made from, on a sheet about it alone.

    A brief has much else to tell, so it is written though the time for strengths is up.
    """
    try:
        finding = strengths_read(reading)
    except TimeUpError as error:
        cut_short(error)
        return para(strong("Strength:"), " it was not worked out in time (--time-limit).")
    assumed = f"; a credence that nobody gave counts as {ASSUMED}" if finding.assumed else ""
    words = f" {_in_words(reading, claim)}. {_MEANING}{assumed}."
    return para(strong("Strength:"), words, *_unsettled(finding))


def _in_words(reading: Reading, claim: str) -> str:
    return f"{strength_in_words(strengths_read(reading).claims[claim])}, of 0 to 1"


def basis_line(reading: Reading) -> Block:
    """A line on what the strengths of a map were made from, and how far they can be relied on.

    Of credences and weights only those that nobody gave are told.
    """
    finding = strengths_read(reading)
    sentences = [f"{_MEANING}."]
    assumed, halved = len(finding.assumed), len(finding.halved)
    if assumed:
        sentences.append(f"{assumed_in_words(assumed)}.")
    if halved:
        sentences.append(f"{halved_in_words(halved)}.")
    words = f" is given from 0 to 1. {' '.join(sentences)}"
    return para(strong("Strength"), words, *_unsettled(finding))


def _unsettled(finding: StrengthFinding) -> Iterator[str | Span]:
    """A caution where claims act on each other in a circle and no number is certain."""
    if finding.status in _UNSETTLED:
        yield " Some claims bear on each other in a circle, and their strengths"
        yield f" {_UNSETTLED[finding.status]}; which they are: "
        yield code("argmap strength")
