"""DOT, the language of Graphviz: `dot -Tpdf map.dot` draws the map."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from argmap.formats.drawing.losses import losses_of_drawing
from argmap.formats.drawing.pieces import colour_of, drawing_of
from argmap.formats.exchange import Exported
from argmap.views.look.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.drawing.pieces import Stroke
    from argmap.formats.exchange import Wishes
    from argmap.model.argument_map import ArgumentMap

_WIDTH = 28  # characters of a line in a box
_STYLES = {"undercuts": "dashed", "restates": "dotted"}


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The map as a directed graph, conclusions at the top. Cost: linear."""
    del wishes
    losses = losses_of_drawing(argument_map)
    return Exported("\n".join(_lines(argument_map)) + "\n", losses.all)


def _lines(argument_map: ArgumentMap) -> Iterator[str]:
    drawing = drawing_of(argument_map)
    yield "digraph argmap {"
    if argument_map.title:
        yield f"  label={_quoted(argument_map.title)}; labelloc=t;"
    yield "  rankdir=BT;"
    yield '  node [shape=box, style="rounded,filled", fillcolor="#FFFFFF", fontname="sans-serif"];'
    yield '  edge [fontname="sans-serif"];'
    for box in drawing.boxes:
        text = "\n".join(textwrap.wrap(f"{box.number}  {box.text}", _WIDTH))
        yield f"  {box.name} [label={_quoted(text)}, id={_quoted(box.id)}];"
    for joint in drawing.joints:
        yield f"  {joint} [shape=point, width=0.08];"
    for stroke in drawing.strokes:
        yield f"  {stroke.start} -> {stroke.end} [{_look(stroke)}];"
    yield "}"


def _look(stroke: Stroke) -> str:
    look = [f'color="{LIGHT[colour_of(stroke.kind)]}"', f'class="{stroke.kind}"']
    if stroke.kind in _STYLES:
        look.append(f"style={_STYLES[stroke.kind]}")
    if not stroke.has_arrow:
        look.append("dir=none")
    elif stroke.kind != "supports":
        look.append("arrowhead=tee")
    return ", ".join(look)


def _quoted(text: str) -> str:
    r"""The text as a DOT string; a backslash of the text stays one, and no word is a command."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
