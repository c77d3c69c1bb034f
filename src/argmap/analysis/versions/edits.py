"""Maps between an old and a new one: some edits done, the others not."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from argmap.model.argument_map import ArgumentMap
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Collection

    from argmap.model.relation import Relation


class EditKind(StrEnum):
    """The kind of part that an edit changes."""

    RELATION = "relation"
    """It was added, removed or changed."""
    GRANTED = "granted"
    """What the author says of a claim's being granted was changed."""
    RESTATEMENTS = "restatements"
    OBJECTIONS = "objections"


class Edit(NamedTuple):
    """One edit that can change a status; of restatements and objections there is one each."""

    kind: EditKind
    id: str = ""


class Mixer:
    """All edits between two maps with the same ids, and the maps in which some of them are done.

    Claims of either map are in all of them: one that nothing joins to others changes nothing. For
    the same reason relations between added claims alone, or to them, are in all of them.
    """

    def __init__(self, old: ArgumentMap, new: ArgumentMap, changed: Collection[str]) -> None:
        self.old = old
        self.new = new
        self.edits = tuple(self._edits(changed))

    def _edits(self, changed: Collection[str]) -> list[Edit]:
        old, new = self.old, self.new
        touched = set(old.relations.keys() ^ new.relations.keys()) | set(changed)
        edits = [
            Edit(EditKind.RELATION, id_) for id_ in sorted(touched) if not self._is_inside(id_)
        ]
        edits += [
            Edit(EditKind.GRANTED, id_)
            for id_, claim in new.claims.items()
            if id_ in old.claims and claim.granted != old.claims[id_].granted
        ]
        if {**old.classes} != {**new.classes}:
            edits.append(Edit(EditKind.RESTATEMENTS))
        if old.objections is not new.objections:
            edits.append(Edit(EditKind.OBJECTIONS))
        return edits

    def _is_inside(self, id_: str) -> bool:
        """Whether a relation comes or goes with what it is directed at."""
        old, new = self.old, self.new
        if id_ in new.relations and id_ not in old.relations:
            target = new.relations[id_].target
            return target not in old.claims and target not in old.relations
        if id_ in old.relations and id_ not in new.relations:
            target = old.relations[id_].target
            return target not in new.claims and target not in new.relations
        return False

    def mixed(self, done: Collection[Edit]) -> ArgumentMap:
        """The old map with these edits done."""
        old, new = self.old, self.new
        claims = {
            id_: new.claims[id_]
            if id_ not in old.claims
            else replace(claim, granted=new.claims[id_].granted)
            if Edit(EditKind.GRANTED, id_) in done
            else claim
            for id_, claim in {**new.claims, **old.claims}.items()
        }
        restated = Edit(EditKind.RESTATEMENTS) in done
        classes = {**old.classes} if not restated else {**new.classes}
        other = new.classes if not restated else old.classes
        for id_, members in other.items():
            if not classes.keys() & set(members) and self._are_of_one_map(members):
                classes[id_] = members
                classes.update(dict.fromkeys(members, members))
        return ArgumentMap(
            claims,
            self._relations(done),
            {**old.sources, **new.sources},
            classes,
            objections=(new if Edit(EditKind.OBJECTIONS) in done else old).objections,
        )

    def _are_of_one_map(self, members: Collection[str]) -> bool:
        """Whether none of these claims is in both maps."""
        return not any(
            member in self.old.claims and member in self.new.claims for member in members
        )

    def _relations(self, done: Collection[Edit]) -> dict[str, Relation]:
        """The relations that are there, none of them directed at one that is not."""
        relations: dict[str, Relation] = {}
        targets: dict[str, list[Relation]] = {}
        waiting: list[Relation] = []
        for id_ in {**self.old.relations, **self.new.relations}:
            relation = self._version(id_, is_done=Edit(EditKind.RELATION, id_) in done)
            if relation is None:
                continue
            if relation.kind is Kind.UNDERCUTS:
                targets.setdefault(relation.target, []).append(relation)
            else:
                waiting.append(relation)
        for relation in waiting:  # grows while it is read
            relations[relation.id] = relation
            waiting += targets.pop(relation.id, ())
        return relations

    def _version(self, id_: str, *, is_done: bool) -> Relation | None:
        """The relation as it is with or without the edit of it; None where it is not there."""
        old, new = self.old.relations.get(id_), self.new.relations.get(id_)
        if old is not None and new is not None:
            return new if is_done else old
        if self._is_inside(id_):
            return old or new
        return new if is_done else old
