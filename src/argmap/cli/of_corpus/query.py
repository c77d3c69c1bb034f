"""`argmap corpus query`: a question in SQL to the tables of a corpus."""

from __future__ import annotations

import csv
import json
import sys
from typing import TYPE_CHECKING

import click

from argmap.cli import options, terminal
from argmap.cli.of_corpus import asking
from argmap.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("sql", required=False)
@asking.store
@click.option(
    "--limit",
    callback=options.limit_of,
    default="1000",
    show_default=True,
    metavar="N|all",
    help="Fetch at most N rows; `all` fetches every row.",
)
@options.time_limit
@click.option("--csv", "as_csv", is_flag=True, help="Write the answer as CSV.")
@click.option("--tables", is_flag=True, help="List the tables, and what their columns say.")
@options.as_json
def query(
    sql: str | None,
    store: Path,
    limit: int | None,
    *,
    as_csv: bool,
    tables: bool,
    as_json: bool,
) -> int:
    """Ask the tables of a corpus in SQL, which can read and not write.

    The tables are maps, claims, relations, premises, restated, sources, diagnostics, links and
    components; `--tables` says what is in them.

    \b
    argmap corpus query --tables
    argmap corpus query "select word, count(*) from claims group by word"
    argmap corpus query "select map, claim from claims where granted" --csv
    """
    from argmap.corpus.rows_in_text import query_text, tables_text  # noqa: PLC0415

    if as_csv and (as_json or tables):
        raise UsageError(f"`--csv` and `{'--json' if as_json else '--tables'}` exclude each other")
    if tables and sql is not None:
        raise UsageError("`--tables` lists the tables and asks nothing; leave one of the two out")
    if tables:
        from argmap.corpus.tables import TABLES  # noqa: PLC0415

        columns = {name: [each._asdict() for each in of] for name, of in TABLES.items()}
        return asking.reply("tables", {"tables": columns}, tables_text(), as_json=as_json)
    if sql is None:
        raise UsageError('write a question in SQL, such as "select * from maps"; see `--tables`')
    seconds = click.get_current_context().find_root().obj["seconds"]
    finding = asking.opened(store).query(sql, limit, seconds)
    if as_csv:
        rows = csv.writer(sys.stdout, lineterminator="\n")
        rows.writerow(finding.columns)
        rows.writerows(map(_cell, each) for each in finding.values)
        if not finding.complete:
            from argmap.views.words.counting import count_of  # noqa: PLC0415

            cut = count_of(limit or 0, "row")
            options.remark(f"cut after {cut}; `--limit all` fetches every row")
        return 0
    lines = query_text(finding, terminal.width_of_answer())
    return asking.reply("query", finding, lines, as_json=as_json)


def _cell(value: object) -> object:
    """A value for CSV: truth values and what has parts as JSON has them."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, bool | list | dict) else value
