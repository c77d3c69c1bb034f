"""The picture and the summary of a map in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.reading_of_map import Reading
from argmap.views.picture.scene_of_map import scene_of
from argmap.views.picture.svg.svg import render_svg
from argmap.views.words.counting import statuses_counted
from argmap.views.words.legible import legible

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap

MOST = 300
"""The most claims that are drawn; a larger picture would stall the notebook."""


def picture(argument_map: ArgumentMap) -> str | None:
    """The picture of a map as SVG; None for a map too large to be drawn in a notebook.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> picture(ArgumentMap.of([Claim("bus", "Take the bus.")]))[:4]
    '<svg'
    """
    if len(argument_map.claims) > MOST:
        return None
    shown = legible(argument_map)
    reading = Reading(shown)
    return render_svg(scene_of(shown, reading.outline, reading.status))


def mimebundle(argument_map: ArgumentMap) -> dict[str, str]:
    """The map by media type: a text with size and statuses, and a picture if it is small enough."""
    shown = legible(argument_map)
    bundle = {"text/plain": f"{shown!r}: {statuses_counted(Reading(shown).status) or 'empty'}"}
    drawn = picture(shown)
    if drawn is not None:
        bundle["image/svg+xml"] = drawn
    return bundle
