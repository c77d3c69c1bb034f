"""The sources of a map: their claims, the disputes between them, the conclusions they carry."""

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
    """An attack of claims of some `sources` on a claim or step of others (`against`)."""

    relation: str
    label: Label
    sources: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contribution:
    """The part of a map that comes from one source.

    `claims` are the claims taken from it, by id; `own` are those that no other source makes too (by
    a restatement); `backed` are those for which a claim of another source is a reason.
    `contested_by` are the sources that attack it; `modes` counts its claims by mode. A source is
    `second_hand` if it makes no claim in its own voice: each is attributed to somebody else.
    """

    claims: tuple[str, ...]
    own: tuple[str, ...]
    backed: tuple[str, ...]
    contested_by: tuple[str, ...]
    modes: Mapping[Mode, int]
    second_hand: bool


@dataclass(frozen=True, slots=True)
class Grounds:
    """The sources on which a conclusion rests, objections left aside.

    `sources` are the sources of its premises, `needs` those without whose claims it has no
    derivation; `unsourced` says whether a premise has no source. `reported_only` says that every
    premise is reported, `needs_reports` that the conclusion has no derivation without reported
    premises; `second_hand_only` and `needs_second_hand` say the same of second-hand sources.
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
        """Whether all premises come from one source."""
        return len(self.sources) == 1 and not self.unsourced


@dataclass(frozen=True, slots=True, repr=False)
class SourcesFinding(Finding):
    """The claims by source and by speaker, the disputes between sources, the conclusions' grounds.

    `unsourced` are the claims without a source. All is sorted by id, except conclusions: the main
    ones come first. Conclusions without a derivation are left out.
    """

    sources: Mapping[str, Contribution]
    speakers: Mapping[str, Mapping[str, tuple[str, ...]]]
    unsourced: tuple[str, ...]
    disputes: tuple[Dispute, ...]
    conclusions: tuple[Grounds, ...]

    def rows(self) -> list[dict[str, Any]]:
        """One row for each source."""
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
    """The contribution of each source and speaker, and the sources on which conclusions rest.

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
        tuple(id_ for id_, claim in argument_map.claims.items() if claim.cited_source is None),
        disputes,
        tuple(_grounds(reading, second_hand)),
    )


def is_second_hand(argument_map: ArgumentMap, source: str) -> bool:
    """Whether a source only reports claims of others, and makes none in its own voice.

    Claims that the mapper reads into it do not count. Cost: linear.
    """
    claims = [claim for claim in argument_map.claims.values() if claim.cited_source == source]
    return any(is_reported(argument_map, claim) for claim in claims) and all(
        is_reported(argument_map, claim) or claim.mode.is_mappers for claim in claims
    )


def is_reported(argument_map: ArgumentMap, claim: Claim) -> bool:
    """Whether a claim is attributed to somebody other than the authors of its source.

    It is if its mode is *reported*, or if the source concedes or raises it as the words of someone
    who is none of its authors. A claim that is marked as asserted is no report, whoever says it.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim, Mode
    >>> from argmap.model.source import Source
    >>> slow = Claim("slow", "Buses are slow.", source="times", speaker="Ann", mode=Mode.RAISED)
    >>> is_reported(ArgumentMap.of([slow], sources=[Source("times")]), slow)
    True
    """
    if claim.mode in {Mode.REPORTED, Mode.ASSERTED}:
        return claim.mode is Mode.REPORTED
    if claim.speaker is None or claim.cited_source is None:
        return False
    return not argument_map.sources[claim.cited_source].is_by(claim.speaker)


def sources_of(argument_map: ArgumentMap, claims: Iterable[str]) -> tuple[str, ...]:
    """The sources of these claims and of their restatements, sorted.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.source import Source
    >>> slow = Claim("slow", "Buses are slow.", source="times")
    >>> sources_of(ArgumentMap.of([slow], sources=[Source("times")]), ["slow"])
    ('times',)
    """
    sources_or_none = (
        argument_map.claims[member].cited_source
        for id_ in claims
        for member in argument_map.class_of(id_)
    )
    return tuple(sorted({source for source in sources_or_none if source is not None}))


def _source(
    argument_map: ArgumentMap, source: str, disputes: Iterable[Dispute], second_hand: set[str]
) -> Contribution:
    claims = [claim for claim in argument_map.claims.values() if claim.cited_source == source]
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
    """Whether a support of the claim's class has a premise that is itself of another source."""
    return any(
        argument_map.claims[premise].cited_source not in {source, None}
        for relation in argument_map.relations_to_class(claim, Kind.SUPPORTS)
        for premise in relation.premises
    )


def _speakers(argument_map: ArgumentMap) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The claims of every speaker, by mode."""
    by_speaker: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for claim in argument_map.claims.values():
        if claim.speaker is not None and claim.mode is not Mode.EDITORIAL:
            by_speaker[claim.speaker][claim.mode.value].append(claim.id)
    return MappingProxyType(
        {
            speaker: MappingProxyType({mode: tuple(ids) for mode, ids in sorted(modes.items())})
            for speaker, modes in sorted(by_speaker.items())
        }
    )


def _disputes(reading: Reading) -> Iterable[Dispute]:
    """The attacks of claims of one source on claims or steps of another."""
    argument_map = reading.map
    for relation in argument_map.relations.values():
        if relation.kind is Kind.SUPPORTS:
            continue
        against = voices_of(argument_map, relation)
        speaking = sources_of(argument_map, relation.premises)
        if speaking and against and not set(speaking) & set(against):
            yield Dispute(relation.id, reading.grounded.relations[relation.id], speaking, against)


def voices_of(argument_map: ArgumentMap, attack: Relation) -> tuple[str, ...]:
    """The sources that an attack is directed at: of the claim, or of the premises of the step."""
    if attack.kind is Kind.ATTACKS:
        return sources_of(argument_map, [attack.target])
    return sources_of(argument_map, argument_map.relations[attack.target].premises)


def _grounds(reading: Reading, second_hand: set[str]) -> Iterable[Grounds]:
    """The grounds of every conclusion that has a derivation.

    Several variants of the map, called worlds, are tried in one pass: world n lacks the claims of
    source n; three more lack the reported claims, lack the second-hand claims, and lack nothing.
    Bit n of an integer in `worlds` or `derived_in` says whether an atom is granted, or derivable,
    in world n. If a conclusion is not derivable in a world, it needs the claims missing there.
    """
    argument_map, supports = reading.map, reading.supports
    named = list(argument_map.sources)
    without_reports, without_second_hand, complete = (len(named) + place for place in range(3))
    worlds: dict[int, int] = {}
    for grant in supports.grants:
        members = [
            argument_map.claims[member] for member in argument_map.class_of(supports.claims[grant])
        ]
        own = {member.cited_source for member in members}
        mask = 1 << complete
        mask |= sum(1 << place for place, source in enumerate(named) if own != {source})
        only_reported = all(is_reported(argument_map, member) for member in members)
        mask |= (not only_reported) << without_reports
        mask |= (not own <= second_hand) << without_second_hand
        worlds[grant] = mask
    derived_in = derivable_in(supports.horn, worlds)
    marks = _marks_below(argument_map, supports, second_hand)
    for id_ in reading.conclusions:
        goal = supports.atom[id_]
        if not (derived_in[goal] >> complete) & 1:
            continue
        marked, fails_in = marks[goal], ~derived_in[goal]
        yield Grounds(
            id_,
            tuple(source for place, source in enumerate(named) if (marked >> place) & 1),
            tuple(source for place, source in enumerate(named) if (fails_in >> place) & 1),
            unsourced=bool((marked >> len(named)) & 1),
            reported_only=not (marked >> (len(named) + 1)) & 1,
            needs_reports=bool((fails_in >> without_reports) & 1),
            second_hand_only=not (marked >> (len(named) + 2)) & 1,
            needs_second_hand=bool((fails_in >> without_second_hand) & 1),
        )


def _marks_below(argument_map: ArgumentMap, supports: Supports, second_hand: set[str]) -> list[int]:
    """For every atom the properties that some premise of it has, as bits of one integer.

    Bit n says that a premise is from source n. Three more bits follow: a premise has no source, a
    premise is not reported, a premise is not from a second-hand source.
    """
    named = list(argument_map.sources)
    marks: dict[int, int] = {}
    for grant in supports.grants:
        claim = supports.claims[grant]
        members = [argument_map.claims[member] for member in argument_map.class_of(claim)]
        own = set(sources_of(argument_map, [claim]))
        mask = sum(1 << place for place, source in enumerate(named) if source in own)
        mask |= (not own) << len(named)
        only_reported = all(is_reported(argument_map, member) for member in members)
        mask |= (not only_reported) << (len(named) + 1)
        mask |= (not own or not own <= second_hand) << (len(named) + 2)
        marks[grant] = mask
    # An atom has a mark if one of its premises has it, so each rule with several premises is split
    # into rules with one premise each.
    singly = [(head, (premise,)) for head, body in supports.horn.rules for premise in body]
    return derivable_in(Horn(supports.horn.atoms, singly), marks)
