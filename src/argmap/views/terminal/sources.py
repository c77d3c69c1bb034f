"""Sources and speakers, and what is said by each, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.terminal.lines import wrapped
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
    argument_map: ArgumentMap, outline: Outline, found: SourcesFinding, limit: int | None
) -> Iterator[str]:
    """Sources, speakers, disputes between sources, and whose word the conclusions rest on."""
    tell = Teller(argument_map, outline)
    if not found.sources:
        yield "No claim of this map names a source, so nothing can be said of who says what."
        yield "Write `source:` at the top of a claim file, or on a claim."
        return
    for id_, source in found.sources.items():
        yield from _source(tell, id_, source, several=len(found.sources) > 1)
    if found.unsourced:
        yield from wrapped(
            f"Without a source: {_names(tell, found.unsourced, limit)}.", rest="    "
        )
        yield ""
    yield from _speakers(tell, found, limit)
    yield from _disputes(tell, found.disputes, limit)
    yield from _conclusions(tell, found.conclusions, limit)


def _source(tell: Teller, id_: str, found: Contribution, *, several: bool) -> Iterator[str]:
    source = tell.map.sources[id_]
    by = f", {' and '.join(source.authors)}" if source.authors else ""
    date = f", {source.date}" if source.date else ""
    yield from wrapped(f"{id_}: {source.title}{by}{date}", rest="    ")
    modes = ", ".join(f"{count} {mode}" for mode, count in found.modes.items())
    yield f"    {count_of(len(found.claims), 'claim')}{f': {modes}' if modes else ''}"
    if found.second_hand:
        yield "    second hand: it makes none of them in its own voice"
    if several:
        shared = len(found.claims) - len(found.own)
        if shared:
            yield f"    {_of(len(found.own), 'made')} by it alone, {shared} by another source too"
        else:
            yield "    no other source makes any of them"
        yield f"    {_of(len(found.backed), 'given')} a reason by a claim of another source"
    if found.contested_by:
        yield f"    contested by {listed(list(found.contested_by))}, see below"
    for caveat in source.caveats:
        yield from wrapped(f"caveat: {caveat}", "    ", "        ")
    yield ""


def _of(number: int, verb: str) -> str:
    return f"{number or 'none'} {'is' if number == 1 else 'are'} {verb}"


def _speakers(tell: Teller, found: SourcesFinding, limit: int | None) -> Iterator[str]:
    if not found.speakers:
        return
    yield "Who is said to hold what:"
    for speaker, modes in found.speakers.items():
        told = "; ".join(
            f"{mode} {_names(tell, ids, limit)}"
            if len(ids) <= _FEW
            else f"{mode} {count_of(len(ids), 'claim')}"
            for mode, ids in modes.items()
        )
        yield from wrapped(f"{speaker}: {told}", "  ", "      ")
    yield ""


_FEW = 3


def _disputes(tell: Teller, disputes: Sequence[Dispute], limit: int | None) -> Iterator[str]:
    if not disputes:
        if len(tell.map.sources) > 1:
            yield "No claim of one source speaks against a claim or a step of another."
            yield ""
        return
    yield "Contested between sources:"
    for one in sorted(disputes, key=lambda one: one.label.rank)[:limit]:
        told = tell.step(tell.map.relations[one.relation])
        sides = f"{listed(list(one.sources))} against {listed(list(one.against))}"
        yield from wrapped(f"{sides}, {OBJECTION[one.label]}: {told}", "  ", "      ")
    if limit is not None and len(disputes) > limit:
        yield f"  … {len(disputes) - limit:,} more (--limit all)"
    yield ""


def _conclusions(tell: Teller, conclusions: Sequence[Grounds], limit: int | None) -> Iterator[str]:
    yield "On whose word the conclusions rest, objections left aside:"
    if not conclusions:
        yield "  no claim of this map is a conclusion that rests on something"
    for one in conclusions[:limit]:
        yield from wrapped(tell.name(one.claim), "  ", "      ")
        for line in grounds_in_words(one, {id_: id_ for id_ in tell.map.sources}):
            yield from wrapped(line, "      ", "        ")
    if limit is not None and len(conclusions) > limit:
        yield f"  … {len(conclusions) - limit:,} more (--limit all)"


def _names(tell: Teller, ids: Sequence[str], limit: int | None) -> str:
    shown = tell.names(ids[:limit])
    left = len(ids) - len(ids[:limit])
    return f"{shown} and {left:,} more" if left else shown
