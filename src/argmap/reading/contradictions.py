"""Contradictions as authors write them, turned into the two attacks of the model."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.model.relation import contradiction_id
from argmap.reading.drawing import drawn_by

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from argmap.diagnostics import Location
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.reading.declared_ids import Names
    from argmap.reading.places import PlacedFile


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
        for claim, shape in file.written.claims.items():
            for written in shape.contradicts:
                opposite, loc = written.relation, written.loc
                other = opposite.target
                known = self.names.relate("claim", other, file, (*loc, "target"))
                if opposite.source is not None:
                    known &= self.names.refer("source", opposite.source, file, (*loc, "source"))
                if not known or claim not in claims or other not in claims:
                    continue
                if opposite.id in self.relations:
                    self._complain_of_second(claim, other, opposite.location)
                    continue
                drawn = drawn_by(written, (claims[claim], claims[other]), file, claims[claim])
                source = drawn.source if drawn.source in sources else None
                there = replace(opposite, source=source, mode=drawn.mode)
                back = replace(
                    there,
                    id=contradiction_id(other, claim),
                    premises=(other,),
                    target=claim,
                    locators=(),
                )
                self.relations |= {there.id: there, back.id: back}

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
