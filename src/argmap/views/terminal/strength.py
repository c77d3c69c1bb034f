"""The strengths of the conclusions of a map, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.reasoning.strength.circles import Status
from argmap.views.terminal.lines import hanging, in_columns
from argmap.views.words.counting import count_of
from argmap.views.words.sentences import Teller
from argmap.views.words.strengths import SEMANTICS, degree_of, shown, strength_in_words

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
        has, counts = ("has", "counts") if assumed == 1 else ("have", "count")
        yield hanging(
            f"{count_of(assumed, 'premise')} {has} no credence and {counts} as 0.8 "
            "(`credence:` in the claim's entry says how far you believe it).",
            rest="",
        )
    if halved:
        has, counts, are = (
            ("has", "counts", "it is") if halved == 1 else ("have", "count", "they are")
        )
        yield hanging(
            f"{count_of(halved, 'objection')} {has} no weight and {counts} half, as {are} meant "
            "to contest and not to refute (`weight:` says otherwise).",
            rest="",
        )
    if finding.unmoved:
        yield hanging(
            "The Euler-based semantics moves no claim that starts at 0, whatever supports it: "
            f"{tell.some_names(finding.unmoved)} {_stays(len(finding.unmoved))} there.",
            rest="",
        )
    for circle in finding.circles:
        if circle.claims:
            yield from _circle(tell, circle)


def _stays(count: int) -> str:
    return "stays" if count == 1 else "stay"


def _circle(tell: Teller, circle: CircleOfStrength) -> Iterator[str]:
    """The words on whether the strengths on a circle can be relied on."""
    names = tell.some_names(tell.all_shown(circle.claims)) if circle.claims else "Steps"
    if circle.status is Status.CONVERGED and len(circle.claims) == 1:
        word = "no other number fits" if circle.is_unique else "other numbers may fit as well"
        text = f"{names} bears on itself; its strength settles, and {word}."
    elif circle.status is Status.CONVERGED:
        word = (
            "no other numbers fit"
            if circle.is_unique
            else "whether other numbers fit as well is not proved"
        )
        text = f"{names} bear on each other in a circle; their strengths settle, and {word}."
    elif circle.status is Status.BISTABLE:
        spans = "; ".join(
            f"{tell.name(tell.shown(id_))}: {circle.low[id_]:.2f} to {circle.high[id_]:.2f}"
            for id_ in circle.claims[:_SHOWN]
        )
        text = (
            f"{names} bear on each other in a circle, and their strengths have no one answer: "
            f"all that fits lies within these bounds ({spans})."
        )
    else:
        text = (
            f"{names} bear on each other in a circle, and their strengths did not settle in many "
            "rounds: do not rely on them."
        )
    yield hanging(text, rest="")
