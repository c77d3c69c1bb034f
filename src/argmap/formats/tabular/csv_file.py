"""A map in a file of comma-separated values."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.formats.exchange import Exported, Imported, nothing
from argmap.formats.tabular.cells import CellTable, Row, parts_wished, tables_in
from argmap.formats.tabular.headings import parts_meant
from argmap.formats.tabular.reading import TableReader
from argmap.formats.tabular.refusals import unknown_part, wished_but_missing
from argmap.formats.tabular.writing import MapAsRows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.exchange import Wishes
    from argmap.formats.foreign_file import ForeignFile
    from argmap.model.argument_map import ArgumentMap

_SEPARATORS = (",", ";", "\t", "|")
_NAMED = re.compile(r"sep=(.)\n", re.IGNORECASE)  # the first line that Excel understands
_HEAD = 20_000
_FORMULA = re.compile(r"[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_QUOTED_FORMULA = re.compile(r"'[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_IS_FORMULA = re.compile(r"=[A-Z][A-Z.]*\(|=\$?[A-Z]{1,3}\$?[0-9]")


def fits(file: ForeignFile) -> bool:
    """Whether the first rows have headings that make relations between claims, or a CSV's name."""
    head = file.text[:_HEAD]
    if len(head) == _HEAD:
        head = head[: head.rfind("\n") + 1]
    try:
        tables = [*tables_in(_rows(head, separator_of(head), is_strict=False), "", {})]
    except csv.Error:
        return False
    first = tables[0] if tables else None
    has_name = file.suffix in (".csv", ".tsv")
    if first is None or (first.above and not has_name):
        return False
    return first.has_relations or (first.has_claims and has_name)


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The map in a table. Cost: linear."""
    [file] = files
    wished, unknown = parts_wished(wishes.columns)
    if unknown:
        return nothing([unknown_part(file, unknown[0])])
    separator = separator_of(file.text)
    rows: list[Row] = []
    try:
        rows.extend(_rows(file.text, separator, is_strict=True))
    except csv.Error as error:
        line = rows[-1].line + 1 if rows else 1
        message = f"the row that begins here is broken: {error}"
        hint = 'close every quotation mark; a mark inside a cell is written twice: ""'
        return nothing([Diagnostic(file.at(line), "AM702", message, hint)])
    tables = [*tables_in(rows, "", wished)]
    if problem := wished_but_missing(file, wished, tables):
        return nothing([problem])
    reader = TableReader("csv", file)
    _report_formulas(reader, tables)
    return reader.imported(tables)


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The map as one table with a row for each claim, relation and source. Cost: linear.

    A cell that a spreadsheet would take for a formula opens with an apostrophe.
    """
    del wishes
    sheets = MapAsRows(argument_map, "csv")
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for cells in (sheets.headings, *sheets.rows()):
        writer.writerow([f"'{cell}" if _FORMULA.match(cell) else cell for cell in cells])
    return Exported(text.getvalue(), sheets.losses.all)


def separator_of(text: str) -> str:
    r"""The sign between cells: that which makes most known headings of a line, then most cells.

    >>> separator_of("von;nach;art\na;b;pro\n"), separator_of("sep=|\na|b\n")
    (';', '|')
    """
    if match := _NAMED.match(text):
        return match[1]
    first = [line for line in text[:_HEAD].split("\n", 30)[:30] if line.strip()][:5]

    def worth(sign: str) -> tuple[int, int]:
        known = cells = 0
        for line in first:
            row = line.split(sign)
            here = sum(bool(parts_meant(cell.strip('" '))) for cell in row) if len(row) > 1 else 0
            known, cells = max(known, here), max(cells, len(row))
        return known, cells

    return max(_SEPARATORS, key=worth)


def _rows(text: str, separator: str, *, is_strict: bool) -> Iterator[Row]:
    """The rows of a table, each with the line on which it begins."""
    begin = 1 if (match := _NAMED.match(text)) is None else 2
    if match is not None:
        text = text[match.end() :]
    # A cell may be as long as the table; the module's own limit is lower.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=separator,
        strict=is_strict,
        skipinitialspace=separator != "\t",
    )
    for cells in reader:
        yield Row(begin, [_plain(cell) for cell in cells])
        begin = reader.line_num + (1 if match is None else 2)


def _plain(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if _QUOTED_FORMULA.match(cell) else cell


def _report_formulas(reader: TableReader, tables: list[CellTable]) -> None:
    for table in tables:
        for row in table.rows:
            for cell in row.cells:
                if cell.startswith("=") and _IS_FORMULA.match(cell):
                    what = "values of formulas, which stand as they are written"
                    reader.draft.skip(what, cell, reader.file.at(row.line))
