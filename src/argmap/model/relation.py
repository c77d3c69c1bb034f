"""Relations between claims: supports, attacks and undercuts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.model.claim import Mode

if TYPE_CHECKING:
    from argmap.diagnostics import Location
    from argmap.model.source import Locator


class Kind(StrEnum):
    """The kind of a relation; an undercut is an attack whose target is a relation."""

    SUPPORTS = "supports"
    ATTACKS = "attacks"
    UNDERCUTS = "undercuts"

    @property
    def polarity(self) -> str:
        """`support` or `attack`."""
        return "support" if self is Kind.SUPPORTS else "attack"


class Force(StrEnum):
    """The strength in which an attack on a claim is meant."""

    CONTEST = "contest"
    """A reason against the claim."""
    DEFEAT = "defeat"
    """A refutation of the claim."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One or more premises that together support, attack or undercut a target.

    `position` is the place in the list of the target's own entry, None for a relation written under
    `relations:`. `force` is the author's own; None takes the force of the map. `presses` is the
    critical question of a scheme that the relation puts.
    """

    id: str
    kind: Kind
    premises: tuple[str, ...]
    target: str
    location: Location
    position: int | None = None
    force: Force | None = None
    named: bool = False
    contradiction: bool = False
    scheme: str | None = None
    presses: str | None = None
    weight: float | None = None
    rationale: str | None = None
    source: str | None = None
    locators: tuple[Locator, ...] = ()
    mode: Mode = Mode.ASSERTED
    tags: tuple[str, ...] = ()
    note: str | None = None

    @property
    def is_linked(self) -> bool:
        """Whether the step needs several premises together."""
        return len(self.premises) > 1


def derived_id(premises: tuple[str, ...], kind: Kind, target: str) -> str:
    """The id of a relation to which its author gave none: premises, kind and target.

    >>> derived_id(("b", "a"), Kind.SUPPORTS, "c")
    'a+b~supports~c'
    """
    return f"{'+'.join(sorted(premises))}~{kind}~{target}"


def contradiction_id(attacker: str, target: str) -> str:
    """The id of one of the two attacks of a contradiction.

    >>> contradiction_id("a", "b")
    'a~contradicts~b'
    """
    return f"{attacker}~contradicts~{target}"
