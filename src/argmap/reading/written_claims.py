"""The claims and relations of a file, taken from its shapes as values of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.claim import Claim, Ignore, Mode
from argmap.reading.citations import locators_of, origin_of, own_data
from argmap.reading.written import WrittenClaim, WrittenParts
from argmap.reading.written_relations import RelationsTaken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.reading.claim_shape import ClaimShape
    from argmap.reading.containers import Loc
    from argmap.reading.places import PlacedTree
    from argmap.reading.shape import FileShape


def written_parts(
    shapes: Iterable[FileShape], places: PlacedTree, *, has_flaws: bool
) -> WrittenParts:
    """The claims and relations in the shapes that a file has, each shape a part of the file.

    Of the shapes one at a time is needed. Cost: linear.
    """
    taken = RelationsTaken(places, has_flaws=has_flaws)
    claims: dict[str, WrittenClaim] = {}
    relations = 0
    for shape in shapes:
        for name, claim in shape.claims.items():
            id_ = taken.same(name)
            claims[id_] = _written(id_, claim, places, taken)
            taken.take_from_claim(id_, claim)
        taken.take_apart(relations, shape.relations)
        relations += len(shape.relations)
    return WrittenParts(
        claims,
        tuple(taken.at_targets),
        tuple(taken.at_premises),
        tuple(taken.apart),
        taken.ids,
        tuple(taken.diagnostics),
    )


def _written(
    id_: str, shape: ClaimShape, places: PlacedTree, taken: RelationsTaken
) -> WrittenClaim:
    loc: Loc = ("claims", id_)
    mode = Mode(shape.mode) if shape.mode and not shape.is_draft else None
    claim = Claim(
        id=id_,
        text=" ".join(shape.text.split()),
        location=places.key(*loc),
        label=" ".join(shape.label.split()) if shape.label is not None else None,
        source=shape.source,
        locators=locators_of(shape, places, loc),
        speaker=" ".join(shape.speaker.split()) if shape.speaker is not None else None,
        mode=mode or Mode.ASSERTED,
        granted=None if shape.granted == "pending" else shape.granted,
        pending=shape.granted == "pending",
        credence=shape.credence,
        section=shape.section,
        tags=tuple(shape.tags),
        note=shape.note,
        url=shape.url,
        meta=own_data(shape),
        origin=origin_of(shape),
        ignore=tuple(
            Ignore(ignore.code, ignore.because, places.at(*loc, "ignore", index, "code"))
            for index, ignore in enumerate(shape.ignore)
        ),
    )
    return WrittenClaim(
        claim,
        mode,
        shape.is_draft,
        _is_own(shape),
        shape.has_no_source,
        tuple(shape.restates),
        tuple(taken.opposites(id_, shape.contradicts)),
    )


def _is_own(shape: ClaimShape) -> bool:
    """Whether a claim that names no source does not come from its file's either.

    An editorial claim with a quotation or a place keeps the source, in which these are looked up.
    """
    is_placed = bool(shape.at) or shape.quote is not None
    return shape.has_no_source or (shape.mode is Mode.EDITORIAL and not is_placed)
