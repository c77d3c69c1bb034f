"""The errors for tables that are no map, each with the columns seen and a cure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.formats.tabular.headings import PARTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.formats.foreign_file import ForeignFile
    from argmap.formats.tabular.cells import CellTable


def unknown_part(file: ForeignFile, word: str) -> Diagnostic:
    """The error for a wish about columns that names no part of a map."""
    message = f"no column of a table holds `{word}`"
    return Diagnostic(
        file.at(), "AM702", message, "a column holds one of these: " + ", ".join(PARTS)
    )


def unfit(file: ForeignFile, tables: Sequence[CellTable]) -> Diagnostic:
    """The error for a file without a table that is a map: the columns seen, and the cure."""
    if not tables:
        return Diagnostic(file.at(), "AM702", "there is no table in this file", "look into it")
    readers = next((table for table in tables if table.is_of_readers), None)
    if readers is not None:
        message = "this table has what readers think of the claims of a map, and is no map"
        hint = f"compare the readers: argmap readers {file.name} -m MAP"
        return Diagnostic(file.at(readers.line), "AM702", message, hint)
    table = tables[0]
    columns = ", ".join(f"`{each}`" for each in table.headings if each)
    message = f"the columns of this table make no map: {columns}"
    hint = (
        "name columns `from`, `to` and `kind` (supports, attacks), or `text`, `parent` and "
        "`stance` (pro, con); or say which is which: --columns text=HEADING"
    )
    return Diagnostic(file.at(table.line), "AM702", message, hint)


def without_kinds(file: ForeignFile, table: CellTable) -> Diagnostic | None:
    """The error for a table of relations that has no column for their kind."""
    if not {"from", "to"} <= table.columns.keys() or table.columns.keys() & {"kind", "stance"}:
        return None
    ends = " and ".join(f"`{table.headings[table.columns[part]]}`" for part in ("from", "to"))
    message = f"no column says whether {ends} are joined by a support or by an attack"
    hint = "add a column `kind` with supports or attacks; or name yours: --columns kind=HEADING"
    return Diagnostic(file.at(table.line), "AM702", message, hint)


def wished_but_missing(
    file: ForeignFile, wishes: Mapping[str, str], tables: Sequence[CellTable]
) -> Diagnostic | None:
    """The error for a heading in the wishes for columns that no table has."""
    seen = {heading: None for table in tables for heading in table.headings if heading}
    for heading in wishes.values():
        if heading not in seen:
            columns = ", ".join(f"`{each}`" for each in seen)
            message = f"no column has the heading `{heading}`; the columns are {columns}"
            return Diagnostic(file.at(), "AM702", message, "write it as the table does")
    return None
