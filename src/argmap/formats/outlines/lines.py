"""The lines of an outline: every claim with its number, its part in the argument and its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.graph.outline import outline
from argmap.model.relation import Kind
from argmap.views.words.citations import Citations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

_WORDS = {
    Kind.SUPPORTS: "For",
    Kind.ATTACKS: "Against",
    Kind.UNDERCUTS: "Against the step",
}
DEEPEST = 24
"""The most levels; deeper claims stay at this level, as no page is wide enough."""


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """A claim in an outline.

    `level` counts from 0; `role` is its part, such as "For, with 1.2", empty at the top. A claim
    that has its own place `elsewhere`, "above" or "below", is told by its name alone.
    """

    level: int
    number: str
    role: str
    text: str
    citation: str
    elsewhere: str = ""


def outline_lines(argument_map: ArgumentMap) -> Iterator[OutlineLine]:
    """The lines of the outline of a map, in reading order. Cost: linear.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> [(line.level, line.role, line.text) for line in outline_lines(THREE_CLAIMS)][1:]
    [(1, 'For', 'Streets without cars are quieter.'), (1, 'Against', 'Shops would lose customers.')]
    """
    plan, citations = outline(argument_map), Citations(argument_map)
    seen: set[str] = set()
    tops = frozenset(plan.roots)
    waiting = [(root, 0, "") for root in reversed(plan.roots)]
    while waiting:
        id_, level, role = waiting.pop()
        claim = argument_map.claims[id_]
        number, citation = plan.numbers[id_], citations.of(claim)
        if id_ in seen or (level and id_ in tops):
            elsewhere = "above" if id_ in seen else "below"
            yield OutlineLine(level, number, role, claim.name, "", elsewhere)
            continue
        seen.add(id_)
        yield OutlineLine(level, number, role, claim.text, citation)
        below = [
            (
                child.claim,
                min(level + 1, DEEPEST),
                _role(argument_map.relations[child.relation], child.claim, plan.numbers),
            )
            for child in plan.children[id_]
        ]
        waiting += reversed(below)


def _role(relation: Relation, claim: str, numbers: Mapping[str, str]) -> str:
    others = [numbers[premise] for premise in relation.premises if premise != claim]
    word = _WORDS[relation.kind]
    return f"{word}, with {' and '.join(others)}" if others else word
