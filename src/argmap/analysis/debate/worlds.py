"""A map in many worlds at once: each world has one change, and one bit in every mask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.analysis.labels.in_words import Word
from argmap.model.relation import Kind
from argmap.reasoning.framework import Framework
from argmap.reasoning.grounded_in_many import grounded_in
from argmap.reasoning.horn import derivable_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.analysis.labels.labelling import Labelling
    from argmap.reasoning.horn import Atom


@dataclass(frozen=True, slots=True)
class StatusInWorld:
    """The status of a claim in one world; `is_refuted` if an attack meant to refute it is why."""

    word: Word
    is_refuted: bool


class Worlds:
    """The worlds of a reading of a map, and all that is derivable in each, as masks.

    Bit n of a mask says whether something is so in world n. In world n the claims whose mask in
    `accepted` has bit n are facts, those in `rejected` have nothing that carries them, and the
    relations in `struck` do not go through, as if an unanswered undercut hit them. Cost: linear,
    times the worlds divided by the word length of the machine.
    """

    def __init__(
        self,
        labelling: Labelling,
        count: int,
        accepted: Mapping[str, int],
        rejected: Mapping[str, int],
        struck: Mapping[str, int],
    ) -> None:
        self.labelling = labelling
        self.map = labelling.map
        self.compiled = labelling.compiled
        self.every = (1 << count) - 1
        self.struck = struck
        framework = self.compiled.framework
        self.barred, facts = self._of_atoms(rejected), self._of_atoms(accepted)
        # Each struck relation gets an atom contrary to it, a fact in the worlds where it is struck.
        against = {id_: framework.atoms + place for place, id_ in enumerate(struck)}
        self.facts = facts | {against[id_]: mask for id_, mask in struck.items()}
        self.own: dict[str, Atom] = {}
        self.derived = grounded_in(self._widened(against), count, self.facts, self.barred)

    def _of_atoms(self, masks: Mapping[str, int]) -> dict[Atom, int]:
        """The masks of claims by their atoms; restated claims share one."""
        joined: dict[Atom, int] = {}
        for id_, mask in masks.items():
            atom = self.compiled.claim[id_]
            joined[atom] = joined.get(atom, 0) | mask
        return joined

    def _widened(self, against: Mapping[str, Atom]) -> Framework:
        """The framework of the map with the atoms against struck relations, and one for supports.

        Supports that can be undercut have one more atom each: an assumption that nothing but these
        undercuts opposes. It is derivable where the support is not cut, whatever hits its target.
        """
        through, hit, framework = self.compiled.through, self.compiled.hit, self.compiled.framework
        contraries = [(through[id_], atom) for id_, atom in against.items()]
        for id_, relation in self.map.relations.items():
            if relation.kind is Kind.SUPPORTS and (id_ in hit or id_ in against):
                own = self.own[id_] = framework.atoms + len(against) + len(self.own)
                contraries += [(own, cuts[id_]) for cuts in (hit, against) if id_ in cuts]
        return Framework(
            framework.atoms + len(against) + len(self.own),
            (*framework.assumptions, *self.own.values()),
            framework.rules,
            (*framework.contraries, *contraries),
        )

    def stands(self, claim: str) -> int:
        """The worlds in which a claim is `in`."""
        return self.derived[self.compiled.claim[claim]] & self.every

    def fires(self, step: str) -> int:
        """The worlds in which a relation goes through."""
        return self._with_premises(step, self.derived[self.compiled.through[step]])

    def fires_by_itself(self, step: str) -> int:
        """The worlds in which the own label of a relation is `in`."""
        if self.map.relations[step].kind is not Kind.SUPPORTS:
            return self.fires(step)
        own = self.own.get(step)
        return self._with_premises(step, self.every if own is None else self.derived[own])

    def _with_premises(self, step: str, mask: int) -> int:
        for premise in self.map.relations[step].premises:
            mask &= self.derived[self.compiled.claim[premise]]
        return mask & self.every

    def statuses(self, claim: str) -> Iterator[StatusInWorld]:
        """The status of a claim in each world, in their order."""
        head = self.map.head_of(claim)
        attacks = self.map.relations_to_class(head, Kind.ATTACKS)
        objected, refuted = 0, self._refuted.get(head, 0)
        for attack in attacks:
            objected |= self.fires(attack.id)
        stands, arguable = self.stands(head), self._arguable[self.compiled.claim[head]]
        for world in range(self.every.bit_length()):
            bit = 1 << world
            if stands & bit:
                yield StatusInWorld(Word.STANDS, is_refuted=False)
            elif not arguable & bit:
                yield StatusInWorld(Word.FALLS, is_refuted=bool(refuted & bit))
            else:
                yield StatusInWorld(
                    Word.CONTESTED if objected & bit else Word.OPEN, is_refuted=False
                )

    @cached_property
    def _refuted(self) -> Mapping[str, int]:
        """The worlds in which an attack of force `defeat` goes through, for each class it hits."""
        refuted: dict[str, int] = {}
        for attack in self.map.relations.values():
            if attack.kind is Kind.ATTACKS and self.labelling.defeats(attack):
                head = self.map.head_of(attack.target)
                refuted[head] = refuted.get(head, 0) | self.fires(attack.id)
        return refuted

    @cached_property
    def _arguable(self) -> list[int]:
        """For every atom the worlds in which it is derivable but for what refutes or blocks it."""
        granted, through = self.compiled.granted, self.compiled.through
        struck = {through[id_]: mask for id_, mask in self.struck.items()}
        for relation in self.map.relations.values():
            if relation.kind is Kind.UNDERCUTS:
                atom, mask = through[relation.target], self.fires(relation.id)
            elif relation.kind is Kind.SUPPORTS:
                atom, mask = through[relation.id], self._refuted_at(relation.target)
            else:
                continue
            struck[atom] = struck.get(atom, 0) | mask
        for head, atom in granted.items():
            struck[atom] = self._refuted.get(head, 0)
        framework = self.compiled.framework
        open_in = [self.every & ~self.barred.get(head, 0) for head in framework.horn.heads]
        unstruck = {atom: self.every & ~struck.get(atom, 0) for atom in framework.assumptions}
        facts = {atom: mask for atom, mask in self.facts.items() if atom < framework.atoms}
        return derivable_in(framework.horn, {**unstruck, **facts}, open_in)

    def _refuted_at(self, claim: str) -> int:
        return self._refuted.get(self.map.head_of(claim), 0)
