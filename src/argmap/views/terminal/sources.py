"""Sources and speakers, each with its claims, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.people.attribution import is_reported
from argmap.model.claim import Mode
from argmap.views.terminal.lines import hanging
from argmap.views.words.citations import citations_of
from argmap.views.words.contradictions import contradiction_in_words, each_once, sides_in_words
from argmap.views.words.counting import count_of
from argmap.views.words.fates import REJECTED_BY_YOU, fate_of_objection
from argmap.views.words.grounds import grounds_in_words
from argmap.views.words.origin import caveats_of
from argmap.views.words.sentences import Teller
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argmap.analysis.people.grounds import Grounds
    from argmap.analysis.people.sources import Contribution, Dispute, SourcesFinding
    from argmap.analysis.people.speakers import Disagreement, Reception
    from argmap.analysis.reading_of_map import Reading
    from argmap.views.terminal.lines import Line


def sources_text(reading: Reading, finding: SourcesFinding, limit: int | None) -> Iterator[str]:
    """Sources, speakers, disputes between sources, and the sources behind each conclusion.

    `limit` is the largest number of entries in each list; None shows every entry.
    """
    tell = Teller(reading.map, reading.outline)
    if not finding.sources:
        yield "No claim of this map names a source, so nothing can be said of who says what."
        yield "Write `source:` at the top of a claim file, or on a claim."
        return
    cited = citations_of(reading.map.sources)
    for id_, source in finding.sources.items():
        yield from _source(tell, cited, id_, source)
    if finding.unsourced:
        yield hanging(f"Without a source: {_names(tell, finding.unsourced, limit)}.", rest="    ")
        yield ""
    yield from _speakers(tell, finding, limit)
    yield from _disputes(reading, tell, cited, finding.disputes, limit)
    yield from _disagreements(reading, tell, cited, finding.disagreements, limit)
    yield from _conclusions(tell, cited, finding.conclusions, limit)


def _source(
    tell: Teller, cited: Mapping[str, str], id_: str, contribution: Contribution
) -> Iterator[str]:
    source = tell.map.sources[id_]
    by = f", {listed(list(source.authors))}" if source.authors else ""
    date = f", {source.date}" if source.date else ""
    yield hanging(f"{cited[id_]}: {source.title}{by}{date}  ({id_})", rest="    ")
    modes = ", ".join(f"{count} {_MODES[mode]}" for mode, count in contribution.modes.items())
    yield f"    {count_of(len(contribution.claims), 'claim')}{f': {modes}' if modes else ''}"
    if contribution.second_hand:
        yield "    second hand: it says none of them in its own voice"
    if len(tell.map.sources) > 1:
        yield from _backing(contribution)
    if contribution.contested_by:
        others = listed([cited[other] for other in contribution.contested_by])
        yield f"    contested by {others}, see below"
    for caveat in caveats_of(source):
        yield hanging(f"caveat: {caveat}", "    ", "        ")
    yield ""


_MODES = {
    Mode.ASSERTED: "asserted",
    Mode.REPORTED: "attributed to others",
    Mode.CONCEDED: "conceded",
    Mode.RAISED: "raised in order to answer",
    Mode.IMPLICIT: "left unsaid",
}


def _backing(contribution: Contribution) -> Iterator[str]:
    """The number of claims that other sources make too, or give a reason for."""
    shared = len(contribution.claims) - len(contribution.own)
    if shared:
        yield f"    another source makes {shared} of them too"
    if contribution.backed:
        yield f"    another source gives a reason for {len(contribution.backed)} of them"
    elif contribution.claims and not shared:
        yield "    no other source backs them"


_TAKEN_UP = {
    Mode.CONCEDED: "said to hold, and conceded,",
    Mode.RAISED: "said to hold, and raised in order to answer,",
}
_HOLDS = {
    Mode.ASSERTED: "said",
    Mode.REPORTED: "said to hold",
    Mode.CONCEDED: "conceded",
    Mode.RAISED: "raised, in order to answer,",
    Mode.IMPLICIT: "left unsaid",
}


def _speakers(tell: Teller, finding: SourcesFinding, limit: int | None) -> Iterator[str]:
    if not finding.speakers:
        return
    yield "Who says what:"
    for speaker, modes in finding.speakers.items():
        holdings = "; ".join(
            f"{words} {_names(tell, ids, limit)}"
            if len(ids) <= _FEW
            else f"{words} {count_of(len(ids), 'claim')}"
            for words, ids in _holdings(tell, modes)
        )
        yield hanging(f"{speaker}: {holdings}", "  ", "      ")
        for line in _reception(finding.receptions[speaker]):
            yield hanging(line, "      ", "        ")
    yield ""


def _holdings(
    tell: Teller, modes: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Sequence[str]]]:
    """The claims of a speaker, after the words for the way in which the source has them."""
    for mode, ids in modes.items():
        words = _HOLDS[Mode(mode)]
        groups: dict[str, list[str]] = {}
        for id_ in ids:
            is_reported_there = is_reported(tell.map, tell.map.claims[id_])
            taken_up = _TAKEN_UP.get(Mode(mode), words) if is_reported_there else words
            groups.setdefault(taken_up, []).append(id_)
        yield from groups.items()


def _reception(reception: Reception) -> Iterator[str]:
    """The numbers of claims that others make too, or back, and the people who object."""
    if reception.shared:
        yield f"somebody else says {len(reception.shared)} of these too"
    if reception.backed:
        yield f"somebody else gives a reason for {len(reception.backed)} of these"
    if reception.contested_by:
        yield f"contested by {listed(reception.contested_by)}"


_FEW = 3


def _disputes(
    reading: Reading,
    tell: Teller,
    cited: Mapping[str, str],
    disputes: Sequence[Dispute],
    limit: int | None,
) -> Iterator[str]:
    if not disputes:
        if len(tell.map.sources) > 1:
            yield "No claim of one source speaks against a claim or a step of another."
            yield ""
        return
    disputes = each_once(tell.map, disputes)
    yield "Contested between sources:"
    for dispute in sorted(disputes, key=lambda dispute: dispute.label.rank)[:limit]:
        speaking, hit = (
            listed([cited[id_] for id_ in ids]) for ids in (dispute.sources, dispute.against)
        )
        sides = sides_in_words(speaking, hit, tell.map.relations[dispute.relation])
        yield _attack(reading, tell, dispute, sides)
    if limit is not None and len(disputes) > limit:
        yield f"  … {len(disputes) - limit:,} more (--limit all)"
    yield ""


def _disagreements(
    reading: Reading,
    tell: Teller,
    cited: Mapping[str, str],
    disagreements: Sequence[Disagreement],
    limit: int | None,
) -> Iterator[str]:
    """The attacks between people who speak in the same source."""
    if not disagreements:
        return
    disagreements = each_once(tell.map, disagreements)
    yield "Contested between people of one source:"
    for attack in sorted(disagreements, key=lambda attack: attack.label.rank)[:limit]:
        where = listed([cited[id_] for id_ in attack.sources])
        relation = tell.map.relations[attack.relation]
        sides = sides_in_words(listed(attack.speakers), listed(attack.against), relation)
        sides = f"{sides}, in {where}"
        yield _attack(reading, tell, attack, sides)
    if limit is not None and len(disagreements) > limit:
        yield f"  … {len(disagreements) - limit:,} more (--limit all)"
    yield ""


def _attack(reading: Reading, tell: Teller, attack: Dispute | Disagreement, sides: str) -> Line:
    """An attack with its two sides, and what became of it."""
    relation = tell.map.relations[attack.relation]
    fate = fate_of_objection(reading.with_semantics("grounded"), relation, REJECTED_BY_YOU)
    sentence = (
        contradiction_in_words(tell, relation) if relation.contradiction else tell.step(relation)
    )
    return hanging(f"{sides}, {fate}: {sentence}", "  ", "      ")


def _conclusions(
    tell: Teller, cited: Mapping[str, str], conclusions: Sequence[Grounds], limit: int | None
) -> Iterator[str]:
    yield "On whose word the conclusions rest, objections left aside:"
    if not conclusions:
        yield "  no claim of this map is a conclusion that rests on something"
    for grounds in conclusions[:limit]:
        yield hanging(tell.name(tell.shown(grounds.claim)), "  ", "      ")
        for line in grounds_in_words(grounds, cited):
            yield hanging(line, "      ", "        ")
    if limit is not None and len(conclusions) > limit:
        yield f"  … {len(conclusions) - limit:,} more (--limit all)"


def _names(tell: Teller, ids: Sequence[str], limit: int | None) -> str:
    shown = tell.names(ids[:limit])
    unshown = len(ids) - len(ids[:limit])
    return f"{shown} and {unshown:,} more" if unshown else shown
