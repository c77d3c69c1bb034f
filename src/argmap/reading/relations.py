"""Relations as authors write them, turned into the relations of the model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from argmap.diagnostics import Diagnostic
from argmap.model.relation import Kind, Relation, derived_id
from argmap.reading.citations import locators_of, origin_of
from argmap.reading.drawing import drawn_by

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from argmap.diagnostics import Location
    from argmap.model.claim import Claim
    from argmap.reading.claim_shape import EntryShape, RelationShape, TargetShape
    from argmap.reading.declared_ids import Names
    from argmap.reading.places import Loc, PlacedFile


_KINDS = tuple(Kind)  # asked for at every claim, and an enumeration is slow to walk over


class Entry(NamedTuple):
    """A relation as written: its shape, its place, its target, and the premises with their places.

    Target and premises follow from the place: a relation stands in the entry of its target, in that
    of its premise, or apart from both.
    """

    file: PlacedFile
    loc: Loc
    kind: Kind
    target: str
    shape: EntryShape | TargetShape
    position: int | None
    premises: tuple[tuple[str, Loc], ...]

    @property
    def location(self) -> Location:
        """The line and column of the entry."""
        return self.file.at(*self.loc)


@dataclass(frozen=True, slots=True)
class Written:
    """An entry whose references all lead somewhere, with its id: the author's, or one derived."""

    id: str
    premises: tuple[str, ...]
    entry: Entry


class Gathered:
    """The relations of all files as written; a relation that is written twice is kept once."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.written: dict[str, Written] = {}
        self.diagnostics: list[Diagnostic] = []

    def gather(self, file: PlacedFile) -> None:
        """Add every entry of a file, with undercuts at any depth."""
        waiting = [*_in_claims(file), *self._at_premises(file), *self._in_relations(file)]
        for entry in waiting:  # grows on the way: no recursion, so no depth is too much
            written = self._checked(entry)
            if written is None:
                continue
            self._keep(written)
            loc: Loc = (*entry.loc, "undercut_by")
            waiting += _at_target(file, loc, Kind.UNDERCUTS, written.id, entry.shape.undercut_by)

    def _in_relations(self, file: PlacedFile) -> Iterator[Entry]:
        for index, shape in enumerate(file.shape.relations):
            loc: Loc = ("relations", index)
            targets = [(kind, getattr(shape, kind)) for kind in _KINDS if getattr(shape, kind)]
            if len(targets) != 1:
                self._complain_of_targets(file, loc, shape, len(targets))
                continue
            [(kind, target)] = targets
            entry = Entry(file, loc, kind, target, shape, None, _premises(shape, loc))
            yield from self._with_target(entry, (*loc, str(kind)))

    def _at_premises(self, file: PlacedFile) -> Iterator[Entry]:
        """The relations that stand in the entry of their premise."""
        for claim, at_premise in file.shape.claims.items():
            for kind in _KINDS:
                for index, shape in enumerate(getattr(at_premise, kind)):
                    loc: Loc = ("claims", claim, str(kind), index)
                    with_ = enumerate(shape.with_)
                    others = ((name, (*loc, "with", place)) for place, name in with_)
                    premises = ((claim, ("claims", claim)), *others)
                    entry = Entry(file, loc, kind, shape.target, shape, None, premises)
                    yield from self._with_target(entry, (*loc, "target"))

    def _with_target(self, entry: Entry, loc: Loc) -> Iterator[Entry]:
        """The entry if there is its target; else its other references are checked here already."""
        of = "relation" if entry.kind is Kind.UNDERCUTS else "claim"
        if self.names.relate(of, entry.target, entry.file, loc):
            yield entry
        else:
            self._refer(entry)

    def _complain_of_targets(
        self, file: PlacedFile, loc: Loc, entry: RelationShape, count: int
    ) -> None:
        if count:
            code, message = "AM209", "a relation has one target"
            hint = "keep one of `supports`, `attacks`, `undercuts`; write the others as own entries"
        elif file.has_flaws:  # its key may be the mistyped one that is reported already
            return
        else:
            premises = ", ".join(f"`{premise}`" for premise in entry.premises)
            code, message = "AM203", f"the relation from {premises} has no target"
            hint = "add `supports: CLAIM`, `attacks: CLAIM` or `undercuts: RELATION`"
        self._complain(file.at(*loc), code, message, hint)

    def _refer(self, entry: Entry) -> bool:
        """Whether all references of the entry lead somewhere; each that does not is reported."""
        file, loc, shape = entry.file, entry.loc, entry.shape
        refer = self.names.relate
        known = [refer("claim", premise, file, at) for premise, at in entry.premises]
        if shape.scheme is not None:
            known.append(refer("scheme", shape.scheme, file, (*loc, "scheme")))
        if shape.source is not None:
            known.append(refer("source", shape.source, file, (*loc, "source")))
        return all(known)

    def _checked(self, entry: Entry) -> Written | None:
        file, loc, shape = entry.file, entry.loc, entry.shape
        if shape.force is not None and entry.kind is not Kind.ATTACKS:
            self._complain(
                file.key(*loc, "force"),
                "AM209",
                "only an attack on a claim has a force",
                "delete `force`",
            )
        if not self._refer(entry):
            return None
        if shape.id is not None and not self.names.is_first(
            "relation", shape.id, file.at(*loc, "id")
        ):
            return None
        premises = tuple(sorted({premise for premise, _ in entry.premises}))
        id_ = shape.id or derived_id(premises, entry.kind, entry.target)
        return Written(id_, premises, entry)

    def _keep(self, written: Written) -> None:
        first = self.written.setdefault(written.id, written).entry
        again = written.entry
        if first is again:
            return
        for key in ("force", "weight"):
            if getattr(first.shape, key) != getattr(again.shape, key):
                self._complain(
                    again.location,
                    "AM313",
                    f"this relation is written at {first.location} too, "
                    f"and there {_given(first, key)}",
                    "delete one of the two, or give one an `id` if they are two reasons",
                )
                return
        self._complain(
            again.location,
            "AM401",
            f"this relation is written at {first.location} too; it is kept once",
            "delete one of the two",
            _inside(again),
        )

    def _complain(
        self, location: Location, code: str, message: str, hint: str, claim: str | None = None
    ) -> None:
        self.diagnostics.append(Diagnostic(location, code, message, hint, claim))


def _given(entry: Entry, key: str) -> str:
    value = getattr(entry.shape, key)
    return f"with {key} `{value}`" if value is not None else f"without a {key}"


def _in_claims(file: PlacedFile) -> Iterator[Entry]:
    for claim, shape in file.shape.claims.items():
        loc: Loc = ("claims", claim)
        yield from _at_target(
            file, (*loc, "supported_by"), Kind.SUPPORTS, claim, shape.supported_by
        )
        yield from _at_target(file, (*loc, "attacked_by"), Kind.ATTACKS, claim, shape.attacked_by)


def _at_target(
    file: PlacedFile, loc: Loc, kind: Kind, target: str, shapes: Iterable[EntryShape]
) -> Iterator[Entry]:
    """The relations in a list that belongs to their target."""
    for index, shape in enumerate(shapes):
        at = (*loc, index)
        yield Entry(file, at, kind, target, shape, index, _premises(shape, at))


def _premises(shape: EntryShape, loc: Loc) -> tuple[tuple[str, Loc], ...]:
    return tuple(
        (premise, (*loc, "premises", index)) for index, premise in enumerate(shape.premises)
    )


def relations_of(
    written: Mapping[str, Written], claims: Mapping[str, Claim], sources: Container[str]
) -> Iterator[Relation]:
    """The relations of the model, without those whose target claim could not be read.

    A source that could not be read is left out.
    """
    for relation in written.values():
        entry, shape = relation.entry, relation.entry.shape
        if entry.kind is not Kind.UNDERCUTS and entry.target not in claims:
            continue
        touched = [claims[claim] for claim in _touched(relation, written) if claim in claims]
        drawn = drawn_by(shape, touched, entry.file, claims.get(_inside(entry) or ""))
        yield Relation(
            id=relation.id,
            kind=entry.kind,
            premises=relation.premises,
            target=entry.target,
            location=entry.location,
            position=entry.position,
            force=shape.force if entry.kind is Kind.ATTACKS else None,
            named=shape.id is not None,
            scheme=shape.scheme,
            presses=shape.presses,
            weight=shape.weight,
            rationale=shape.rationale,
            source=drawn.source if drawn.source in sources else None,
            locators=locators_of(shape, entry.file, entry.loc),
            mode=drawn.mode,
            tags=tuple(shape.tags),
            note=shape.note,
            meta=shape.meta,
            origin=origin_of(shape),
        )


def _inside(entry: Entry) -> str | None:
    """The claim in whose entry a relation stands, if it stands in one."""
    return str(entry.loc[1]) if entry.loc[0] == "claims" else None


def _touched(relation: Written, written: Mapping[str, Written]) -> Iterable[str]:
    """The claims that a relation joins: its premises, and its target.

    Where the target is a relation, the claims that this joins take its place.
    """
    target = relation.entry.target
    if relation.entry.kind is not Kind.UNDERCUTS:
        return (*relation.premises, target)
    step = written.get(target)
    return (
        (*relation.premises, *step.premises, step.entry.target)
        if step is not None
        else relation.premises
    )
