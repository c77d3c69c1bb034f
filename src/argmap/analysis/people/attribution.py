"""The attribution of claims: to sources, to the people who say them, at first or second hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.author import in_speaking_order
from argmap.model.claim import Mode
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation


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


def speakers_of(argument_map: ArgumentMap, claims: Iterable[str]) -> tuple[str, ...]:
    """The people who make these claims or their restatements, sorted by name.

    A claim without a speaker is made by all authors of its source; one that the mapper adds, or
    reads into a source, is made by nobody.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.source import Source
    >>> times = Source("times", authors=("Ann Amsel", "Bert Bock"))
    >>> claims = [Claim("slow", "Slow.", source="times", speaker="Bock, Bert")]
    >>> speakers_of(ArgumentMap.of([*claims], sources=[times]), ["slow"])
    ('Bert Bock',)
    """
    return tuple(
        sorted(
            {
                name
                for id_ in claims
                for member in argument_map.class_of(id_)
                for name in people_of(argument_map, argument_map.claims[member])
            }
        )
    )


def people_of(argument_map: ArgumentMap, claim: Claim) -> tuple[str, ...]:
    """The people who make this very claim; authors by their names in speaking order."""
    source = argument_map.sources.get(claim.cited_source or "")
    if claim.mode.is_mappers:
        return ()
    if claim.speaker is None:
        return tuple(map(in_speaking_order, source.authors)) if source is not None else ()
    author = source.author_called(claim.speaker) if source is not None else None
    return (claim.speaker if author is None else in_speaking_order(author),)


def claims_hit(argument_map: ArgumentMap, attack: Relation) -> tuple[str, ...]:
    """The claims that an attack is directed at: its target, or the premises of the step."""
    if attack.kind is Kind.ATTACKS:
        return (attack.target,)
    return argument_map.relations[attack.target].premises
