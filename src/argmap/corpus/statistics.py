"""The sizes of a corpus, and how its claims fare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted
from argmap.corpus.together import Component

if TYPE_CHECKING:
    from collections.abc import Callable

    import duckdb

    Numbers = Callable[[str], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Counted:
    """A name with a number of claims, relations or maps."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of the maps of a corpus, in claims."""

    smallest: int
    median: float
    mean: float
    largest: int
    largest_map: str | None


@dataclass(frozen=True, slots=True, repr=False)
class StatsFinding(Finding):
    """The numbers of a corpus.

    `words` counts the claims by their status, each in its own map under grounded semantics;
    `disputed` those on which an objection bears, and `unanswered` the objections that stand. Lists
    have the most frequent names only: `schemes`, `speakers` and `sources` count all names.
    """

    maps: int
    unsound: int
    claims: int
    granted: int
    relations: dict[str, int]
    linked: int
    contradictions: int
    words: dict[str, int]
    disputed: int
    unanswered: int
    objections: dict[str, int]
    formats: tuple[Counted, ...]
    sizes: Sizes
    components: int
    joining: int
    largest: Component | None
    schemes: int
    most_schemes: tuple[Counted, ...]
    speakers: int
    most_speakers: tuple[Counted, ...]
    sources: int
    most_sources: tuple[Counted, ...]
    errors: int
    warnings: int

    def rows(self) -> list[dict[str, Any]]:
        """One row for each status, with the number of claims that have it."""
        return [{"word": word, "claims": count} for word, count in self.words.items()]

    def _summary(self) -> str:
        return f"{counted(self.maps, 'map')}, {counted(self.claims, 'claim')}"


def stats(connection: duckdb.DuckDBPyConnection, limit: int | None) -> StatsFinding:
    """The numbers of a corpus; `limit` is the length of its lists. Cost: a pass over each table."""

    def numbers(query: str) -> tuple[Any, ...]:
        return connection.execute(query).fetchone() or ()

    def most(table: str, name: str) -> tuple[int, tuple[Counted, ...]]:
        rows = connection.execute(
            f"select {name} as name, count(*) as times from {table} where name is not null "
            "group by name order by times desc, name"
        ).fetchall()
        return len(rows), tuple(Counted(*each) for each in rows[:limit])

    return StatsFinding(
        **_of_maps(numbers),
        **_of_claims(numbers),
        **_of_components(numbers),
        relations=_counts(connection, "relations", "kind", ("supports", "attacks", "undercuts")),
        words=_counts(connection, "claims", "word", ("stands", "contested", "open", "falls")),
        objections=_counts(connection, "maps", "objections", ("contest", "defeat")),
        formats=most("maps", "format")[1],
        **_pair("schemes", most("relations", "scheme")),
        **_pair("speakers", most("claims", "speaker")),
        **_pair(
            "sources", most("claims join sources using (map, source)", "coalesce(title, source)")
        ),
    )


def _pair(name: str, most: tuple[int, tuple[Counted, ...]]) -> dict[str, Any]:
    return {name: most[0], f"most_{name}": most[1]}


def _of_maps(numbers: Numbers) -> dict[str, Any]:
    maps, unsound, errors, warnings, *sizes = numbers(
        "select count(*), count(*) filter (not is_sound), coalesce(sum(errors), 0)::bigint, "
        "coalesce(sum(warnings), 0)::bigint, coalesce(min(claims), 0), "
        "coalesce(median(claims), 0), coalesce(round(avg(claims), 2), 0), "
        "coalesce(max(claims), 0), (select map from maps order by claims desc, rowid limit 1) "
        "from maps"
    )
    counts = {"maps": maps, "unsound": unsound, "errors": errors, "warnings": warnings}
    return counts | {"sizes": Sizes(*sizes)}


def _of_claims(numbers: Numbers) -> dict[str, Any]:
    claims, granted, disputed = numbers(
        "select count(*), count(*) filter (granted), count(*) filter (disputed) from claims"
    )
    linked, contradictions, unanswered = numbers(
        "select (select count(*) from (select 1 from premises group by map, relation "
        "having count(*) > 1)), (select count(*) // 2 from relations where contradiction), "
        "(select count(*) from relations where kind = 'attacks' and label = 'in')"
    )
    return {
        "claims": claims,
        "granted": granted,
        "disputed": disputed,
        "linked": linked,
        "contradictions": contradictions,
        "unanswered": unanswered,
    }


def _of_components(numbers: Numbers) -> dict[str, Any]:
    components, joining = numbers("select count(*), count(*) filter (maps > 1) from components")
    largest = numbers(
        "select component, claims, maps, map, claim from components "
        "order by claims desc, component limit 1"
    )
    named = Component(*largest) if largest else None
    return {"components": components, "joining": joining, "largest": named}


def _counts(
    connection: duckdb.DuckDBPyConnection, table: str, column: str, names: tuple[str, ...]
) -> dict[str, int]:
    rows = connection.execute(
        f"select {column}, count(*) from {table} group by {column}"
    ).fetchall()
    counts = dict(rows)
    return {name: counts.get(name, 0) for name in names}
