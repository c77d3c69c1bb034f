"""The words for where a claim comes from: its source, its place there, and who holds it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.model.claim import Mode

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim

_MODES = MappingProxyType(
    {
        Mode.REPORTED: "The source reports what is held; it does not say so itself.",
        Mode.CONCEDED: "The source raises this in order to answer it.",
        Mode.IMPLICIT: "Needed and unsaid: the mapper's reading of the source.",
        Mode.EDITORIAL: "The mapper's own: no source says this.",
    }
)


def who_says(claim: Claim) -> str:
    """Who holds a claim and how the source has it, in a sentence or two."""
    how = _MODES.get(claim.mode)
    if claim.speaker is None:
        return how or ("Said by the source in its own voice." if claim.source else "")
    if claim.mode is Mode.REPORTED:
        return f"Held by {claim.speaker}, as the source reports it."
    return f"Said by {claim.speaker}." + (f" {how}" if how else "")


def origin_of(argument_map: ArgumentMap, claim: Claim) -> str:
    """Quotation, who holds it, source and locator of a claim on one line, as far as given."""
    source = argument_map.sources.get(claim.source or "")
    quotes = [f"“{one.quote}”" for one in claim.locators if one.quote is not None]
    places = [one.place for one in claim.locators if one.place]
    said = f"{claim.mode}{f' of {claim.speaker}' if claim.speaker else ''}"
    parts = [*quotes, *([source.id, *places] if source is not None else places)]
    if claim.mode != "asserted" or claim.speaker is not None:
        parts.append(said)
    return ", ".join(parts)
