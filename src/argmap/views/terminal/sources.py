"""Sources and speakers, each with its claims, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.terminal.lines import hanging
from argmap.views.words.counting import count_of
from argmap.views.words.fates import OBJECTION
from argmap.views.words.grounds import grounds_in_words
from argmap.views.words.sentences import Teller
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.people.sources import Contribution, Dispute, Grounds, SourcesFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap


def sources_text(
    argument_map: ArgumentMap, outline: Outline, finding: SourcesFinding, limit: int | None
) -> Iterator[str]:
    """Sources, speakers, disputes between sources, and the sources behind each conclusion.

    `limit` is the largest number of entries in each list; None shows every entry.
    """
    tell = Teller(argument_map, outline)
    if not finding.sources:
        yield "No claim of this map names a source, so nothing can be said of who says what."
        yield "Write `source:` at the top of a claim file, or on a claim."
        return
    for id_, source in finding.sources.items():
        yield from _source(tell, id_, source, several=len(finding.sources) > 1)
    if finding.unsourced:
        yield hanging(f"Without a source: {_names(tell, finding.unsourced, limit)}.", rest="    ")
        yield ""
    yield from _speakers(tell, finding, limit)
    yield from _disputes(tell, finding.disputes, limit)
    yield from _conclusions(tell, finding.conclusions, limit)


def _source(tell: Teller, id_: str, contribution: Contribution, *, several: bool) -> Iterator[str]:
    source = tell.map.sources[id_]
    by = f", {' and '.join(source.authors)}" if source.authors else ""
    date = f", {source.date}" if source.date else ""
    yield hanging(f"{id_}: {source.title}{by}{date}", rest="    ")
    modes = ", ".join(f"{count} {mode}" for mode, count in contribution.modes.items())
    yield f"    {count_of(len(contribution.claims), 'claim')}{f': {modes}' if modes else ''}"
    if contribution.second_hand:
        yield "    second hand: it makes none of them in its own voice"
    if several:
        own = len(contribution.own)
        shared = len(contribution.claims) - own
        if shared:
            yield f"    {_of(own, 'made')} by it alone, {shared} by another source too"
        else:
            yield "    no other source makes any of them"
        yield f"    {_of(len(contribution.backed), 'given')} a reason by a claim of another source"
    if contribution.contested_by:
        yield f"    contested by {listed(list(contribution.contested_by))}, see below"
    for caveat in source.caveats:
        yield hanging(f"caveat: {caveat}", "    ", "        ")
    yield ""


def _of(number: int, verb: str) -> str:
    return f"{number or 'none'} {'is' if number == 1 else 'are'} {verb}"


def _speakers(tell: Teller, finding: SourcesFinding, limit: int | None) -> Iterator[str]:
    if not finding.speakers:
        return
    yield "Who is said to hold what:"
    for speaker, modes in finding.speakers.items():
        holdings = "; ".join(
            f"{mode} {_names(tell, ids, limit)}"
            if len(ids) <= _FEW
            else f"{mode} {count_of(len(ids), 'claim')}"
            for mode, ids in modes.items()
        )
        yield hanging(f"{speaker}: {holdings}", "  ", "      ")
    yield ""


_FEW = 3


def _disputes(tell: Teller, disputes: Sequence[Dispute], limit: int | None) -> Iterator[str]:
    if not disputes:
        if len(tell.map.sources) > 1:
            yield "No claim of one source speaks against a claim or a step of another."
            yield ""
        return
    yield "Contested between sources:"
    for dispute in sorted(disputes, key=lambda dispute: dispute.label.rank)[:limit]:
        attack = tell.step(tell.map.relations[dispute.relation])
        sides = f"{listed(list(dispute.sources))} against {listed(list(dispute.against))}"
        yield hanging(f"{sides}, {OBJECTION[dispute.label]}: {attack}", "  ", "      ")
    if limit is not None and len(disputes) > limit:
        yield f"  … {len(disputes) - limit:,} more (--limit all)"
    yield ""


def _conclusions(tell: Teller, conclusions: Sequence[Grounds], limit: int | None) -> Iterator[str]:
    yield "On whose word the conclusions rest, objections left aside:"
    if not conclusions:
        yield "  no claim of this map is a conclusion that rests on something"
    for grounds in conclusions[:limit]:
        yield hanging(tell.name(grounds.claim), "  ", "      ")
        for line in grounds_in_words(grounds, {id_: id_ for id_ in tell.map.sources}):
            yield hanging(line, "      ", "        ")
    if limit is not None and len(conclusions) > limit:
        yield f"  … {len(conclusions) - limit:,} more (--limit all)"


def _names(tell: Teller, ids: Sequence[str], limit: int | None) -> str:
    shown = tell.names(ids[:limit])
    unshown = len(ids) - len(ids[:limit])
    return f"{shown} and {unshown:,} more" if unshown else shown
