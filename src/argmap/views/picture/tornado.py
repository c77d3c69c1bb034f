"""A tornado as values: what becomes of a probability if each premise is conceded or refuted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.views.words.strengths import SMALL, in_short

if TYPE_CHECKING:
    from argmap.analysis.strength.probability import PremiseInDoubt, ProbabilityFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim

BARS = 12
"""The most premises that are drawn."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A premise, a remark below its name, and the probability if it is conceded and if refuted.

    None stands where that is not known.
    """

    name: str
    remark: str
    conceded: float | None
    refuted: float | None


@dataclass(frozen=True, slots=True)
class Tornado:
    """A probability and its bars, the longest first, with a headline above and remarks below."""

    title: str
    headline: str
    overall: float
    bars: tuple[Bar, ...]
    remarks: tuple[str, ...]


def tornado_of(
    finding: ProbabilityFinding, argument_map: ArgumentMap, outline: Outline, most: int = BARS
) -> Tornado:
    """The tornado of the probability that a claim stands; at most so many premises are drawn.

    Premises that change it by less than half a hundredth, and those that are left out, are counted
    in remarks.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.analysis.strength.probability import probability
    >>> from argmap.model.example import THREE_CLAIMS
    >>> reading = Reading(THREE_CLAIMS)
    >>> tornado = tornado_of(probability(reading, "close"), THREE_CLAIMS, reading.outline)
    >>> tornado.headline
    'Stands with probability 0.16; falls with 0.20, is left open with 0.64'
    >>> [(bar.name, bar.remark) for bar in tornado.bars]  # doctest: +NORMALIZE_WHITESPACE
    [('Shops would lose customers.', '1.2, credence 0.80 assumed'),
     ('Streets without cars are quieter.', '1.1, credence 0.80 assumed')]
    """
    drawn = [each for each in finding.premises if _effect(each) >= SMALL]
    claims, numbers = argument_map.claims, outline.numbers
    bars = tuple(
        Bar(
            _whole(claims[each.premise]),
            f"{numbers[each.premise]}, credence {in_short(each.credence)}"
            f"{' assumed' if each.is_assumed else ''}",
            each.stands.if_conceded,
            each.stands.if_refuted,
        )
        for each in drawn[:most]
    )
    about = "" if finding.exact else "about "
    return Tornado(
        f"{numbers[finding.claim]} {_whole(claims[finding.claim])}",
        f"Stands with probability {about}{in_short(finding.p_stands)}; "
        f"falls with {in_short(finding.p_falls)}, is left open with {in_short(finding.p_open)}",
        finding.p_stands,
        bars,
        tuple(_remarks(finding, len(drawn), most)),
    )


def _whole(claim: Claim) -> str:
    """The label of a claim, else its whole text: there is room for more than its short name."""
    return claim.text if claim.label is None else claim.label


def _effect(premise: PremiseInDoubt) -> float:
    """The size of what a premise does; where no sample can tell, it is drawn in any case."""
    effect = premise.stands.birnbaum
    return 1.0 if effect is None else abs(effect)


def _remarks(finding: ProbabilityFinding, drawn: int, most: int) -> list[str]:
    remarks = ["The premises are taken to be independent of each other."]
    if drawn:
        remarks.insert(
            0, "Each bar: its premise granted or no longer granted, all others by their credence."
        )
    if not finding.exact and finding.samples is not None and finding.stderr is not None:
        remarks.append(
            f"Estimated from {finding.samples:,} worlds drawn at random; "
            f"standard error at most {finding.stderr:.4f}."
        )
    if drawn > most:
        remarks.append(f"Left out: {drawn - most} more premises.")
    small = len(finding.premises) - drawn
    if small:
        others = "other premise changes" if small == 1 else "other premises change"
        remarks.append(
            f"{small} {others if drawn else others.removeprefix('other ')} it by less than 0.01."
        )
    return remarks
