"""A map compiled to a flat assumption-based framework, whose atoms are integers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.model.stance import NO_STANCE, Stance
from argmap.reasoning.framework import Framework

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.argument_map import ArgumentMap
    from argmap.reasoning.horn import Atom, Rule


@dataclass(frozen=True, slots=True)
class Compiled:
    """The framework of a map, and the meaning of its atoms.

    `claim` has the atom of every claim: its class stands. `granted` has an assumption for each
    granted class: it may be put forward without support; and one for each pending class, which is
    contrary to itself and so is never accepted. `through` has an assumption for each relation: it
    goes through. `hit` has an atom for each class and relation that is attacked: an attack on the
    class, or an undercut of the relation, goes through.
    """

    framework: Framework
    claim: Mapping[str, Atom]
    granted: Mapping[str, Atom]
    through: Mapping[str, Atom]
    hit: Mapping[str, Atom]


def compile_map(
    argument_map: ArgumentMap, stance: Stance = NO_STANCE, *, with_pending: bool = True
) -> Compiled:
    """The framework of a map as a reader with this stance sees it.

    All attacks on a claim derive the same atom, which is contrary to the claim's grant and to every
    support of it. One atom for each attack would give the same extensions, but a framework of
    quadratic size. Rejected classes keep neither grant nor supports; accepted classes are facts.
    Pending classes are put forward as if granted, by an assumption that attacks itself, so that
    they are undecided where nothing else carries or refutes them. Without `with_pending` they are
    not put forward: one such assumption would leave the map without any stable extension.
    Cost: linear.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> compiled = compile_map(THREE_CLAIMS)
    >>> sorted(compiled.granted), sorted(compiled.through), sorted(compiled.hit)
    (['quieter', 'shops'], ['against', 'for'], ['close'])
    """
    return _Compiler(argument_map, stance, with_pending=with_pending).compiled()


class _Compiler:
    """The rules and assumptions of one map, collected; atoms are numbered as they are met."""

    def __init__(self, argument_map: ArgumentMap, stance: Stance, *, with_pending: bool) -> None:
        self.map = argument_map
        self.with_pending = with_pending
        self.rejected = {member for id_ in stance.reject for member in argument_map.class_of(id_)}
        self.rules: list[Rule] = []
        self.claim = self.numbered_classes()
        self.size = len(self.claim)
        self.granted: dict[str, Atom] = {}
        self.pending: list[Atom] = []
        self.hit: dict[str, Atom] = {}
        for id_ in stance.accept:
            self.rules.append((self.claim[id_], ()))

    def compiled(self) -> Compiled:
        """The framework and the meaning of its atoms."""
        self.grant()
        through = dict(zip(self.map.relations, count(self.size), strict=False))
        self.size += len(through)
        contraries = [(atom, atom) for atom in self.pending]
        claim, classes = self.claim, self.map.classes
        for id_, relation in self.map.relations.items():
            goes_through, target = through[id_], relation.target
            if target in classes:
                target = classes[target][0]
            head = self.hit.get(target)
            if head is None:
                head = self.hit[target] = self.size
                self.size += 1
            if relation.kind is Kind.SUPPORTS:  # what hits its target hits the support too
                contraries.append((goes_through, head))
                if target in self.rejected:
                    continue
                head = claim[target]
            self.rules.append(
                (head, (*[claim[premise] for premise in relation.premises], goes_through))
            )
        for id_, hit in self.hit.items():
            assumption = through.get(id_, self.granted.get(id_))
            if assumption is not None:
                contraries.append((assumption, hit))
        assumptions = (*dict.fromkeys(self.granted.values()), *through.values())
        framework = Framework(self.size, assumptions, tuple(self.rules), tuple(contraries))
        return Compiled(framework, claim, self.granted, through, self.hit)

    def numbered_classes(self) -> dict[str, Atom]:
        """The atom of every claim; restated claims share that of their class."""
        claim = dict(zip(self.map.claims, count(), strict=False))
        for members in self.map.classes.values():
            claim.update(dict.fromkeys(members, claim[members[0]]))
        return claim

    def grant(self) -> None:
        """Add the assumption and the rule of each class put forward that is not rejected."""
        classes, argument_map = self.map.classes, self.map
        for id_ in argument_map.claims:
            if (id_ in classes and classes[id_][0] != id_) or id_ in self.rejected:
                continue
            is_pending = self.with_pending and argument_map.is_pending(id_)
            if is_pending or argument_map.is_granted(id_):
                if is_pending:
                    self.pending.append(self.size)
                self.granted[id_] = self.size
                self.rules.append((self.claim[id_], (self.size,)))
                self.size += 1
