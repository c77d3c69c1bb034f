"""The sources of a map: their claims, the disputes between them, the conclusions they carry."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.people.attribution import claims_hit, is_second_hand, sources_of
from argmap.analysis.people.grounds import grounds_of
from argmap.analysis.people.speakers import (
    attacks_between_people,
    claims_by_speaker,
    receptions,
)
from argmap.model.claim import Mode
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.analysis.labels.labelling import Label
    from argmap.analysis.people.grounds import Grounds
    from argmap.analysis.people.speakers import Disagreement, Reception
    from argmap.analysis.reading_of_map import Reading
    from argmap.model.argument_map import ArgumentMap


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


@dataclass(frozen=True, slots=True, repr=False)
class SourcesFinding(Finding):
    """The claims by source and by speaker, the disputes between sources, the conclusions' grounds.

    `unsourced` are the claims without a source. `receptions` tells for each speaker what the others
    make of it, and `disagreements` are the attacks between people of the same source. All is sorted
    by id, except conclusions: the main ones come first. Conclusions without a derivation are left
    out.
    """

    sources: Mapping[str, Contribution]
    speakers: Mapping[str, Mapping[str, tuple[str, ...]]]
    unsourced: tuple[str, ...]
    disputes: tuple[Dispute, ...]
    conclusions: tuple[Grounds, ...]
    receptions: Mapping[str, Reception]
    disagreements: tuple[Disagreement, ...]

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
    speakers = claims_by_speaker(argument_map)
    attacks = tuple(attacks_between_people(reading))
    return SourcesFinding(
        MappingProxyType(
            {id_: _source(argument_map, id_, disputes, second_hand) for id_ in argument_map.sources}
        ),
        speakers,
        tuple(id_ for id_, claim in argument_map.claims.items() if claim.cited_source is None),
        disputes,
        tuple(grounds_of(reading, second_hand)),
        receptions(argument_map, speakers, attacks),
        tuple(attack for attack in attacks if attack.sources),
    )


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


def _disputes(reading: Reading) -> Iterable[Dispute]:
    """The attacks of claims of one source on claims or steps of another."""
    argument_map = reading.map
    for relation in argument_map.relations.values():
        if relation.kind is Kind.SUPPORTS:
            continue
        against = sources_of(argument_map, claims_hit(argument_map, relation))
        speaking = sources_of(argument_map, relation.premises)
        if speaking and against and not set(speaking) & set(against):
            yield Dispute(relation.id, reading.grounded.relations[relation.id], speaking, against)
