"""The grants of a map: the claims that need no support, and those still to be supported."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.model.claim import Claim
    from argmap.model.relation import Relation


class Grants(NamedTuple):
    """The claims that are put forward without support, and those whose support is to come."""

    granted: frozenset[str]
    pending: frozenset[str]


def grants_of(
    claims: Mapping[str, Claim],
    relations: Iterable[Relation],
    classes: Mapping[str, tuple[str, ...]],
) -> Grants:
    """The granted and the pending claims; restated claims share what is so of their class.

    A class is granted if a member is marked so, else pending if a member is marked that, else not
    granted if a member is marked that or is supported; a class without mark and support is granted.

    >>> from argmap.model.claim import Claim
    >>> slow = Claim("slow", "Buses are slow.", pending=True)
    >>> grants_of({"slow": slow}, (), {})
    Grants(granted=frozenset(), pending=frozenset({'slow'}))
    """
    supported = {relation.target for relation in relations if relation.kind is Kind.SUPPORTS}
    granted: list[str] = []
    pending: list[str] = []
    for id_ in claims:
        members = classes.get(id_, (id_,))
        if members[0] != id_:
            continue
        marks = {claims[member].granted for member in members}
        if True in marks:
            granted += members
        elif any(claims[member].pending for member in members):
            pending += members
        elif False not in marks and supported.isdisjoint(members):
            granted += members
    return Grants(frozenset(granted), frozenset(pending))
