"""The maps of components, joined out of the tables, and the statuses of their claims."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from argmap.analysis.labels.extensions_of_map import CODES
from argmap.analysis.reading_of_map import Reading
from argmap.errors import UsageError
from argmap.formats.restatements import without_conflict
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.classes import classes_of
from argmap.model.relation import Force, Kind, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import duckdb

    from argmap.analysis.labels.in_words import ClaimStatus

Pair: TypeAlias = tuple[str, str]

_MARKS = {"true": True, "false": False}
TOGETHER = 10_000
"""The claims that are labelled at once, if their components are smaller."""


def refuse_stable(semantics: str) -> None:
    """Refuse the semantics that does not work component by component, and what is none.

    Raises:
        UsageError: it is `stable`, or unknown.
    """
    if semantics not in CODES:
        known = ", ".join(code for code in CODES if code != "stable")
        raise UsageError(f"there is no semantics `{semantics}`; there are {known}")
    if semantics == "stable":
        raise UsageError(
            "`stable` cannot be asked of a corpus: it does not work by component, as one map "
            "without a stable extension leaves the whole corpus without; ask it of a map, "
            "`argmap status MAP --semantics stable`, or name another semantics here"
        )


def statuses(
    connection: duckdb.DuckDBPyConnection,
    semantics: str = "grounded",
    *,
    several: bool = False,
    alone: bool = False,
) -> Iterator[tuple[str, ClaimStatus]]:
    """The status of every claim where all maps are read together, by `MAP#ID`.

    With `several`, only of components that join several maps: the others are as in their map. With
    `alone`, the status of the same claims in the same order where each map is read by itself.
    Memory for the largest component, or for `TOGETHER` claims.

    Raises:
        UsageError: the semantics is `stable` or unknown.
    """
    refuse_stable(semantics)
    sizes = connection.cursor()
    sizes.execute(
        "select component, claims from components "
        f"{'where maps > 1' if several else ''} order by component"
    )
    every = chain.from_iterable(iter(lambda: sizes.fetchmany(TOGETHER), []))
    for batch in read_together(every):
        together = joined(connection, batch, alone=alone).map
        yield from Reading(together, semantics=semantics).status.claims.items()


def read_together(sizes: Iterable[tuple[int, int]], most: int = TOGETHER) -> Iterator[list[int]]:
    """The components that are read together, of components and their numbers of claims.

    As many as have so many claims, or a single one that is larger.
    """
    batch: list[int] = []
    size = 0
    for component, claims in sizes:
        if batch and size + claims > most:
            yield batch
            batch, size = [], 0
        batch.append(component)
        size += claims
    if batch:
        yield batch


class Joined(NamedTuple):
    """Some components read together, with ids `MAP#ID`.

    `restated` are the pairs of claims that are one claim, `left_apart` those that cannot be.
    """

    claims: list[Claim]
    relations: list[Relation]
    restated: list[Pair]
    left_apart: list[Pair]

    @property
    def map(self) -> ArgumentMap:
        """The map of them all."""
        return ArgumentMap.of(self.claims, self.relations, restated=self.restated)


def joined(
    connection: duckdb.DuckDBPyConnection, components: list[int], *, alone: bool = False
) -> Joined:
    """Some components read together; claims that are one claim restate each other.

    Two claims with a relation between them cannot be one, nor can two that are marked in different
    ways. What a map says of its own claims comes first, then equal words and ids, then words that
    are nearly equal. Two claims of one map are not one for their words alone: a claim of another
    map has to be one with them. With `alone` claims of several maps are never one. Attacks have the
    force that they have in their own map. Cost: linear; where claims are left apart, a pass more
    for each that cannot be one with the others.
    """
    run = connection.execute
    run("create or replace temp table wanted as select unnest(?) as component", [components])
    run(
        "create or replace temp table members as select map, claim, text, marked from claims "
        "join wanted using (component) join maps using (map) where is_sound order by claims.rowid"
    )
    claims = [
        Claim(f"{map_}#{claim}", text, granted=_MARKS.get(mark or ""), pending=mark == "pending")
        for map_, claim, text, mark in run("select * from members").fetchall()
    ]
    relations = _relations(connection)
    kept = _pairs(connection, "select map, first, map, claim from restated")
    marks = {each.id: each.grant for each in claims if each.grant is not None}
    pairs: dict[Pair, bool] = {}  # whether the two are nearly equal, and not more
    for is_near in () if alone else (False, True):
        linked = f"(select * from links where (why = 'near') = {is_near})"
        every = _pairs(connection, f"select first_map, first_claim, map, claim from {linked}")
        pairs = dict.fromkeys(every, is_near) | pairs
    left_apart: dict[Pair, None] = {}
    while pairs:
        rest: dict[Pair, bool] = {}
        for is_near in (False, True):
            own = sorted(pair for pair, is_of_near in pairs.items() if is_of_near is is_near)
            kept, refused, waiting = _joined_by(own, kept, relations, marks, is_near=is_near)
            left_apart |= dict.fromkeys(refused)
            rest |= dict.fromkeys((*refused, *waiting), is_near)
        pairs = _among_themselves(rest)
    return Joined(claims, relations, kept, [*left_apart])


def _joined_by(
    pairs: list[Pair],
    before: list[Pair],
    relations: list[Relation],
    marks: Mapping[str, str],
    *,
    is_near: bool,
) -> tuple[list[Pair], list[Pair], list[Pair]]:
    """The pairs of claims that are one, those that cannot be, and those that nothing joins yet.

    These are pairs of one map without a claim of another map that is one with the first of them.
    """
    across = [pair for pair in pairs if _map_of(pair[0]) != _map_of(pair[1])]
    within = [pair for pair in pairs if _map_of(pair[0]) == _map_of(pair[1])]
    kept, refused = _kept(before, across, relations, marks)
    firsts = {first for first, _ in {*across}.difference(refused)}
    if is_near and within:  # equal claims may have brought another map
        firsts |= _in_several_maps(before)
    kept, more = _kept(kept, [pair for pair in within if pair[0] in firsts], relations, marks)
    return kept, [*refused, *more], [pair for pair in within if pair[0] not in firsts]


def _in_several_maps(pairs: list[Pair]) -> set[str]:
    """The claims that are one with a claim of another map."""
    classes = classes_of(pairs)
    return {claim for claim, members in classes.items() if len({*map(_map_of, members)}) > 1}


def _map_of(name: str) -> str:
    return name.rpartition("#")[0]


def _kept(
    before: list[Pair], pairs: list[Pair], relations: list[Relation], marks: Mapping[str, str]
) -> tuple[list[Pair], list[Pair]]:
    """The pairs that can be one claim beside those before them, and those that cannot."""
    every = [*before, *pairs]
    kept, refused = without_conflict(every, relations, marks)
    return kept, [every[index] for index in refused]


def _among_themselves(pairs: Mapping[Pair, bool]) -> dict[Pair, bool]:
    """The pairs by which claims that are not one with a first claim may be one by themselves.

    They are nearly equal, and not more, if one of them is nearly equal to that claim.
    """
    rest: dict[str, list[tuple[bool, str]]] = {}
    for (first, claim), is_near in pairs.items():
        rest.setdefault(first, []).append((is_near, claim))
    among: dict[Pair, bool] = {}
    for claims in rest.values():
        (is_near, first), *others = sorted(claims)
        for is_also_near, claim in others:
            pair = (first, claim)
            among[pair] = among.get(pair, True) and (is_near or is_also_near)
    return among


def _relations(connection: duckdb.DuckDBPyConnection) -> list[Relation]:
    """The relations of the `members`."""
    rows = connection.execute(
        "select map, relation, any_value(kind), any_value(target), any_value(force), "
        "any_value(contradiction), list(premises.claim) from members "
        "join premises using (map, claim) join relations using (map, relation) "
        "group by map, relation"
    ).fetchall()
    return [
        Relation(
            f"{map_}#{relation}",
            Kind(kind),
            tuple(sorted(f"{map_}#{premise}" for premise in premises)),
            f"{map_}#{target}",
            force=None if force is None else Force(force),
            contradiction=contradiction,
        )
        for map_, relation, kind, target, force, contradiction, premises in rows
    ]


def _pairs(connection: duckdb.DuckDBPyConnection, every: str) -> list[Pair]:
    """The pairs of different claims among the `members` that are one claim, each once, sorted."""
    rows = connection.execute(f"{every} semi join members using (map, claim)").fetchall()
    named = {(f"{first_map}#{first}", f"{map_}#{claim}") for first_map, first, map_, claim in rows}
    return sorted(pair for pair in named if pair[0] != pair[1])
