"""The claims that would still have to be supported, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.terminal.lines import hanging
from argmap.views.words.counting import count_of
from argmap.views.words.reasons import reason_in_words
from argmap.views.words.sentences import Teller
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.analysis.rests_on.gaps import AllGapsFinding, GapsFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap

_SHOWN = 12
_KEPT_DOWN = "it would still not stand: objections keep it down"
_STOPPED = {
    "limit": "the limit was reached (--limit)",
    "time": "the time was up (--time-limit)",
    "memory": "the memory was used up (--time-limit)",
}


def gaps_text(
    argument_map: ArgumentMap,
    outline: Outline,
    statuses: StatusFinding,
    finding: GapsFinding,
    place: str = "",
) -> Iterator[str]:
    """The smallest sets of claims that would have to be supported, and what that would bring.

    `place` is the map as a further command names it, with a blank before.
    """
    tell = Teller(argument_map, outline)
    status = statuses.claims[finding.claim]
    yield f"{tell.name(finding.claim)}  ({finding.claim})"
    yield f"    {status.word}: {reason_in_words(tell, statuses, finding.claim)}"
    yield ""
    if finding.derivable:
        yield "Nothing is missing: objections left aside, what is granted carries it."
        return
    if not finding.gaps and finding.complete:
        yield from _circles(tell, finding)
        return
    yield _head(finding)
    for gap, stands in list(zip(finding.gaps, finding.stands, strict=True))[:_SHOWN]:
        yield hanging(_named(tell, gap), "  ")
        if not stands:
            yield hanging(_KEPT_DOWN, "      ")
    yield from _more(finding)
    if not all(finding.stands):
        yield _all_that_it_takes(finding.claim, place)
    if all(finding.stands):
        yield "With that it stands." if len(finding.gaps) == 1 else "With any of them it stands."
    if finding.needed and len(finding.gaps) > 1:
        verb = "is" if len(finding.needed) == 1 else "are"
        needed = tell.names(tell.all_shown(finding.needed))
        yield hanging(f"{needed} {verb} needed in any case.")


def _head(finding: GapsFinding) -> str:
    if len(finding.gaps) == 1 and finding.complete:
        several = len(finding.gaps[0]) > 1
        what = "these are" if several else "this is"
        return f"Objections left aside, its reasons hold if {what} supported:"
    total = finding.total
    if total is None:
        number = f"at least {len(finding.gaps):,}; {_STOPPED[finding.stopped or 'limit']}"
    else:
        number = f"{total:,}"
    lines = "what one of these lines names is supported"
    return f"Objections left aside, its reasons hold if {lines} ({number}; smallest first):"


def _named(tell: Teller, gap: tuple[str, ...]) -> str:
    ordered = sorted(tell.all_shown(gap), key=tell.outline.place_of.__getitem__)
    return listed([f"{tell.name(id_)} ({id_})" for id_ in ordered])


def _more(finding: GapsFinding) -> Iterator[str]:
    listed_, total = len(finding.gaps), finding.total
    if listed_ > _SHOWN:
        yield f"  … {listed_ - _SHOWN:,} more with --json"
    if total is not None and total > listed_:
        yield f"  … and {total - listed_:,} beyond the limit (--limit)"


def _circles(tell: Teller, finding: GapsFinding) -> Iterator[str]:
    yield "No claim that still needs support would carry it: its reasons go round in a circle."
    for circle in finding.circles[:_SHOWN]:
        yield hanging(f"{tell.names(tell.all_shown(circle))} {_waits(len(circle))}", "  ")
    yield "Give one of them a reason from outside the circle, or write `granted: true` on it."


def _waits(size: int) -> str:
    return "is its own reason" if size == 1 else "have no reasons but each other"


def all_gaps_text(
    argument_map: ArgumentMap, outline: Outline, finding: AllGapsFinding, place: str = ""
) -> Iterator[str]:
    """The conclusions that are not carried yet, each with a smallest set that would do it.

    `place` is the map as a further command names it, with a blank before.
    """
    tell = Teller(argument_map, outline)
    lacking = [each for each in finding.conclusions if not each.derivable]
    for each in lacking:
        yield f"{tell.name(each.claim)}  ({each.claim})"
        if each.gaps:
            best = each.stands.index(True) if True in each.stands else 0
            yield hanging(f"to be supported: {_named(tell, each.gaps[best])}", "    ")
            yield from _beside(each, place, stands=each.stands[best])
        elif each.complete:
            circle = tell.names(tell.all_shown(each.circles[0] if each.circles else (each.claim,)))
            yield hanging(f"its reasons go round in a circle: {circle}", "    ")
        else:
            yield f"    not worked out: {_STOPPED[each.stopped or 'limit']}"
    carried = len(finding.conclusions) - len(lacking)
    if lacking and carried:
        verb = "is" if carried == 1 else "are"
        yield ""
        conclusions = count_of(carried, "other conclusion")
        yield f"{conclusions} {verb} carried by what is granted, objections left aside."
    elif lacking:
        return
    elif carried:
        yield (
            "No conclusion of this map waits for support: objections left aside, what is granted "
            "carries each of them."
        )
    else:
        yield "No claim of this map is a conclusion. Ask about one of them: argmap gaps CLAIM."


def _all_that_it_takes(claim: str, place: str) -> str:
    """The command that answers objections, too."""
    return (
        f"What would make it stand, answers to objections included: argmap overturn {claim}{place}"
    )


def _beside(finding: GapsFinding, place: str, *, stands: bool) -> Iterator[str]:
    """The remarks on a set: whether it is enough, and how many others there are."""
    if not stands:
        yield f"    {_KEPT_DOWN} (argmap overturn {finding.claim}{place})"
    if finding.total is None:
        yield f"    there are other ways: argmap gaps {finding.claim}{place}"
    elif finding.total > 1:
        ways = count_of(finding.total - 1, "other way")
        yield f"    or {ways}: argmap gaps {finding.claim}{place}"
