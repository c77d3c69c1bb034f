"""Sources and speakers: their claims by mode, and the conclusions that rest on their word."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted, row
from argmap.model.claim import Mode
from argmap.model.relation import Kind
from argmap.reasoning.horn import Horn, derivable_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.analysis.labels.labelling import Label
    from argmap.analysis.reading_of_map import Reading
    from argmap.graph.supports import Supports
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation


@dataclass(frozen=True, slots=True)
class Dispute:
    """A claim or step of one source against which a claim of another speaks."""

    relation: str
    label: Label
    sources: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contribution:
    """The contribution of one source.

    `claims` are all that are taken from it, by id; `own` those that no other source makes too (by
    restatement); `backed` those to which a claim of another source gives a reason; `modes` counts
    how it has them. It is `second_hand` if it makes no claim in its own voice: each one that it
    has is held by a speaker who is none of its authors.
    """

    claims: tuple[str, ...]
    own: tuple[str, ...]
    backed: tuple[str, ...]
    contested_by: tuple[str, ...]
    modes: Mapping[Mode, int]
    second_hand: bool


@dataclass(frozen=True, slots=True)
class Grounds:
    """On whose word a conclusion rests: what its premises are, objections left aside.

    `sources` are those of its premises, `needs` those without which it has no derivation,
    `unsourced` says whether a premise has no source. It rests on reports only if every premise is
    one (`reported_only`), and needs them if it has no derivation without (`needs_reports`);
    likewise with second-hand sources.
    """

    claim: str
    sources: tuple[str, ...]
    needs: tuple[str, ...]
    unsourced: bool
    reported_only: bool
    needs_reports: bool
    second_hand_only: bool
    needs_second_hand: bool

    @property
    def single(self) -> bool:
        """Whether all of it comes from one source."""
        return len(self.sources) == 1 and not self.unsourced


@dataclass(frozen=True, slots=True, repr=False)
class SourcesFinding(Finding):
    """Claims by source and by speaker, disputes between sources, and the conclusions' grounds.

    `unsourced` are the claims of no source. Everything is sorted by id, conclusions main ones
    first; those without a derivation are left out.
    """

    sources: Mapping[str, Contribution]
    speakers: Mapping[str, Mapping[str, tuple[str, ...]]]
    unsourced: tuple[str, ...]
    disputes: tuple[Dispute, ...]
    conclusions: tuple[Grounds, ...]

    def rows(self) -> list[dict[str, Any]]:
        """One row a source."""
        return [
            row(
                source=id_,
                claims=len(part.claims),
                own=part.own,
                backed=part.backed,
                contested_by=part.contested_by,
                second_hand=part.second_hand,
            )
            for id_, part in self.sources.items()
        ]

    def _summary(self) -> str:
        sources, disputes = len(self.sources), len(self.disputes)
        return f"{counted(sources, 'source')}, {counted(disputes, 'dispute')} between them"


def sources(reading: Reading) -> SourcesFinding:
    """The contribution of every source of a map, and the disputes between sources.

    Cost: linear, times the sources divided by the word length of the machine.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> sources(Reading(THREE_CLAIMS)).unsourced
    ('close', 'quieter', 'shops')
    """
    argument_map = reading.map
    disputes = tuple(_disputes(reading))
    second_hand = {id_ for id_ in argument_map.sources if is_second_hand(argument_map, id_)}
    return SourcesFinding(
        MappingProxyType(
            {id_: _source(argument_map, id_, disputes, second_hand) for id_ in argument_map.sources}
        ),
        _speakers(argument_map),
        tuple(id_ for id_, claim in argument_map.claims.items() if claim.source is None),
        disputes,
        tuple(_grounds(reading, second_hand)),
    )


def is_second_hand(argument_map: ArgumentMap, source: str) -> bool:
    """Whether a source makes no claim of the map in its own voice, and has some of others.

    Cost: linear.
    """
    claims = [claim for claim in argument_map.claims.values() if claim.source == source]
    return any(is_reported(argument_map, claim) for claim in claims) and all(
        is_reported(argument_map, claim) or claim.mode.is_mappers for claim in claims
    )


def is_reported(argument_map: ArgumentMap, claim: Claim) -> bool:
    """Whether the claim is held by another than its source: reported, or a speaker's."""
    if claim.mode is Mode.REPORTED:
        return True
    if claim.speaker is None or claim.source is None:
        return False
    return not argument_map.sources[claim.source].is_by(claim.speaker)


def sources_of(argument_map: ArgumentMap, claims: Iterable[str]) -> tuple[str, ...]:
    """The sources that make these claims, or claims that restate them, sorted."""
    sources_ = (
        argument_map.claims[member].source
        for id_ in claims
        for member in argument_map.class_of(id_)
    )
    return tuple(sorted({source for source in sources_ if source is not None}))


def _source(
    argument_map: ArgumentMap, source: str, disputes: Iterable[Dispute], second_hand: set[str]
) -> Contribution:
    claims = [claim for claim in argument_map.claims.values() if claim.source == source]
    modes: defaultdict[Mode, int] = defaultdict(int)
    for claim in claims:
        modes[claim.mode] += 1
    return Contribution(
        tuple(claim.id for claim in claims),
        tuple(claim.id for claim in claims if sources_of(argument_map, [claim.id]) == (source,)),
        tuple(claim.id for claim in claims if _is_backed(argument_map, claim.id, source)),
        tuple(
            sorted(
                {
                    other
                    for dispute in disputes
                    if source in dispute.against
                    for other in dispute.sources
                    if other != source
                }
            )
        ),
        MappingProxyType({mode: modes[mode] for mode in Mode if modes[mode]}),
        source in second_hand,
    )


def _is_backed(argument_map: ArgumentMap, claim: str, source: str) -> bool:
    """Whether a support of the claim, or of one that restates it, has a premise from elsewhere."""
    return any(
        set(sources_of(argument_map, relation.premises)) - {source}
        for relation in argument_map.relations_to_class(claim, Kind.SUPPORTS)
    )


def _speakers(argument_map: ArgumentMap) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """For every speaker the claims held, by mode."""
    by_speaker: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for claim in argument_map.claims.values():
        if claim.speaker is not None:
            by_speaker[claim.speaker][claim.mode.value].append(claim.id)
    return MappingProxyType(
        {
            speaker: MappingProxyType({mode: tuple(ids) for mode, ids in sorted(modes.items())})
            for speaker, modes in sorted(by_speaker.items())
        }
    )


def _disputes(reading: Reading) -> Iterable[Dispute]:
    """The attacks of claims of one source on claims, or on steps, of another."""
    argument_map = reading.map
    for relation in argument_map.relations.values():
        if relation.kind is Kind.SUPPORTS:
            continue
        against = voices_of(argument_map, relation)
        speaking = sources_of(argument_map, relation.premises)
        if speaking and against and not set(speaking) & set(against):
            yield Dispute(relation.id, reading.grounded.relations[relation.id], speaking, against)


def voices_of(argument_map: ArgumentMap, attack: Relation) -> tuple[str, ...]:
    """The sources against which an attack speaks: of the claim, or of the step's premises."""
    if attack.kind is Kind.ATTACKS:
        return sources_of(argument_map, [attack.target])
    return sources_of(argument_map, argument_map.relations[attack.target].premises)


def _grounds(reading: Reading, second_hand: set[str]) -> Iterable[Grounds]:
    """The grounds of every conclusion that has a derivation.

    One world for each source from which its claims are missing, one without what is reported, one
    without what is second-hand, and one with everything.
    """
    argument_map, supports = reading.map, reading.supports
    named = list(argument_map.sources)
    without_reports, without_second_hand, complete = (len(named) + place for place in range(3))
    worlds: dict[int, int] = {}
    for grant in supports.grants:
        members = [
            argument_map.claims[member] for member in argument_map.class_of(supports.claims[grant])
        ]
        own = {member.source for member in members}
        mask = 1 << complete
        mask |= sum(1 << place for place, source in enumerate(named) if own != {source})
        mask |= (
            not all(is_reported(argument_map, member) for member in members)
        ) << without_reports
        mask |= (not own <= second_hand) << without_second_hand
        worlds[grant] = mask
    derived_in = derivable_in(supports.horn, worlds)
    marks = _marks_below(argument_map, supports, second_hand)
    for id_ in reading.conclusions:
        goal = supports.atom[id_]
        if not derived_in[goal] >> complete & 1:
            continue
        marked, without = marks[goal], ~derived_in[goal]
        yield Grounds(
            id_,
            tuple(source for place, source in enumerate(named) if marked >> place & 1),
            tuple(source for place, source in enumerate(named) if without >> place & 1),
            unsourced=bool(marked >> len(named) & 1),
            reported_only=not marked >> len(named) + 1 & 1,
            needs_reports=bool(without >> without_reports & 1),
            second_hand_only=not marked >> len(named) + 2 & 1,
            needs_second_hand=bool(without >> without_second_hand & 1),
        )


def _marks_below(argument_map: ArgumentMap, supports: Supports, second_hand: set[str]) -> list[int]:
    """For every atom what is true of some premise of it, as bits.

    A bit for each source that makes one, then whether one has no source, whether one is not just
    reported, and whether one is not from second hand.
    """
    named = list(argument_map.sources)
    marks: dict[int, int] = {}
    for grant in supports.grants:
        claim = supports.claims[grant]
        members = [argument_map.claims[member] for member in argument_map.class_of(claim)]
        own = set(sources_of(argument_map, [claim]))
        mask = sum(1 << place for place, source in enumerate(named) if source in own)
        mask |= (not own) << len(named)
        mask |= (not all(is_reported(argument_map, member) for member in members)) << len(named) + 1
        mask |= (not own or not own <= second_hand) << len(named) + 2
        marks[grant] = mask
    # One premise is enough to hand its marks on, so each body is read as that of many rules.
    singly = [(head, (premise,)) for head, body in supports.horn.rules for premise in body]
    return derivable_in(Horn(supports.horn.atoms, singly), marks)
