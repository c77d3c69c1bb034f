"""Statuses over all maps together: each component of the joined maps labelled by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.reading_of_map import Reading
from argmap.corpus.batches import batched_by
from argmap.corpus.joined import TOGETHER, joined, refuse_stable, statuses
from argmap.corpus.linking import Place
from argmap.errors import UsageError
from argmap.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb

    from argmap.analysis.labels.in_words import ClaimStatus


@dataclass(frozen=True, slots=True)
class Component:
    """A component: its number, its sizes, and its first claim, after which it is named."""

    component: int
    claims: int
    maps: int
    map: str
    claim: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A claim whose word is another where all maps are read together."""

    map: str
    claim: str
    text: str
    alone: str
    together: str
    reason: str


@dataclass(frozen=True, slots=True, repr=False)
class TogetherFinding(Finding):
    """The claim of a map where all maps are read together, and in its own map alone.

    `same` are the places of the claim in other maps; `left_apart` are pairs that cannot be one, of
    this claim or of one that is one with it. Where its own map is not sound, `word`, `label` and
    `reason` are None.
    """

    semantics: str
    map: str
    claim: str
    text: str
    label: str | None
    word: str | None
    reason: str | None
    alone: str | None
    alone_reason: str | None
    same: tuple[Place, ...]
    component: Component
    left_apart: tuple[tuple[str, str], ...] = ()

    def rows(self) -> list[dict[str, Any]]:
        """A single row."""
        return [row(map=self.map, claim=self.claim, word=self.word, alone=self.alone)]

    def _summary(self) -> str:
        return f"{self.map}#{self.claim} {self.word}"


@dataclass(frozen=True, slots=True, repr=False)
class AllTogetherFinding(Finding):
    """The claims whose status changes where all maps are read together, `total` in all.

    `components` counts the components, `joining` those that join several maps; `largest` bounds the
    time that one takes.
    """

    semantics: str
    claims: int
    components: int
    joining: int
    largest: Component | None
    changed: tuple[Changed, ...]
    total: int

    def rows(self) -> list[dict[str, Any]]:
        """One row for each claim whose word changes."""
        return [row(each) for each in self.changed]

    def _summary(self) -> str:
        return f"{counted(self.total, 'claim')} of {self.claims} changed by other maps"


def claim_named(connection: duckdb.DuckDBPyConnection, name: str) -> tuple[str, str]:
    """The map and the id of a claim that is named by `MAP#ID`, or by its id if one map has it.

    Raises:
        UsageError: there is no such claim, or several maps have one of this id.
    """
    map_, sign, id_ = name.rpartition("#")
    condition = "claim = $1" + " and map = $2" * bool(sign)
    values = [id_ if sign else name, *([map_] if sign else [])]
    rows = connection.execute(
        f"select map, claim from claims where {condition} order by rowid limit 4",
        values,
    ).fetchall()
    if not rows:
        hint = _meant(connection, map_, id_)
        raise UsageError(f"there is no claim `{name}` in this corpus; {hint}")
    if len(rows) > 1:
        names = ", ".join(f"`{each}#{claim}`" for each, claim in rows[:3])
        more = " and others" if len(rows) > 3 else ""  # noqa: PLR2004  # as many as are named
        raise UsageError(f"several maps have a claim `{name}`; name one: {names}{more}")
    return rows[0]


def _meant(connection: duckdb.DuckDBPyConnection, map_: str, id_: str) -> str:
    """The claim most like one that is not there, and how to find another."""
    path: str | None = None
    if map_:
        maps = [path for (path,) in connection.execute("select map from maps").fetchall()]
        path = map_ if map_ in maps else nearest(map_, maps)
    rows = connection.execute(
        "select distinct claim from claims where case when $1 is not null then map = $1 else "
        "lower(claim[:2]) = lower($2[:2]) or lower(claim[-3:]) = lower($2[-3:]) end order by claim",
        [path, id_],
    ).fetchall()
    match = nearest(id_, (claim for (claim,) in rows))
    named = match if path is None else f"{path}#{match}"
    meant = "" if match is None else f"did you mean `{named}`? "
    return f"{meant}`argmap corpus search WORDS` finds claims by their words"


def together(connection: duckdb.DuckDBPyConnection, name: str, semantics: str) -> TogetherFinding:
    """The status of a claim in its component, over all maps that this joins.

    Cost: linear in the component under grounded semantics.

    Raises:
        UsageError: there is no such claim, or several, or the semantics is `stable` or unknown.
    """
    refuse_stable(semantics)
    map_, claim = claim_named(connection, name)
    text, alone, alone_reason, number, is_sound = connection.execute(
        "select text, word, reason, component, is_sound from claims join maps using (map) "
        "where map = ? and claim = ?",
        [map_, claim],
    ).fetchone() or ("", None, None, 0, False)
    component = _component(connection, "component = ?", [number])
    status: ClaimStatus | None = None
    same: tuple[Place, ...] = ()
    apart: list[tuple[str, str]] = []
    if is_sound:
        parts = joined(connection, [number])
        joined_map = parts.map
        status = Reading(joined_map, semantics=semantics).status.claims.get(f"{map_}#{claim}")
        if semantics != "grounded":  # of which the corpus has the answers
            by_itself = joined(connection, [number], alone=True).map
            own = Reading(by_itself, semantics=semantics).status.claims.get(f"{map_}#{claim}")
            alone, alone_reason = (None, None) if own is None else (own.word.value, own.reason)
        own_class = {*joined_map.class_of(f"{map_}#{claim}")}
        apart = [pair for pair in parts.left_apart if not own_class.isdisjoint(pair)]
        others = [each.rpartition("#") for each in sorted(own_class)]
        places = [(first, last) for first, _, last in others if (first, last) != (map_, claim)]
        same = tuple(_place(connection, *each) for each in places)
    return TogetherFinding(
        semantics=semantics,
        map=map_,
        claim=claim,
        text=text,
        label=None if status is None else status.label.value,
        word=None if status is None else status.word.value,
        reason=None if status is None else status.reason,
        alone=alone,
        alone_reason=alone_reason,
        same=same,
        component=component,
        left_apart=tuple(apart),
    )


def _component(
    connection: duckdb.DuckDBPyConnection, condition: str, values: list[object]
) -> Component:
    row_ = connection.execute(
        f"select component, claims, maps, map, claim from components where {condition}",
        values,
    ).fetchone()
    return Component(*(row_ or (0, 0, 0, "", "")))


def _place(connection: duckdb.DuckDBPyConnection, map_: str, claim: str) -> Place:
    row_ = connection.execute(
        "select map, claim, word, reason from claims where map = ? and claim = ?", [map_, claim]
    ).fetchone()
    return Place(*(row_ or (map_, claim, None, None)))


def _both_ways(
    connection: duckdb.DuckDBPyConnection, semantics: str
) -> Iterator[tuple[str, str | None, ClaimStatus]]:
    """The claims of joined maps, each with its word in its own map, and its status in all together.

    The word is None under grounded semantics, as the corpus has it.
    """
    together_ = statuses(connection, semantics, several=True)
    if semantics == "grounded":
        yield from ((name, None, status) for name, status in together_)
        return
    by_itself = statuses(connection, semantics, several=True, alone=True)
    for (name, status), (_, alone) in zip(together_, by_itself, strict=True):
        yield name, alone.word.value, status


def all_together(
    connection: duckdb.DuckDBPyConnection, semantics: str, limit: int | None
) -> AllTogetherFinding:
    """The claims whose status changes where all maps are read together.

    Only components that join several maps are labelled anew. Cost: linear in their claims; memory
    for the largest of them.

    Raises:
        UsageError: the semantics is `stable` or unknown.
    """
    refuse_stable(semantics)
    sizes = connection.execute(
        "select (select count(*) from claims), count(*), count(*) filter (maps > 1) from components"
    ).fetchone() or (0, 0, 0)
    changed: list[Changed] = []
    total = 0
    run = connection.execute
    for batch in batched_by(_both_ways(connection, semantics), TOGETHER):
        names = [name.rpartition("#") for name, _, _ in batch]
        run(
            "create or replace temp table now as select unnest(?) as map, unnest(?) as claim, "
            "unnest(?) as alone, unnest(?) as word, unnest(?) as reason",
            [
                [map_ for map_, _, _ in names],
                [claim for _, _, claim in names],
                [alone for _, alone, _ in batch],
                [status.word.value for _, _, status in batch],
                [status.reason for _, _, status in batch],
            ],
        )
        rows = run(
            "select map, claim, text, coalesce(alone, claims.word) as before, now.word, now.reason "
            "from now join claims using (map, claim) where before <> now.word order by claims.rowid"
        ).fetchall()
        total += len(rows)
        room = len(rows) if limit is None else limit - len(changed)
        changed += [Changed(*each) for each in rows[:room]]
    largest = _component(connection, "true order by claims desc, component limit 1", [])
    return AllTogetherFinding(
        semantics=semantics,
        claims=sizes[0],
        components=sizes[1],
        joining=sizes[2],
        largest=largest if sizes[1] else None,
        changed=tuple(changed),
        total=total,
    )
