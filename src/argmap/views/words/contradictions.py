"""Contradictions in lists of attacks: the two attacks of one are told once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation
    from argmap.views.words.sentences import Teller


class _Attacking(Protocol):
    @property
    def relation(self) -> str: ...


T = TypeVar("T", bound=_Attacking)


def each_once(argument_map: ArgumentMap, attacks: Iterable[T]) -> list[T]:
    """The attacks without the second half of each contradiction."""
    kept: dict[frozenset[str] | str, T] = {}
    for attack in attacks:
        relation = argument_map.relations[attack.relation]
        ends = frozenset((*relation.premises, relation.target))
        kept.setdefault(ends if relation.contradiction else relation.id, attack)
    return [*kept.values()]


def contradiction_in_words(tell: Teller, attack: Relation) -> str:
    """A contradiction as a sentence without its full stop."""
    return f"{tell.names((*attack.premises, attack.target))} contradict each other"


def sides_in_words(speaking: str, hit: str, attack: Relation) -> str:
    """The two sides of an attack; those of a contradiction are against each other."""
    if attack.contradiction:
        return f"{speaking} and {hit} against each other"
    return f"{speaking} against {hit}"
