"""A sheet of paper, and how much of a text fits on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.views.look import fonts, theme
from argmap.views.sheets.document import DEEPEST, Heading, Item, NewSheet, Paragraph, Table, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.views.sheets.document import Block, Words

_POINTS = 72 / 25.4  # in a millimetre
_SLACK = 1.5  # lines at the foot of a column that a heading or a long item may leave empty
LEADING = 1.25
HEADINGS = {1: (1.35, 0.0, 0.3), 2: (1.1, 0.65, 0.2), 3: (1.0, 0.5, 0.1)}
"""For each level the size, and the space above and below, in widths of an m."""
BETWEEN_PARAGRAPHS = 0.2
BETWEEN_ITEMS = 0.08
INDENT = 1.25
CELL = (0.25, 0.45, 3.2)
"""The space in a cell above and below, at the sides, and how tall an empty one is."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of A4 and how it is set: lengths in millimetres, the size of letters in points."""

    landscape: bool = False
    columns: int = 1
    margin: float = 14
    gap: float = 6
    size: float = 10.5

    @property
    def width(self) -> float:
        """The width of the text, over all columns, in points."""
        return ((297 if self.landscape else 210) - 2 * self.margin) * _POINTS

    @property
    def height(self) -> float:
        """The height of the text in points."""
        return ((210 if self.landscape else 297) - 2 * self.margin) * _POINTS

    @property
    def column(self) -> float:
        """The width of one column in points."""
        gaps = (self.columns - 1) * self.gap * _POINTS
        return (self.width - gaps) / self.columns


PLAIN = Paper()
BRIEF = Paper(columns=2, margin=9, size=9)
FLOW = Paper(landscape=True, margin=11, size=9.5)


def fits(blocks: Iterable[Block], paper: Paper) -> bool:
    """Whether each sheet of the text is one sheet of this paper, by the font's own measures."""
    return all(_height(sheet, paper) <= _room(paper) for sheet in _sheets(blocks))


def _sheets(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    sheet: list[Block] = []
    for one in blocks:
        if isinstance(one, NewSheet):
            yield sheet
            sheet = []
        else:
            sheet.append(one)
    yield sheet


def _room(paper: Paper) -> float:
    lines = _SLACK if paper.columns > 1 else 1
    return paper.columns * (paper.height - lines * paper.size * LEADING)


def _height(blocks: Iterable[Block], paper: Paper) -> float:
    """How much of the columns' height the text takes; a title goes over all columns."""
    used = 0.0
    for one in blocks:
        if isinstance(one, Heading) and one.level == 1:
            used += paper.columns * _heading(one, paper, paper.width)
        elif isinstance(one, Heading):
            used += _heading(one, paper, paper.column)
        elif isinstance(one, Paragraph):
            lines = _lines(one.words, paper.size, paper.column)
            used += paper.size * (lines * LEADING + 2 * BETWEEN_PARAGRAPHS)
        elif isinstance(one, Item):
            width = paper.column - paper.size * INDENT * (min(one.depth, DEEPEST) + 1)
            lines = _lines(one.words, paper.size, width)
            used += paper.size * (lines * LEADING + 2 * BETWEEN_ITEMS)
        elif isinstance(one, Table):
            used += _table(one, paper)
    return used


def _heading(one: Heading, paper: Paper, width: float) -> float:
    size, above, below = HEADINGS[min(one.level, 3)]
    lines = _lines(one.words, paper.size * size, width, bold=True)
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
    """How many lines a text takes, words being broken only where they are wider than a line."""
    lines, used = 1, 0.0
    space = fonts.text_width(" ", size, theme.REGULAR)
    for one in spans:
        weight = theme.BOLD if bold or one.style == "strong" else theme.REGULAR
        for word in plain(one.text).split():
            long = fonts.text_width(word, size, weight)
            if used and used + space + long > width:
                lines, used = lines + 1, 0.0
            used += long + (space if used else 0.0)
            lines, used = lines + int(used // width), used % width
    return lines
