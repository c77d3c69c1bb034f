"""The outline of a map: which claim hangs below which, and every claim's short number."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.graph.roles import Role, roles
from argmap.model.relation import Kind
from argmap.reasoning.components import strong_components

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

DEPTH_LIMIT = 24
"""The depth below which numbers begin anew, so that a number stays short on the longest chain."""

MAIN_LIMIT = 3


@dataclass(frozen=True, slots=True)
class Child:
    """A claim below another one, and the relation by which it hangs there."""

    claim: str
    relation: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A map in reading order.

    `roots` are the claims at the top, `children` all claims directly below a claim (one that
    occurs again is listed again), `numbers` the short number of every claim in reading order,
    `main` what to read first. `place_of` counts the claims in that order, from 0.
    """

    roots: tuple[str, ...]
    children: Mapping[str, tuple[Child, ...]]
    numbers: Mapping[str, str]
    main: tuple[str, ...]
    place_of: Mapping[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        places = {id_: place for place, id_ in enumerate(self.numbers)}
        object.__setattr__(self, "place_of", MappingProxyType(places))

    def claim_of(self, number: str) -> str | None:
        """The claim that bears this number."""
        return next((claim for claim, bearer in self.numbers.items() if bearer == number), None)


def outline(
    argument_map: ArgumentMap, role_of: Mapping[str, tuple[Role, ...]] | None = None
) -> Outline:
    """The outline of a map.

    At the top stand the conclusions: the map's `main` ones first, then by how many claims hang
    below, then by id. Under a claim come the premises of its supports, of its attacks, and of the
    undercuts of these relations, in the author's order; a claim that occurs again keeps its first
    number, and a main claim its own at the top. What is left over comes last. Below 24 levels
    numbers begin anew with `~1`, `~2`. `role_of` has the roles, if they are known already.

    Cost: linear, but for the counts of what hangs below, which are one machine word's work for 64
    claims on each edge.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> outline(THREE_CLAIMS).numbers["quieter"]
    '1.1'
    """
    children = {id_: tuple(_children_of(argument_map, id_)) for id_ in argument_map.claims}
    if role_of is None:
        role_of = roles(argument_map)
    conclusions = [id_ for id_ in argument_map.claims if Role.CONCLUSION in role_of[id_]]
    below = _counts_below(children)
    conclusions.sort(key=lambda id_: (-below[id_], id_))
    main = (
        argument_map.main
        or tuple(id_ for id_ in conclusions if Role.OBJECTION not in role_of[id_])[:MAIN_LIMIT]
    )
    candidates = dict.fromkeys((*argument_map.main, *conclusions, *argument_map.claims))
    roots, numbers = _numbered(candidates, children, frozenset(argument_map.main))
    return Outline(roots, MappingProxyType(children), MappingProxyType(numbers), main)


def _children_of(argument_map: ArgumentMap, id_: str) -> Iterable[Child]:
    relations: list[Relation] = list(argument_map.relations_to(id_))
    seen: set[str] = {id_}
    for relation in relations:  # grows while it is read: undercuts, and undercuts of undercuts
        relations += (
            relation
            for relation in argument_map.relations_to(relation.id)
            if relation.kind is Kind.UNDERCUTS
        )
        for premise in relation.premises:
            if premise not in seen:
                seen.add(premise)
                yield Child(premise, relation.id)


def _counts_below(children: Mapping[str, tuple[Child, ...]]) -> dict[str, int]:
    """The number of claims below each claim, directly or not, without itself."""
    ids = list(children)
    index = {id_: number for number, id_ in enumerate(ids)}
    successors = [[index[child.claim] for child in children[id_]] for id_ in ids]
    # Not networkx, as in `circles_of_support`: every command numbers claims, and networkx takes
    # 4 to 6 times as long for the components on maps of 100 to 100,000 claims.
    parts = strong_components(successors)
    part_of = {node: number for number, part in enumerate(parts) for node in part}
    uses = [0] * len(parts)
    reached_parts: list[set[int]] = []
    for number, part in enumerate(parts):
        after = {part_of[other] for node in part for other in successors[node]} - {number}
        reached_parts.append(after)
        for other in after:
            uses[other] += 1
    reach: dict[int, int] = {}  # bit sets, each dropped when the last that needs it has used it
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
    candidates: Iterable[str], children: Mapping[str, tuple[Child, ...]], tops: frozenset[str]
) -> tuple[tuple[str, ...], dict[str, str]]:
    """Roots and numbers in reading order, depth first, without recursion."""
    numbers: dict[str, str] = {}
    roots: list[str] = []
    numbered_below: Counter[str] = Counter()
    restarts = 0
    for root in candidates:
        if root in numbers:
            continue
        roots.append(root)
        waiting = [(root, "", 1)]
        while waiting:
            id_, above, depth = waiting.pop()
            if id_ in numbers:
                continue
            if depth > DEPTH_LIMIT:
                restarts += 1
                number, depth = f"~{restarts}", 1
            elif above:
                numbered_below[above] += 1
                number = f"{above}.{numbered_below[above]}"
            else:
                number = str(len(roots))
            numbers[id_] = number
            below = [
                (child.claim, number, depth + 1)
                for child in children[id_]
                if child.claim not in tops
            ]
            waiting.extend(reversed(below))
    return tuple(roots), numbers
