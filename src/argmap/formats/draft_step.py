"""Relations of a map in the making."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.model.relation import Force, Kind, Relation, contradiction_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.diagnostics import Location


VERBS: Mapping[str, Kind] = MappingProxyType(
    {Kind.SUPPORTS: Kind.SUPPORTS, Kind.ATTACKS: Kind.ATTACKS, Kind.UNDERCUTS: Kind.ATTACKS}
)
"""The verb of each kind of relation: an undercut is an attack until its target is known."""


class DraftStep(NamedTuple):
    """A relation as its file has it: by the ids of the file, its target a claim or a relation.

    `words` tell it in a list of losses where its reader has made up the ids.
    """

    old: str
    kind: Kind
    premises: tuple[str, ...]
    target: str
    location: Location
    fields: dict[str, Any]
    words: str = ""

    @property
    def shown(self) -> str:
        """The step in a few words, for a list of losses."""
        if self.words:
            return self.words
        name = f"{self.old}: " if self.old else ""
        return f"{name}{' & '.join(self.premises) or 'nothing'} {self.kind} {self.target}"


def half_of_contradiction(attacker: str, target: str, place: Location) -> Relation:
    """The attack in one direction of a contradiction."""
    id_, premises = contradiction_id(attacker, target), (attacker,)
    return Relation(
        id_, Kind.ATTACKS, premises, target, place, force=Force.DEFEAT, contradiction=True
    )
