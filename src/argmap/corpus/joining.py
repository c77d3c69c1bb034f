"""Maps joined: claims that are one claim in several maps, and the components that come of it.

Every semantics but stable works by component, so that each component can be labelled by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.corpus.engine import AT_ONCE
from argmap.corpus.roots import find_roots
from argmap.corpus.sameness import said
from argmap.corpus.tables import COUNTED, FEWEST_WORDS, NESTED, OF_MAPS

if TYPE_CHECKING:
    import duckdb

_OF_ALL = "^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$"
_LASTING = (
    f"case when regexp_matches(coalesce(origin, claim), '{_OF_ALL}') then "
    "lower(coalesce(origin, claim)) when regexp_matches(origin, '^https?://.+$') then origin end"
)
"""The id of a claim if it is one of the whole world, and no number within one file."""


def join(connection: duckdb.DuckDBPyConnection, *, merges: bool) -> None:
    """Make the tables of links, components, claims and maps from `raw` and `read_maps`.

    Cost: a few passes over the claims, and rounds over the links: in each the number of components
    that still have a neighbour falls to a half or less, as a rule.
    """
    run = connection.execute
    run(
        "create temp view numbered as select raw.rowid as seat, raw.map, map_number, claim, plain, "
        f"{said('raw.text', 'plain')} as said, {_LASTING} as lasting, marked, is_sound "
        "from raw join read_maps on read_maps.rowid = map_number"
    )
    run(
        "create temp table nodes as select raw.rowid as seat, part + first as node from raw join ("
        "select map_number, min(rowid) as first from raw group by map_number) using (map_number)"
    )
    run("create temp table same (seat bigint, first bigint, why varchar, likeness double)")
    words = f"len(string_split(plain, ' ')) >= {FEWEST_WORDS}"
    _find_same(connection, "said", words, "words")
    _find_same(connection, "lasting", "lasting is not null", "origin")
    if merges:
        from argmap.corpus.near import find_near, taken_together  # noqa: PLC0415

        find_near(connection)
        taken_together(connection)
        run(
            "insert into same select seat, first, 'near', likeness from near union all "
            "select same.seat, near.first, 'near', near.likeness from same join near "
            "on near.seat = same.first where why = 'words'"
        )
    run(
        "create table links as select a.map, a.claim, b.map as first_map, b.claim as first_claim, "
        "why, likeness from same join raw a on a.rowid = seat join raw b on b.rowid = same.first "
        "order by a.rowid, b.rowid, why"
    )
    _find_components(connection)
    _write_claims(connection)
    _write_maps(connection)


def _find_same(
    connection: duckdb.DuckDBPyConnection, column: str, condition: str, why: str
) -> None:
    """Link claims of several maps that have the same value in a column to the first of them.

    Which of these cannot be one claim is known when they are read together, as `joined` has it.
    """
    run = connection.execute
    run(  # by itself, as every use of the view works its column out again
        f"create temp table of_each as select seat, map_number, {column} as own from numbered "
        f"where is_sound and {condition}"
    )
    run(
        f"insert into same select seat, first, '{why}', 1.0 from of_each join ("
        "select own, min(seat) as first from of_each group by own "
        "having min(map_number) < max(map_number)) groups using (own) where seat <> first"
    )
    run("drop table of_each")


def _find_components(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `roots` of the components of single maps; a claim that two of them have joins these."""
    connection.execute(
        "create temp table edges as select distinct a.node as a, b.node as b from same "
        "join nodes a using (seat) join nodes b on b.seat = same.first where a.node <> b.node"
    )
    find_roots(connection)


def _write_claims(connection: duckdb.DuckDBPyConnection) -> None:
    columns = ", ".join(f"raw.{each.name}" for each in NESTED["claims"])
    run = connection.execute
    run(
        "create temp table placed as select seat, coalesce(root, node) as root from nodes "
        "left join roots using (node)"
    )
    run(
        "create temp table counted as select row_number() over (order by root) as component, root, "
        "claims from (select root, count(*) as claims from placed group by root)"
    )
    rows = (
        f"select raw.map, {columns}, component "
        "from raw join placed on seat = raw.rowid join counted using (root)"
    )
    run(f"create table claims as {rows} limit 0")
    for bounds in _ranges(connection, "select min(seat), max(seat) from nodes"):
        run(f"insert into claims {rows} where seat between ? and ? order by seat", bounds)
    run(
        "create table components as select component, count(*) as claims, "
        "count(distinct map) as maps, arg_min(map, rowid) as map, arg_min(claim, rowid) as claim "
        "from claims group by component order by component"
    )
    _write_words(connection)


def _write_words(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables by which claims are found: those of so many claims together, by their words.

    A word that is looked for stands in few places then, as many as there are such lots of claims.
    """
    run = connection.execute
    run("create table words (word varchar, seat bigint, length uinteger, times uinteger)")
    # Before the commit rows are numbered from far above 0, and after it from 0. The claims have the
    # order of `raw`.
    seats = _ranges(connection, "select min(rowid), max(rowid) from raw")
    for first, last in seats:
        run(
            "insert into words select word, seat, length, count(*) as times from ("
            "select rowid - ? as seat, len(text) as length, "
            "unnest(string_split(concat_ws(' ', plain, within), ' ')) as word "
            "from raw where rowid between ? and ?"
            ") where word <> '' group by word, seat, length order by word, seat",
            [seats[0][0], first, last],
        )
    run(
        "create table vocabulary as select word, count(*) as claims from words "
        "group by word order by word"
    )


def _ranges(connection: duckdb.DuckDBPyConnection, ends: str) -> list[tuple[int, int]]:
    """The numbers between two ends, so many together as are put in order at once."""
    first, last = connection.execute(ends).fetchone() or (None, None)
    if first is None:
        return []
    return [(start, start + AT_ONCE - 1) for start in range(first, last + 1, AT_ONCE)]


def _write_maps(connection: duckdb.DuckDBPyConnection) -> None:
    own = ", ".join(f"read_maps.{each.name}" for each in OF_MAPS)
    counts = ", ".join(f"coalesce({each.name}, 0) as {each.name}" for each in COUNTED)
    words = ", ".join(
        f"count(*) filter (word = '{word}') as {word}"
        for word in ("stands", "contested", "open", "falls")
    )
    connection.execute(
        f"create table maps as select map, {own}, {counts} from read_maps "
        f"left join (select map, count(*) as claims, {words} from claims group by map) using (map) "
        "left join (select map, count(*) as relations from relations group by map) using (map) "
        "left join (select map, count(*) filter (severity = 'error') as errors, "
        "count(*) filter (severity = 'warning') as warnings from diagnostics group by map) "
        "using (map) order by read_maps.rowid"
    )
