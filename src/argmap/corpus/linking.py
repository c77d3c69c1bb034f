"""Claims that are one claim in several maps, and those that may be."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.analysis.finding import Finding, counted, row
from argmap.corpus.joined import joined, read_together
from argmap.corpus.roots import find_roots
from argmap.corpus.sameness import said

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
    """A text that claims of several maps have.

    `why` names how that is known: `words`, `origin`, `near`. `left_apart` are pairs of claims, as
    `MAP#ID`, that cannot be one, as `joined.joined` has it; one of the two is here.
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

    `apart` are claims that say the same as one of another map, and that cannot be one claim with
    any. `same_total`, `apart_total` and `near_total` count all of them, those beyond the limit as
    well; `near_total` is None where nearly equal claims were not looked for. `merges` says that
    these count as one claim in this corpus, and then they are among `same`.
    """

    same: tuple[SameClaim, ...]
    same_total: int
    apart: tuple[SameClaim, ...]
    apart_total: int
    near: tuple[NearPair, ...]
    near_total: int | None
    merges: bool

    def rows(self) -> list[dict[str, Any]]:
        """One row for each claim of a map that is the same as one of another map."""
        return [row(place, text=each.text) for each in self.same for place in each.places]

    def _summary(self) -> str:
        return f"{counted(self.same_total, 'claim')} in several maps"


_LINKED = """
    create temp table linked as
    select a.rowid as seat, b.rowid as first, why from links
    join claims a on a.map = links.map and a.claim = links.claim
    join claims b on b.map = links.first_map and b.claim = links.first_claim
"""
_GROUPED = """
    create temp table grouped as
    select seat, coalesce(root, seat) as root, map, claim, component from (
        select seat from linked union select first from linked
    ) left join roots on node = seat join claims on claims.rowid = seat
"""
"""The claims at both ends of links, each with the first of those that links join it to."""
_SHOWN = """
    select root, why, text, map, claim, word, reason from (
        select root, count(*) as size from grouped {} join apart using (root)
        group by root order by size desc, root limit ?
    ) join (
        select root, list_sort(list_distinct(list(why))) as why
        from linked join grouped using (seat) group by root
    ) using (root) join grouped using (root) join claims using (map, claim)
    order by size desc, root, seat
"""
_DOUBTFUL = """
    with several as (
        select map, claim, component, marked from claims semi join (
            select map, claim from grouped union select map, claim from restated
        ) using (map, claim) semi join grouped using (component)
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
_AT_ONCE = 100_000  # claims that are joined at once, for which the tables are read once


def links(connection: duckdb.DuckDBPyConnection, limit: int | None, *, near: bool) -> LinksFinding:
    """The claims that are in several maps, those in most maps first; and with `near` proposals.

    Cost: a few passes over the links, and one over each component in which claims may have to be
    left apart, in memory for the largest; with `near` as `near.find_near`.
    """
    run = connection.execute
    about = run("select merges from about").fetchone()
    run(_LINKED)
    run("create temp table edges as select seat as a, first as b from linked")
    find_roots(connection)
    run(_GROUPED)
    doubtful = _in_doubt(connection)
    same, same_total = _of_groups(connection, limit, doubtful, is_apart=False)
    apart, apart_total = _of_groups(connection, limit, doubtful, is_apart=True)
    proposals, near_total = _near(connection, limit) if near else ((), None)
    merges = bool(about and about[0])
    return LinksFinding(same, same_total, apart, apart_total, proposals, near_total, merges)


class _InDoubt(NamedTuple):
    """Facts about the claims of components in which some have to be left apart.

    `left_apart` has the claims that cannot be one, by the later of two; `heads` has the first claim
    of those that are one. There are `further` claims in several maps than there are groups.
    """

    left_apart: dict[str, list[str]]
    heads: dict[str, str]
    further: int


def _in_doubt(connection: duckdb.DuckDBPyConnection) -> _InDoubt:
    """The claims in doubt; makes the table `apart` of groups without a claim in several maps."""
    run = connection.execute
    left_apart: dict[str, list[str]] = {}
    heads: dict[str, str] = {}
    apart: set[int] = set()
    further = 0
    for batch in read_together(run(_DOUBTFUL).fetchall(), _AT_ONCE):
        of_batch = joined(connection, batch)
        for first, second in of_batch.left_apart:
            left_apart.setdefault(second, []).append(first)
        together, maps = of_batch.map, dict[tuple[int, str], set[str]]()
        query = "select root, map, claim from grouped semi join wanted using (component)"
        for root, map_, claim in run(query).fetchall():
            head = heads[f"{map_}#{claim}"] = together.head_of(f"{map_}#{claim}")
            maps.setdefault((root, head), set()).add(map_)
        in_several = [root for (root, _), several in maps.items() if len(several) > 1]
        apart |= {root for root, _ in maps}.difference(in_several)
        further += len(in_several) - len({*in_several})
    run("create temp table apart as select unnest(?::bigint[]) as root", [sorted(apart)])
    return _InDoubt(left_apart, heads, further)


def _of_groups(
    connection: duckdb.DuckDBPyConnection, limit: int | None, doubtful: _InDoubt, *, is_apart: bool
) -> tuple[tuple[SameClaim, ...], int]:
    """The groups in the table `apart`, or the claims of all others; within the limit, and in all.

    A group can have several claims that are each in several maps.
    """
    run = connection.execute
    which = "semi" if is_apart else "anti"
    count = f"select count(distinct root) from grouped {which} join apart using (root)"
    total = (run(count).fetchone() or (0,))[0]
    rows = run(_SHOWN.format(which), [total if limit is None else limit]).fetchall()
    shown: list[SameClaim] = []
    for _, group in groupby(rows, key=itemgetter(0)):
        members = list(group)
        names = {f"{map_}#{claim}" for _, _, _, map_, claim, *_ in members}
        pairs = [
            (a, b) for b in sorted(names) for a in doubtful.left_apart.get(b, ()) if a in names
        ]
        by_head: dict[str, list[tuple[Any, ...]]] = {}
        for member in members:
            head = "" if is_apart else doubtful.heads.get(f"{member[3]}#{member[4]}", "")
            by_head.setdefault(head, []).append(member)
        for own in by_head.values():
            places = tuple(Place(*each[3:]) for each in own)
            if len({each.map for each in places}) > 1:
                known = {f"{each.map}#{each.claim}" for each in places}
                of_own = tuple(pair for pair in pairs if not known.isdisjoint(pair))
                shown.append(SameClaim(own[0][2], _reasons(own), places, of_own))
    further = 0 if is_apart else doubtful.further
    return tuple(shown[: len(shown) if limit is None else limit]), total + further


def _reasons(members: list[tuple[Any, ...]]) -> tuple[str, ...]:
    """The reasons why these say the same: nearly equal words are none if all are equal."""
    texts = {text for _, _, text, *_ in members}
    return tuple(why for why in members[0][1] if why != "near" or len(texts) > 1)


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
        "b.map, b.claim, b.word, b.reason, b.text from ("
        # Of two texts whose first claims are in one map, one has a claim in another as well.
        "select near.*, x.home = y.home as is_one_map, y.low <> y.high as is_spread, "
        "case when is_one_map and not is_spread then x.last else x.seat end as one, "
        "case when is_one_map and is_spread then y.last else y.seat end as two "
        "from near join texts x on x.seat = near.first join texts y on y.seat = near.seat) pairs "
        "join claims a on a.rowid = one join claims b on b.rowid = two "
        "order by likeness desc, pairs.first, pairs.seat limit ?",
        [total if limit is None else limit],
    ).fetchall()
    pairs = tuple(
        NearPair(each[0], Place(*each[1:5]), each[5], Place(*each[6:10]), each[10]) for each in rows
    )
    return pairs, total
