"""Tables of cells: rows below headings, found in the rows of a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.formats.tabular.headings import PARTS, columns_of, parts_meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_ROWS_ABOVE = 10  # rows above the headings: a title, a remark
_RELATED = frozenset(
    {
        "parent",
        "topic",
        "supports",
        "attacks",
        "undercuts",
        "contradicts",
        "restates",
        "supported_by",
        "attacked_by",
        "pro",
        "con",
    }
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells, without white space at their ends, and its place in the file."""

    line: int
    cells: list[str]


@dataclass(slots=True)
class CellTable:
    """A table: a row of headings, the part of a map that each column holds, and rows below it.

    `above` are the rows of the file before the first table, such as a title.
    """

    name: str
    line: int
    headings: list[str]
    columns: dict[str, int]
    rows: list[Row] = field(default_factory=list)
    above: list[Row] = field(default_factory=list)

    @property
    def has_relations(self) -> bool:
        """Whether its columns say what relations there are."""
        ends = {"from", "to"} <= self.columns.keys()
        has_claims = not {"text", "id"}.isdisjoint(self.columns)
        return ends or (has_claims and bool(self.columns.keys() & (_RELATED | {"to"})))

    @property
    def has_claims(self) -> bool:
        """Whether its columns have claims: their texts, and something else."""
        return "text" in self.columns and len(self.columns) > 1

    @property
    def is_of_readers(self) -> bool:
        """Whether it is a table of what readers think of the claims of a map."""
        return {"reader", "claim", "verdict"} <= self.columns.keys()

    @property
    def fits(self) -> bool:
        """Whether it is a map or a part of one."""
        return not self.is_of_readers and (self.has_relations or self.has_claims)


def tables_in(rows: Iterable[Row], name: str, wishes: Mapping[str, str]) -> Iterator[CellTable]:
    """The tables in the rows of a file or sheet: another one may follow after an empty row.

    Of the first rows the one is taken for headings that makes a table; else the first that has any
    cell. `wishes` names headings for parts.
    """
    table: CellTable | None = None
    above: list[Row] = []
    is_after_gap = False
    for row in rows:
        if not any(row.cells):
            is_after_gap = True
            continue
        if table is None:
            made = _headed(row, name, wishes)
            if made.fits or made.is_of_readers:
                table = made
                table.above = above
                yield table
            else:
                above.append(row)
                if len(above) > _ROWS_ABOVE:
                    break
        elif is_after_gap and _is_heading(row):
            table = _headed(row, name, wishes)
            yield table
        else:
            table.rows.append(row)
        is_after_gap = False
    if table is None and above:
        yield _headed(above[0], name, wishes)


def _headed(row: Row, name: str, wishes: Mapping[str, str]) -> CellTable:
    headings = [" ".join(cell.split()) for cell in row.cells]
    named = {
        part: headings.index(heading) for part, heading in wishes.items() if heading in headings
    }
    rest = ["" if index in named.values() else each for index, each in enumerate(headings)]
    columns = {part: n for part, n in columns_of(rest).items() if part not in named}
    return CellTable(name, row.line, headings, columns | named)


def _is_heading(row: Row) -> bool:
    filled = [cell for cell in row.cells if cell]
    return len(filled) > 1 and all(parts_meant(cell) for cell in filled)


def parts_wished(columns: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The headings wished for parts, by the names of the parts; and the words that are no part.

    >>> parts_wished({"claim": "These", "premise": "Grund", "colour": "Farbe"})
    ({'text': 'These', 'from': 'Grund'}, ['colour'])
    """
    known: dict[str, str] = {}
    unknown: list[str] = []
    for word, heading in columns.items():
        part = "text" if word == "claim" else word
        if part not in PARTS:
            part = next(iter(parts_meant(word)), "")
        if part:
            known[part] = " ".join(heading.split())
        else:
            unknown.append(word)
    return known, unknown
