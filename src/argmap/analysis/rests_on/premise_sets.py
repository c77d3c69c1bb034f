"""The status of premise sets: whether a set carries its claim in spite of all attacks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.analysis.labels.labelling import Label
from argmap.model.relation import Kind
from argmap.reasoning.horn import Horn, derivable, derivable_in
from argmap.reasoning.minimal_sets.families import Subproblem, subproblem_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from argmap.analysis.labels.labelling import Labelling
    from argmap.graph.supports import Supports
    from argmap.model.relation import Relation
    from argmap.reasoning.horn import Atom, Rule


class SetStatus(StrEnum):
    """Whether a premise set carries its claim."""

    UNDEFEATED = "undefeated"
    DEFEATED = "defeated"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class PremiseSet:
    """A premise set, by the ids of its claims, with its status.

    `by` are the relations that decide the status. Of a defeated set they are the attacks that are
    `in` on the claims and steps between the set and the goal; of an undecided set the attacks there
    that are not `out`; of an undefeated set the answers to the attacks there, by which the set is
    *reinstated*.
    """

    claims: tuple[str, ...]
    status: SetStatus
    by: tuple[str, ...]


class Judge:
    """The verdicts of one labelling on the premise sets of claims, the goals."""

    def __init__(self, labelling: Labelling, supports: Supports) -> None:
        self.labelling = labelling
        self.map = labelling.map
        self.supports = supports
        self.rejected = {supports.atom[id_] for id_ in labelling.stance.reject}

    def standing_part(self, goal: Atom) -> Subproblem | None:
        """The supports and grants of the goal that survive under the extension.

        None if they do not carry the goal: the goal is `in` exactly if there is a surviving part.
        """
        horn, grants, can_be = self._surviving
        return subproblem_of(horn, grants, goal, can_be)

    @cached_property
    def _surviving(self) -> tuple[Horn, list[Atom], bytearray]:
        """The supports and grants that survive under the extension, and the atoms they derive.

        The claims that the reader accepts are facts.
        """
        derived, granted = self.labelling.derived, self.labelling.compiled.granted
        grants = [
            atom
            for atom in self.supports.grants
            if (assumed := granted.get(self.supports.claims[atom])) is not None and derived[assumed]
        ]
        sound = zip(self.supports.horn.rules, self._sound, strict=True)
        rules = [rule for rule, is_enabled in sound if is_enabled]
        accepted = sorted({self.supports.atom[id_] for id_ in self.labelling.stance.accept})
        facts: list[Rule] = [(atom, ()) for atom in accepted]
        horn = Horn(self.supports.horn.atoms, rules + facts)
        return horn, grants, derivable(horn, grants)

    def judged(self, goal: Atom, sets: Sequence[Sequence[Atom]]) -> tuple[PremiseSet, ...]:
        """These premise sets with their status, in one pass over the supports for all of them.

        Premise set n is world n: bit n of every integer here says whether something holds there.
        """
        way = _Ways(self.supports, sets, goal)
        sound = self._carried(goal, sets, is_sound=True)
        arguable = self._carried(goal, sets, is_sound=False)
        judged: list[PremiseSet] = []
        for world, premise_set in enumerate(sets):
            attacks = self._attacks(way, world)
            if (sound >> world) & 1:
                out = [attack for attack in attacks if self._label(attack) is Label.OUT]
                status, by = SetStatus.UNDEFEATED, self._answers(out)
            elif (arguable >> world) & 1:
                by = {attack.id for attack in attacks if self._label(attack) is not Label.OUT}
                status = SetStatus.UNDECIDED
            else:
                by = {attack.id for attack in attacks if self._label(attack) is Label.IN}
                status = SetStatus.DEFEATED
            judged.append(PremiseSet(self.supports.ids(premise_set), status, tuple(sorted(by))))
        return tuple(judged)

    def _carried(self, goal: Atom, sets: Sequence[Sequence[Atom]], *, is_sound: bool) -> int:
        """The worlds, as bits, in which the goal is derivable by enabled supports.

        With `is_sound` only grants and supports that are `in` count, else all that are not `out`.
        """
        labelling, granted = self.labelling, self.labelling.compiled.granted
        every = (1 << len(sets)) - 1
        worlds: dict[Atom, int] = {}
        for world, premise_set in enumerate(sets):
            for atom in premise_set:
                assumed = granted.get(self.supports.claims[atom])
                if assumed is None:  # rejected
                    continue
                if labelling.derived[assumed] if is_sound else not labelling.is_struck[assumed]:
                    worlds[atom] = worlds.get(atom, 0) | 1 << world
        # As a bit mask -1 is every world and 0 is none.
        open_in = [-is_enabled for is_enabled in (self._sound if is_sound else self._arguable)]
        return derivable_in(self.supports.horn, worlds, open_in)[goal] & every

    @cached_property
    def _sound(self) -> list[bool]:
        """For each support, whether it goes through."""
        derived = self.labelling.derived
        return self._enabled(lambda assumed: derived[assumed] == 1)

    @cached_property
    def _arguable(self) -> list[bool]:
        """For each support, whether nothing strikes it."""
        is_struck = self.labelling.is_struck
        return self._enabled(lambda assumed: not is_struck[assumed])

    def _enabled(self, goes_through: Callable[[int], bool]) -> list[bool]:
        through = self.labelling.compiled.through
        return [
            head not in self.rejected and goes_through(through[step])
            for head, step in zip(self.supports.horn.heads, self.supports.steps, strict=True)
        ]

    def _label(self, relation: Relation) -> Label:
        return self.labelling.relations[relation.id]

    def _attacks(self, ways: _Ways, world: int) -> list[Relation]:
        """The attacks on the claims and supports that a premise set uses to derive the goal."""
        atoms, steps = ways.used(world)
        targets = [
            member for atom in atoms for member in self.map.class_of(self.supports.claims[atom])
        ]
        targets += [self.supports.steps[rule] for rule in steps]
        return [
            relation
            for target in targets
            for relation in self.map.relations_to(target)
            if relation.kind is not Kind.SUPPORTS
        ]

    def _answers(self, attacks: Iterable[Relation]) -> set[str]:
        """The relations that make these attacks `out`, each of them `in` itself.

        They are undercuts of the attacks, attacks that refute a premise of an attack, and the same
        for the supports of such a premise, and so on down.
        """
        answers: set[str] = set()
        seen: set[str] = set()
        waiting = list(attacks)
        while waiting:
            relation = waiting.pop()
            if relation.id in seen:
                continue
            seen.add(relation.id)
            against = [*self.map.relations_to(relation.id)]
            for premise in relation.premises:
                if self.labelling.claims[premise] is Label.OUT:
                    against += self.map.relations_to_class(premise)
            for other in against:
                if other.kind is Kind.SUPPORTS:
                    waiting.append(other)
                elif self._label(other) is Label.IN and (
                    other.kind is Kind.UNDERCUTS or self.labelling.defeats(other)
                ):
                    answers.add(other.id)
        return answers


class _Ways:
    """The derivations of a goal from premise sets, attacks left out.

    Premise set n is world n; `derived_in` has for every atom the worlds, as bits, in which it is
    derivable.
    """

    def __init__(self, supports: Supports, sets: Sequence[Sequence[Atom]], goal: Atom) -> None:
        worlds: dict[Atom, int] = {}
        for world, premise_set in enumerate(sets):
            for atom in premise_set:
                worlds[atom] = worlds.get(atom, 0) | 1 << world
        self.horn = supports.horn
        self.goal = goal
        self.derived_in = derivable_in(supports.horn, worlds)

    def used(self, world: int) -> tuple[list[Atom], list[int]]:
        """The atoms and rules in the derivations of the goal in this world."""
        bit = 1 << world
        atoms, seen, rules = [self.goal], {self.goal}, []
        for atom in atoms:  # the list grows while it is read: a search from the goal down
            for rule in self.horn.rules_for.of(atom):
                body = self.horn.rules[rule][1]
                if all(self.derived_in[premise] & bit for premise in body):
                    rules.append(rule)
                    fresh = [premise for premise in dict.fromkeys(body) if premise not in seen]
                    atoms += fresh
                    seen.update(fresh)
        return atoms, rules


def judged_by_all(
    judges: Sequence[Judge], supports: Supports, goal: Atom, sets: Sequence[Sequence[Atom]]
) -> tuple[PremiseSet, ...]:
    """These premise sets with the status on which all judges agree, else undecided.

    There is one judge for each extension; without any extension every set is undecided.
    """
    if not judges:
        return tuple(
            PremiseSet(supports.ids(premise_set), SetStatus.UNDECIDED, ()) for premise_set in sets
        )
    judged: list[PremiseSet] = []
    for views in zip(*(judge.judged(goal, sets) for judge in judges), strict=True):
        statuses = {view.status for view in views}
        status = statuses.pop() if len(statuses) == 1 else SetStatus.UNDECIDED
        against = [view for view in views if view.status is not SetStatus.UNDEFEATED] or views
        by = sorted({id_ for view in against for id_ in view.by})
        judged.append(PremiseSet(views[0].claims, status, tuple(by)))
    return tuple(judged)
