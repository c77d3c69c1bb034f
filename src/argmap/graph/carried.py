"""The claims that single sources carry, and those that nothing else would carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.graph.supports import supports_of
from argmap.reasoning.horn import derivable

if TYPE_CHECKING:
    from collections.abc import Collection

    from argmap.model.argument_map import ArgumentMap


def cited_only_to(argument_map: ArgumentMap, sources: Collection[str]) -> frozenset[str]:
    """The claims that are cited to these sources, with all their restatements to no other.

    To reject sources is to reject these claims. The steps that the sources draw are left as they
    are: a stance is about claims, and a step without its premises does not go through anyway.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.source import Source
    >>> claims = [Claim(id_, id_, source=id_[:1]) for id_ in ("a1", "a2", "b2")]
    >>> both = ArgumentMap.of(claims, sources=[Source("a"), Source("b")], restated=[("a2", "b2")])
    >>> sorted(cited_only_to(both, {"a"})), sorted(cited_only_to(both, {"a", "b"}))
    (['a1'], ['a1', 'a2', 'b2'])
    """
    only: set[str] = set()
    for id_, claim in argument_map.claims.items():
        if claim.cited_source in sources:
            members = argument_map.class_of(id_)
            cited = {argument_map.claims[member].cited_source for member in members}
            if cited <= {*sources, None}:
                only.add(id_)
    return frozenset(only)


def carried_only_by(argument_map: ArgumentMap, sources: Collection[str]) -> tuple[str, ...]:
    """The claims that have a derivation, and none without what only these sources say; sorted.

    Attacks and stances are left out of account. Of claims that only these sources make, the grants
    are withdrawn, and the supports stay: what others give reasons for is carried by these. Cost:
    linear.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Relation
    >>> from argmap.model.source import Source
    >>> claims = [Claim("bus", "Take it."), Claim("fast", "It is fast.", source="times")]
    >>> support = Relation.of("fast", "supports", "bus")
    >>> carried_only_by(ArgumentMap.of(claims, [support], [Source("times")]), {"times"})
    ('bus', 'fast')
    """
    withdrawn = cited_only_to(argument_map, sources)
    if not withdrawn:
        return ()
    supports = supports_of(argument_map)
    struck = {supports.atom[id_] for id_ in withdrawn}
    kept = [atom for atom in supports.grants if atom not in struck]
    before = derivable(supports.horn, supports.grants)
    after = derivable(supports.horn, kept)
    return tuple(
        id_ for id_ in argument_map.claims if before[supports.atom[id_]] > after[supports.atom[id_]]
    )
