"""Maps between an old and a new version: some of the edits are done, the others are not."""

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
    """The kind of thing that an edit changes."""

    RELATION = "relation"
    """A relation was added, removed or changed."""
    GRANTED = "granted"
    """The field `granted` of a claim was changed."""
    RESTATEMENTS = "restatements"
    """The claims that restate each other were changed."""
    OBJECTIONS = "objections"
    """The force of attacks that name none was changed."""


class Edit(NamedTuple):
    """One edit that can change a status; all edits of restatements count as one.

    `id` is the relation or claim that is edited; edits of the other kinds have none.
    """

    kind: EditKind
    id: str = ""


class Mixer:
    """The edits between two maps with the same ids, and the maps in which some of them are done.

    Every mixed map has the claims of both maps, since an isolated claim changes no status. For the
    same reason it has all relations whose target is only in the map that the relation is from:
    they come and go with their target, and are no edits of their own.

    >>> from dataclasses import replace
    >>> from argmap.model.example import THREE_CLAIMS
    >>> new = replace(THREE_CLAIMS, relations={"for": THREE_CLAIMS.relations["for"]})
    >>> mixer = Mixer(THREE_CLAIMS, new, ())
    >>> [(edit.kind.value, edit.id) for edit in mixer.edits]
    [('relation', 'against')]
    >>> list(mixer.mixed(mixer.edits).relations)
    ['for']
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
            if id_ in old.claims and claim.grant != old.claims[id_].grant
        ]
        if {**old.classes} != {**new.classes}:
            edits.append(Edit(EditKind.RESTATEMENTS))
        if old.objections is not new.objections:
            edits.append(Edit(EditKind.OBJECTIONS))
        return edits

    def _is_inside(self, id_: str) -> bool:
        """Whether a relation comes or goes with its target, so that it is no edit of its own."""
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
            else replace(claim, granted=new.claims[id_].granted, pending=new.claims[id_].pending)
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
        """The relations of the mixed map; an undercut is left out if its target is."""
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
        for relation in waiting:  # grows while it is read: undercuts follow their target
            relations[relation.id] = relation
            waiting += targets.pop(relation.id, ())
        return relations

    def _version(self, id_: str, *, is_done: bool) -> Relation | None:
        """The relation with or without the edit of it; None if the map then lacks it."""
        old, new = self.old.relations.get(id_), self.new.relations.get(id_)
        if old is not None and new is not None:
            return new if is_done else old
        if self._is_inside(id_):
            return old or new
        return new if is_done else old
