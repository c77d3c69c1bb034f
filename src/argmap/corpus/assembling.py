"""The store put together from the parts: tables in one order, words, links and components."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from argmap.corpus.engine import AT_ONCE, connected, of_the_system, quoted
from argmap.corpus.joining import join
from argmap.corpus.manifest import NAME, sync_folder
from argmap.corpus.names import HERE
from argmap.corpus.parts import SUFFIX, columns_of_part
from argmap.corpus.tables import BESIDE, NESTED, OF_MAPS, VERSION

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
    run = connection.execute
    entries = (
        f"read_json({quoted(parts / NAME)}, format = 'newline_delimited', "
        "columns = {place: 'varchar', part: 'varchar'})"
    )
    run(
        "create temp table entries as select place, "  # no word of a user's
        f"{quoted(f'{parts}/')} || part || {quoted(SUFFIX)} as filename "
        f"from {entries} where part is not null"
    )
    names = run("select list(distinct filename) from entries").fetchone()
    every = _rows_of(sorted((names and names[0]) or []))
    own = ", ".join(each.name for each in OF_MAPS)
    run(
        f"create temp table read_maps as select map, {own} from (select map, "
        f"unnest(maps) from {every} where maps is not null) order by {order_of_maps('map')}"
    )
    run("create temp view ranked as select map, rowid as map_number from read_maps")
    sizes = " + ".join(
        f"coalesce(len({name}.{table[0].name}), 0)" for name, table in NESTED.items()
    )
    run(
        f"create temp table homes as select map_number, filename, {sizes} as size "
        f"from {every} join ranked using (map)"
    )
    for name, of_map in _SELECTED.items():
        run(f"create {of_map.kind} {name} as {of_map.rows(every)} limit 0")
    for first, last in _ranges(connection):  # of all at once the order would take much memory
        files = run(
            "select list(distinct filename) from homes where map_number between ? and ?",
            [first, last],
        ).fetchone()
        rows = _rows_of(sorted((files and files[0]) or []))
        for name, of_map in _SELECTED.items():
            run(
                f"insert into {name} {of_map.rows(rows)} "
                f"where map_number between ? and ? order by map_number, {of_map.key}",
                [first, last],
            )


class _OfMap(NamedTuple):
    """The way in which a table is filled with the rows of maps.

    `kind` and `key` are its kind and its order, `own` its columns, `unnested` those taken out of
    the lists of a part.
    """

    kind: str
    key: str
    own: str
    unnested: str

    def rows(self, every: str) -> str:
        """The rows of the table in SQL, out of these rows of parts."""
        return (
            f"select {self.own} from (select map, {self.unnested} from {every}) each "
            "join ranked using (map)"
        )


def _of_map(kind: str, key: str, name: str, columns: tuple[Column, ...], more: str = "") -> _OfMap:
    own = ", ".join(("map", *(each.name for each in columns)))
    unnested = ", ".join(f"unnest({name}.{each.name}) as {each.name}" for each in columns)
    return _OfMap(kind, key, own + more, unnested)


_SELECTED = {
    "raw": _of_map(
        "temp table", "claim", "claims", (*NESTED["claims"], *BESIDE), more=", map_number"
    ),
    **{name: _of_map("table", key, name, NESTED[name]) for name, key in _KEYS.items()},
}


def _rows_of(files: list[str]) -> str:
    """The rows of these parts in SQL that the manifest names."""
    every = f"read_parquet([{', '.join(map(quoted, files))}], filename = true)"
    if not files:
        nothing = ", ".join(f"null::{type_} as {name}" for name, type_ in columns_of_part().items())
        every = f"(select {nothing}, '' as filename where false)"
    return f"(select * from {every} semi join entries using (place, filename))"


def _ranges(connection: duckdb.DuckDBPyConnection) -> list[tuple[int, int]]:
    """The first and the last number of the maps that are put in order together."""
    return connection.execute(
        "select min(map_number), max(map_number) from (select map_number, "
        f"sum(size) over (order by map_number) // {AT_ONCE} as part from homes) "
        "group by part order by part"
    ).fetchall()


def order_of_maps(column: str) -> str:
    """The order of maps in SQL, as `candidates.order_of` has it."""
    return f"case {column} when {quoted(HERE)} then [] else string_split({column}, '/') end"
