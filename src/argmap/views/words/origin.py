"""The words for the origin of a claim: its source, its place there, and its speaker."""

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


def voice_of(claim: Claim) -> str:
    """The voice in which a claim is made, in sentences: its speaker, and its mode in the source."""
    mode = _MODES.get(claim.mode)
    if claim.speaker is None:
        return mode or ("Said by the source in its own voice." if claim.source else "")
    if claim.mode is Mode.REPORTED:
        return f"Held by {claim.speaker}, as the source reports it."
    return f"Said by {claim.speaker}." + (f" {mode}" if mode else "")


def origin_of(argument_map: ArgumentMap, claim: Claim) -> str:
    """The quotation, source, place, mode and speaker of a claim on one line, as far as given."""
    source = argument_map.sources.get(claim.source or "")
    quotes = [f"“{locator.quote}”" for locator in claim.locators if locator.quote is not None]
    places = [locator.place for locator in claim.locators if locator.place]
    parts = [*quotes, *([source.id, *places] if source is not None else places)]
    if claim.mode != "asserted" or claim.speaker is not None:
        parts.append(f"{claim.mode}{f' of {claim.speaker}' if claim.speaker else ''}")
    return ", ".join(parts)
