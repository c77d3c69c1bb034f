"""Relations as authors write them, expanded to the relations of the model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.model.claim import Mode
from argmap.model.relation import Force, Kind, Relation, contradiction_id, derived_id
from argmap.reading.citations import locators_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.model.claim import Claim
    from argmap.reading.names import Names
    from argmap.reading.places import Loc, PlacedFile
    from argmap.reading.shape import EntryShape, RelationShape


@dataclass(frozen=True, slots=True)
class Written:
    """One entry that names only what is there; `id` is the author's or the derived one."""

    id: str
    kind: Kind
    premises: tuple[str, ...]
    target: str
    file: PlacedFile
    loc: Loc
    entry: EntryShape
    position: int | None


class Gathered:
    """The relations of all files as written; one that is written twice is kept once."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.written: dict[str, Written] = {}
        self.diagnostics: list[Diagnostic] = []

    def gather(self, file: PlacedFile) -> None:
        """Take in every entry of a file, undercuts of undercuts included, without recursion."""
        waiting = [*_in_claims(file), *self._in_relations(file)]
        for kind, target, loc, entry, position in waiting:  # grows while it is read
            written = self._checked(file, kind, target, loc, entry, position)
            if written is None:
                continue
            self._keep(written)
            waiting.extend(
                (Kind.UNDERCUTS, written.id, (*loc, "undercut_by", index), one, index)
                for index, one in enumerate(entry.undercut_by)
            )

    def _in_relations(self, file: PlacedFile) -> Iterator[_Entry]:
        for index, entry in enumerate(file.shape.relations):
            loc: Loc = ("relations", index)
            targets = [(kind, getattr(entry, kind)) for kind in Kind if getattr(entry, kind)]
            if len(targets) != 1:
                self._complain_of_targets(file, loc, entry, len(targets))
                continue
            [(kind, target)] = targets
            of = "relation" if kind is Kind.UNDERCUTS else "claim"
            if self.names.refer(of, target, file, (*loc, str(kind))):
                yield kind, target, loc, entry, None

    def _complain_of_targets(
        self, file: PlacedFile, loc: Loc, entry: RelationShape, count: int
    ) -> None:
        if count:
            code, message = "AM209", "a relation has one target"
            hint = "keep one of `supports`, `attacks`, `undercuts`; write the others as own entries"
        else:
            code, message = "AM203", f"the relation from {', '.join(entry.premises)} has no target"
            hint = "add `supports: CLAIM`, `attacks: CLAIM` or `undercuts: RELATION`"
        self.diagnostics.append(Diagnostic(file.at(*loc), code, message, hint))

    def _checked(  # noqa: PLR0913  # the parts of one entry
        self,
        file: PlacedFile,
        kind: Kind,
        target: str,
        loc: Loc,
        entry: EntryShape,
        position: int | None,
    ) -> Written | None:
        premises = tuple(sorted(set(entry.premises)))
        refer = self.names.refer
        known = [
            refer("claim", premise, file, (*loc, "premises", index))
            for index, premise in enumerate(entry.premises)
        ]
        if entry.scheme is not None:
            known.append(refer("scheme", entry.scheme, file, (*loc, "scheme")))
        if entry.source is not None:
            known.append(refer("source", entry.source, file, (*loc, "source")))
        if entry.force is not None and kind is not Kind.ATTACKS:
            self.diagnostics.append(
                Diagnostic(
                    file.key(*loc, "force"),
                    "AM209",
                    "only an attack on a claim has a force",
                    "delete `force`: an undercut blocks its step as long as it stands",
                )
            )
        if not all(known):
            return None
        id_ = entry.id
        if id_ is not None and not self.names.is_declared_at(id_, file.at(*loc, "id")):
            return None
        id_ = id_ or derived_id(premises, kind, target)
        return Written(id_, kind, premises, target, file, loc, entry, position)

    def _keep(self, written: Written) -> None:
        first = self.written.setdefault(written.id, written)
        if first is written:
            return
        place, first_place = written.file.at(*written.loc), first.file.at(*first.loc)
        for key in ("force", "weight"):
            if getattr(first.entry, key) != getattr(written.entry, key):
                self.diagnostics.append(
                    Diagnostic(
                        place,
                        "AM313",
                        f"this relation is written at {first_place} too, with another {key}",
                        "delete one of the two, or give one an `id` if they are two reasons",
                    )
                )
                return
        self.diagnostics.append(
            Diagnostic(
                place,
                "AM401",
                f"this relation is written at {first_place} too; it is kept once",
                "delete one of the two",
            )
        )


_Entry = tuple[Kind, str, tuple[int | str, ...], "EntryShape", int | None]


def _in_claims(file: PlacedFile) -> Iterator[_Entry]:
    for claim, shape in file.shape.claims.items():
        for position, entry in enumerate(shape.supported_by):
            loc: Loc = ("claims", claim, "supported_by", position)
            yield Kind.SUPPORTS, claim, loc, entry, position
        for position, entry in enumerate(shape.attacked_by):
            loc = ("claims", claim, "attacked_by", position)
            yield Kind.ATTACKS, claim, loc, entry, position


def relations_of(
    written: Mapping[str, Written], claims: Mapping[str, Claim]
) -> Iterator[Relation]:
    """The relations of the model; those that touch a claim that could not be read are left out."""
    for one in written.values():
        if one.kind is not Kind.UNDERCUTS and one.target not in claims:
            continue
        entry = one.entry
        sources = {claims[claim].source for claim in _touched(one, written) if claim in claims}
        common = next(iter(sources)) if len(sources) == 1 else None
        mode = entry.mode or (Mode.ASSERTED if len(sources) == 1 else Mode.EDITORIAL)
        yield Relation(
            id=one.id,
            kind=one.kind,
            premises=one.premises,
            target=one.target,
            location=one.file.at(*one.loc),
            position=one.position,
            force=entry.force if one.kind is Kind.ATTACKS else None,
            named=entry.id is not None,
            scheme=entry.scheme,
            presses=entry.presses,
            weight=entry.weight,
            rationale=entry.rationale,
            source=entry.source or common,
            locators=locators_of(entry, one.file, one.loc),
            mode=mode,
            tags=tuple(entry.tags),
            note=entry.note,
        )


def _touched(one: Written, written: Mapping[str, Written]) -> Iterable[str]:
    """The claims that a relation joins: its premises, its target, or the ends of its target."""
    if one.kind is not Kind.UNDERCUTS:
        return (*one.premises, one.target)
    step = written.get(one.target)
    return (*one.premises, *step.premises, step.target) if step is not None else one.premises


class Contradictions:
    """The attacks that `contradicts` stands for: two each, and none twice."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.found: dict[str, Relation] = {}
        self.diagnostics: list[Diagnostic] = []

    def gather(self, file: PlacedFile, claims: Mapping[str, Claim]) -> None:
        """Take in every contradiction of a file."""
        for claim, shape in file.shape.claims.items():
            for index, other in enumerate(shape.contradicts):
                loc: Loc = ("claims", claim, "contradicts", index)
                known = self.names.refer("claim", other, file, loc)
                if not known or claim not in claims or other not in claims:
                    continue
                place = file.at(*loc)
                if contradiction_id(claim, other) in self.found:
                    self.diagnostics.append(
                        Diagnostic(
                            place,
                            "AM401",
                            f"`{claim}` contradicts `{other}` already; it is kept once",
                            "delete one of the two: a contradiction goes both ways",
                        )
                    )
                    continue
                same = claims[claim].source == claims[other].source
                for attacker, target in ((claim, other), (other, claim)):
                    id_ = contradiction_id(attacker, target)
                    self.found[id_] = Relation(
                        id=id_,
                        kind=Kind.ATTACKS,
                        premises=(attacker,),
                        target=target,
                        location=place,
                        force=Force.DEFEAT,
                        contradiction=True,
                        source=claims[claim].source if same else None,
                        mode=Mode.ASSERTED if same else Mode.EDITORIAL,
                    )
