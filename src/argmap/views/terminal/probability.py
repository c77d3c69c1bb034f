"""The probability that a claim stands, and what its premises do to it, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.views.terminal.lines import hanging, in_columns
from argmap.views.words.counting import count_of
from argmap.views.words.strengths import SMALL, in_short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.strength.probability import PremiseInDoubt, ProbabilityFinding
    from argmap.views.words.sentences import Teller

_SHOWN = 10


def probability_text(tell: Teller, finding: ProbabilityFinding) -> Iterator[str]:
    """The probability that the claim is carried, stands and falls, and what premises do to it."""
    about = "" if finding.exact else "about "
    yield ""
    yield hanging(
        "How probable it is, if each premise is true as probably as its credence says, and "
        "independently of the others:",
        rest="",
    )
    rows = [
        (
            f"  {about}{in_short(finding.p_derivable)}",
            "that its reasons carry it, objections left aside",
        ),
        (f"  {about}{in_short(finding.p_stands)}", "that it stands"),
        (f"  {about}{in_short(finding.p_open)}", "that it is contested or open"),
    ]
    if finding.p_falls >= SMALL:
        rows.append((f"  {about}{in_short(finding.p_falls)}", "that it falls"))
    yield from in_columns(rows)
    if not finding.exact:
        yield hanging(
            f"(Estimated from {finding.samples:,} samples; standard error at most "
            f"{finding.stderr:.3f}. The exact number would take too long.)",
            rest="",
        )
    yield from _swings(tell, finding.premises)
    unused = len(finding.ignored_credences) + len(finding.ignored_weights)
    if unused:
        yield hanging(
            f"{count_of(unused, 'number')} that bear{'s' if unused == 1 else ''} on it "
            f"{'plays' if unused == 1 else 'play'} no part in this: weights, and credences of "
            "claims that are no premises here.",
            rest="",
        )


def _swings(tell: Teller, premises: Sequence[PremiseInDoubt]) -> Iterator[str]:
    """The tornado: how probably the claim stands with each premise conceded, and refuted."""
    telling = [
        each
        for each in premises
        if each.stands.birnbaum is not None
        and abs(each.stands.birnbaum) >= SMALL
        and _chance(each.stands.if_conceded) != _chance(each.stands.if_refuted)
    ]
    if not telling:
        return
    yield hanging(
        "How probable it is that it stands, if one premise is conceded, and if it is refuted:",
        rest="",
    )
    yield from in_columns(
        [
            ("  conceded", "refuted", "premise"),
            *(
                (
                    f"  {_chance(each.stands.if_conceded)}",
                    _chance(each.stands.if_refuted),
                    tell.name(tell.shown(each.premise)),
                )
                for each in telling[:_SHOWN]
            ),
        ]
    )
    if len(telling) > _SHOWN:
        yield f"  and {len(telling) - _SHOWN} more"
    carried = [
        each.premise
        for each in telling[:_SHOWN]
        if tell.map.relations_to_class(each.premise, Kind.SUPPORTS)
    ]
    if carried:
        yield hanging(
            "(Refuted means no longer granted. Reasons of their own may still carry "
            f"{tell.some_names(tell.all_shown(carried))}; `--reject` takes these away, too.)",
            rest="",
        )


def _chance(probability: float | None) -> str:
    """A probability, or a sign that no sample could tell it."""
    return "?" if probability is None else in_short(probability)
