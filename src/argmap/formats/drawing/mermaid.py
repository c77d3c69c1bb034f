"""Mermaid: a flow chart inside Markdown, as GitHub, GitLab, Obsidian and Notion draw it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats.drawing.losses import losses_of_drawing
from argmap.formats.drawing.pieces import colour_of, drawing_of
from argmap.formats.exchange import Exported
from argmap.views.look.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.exchange import Wishes
    from argmap.model.argument_map import ArgumentMap

_ARROWS = {"supports": "-->", "attacks": "--x", "undercuts": "-.-x", "restates": "-.-"}
_PLAIN = {"supports": "---", "attacks": "---", "undercuts": "-.-", "restates": "-.-"}
# Signs that mean something to Mermaid, to HTML or to Markdown, which Mermaid reads in quotes.
_SPECIAL = re.compile(r"[^\w\s.,:;!?%'/+=()\u00a0-\U0010ffff-]|^\d+(?=[.)])|^[-+](?= )")


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The map as a flow chart, conclusions at the top. Cost: linear."""
    del wishes
    losses = losses_of_drawing(argument_map)
    return Exported("\n".join(_lines(argument_map)) + "\n", losses.all)


def _lines(argument_map: ArgumentMap) -> Iterator[str]:
    drawing = drawing_of(argument_map)
    if argument_map.title:
        yield "---"
        yield f"title: {_in_yaml(argument_map.title)}"
        yield "---"
    yield "flowchart BT"
    for box in drawing.boxes:
        yield f'  {box.name}["{_escaped(box.text)}"]'
    for joint in drawing.joints:
        yield f'  {joint}(("&"))'
    for stroke in drawing.strokes:
        arrow = (_ARROWS if stroke.has_arrow else _PLAIN)[stroke.kind]
        yield f"  {stroke.start} {arrow} {stroke.end}"
    for role in ("support", "attack", "edge"):
        numbers = [
            str(place)
            for place, stroke in enumerate(drawing.strokes)
            if colour_of(stroke.kind) == role
        ]
        if numbers:
            yield f"  linkStyle {','.join(numbers)} stroke:{LIGHT[role]}"


def _escaped(text: str) -> str:
    """The text with a number for every sign that could mean something else."""
    return _SPECIAL.sub(lambda match: "".join(f"#{ord(sign)};" for sign in match[0]), text)


def _in_yaml(title: str) -> str:
    escaped = title.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
