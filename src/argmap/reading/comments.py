"""Comments that the author probably meant as text: a `#` without a blank before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.reading.scalars import Doubt
from argmap.reading.yaml_words import LINE_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.reading.containers import Place

_GLUED = re.compile("[\"'\\]},]#")
_DOUBT = Doubt(
    "AM152",
    "what follows this `#` is taken for a comment",
    "put it in quotes if it is text; a comment has a blank before it",
)


class GluedComments:
    """The search for each `#` right behind a closing quotation mark, bracket or comma.

    In YAML no comment begins there, but libyaml begins one, and the rest of the line would be lost
    without a word. A `#` inside a scalar is text, so the builder of the tree enters in `scalars`
    the start and end of every scalar, and only the stretches between them are searched.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.may_be_there = _GLUED.search(text) is not None
        self.scalars: list[tuple[int, int]] = [(0, 0)]

    def doubts(self) -> Iterator[tuple[Place, Doubt]]:
        """Every such comment with its place, once `scalars` is complete."""
        if not self.may_be_there:
            return
        starts = [start for start, _ in self.scalars[1:]]
        for (_, end), start in zip(self.scalars, [*starts, len(self.text)], strict=True):
            offset = end
            for line in self.text[end:start].splitlines(keepends=True):
                at = offset + line.find("#")
                if "#" in line and at and not self.text[at - 1].isspace():
                    before = LINE_BREAK.split(self.text[:at])
                    yield (len(before) - 1, len(before[-1])), _DOUBT
                offset += len(line)
