"""The people of a map: what each says, who else says so, and who speaks against it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.analysis.people.attribution import (
    claims_hit,
    is_reported,
    people_of,
    sources_of,
    speakers_of,
)
from argmap.model.claim import Mode
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argmap.analysis.labels.labelling import Label
    from argmap.analysis.reading_of_map import Reading
    from argmap.model.argument_map import ArgumentMap


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An attack of claims of some `speakers` on a claim or step of others (`against`).

    All of them speak in the same `sources`: between sources it would be a dispute.
    """

    relation: str
    label: Label
    speakers: tuple[str, ...]
    against: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reception:
    """The reception of what a speaker says by the other people of the map.

    `shared` are the claims that somebody else makes too (by a restatement), `backed` those for
    which a claim of somebody else is a reason. `contested_by` are the people who speak against some
    claim or step of the speaker, in whatever source.
    """

    shared: tuple[str, ...]
    backed: tuple[str, ...]
    contested_by: tuple[str, ...]


def claims_by_speaker(argument_map: ArgumentMap) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The claims of every speaker, by mode.

    The only author of a source, named as a speaker in it, is left out: everything else there is
    said by that author too, so that the few claims with the name would give a false picture.
    """
    by_speaker: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for claim in argument_map.claims.values():
        if claim.speaker is None or claim.mode is Mode.EDITORIAL:
            continue
        source = argument_map.sources.get(claim.cited_source or "")
        if source is None or len(source.authors) > 1 or not source.is_by(claim.speaker):
            by_speaker[claim.speaker][claim.mode.value].append(claim.id)
    return MappingProxyType(
        {
            speaker: MappingProxyType({mode: tuple(ids) for mode, ids in sorted(modes.items())})
            for speaker, modes in sorted(by_speaker.items())
        }
    )


def attacks_between_people(reading: Reading) -> Iterator[Disagreement]:
    """The attacks of claims of some people on claims or steps of other people.

    Within one source these are the people who speak there; somebody elsewhere who makes the same
    claim is none of them.
    """
    argument_map = reading.map
    # Once for each side: in a dense map the same claims attack and are attacked many times.
    citing, holding = (cache(partial(each, argument_map)) for each in (sources_of, _holders))
    for relation in argument_map.relations.values():
        if relation.kind is Kind.SUPPORTS:
            continue
        sides = relation.premises, tuple(claims_hit(argument_map, relation))
        both = (set(citing(claims)) for claims in sides)
        shared = tuple(sorted(set.intersection(*both)))
        speaking, against = (holding(claims, shared) for claims in sides)
        if not (speaking and against):
            shared = ()
            speaking, against = (holding(claims, shared) for claims in sides)
        if speaking and against and not set(speaking) & set(against):
            label = reading.grounded.relations[relation.id]
            yield Disagreement(relation.id, label, speaking, against, shared)


def _holders(
    argument_map: ArgumentMap, claims: Iterable[str], sources: Sequence[str]
) -> tuple[str, ...]:
    """The people who hold these claims or their restatements: in these sources, if there are any.

    Who concedes a claim, or raises it in order to answer it, holds nothing against anybody with it.
    """
    members = (
        argument_map.claims[member] for id_ in claims for member in argument_map.class_of(id_)
    )
    return tuple(
        sorted(
            {
                name
                for claim in members
                if not sources or claim.cited_source in sources
                if claim.mode is not Mode.CONCEDED
                if claim.mode is not Mode.RAISED or is_reported(argument_map, claim)
                for name in people_of(argument_map, claim)
            }
        )
    )


def receptions(
    argument_map: ArgumentMap,
    speakers: Mapping[str, Mapping[str, tuple[str, ...]]],
    attacks: Sequence[Disagreement],
) -> Mapping[str, Reception]:
    """The reception of what each of these speakers says; `attacks` are those between people."""
    contested: defaultdict[str, set[str]] = defaultdict(set)
    for attack in attacks:
        for name in attack.against:
            contested[name].update(attack.speakers)
    return MappingProxyType(
        {
            speaker: _reception(argument_map, chain.from_iterable(modes.values()), contested)
            for speaker, modes in speakers.items()
        }
    )


def _reception(
    argument_map: ArgumentMap, claims: Iterable[str], contested: Mapping[str, set[str]]
) -> Reception:
    ids = sorted(claims)
    own = {name for id_ in ids for name in people_of(argument_map, argument_map.claims[id_])}
    return Reception(
        tuple(id_ for id_ in ids if set(speakers_of(argument_map, [id_])) - own),
        tuple(id_ for id_ in ids if _is_backed(argument_map, id_, own)),
        tuple(sorted({name for each in own for name in contested.get(each, ())})),
    )


def _is_backed(argument_map: ArgumentMap, claim: str, own: set[str]) -> bool:
    """Whether a support of the claim's class has a premise that somebody else makes."""
    return any(
        set(people_of(argument_map, argument_map.claims[premise])) - own
        for relation in argument_map.relations_to_class(claim, Kind.SUPPORTS)
        for premise in relation.premises
    )
