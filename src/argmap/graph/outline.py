"""The outline of a map: the claims below each claim, and the short number of every claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count, filterfalse, islice, starmap
from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.graph.below import Below
from argmap.graph.coded import column, of_each
from argmap.graph.numbered import numbered
from argmap.graph.reading_order import reading_order
from argmap.graph.roles import Role, rival_answers, roles
from argmap.model.numbering import SUPPORTS
from argmap.reasoning.columns import is_not, marked, places, with_mark
from argmap.reasoning.packed_lists import lists_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.graph.numbered import Numbered
    from argmap.model.argument_map import ArgumentMap

MAIN_LIMIT = 3
"""The most conclusions that count as main if the map names no main claims."""


@dataclass(frozen=True, slots=True)
class Child:
    """A claim below another, and the relation that connects them."""

    claim: str
    relation: str


@dataclass(frozen=True)
class Outline:
    """A map in reading order.

    `roots` are the claims at the top; `children` has the claims directly below each claim (a claim
    below several claims is listed under each). `numbers` has the short number of every claim, in
    reading order. `main` are the claims to read first, and `peers` the rival answers to the
    questions of the map, which stand at the top too.
    """

    roots: tuple[str, ...]
    children: Mapping[str, tuple[Child, ...]]
    numbers: Mapping[str, str]
    main: tuple[str, ...]
    peers: tuple[str, ...] = ()

    @cached_property
    def place_of(self) -> Mapping[str, int]:
        """The place of every claim in reading order, from 0."""
        return MappingProxyType(dict(zip(self.numbers, count(), strict=False)))

    def claim_of(self, number: str) -> str | None:
        """The claim with this number, or None."""
        return next(
            (claim for claim, its_number in self.numbers.items() if its_number == number), None
        )


def outline(
    argument_map: ArgumentMap,
    role_of: Mapping[str, tuple[Role, ...]] | None = None,
    in_numbers: Numbered | None = None,
) -> Outline:
    """The outline of a map.

    The conclusions stand at the top: first the `main` claims of the map, then the rival answers to
    its questions, then the others by the number of claims below them, then by id. Where no `main`
    claims are given, the answers to the first question are the main claims. Under a
    claim come the premises of its supports and attacks and of the undercuts of these relations, in
    the author's order. A claim that occurs again keeps its first number, and main claims and rival
    answers keep theirs at the top. Claims that no conclusion reaches come last. Below 24 levels
    numbers begin anew with `~1`, `~2`. `role_of` has the roles, in the order of the map, and
    `in_numbers` the map in numbers, restated claims apart, if they are known already.

    Cost: linear, except for the numbers of claims below each claim: these take one operation on a
    machine word for each relation and each 64 claims. In a map of more than 50,000 claims only
    those directly below are counted.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> dict(outline(THREE_CLAIMS).numbers)
    {'close': '1', 'quieter': '1.1', 'shops': '1.2'}
    """
    numbers = numbered(argument_map, apart=True) if in_numbers is None else in_numbers
    below = Below(argument_map, numbers)
    role_of = roles(argument_map) if role_of is None else role_of
    conclusions = _in_order(argument_map, role_of, below)
    rivals = rival_answers(argument_map, role_of)
    peers = tuple(dict.fromkeys(id_ for answers in rivals for id_ in answers))
    main = argument_map.main or next(iter(rivals), ())
    if not main:
        main = tuple(islice(_own(conclusions, argument_map, numbers), MAIN_LIMIT))
    tops = numbers.numbers_of((*argument_map.main, *peers))
    order = reading_order(chain(tops, conclusions, range(len(numbers.heads))), below, tops)
    ids = numbers.heads
    numbers_in_order = of_each([*map(ids.__getitem__, order.claims)], order.numbers)
    roots = tuple(map(ids.__getitem__, order.roots))
    return Outline(roots, _Children(argument_map, below), numbers_in_order, main, peers)


def _in_order(
    argument_map: ArgumentMap, role_of: Mapping[str, tuple[Role, ...]], below: Below
) -> list[int]:
    """The conclusions by their numbers, in the order in which they stand at the top."""
    is_conclusion = column(role_of, lambda its_roles: Role.CONCLUSION in its_roles)
    conclusions = [*places(is_conclusion)]
    conclusions.sort(key=below.counts(conclusions).__getitem__, reverse=True)
    if argument_map.used:
        conclusions.sort(key=lambda claim: below.ids[claim] in argument_map.used)
    return conclusions


def _own(conclusions: list[int], argument_map: ArgumentMap, numbers: Numbered) -> Iterator[str]:
    """The conclusions of the map itself that are no objections.

    A claim that only contradicts others, and so attacks them by being there, is no objection here.
    """
    relations = [*argument_map.relations.values()]
    others = places(is_not(numbers.kinds, SUPPORTS))
    meant = [relation for relation in others if not relations[relation].contradiction]
    premises, _ = lists_of(numbers.premises, numbers.start, meant)
    is_objection = marked(len(numbers.heads), premises)
    for id_, ids in argument_map.classes.items():
        members = numbers.numbers_of(ids) if id_ == ids[0] else ()  # each class once
        if any(map(is_objection.__getitem__, members)):
            for member in members:
                is_objection[member] = True
    own = map(numbers.heads.__getitem__, with_mark(conclusions, is_objection, 0))
    return filterfalse(argument_map.used.__contains__, own)


class _Children(Mapping[str, tuple[Child, ...]]):
    """The claims directly below each claim, worked out when they are looked up."""

    def __init__(self, argument_map: ArgumentMap, below: Below) -> None:
        self.relations = [*argument_map.relations.values()]
        self.below = below

    def __getitem__(self, id_: str) -> tuple[Child, ...]:
        relation_of: dict[str, str] = {}
        for number in self.below.relations_at(id_):
            relation = self.relations[number]
            for premise in relation.premises:
                relation_of.setdefault(premise, relation.id)
        relation_of.pop(id_, None)
        return tuple(starmap(Child, relation_of.items()))

    def __iter__(self) -> Iterator[str]:
        return iter(self.below.ids)

    def __len__(self) -> int:
        return len(self.below.ids)
