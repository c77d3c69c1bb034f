"""Extensions of one framework under each semantics that may have several, found by an oracle.

By the usual definitions on assumptions (Bondarenko, Dung, Kowalski, Toni 1997; Dung 1995; Caminada
et al. 2015 for ranges). A maximal set is found by enlarging a solution until the oracle finds no
larger one, and is then excluded by a clause that demands something outside it (Dvorak, Jarvisalo,
Wallner, Woltran 2014).
"""

from __future__ import annotations

from argmap.reasoning.framework import Framework
from argmap.reasoning.grounded import grounded_extension
from argmap.reasoning.horn import derivable

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal, TypeAlias

    from argmap.reasoning.horn import Atom
    from argmap.reasoning.solvers.oracle import Base, Oracle, OracleOf, Solution

Largest: TypeAlias = 'Literal["", "members", "range"]'


class Semantics:
    """The rule by which a semantics selects extensions: all sets of a base, or its maximal ones.

    `largest` names the respect in which a set must be maximal: its members, its range, or none.
    `keeps_grounded`: each extension contains the grounded one. `directional`: the atoms upstream
    of a question decide it. `splits`: each extension is an extension of the upstream part, joined
    with one of the rest as that part leaves it.
    """

    __slots__ = ("base", "directional", "keeps_grounded", "largest", "splits")

    def __init__(
        self, base: Base, largest: Largest, *, keeps_grounded: bool, directional: bool, splits: bool
    ) -> None:
        self.base = base
        self.largest = largest
        self.keeps_grounded = keeps_grounded
        self.directional = directional
        self.splits = splits


SEMANTICS = {
    "CO": Semantics("complete", "", keeps_grounded=True, directional=True, splits=True),
    "PR": Semantics("admissible", "members", keeps_grounded=True, directional=True, splits=True),
    "ST": Semantics("stable", "", keeps_grounded=True, directional=False, splits=True),
    "SST": Semantics("complete", "range", keeps_grounded=True, directional=False, splits=False),
    "STG": Semantics(
        "conflict-free", "range", keeps_grounded=False, directional=False, splits=False
    ),
}


def extensions(
    framework: Framework, semantics: Semantics, oracle_of: OracleOf
) -> Iterator[frozenset[Atom]]:
    """Every extension once, as a set of assumptions; the next is searched for when it is needed.

    Two arguments that attack each other are two positions:

    >>> from argmap.reasoning.solvers.oracle import Enumerated
    >>> mutual = Framework(2, (0, 1), (), ((0, 1), (1, 0)))
    >>> [sorted(members) for members in extensions(mutual, SEMANTICS["PR"], Enumerated)]
    [[0], [1]]
    """
    oracle = oracle_of(framework, semantics.base)
    while (solution := oracle.find(())) is not None:
        if semantics.largest == "range":
            yield from _of_one_range(framework, oracle, solution)
        elif semantics.largest == "members":
            maximal = _largest(framework, oracle, solution)
            yield maximal.members
            oracle.add(_members(framework, maximal.members, is_in=False))
        else:
            yield solution.members
            oracle.add(_other_than(framework, solution.members))


def one_extension(
    framework: Framework, semantics: Semantics, oracle_of: OracleOf, literals: Sequence[int] = ()
) -> frozenset[Atom] | None:
    """An extension of which all these literals hold, or None if there is none.

    Maximal sets are tried one after another until one fits; the other semantics take one question
    to the oracle.

    >>> from argmap.reasoning.solvers.oracle import Enumerated
    >>> mutual = Framework(2, (0, 1), (), ((0, 1), (1, 0)))
    >>> without_0 = [-1]  # literals count from 1, as the solvers' variables do
    >>> one_extension(mutual, SEMANTICS["PR"], Enumerated, without_0)
    frozenset({1})
    """
    if semantics.largest == "range":
        every = extensions(framework, semantics, oracle_of)
        return next((members for members in every if meets(framework, members, literals)), None)
    # Positive literals hold of every superset too, so that enlarging a solution keeps them.
    all_positive = all(literal > 0 for literal in literals)
    if semantics.base == "complete" and all_positive:
        # Admissibility takes fewer clauses, and some admissible set has these literals exactly if
        # some complete one has them.
        solution = oracle_of(framework, "admissible").find(literals)
        return None if solution is None else _completed(framework, solution.members)
    oracle = oracle_of(framework, semantics.base)
    if not semantics.largest:
        solution = oracle.find(literals)
        return None if solution is None else solution.members
    # A negative literal that holds of a small set may fail of every maximal set around it. The
    # first search therefore does without the literals, and each maximal set is tested.
    solution = oracle.find(literals if all_positive else ())
    while solution is not None:
        solution = _largest(framework, oracle, solution)
        if meets(framework, solution.members, literals):
            return solution.members
        oracle.add(_members(framework, solution.members, is_in=False))
        solution = oracle.find(literals)
    return None


def meets(framework: Framework, members: frozenset[Atom], literals: Sequence[int]) -> bool:
    """Whether all these literals hold of a set of assumptions.

    >>> mutual = Framework(2, (0, 1), (), ((0, 1), (1, 0)))
    >>> meets(mutual, frozenset({1}), [-1, 2])  # without atom 0, with atom 1
    True
    """
    if not literals:
        return True
    is_derived = derivable(framework.horn, members)
    return all(bool(is_derived[abs(literal) - 1]) == (literal > 0) for literal in literals)


def _completed(framework: Framework, members: frozenset[Atom]) -> frozenset[Atom]:
    """The least complete extension that contains an admissible set.

    It is the grounded extension of the framework in which nothing attacks the members. Cost: that
    of `grounded_atoms`.
    """
    pairs = [pair for pair in framework.contraries if pair[0] not in members]
    return grounded_extension(
        Framework(framework.atoms, framework.assumptions, framework.rules, pairs)
    )


def _largest(framework: Framework, oracle: Oracle, solution: Solution) -> Solution:
    """A maximal set of the oracle's base that contains the solution."""
    while outside := _members(framework, solution.members, is_in=False):
        larger = oracle.find(_members(framework, solution.members, is_in=True), outside)
        if larger is None:
            break
        solution = larger
    return solution


def _of_one_range(
    framework: Framework, oracle: Oracle, solution: Solution
) -> Iterator[frozenset[Atom]]:
    """All sets of one maximal range that contains the solution's; the oracle then excludes it."""
    while outside := _range(framework, solution.in_range, is_in=False):
        larger = oracle.find(_range(framework, solution.in_range, is_in=True), outside)
        if larger is None:
            break
        solution = larger
    whole = _range(framework, solution.in_range, is_in=True)
    same_range: Solution | None = solution
    while same_range is not None:
        yield same_range.members
        oracle.add(_other_than(framework, same_range.members))
        same_range = oracle.find(whole)
    oracle.add(_range(framework, solution.in_range, is_in=False))


def _members(framework: Framework, members: frozenset[Atom], *, is_in: bool) -> list[int]:
    """The literals of the assumptions that are members, or of those that are not."""
    return [atom + 1 for atom in framework.assumptions if (atom in members) is is_in]


def _range(framework: Framework, in_range: frozenset[Atom], *, is_in: bool) -> list[int]:
    """The range literals of the assumptions that are in the range, or of those that are not."""
    first = framework.atoms + 1
    return [first + atom for atom in framework.assumptions if (atom in in_range) is is_in]


def _other_than(framework: Framework, members: frozenset[Atom]) -> list[int]:
    """A clause that excludes exactly this set of assumptions."""
    return [-(atom + 1) if atom in members else atom + 1 for atom in framework.assumptions]
