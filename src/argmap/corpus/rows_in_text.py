"""Rows and tables of a corpus as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.corpus.tables import TABLES
from argmap.views.terminal.lines import NARROWEST, hanging, in_columns
from argmap.views.words.counting import count_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from argmap.corpus.asking import QueryFinding


def query_text(finding: QueryFinding, width: int) -> Iterator[str]:
    """The rows of an answer in columns, or line by line where those are wider; nothing is cut."""
    table = [[_cell(each) for each in row] for row in finding.values]
    lines = [*in_columns([finding.columns, *table])] if finding.columns else []
    is_wide = max(map(len, lines), default=0) > max(width, NARROWEST)
    yield from _line_by_line(finding.columns, table) if is_wide and table else lines
    if not finding.complete:
        yield hanging(
            f"Cut after {count_of(len(finding.values), 'row')}; `--limit all` fetches every row."
        )


def _line_by_line(names: tuple[str, ...], table: list[list[str]]) -> Iterator[str]:
    """The cells as `name: value`, and between rows an empty line."""
    for number, row in enumerate(table):
        if number:
            yield ""
        for name, cell in zip(names, row, strict=True):
            yield hanging(f"{name}: {cell}".rstrip())


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(map(_cell, value))
    return " ".join(str(value).split())


def tables_text() -> Iterator[str]:
    """The tables, and what their columns say."""
    for name, columns in TABLES.items():
        yield name
        yield from in_columns([("  ", each.name, each.type, each.meaning) for each in columns])
        yield ""


def export_text(paths: tuple[Path, ...]) -> Iterator[str]:
    """The files that were written."""
    yield from (path.as_posix() for path in paths)
