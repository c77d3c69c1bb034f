"""The roles of claims in a map: premise, conclusion and others, worked out and never stored."""

from __future__ import annotations

from array import array
from enum import StrEnum
from operator import ne
from typing import TYPE_CHECKING

from argmap.graph.circles import circles_of_support
from argmap.graph.coded import of_claims
from argmap.graph.numbered import numbered
from argmap.graph.supports import supports_of
from argmap.model.numbering import ATTACKS, SUPPORTS
from argmap.reasoning.columns import (
    bits_of,
    is_not,
    is_value,
    kept,
    marked,
    marks_at,
    places,
    taken,
)
from argmap.reasoning.packed_lists import lengths, lists_of, repeated

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.graph.numbered import Numbered
    from argmap.model.argument_map import ArgumentMap


class Role(StrEnum):
    """The role of a claim in the map; a claim may have several roles."""

    PREMISE = "premise"
    INTERMEDIATE = "intermediate"
    CONCLUSION = "conclusion"
    OBJECTION = "objection"
    ISOLATED = "isolated"


def roles(
    argument_map: ArgumentMap,
    circles: Iterable[frozenset[str]] | None = None,
    in_numbers: Numbered | None = None,
) -> Mapping[str, tuple[Role, ...]]:
    """The roles of every claim, at least one each; restated claims share those of their class.

    A *premise* is used in a support, and is granted or has no support itself. An *intermediate*
    claim is supported, and supports a claim outside its own circle of support. A *conclusion*
    supports no claim outside its circle, and is supported; or it is attacked and used in no
    relation. An *objection* is a premise of an attack or undercut. Any other claim is *isolated*.
    `circles` are the circles of support and `in_numbers` the map in numbers, if they are known
    already. Cost: linear.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> {id_: [role.value for role in of] for id_, of in roles(THREE_CLAIMS).items()}
    {'close': ['conclusion'], 'quieter': ['premise'], 'shops': ['objection']}
    """
    numbers = numbered(argument_map) if in_numbers is None else in_numbers
    if circles is None:
        circles = circles_of_support(argument_map, supports_of(argument_map, numbers))
    facts = marks_at(_facts_of(numbers, circles), [*numbers.class_of.values()])
    return of_claims(argument_map, facts, _ROLES)


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


# The facts from which the roles of a class follow, as bits.
_SUPPORTED, _ATTACKED, _SUPPORTING, _OUTSIDE, _OBJECTING, _GRANTED = (1 << bit for bit in range(6))


def _facts_of(numbers: Numbered, circles: Iterable[frozenset[str]]) -> bytes:
    """The facts about each class from which its roles follow."""
    size, is_support = len(numbers.heads), is_value(numbers.kinds, SUPPORTS)
    supports, others = places(is_support), places(is_not(is_support, 1))
    supported = taken(numbers.targets, supports)
    supporting, start = lists_of(numbers.premises, numbers.start, supports)
    objecting, _ = lists_of(numbers.premises, numbers.start, others)
    circle_of = array("i", range(size))  # other claims are each by itself
    for circle, members in enumerate(circles, size):
        for member in members:
            circle_of[numbers.class_of[member]] = circle
    own, theirs = (
        repeated(taken(circle_of, supported), lengths(start)),
        taken(circle_of, supporting),
    )
    return bits_of(
        {
            _SUPPORTED: marked(size, supported),
            _ATTACKED: marked(size, taken(numbers.targets, numbers.of_kind(ATTACKS))),
            _SUPPORTING: marked(size, supporting),
            _OUTSIDE: marked(size, kept(supporting, bytes(map(ne, own, theirs)))),
            _OBJECTING: marked(size, objecting),
            _GRANTED: numbers.granted,
        }
    )


def _roles_from(facts: int) -> tuple[Role, ...]:
    """The roles of a class of which these facts hold."""
    supported, outside = facts & _SUPPORTED, facts & _OUTSIDE
    unused = not facts & (_SUPPORTING | _OBJECTING)
    applies = {
        Role.PREMISE: facts & _SUPPORTING and (facts & _GRANTED or not supported),
        Role.INTERMEDIATE: supported and outside,
        Role.CONCLUSION: not outside and (supported or (unused and facts & _ATTACKED)),
        Role.OBJECTION: facts & _OBJECTING,
    }
    return tuple(role for role, holds in applies.items() if holds) or (Role.ISOLATED,)


_ROLES = tuple(map(_roles_from, range(2 * _GRANTED)))
