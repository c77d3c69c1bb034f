"""The premises of a claim, and the conclusions of a map with theirs, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.relation import Force, Kind
from argmap.views.terminal.lines import Line, hanging
from argmap.views.words.citations import Citations, citations_of
from argmap.views.words.counting import count_of, ways_in_words
from argmap.views.words.origin import origin_of
from argmap.views.words.reasons import reason_in_words
from argmap.views.words.restated import conclusion_shown, premises_shown
from argmap.views.words.sentences import Teller
from argmap.views.words.templates import listed, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.analysis.rests_on.conclusions import Conclusion, ConclusionsFinding
    from argmap.analysis.rests_on.premise_sets import PremiseSet
    from argmap.analysis.rests_on.premises import PremisesFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap

_SHOWN = 12
_FEW = 4
_LACKS = ": whatever leads to it lacks a premise"
_STOPPED = {
    "limit": "the limit was reached (--limit)",
    "time": "the time was up (--time-limit)",
    "memory": "the memory was used up (--time-limit)",
}


def premises_text(
    argument_map: ArgumentMap,
    outline: Outline,
    statuses: StatusFinding,
    finding: PremisesFinding,
    place: str = "",
) -> Iterator[str]:
    """The premises of a claim with the critical ones marked, and the sets that matter to it.

    `place` is the map as a further command names it, with a blank before.

    Each premise set carries the claim by itself; each rejection set leaves it without a reason.
    """
    tell = Teller(argument_map, outline)
    finding = premises_shown(tell, finding)
    status = statuses.claims[finding.claim]
    yield f"{tell.name(finding.claim)}  ({finding.claim})"
    yield f"    {status.word}: {reason_in_words(tell, statuses, finding.claim)}"
    if not finding.derivable:
        yield ""
        yield from _lacking(tell, finding, place)
        return
    yield ""
    yield from _premises(tell, finding)
    yield ""
    yield from _ways(tell, statuses.objections, finding)
    yield ""
    yield from _losses(tell, finding)


def _lacking(tell: Teller, finding: PremisesFinding, place: str) -> Iterator[str]:
    gaps = finding.to_be_supported
    if not gaps:
        yield say("rests.nothing")
        return
    yield say("rests.gaps", claims=tell.some_names(gaps), count=len(gaps))
    yield f"The fewest that would do: argmap gaps {finding.claim}{place}"


def _premises(tell: Teller, finding: PremisesFinding) -> Iterator[str]:
    if finding.premises == (finding.claim,):
        yield say("rests.itself")
        return
    number = count_of(len(finding.premises), "premise")
    yield f"It rests on {say('premises', premises=number)}:"
    critical, idle = set(finding.critical), set(finding.idle or ())
    width = 10 if critical or idle else 0
    cite = Citations(tell.map)
    for id_ in sorted(finding.premises, key=tell.outline.place_of.__getitem__):
        mark = "critical" if id_ in critical else "idle" if id_ in idle else ""
        yield Line(f"  {mark:<{width}}{tell.name(id_)}  ({id_})", width + 6)
        origin = origin_of(cite, tell.map.claims[id_])
        if origin:
            yield f"  {'':<{width}}  {origin}"
    if critical:
        names = tell.names(critical)
        yield hanging(f"Critical: {say('critical.some', claims=names, count=len(critical))}")
    else:
        yield say("critical.none")
    if idle:
        yield say("idle")
    if finding.idle is None:
        yield "Whether some of them are idle was not worked out: the map is too large for that."
    if finding.claim in finding.premises:
        yield "It is among its own premises: the map takes it as given, and supports it too."


def _ways(tell: Teller, force: Force, finding: PremisesFinding) -> Iterator[str]:
    sets = finding.premise_sets
    total = finding.premise_sets_total
    yield _head("carry", len(sets), total, finding)
    for premise_set in sets[:_SHOWN]:
        word = say(f"set.word.{premise_set.status}")
        yield Line(f"  {word:<7} {tell.names(premise_set.claims)}", 10)
        yield from _because(tell, force, premise_set, tell.map.head_of(finding.claim))
    yield from _more(len(sets), total)
    if finding.standing_premise_sets:
        standing = finding.standing_premise_sets
        if {
            premise_set.claims for premise_set in sets if premise_set.status == "undefeated"
        } != set(standing):
            yield "With all objections weighed, this carries it now:"
            for claims in standing[:_SHOWN]:
                yield hanging(tell.names(claims) or "your accepting it", "  ")
            yield from _more(len(standing), None)
    else:
        these = "it does not carry it now" if total == 1 else "none of these carries it now"
        yield f"With all objections weighed, {these}."
    if finding.readings is None:
        yield "There are more standpoints than were looked at; in others it may be different."


def _because(tell: Teller, force: Force, premise_set: PremiseSet, own: str) -> Iterator[str]:
    """The objections or answers on which a set hangs; those that stop it before mere contestants.

    `own` is the class of the claim itself.
    """
    relations = [tell.map.relations[id_] for id_ in premise_set.by]
    contesting = [
        relation.id
        for relation in relations
        if premise_set.status == "defeated"
        and relation.kind is Kind.ATTACKS
        and tell.map.force_of(relation, force) is Force.CONTEST
    ]
    relations.sort(key=lambda relation: relation.id in contesting)
    for relation in relations[:_SHOWN]:
        is_own = {tell.map.head_of(premise) for premise in relation.premises} == {own}
        if is_own and premise_set.status == "undefeated":
            itself, objection = tell.names(relation.premises), tell.name(relation.target)
            yield hanging(f"{itself} answers the objection {objection}", " " * 10, " " * 14)
            continue
        status = "contested" if relation.id in contesting else premise_set.status
        step = tell.step(relation)
        yield hanging(say(f"set.{status}", step=step), " " * 10, " " * 14)


def _losses(tell: Teller, finding: PremisesFinding) -> Iterator[str]:
    sets, total = finding.rejection_sets, finding.rejection_sets_total
    yield _head("withdraw", len(sets), total, finding)
    for claims in sets[:_SHOWN]:
        yield hanging(say("give-up", claims=tell.names(claims), count=len(claims)), "  ")
    yield from _more(len(sets), total)


def _head(way: str, shown: int, total: int | None, finding: PremisesFinding) -> str:
    """The heading of a list of sets; a search that stopped early tells the cause of the stop."""
    cause = f"; {_STOPPED[finding.stopped or 'limit']}" if total is None else ""
    if total is None and not shown:
        return f"{say(f'ways.{way}', count=2).capitalize()} were not worked out{cause}."
    return f"{ways_in_words(way, shown, total)}{cause}:"


def _more(listed_: int, total: int | None) -> Iterator[str]:
    if listed_ > _SHOWN:
        yield f"  … {listed_ - _SHOWN:,} more with --json"
    if total is not None and total > listed_:
        yield f"  … and {total - listed_:,} beyond the limit (--limit)"


def conclusions_text(
    argument_map: ArgumentMap,
    outline: Outline,
    statuses: StatusFinding,
    finding: ConclusionsFinding,
) -> Iterator[str]:
    """All conclusions, each with its status, its critical premises and its sources."""
    tell, cited = Teller(argument_map, outline), citations_of(argument_map.sources)
    if not finding.conclusions:
        yield (
            "No claim of this map is a conclusion: none is supported, and each that is attacked "
            "attacks in turn. Ask about one of them: argmap premises CLAIM."
        )
    for conclusion in (conclusion_shown(tell, each) for each in finding.conclusions):
        status = statuses.claims[conclusion.claim]
        yield f"{tell.name(conclusion.claim)}  ({conclusion.claim})"
        yield f"    {status.word}: {status.reason}"
        if conclusion.smallest_rejection_set is None and conclusion.complete:
            missing = tell.some_names(conclusion.to_be_supported)
            lacks = f" yet; to be supported: {missing}" if missing else _LACKS
            yield hanging(f"rests on nothing{lacks}", "    ", " " * 6)
            continue
        falls = status.label == "out"
        for line in _grounds(tell, cited, conclusion, falls=falls):
            yield hanging(line, "    ", " " * 6)


def _grounds(
    tell: Teller, cited: Mapping[str, str], conclusion: Conclusion, *, falls: bool
) -> Iterator[str]:
    """The number of a conclusion's premises and their sources, then the critical ones."""
    sources = listed([cited[id_] for id_ in conclusion.sources]) or "no source"
    number = count_of(len(conclusion.premises), "premise")
    is_own = conclusion.claim in conclusion.premises
    if is_own and len(conclusion.premises) == 1:
        yield f"rests on itself alone: it is put forward without support, from {sources}"
        return
    itself = ", itself among them (taken as given, and supported too)" if is_own else ""
    yield f"rests on {number} from {sources}{itself}"
    smallest = conclusion.smallest_rejection_set or ()
    aside = "objections left aside, " if falls else ""
    if conclusion.critical:
        yield f"{aside}critical: {tell.names(conclusion.critical)}"
    elif not conclusion.complete:
        yield f"{aside}no single one is critical; how few would have to go was not worked out"
    elif len(smallest) <= _FEW:
        names = tell.names(smallest)
        yield f"{aside}no single one is critical; given up together, these leave no reason: {names}"
    else:
        yield f"{aside}no single one is critical: {len(smallest)} of them would have to go together"
