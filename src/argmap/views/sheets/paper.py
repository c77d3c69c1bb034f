"""Sheets of paper, and the measure of whether a document fits on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.reasoning.time_limit import check_time_limit
from argmap.views.look import fonts, theme
from argmap.views.sheets.document import DEEPEST, Heading, Item, NewSheet, Paragraph, Table, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.views.sheets.document import Block, Words

_POINTS = 72 / 25.4  # in a millimetre
_SLACK = 1.5  # lines at the foot of a column that a heading or a long item may leave empty
LEADING = 1.25
HEADINGS = {1: (1.35, 0.0, 0.3), 2: (1.1, 0.65, 0.2), 3: (1.0, 0.5, 0.1)}
"""By level, the size of a heading, and the space above and below it, in em."""
BETWEEN_PARAGRAPHS = 0.2
BETWEEN_ITEMS = 0.08
INDENT = 1.25
CELL = (0.25, 0.45, 3.2)
"""The padding of a cell above and below, its padding at the sides, and its least height, in em."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of A4 and its layout: lengths in millimetres, the font size in points."""

    landscape: bool = False
    columns: int = 1
    margin: float = 14
    gap: float = 6
    size: float = 10.5

    @property
    def width(self) -> float:
        """The width of the printed area, over all columns, in points."""
        return ((297 if self.landscape else 210) - 2 * self.margin) * _POINTS

    @property
    def height(self) -> float:
        """The height of the printed area in points."""
        return ((210 if self.landscape else 297) - 2 * self.margin) * _POINTS

    @property
    def column(self) -> float:
        """The width of a column in points."""
        gaps = (self.columns - 1) * self.gap * _POINTS
        return (self.width - gaps) / self.columns


PLAIN = Paper()
BRIEF = Paper(columns=2, margin=9, size=9)
FLOW = Paper(landscape=True, margin=11, size=9.5)


def fits(blocks: Iterable[Block], paper: Paper) -> bool:
    """Whether each sheet of the document fits on one sheet of this paper.

    The lines are counted with the widths of the font's own characters, as a browser counts them.
    """
    return all(_height(sheet, paper) <= _room(paper) for sheet in _sheets(blocks))


def spread(blocks: Iterable[Block], paper: Paper, again: Block) -> Iterator[Block]:
    """The blocks on as many sheets as they take: `again` opens each sheet that goes on."""
    used = 0.0
    for block in blocks:
        check_time_limit()
        if isinstance(block, NewSheet):
            used = 0.0
        tall = _height([block], paper)
        if used and used + tall > _room(paper):
            yield from (NewSheet(), again)
            used = _height([again], paper)
        used += tall
        yield block


def _sheets(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    sheet: list[Block] = []
    for block in blocks:
        if isinstance(block, NewSheet):
            yield sheet
            sheet = []
        else:
            sheet.append(block)
    yield sheet


def _room(paper: Paper) -> float:
    lines = _SLACK if paper.columns > 1 else 1
    return paper.columns * (paper.height - lines * paper.size * LEADING)


def _height(blocks: Iterable[Block], paper: Paper) -> float:
    """The height that the blocks take, added up over the columns; a title spans all of them."""
    used = 0.0
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            used += paper.columns * _heading(block, paper, paper.width)
        elif isinstance(block, Heading):
            used += _heading(block, paper, paper.column)
        elif isinstance(block, Paragraph):
            lines = _lines(block.words, paper.size, paper.column)
            used += paper.size * (lines * LEADING + 2 * BETWEEN_PARAGRAPHS)
        elif isinstance(block, Item):
            width = paper.column - paper.size * INDENT * (min(block.depth, DEEPEST) + 1)
            lines = _lines(block.words, paper.size, width)
            used += paper.size * (lines * LEADING + 2 * BETWEEN_ITEMS)
        elif isinstance(block, Table):
            used += _table(block, paper)
    return used


def _heading(heading: Heading, paper: Paper, width: float) -> float:
    size, above, below = HEADINGS[min(heading.level, 3)]
    lines = _lines(heading.words, paper.size * size, width, bold=True)
    return paper.size * size * (lines * LEADING + above + below)


def _table(table: Table, paper: Paper) -> float:
    around, beside, empty = CELL
    width = paper.width / len(table.head) - 2 * beside * paper.size
    tallest = [
        max(_lines(cell, paper.size, width) for cell in row) * LEADING + 2 * around
        for row in table.rows
    ]
    rows = sum(max(tall, empty) for tall in tallest)
    return paper.size * (rows + LEADING + 2 * around + 1)


def _lines(spans: Words, size: float, width: float, *, bold: bool = False) -> int:
    """The number of lines of a text; a word is broken only if it is wider than a line."""
    lines, used = 1, 0.0
    space = fonts.text_width(" ", size, theme.REGULAR)
    for span in spans:
        weight = theme.BOLD if bold or span.style == "strong" else theme.REGULAR
        for word in plain(span.text).split():
            long = fonts.text_width(word, size, weight)
            if used and used + space + long > width:
                lines, used = lines + 1, 0.0
            used += long + (space if used else 0.0)
            lines, used = lines + int(used // width), used % width
    return lines
