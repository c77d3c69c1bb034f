"""Comments that were perhaps not meant as such."""

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
    """Each `#` right behind a closing quote, bracket or comma.

    YAML knows no comment there, but libyaml takes it for one, and what follows would be lost.
    Nothing inside a scalar is meant: `scalars` takes in from where to where each reaches.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.may_be_there = _GLUED.search(text) is not None
        self.scalars: list[tuple[int, int]] = [(0, 0)]

    def doubts(self) -> Iterator[tuple[Place, Doubt]]:
        """Every such comment; call it when all scalars are known."""
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
