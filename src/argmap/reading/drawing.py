"""The source that draws a relation, and the mode in which it does; else it is the mapper's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.model.claim import Mode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model.claim import Claim
    from argmap.reading.places import PlacedFile
    from argmap.reading.written import WrittenRelation


class Drawn(NamedTuple):
    """The source that draws a relation, if any, and the mode in which it does."""

    source: str | None
    mode: Mode


def drawn_by(
    written: WrittenRelation, joined: Iterable[Claim], file: PlacedFile, inside: Claim | None
) -> Drawn:
    """The source and the mode of a relation that joins these claims.

    A relation comes from the source that its author names, or from the common source of the claims
    that it joins. Between claims of several sources it is the mapper's own, unless it has a source
    or a quotation itself: these say who draws it. `inside` is the claim in whose entry it stands.
    """
    if written.has_no_source:
        return Drawn(None, written.mode or Mode.EDITORIAL)
    sources = {claim.cited_source for claim in joined}
    common = next(iter(sources)) if len(sources) == 1 else None
    source = written.relation.source or common or _quoted_source(written, file, inside)
    is_own = source is None and len(sources) != 1
    return Drawn(source, written.mode or (Mode.EDITORIAL if is_own else Mode.ASSERTED))


def _quoted_source(written: WrittenRelation, file: PlacedFile, inside: Claim | None) -> str | None:
    """The source of the quotation or the place on a relation, if any.

    It is the source of the claim in whose entry the relation stands, or else the file's own.
    """
    if not written.is_placed:
        return None
    if inside is not None:
        return inside.source
    return file.shape.source.id if file.shape.source is not None else None
