"""The connected components of a graph in tables, each named by its earliest node."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb


def find_roots(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `roots` (node, root): of each node whose component has an earlier node, the earliest.

    The temporary table `edges` has pairs of nodes `a` and `b`, and is emptied. In each round every
    component hooks itself to the earliest of its neighbours, if that is earlier than itself; then
    the hooks are followed to their ends, in steps that double. Cost: rounds over the edges; in each
    the number of components that still have a neighbour falls to a half or less, as a rule.

    >>> import duckdb
    >>> connection = duckdb.connect()
    >>> tables = connection.execute("create temp table edges as select 1 as a, 3 as b")
    >>> find_roots(connection)
    >>> connection.execute("select * from roots").fetchall()
    [(3, 1)]
    """
    run = connection.execute
    run("create temp table roots as select a as node, b as root from edges where false")
    while _count(connection, "edges"):
        run(
            "create or replace temp table hooks as select node, min(other) as root from ("
            "select a as node, b as other from edges union all select b, a from edges) "
            "group by node having min(other) < node"
        )
        _follow(connection)
        run(
            "create or replace temp table roots as select roots.node, "
            "coalesce(hooks.root, roots.root) as root from roots left join hooks "
            "on hooks.node = roots.root union all select node, root from hooks"
        )
        run(
            "create or replace temp table edges as select distinct "
            "coalesce(x.root, a) as a, coalesce(y.root, b) as b from edges "
            "left join hooks x on x.node = a left join hooks y on y.node = b "
            "where coalesce(x.root, a) <> coalesce(y.root, b)"
        )


def _follow(connection: duckdb.DuckDBPyConnection) -> None:
    """Follow the hooks to their ends."""
    while True:
        connection.execute(
            "create or replace temp table further as select hooks.node, next.root from hooks "
            "join hooks next on next.node = hooks.root"
        )
        if not _count(connection, "further"):
            return
        connection.execute(
            "create or replace temp table hooks as select node, "
            "coalesce(further.root, hooks.root) as root from hooks left join further using (node)"
        )


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    row = connection.execute(f"select count(*) from {table}").fetchone()
    return row[0] if row else 0
