"""The changes that a stance makes to a map, as text for a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.graph.carried import cited_only_to
from argmap.views.terminal.lines import hanging
from argmap.views.words.citations import citations_of, names_several
from argmap.views.words.counting import count_of
from argmap.views.words.sentences import Teller, opinions_in_words
from argmap.views.words.statuses import VERBS, WOULD
from argmap.views.words.templates import listed, say
from argmap.views.words.turnovers import turnovers_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.analysis.status.causes import Move
    from argmap.analysis.status.whatif import WhatIfFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Stance


_LONGEST, _ENDS = 8, 3
_SHOWN, _NAMED = 200, 12
_INCOMPLETE = {
    True: "No standpoint was found in time on one side (--time-limit), so this is what changes "
    "under grounded semantics; whether it does under the semantics named is not known.",
    False: "There are more standpoints than were looked at. What follows compares those that were: "
    "with the others, there may be more changes, or fewer.",
}


def whatif_text(
    argument_map: ArgumentMap,
    outline: Outline,
    finding: WhatIfFinding,
    sources: frozenset[str] = frozenset(),
) -> Iterator[str]:
    """The claims that a stance affects: their status, its cause, and reasons lost and gained.

    `sources` are those that the reader rejects; they stand for their claims where these are many.
    """
    tell = Teller(argument_map, outline)
    with_sources = cited_only_to(argument_map, sources) & finding.stance.reject
    if len(with_sources) > _LONGEST:
        yield f"{_sources_in_words(tell, finding.stance, sources, with_sources)}:"
    else:
        yield f"{stance_in_words(tell, finding.stance)}:"
    yield ""
    if finding.before.extensions == 0:
        yield (
            "No standpoint settles every claim of the map as it is, so there is nothing to compare "
            "with; `argmap status` with the same options shows what stands then."
        )
        return
    if finding.after.extensions == 0:
        yield "No standpoint settles every claim of the map then, so no claim has a status."
        return
    yield from _restated(tell, finding.stance)
    if not finding.complete:
        yield f"{_INCOMPLETE[finding.before.semantics == 'grounded']}\n"
    changes = _Changes(tell, finding)
    affected = finding.affected
    in_order = [id_ for id_ in outline.numbers if id_ in affected]
    for id_ in in_order[:_SHOWN]:
        yield from changes.of_claim(id_)
    if len(in_order) > _SHOWN:
        yield f"… {len(in_order) - _SHOWN:,} more claims with --json"
    if not affected:
        yield from changes.nothing()


def nothing_of_sources(argument_map: ArgumentMap, sources: Iterable[str]) -> Iterator[str]:
    """The statement that to reject these sources rejects no claim, and so changes nothing."""
    cited = citations_of(argument_map.sources)
    names = listed([cited[id_] for id_ in sorted(sources)])
    yield f"No claim is cited to {names} alone, so nothing changes without it."


def stance_in_words(tell: Teller, stance: Stance) -> str:
    """The stance as a condition, or as the reader who takes it."""
    if stance.name:
        return say("stance.reader", name=stance.name, opinions=opinions_in_words(tell, stance))
    return say("stance", opinions=_opinions(tell, stance.reject, stance.accept))


def _sources_in_words(
    tell: Teller, stance: Stance, sources: frozenset[str], claims: frozenset[str]
) -> str:
    """The stance as `stance_in_words`, with sources in place of the claims that only they make."""
    cited = citations_of(tell.map.sources)
    is_one = len(sources) == 1 and not any(names_several(tell.map.sources[id_]) for id_ in sources)
    names = listed([cited[id_] for id_ in sorted(sources)])
    whole = f"what only {names} {'says' if is_one else 'say'} ({count_of(len(claims), 'claim')})"
    others = stance.reject - claims
    rejected = listed([whole, tell.names(others)] if others else [whole])
    opinions = {"reject": rejected, "accept": tell.names(stance.accept)}
    end = "s" if stance.name else ""
    in_words = listed([f"{verb}{end} {named}" for verb, named in opinions.items() if named])
    kind = "stance.reader" if stance.name else "stance"
    return say(kind, name=stance.name, opinions=in_words)


def _restated(tell: Teller, stance: Stance) -> Iterator[str]:
    """The claims that the stance names as well, as they restate one that it names."""
    named = stance.reject | stance.accept
    others = {member for id_ in named for member in tell.map.class_of(id_)} - named
    if others:
        yield say("stance.same", claims=tell.names(others), count=len(others))
        yield ""


def _opinions(tell: Teller, reject: frozenset[str], accept: frozenset[str]) -> str:
    return listed(
        [
            say(verb, claims=tell.names(ids))
            for verb, ids in (("rejects", reject), ("accepts", accept))
            if ids
        ]
    )


@dataclass(frozen=True, slots=True)
class _Changes:
    """The changes of single claims in words."""

    tell: Teller
    finding: WhatIfFinding

    def of_claim(self, id_: str) -> Iterator[str]:
        """The status of a claim now and with the stance, then what explains it."""
        finding = self.finding
        old, new = finding.before.claims[id_], finding.after.claims[id_]
        before, after = VERBS[old.word][0], WOULD[new.word]
        if (old.word, old.reason) == (new.word, new.reason):
            status = say("status.kept", status=before)
        else:
            kind = "status.same" if old.word == new.word else "status.changed"
            status = say(kind, before=before, after=after, reason=new.reason)
        yield hanging(f"{self.tell.name(id_)} {status}", "  ")
        reasons, objections = finding.reasons.get(id_), finding.objections.get(id_)
        turned = turnovers_in_words(
            self.tell, reasons, objections, granted=new.granted, most=_NAMED
        )
        for line in (*self._cause(id_), *turned):
            yield hanging(line, "      ", " " * 8)
        yield ""

    def _cause(self, id_: str) -> Iterator[str]:
        cause, stance = self.finding.changed.get(id_), self.finding.stance
        if cause is None:
            return
        if len(cause.because) < len(stance.reject | stance.accept):
            part = frozenset(cause.because)
            enough = _opinions(self.tell, stance.reject & part, stance.accept & part)
            yield say("cause.part", opinions=enough)
        yield from self._chain(cause.moves)

    def _chain(self, moves: Sequence[Move]) -> Iterator[str]:
        """The steps of a chain; of a long one the first and the last."""
        unshown = len(moves) - 2 * _ENDS if len(moves) > _LONGEST else 0
        for place, move in enumerate(moves):
            if unshown and _ENDS <= place < len(moves) - _ENDS:
                if place == _ENDS:
                    yield say("chain.more", count=unshown)
                continue
            change = self.tell.change(move.relation, move.before, move.after)
            yield say("chain.next" if place else "chain.first", change=change)

    def nothing(self) -> Iterator[str]:
        """The statement that nothing else changes, with why for each claim of the stance."""
        yield "Nothing else changes."
        stance, before = self.finding.stance, self.finding.before.claims
        for id_ in sorted(stance.reject | stance.accept):
            label = before[id_].label
            if label == ("out" if id_ in stance.reject else "in"):
                why = "falls" if id_ in stance.reject else "stands"
            else:
                members = self.tell.map.class_of(id_)
                is_used = any(self.tell.map.relations_from(member) for member in members)
                why = "untouched" if is_used else "unused"
            yield hanging(say(f"nothing.{why}", claim=self.tell.name(id_)), "  ")
