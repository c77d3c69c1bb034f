"""The claims that rest on a claim: those that fall with it, are weakened, or are untouched."""

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
    """The effect of striking a claim on the claims to which a path of supports leads from it.

    Attacks and stances are left out of account. The claim and its restatements are not listed; of
    the other claims every restatement is. All lists are sorted.
    """

    claim: str
    falls: tuple[str, ...]
    weakened: tuple[str, ...]
    untouched: tuple[str, ...]

    def rows(self) -> list[dict[str, Any]]:
        """One row for each claim that rests on this one, with the effect on it."""
        effects = {"falls": self.falls, "weakened": self.weakened, "untouched": self.untouched}
        return [row(claim=id_, effect=effect) for effect, ids in effects.items() for id_ in ids]

    def _summary(self) -> str:
        parts = f"{len(self.falls)} fall, {len(self.weakened)} weakened"
        return f"{self.claim}, with it {parts}, {len(self.untouched)} untouched"


def dependents(reading: Reading, claim: str) -> DependentsFinding:
    """The claims that fall with a claim, those that only lose a reason, and those that stay.

    A claim falls if it was derivable and no longer is. It is weakened if it still is derivable, but
    a path of supports leads to it from a support whose premises were all derivable and no longer
    are. Cost: linear.

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
    """A mark for every atom: 1 if it is derivable when `struck` has neither grant nor supports."""
    horn = supports.horn
    kept = Horn(horn.atoms, [rule for rule in horn.rules if rule[0] != struck])
    return derivable(kept, [grant for grant in supports.grants if grant != struck])
