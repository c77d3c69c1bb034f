"""The words for claims, for the steps between them, and for the change of a step's label."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.analysis.labels.labelling import Label
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation
    from argmap.model.stance import Stance

_MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Teller:
    """The names of a map's claims, by number and label, and the steps between them in words."""

    map: ArgumentMap
    outline: Outline

    def name(self, claim: str) -> str:
        """A claim by its number and its label."""
        return f"{self.outline.numbers[claim]} “{self.map.claims[claim].name.rstrip('.')}”"

    def names(self, claims: Iterable[str]) -> str:
        """Several claims in the order of their numbers, as a list in words."""
        in_order = sorted(claims, key=self.outline.place_of.__getitem__)
        return listed([self.name(id_) for id_ in in_order])

    def some_names(self, claims: Iterable[str]) -> str:
        """The names of several claims; of many the first few, and the number of the others."""
        every = list(claims)
        if len(every) <= _MOST_NAMES:
            return self.names(every)
        places = {id_: place for place, id_ in enumerate(self.outline.numbers)}
        every.sort(key=places.__getitem__)
        first = ", ".join(self.name(id_) for id_ in every[: _MOST_NAMES - 1])
        return f"{first} and {len(every) - _MOST_NAMES + 1} more"

    def step(self, relation: Relation) -> str:
        """A relation as a noun phrase: "the step from …" for a support, else "the objection …"."""
        premises = self.names(relation.premises)
        if relation.kind is Kind.SUPPORTS:
            return f"the step from {premises} to {self.name(relation.target)}"
        if relation.kind is Kind.ATTACKS:
            return f"the objection {premises} to {self.name(relation.target)}"
        return f"the objection {premises} to {self.step_at(relation.target)}"

    def step_at(self, id_: str) -> str:
        """The relation of this id as a noun phrase; an undercut is named without its target."""
        relation = self.map.relations[id_]
        if relation.kind is Kind.UNDERCUTS:
            return f"the objection {self.names(relation.premises)}"
        return self.step(relation)

    def change(self, id_: str, before: Label, after: Label) -> str:
        """The change of a relation's label, as a sentence without its full stop."""
        relation = self.map.relations[id_]
        premises = self.names(relation.premises)
        many = len(relation.premises) > 1
        is_claim = relation.kind is not Kind.UNDERCUTS
        target = self.name(relation.target) if is_claim else self.step_at(relation.target)
        verb = {
            Kind.SUPPORTS: ("carry", "carries"),
            Kind.ATTACKS: ("speak against", "speaks against"),
            Kind.UNDERCUTS: ("block", "blocks"),
        }[relation.kind]
        plain, inflected = verb[0], verb[0] if many else verb[1]
        if before == "in":
            return f"{premises} no longer {inflected} {target}"
        if after == "in":
            return f"{premises} now {inflected} {target}"
        if before == after:
            return f"whether {premises} {inflected} {target} hangs on this"
        if after == "out":
            return f"{premises} can no longer {plain} {target}"
        return f"{premises} can {plain} {target} again"


def opinions_in_words(tell: Teller, stance: Stance) -> str:
    """The claims that a reader rejects and accepts, each with its verb."""
    opinions = [
        f"{verb} {tell.names(ids)}"
        for verb, ids in (("rejects", stance.reject), ("accepts", stance.accept))
        if ids
    ]
    return " and ".join(opinions)


def listed(things: list[str]) -> str:
    """The things as a list in words, with "and" before the last.

    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    if len(things) < 2:  # noqa: PLR2004  # a list needs two
        return "".join(things)
    return f"{', '.join(things[:-1])} and {things[-1]}"
