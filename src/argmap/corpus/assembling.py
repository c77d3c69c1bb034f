"""The store put together from the parts: tables in one order, words, links and components."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from argmap.corpus.engine import connected, of_the_system, quoted
from argmap.corpus.joining import join
from argmap.corpus.manifest import NAME, sync_folder
from argmap.corpus.names import HERE
from argmap.corpus.parts import SUFFIX, columns_of_part
from argmap.corpus.tables import NESTED, OF_MAPS, PART, VERSION

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

    from argmap.corpus.manifest import Head
    from argmap.corpus.tables import Column

_KEYS = {
    "relations": "relation",
    "premises": "relation, claim",
    "restated": "claim",
    "sources": "source",
    "diagnostics": "file, line, col, code, message",
}
"""The order of the rows of a map in each table; claims are put in order by `joining`."""


def assemble(target: Path, parts: Path, head: Head, threads: int | None = None) -> None:
    """Make the store from the parts that the manifest names, and put it in its place whole.

    The tables follow from the results alone: neither from the parts nor from the order in which
    they were written. Cost: linear but for sorting; memory that of the engine, as what does not fit
    goes to files beside the parts. The engine takes so many `threads`, or all that there are.

    Raises:
        OutputError: the disk is full, or may not be written; the store is as it was before.
    """
    temporary = target.with_name(f".{target.name}.{os.getpid()}")
    spill = parts / "spill"
    try:
        with connected(temporary, beside=spill, threads=threads) as connection:
            connection.begin()  # one commit for all, as each waits for the disk
            _tables(connection, parts)
            join(connection, merges=head.merges)
            connection.execute(
                "create table about as select ? as version, ? as argmap, ? as result, ? as merges",
                [VERSION, head.argmap, head.result, head.merges],
            )
            connection.commit()
            connection.execute("checkpoint")  # else it is done when closing, which tells no fault
        with temporary.open("rb") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise of_the_system(error, str(target)) from error
    finally:
        for rest in (temporary, temporary.with_name(f"{temporary.name}.wal")):
            rest.unlink(missing_ok=True)


def _tables(connection: duckdb.DuckDBPyConnection, parts: Path) -> None:
    """Make the tables of maps and of what they hold, but for claims, which are `raw` as yet."""
    entries = (
        f"read_json({quoted(parts / NAME)}, format = 'newline_delimited', "
        "columns = {place: 'varchar', part: 'varchar'})"
    )
    connection.execute(
        "create temp table entries as select place, "  # no word of a user's
        f"{quoted(f'{parts}/')} || part || {quoted(SUFFIX)} as filename "
        f"from {entries} where part is not null"
    )
    names = connection.execute("select list(distinct filename) from entries").fetchone()
    files = ", ".join(map(quoted, sorted((names and names[0]) or [])))
    every = f"read_parquet([{files}], filename = true)"
    if not files:
        nothing = ", ".join(f"null::{type_} as {name}" for name, type_ in columns_of_part().items())
        every = f"(select {nothing}, '' as filename where false)"
    connection.execute(
        f"create temp view rows as select * from {every} semi join entries using (place, filename)"
    )
    own = ", ".join(each.name for each in OF_MAPS)
    connection.execute(
        f"create temp table read_maps as select map, {own} from (select map, "
        f"unnest(maps) from rows where maps is not null) order by {order_of_maps('map')}"
    )
    claims = _unnested("claims", (*NESTED["claims"], PART))
    numbered = "(select map, rowid as map_number from read_maps)"
    connection.execute(
        f"create temp table raw as select each.* from (select map, {claims} from rows) each "
        f"join {numbered} using (map) order by map_number, claim"
    )
    for name, key in _KEYS.items():
        own = ", ".join(each.name for each in NESTED[name])
        lists = _unnested(name, NESTED[name])
        connection.execute(
            f"create table {name} as select map, {own} from (select map, "
            f"{lists} from rows) each "
            f"join {numbered} using (map) order by map_number, {key}"
        )


def _unnested(table: str, columns: tuple[Column, ...]) -> str:
    """The columns of a table in SQL, from the lists of a part."""
    return ", ".join(f"unnest({table}.{each.name}) as {each.name}" for each in columns)


def order_of_maps(column: str) -> str:
    """The order of maps in SQL, as `candidates.order_of` has it."""
    return f"case {column} when {quoted(HERE)} then [] else string_split({column}, '/') end"
