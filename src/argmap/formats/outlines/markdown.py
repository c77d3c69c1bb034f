"""A Markdown outline: a nested list with numbers, to publish, or to go on writing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats.exchange import Exported
from argmap.formats.outlines.lines import outline_lines
from argmap.formats.outlines.losses import losses_of_outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.exchange import Wishes
    from argmap.formats.outlines.lines import OutlineLine
    from argmap.model.argument_map import ArgumentMap

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The outline as a nested list. Cost: linear."""
    del wishes
    return Exported("\n".join(_lines(argument_map)) + "\n", losses_of_outline(argument_map).all)


def _lines(argument_map: ArgumentMap) -> Iterator[str]:
    if argument_map.title:
        yield f"# {_escaped(argument_map.title)}"
        yield ""
    if argument_map.question:
        yield f"*{_escaped(argument_map.question)}*"
        yield ""
    for line in outline_lines(argument_map):
        yield "  " * line.level + f"- {_item(line)}"


def _item(line: OutlineLine) -> str:
    number = f"**{_escaped(line.number)}**"
    role = f" {line.role}:" if line.role else ""
    if line.elsewhere:
        return f"{number}{role} see {line.elsewhere}: {_escaped(line.text)}"
    citation = f" ({_escaped(line.citation)})" if line.citation else ""
    return f"{number}{role} {_escaped(line.text)}{citation}"


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)
