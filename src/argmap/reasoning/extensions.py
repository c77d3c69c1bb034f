"""Extensions of one framework under each semantics, asked of an oracle.

By the usual definitions on assumptions (Bondarenko, Dung, Kowalski, Toni 1997; Dung 1995; Caminada
et al. 2015 for ranges). Maximal sets are found by enlarging one as long as that goes, and ruled out
by asking for something outside them (Dvorak, Jarvisalo, Wallner, Woltran 2014).
"""

from __future__ import annotations

from argmap.reasoning.framework import Framework
from argmap.reasoning.grounded import grounded_extension
from argmap.reasoning.horn import derivable

TYPE_CHECKING = False  # as checkers know it: `solve` does not wait for typing
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal, TypeAlias

    from argmap.reasoning.horn import Atom
    from argmap.reasoning.solvers.oracle import Base, Found, Oracle, OracleOf

Largest: TypeAlias = 'Literal["", "members", "range"]'


class Semantics:
    """How a semantics chooses: sets of a base, all of them or those largest in some respect.

    `keeps_grounded` says that each of its extensions holds the grounded one, `directional` that
    what is upstream of a question decides it, `splits` that extensions are those of what is
    upstream, each with those of the rest in its light.
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
    """Every extension once, as sets of assumptions, while they are asked for."""
    oracle = oracle_of(framework, semantics.base)
    while (found := oracle.find(())) is not None:
        if semantics.largest == "range":
            yield from _of_one_range(framework, oracle, found)
        elif semantics.largest == "members":
            found = _largest(framework, oracle, found)
            yield found.members
            oracle.add(_members(framework, found.members, is_in=False))
        else:
            yield found.members
            oracle.add(_other_than(framework, found.members))


def one_extension(
    framework: Framework, semantics: Semantics, oracle_of: OracleOf, literals: Sequence[int] = ()
) -> frozenset[Atom] | None:
    """An extension of which all these literals hold, or None.

    Of the largest sets as many are looked at as it takes; other semantics take one question.
    """
    if semantics.largest == "range":
        every = extensions(framework, semantics, oracle_of)
        return next((one for one in every if meets(framework, one, literals)), None)
    is_kept = all(one > 0 for one in literals)  # by whatever holds a set of which they hold
    if semantics.base == "complete" and is_kept:
        # Fewer clauses, and one like it exists exactly if a complete one does.
        found = oracle_of(framework, "admissible").find(literals)
        return None if found is None else _completed(framework, found.members)
    oracle = oracle_of(framework, semantics.base)
    if not semantics.largest:
        found = oracle.find(literals)
        return None if found is None else found.members
    # What is absent from a small set may be in every largest one: the first is taken as it comes.
    found = oracle.find(literals if is_kept else ())
    while found is not None:
        found = _largest(framework, oracle, found)
        if meets(framework, found.members, literals):
            return found.members
        oracle.add(_members(framework, found.members, is_in=False))
        found = oracle.find(literals)
    return None


def meets(framework: Framework, members: frozenset[Atom], literals: Sequence[int]) -> bool:
    """Whether all these literals hold of a set of assumptions."""
    if not literals:
        return True
    held = derivable(framework.horn, members)
    return all(bool(held[abs(one) - 1]) == (one > 0) for one in literals)


def _completed(framework: Framework, members: frozenset[Atom]) -> frozenset[Atom]:
    """The least complete extension that holds an admissible set.

    Growing by what it defends, it becomes the grounded one of the framework in which nothing
    attacks the set. Cost: that of `grounded_atoms`.
    """
    pairs = [pair for pair in framework.contraries if pair[0] not in members]
    return grounded_extension(
        Framework(framework.atoms, framework.assumptions, framework.rules, pairs)
    )


def _largest(framework: Framework, oracle: Oracle, found: Found) -> Found:
    """A set of the oracle's base that holds the found one, and that no other one holds."""
    while outside := _members(framework, found.members, is_in=False):
        more = oracle.find(_members(framework, found.members, is_in=True), outside)
        if more is None:
            break
        found = more
    return found


def _of_one_range(framework: Framework, oracle: Oracle, found: Found) -> Iterator[frozenset[Atom]]:
    """All sets of one largest range that holds the found one's; none of them is found again."""
    while outside := _range(framework, found.reach, is_in=False):
        more = oracle.find(_range(framework, found.reach, is_in=True), outside)
        if more is None:
            break
        found = more
    whole = _range(framework, found.reach, is_in=True)
    one: Found | None = found
    while one is not None:
        yield one.members
        oracle.add(_other_than(framework, one.members))
        one = oracle.find(whole)
    oracle.add(_range(framework, found.reach, is_in=False))


def _members(framework: Framework, members: frozenset[Atom], *, is_in: bool) -> list[int]:
    return [one + 1 for one in framework.assumptions if (one in members) is is_in]


def _range(framework: Framework, reach: frozenset[Atom], *, is_in: bool) -> list[int]:
    first = framework.atoms + 1
    return [first + one for one in framework.assumptions if (one in reach) is is_in]


def _other_than(framework: Framework, members: frozenset[Atom]) -> list[int]:
    return [-(one + 1) if one in members else one + 1 for one in framework.assumptions]
