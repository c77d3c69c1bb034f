"""Questions about a framework: one extension, membership in some or in every one, all, how many.

The way is the same for all: the grounded extension first; what it leaves open is cut into parts
that have nothing to do with each other; of these only the ones on which the question depends, where
the semantics allow that; then an oracle for each part. Counting goes on by strongly connected
components.
"""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from math import prod

from argmap.reasoning.counting import count
from argmap.reasoning.extensions import SEMANTICS, extensions, meets, one_extension
from argmap.reasoning.grounded import decided
from argmap.reasoning.ideal import ideal_extension
from argmap.reasoning.independent_parts import Part, parts_of, restricted, upstream
from argmap.reasoning.solvers.oracle import Enumerated

TYPE_CHECKING = False  # as checkers know it: `solve` does not wait for typing
if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.reasoning.extensions import Semantics
    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom
    from argmap.reasoning.solvers.oracle import Base, Oracle, OracleOf

UNIQUE = ("GR", "ID")
KNOWN = (*UNIQUE, *SEMANTICS)
_FEW = 100  # extensions


class Question:
    """A framework under one of the semantics `KNOWN`, with the solver for parts that are large."""

    def __init__(self, framework: Framework, semantics: str, solver: OracleOf) -> None:
        self.framework = framework
        self.semantics = semantics
        self.solver = solver

    def oracle_of(self, framework: Framework, base: Base) -> Oracle:
        """Small parts need no solver."""
        if len(framework.assumptions) <= Enumerated.MOST:
            return Enumerated(framework, base)
        return self.solver(framework, base)

    @property
    def rule(self) -> Semantics:
        """How the semantics chooses among sets; only for those that may have several extensions."""
        return SEMANTICS[self.semantics]

    @cached_property
    def decided(self) -> tuple[bytearray, bytearray]:
        """Marks of what holds in each extension and of what holds in none, by the grounded one."""
        if self.semantics in UNIQUE or self.rule.keeps_grounded:
            return decided(self.framework)
        nothing = bytearray(self.framework.atoms)
        return nothing, nothing

    @cached_property
    def grounded(self) -> frozenset[Atom]:
        """The grounded extension, where each extension holds it; else nothing."""
        is_true, _ = self.decided
        return frozenset(one for one in self.framework.assumptions if is_true[one])

    @cached_property
    def parts(self) -> list[Part]:
        """What the grounded extension leaves open."""
        return parts_of(self.framework, *self.decided)

    @cached_property
    def only(self) -> frozenset[Atom]:
        """The one extension of a semantics that has exactly one."""
        if self.semantics == "GR":
            return self.grounded
        found = (one.outside(ideal_extension(one.framework, self.oracle_of)) for one in self.parts)
        return self.grounded.union(*found)


def some_extension(question: Question) -> frozenset[Atom] | None:
    """One extension (SE), or None where there is none."""
    if question.semantics in UNIQUE:
        return question.only
    found = [question.grounded]
    for part in question.parts:
        one = _any_of(question, part.framework)
        if one is None:
            return None
        found.append(part.outside(one))
    return frozenset[int]().union(*found)


def _any_of(question: Question, framework: Framework) -> frozenset[Atom] | None:
    """Some extension of a part. The grounded one is complete, and of a part it is empty."""
    if question.semantics == "CO":
        return frozenset()
    return one_extension(framework, question.rule, question.oracle_of)


def extension_where(question: Question, atom: Atom, *, is_held: bool) -> frozenset[Atom] | None:
    """An extension from which the atom is derivable, or else is not; None: there is none.

    It witnesses that the atom is credulously (DC), or not skeptically (DS), accepted.
    """
    sign = 1 if is_held else -1
    if question.semantics in UNIQUE:
        fits = meets(question.framework, question.only, [sign * (atom + 1)])
        return question.only if fits else None
    is_true, is_dead = question.decided
    if is_true[atom] or is_dead[atom]:
        return some_extension(question) if bool(is_true[atom]) is is_held else None
    found = [question.grounded]
    for part in sorted(question.parts, key=lambda part: atom not in part.atoms):
        if atom in part.atoms:
            one = _in_part(question, part.framework, sign * (part.atoms.index(atom) + 1))
        else:
            one = _any_of(question, part.framework)
        if one is None:
            return None
        found.append(part.outside(one))
    return frozenset[int]().union(*found)


def _in_part(question: Question, framework: Framework, literal: int) -> frozenset[Atom] | None:
    """An extension of a part of which the literal holds.

    Where what is upstream decides, the question is put there, and the answer then made whole.
    """
    rule, oracle_of = question.rule, question.oracle_of
    is_above = upstream(framework, [abs(literal) - 1])
    if not rule.directional or all(is_above):
        return one_extension(framework, rule, oracle_of, [literal])
    above = restricted(framework, is_above)
    number = above.atoms.index(abs(literal) - 1) + 1
    found = one_extension(above.framework, rule, oracle_of, [number if literal > 0 else -number])
    if found is None:
        return None
    members = above.outside(found)
    kept = [
        one + 1 if one in members else -(one + 1) for one in framework.assumptions if is_above[one]
    ]
    return one_extension(framework, rule, oracle_of, kept)


def all_extensions(question: Question) -> Iterator[frozenset[Atom]]:
    """Every extension once (EE), while they are asked for.

    The parts' extensions are found as they are needed and kept; their combinations are not.
    """
    if question.semantics in UNIQUE:
        yield question.only
        return
    lists = [_Kept(question, part) for part in question.parts]
    if not all(one.has(0) for one in lists):
        return
    places = [0] * len(lists)
    while True:
        chosen = (one.found[place] for one, place in zip(lists, places, strict=True))
        yield question.grounded.union(*chosen)
        for turn in reversed(range(len(lists))):
            places[turn] += 1
            if lists[turn].has(places[turn]):
                break
            places[turn] = 0
        else:
            return


def count_extensions(question: Question) -> int:
    """How many extensions there are (CE): the product over the parts."""
    if question.semantics in UNIQUE:
        return 1
    return prod(_number_of(question, part.framework) for part in question.parts)


def _number_of(question: Question, framework: Framework) -> int:
    """How many extensions a part has: a few are listed, as that is quicker than to split it."""
    found = extensions(framework, question.rule, question.oracle_of)
    listed = sum(1 for _ in islice(found, _FEW + 1))
    if listed > _FEW and question.rule.splits:
        return count(framework, question.rule, question.oracle_of)
    return listed + sum(1 for _ in found)


class _Kept:
    """The extensions of a part, each found once."""

    def __init__(self, question: Question, part: Part) -> None:
        self.part = part
        self.coming = extensions(part.framework, question.rule, question.oracle_of)
        self.found: list[frozenset[Atom]] = []

    def has(self, place: int) -> bool:
        """Whether there is one at this place."""
        while len(self.found) <= place:
            one = next(self.coming, None)
            if one is None:
                return False
            self.found.append(self.part.outside(one))
        return True
