"""The causes of a change: the part of a stance behind it, and the chain of steps to the claim."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from argmap.analysis.labels.labelling import Label
    from argmap.analysis.reading_of_map import Reading
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

BY_ATTACKS = frozenset({"refuted", "unanswered objection", "disputed", "conflict"})
"""The reasons of a status that lie in attacks on the claim."""

BY_SUPPORTS = frozenset(
    {"premise gone", "step blocked", "premise unsettled", "to be supported", "not carried"}
)
"""The reasons of a status that lie in the supports of the claim."""


@dataclass(frozen=True, slots=True)
class Move:
    """The change of the own label of a relation.

    A label that changes only with every attack meant to refute is given as it is there.
    """

    relation: str
    before: Label
    after: Label


@dataclass(frozen=True, slots=True)
class Cause:
    """The cause of the change of one claim.

    `because` is a part of the stance that changes the claim in the same way, and of which nothing
    can be left out. `end` is the last relation through which this part reaches the claim; it is
    None for the claims of the stance. `moves` are worked out when they are asked for: those of all
    claims of a long chain would be many.
    """

    because: tuple[str, ...]
    end: str | None = None
    steps: _Reached | None = field(default=None, repr=False, compare=False)

    @property
    def moves(self) -> tuple[Move, ...]:
        """The changes of relations through which the part of the stance reaches the claim."""
        return () if self.end is None or self.steps is None else self.steps.upto(self.end)

    @property
    def chain(self) -> tuple[str, ...]:
        """The relations through which the part of the stance reaches the claim."""
        return tuple(move.relation for move in self.moves)


class StanceCauses:
    """The causes of the changes between a map as it is and the map with the stance of a reading.

    Cost: a walk over the relations for each claim of the stance; a labelling for each part of the
    stance that is tried; and for each part that is a cause two more and a search over the
    relations. A part is tried once for all claims. `is_whole` is false if there were extensions of
    the map with a part that were not looked at.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.plain = reading.without_stance()
        stance, head_of = reading.stance, reading.map.head_of
        self.edits = sorted(stance.reject | stance.accept)
        self.own = {head_of(id_) for id_ in self.edits}
        self.reached = {id_: _reached_from(reading.map, id_) for id_ in self.edits}
        self._labels = {frozenset(self.edits): reading.labels.claims}
        self._chains: dict[tuple[str, ...], _Chains] = {}
        self.is_whole = True

    def of(self, claim: str) -> Cause:
        """The cause of the change of a claim; that of a claim of the stance is its own edit."""
        head = self.reading.map.head_of(claim)
        if head in self.own:
            edits = [id_ for id_ in self.edits if self.reading.map.head_of(id_) == head]
            return Cause((claim if claim in edits else edits[0],))
        part = self._least(claim)
        if part not in self._chains:
            self._chains[part] = _Chains(self.plain, self._with(part), part)
        return self._chains[part].cause_of(head)

    def _least(self, claim: str) -> tuple[str, ...]:
        """The edits left after dropping, from the last, each one that is not needed.

        Edits from which no path of relations leads to the claim go first. To drop one can make
        another needless, so edits are tried until none can be dropped.
        """
        label = self.reading.labels.claims[claim]
        head = self.reading.map.head_of(claim)
        near = [id_ for id_ in self.edits if head in self.reached[id_]]
        part = near if self._label(claim, near) is label else self.edits
        dropped = True
        while dropped:
            dropped = False
            for edit in reversed(part):
                fewer = [id_ for id_ in part if id_ != edit]
                if self._label(claim, fewer) is label:
                    part, dropped = fewer, True
        return tuple(part)

    def _label(self, claim: str, edits: Sequence[str]) -> Label | None:
        """The label of a claim with a part of the stance; None if there is no extension."""
        part = frozenset(edits)
        if part not in self._labels:
            labels = self._with(edits).labels
            self._labels[part] = labels.claims
            self.is_whole = self.is_whole and labels.complete
        return self._labels[part].get(claim)

    def _with(self, edits: Iterable[str]) -> Reading:
        """The reading with a part of the stance."""
        stance, part = self.reading.stance, frozenset(edits)
        if len(part) == len(self.edits):
            return self.reading
        fewer = replace(stance, reject=stance.reject & part, accept=stance.accept & part)
        return self.reading.with_stance(fewer)


def _reached_from(argument_map: ArgumentMap, claim: str) -> frozenset[str]:
    """The classes, by smallest id, and steps to which a path of relations leads from a claim."""
    agenda = [argument_map.head_of(claim)]
    reached = set(agenda)
    for id_ in agenda:  # a class, or a relation that is undercut; the list grows during the loop
        if id_ in argument_map.relations:
            targets = [argument_map.relations[id_].target]
        else:
            targets = [
                relation.target
                for member in argument_map.class_of(id_)
                for relation in argument_map.relations_from(member)
            ]
        for target in targets:
            further = target if target in argument_map.relations else argument_map.head_of(target)
            if further not in reached:
                reached.add(further)
                agenda.append(further)
    return frozenset(reached)


class _Turns:
    """The direction in which each class and each relation changes between two readings.

    A direction is 1 for better, -1 for worse, 0 for no change. Relations are compared by their own
    labels. `reasons` has the reason in words of each class that changes: that of its new status if
    it got worse, else that of its old one.
    """

    def __init__(self, before: Reading, after: Reading) -> None:
        self.claims = _directions(before.labels.claims, after.labels.claims)
        self.relations = _directions(before.own_labels, after.own_labels)
        self.before, self.after = before, after

    @cached_property
    def reasons(self) -> Mapping[str, str]:
        sides = {1: self.before, -1: self.after}
        return {
            id_: sides[turn].status.claims[id_].reason for id_, turn in self.claims.items() if turn
        }


def _directions(before: Mapping[str, Label], after: Mapping[str, Label]) -> dict[str, int]:
    pairs = {id_: (label.rank, after[id_].rank) for id_, label in before.items() if id_ in after}
    return {id_: (was > now) - (was < now) for id_, (was, now) in pairs.items()}


class _Chains:
    """The shortest chains of relations from a stance to every class, ties by id.

    Every step explains the next: a relation changes because a premise of it or an undercut of it
    changed, and a claim because a relation to it did, of the kind that the reason of its status
    names. Where no such chain leads to a claim, one is taken in which only the directions agree.
    A change counts as the map is read, and with every attack meant to refute.
    """

    def __init__(self, before: Reading, after: Reading, stance: Iterable[str]) -> None:
        self.map = before.map
        self.stance = tuple(stance)
        self.starts = sorted({self.map.head_of(id_) for id_ in self.stance})
        self.turns = (_Turns(before, after), _Turns(before.refuting, after.refuting))

    def cause_of(self, head: str) -> Cause:
        """The cause of the change of a class, by its smallest id, with its shortest chain."""
        for walk in (self._by_reasons, self._by_directions):
            if head in walk.last:
                return Cause(self.stance, walk.last[head], walk)
        return Cause(self.stance)

    @cached_property
    def _by_reasons(self) -> _Reached:
        return self._walk(self._explains_in_words)

    @cached_property
    def _by_directions(self) -> _Reached:
        return self._walk(self._explains)

    def _walk(self, explains: Callable[[Relation, str], bool]) -> _Reached:
        """The chain to each class; breadth first, relations in the order of their ids.

        So a relation is reached first by the shortest chain, and of several shortest ones by the
        first in order.
        """
        previous: dict[str, str | None] = {}
        last: dict[str, str] = {}
        queue: deque[str] = deque()

        def add(ids: Iterable[str], before: str | None) -> None:
            for id_ in sorted(set(ids) - previous.keys()):
                previous[id_] = before
                queue.append(id_)

        add((id_ for head in self.starts for id_ in self._moved_by(head)), None)
        while queue:
            id_ = queue.popleft()
            relation = self.map.relations[id_]
            if relation.kind is Kind.UNDERCUTS:
                if self._moves(relation, self.map.relations[relation.target]):
                    add([relation.target], id_)
                continue
            head = self.map.head_of(relation.target)
            if head not in last and explains(relation, head):
                last[head] = id_
                add(self._moved_by(head), id_)
        return _Reached(last, previous, self.turns)

    def _moved_by(self, head: str) -> Iterator[str]:
        """The relations that change because this class does, which is a premise of them."""
        for member in self.map.class_of(head):
            for relation in self.map.relations_from(member):
                if any(
                    turns.relations.get(relation.id) and turns.relations[relation.id] == turn
                    for turns in self.turns
                    if (turn := turns.claims.get(head))
                ):
                    yield relation.id

    def _moves(self, undercut: Relation, step: Relation) -> bool:
        """Whether a step changes because its undercut does."""
        return any(
            turns.relations.get(undercut.id)
            and turns.relations[undercut.id] == -turns.relations[step.id]
            for turns in self.turns
        )

    def _explains(self, relation: Relation, head: str) -> bool:
        """Whether the change of a relation goes with that of the class to which it leads."""
        sign = 1 if relation.kind is Kind.SUPPORTS else -1
        return any(
            turns.claims.get(head) and turns.claims[head] == sign * turns.relations[relation.id]
            for turns in self.turns
        )

    def _explains_in_words(self, relation: Relation, head: str) -> bool:
        """Whether it does, and the reason of the status lies in relations of this kind."""
        named = BY_SUPPORTS if relation.kind is Kind.SUPPORTS else BY_ATTACKS
        sign = 1 if relation.kind is Kind.SUPPORTS else -1
        return any(
            turns.claims.get(head)
            and turns.claims[head] == sign * turns.relations[relation.id]
            and turns.reasons[head] in named
            for turns in self.turns
        )


class _Reached:
    """The chains that a search found: `last` has the last relation of the chain to each class."""

    def __init__(
        self, last: Mapping[str, str], previous: Mapping[str, str | None], turns: Sequence[_Turns]
    ) -> None:
        self.last = last
        self.previous = previous
        self.turns = turns
        self._moves: dict[str, Move] = {}

    def upto(self, end: str) -> tuple[Move, ...]:
        """The changes of relations up to the one of this relation."""
        chain: list[Move] = []
        step: str | None = end
        while step is not None:
            chain.append(self._move(step))
            step = self.previous[step]
        return tuple(reversed(chain))

    def _move(self, relation: str) -> Move:
        if relation not in self._moves:
            turns = next(turns for turns in self.turns if turns.relations[relation])
            before, after = turns.before.own_labels, turns.after.own_labels
            self._moves[relation] = Move(relation, before[relation], after[relation])
        return self._moves[relation]
