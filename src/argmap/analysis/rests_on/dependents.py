"""What rests on a claim: what falls with it, what is weakened, what is untouched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, row
from argmap.reasoning.horn import Horn, above, derivable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.analysis.reading_of_map import Reading
    from argmap.graph.supports import Supports


@dataclass(frozen=True, slots=True, repr=False)
class DependentsFinding(Finding):
    """What becomes of the claims to which a support path leads from a claim when it is struck.

    Attacks and stances are left out. The claim's own class is not listed; of other classes every
    member is. All lists are sorted.
    """

    claim: str
    falls: tuple[str, ...]
    weakened: tuple[str, ...]
    untouched: tuple[str, ...]

    def rows(self) -> list[dict[str, Any]]:
        """One row a claim that rests on this one, and what becomes of it."""
        effects = {"falls": self.falls, "weakened": self.weakened, "untouched": self.untouched}
        return [row(claim=id_, effect=effect) for effect, ids in effects.items() for id_ in ids]

    def _summary(self) -> str:
        parts = f"{len(self.falls)} fall, {len(self.weakened)} weakened"
        return f"{self.claim}, with it {parts}, {len(self.untouched)} untouched"


def dependents(reading: Reading, claim: str) -> DependentsFinding:
    """What falls with a claim, what only loses a reason, and what does not change.

    A claim falls if it was derivable and no longer is. It is weakened if it still is, but a support
    fired before and no longer does, from which a path of supports leads to it. Cost: linear.

    Raises:
        UsageError: there is no such claim.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> dependents(Reading(THREE_CLAIMS), "quieter").falls
    ('close',)
    """
    argument_map, supports = reading.map, reading.supports
    argument_map.claim_named(claim)
    horn, struck = supports.horn, supports.atom[claim]
    before = derivable(horn, supports.grants)
    after = _derivable_without(supports, struck)
    lost = [
        head
        for head, body in horn.rules
        if all(before[premise] for premise in body) and not all(after[premise] for premise in body)
    ]
    weaker = above(horn, lost)
    falls, weakened, untouched = [], [], []
    for atom, is_reached in enumerate(above(horn, [struck])):
        if not is_reached or atom == struck:
            continue
        if before[atom] and not after[atom]:
            falls.append(atom)
        elif after[atom] and weaker[atom]:
            weakened.append(atom)
        else:
            untouched.append(atom)

    def members(atoms: Iterable[int]) -> tuple[str, ...]:
        classes = (argument_map.class_of(supports.claims[atom]) for atom in atoms)
        return tuple(sorted(member for class_ in classes for member in class_))

    return DependentsFinding(claim, members(falls), members(weakened), members(untouched))


def _derivable_without(supports: Supports, struck: int) -> bytearray:
    """What is derivable when an atom has neither a grant nor supports."""
    horn = supports.horn
    kept = Horn(horn.atoms, [rule for rule in horn.rules if rule[0] != struck])
    return derivable(kept, [grant for grant in supports.grants if grant != struck])
