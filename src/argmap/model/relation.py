"""Relations between claims: supports, attacks and undercuts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import NOWHERE, Location
from argmap.model.claim import Mode
from argmap.values import made_at_once

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.model.origin import Origin
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
    """The force of an attack on a claim: whether its author means a reason or a refutation."""

    CONTEST = "contest"
    """A reason against the claim."""
    DEFEAT = "defeat"
    """A refutation of the claim."""


@made_at_once
@dataclass(frozen=True, slots=True, repr=False)
class Relation:
    """One or more premises that together support, attack or undercut a target.

    `position` is the place in the list of the target's own entry, None for a relation written under
    `relations:`. `force` is the force given by the author; None takes the force of the map.
    `presses` is the critical question of a scheme that the relation raises. `named` says that the
    author gave the id, `contradiction` that the relation is one direction of a contradiction,
    `meta` is data of the author's own. In Python `Relation.of` is the short way to make a relation.
    """

    id: str
    kind: Kind
    premises: tuple[str, ...]
    target: str
    location: Location = NOWHERE
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
    meta: Mapping[str, Any] = field(default_factory=dict, hash=False)
    origin: Origin | None = None

    @classmethod
    def of(
        cls,
        premises: str | Iterable[str],
        kind: Kind | str,
        target: str,
        id: str = "",  # noqa: A002  # as the field is called
        **fields: Any,  # noqa: ANN401  # the other fields, each of its own type
    ) -> Relation:
        """A relation from its premises, a verb and a target, in the order of a sentence.

        `premises` is a claim or several linked ones, in any order. The default `id` is derived
        from premises, verb and target. `fields` are further fields of a relation.

        Raises:
            ValueError: there is no such kind or force of relation.

        >>> Relation.of(["slow", "rare"], "attacks", "bus")
        <Relation rare+slow~attacks~bus: rare & slow attacks bus>
        """
        kept = tuple(sorted({premises} if isinstance(premises, str) else set(premises)))
        verb = Kind(kind)
        made_id = id or derived_id(kept, verb, target)
        return cls(made_id, verb, kept, target, named=bool(id), **fields)

    def __post_init__(self) -> None:
        # A plain string is equal to its kind or force, but the analysis compares with `is`.
        if type(self.kind) is not Kind:
            object.__setattr__(self, "kind", Kind(self.kind))
        if self.force is not None:
            object.__setattr__(self, "force", Force(self.force))

    def __repr__(self) -> str:
        return f"<Relation {self.id}: {' & '.join(self.premises)} {self.kind} {self.target}>"

    @property
    def is_linked(self) -> bool:
        """Whether the step needs several premises together."""
        return len(self.premises) > 1


def derived_id(premises: tuple[str, ...], kind: Kind, target: str) -> str:
    """The id of a relation without an id of its own, made of premises, kind and target.

    >>> derived_id(("b", "a"), Kind.SUPPORTS, "c")
    'a+b~supports~c'
    """
    return f"{'+'.join(sorted(premises))}~{kind}~{target}"


def contradiction_id(attacker: str, target: str) -> str:
    """The id of an attack that is one direction of a contradiction.

    >>> contradiction_id("a", "b")
    'a~contradicts~b'
    """
    return f"{attacker}~contradicts~{target}"
