"""Relations taken from the shapes of a file, as values of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Diagnostic
from argmap.model.claim import Mode
from argmap.model.relation import Force, Kind, Relation, contradiction_id, derived_id
from argmap.reading.citations import locators_of, origin_of, own_data
from argmap.reading.written import WrittenRelation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.diagnostics import Location
    from argmap.reading.claim_shape import (
        ClaimShape,
        EntryShape,
        OppositeShape,
        RelationKeys,
        RelationShape,
        TargetShape,
    )
    from argmap.reading.containers import Loc
    from argmap.reading.places import PlacedTree

_KINDS = tuple(Kind)  # asked for at every claim, and an enumeration is slow to walk over

_BARE = frozenset({"premises", "target", "with_", *_KINDS})
"""The keys of a relation that says no more than what it joins, as most do."""


class RelationsTaken:
    """The relations of a file, taken from its shapes one after the other.

    `has_flaws` says that the file has problems already, of which a relation without a target may be
    an effect. Equal ids are one text, which is kept once.
    """

    def __init__(self, places: PlacedTree, *, has_flaws: bool) -> None:
        self.places = places
        self.has_flaws = has_flaws
        self.at_targets: list[WrittenRelation | Relation] = []
        self.at_premises: list[WrittenRelation] = []
        self.apart: list[WrittenRelation] = []
        self.diagnostics: list[Diagnostic] = []
        self._ids_by_depth: list[list[tuple[str, Location]]] = []
        self._same: dict[str, str] = {}

    @property
    def ids(self) -> tuple[tuple[str, Location], ...]:
        """The ids of relations, the outermost first."""
        return tuple(each for depth in self._ids_by_depth for each in depth)

    def same(self, id_: str) -> str:
        """The id, as the text that is kept for it."""
        return self._same.setdefault(id_, id_)

    def take_from_claim(self, claim: str, shape: ClaimShape) -> None:
        """Take the relations that stand in the entry of a claim."""
        loc: Loc = ("claims", claim)
        for key, kind in (("supported_by", Kind.SUPPORTS), ("attacked_by", Kind.ATTACKS)):
            entries: list[EntryShape] = getattr(shape, key)
            if entries:
                self._enter_ids(entries, (*loc, key))
                self.at_targets += self._at_target((*loc, key), kind, claim, entries)
        for kind in _KINDS:
            targets: list[TargetShape] = getattr(shape, kind)
            self._enter_ids(targets, (*loc, str(kind)))
            for index, target in enumerate(targets):
                self.at_premises.append(self._at_premise((*loc, str(kind), index), kind, target))

    def take_apart(self, first: int, shapes: Iterable[RelationShape]) -> None:
        """Take relations that stand apart from claims, the first of them at this index."""
        for index, shape in enumerate(shapes, first):
            loc: Loc = ("relations", index)
            self._enter_id(shape, loc)
            targets = [(kind, getattr(shape, kind)) for kind in _KINDS if getattr(shape, kind)]
            if len(targets) != 1:
                self._complain_of_targets(loc, shape, len(targets))
                continue
            [(kind, target)] = targets
            premises = tuple(map(self.same, shape.premises))
            relation = self._relation(loc, kind, self.same(target), shape, premises)
            self.apart.append(self._written(loc, relation, shape, premises))

    def opposites(self, claim: str, shapes: Iterable[OppositeShape]) -> Iterator[WrittenRelation]:
        """The contradictions that stand in the entry of a claim, seen from this claim."""
        for index, shape in enumerate(shapes):
            loc: Loc = ("claims", claim, "contradicts", index)
            relation = Relation(
                id=contradiction_id(claim, shape.target),
                kind=Kind.ATTACKS,
                premises=(claim,),
                target=self.same(shape.target),
                force=Force.DEFEAT,
                contradiction=True,
                **self._said_of_all(loc, shape),
            )
            yield WrittenRelation(relation, loc, shape.mode, shape.has_no_source, (claim,))

    def _at_target(
        self, loc: Loc, kind: Kind, target: str, shapes: Iterable[EntryShape]
    ) -> Iterator[WrittenRelation | Relation]:
        """The relations in a list that belongs to a claim, their target."""
        for index, shape in enumerate(shapes):
            premises = tuple(map(self.same, shape.premises))
            at = (*loc, index)
            relation = self._relation(at, kind, target, shape, premises, index)
            is_plain = (
                shape.id is None
                and not shape.undercut_by
                and shape.mode is None
                and not shape.has_no_source
                and relation.premises == premises
            )
            yield relation if is_plain else self._written(at, relation, shape, premises)

    def _undercuts(
        self, loc: Loc, target: str, shapes: list[EntryShape]
    ) -> tuple[WrittenRelation, ...]:
        """The undercuts in the entry of a relation; the depth of a file limits theirs."""
        if not shapes:
            return ()
        undercuts = []
        for index, shape in enumerate(shapes):
            at, premises = (*loc, index), tuple(map(self.same, shape.premises))
            relation = self._relation(at, Kind.UNDERCUTS, target, shape, premises, index)
            undercuts.append(self._written(at, relation, shape, premises))
        return tuple(undercuts)

    def _at_premise(self, loc: Loc, kind: Kind, shape: TargetShape) -> WrittenRelation:
        premises = (str(loc[1]), *map(self.same, shape.with_))
        relation = self._relation(loc, kind, self.same(shape.target), shape, premises)
        return self._written(loc, relation, shape, premises)._replace(is_at_premise=True)

    def _written(
        self, loc: Loc, relation: Relation, shape: RelationKeys, premises: tuple[str, ...]
    ) -> WrittenRelation:
        """A relation with what its entry says beside, undercuts among it."""
        return WrittenRelation(
            relation,
            loc,
            shape.mode,
            shape.has_no_source,
            premises,
            self.places.at(*loc, "id") if shape.id is not None else None,
            self._undercuts((*loc, "undercut_by"), relation.id, shape.undercut_by),
        )

    def _relation(  # noqa: PLR0913, PLR0917  # what its place says, and what it says itself
        self,
        loc: Loc,
        kind: Kind,
        target: str,
        shape: RelationKeys,
        premises: tuple[str, ...],
        position: int | None = None,
    ) -> Relation:
        in_order = tuple(sorted(set(premises))) if len(premises) > 1 else premises
        if shape.model_fields_set <= _BARE:
            id_ = derived_id(in_order, kind, target)
            place = self.places.at(*loc)
            return Relation(id_, kind, in_order, target, place, position, meta=own_data(shape))
        id_ = derived_id(in_order, kind, target) if shape.id is None else self.same(shape.id)
        return Relation(
            id=id_,
            kind=kind,
            premises=in_order,
            target=target,
            position=position,
            force=shape.force,
            named=shape.id is not None,
            scheme=shape.scheme,
            presses=shape.presses,
            weight=shape.weight,
            rationale=shape.rationale,
            **self._said_of_all(loc, shape),
        )

    def _said_of_all(self, loc: Loc, shape: RelationKeys | OppositeShape) -> dict[str, Any]:
        """The fields that any relation may have, a contradiction too."""
        return {
            "location": self.places.at(*loc),
            "source": shape.source,
            "locators": locators_of(shape, self.places, loc),
            "mode": shape.mode or Mode.ASSERTED,
            "tags": tuple(shape.tags),
            "note": shape.note,
            "meta": own_data(shape),
            "origin": origin_of(shape),
        }

    def _enter_ids(self, shapes: Iterable[RelationKeys], loc: Loc, depth: int = 0) -> None:
        for index, shape in enumerate(shapes):
            if shape.id is not None or shape.undercut_by:
                self._enter_id(shape, (*loc, index), depth)

    def _enter_id(self, shape: RelationKeys, loc: Loc, depth: int = 0) -> None:
        if shape.id is not None:
            while len(self._ids_by_depth) <= depth:
                self._ids_by_depth.append([])
            self._ids_by_depth[depth].append((self.same(shape.id), self.places.at(*loc, "id")))
        if shape.undercut_by:
            self._enter_ids(shape.undercut_by, (*loc, "undercut_by"), depth + 1)

    def _complain_of_targets(self, loc: Loc, shape: RelationShape, count: int) -> None:
        if count:
            code, message = "AM209", "a relation has one target"
            hint = "keep one of `supports`, `attacks`, `undercuts`; write the others as own entries"
        elif self.has_flaws:  # its key may be the mistyped one that is reported already
            return
        else:
            premises = ", ".join(f"`{premise}`" for premise in shape.premises)
            code, message = "AM203", f"the relation from {premises} has no target"
            hint = "add `supports: CLAIM`, `attacks: CLAIM` or `undercuts: RELATION`"
        self.diagnostics.append(Diagnostic(self.places.at(*loc), code, message, hint))
