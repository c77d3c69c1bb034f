"""How a map shows itself in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.reading_of_map import Reading
from argmap.views.picture.staging import scene_of
from argmap.views.picture.svg.svg import render_svg
from argmap.views.words.counting import size_of, statuses_counted
from argmap.views.words.legible import legible

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap

MOST = 300  # claims: a larger picture would stall the notebook


def mimebundle(argument_map: ArgumentMap) -> dict[str, str]:
    """The picture of a map, and its size and statuses in words."""
    shown = legible(argument_map)
    reading = Reading(shown)
    statuses = statuses_counted(reading.status) or "empty"
    text = f"{shown.title or 'Argument map'}: {size_of(shown)}; {statuses}"
    bundle = {"text/plain": text}
    if len(shown.claims) <= MOST:
        bundle["image/svg+xml"] = render_svg(scene_of(shown, reading.outline, reading.status))
    return bundle
