"""The outline of a map: the claims below each claim, and the short number of every claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.graph.roles import Role, rival_answers, roles
from argmap.model.relation import Kind
from argmap.reasoning.components import strong_components

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

COUNTED_LIMIT = 50_000
"""The most claims of a map in which the claims below each conclusion are all counted."""

DEPTH_LIMIT = 24
"""The depth below which numbers begin anew, so that numbers stay short on long chains."""

MAIN_LIMIT = 3
"""The most conclusions that count as main if the map names no main claims."""


@dataclass(frozen=True, slots=True)
class Child:
    """A claim below another, and the relation that connects them."""

    claim: str
    relation: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A map in reading order.

    `roots` are the claims at the top; `children` has the claims directly below each claim (a claim
    below several claims is listed under each). `numbers` has the short number of every claim, in
    reading order, and `place_of` its place in that order, from 0. `main` are the claims to read
    first, and `peers` the rival answers to the questions of the map, which stand at the top too.
    """

    roots: tuple[str, ...]
    children: Mapping[str, tuple[Child, ...]]
    numbers: Mapping[str, str]
    main: tuple[str, ...]
    peers: tuple[str, ...] = ()
    place_of: Mapping[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        places = {id_: place for place, id_ in enumerate(self.numbers)}
        object.__setattr__(self, "place_of", MappingProxyType(places))

    def claim_of(self, number: str) -> str | None:
        """The claim with this number, or None."""
        return next(
            (claim for claim, its_number in self.numbers.items() if its_number == number), None
        )


def outline(
    argument_map: ArgumentMap, role_of: Mapping[str, tuple[Role, ...]] | None = None
) -> Outline:
    """The outline of a map.

    The conclusions stand at the top: first the `main` claims of the map, then the rival answers to
    its questions, then the others by the number of claims below them, then by id. Where no `main`
    claims are given, the answers to the first question are the main claims. Under a
    claim come the premises of its supports and attacks and of the undercuts of these relations, in
    the author's order. A claim that occurs again keeps its first number, and main claims and rival
    answers keep theirs at the top. Claims that no conclusion reaches come last. Below 24 levels
    numbers begin anew with `~1`, `~2`. `role_of` has the roles, if they are known already.

    Cost: linear, except for the numbers of claims below each claim: these take one operation on a
    machine word for each relation and each 64 claims. In a map of more than 50,000 claims only
    those directly below are counted.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> dict(outline(THREE_CLAIMS).numbers)
    {'close': '1', 'quieter': '1.1', 'shops': '1.2'}
    """
    children = _Children(argument_map)
    if role_of is None:
        role_of = roles(argument_map)
    conclusions = [id_ for id_ in argument_map.claims if Role.CONCLUSION in role_of[id_]]
    below = _counts_below(children, conclusions)
    conclusions.sort(key=lambda id_: (id_ in argument_map.used, -below[id_], id_))
    rivals = rival_answers(argument_map, role_of)
    peers = tuple(dict.fromkeys(id_ for answers in rivals for id_ in answers))
    main = (
        argument_map.main
        or next(iter(rivals), ())
        or _own(conclusions, argument_map, role_of)[:MAIN_LIMIT]
    )
    tops = (*argument_map.main, *peers)
    candidates = dict.fromkeys((*tops, *conclusions, *argument_map.claims))
    roots, numbers = _numbered(candidates, children, frozenset(tops))
    return Outline(roots, children, MappingProxyType(numbers), main, peers)


def _own(
    conclusions: Iterable[str], argument_map: ArgumentMap, role_of: Mapping[str, tuple[Role, ...]]
) -> tuple[str, ...]:
    """The conclusions of the map itself that are no objections.

    A claim that only contradicts others, and so attacks them by being there, is no objection here.
    """
    return tuple(
        id_
        for id_ in conclusions
        if id_ not in argument_map.used
        and (Role.OBJECTION not in role_of[id_] or _only_contradicts(argument_map, id_))
    )


def _only_contradicts(argument_map: ArgumentMap, id_: str) -> bool:
    return all(
        relation.contradiction
        for member in argument_map.class_of(id_)
        for relation in argument_map.relations_from(member)
        if relation.kind is not Kind.SUPPORTS
    )


class _Children(Mapping[str, tuple[Child, ...]]):
    """The claims directly below each claim, worked out when they are looked up."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map
        self.cut = {
            relation.target
            for relation in argument_map.relations.values()
            if relation.kind is Kind.UNDERCUTS
        }

    def __getitem__(self, id_: str) -> tuple[Child, ...]:
        if id_ not in self.map.claims:
            raise KeyError(id_)
        seen = {id_}
        below: list[Child] = []
        for relation in self.relations_at(id_):
            for premise in relation.premises:
                if premise not in seen:
                    seen.add(premise)
                    below.append(Child(premise, relation.id))
        return tuple(below)

    def claims_at(self, id_: str) -> list[str]:
        """The claims directly below a claim, each as often as it is used."""
        return [premise for relation in self.relations_at(id_) for premise in relation.premises]

    def __iter__(self) -> Iterator[str]:
        return iter(self.map.claims)

    def __len__(self) -> int:
        return len(self.map.claims)

    def relations_at(self, id_: str) -> Sequence[Relation]:
        """The relations to a claim, then their undercuts, and the undercuts of these."""
        relations = self.map.relations_to(id_)
        if not self.cut or self.cut.isdisjoint([relation.id for relation in relations]):
            return relations
        every = [*relations]
        for relation in every:  # grows while it is read
            every += (
                further
                for further in self.map.relations_to(relation.id)
                if further.kind is Kind.UNDERCUTS
            )
        return every


def _counts_below(children: _Children, conclusions: Iterable[str]) -> Mapping[str, int]:
    """The number of claims below each of these, directly or not, without the claim itself.

    In a map of more than `COUNTED_LIMIT` claims only those directly below are counted.

    Claims in a circle are below each other, so the counts are taken on strong components, each of
    which comes after all components below it. The set of claims below a component is an integer
    with one bit for each claim: the union of two sets is then one `|`. All these sets together
    would take quadratic memory, so each is dropped after its last use: `uses` counts the components
    above that have not read it yet.
    """
    if len(children) > COUNTED_LIMIT:
        return {id_: len({*children.claims_at(id_)} - {id_}) for id_ in conclusions}
    ids = [*children]
    index = {id_: number for number, id_ in enumerate(ids)}
    successors = [[index[claim] for claim in children.claims_at(id_)] for id_ in ids]
    # As in `circles_of_support`, networkx would be slow for something that every command needs:
    # it takes 4 to 6 times as long for the components on maps of 100 to 100,000 claims.
    parts = strong_components(successors)
    part_of = {node: number for number, part in enumerate(parts) for node in part}
    uses = [0] * len(parts)
    reached_parts: list[set[int]] = []
    for number, part in enumerate(parts):
        after = {part_of[other] for node in part for other in successors[node]} - {number}
        reached_parts.append(after)
        for other in after:
            uses[other] += 1
    reach: dict[int, int] = {}  # by component: the claims in it and below it, as bits
    counts: dict[str, int] = {}
    for number, part in enumerate(parts):
        bits = sum(1 << node for node in part)
        for other in reached_parts[number]:
            bits |= reach[other]
            uses[other] -= 1
            if not uses[other]:
                del reach[other]
        if uses[number]:
            reach[number] = bits
        for node in part:
            counts[ids[node]] = bits.bit_count() - 1
    return counts


def _numbered(
    candidates: Iterable[str], children: _Children, tops: frozenset[str]
) -> tuple[tuple[str, ...], dict[str, str]]:
    """The roots, and the numbers in reading order: depth first, without recursion."""
    numbers: dict[str, str] = {}
    roots: list[str] = []
    restarts = 0
    for root in candidates:
        if root in numbers:
            continue
        roots.append(root)
        numbers[root] = str(len(roots))
        path = [_Level(children.claims_at(root), numbers[root], 1)]
        while path:
            level = path[-1]
            for claim in level.waiting:
                if claim not in numbers and claim not in tops:
                    break
            else:
                path.pop()
                continue
            if level.depth >= DEPTH_LIMIT:
                restarts += 1
                number, depth = f"~{restarts}", 1
            else:
                level.numbered += 1
                number, depth = f"{level.number}.{level.numbered}", level.depth + 1
            numbers[claim] = number
            below = children.claims_at(claim)
            if below:
                path.append(_Level(below, number, depth))
    return tuple(roots), numbers


class _Level:
    """A claim on the path of the search: its number and depth, and what is to come below it."""

    __slots__ = ("depth", "number", "numbered", "waiting")

    def __init__(self, below: Iterable[str], number: str, depth: int) -> None:
        self.waiting = iter(below)
        self.number = number
        self.depth = depth
        self.numbered = 0
