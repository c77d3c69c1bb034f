"""Contradictions as authors write them, turned into the two attacks of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.model.relation import Force, Kind, Relation, contradiction_id
from argmap.reading.citations import locators_of, origin_of
from argmap.reading.drawing import drawn_by

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from argmap.diagnostics import Location
    from argmap.model.claim import Claim
    from argmap.reading.declared_ids import Names
    from argmap.reading.places import Loc, PlacedFile


class Contradictions:
    """The attacks behind `contradicts`: two for each pair of claims, however often written."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.relations: dict[str, Relation] = {}
        self.diagnostics: list[Diagnostic] = []

    def gather(
        self, file: PlacedFile, claims: Mapping[str, Claim], sources: Container[str]
    ) -> None:
        """Add every contradiction of a file; a source that could not be read is left out.

        Its quotations stand on the attack from the claim in whose entry it is written, so that each
        is verified and counted once.
        """
        for claim, shape in file.shape.claims.items():
            for index, written in enumerate(shape.contradicts):
                loc: Loc = ("claims", claim, "contradicts", index)
                other = written.target
                known = self.names.relate("claim", other, file, (*loc, "target"))
                if written.source is not None:
                    known &= self.names.refer("source", written.source, file, (*loc, "source"))
                if not known or claim not in claims or other not in claims:
                    continue
                place = file.at(*loc)
                if contradiction_id(claim, other) in self.relations:
                    self._complain_of_second(claim, other, place)
                    continue
                drawn = drawn_by(written, (claims[claim], claims[other]), file, claims[claim])
                for attacker, target in ((claim, other), (other, claim)):
                    id_ = contradiction_id(attacker, target)
                    self.relations[id_] = Relation(
                        id=id_,
                        kind=Kind.ATTACKS,
                        premises=(attacker,),
                        target=target,
                        location=place,
                        force=Force.DEFEAT,
                        contradiction=True,
                        source=drawn.source if drawn.source in sources else None,
                        locators=locators_of(written, file, loc) if attacker == claim else (),
                        mode=drawn.mode,
                        tags=tuple(written.tags),
                        note=written.note,
                        meta=written.meta,
                        origin=origin_of(written),
                    )

    def _complain_of_second(self, claim: str, other: str, place: Location) -> None:
        self.diagnostics.append(
            Diagnostic(
                place,
                "AM401",
                f"`{claim}` contradicts `{other}` already; it is kept once",
                "delete one of the two: a contradiction goes both ways",
                claim,
            )
        )
