"""Relations as authors write them, turned into the relations of the model."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from argmap.diagnostics import Diagnostic
from argmap.model.relation import Kind, Relation
from argmap.reading.drawing import drawn_by
from argmap.reading.written import WrittenRelation, written_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from argmap.diagnostics import Location
    from argmap.model.claim import Claim
    from argmap.reading.declared_ids import Names
    from argmap.reading.places import PlacedFile


class Sound(NamedTuple):
    """A relation as written whose references all lead somewhere, and its file."""

    file: PlacedFile
    part: WrittenRelation | Relation

    @property
    def relation(self) -> Relation:
        """The relation itself."""
        return self.part.relation if isinstance(self.part, WrittenRelation) else self.part


class Gathered:
    """The relations of all files as written; a relation that is written twice is kept once."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.written: dict[str, Sound] = {}
        self.diagnostics: list[Diagnostic] = []

    def gather(self, file: PlacedFile) -> None:
        """Add every relation of a file, with undercuts at any depth."""
        parts = file.written
        self.diagnostics += parts.diagnostics
        waiting: list[WrittenRelation | Relation] = [*parts.at_targets, *self._with_targets(file)]
        for part in waiting:  # grows on the way: no recursion, so no depth is too much
            if isinstance(part, Relation) and self._is_plain(part):
                self._keep(Sound(file, part), part.target)
                continue
            written = written_of(part)
            if self._is_sound(written, file):
                self._keep(Sound(file, part), written.inside)
                waiting += written.undercuts

    def _with_targets(self, file: PlacedFile) -> Iterator[WrittenRelation]:
        """The relations that name their target, if it is there.

        Of one without a target the other references are checked here already.
        """
        for written in (*file.written.at_premises, *file.written.apart):
            relation = written.relation
            key = "target" if written.is_at_premise else str(relation.kind)
            of = "relation" if relation.kind is Kind.UNDERCUTS else "claim"
            if self.names.relate(of, relation.target, file, (*written.loc, key)):
                yield written
            else:
                self._refer(written, file)

    def _refer(self, written: WrittenRelation, file: PlacedFile) -> bool:
        """Whether all references of the entry lead somewhere; each that does not is reported."""
        loc, relation = written.loc, written.relation
        relate = self.names.relate
        known = [
            relate("claim", premise, file, written.premise_loc(index))
            for index, premise in enumerate(written.premises)
        ]
        if relation.scheme is not None:
            known.append(relate("scheme", relation.scheme, file, (*loc, "scheme")))
        if relation.source is not None:
            known.append(relate("source", relation.source, file, (*loc, "source")))
        return all(known)

    def _is_plain(self, relation: Relation) -> bool:
        """Whether the relation names nothing but premises, which all are there: most do so."""
        names_more = (relation.scheme, relation.source, relation.force) != (None, None, None)
        return not names_more and all(map(self.names.is_claim, relation.premises))

    def _is_sound(self, written: WrittenRelation, file: PlacedFile) -> bool:
        """Whether the relation can be kept; what keeps it from that is reported."""
        relation = written.relation
        if relation.force is not None and relation.kind is not Kind.ATTACKS:
            self._complain(
                file.key(*written.loc, "force"),
                "AM209",
                "only an attack on a claim has a force",
                "delete `force`",
            )
        if not self._refer(written, file):
            return False
        id_at = written.id_at
        return id_at is None or self.names.is_first("relation", relation.id, id_at)

    def _keep(self, sound: Sound, inside: str | None) -> None:
        again = sound.relation
        first = self.written.setdefault(again.id, sound).relation
        if first is again:
            return
        for key in ("force", "weight"):
            if getattr(first, key) != getattr(again, key):
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
            inside,
        )

    def _complain(
        self, location: Location, code: str, message: str, hint: str, claim: str | None = None
    ) -> None:
        self.diagnostics.append(Diagnostic(location, code, message, hint, claim))


def _given(relation: Relation, key: str) -> str:
    value = getattr(relation, key)
    return f"with {key} `{value}`" if value is not None else f"without a {key}"


def relations_of(
    kept: Mapping[str, Sound], claims: Mapping[str, Claim], sources: Container[str]
) -> Iterator[Relation]:
    """The relations of the model, without those whose target claim could not be read.

    A source that could not be read is left out.
    """
    for file, part in kept.values():
        written = written_of(part)
        relation = written.relation
        if relation.kind is not Kind.UNDERCUTS and relation.target not in claims:
            continue
        touched = [claims[claim] for claim in _touched(relation, kept) if claim in claims]
        drawn = drawn_by(written, touched, file, claims.get(written.inside or ""))
        source = drawn.source if drawn.source in sources else None
        force = relation.force if relation.kind is Kind.ATTACKS else None
        if (source, drawn.mode, force) == (relation.source, relation.mode, relation.force):
            yield relation
        else:
            yield replace(relation, source=source, mode=drawn.mode, force=force)


def _touched(relation: Relation, kept: Mapping[str, Sound]) -> Iterable[str]:
    """The claims that a relation joins: its premises, and its target.

    Where the target is a relation, the claims that this joins take its place.
    """
    if relation.kind is not Kind.UNDERCUTS:
        return (*relation.premises, relation.target)
    if relation.target not in kept:
        return relation.premises
    step = kept[relation.target].relation
    return (*relation.premises, *step.premises, step.target)
