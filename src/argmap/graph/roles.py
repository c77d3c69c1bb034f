"""The roles of claims in a map: premise, conclusion and others, worked out and never stored."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.graph.circles import circles_of_support
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.model.argument_map import ArgumentMap


class Role(StrEnum):
    """The role of a claim in the map; a claim may have several roles."""

    PREMISE = "premise"
    INTERMEDIATE = "intermediate"
    CONCLUSION = "conclusion"
    OBJECTION = "objection"
    ISOLATED = "isolated"


def roles(
    argument_map: ArgumentMap, circles: Iterable[frozenset[str]] | None = None
) -> Mapping[str, tuple[Role, ...]]:
    """The roles of every claim, at least one each; restated claims share those of their class.

    A *premise* is used in a support, and is granted or has no support itself. An *intermediate*
    claim is supported, and supports a claim outside its own circle of support. A *conclusion*
    supports no claim outside its circle, and is supported; or it is attacked and used in no
    relation. An *objection* is a premise of an attack or undercut. Any other claim is *isolated*.
    `circles` are the circles of support, if they are known already. Cost: linear.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> {id_: [role.value for role in of] for id_, of in roles(THREE_CLAIMS).items()}
    {'close': ['conclusion'], 'quieter': ['premise'], 'shops': ['objection']}
    """
    facts = _Facts(argument_map, circles)
    role_of: dict[str, tuple[Role, ...]] = {}
    for id_ in argument_map.claims:
        first = argument_map.head_of(id_)
        role_of[id_] = role_of[first] if first != id_ else facts.roles_of(id_)
    return MappingProxyType(role_of)


def conclusions_of(
    argument_map: ArgumentMap, role_of: Mapping[str, tuple[Role, ...]]
) -> tuple[str, ...]:
    """The conclusions by the smallest id of their class, the main claims of the map first.

    The answers to its questions come next, which a map is about even if nothing is said for them.
    What follows in another map that this one uses is no conclusion of this one.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> conclusions_of(THREE_CLAIMS, roles(THREE_CLAIMS))
    ('close',)
    """
    main = [argument_map.head_of(id_) for id_ in argument_map.main]
    for answers in rival_answers(argument_map, role_of):
        main += map(argument_map.head_of, answers)
    others = [
        id_
        for id_ in argument_map.heads
        if Role.CONCLUSION in role_of[id_]
        and not argument_map.used.issuperset(argument_map.class_of(id_))
    ]
    return tuple(dict.fromkeys(main + others))


def rival_answers(
    argument_map: ArgumentMap, role_of: Mapping[str, tuple[Role, ...]]
) -> list[tuple[str, ...]]:
    """The answers to each question of the map that supports no other claim, question by question.

    A question all of whose answers support something is left out.
    """
    used = {Role.PREMISE, Role.INTERMEDIATE}
    rivals = (
        tuple(id_ for id_ in question.answers if not used.intersection(role_of[id_]))
        for question in argument_map.questions.values()
    )
    return [answers for answers in rivals if answers]


class _Facts:
    """The facts from which roles follow, as sets of classes by their smallest id."""

    def __init__(self, argument_map: ArgumentMap, circles: Iterable[frozenset[str]] | None) -> None:
        self.map = argument_map
        if circles is None:
            circles = circles_of_support(argument_map)
        self.circle_of = {
            member: number for number, circle in enumerate(circles) for member in circle
        }
        self.supported: set[str] = set()
        self.attacked: set[str] = set()
        self.supporting: set[str] = set()
        self.supporting_outside: set[str] = set()
        self.objecting: set[str] = set()
        for relation in argument_map.relations.values():
            premises = {argument_map.head_of(premise) for premise in relation.premises}
            if relation.kind is not Kind.SUPPORTS:
                self.objecting |= premises
                if relation.kind is Kind.ATTACKS:
                    self.attacked.add(argument_map.head_of(relation.target))
                continue
            target = argument_map.head_of(relation.target)
            self.supported.add(target)
            self.supporting |= premises
            self.supporting_outside |= {
                premise for premise in premises if not self.joined(premise, target)
            }

    def joined(self, first: str, other: str) -> bool:
        """Whether two classes are in one circle of support."""
        circle = self.circle_of.get(first)
        return circle is not None and circle == self.circle_of.get(other)

    def roles_of(self, id_: str) -> tuple[Role, ...]:
        """The roles of the class that has this smallest id."""
        supported, supporting = id_ in self.supported, id_ in self.supporting
        outside, objecting = id_ in self.supporting_outside, id_ in self.objecting
        granted = self.map.is_granted(id_)
        unused = not supporting and not objecting
        return _applying(
            supporting and (granted or not supported),
            supported and outside,
            not outside and (supported or (unused and id_ in self.attacked)),
            objecting,
        )


@cache
def _applying(*applies: bool) -> tuple[Role, ...]:
    """The roles that apply, of the first four in their order; else that of an isolated claim."""
    return tuple(role for role, holds in zip(Role, applies, strict=False) if holds) or (
        Role.ISOLATED,
    )
