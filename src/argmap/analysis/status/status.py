"""What stands, is contested, open, or falls, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.analysis.status.labelling import Label
from argmap.analysis.status.semantics import labels_under
from argmap.errors import UsageError
from argmap.graph.supports import supports_of
from argmap.model.relation import Force, Kind
from argmap.model.stance import NO_STANCE, Stance
from argmap.reasoning.horn import derivable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.analysis.status.semantics import Labels
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation


class Word(StrEnum):
    """A label in words that a reader understands."""

    STANDS = "stands"
    CONTESTED = "contested"
    OPEN = "open"
    FALLS = "falls"


FATES: Mapping[Label, str] = MappingProxyType(
    {Label.IN: "goes through", Label.UNDEC: "undecided", Label.OUT: "does not go through"}
)
"""The label of a relation in words that a reader understands."""


@dataclass(frozen=True, slots=True)
class ClaimStatus:
    """The status of one claim; `reason` has three words at most.

    `contested` says that an attack that is in or undec bears on the claim, `granted` that its
    class is put forward without needing support, `credulous` that it is in under some extension.
    """

    label: Label
    word: Word
    reason: str
    contested: bool
    granted: bool
    credulous: bool


@dataclass(frozen=True, slots=True)
class StatusFinding:
    """The status of every claim and relation of a map, under one reading of it.

    `extensions` is how many distinct sets of claims are `in` (None: too many to count); where there
    are none, nothing has a status.
    """

    semantics: str
    objections: Force
    stance: Stance
    claims: Mapping[str, ClaimStatus]
    relations: Mapping[str, Label]
    extensions: int | None


def status(
    argument_map: ArgumentMap,
    *,
    semantics: str = "grounded",
    stance: Stance = NO_STANCE,
    objections: Force | None = None,
) -> StatusFinding:
    """The status of every claim under a reading of the map.

    `objections` replaces the map's force for attacks that name none. Under either force the same
    claims are in; force decides what an unanswered objection leaves out or undecided. Of several
    extensions the labels are those that all of them give.

    Cost: grounded is linear where supports have no circles; the others may be exponential in what
    hangs together and is not decided by it.

    Raises:
        UsageError: the stance rejects and accepts the same claim, or names an unknown one; or the
            semantics is not known, or not for such a map.

    >>> from argmap.diagnostics import Location
    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> here = Location("doc", 1, 1)
    >>> claims = {id_: Claim(id_, id_, here) for id_ in ("shops-lose", "short-term")}
    >>> finding = status(ArgumentMap(claims))
    >>> finding.claims["shops-lose"].word.value, finding.claims["shops-lose"].reason
    ('stands', 'granted')
    """
    refuse_impossible(argument_map, stance)
    force = argument_map.objections if objections is None else Force(objections)
    return status_of(labels_under(argument_map, stance, force, semantics))


def status_of(labelling: Labels) -> StatusFinding:
    """The labels in words."""
    argument_map, words = labelling.map, _Words(labelling)
    first = {id_: argument_map.class_of(id_)[0] for id_ in labelling.claims}
    found = {id_: words.status_of(id_) for id_ in dict.fromkeys(first.values())}
    return StatusFinding(
        semantics=labelling.semantics,
        objections=labelling.force,
        stance=labelling.stance,
        claims=MappingProxyType({id_: found[one] for id_, one in first.items()}),
        relations=MappingProxyType(dict(labelling.relations)),
        extensions=labelling.extensions,
    )


def refuse_impossible(argument_map: ArgumentMap, stance: Stance) -> None:
    """Refuse a stance that names what the map does not hold, or says both of one class.

    Raises:
        UsageError: as said.
    """
    for id_ in sorted(stance.reject | stance.accept):
        if id_ not in argument_map.claims:
            raise UsageError(f"there is no claim `{id_}`")
    both = {one for id_ in stance.reject for one in argument_map.class_of(id_)} & stance.accept
    if both:
        raise UsageError(f"the claim `{min(both)}` cannot be both rejected and accepted")


class _Words:
    """Labels in words, with the reason."""

    def __init__(self, labelling: Labels) -> None:
        self.map = labelling.map
        self.credulous = labelling.credulous
        self.claims = labelling.claims
        self.relations = labelling.relations
        self.refuted, self.blocked = labelling.refuted, labelling.blocked
        self.rejected = self.class_members(labelling.stance.reject)
        self.accepted = self.class_members(labelling.stance.accept)

    @cached_property
    def carried(self) -> frozenset[str]:
        """The classes that have a derivation when attacks and stances are left out.

        Only what falls asks for it, and it takes a derivation of its own.
        """
        supports = supports_of(self.map)
        found = derivable(supports.horn, supports.grants)
        return frozenset(id_ for id_ in supports.claims if found[supports.atom[id_]])

    def class_members(self, ids: Iterable[str]) -> set[str]:
        return {member for id_ in ids for member in self.map.class_of(id_)}

    def bearing_on(self, id_: str, kind: Kind) -> list[Relation]:
        """The relations of this kind to the claim's class."""
        return [
            relation
            for member in self.map.class_of(id_)
            for relation in self.map.relations_to(member)
            if relation.kind is kind
        ]

    def status_of(self, id_: str) -> ClaimStatus:
        """The status of the claim's class."""
        label = self.claims[id_]
        attacks = [self.relations[one.id] for one in self.bearing_on(id_, Kind.ATTACKS)]
        granted = self.map.is_granted(id_)
        contested = any(one is not Label.OUT for one in attacks)
        if label is Label.IN:
            word, reason = Word.STANDS, self.why_in(id_, attacks, granted=granted)
        elif label is Label.OUT:
            word, reason = Word.FALLS, self.why_out(id_)
        elif Label.IN in attacks:
            word, reason = Word.CONTESTED, "unanswered objection"
        else:
            word, reason = Word.OPEN, self.why_open(id_, granted=granted)
        return ClaimStatus(label, word, reason, contested, granted, id_ in self.credulous)

    def why_in(self, id_: str, attacks: list[Label], *, granted: bool) -> str:
        if id_ in self.accepted:
            return "accepted"
        if any(one is not Label.OUT for one in attacks):
            return "disputed"
        if attacks:
            return "answered"
        return "granted" if granted else "supported"

    def why_open(self, id_: str, *, granted: bool) -> str:
        """`conflict` where something would carry the claim but for what attacks it."""
        ready = granted or any(
            self.relations[one.id] is not Label.OUT
            and all(self.claims[premise] is Label.IN for premise in one.premises)
            for one in self.bearing_on(id_, Kind.SUPPORTS)
        )
        return "conflict" if ready else "premise unsettled"

    def why_out(self, id_: str) -> str:
        """The reason that comes first where several fit."""
        first = self.map.class_of(id_)[0]
        if id_ in self.rejected:
            return "rejected"
        if first in self.refuted:
            return "refuted"
        if first not in self.carried:
            return "not carried"
        if any(one.id in self.blocked for one in self.bearing_on(id_, Kind.SUPPORTS)):
            return "step blocked"
        return "premise gone"
