"""The strengths of the conclusions of a map, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.reasoning.strength.circles import Status
from argmap.views.terminal.lines import hanging, in_columns
from argmap.views.words.counting import count_of
from argmap.views.words.sentences import Teller
from argmap.views.words.strengths import (
    SEMANTICS,
    assumed_in_words,
    degree_of,
    halved_in_words,
    shown,
    strength_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argmap.analysis.reading_of_map import Reading
    from argmap.analysis.strength.strengths import CircleOfStrength, StrengthFinding

_SHOWN = 12
_FAR = 0.05
"""How far a reader's strength lies from that of the map to be told."""


def strengths_text(
    reading: Reading,
    finding: StrengthFinding,
    by_reader: Mapping[str, StrengthFinding],
    place: str = "",
) -> Iterator[str]:
    """The strength of each conclusion, the readers' beside it, and what they were made from.

    `place` is the map as a further command names it, with a blank before.
    """
    tell = Teller(reading.map, reading.outline)
    conclusions = tell.all_shown(reading.conclusions)
    what = "the conclusions"
    if not conclusions:
        what, conclusions = "all claims", tuple(reading.outline.numbers)
    if not conclusions:
        yield "This map holds no claim."
        return
    yield f"How strong {what} are, by {SEMANTICS[finding.semantics]}:"
    if finding.status in {Status.BISTABLE, Status.NOT_CONVERGED}:
        yield "Not all of these numbers can be relied on: what is said of circles below says why."
    yield ""
    yield from in_columns(
        [
            (
                reading.outline.numbers[id_],
                degree_of(finding.claims[id_]),
                f"{shown(finding.claims[id_]):.2f}",
                reading.status.claims[id_].word,
                f"{reading.map.claims[id_].name.rstrip('.')}  ({id_})",
            )
            for id_ in conclusions
        ]
    )
    yield from _of_readers(tell, finding, by_reader, conclusions)
    yield ""
    yield from made_from(tell, finding)
    yield hanging(
        "A strength is no status, and no probability: it weighs reasons against objections, and a "
        "strong claim can be contested.",
        rest="",
    )
    yield f"Where a strength comes from: argmap strength CLAIM{place}"


def _of_readers(
    tell: Teller,
    finding: StrengthFinding,
    by_reader: Mapping[str, StrengthFinding],
    conclusions: Sequence[str],
) -> Iterator[str]:
    """The conclusions whose strength is another for a reader of the map, by enough to matter."""
    if not by_reader:
        return
    yield ""
    yield "For the readers of this map:"
    for id_, reader in by_reader.items():
        yield hanging(f"“{tell.map.stances[id_].name or id_}”{without_one_answer(reader)}", "  ")
        gaps = {claim: abs(reader.claims[claim] - finding.claims[claim]) for claim in conclusions}
        changed = sorted(
            (claim for claim in conclusions if gaps[claim] >= _FAR), key=lambda claim: -gaps[claim]
        )
        for claim in changed[:_SHOWN]:
            yield hanging(f"{tell.name(claim)}: {strength_in_words(reader.claims[claim])}", "    ")
        if len(changed) > _SHOWN:
            yield f"    and {len(changed) - _SHOWN} more"
        if not changed:
            yield "    all as above, or nearly so"


def without_one_answer(finding: StrengthFinding) -> str:
    """The remark beside numbers some of which have no one value, or have not settled; else none."""
    sure = {Status.EXACT, Status.CONVERGED}
    return "" if finding.status in sure else " (some circles have no one answer)"


def made_from(tell: Teller, finding: StrengthFinding) -> Iterator[str]:
    """The numbers that were assumed, and whether the strengths can be relied on."""
    assumed, halved = len(finding.assumed), len(finding.halved)
    if assumed:
        yield hanging(
            f"{assumed_in_words(assumed)} (`credence:` in the claim's entry says how far you "
            "believe it).",
            rest="",
        )
    if halved:
        meant = "it is meant" if halved == 1 else "they are meant"
        yield hanging(
            f"{halved_in_words(halved)}, as {meant} to contest and not to refute (`weight:` says "
            "otherwise).",
            rest="",
        )
    if finding.unmoved:
        yield hanging(
            "The Euler-based semantics moves no claim that starts at 0, whatever supports it: "
            f"{tell.some_names(finding.unmoved)} {_stays(len(finding.unmoved))} there.",
            rest="",
        )
    for circle in finding.circles:
        yield hanging(_circle(tell, circle), rest="")


def _stays(count: int) -> str:
    return "stays" if count == 1 else "stay"


def _circle(tell: Teller, circle: CircleOfStrength) -> str:
    """The words on whether the strengths on a circle can be relied on."""
    if len(circle.claims) == 1:
        parties = f"{tell.name(tell.shown(circle.claims[0]))} bears on itself"
    elif circle.claims:
        parties = f"{tell.some_names(tell.all_shown(circle.claims))} bear on each other in a circle"
    else:
        parties = f"{count_of(len(circle.relations), 'step')} block each other in a circle"
    if circle.status is Status.CONVERGED:
        fits = "no others fit" if circle.is_unique else "whether others fit as well is not proved"
        return f"{parties}. The strengths there settle, and {fits}."
    if circle.status is Status.NOT_CONVERGED:
        return f"{parties}. The strengths there did not settle in many rounds: do not rely on them."
    spans = [
        f"{tell.name(tell.shown(id_))}: {circle.low[id_]:.2f} to {circle.high[id_]:.2f}"
        for id_ in circle.claims
    ]
    more = [f"and {len(spans) - _SHOWN} more"] if len(spans) > _SHOWN else []
    within = f": all that fits lies within {'; '.join([*spans[:_SHOWN], *more])}" if spans else ""
    return f"{parties}. The strengths there have no one answer{within}."
