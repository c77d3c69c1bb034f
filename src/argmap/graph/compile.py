"""A map compiled to a flat assumption-based framework, whose atoms are integers."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, repeat
from typing import TYPE_CHECKING, NamedTuple

from argmap.graph.numbered import numbered
from argmap.model.numbering import ATTACKS, UNDERCUTS
from argmap.model.stance import NO_STANCE, Stance
from argmap.reasoning.columns import both, either, is_not, marked, places, put, raised, ranks, taken
from argmap.reasoning.framework import Framework, Pairs
from argmap.reasoning.horn import PackedRules
from argmap.reasoning.packed_lists import lists_of, with_last

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.graph.numbered import Numbered
    from argmap.model.argument_map import ArgumentMap
    from argmap.reasoning.horn import Atom


@dataclass(frozen=True)
class Compiled:
    """The framework of a map, and the meaning of its atoms.

    `numbers` is the map in numbers. By the number of a class, its atom is that number, and
    `grants` has the assumption that it is put forward, `attacked` the atom that an attack on it
    goes through; by the number of a relation, `steps` has the assumption that it goes through,
    `cut` the atom that an undercut of it does. Where there is no such atom, the number is -1.
    """

    map: ArgumentMap
    framework: Framework
    numbers: Numbered
    steps: range
    grants: array[int]
    attacked: array[int]
    cut: array[int]

    @property
    def claim(self) -> Mapping[str, Atom]:
        """The atom of every claim: its class stands."""
        return self.numbers.class_of

    @cached_property
    def granted(self) -> Mapping[str, Atom]:
        """An assumption for each granted class: it may be put forward without support.

        And one for each pending class, which is contrary to itself and so is never accepted.
        """
        rows = zip(self.numbers.heads, self.grants, strict=True)
        return {head: atom for head, atom in rows if atom >= 0}

    @cached_property
    def through(self) -> Mapping[str, Atom]:
        """An assumption for each relation: it goes through."""
        return dict(zip(self.map.relations, self.steps, strict=True))

    @cached_property
    def hit(self) -> Mapping[str, Atom]:
        """An atom for each class and relation that is attacked.

        An attack on the class, or an undercut of the relation, goes through.
        """
        classes = zip(self.numbers.heads, self.attacked, strict=True)
        relations = zip(self.map.relations, self.cut, strict=True)
        return {id_: atom for id_, atom in chain(classes, relations) if atom >= 0}


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
    numbers = numbered(argument_map) if in_numbers is None else in_numbers
    rejected = marked(len(numbers.heads), numbers.numbers_of(stance.reject))
    forward = either(numbers.granted, numbers.pending) if with_pending else numbers.granted
    forward = both(forward, is_not(rejected, 1))
    grants = ranks(forward, len(numbers.heads))
    first = len(numbers.heads) + forward.count(1)
    steps = range(first, first + len(numbers.kinds))
    is_hit, is_cut = _hit_by(ATTACKS, numbers), _hit_by(UNDERCUTS, numbers)
    attacked = ranks(is_hit, steps.stop)
    cut = ranks(is_cut, steps.stop + is_hit.count(1))
    rules = _Rules(numbers, steps, grants, attacked, cut, forward, is_hit, is_cut)
    framework = Framework(
        steps.stop + is_hit.count(1) + is_cut.count(1),
        range(len(numbers.heads), steps.stop),
        rules.rules(numbers.numbers_of(stance.accept), rejected),
        rules.contraries(),
    )
    return Compiled(argument_map, framework, numbers, steps, grants, attacked, cut)


def _hit_by(kind: int, numbers: Numbered) -> bytearray:
    """A mark for each class or relation that is the target of a relation of this kind."""
    size = len(numbers.kinds if kind == UNDERCUTS else numbers.heads)
    return marked(size, taken(numbers.targets, numbers.of_kind(kind)))


class _Rules(NamedTuple):
    """The rules and contraries of a map over its atoms, which `Compiled` describes.

    The atoms of classes come first, by their number; then the grants, the relations, and what is
    hit. The marks say which classes are put forward, and which classes and relations are hit.
    """

    numbers: Numbered
    steps: range
    grants: array[int]
    attacked: array[int]
    cut: array[int]
    is_forward: bytes
    is_hit: bytearray
    is_cut: bytearray

    def rules(self, accepted: array[int], rejected: bytearray) -> PackedRules:
        """The rules: facts, grants, and the relations but for supports of what is rejected."""
        numbers = self.numbers
        heads = numbers.targets[:]
        for kind, hit in ((ATTACKS, self.attacked), (UNDERCUTS, self.cut)):
            own = numbers.of_kind(kind)
            put(heads, own, taken(hit, taken(heads, own)))
        bodies, start = with_last(numbers.premises, numbers.start, self.steps)
        if 1 in rejected:
            barred = marked(len(numbers.kinds), numbers.supports_to(rejected))
            others = places(is_not(barred, 1))
            heads = taken(heads, others)
            bodies, start = lists_of(bodies, start, others)
        forward = places(self.is_forward)
        first = array("i", repeat(0, len(accepted)))
        first.extend(range(len(forward)))
        start = first + raised(start, len(forward))
        heads, bodies = accepted + forward + heads, taken(self.grants, forward) + bodies
        return PackedRules(heads, bodies, start)

    def contraries(self) -> Pairs:
        """The atoms contrary to each assumption; a pending grant is contrary to itself."""
        numbers = self.numbers
        pending = taken(self.grants, places(both(numbers.pending, self.is_forward)))
        supports = numbers.supports_to(self.is_hit)  # what hits their target hits them too
        cut = places(self.is_cut)
        granted = places(both(self.is_hit, self.is_forward))
        firsts = pending + raised(supports + cut, self.steps.start)
        firsts += taken(self.grants, granted)
        seconds = pending + taken(self.attacked, taken(numbers.targets, supports))
        seconds += taken(self.cut, cut) + taken(self.attacked, granted)
        return Pairs(firsts, seconds)
