"""A map compiled to a flat assumption-based framework, whose atoms are integers."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from argmap.graph.numbered import ATTACKS, SUPPORTS, UNDERCUTS, numbered
from argmap.model.stance import NO_STANCE, Stance
from argmap.reasoning.framework import Framework, Pairs
from argmap.reasoning.horn import PackedRules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.graph.numbered import Numbered
    from argmap.model.argument_map import ArgumentMap
    from argmap.reasoning.horn import Atom


@dataclass(frozen=True, slots=True)
class Compiled:
    """The framework of a map, and the meaning of its atoms.

    `claim` has the atom of every claim: its class stands. `granted` has an assumption for each
    granted class: it may be put forward without support; and one for each pending class, which is
    contrary to itself and so is never accepted. `through` has an assumption for each relation: it
    goes through. `hit` has an atom for each class and relation that is attacked: an attack on the
    class, or an undercut of the relation, goes through. `numbers` is the map in numbers, and
    `steps` the assumptions in `through`, by the number of the relation.
    """

    framework: Framework
    numbers: Numbered
    steps: range
    claim: Mapping[str, Atom]
    granted: Mapping[str, Atom]
    through: Mapping[str, Atom]
    hit: Mapping[str, Atom]


def compile_map(
    argument_map: ArgumentMap,
    stance: Stance = NO_STANCE,
    *,
    with_pending: bool = True,
    in_numbers: Numbered | None = None,
) -> Compiled:
    """The framework of a map as a reader with this stance sees it.

    All attacks on a claim derive the same atom, which is contrary to the claim's grant and to every
    support of it. One atom for each attack would give the same extensions, but a framework of
    quadratic size. Rejected classes keep neither grant nor supports; accepted classes are facts.
    Pending classes are put forward as if granted, by an assumption that attacks itself, so that
    they are undecided where nothing else carries or refutes them. Without `with_pending` they are
    not put forward: one such assumption would leave the map without any stable extension.
    `in_numbers` is the map in numbers, if that is known already. Cost: linear.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> compiled = compile_map(THREE_CLAIMS)
    >>> sorted(compiled.granted), sorted(compiled.through), sorted(compiled.hit)
    (['quieter', 'shops'], ['against', 'for'], ['close'])
    """
    in_numbers = numbered(argument_map) if in_numbers is None else in_numbers
    return _Compiler(argument_map, in_numbers, stance, with_pending=with_pending).compiled()


class _Compiler:
    """The atoms of one map, and the rules and contraries over them.

    The atoms of classes come first, by their number; then the grants, the relations, and what is
    hit.
    """

    def __init__(
        self, argument_map: ArgumentMap, in_numbers: Numbered, stance: Stance, *, with_pending: bool
    ) -> None:
        self.map = argument_map
        self.numbers = in_numbers
        self.accepted = [in_numbers.class_of[id_] for id_ in stance.accept]
        self.rejected = {in_numbers.class_of[id_] for id_ in stance.reject}
        self.forward = self.put_forward(with_pending=with_pending)
        size = len(in_numbers.heads)
        self.granted = dict(zip(self.forward, range(size, size + len(self.forward)), strict=True))
        self.through = range(size + len(self.forward), size + len(self.forward) + self.count)
        self.attacked = self.hit_by(ATTACKS, self.through.stop)
        self.cut = self.hit_by(UNDERCUTS, self.through.stop + len(self.attacked))
        self.size = self.through.stop + len(self.attacked) + len(self.cut)

    @property
    def count(self) -> int:
        """The number of relations."""
        return len(self.numbers.kinds)

    def put_forward(self, *, with_pending: bool) -> list[int]:
        """The classes that are granted or pending, and not rejected."""
        is_granted, is_pending = self.map.is_granted, self.map.is_pending
        return [
            number
            for number, head in enumerate(self.numbers.heads)
            if (is_granted(head) or (with_pending and is_pending(head)))
            and number not in self.rejected
        ]

    def hit_by(self, kind: int, first: Atom) -> dict[int, Atom]:
        """An atom for each target of the relations of a kind, from a first one on."""
        targets = self.numbers.targets
        hit = dict.fromkeys(targets[relation] for relation in self.numbers.of_kind(kind))
        return dict(zip(hit, range(first, first + len(hit)), strict=True))

    def compiled(self) -> Compiled:
        """The framework and the meaning of its atoms."""
        heads, relations = self.numbers.heads, [*self.map.relations]
        assumptions = (*self.granted.values(), *self.through)
        framework = Framework(self.size, assumptions, self.rules(), self.contraries())
        hit = {heads[number]: atom for number, atom in self.attacked.items()}
        hit |= {relations[number]: atom for number, atom in self.cut.items()}
        granted = {heads[number]: atom for number, atom in self.granted.items()}
        through = dict(zip(relations, self.through, strict=True))
        claim = self.numbers.class_of
        return Compiled(framework, self.numbers, self.through, claim, granted, through, hit)

    def rules(self) -> PackedRules:
        """The rules: facts, grants, and the relations but for supports of what is rejected."""
        numbers, facts = self.numbers, len(self.accepted)
        heads = array("i", self.accepted)
        heads.extend(self.granted)
        bodies = array("i", self.granted.values())
        lengths = array("i", [0] * facts + [1] * len(self.granted))
        rows = zip(numbers.kinds, numbers.targets, self.through, strict=True)
        premises, first = numbers.premises, 0
        for (kind, target, through), end in zip(rows, numbers.start[1:], strict=True):
            if kind == SUPPORTS:
                head = target
            else:
                head = self.attacked[target] if kind == ATTACKS else self.cut[target]
            if kind != SUPPORTS or target not in self.rejected:
                heads.append(head)
                bodies.extend(premises[first:end])
                bodies.append(through)
                lengths.append(end - first + 1)
            first = end
        return PackedRules(heads, bodies, array("i", accumulate(lengths, initial=0)))

    def contraries(self) -> Pairs:
        """The atoms contrary to each assumption; a pending grant is contrary to itself."""
        numbers, attacked = self.numbers, self.attacked
        is_pending, heads = self.map.is_pending, numbers.heads
        pending = [atom for number, atom in self.granted.items() if is_pending(heads[number])]
        supports = [
            (through, attacked[target])  # what hits its target hits the support too
            for kind, target, through in zip(
                numbers.kinds, numbers.targets, self.through, strict=True
            )
            if kind == SUPPORTS and target in attacked
        ]
        cuts = [(self.through[relation], hit) for relation, hit in self.cut.items()]
        grants = [
            (self.granted[number], hit)
            for number, hit in attacked.items()
            if number in self.granted
        ]
        pairs = [*zip(pending, pending, strict=True), *supports, *cuts, *grants]
        return Pairs(array("i", [own for own, _ in pairs]), array("i", [hit for _, hit in pairs]))
