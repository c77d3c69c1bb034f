"""The strength of one claim: where it comes from, when it tips, and how probable the claim is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from argmap.views.terminal.lines import hanging, in_columns
from argmap.views.terminal.probability import probability_text
from argmap.views.terminal.strength import made_from, without_one_answer
from argmap.views.words.reasons import reason_in_words
from argmap.views.words.sentences import Teller
from argmap.views.words.strengths import (
    SEMANTICS,
    SMALL,
    degree_of,
    in_short,
    shown,
    signed,
    strength_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.analysis.reading_of_map import Reading
    from argmap.analysis.rests_on.rejections import Rejection
    from argmap.analysis.strength.attribution import AttributionFinding, PremiseShare
    from argmap.analysis.strength.probability import ProbabilityFinding
    from argmap.analysis.strength.strengths import StrengthFinding

_FEW = 6


_NOTHING_BEARS = "No premise that has a strength of its own bears on it."
_FIXED = (
    "You have decided it, so nothing else counts: accepted it has strength 1, rejected 0. Without "
    "that decision `argmap strength` says where its strength comes from."
)
_WITHOUT_PROBABILITY = (
    "How probable it is was not worked out: too much depends on too much (`--time-limit` gives it "
    "longer)."
)
_WITHOUT_SHARES: Mapping[str | None, str] = {
    None: "Where its strength comes from cannot be said, as it has no one value.",
    "unsettled": "Where its strength comes from cannot be said: with some premises left out, the "
    "strengths on its circles do not settle.",
    **dict.fromkeys(
        ("limit", "time", "memory"),
        "Where its strength comes from was not worked out to the end: too much depends on too much "
        "(`--time-limit` gives it longer).",
    ),
}


@dataclass(frozen=True, slots=True)
class StrengthAnswer:
    """All that is known of how strong and how probable a claim is.

    `by_reader` has the strength for each reader of the map, by the id of the stance; `probability`
    is None if there was no time for it.
    """

    strengths: StrengthFinding
    attribution: AttributionFinding
    probability: ProbabilityFinding | None
    rejection: Rejection
    by_reader: Mapping[str, StrengthFinding]


def strength_text(reading: Reading, claim: str, answer: StrengthAnswer) -> Iterator[str]:
    """The strength of a claim, then where it comes from, what tips it, and its probability."""
    tell = Teller(reading.map, reading.outline, frozenset({claim}))
    finding, status = answer.strengths, reading.status
    yield f"{tell.name(claim)}  ({claim})"
    yield hanging(
        f"{strength_in_words(finding.claims[claim])}, from 0 to 1, by "
        f"{SEMANTICS[finding.semantics]}",
        "    ",
    )
    yield hanging(
        f"{status.claims[claim].word}: {reason_in_words(tell, status, claim)}", "    ", "    "
    )
    yield ""
    decided = (reading.stance.reject - reading.stance.doubted) | reading.stance.accept
    if decided.isdisjoint(reading.map.class_of(claim)):
        yield from _sources(tell, answer.attribution)
        yield from _needed(tell, claim, answer.rejection)
    else:
        yield hanging(_FIXED, rest="")
    yield from _readers(tell, claim, answer)
    if reading.stance.doubted:
        yield hanging(
            "(A credence below one half is read as a rejection where the status is concerned; "
            "strength and probability take it as it is.)",
            rest="",
        )
    if answer.probability is None:
        yield hanging(_WITHOUT_PROBABILITY, rest="")
    else:
        yield from probability_text(tell, answer.probability)
    yield ""
    yield from made_from(tell, _about(finding, answer.attribution.bearing))


def _about(finding: StrengthFinding, bearing: frozenset[str]) -> StrengthFinding:
    """The finding with what was assumed for this claim alone."""
    return replace(
        finding,
        circles=tuple(circle for circle in finding.circles if bearing.intersection(circle.claims)),
        assumed=tuple(bearing.intersection(finding.assumed)),
        halved=tuple(bearing.intersection(finding.halved)),
        unmoved=tuple(sorted(bearing.intersection(finding.unmoved))),
    )


def _sources(tell: Teller, finding: AttributionFinding) -> Iterator[str]:
    """The premises for the claim and against it, by their shares of its strength."""
    if not finding.shares:
        yield _WITHOUT_SHARES[finding.stopped] if finding.total else _NOTHING_BEARS
        return
    if shown(finding.own):
        yield f"Without any of these premises it would be {strength_in_words(finding.own)}."
    is_told = False
    for title, sign in (
        ("Most of its strength comes from:", 1),
        ("Most of what weakens it comes from:", -1),
    ):
        parts = [part for part in finding.shares if part.shapley * sign >= SMALL]
        if parts:
            is_told = True
            yield title
            yield from in_columns(
                [
                    (f"  {signed(part.shapley)}", _without(finding, part, tell))
                    for part in parts[:_FEW]
                ]
            )
            if len(parts) > _FEW:
                yield f"  and {len(parts) - _FEW} more"
    if is_told:
        yield from _precision(finding)
    else:
        yield "No premise by itself adds as much as 0.01 to its strength, or takes it away."
    yield from _tips(tell, finding)


def _without(finding: AttributionFinding, part: PremiseShare, tell: Teller) -> str:
    """A premise, and the strength of the claim if it alone were gone."""
    after = strength_in_words(finding.strength - part.removal)
    return f"{tell.name(tell.shown(part.claim))}; without it {after}"


def _precision(finding: AttributionFinding) -> Iterator[str]:
    """The way in which the shares were worked out, and their error."""
    if finding.orders:
        most = max(part.stderr for part in finding.shares)
        yield hanging(
            f"(Each number is a premise's share of the strength, on average over {finding.orders} "
            f"orders in which premises are put forward; standard error {_at_most(most)}.)",
            rest="",
        )
    else:
        yield hanging(
            "(Each number is a premise's share of the strength, on average over all orders in which"
            " premises are put forward.)",
            rest="",
        )
    if not finding.is_unique:
        yield hanging(
            "(With some premises changed, circles could settle otherwise, too; these numbers are "
            "those to which they come from the claims' own credences.)",
            rest="",
        )
    if not finding.complete:
        yield hanging(
            f"Of the {finding.total} premises that bear on it, the shares of the "
            f"{len(finding.shares)} with the largest effect were worked out.",
            rest="",
        )


def _tips(tell: Teller, finding: AttributionFinding) -> Iterator[str]:
    """The credences, each alone, at which the claim passes one half."""
    is_fair = finding.strength >= 0.5  # noqa: PLR2004  # the half that is passed
    tipping = [
        _Tip(
            part.tips_at,
            part.credence,
            (part.if_conceded >= part.if_refuted) is is_fair,
            f"the credence of {tell.name(tell.shown(part.claim))}",
        )
        for part in finding.shares
        if part.tips_at is not None
    ]
    if finding.own_tips_at is not None:
        tipping.append(_Tip(finding.own_tips_at, finding.credence, is_fair, "its own credence"))
    # At the very end of the scale nothing lies beyond.
    tipping = [tip for tip in tipping if tip.point != (0 if tip.falls else 1)]
    tipping.sort(key=lambda tip: abs(tip.point - tip.credence))
    yield ""
    if not tipping:
        side = "below" if is_fair else "above"
        among = "" if finding.complete else ", of those that were looked at,"
        yield hanging(f"No change of one credence alone{among} brings it {side} one half.", rest="")
        return
    yield f"It {'falls below' if is_fair else 'rises above'} one half if, all else being equal:"
    for tip in tipping[:_FEW]:
        verb = "falls below" if tip.falls else "rises above"
        yield hanging(f"{tip.of} {verb} {in_short(tip.point)} (now {tip.credence:g})", "  ")
    if len(tipping) > _FEW:
        yield f"  or one of {len(tipping) - _FEW} more"


class _Tip(NamedTuple):
    """A credence, where it would have to pass, and whether it passes that in falling."""

    point: float
    credence: float
    falls: bool
    of: str


def _needed(tell: Teller, claim: str, rejection: Rejection) -> Iterator[str]:
    """The smallest set of premises whose loss takes every reason away."""
    smallest = rejection.smallest or ()
    if rejection.complete and smallest and smallest != (tell.map.head_of(claim),):
        yield ""
        yield hanging(
            "Objections and readers left aside, its grounds are gone only without "
            f"{tell.some_names(tell.all_shown(smallest))}: no smaller set of premises takes them "
            "all away.",
            rest="",
        )


def _readers(tell: Teller, claim: str, answer: StrengthAnswer) -> Iterator[str]:
    if not answer.by_reader:
        return
    yield ""
    yield "For the readers of this map:"
    rows = []
    for id_, finding in answer.by_reader.items():
        strength, name = finding.claims[claim], tell.map.stances[id_].name or id_
        remark = without_one_answer(finding)
        rows.append((f"  {degree_of(strength)}", f"{shown(strength):.2f}", f"{name}{remark}"))
    yield from in_columns(rows)


def _at_most(error: float) -> str:
    return f"at most {error:.2f}" if error >= SMALL else "below 0.01"
