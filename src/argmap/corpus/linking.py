"""Claims that are one claim in several maps, and those that may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted, row

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Place:
    """A claim in its map, with its status there."""

    map: str
    claim: str
    word: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class SameClaim:
    """A claim that stands in several maps; `why` names what says so: `words`, `origin`, `near`."""

    text: str
    why: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class NearPair:
    """Two claims of several maps that say nearly the same; `likeness` is from 0 to 1.

    It is the share of the words that are in both of all words of the two.
    """

    likeness: float
    first: Place
    first_text: str
    second: Place
    second_text: str


@dataclass(frozen=True, slots=True, repr=False)
class LinksFinding(Finding):
    """The claims that are one claim in several maps, and proposals of further ones.

    `same_total` and `near_total` count all of them, those beyond the limit as well; `near_total` is
    None where nearly equal claims were not looked for. `merges` says that these count as one claim
    in this corpus, and then they are among `same`.
    """

    same: tuple[SameClaim, ...]
    same_total: int
    near: tuple[NearPair, ...]
    near_total: int | None
    merges: bool

    def rows(self) -> list[dict[str, Any]]:
        """One row for each claim of a map that is the same as one of another map."""
        return [row(place, text=each.text) for each in self.same for place in each.places]

    def _summary(self) -> str:
        return f"{counted(self.same_total, 'claim')} in several maps"


_SAME = """
    with edges as (
        select a.rowid as seat, b.rowid as first, why from links
        join claims a on a.map = links.map and a.claim = links.claim
        join claims b on b.map = links.first_map and b.claim = links.first_claim
    ), firsts as (
        select first, count(distinct seat) + 1 as size, list_sort(list_distinct(list(why))) as why
        from edges group by first
    )
    select first, size, why from firsts order by size desc, first
"""


def links(connection: duckdb.DuckDBPyConnection, limit: int | None, *, near: bool) -> LinksFinding:
    """The claims that are in several maps, those in most maps first; and with `near` proposals.

    Cost: a pass over the links; with `near` as `near.find_near`.
    """
    about = connection.execute("select merges from about").fetchone()
    groups = (
        connection.execute(_SAME).fetchmany(limit)
        if limit
        else connection.execute(_SAME).fetchall()
    )
    total = connection.execute(
        "select count(distinct (first_map, first_claim)) from links"
    ).fetchone()
    same = tuple(_same(connection, first, why) for first, _, why in groups)
    pairs, near_total = _near(connection, limit) if near else ((), None)
    return LinksFinding(same, total[0] if total else 0, pairs, near_total, bool(about and about[0]))


def _same(connection: duckdb.DuckDBPyConnection, first: int, why: list[str]) -> SameClaim:
    rows = connection.execute(
        "with head as (select map, claim from claims where rowid = $1) "
        "select text, map, claim, word, reason from claims where rowid = $1 or (map, claim) in ("
        "select (links.map, links.claim) from links join head "
        "on first_map = head.map and first_claim = head.claim) order by claims.rowid",
        [first],
    ).fetchall()
    return SameClaim(rows[0][0], tuple(why), tuple(Place(*each[1:]) for each in rows))


def _near(
    connection: duckdb.DuckDBPyConnection, limit: int | None
) -> tuple[tuple[NearPair, ...], int]:
    connection.execute(
        "create temp view numbered as select claims.rowid as seat, map, plain, is_sound "
        "from claims join maps using (map)"
    )
    from argmap.corpus.near import find_near  # noqa: PLC0415  # slow to load

    find_near(connection)
    count = connection.execute("select count(*) from near").fetchone()
    total = count[0] if count else 0
    rows = connection.execute(
        "select likeness, a.map, a.claim, a.word, a.reason, a.text, "
        "b.map, b.claim, b.word, b.reason, b.text from near "
        "join claims a on a.rowid = near.first join claims b on b.rowid = near.seat "
        "order by likeness desc, near.first, near.seat limit ?",
        [total if limit is None else limit],
    ).fetchall()
    pairs = tuple(
        NearPair(each[0], Place(*each[1:5]), each[5], Place(*each[6:10]), each[10]) for each in rows
    )
    return pairs, total
