"""The words for claims, for the steps between them, and for the change of a step's label."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.views.words.templates import listed, say

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
    """The names of a map's claims, by number and label, and the steps between them in words.

    `named` are the claims that the relations at hand were written with: of restated claims they are
    shown before others.
    """

    map: ArgumentMap
    outline: Outline
    named: frozenset[str] = frozenset()

    def naming(self, claims: Iterable[str]) -> Teller:
        """A teller for text that names these claims."""
        return replace(self, named=frozenset(claims))

    def name(self, claim: str) -> str:
        """A claim by its number and its label."""
        return f"{self.outline.numbers[claim]} “{self.map.claims[claim].name.rstrip('.')}”"

    def shown(self, claim: str) -> str:
        """The member of a class of restated claims whose words and source are given for them all.

        It is one that the text names, else the one with the lowest number. (The smallest id, which
        stands for the class in findings, means nothing to a reader.)
        """
        members = self.map.class_of(claim)
        among = self.named.intersection(members) or members
        return min(among, key=self.outline.place_of.__getitem__)

    def all_shown(self, claims: Iterable[str]) -> tuple[str, ...]:
        """The member that is given for each of these classes, in their order."""
        return tuple(map(self.shown, claims))

    def names(self, claims: Iterable[str], most: int | None = None) -> str:
        """Several claims in the order of their numbers, as a list in words.

        `most` is the number of claims to name; the others are counted.
        """
        in_order = sorted(claims, key=self.outline.place_of.__getitem__)
        named = [self.name(id_) for id_ in in_order[:most]]
        if len(named) < len(in_order):
            named.append(f"{len(in_order) - len(named):,} more with --json")
        return listed(named)

    def some_names(self, claims: Iterable[str]) -> str:
        """The names of several claims; of many the first few, and the number of the others."""
        every = list(claims)
        if len(every) <= _MOST_NAMES:
            return self.names(every)
        every.sort(key=self.outline.place_of.__getitem__)
        first = ", ".join(self.name(id_) for id_ in every[: _MOST_NAMES - 1])
        return say("list.more", before=first, number=len(every) - _MOST_NAMES + 1)

    def step(self, relation: Relation) -> str:
        """A relation as a noun: the step from its premises, or the objection."""
        noun = "step" if relation.kind is Kind.SUPPORTS else "objection"
        return say(noun, premises=self.names(relation.premises), target=self._target(relation))

    def step_at(self, id_: str) -> str:
        """The relation of this id as a noun phrase; an undercut is named without its target."""
        relation = self.map.relations[id_]
        if relation.kind is Kind.UNDERCUTS:
            return say("objection.alone", premises=self.names(relation.premises))
        return self.step(relation)

    def attack(self, relation: Relation, label: Label) -> str:
        """An attack as a sentence without its full stop; an undercut blocks only if it is `in`."""
        is_stopped = relation.kind is Kind.UNDERCUTS and label != "in"
        verb = say(
            "undercuts.stopped" if is_stopped else relation.kind, count=len(relation.premises)
        )
        return f"{self.names(relation.premises)} {verb} {self._target(relation)}"

    def _target(self, relation: Relation) -> str:
        """The claim or the step to which a relation leads."""
        if relation.kind is Kind.UNDERCUTS:
            return self.step_at(relation.target)
        return self.name(relation.target)

    def change(self, id_: str, before: Label, after: Label) -> str:
        """The change of a relation's label, as a sentence without its full stop."""
        relation = self.map.relations[id_]
        return say(
            _change_between(before, after),
            premises=self.names(relation.premises),
            verb=say(relation.kind, count=len(relation.premises)),
            plain=say(relation.kind, count=2),  # as after "can": the form of the plural
            target=self._target(relation),
        )


def _change_between(before: Label, after: Label) -> str:
    """The template for a change from one label to another, or for one that stays unsettled."""
    if before == "in":
        return "change.lost"
    if after == "in":
        return "change.won"
    if before == after:
        return "change.depends"
    return "change.barred" if after == "out" else "change.possible"


def opinions_in_words(tell: Teller, stance: Stance) -> str:
    """The claims that a reader rejects and accepts, each with its verb."""
    opinions = [
        f"{verb} {tell.names(ids)}"
        for verb, ids in (("rejects", stance.reject), ("accepts", stance.accept))
        if ids
    ]
    return " and ".join(opinions)
