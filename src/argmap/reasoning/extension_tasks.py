"""The tasks of solver competitions (ICCMA): SE, DC, DS, EE and CE for a framework and a semantics.

All take the same way. The grounded extension is computed first; the atoms that it leaves open are
cut into independent parts; where the semantics allows it, only the part upstream of the question is
looked at; an oracle then solves each part. Counting goes on by strongly connected components
(`counting.py`).
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

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.reasoning.extensions import Semantics
    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom
    from argmap.reasoning.solvers.oracle import Base, Oracle, OracleOf

UNIQUE = ("GR", "ID")  # grounded and ideal semantics have exactly one extension
KNOWN = (*UNIQUE, *SEMANTICS)
_FEW = 100  # extensions; so many are counted by listing them


class ExtensionQuery:
    """A framework under one of the semantics `KNOWN`, with the solver for parts that are large.

    The intermediate results are computed when they are first needed, and shared by all tasks.

    >>> from argmap.reasoning.framework import Framework
    >>> mutual = Framework(3, (0, 1, 2), (), ((0, 1), (1, 0), (2, 0)))  # 0 also attacks 2
    >>> query = ExtensionQuery(mutual, "PR", Enumerated)
    >>> [sorted(members) for members in all_extensions(query)]
    [[0], [1, 2]]
    """

    def __init__(self, framework: Framework, semantics: str, solver: OracleOf) -> None:
        self.framework = framework
        self.semantics = semantics
        self.solver = solver

    def oracle_of(self, framework: Framework, base: Base) -> Oracle:
        """An oracle for a part: the solver, or for a small part plain enumeration."""
        if len(framework.assumptions) <= Enumerated.MOST:
            return Enumerated(framework, base)
        return self.solver(framework, base)

    @property
    def rule(self) -> Semantics:
        """The selection rule of a semantics that may have several extensions."""
        return SEMANTICS[self.semantics]

    @cached_property
    def decided(self) -> tuple[bytearray, bytearray]:
        """Marks of the atoms that every extension derives, and of those that none can derive.

        They come from the grounded extension. Nothing is marked under a semantics whose extensions
        need not contain it.
        """
        if self.semantics in UNIQUE or self.rule.keeps_grounded:
            return decided(self.framework)
        nothing = bytearray(self.framework.atoms)
        return nothing, nothing

    @cached_property
    def grounded(self) -> frozenset[Atom]:
        """The grounded extension if every extension contains it; else the empty set."""
        is_true, _ = self.decided
        return frozenset(atom for atom in self.framework.assumptions if is_true[atom])

    @cached_property
    def parts(self) -> list[Part]:
        """The independent parts of the atoms that the grounded extension leaves open."""
        return parts_of(self.framework, *self.decided)

    @cached_property
    def only(self) -> frozenset[Atom]:
        """The single extension of a semantics that has exactly one."""
        if self.semantics == "GR":
            return self.grounded
        ideals = (
            part.outside(ideal_extension(part.framework, self.oracle_of)) for part in self.parts
        )
        return self.grounded.union(*ideals)


def some_extension(query: ExtensionQuery) -> frozenset[Atom] | None:
    """Some extension (task SE), or None where the semantics has none.

    >>> from argmap.reasoning.framework import Framework
    >>> odd = Framework(1, (0,), (), ((0, 0),))  # an argument that attacks itself
    >>> print(some_extension(ExtensionQuery(odd, "ST", Enumerated)))
    None
    """
    if query.semantics in UNIQUE:
        return query.only
    chosen = [query.grounded]
    for part in query.parts:
        members = _any_of(query, part.framework)
        if members is None:
            return None
        chosen.append(part.outside(members))
    return frozenset[int]().union(*chosen)


def _any_of(query: ExtensionQuery, framework: Framework) -> frozenset[Atom] | None:
    """Some extension of a part, or None.

    Under complete semantics that is the grounded one, which is empty in a part: its atoms are
    those that the grounded extension of the whole leaves open.
    """
    if query.semantics == "CO":
        return frozenset()
    return one_extension(framework, query.rule, query.oracle_of)


def extension_where(
    query: ExtensionQuery, atom: Atom, *, is_derived: bool
) -> frozenset[Atom] | None:
    """An extension from which the atom is derivable (or is not), or None if there is none.

    The extension is a witness: that the atom is credulously accepted (task DC), or that it is not
    skeptically accepted (task DS).

    >>> from argmap.reasoning.framework import Framework
    >>> query = ExtensionQuery(Framework(2, (0, 1), (), ((0, 1), (1, 0))), "PR", Enumerated)
    >>> extension_where(query, 0, is_derived=True), extension_where(query, 0, is_derived=False)
    (frozenset({0}), frozenset({1}))
    """
    sign = 1 if is_derived else -1
    if query.semantics in UNIQUE:
        fits = meets(query.framework, query.only, [sign * (atom + 1)])
        return query.only if fits else None
    is_true, is_dead = query.decided
    if is_true[atom] or is_dead[atom]:
        return some_extension(query) if bool(is_true[atom]) is is_derived else None
    chosen = [query.grounded]
    # The atom's own part comes first: if it has no such extension, the others need no search.
    for part in sorted(query.parts, key=lambda part: atom not in part.atoms):
        if atom in part.atoms:
            members = _in_part(query, part.framework, sign * (part.atoms.index(atom) + 1))
        else:
            members = _any_of(query, part.framework)
        if members is None:
            return None
        chosen.append(part.outside(members))
    return frozenset[int]().union(*chosen)


def _in_part(query: ExtensionQuery, framework: Framework, literal: int) -> frozenset[Atom] | None:
    """An extension of a part of which the literal holds, or None.

    Under a directional semantics the question is put to the upstream part, which is smaller, and
    its extension is then completed to one of the whole part.
    """
    rule, oracle_of = query.rule, query.oracle_of
    is_above = upstream(framework, [abs(literal) - 1])
    if not rule.directional or all(is_above):
        return one_extension(framework, rule, oracle_of, [literal])
    above = restricted(framework, is_above)
    number = above.atoms.index(abs(literal) - 1) + 1
    within = one_extension(above.framework, rule, oracle_of, [number if literal > 0 else -number])
    if within is None:
        return None
    members = above.outside(within)
    fixed = [
        atom + 1 if atom in members else -(atom + 1)
        for atom in framework.assumptions
        if is_above[atom]
    ]
    return one_extension(framework, rule, oracle_of, fixed)


def all_extensions(query: ExtensionQuery) -> Iterator[frozenset[Atom]]:
    """Every extension once (task EE), each computed when it is needed.

    The extensions of each part are kept once they are found; their combinations are not stored.

    >>> from argmap.reasoning.framework import Framework
    >>> two_pairs = Framework(4, (0, 1, 2, 3), (), ((0, 1), (1, 0), (2, 3), (3, 2)))
    >>> query = ExtensionQuery(two_pairs, "ST", Enumerated)
    >>> [sorted(members) for members in all_extensions(query)]
    [[0, 2], [0, 3], [1, 2], [1, 3]]
    """
    if query.semantics in UNIQUE:
        yield query.only
        return
    lists = [_LazyList(query, part) for part in query.parts]
    if not all(of_part.has(0) for of_part in lists):
        return
    # An odometer over the lists: `itertools.product` would compute every list in full first.
    places = [0] * len(lists)
    while True:
        chosen = (of_part.members[place] for of_part, place in zip(lists, places, strict=True))
        yield query.grounded.union(*chosen)
        for turn in reversed(range(len(lists))):
            places[turn] += 1
            if lists[turn].has(places[turn]):
                break
            places[turn] = 0
        else:
            return


def count_extensions(query: ExtensionQuery) -> int:
    """The number of extensions (task CE): the product of the numbers of the parts.

    >>> from argmap.reasoning.framework import Framework
    >>> pairs = tuple((atom ^ 1, atom) for atom in range(80))  # 40 pairs that attack each other
    >>> query = ExtensionQuery(Framework(80, tuple(range(80)), (), pairs), "PR", Enumerated)
    >>> count_extensions(query) == 2**40
    True
    """
    if query.semantics in UNIQUE:
        return 1
    return prod(_number_of(query, part.framework) for part in query.parts)


def _number_of(query: ExtensionQuery, framework: Framework) -> int:
    """The number of extensions of a part; a few are listed, as that is quicker than splitting."""
    coming = extensions(framework, query.rule, query.oracle_of)
    listed = sum(1 for _ in islice(coming, _FEW + 1))
    if listed > _FEW and query.rule.splits:
        return count(framework, query.rule, query.oracle_of)
    return listed + sum(1 for _ in coming)


class _LazyList:
    """The extensions of a part, computed as far as they are needed and then kept."""

    def __init__(self, query: ExtensionQuery, part: Part) -> None:
        self.part = part
        self.coming = extensions(part.framework, query.rule, query.oracle_of)
        self.members: list[frozenset[Atom]] = []

    def has(self, place: int) -> bool:
        """Whether the list has an extension at this place."""
        while len(self.members) <= place:
            following = next(self.coming, None)
            if following is None:
                return False
            self.members.append(self.part.outside(following))
        return True
