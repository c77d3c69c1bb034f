"""A Markdown outline: a nested list with numbers, to publish, or to go on writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.exchange import Exported
from argmap.formats.outlines.lines import outline_lines
from argmap.formats.outlines.losses import losses_of_outline
from argmap.views.sheets.document import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.exchange import Wishes
    from argmap.formats.outlines.lines import OutlineLine
    from argmap.model.argument_map import ArgumentMap


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The outline as a nested list. Cost: linear."""
    del wishes
    return Exported("\n".join(_lines(argument_map)) + "\n", losses_of_outline(argument_map).all)


def _lines(argument_map: ArgumentMap) -> Iterator[str]:
    if argument_map.title:
        yield f"# {escaped(argument_map.title)}"
        yield ""
    if argument_map.question:
        yield f"*{escaped(argument_map.question)}*"
        yield ""
    for line in outline_lines(argument_map):
        yield "  " * line.level + f"- {_item(line)}"


def _item(line: OutlineLine) -> str:
    number = f"**{escaped(line.number)}**"
    role = f" {line.role}:" if line.role else ""
    if line.elsewhere:
        return f"{number}{role} see {line.elsewhere}: {escaped(line.text)}"
    citation = f" ({escaped(line.citation)})" if line.citation else ""
    return f"{number}{role} {escaped(line.text)}{citation}"
