"""What a claim rests on, and what rests on it, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.terminal.lines import wrapped
from argmap.views.words.counting import count_of
from argmap.views.words.origin import origin_of
from argmap.views.words.sentences import Teller
from argmap.views.words.statuses import REASONS
from argmap.views.words.templates import listed, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.analysis.rests_on.conclusions import ConclusionsFinding
    from argmap.analysis.rests_on.premise_sets import PremiseSet
    from argmap.analysis.rests_on.premises import PremisesFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap

_SHOWN = 12
_FEW = 4
_STOPPED = {"limit": "the limit was reached (--limit)", "time": "the time was up (--time-limit)"}


def premises_text(
    argument_map: ArgumentMap, outline: Outline, finding: StatusFinding, found: PremisesFinding
) -> Iterator[str]:
    """The premises of a claim, what is critical, and the sets on which it rests."""
    tell = Teller(argument_map, outline)
    status = finding.claims[found.claim]
    yield f"{tell.name(found.claim)}  ({found.claim})"
    yield f"    {status.word}: {REASONS[status.reason]}"
    if not found.derivable:
        yield ""
        so = "So it has no premises that carry it, and nothing is critical to it."
        yield from wrapped(f"{say('rests.nothing')} {so}")
        return
    yield ""
    yield from _premises(tell, found)
    yield ""
    yield from _ways(tell, found)
    yield ""
    yield from _losses(tell, found)


def _premises(tell: Teller, found: PremisesFinding) -> Iterator[str]:
    if found.premises == (tell.map.head_of(found.claim),):
        yield say("rests.itself")
        return
    yield f"It rests on {count_of(len(found.premises), 'premise')}, objections left aside:"
    critical, idle = set(found.critical), set(found.idle or ())
    order = {id_: place for place, id_ in enumerate(tell.outline.numbers)}
    width = 10 if critical or idle else 0
    for id_ in sorted(found.premises, key=order.__getitem__):
        mark = "critical" if id_ in critical else "idle" if id_ in idle else ""
        yield f"  {mark:<{width}}{tell.name(id_)}  ({id_})"
        origin = origin_of(tell.map, tell.map.claims[id_])
        if origin:
            yield f"  {'':<{width}}  {origin}"
    if critical:
        yield "Critical: without it no reason is left for the claim."
    else:
        yield say("critical.none")
    if idle:
        yield say("idle")
    if found.idle is None:
        yield "Whether some of them are idle was not worked out: the map is too large for that."


def _ways(tell: Teller, found: PremisesFinding) -> Iterator[str]:
    sets = found.premise_sets
    total = found.premise_sets_total
    yield _head("way# to carry it", len(sets), total, found)
    for one in sets[:_SHOWN]:
        yield f"  {one.status:<10} {tell.names(one.claims)}"
        yield from _because(tell, one)
    yield from _more(len(sets), total)
    if found.standing_premise_sets:
        standing = found.standing_premise_sets
        if {one.claims for one in sets if one.status == "undefeated"} != set(standing):
            yield "What carries it as things stand, with all objections weighed:"
            for claims in standing[:_SHOWN]:
                yield f"  {tell.names(claims) or 'that you accept it'}"
            yield from _more(len(standing), None)
    else:
        yield "As things stand, with all objections weighed, none of this carries it."
    if found.readings is None:
        yield "There are more standpoints than were looked at; in others it may be different."


def _because(tell: Teller, one: PremiseSet) -> Iterator[str]:
    for id_ in one.by[:_SHOWN]:
        step = tell.step(tell.map.relations[id_])
        yield f"             {say(f'set.{one.status}', step=step)}"


def _losses(tell: Teller, found: PremisesFinding) -> Iterator[str]:
    sets, total = found.rejection_sets, found.rejection_sets_total
    yield _head("way# to take all its grounds away", len(sets), total, found)
    for claims in sets[:_SHOWN]:
        yield f"  {say('give-up', claims=tell.names(claims), count=len(claims))}"
    yield from _more(len(sets), total)


def _head(things: str, shown: int, total: int | None, found: PremisesFinding) -> str:
    """How many there are of a thing, in whose name `#` stands for the plural's s."""
    if total is None:
        why = _STOPPED[found.stopped or "limit"]
        return f"At least {shown} {things.replace('#', 's')}, smallest first; {why}:"
    named = things.replace("#", "" if total == 1 else "s")
    return f"{total:,} {named}{', smallest first' if total > 1 else ''}:"


def _more(listed_: int, total: int | None) -> Iterator[str]:
    if listed_ > _SHOWN:
        yield f"  … {listed_ - _SHOWN:,} more with --json"
    if total is not None and total > listed_:
        yield f"  … and {total - listed_:,} beyond the limit (--limit)"


def conclusions_text(
    argument_map: ArgumentMap,
    outline: Outline,
    finding: StatusFinding,
    found: ConclusionsFinding,
) -> Iterator[str]:
    """All conclusions and what they rest on."""
    tell = Teller(argument_map, outline)
    if not found.conclusions:
        yield "No claim of this map is a conclusion: none is supported, and each that is attacked"
        yield "attacks in turn. Ask about one of them: argmap premises CLAIM."
    for one in found.conclusions:
        status = finding.claims[one.claim]
        yield f"{tell.name(one.claim)}  ({one.claim})"
        yield f"    {status.word}: {status.reason}"
        if one.smallest_rejection_set is None:
            yield "    rests on nothing: whatever leads to it lacks a premise"
            continue
        sources = listed(list(one.sources)) or "no source"
        yield f"    rests on {count_of(len(one.premises), 'premise')}, from {sources}"
        if one.critical:
            yield f"    critical: {tell.names(one.critical)}"
        else:
            size = len(one.smallest_rejection_set)
            yield f"    none is critical: {size} must go together before no reason is left"
            if size <= _FEW:
                yield f"    for example {tell.names(one.smallest_rejection_set)}"
