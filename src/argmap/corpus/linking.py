"""Claims that are one claim in several maps, and those that may be."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted, row
from argmap.corpus.joined import joined, read_together
from argmap.corpus.sameness import said

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    """A claim that stands in several maps; `why` names what says so: `words`, `origin`, `near`.

    `left_apart` are pairs of its places, as `MAP#ID`, that cannot be one claim, as `joined.joined`
    has it.
    """

    text: str
    why: tuple[str, ...]
    places: tuple[Place, ...]
    left_apart: tuple[tuple[str, str], ...] = ()


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


_EDGES = """
    create temp table edges as
    select a.rowid as seat, b.rowid as first, why from links
    join claims a on a.map = links.map and a.claim = links.claim
    join claims b on b.map = links.first_map and b.claim = links.first_claim
"""
_MEMBERS = """
    create temp table members_of_shown as
    select place, text, map, claim, word, reason, component from (
        select place, first as seat from shown union select place, seat from shown join edges
        using (first)
    ) join claims on claims.rowid = seat order by place, seat
"""
_DOUBTFUL = """
    with several as (
        select map, claim, component, marked from claims semi join (
            select map, claim from links union select first_map, first_claim from links
            union select map, claim from restated
        ) using (map, claim) semi join members_of_shown using (component)
    ), doubtful as (
        select component from several group by component having count(distinct marked) > 1
        union select premise.component from several premise join premises using (map, claim)
        join relations using (map, relation)
        join several target on target.map = premise.map and target.claim = relations.target
    )
    select component, claims from components semi join doubtful using (component)
    order by component
"""
"""The components in which two claims that are one may have to be left apart: few, as a rule."""


def links(connection: duckdb.DuckDBPyConnection, limit: int | None, *, near: bool) -> LinksFinding:
    """The claims that are in several maps, those in most maps first; and with `near` proposals.

    Cost: a few passes over the links, and one over each component of those shown in which claims
    may have to be left apart, in memory for the largest; with `near` as `near.find_near`.
    """
    about = connection.execute("select merges from about").fetchone()
    total = connection.execute(
        "select count(distinct (first_map, first_claim)) from links"
    ).fetchone()
    same = tuple(_same(connection, limit))
    pairs, near_total = _near(connection, limit) if near else ((), None)
    return LinksFinding(same, total[0] if total else 0, pairs, near_total, bool(about and about[0]))


def _same(connection: duckdb.DuckDBPyConnection, limit: int | None) -> Iterator[SameClaim]:
    run = connection.execute
    run(_EDGES)
    run(
        "create temp table shown as select row_number() over (order by size desc, first) as place, "
        "first, why from (select first, count(distinct seat) as size, "
        "list_sort(list_distinct(list(why))) as why from edges group by first) "
        f"order by place {'' if limit is None else f'limit {limit}'}"
    )
    run(_MEMBERS)
    why = dict(run("select place, why from shown").fetchall())
    apart = _left_apart(connection)
    rows = run(
        "select place, text, map, claim, word, reason from members_of_shown order by rowid"
    ).fetchall()
    for place, group in groupby(rows, key=itemgetter(0)):
        members = list(group)
        places = tuple(Place(*each[2:]) for each in members)
        names = {f"{each.map}#{each.claim}" for each in places}
        pairs = tuple((a, b) for b in sorted(names) for a in apart.get(b, ()) if a in names)
        yield SameClaim(members[0][1], tuple(why[place]), places, pairs)


def _left_apart(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """The claims that are left apart where the components of those shown are read, by the later."""
    apart: dict[str, list[str]] = {}
    for batch in read_together(connection.execute(_DOUBTFUL).fetchall()):
        for first, second in joined(connection, batch).left_apart:
            apart.setdefault(second, []).append(first)
    return apart


def _near(
    connection: duckdb.DuckDBPyConnection, limit: int | None
) -> tuple[tuple[NearPair, ...], int]:
    connection.execute(
        "create temp view numbered as select claims.rowid as seat, map, plain, marked, is_sound, "
        f"{said('text', 'plain')} as said from claims join maps using (map)"
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
