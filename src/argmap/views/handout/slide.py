"""A picture for a slide: as much of a map as the last row of a room can read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.views.handout.handout import remark_on
from argmap.views.picture.svg.frame import frame_of
from argmap.views.picture.svg.svg import render_svg

if TYPE_CHECKING:
    from argmap.views.handout.fitting import Shown
    from argmap.views.picture.scene import Scene

PROPORTION = (16, 9)
"""The proportion of width to height of a slide."""

_SCREEN = (1920, 1080)
_LEAST_NAME = 24.0  # pixels of a screen with as many


def slide_of(shown: Shown, unmet: tuple[str, ...]) -> str:
    """The SVG of a slide with names of 24 pixels or more on a Full-HD projector.

    Where the map has more claims than can be read so, the slide shows its conclusions and what is
    disputed, and says how many it leaves out. `unmet` are expectations that are told on it.
    """
    width, height = (side * shown.name_size / _LEAST_NAME for side in _SCREEN)
    every = len(shown.map.claims)
    remark = remark_on(0, every, "")
    frame = frame_of(_framed(shown.overview((width, height)), unmet, remark, width))
    scene = shown.overview((width, height - frame.above - frame.below))
    scene = _framed(scene, unmet, remark_on(len(scene.cards), every, ""))
    return render_svg(scene, PROPORTION, far=not shown.sentences)


def _framed(scene: Scene, unmet: tuple[str, ...], remark: str, width: float | None = None) -> Scene:
    remark = " ".join(filter(None, (remark, scene.remark)))
    return replace(scene, unmet=unmet, remark=remark, width=scene.width if width is None else width)
