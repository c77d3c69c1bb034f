"""The map with its gaps filled: whether a claim stands once certain claims are supported."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from argmap.graph.compile import compile_map
from argmap.reasoning.framework import Framework
from argmap.reasoning.grounded_in_many import grounded_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.analysis.reading_of_map import Reading
    from argmap.graph.compile import Compiled
    from argmap.model.argument_map import ArgumentMap
    from argmap.reasoning.horn import Atom, Rule


_WORLDS_AT_ONCE = 1 << 10
"""The sets tried in one pass, each as one bit of the integers that `grounded_in` takes."""


def stands_with(reading: Reading, filled: Sequence[tuple[str, Sequence[str]]]) -> list[bool]:
    """For each claim, whether it stands once these claims are supported, under the reading.

    A claim that is supported is read as if it were granted: attacks on it go on bearing. Cost: for
    each thousand distinct sets, that of one grounded extension on integers of as many bits.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> small = Reading(ArgumentMap.of([Claim("tested", "It was tested.", pending=True)]))
    >>> stands_with(small, [("tested", ()), ("tested", ("tested",))])
    [False, True]
    """
    goals: dict[tuple[str, ...], set[str]] = {}
    for claim, claims in filled:
        goals.setdefault(tuple(claims), set()).add(claim)
    every = iter(goals)
    standing: set[tuple[str, tuple[str, ...]]] = set()
    while batch := list(islice(every, _WORLDS_AT_ONCE)):
        compiled, derived = _worlds(reading, batch)
        standing.update(
            (claim, claims)
            for world, claims in enumerate(batch)
            for claim in goals[claims]
            if derived[compiled.claim[claim]] >> world & 1
        )
    return [(claim, tuple(claims)) in standing for claim, claims in filled]


def _worlds(reading: Reading, sets: Sequence[Sequence[str]]) -> tuple[Compiled, list[int]]:
    """The map with the sets supported, and for each atom the sets, as bits, by which it stands.

    Each set is a world of its own, in which the claims that it does not name are as in the map.
    """
    argument_map = reading.map
    worlds: dict[str, int] = {}
    for world, claims in enumerate(sets):
        for head in {argument_map.head_of(id_) for id_ in claims}:
            worlds[head] = worlds.get(head, 0) | 1 << world
    compiled = compile_map(_granting(argument_map, worlds), reading.stance)
    every = (1 << len(sets)) - 1
    framework, size = compiled.framework, compiled.framework.atoms
    facts: dict[Atom, int] = {}
    rules: list[Rule] = []
    contraries: list[tuple[Atom, Atom]] = []
    for head, mask in sorted(worlds.items()):
        grant = compiled.granted.get(head)
        if grant is None:  # the reader rejects it
            continue
        # An atom that holds where the claim is as in the map. There its grant is opposed by this
        # atom; or, if it is pending, by the two together, that is, by itself.
        facts[size] = every & ~mask
        body = (grant, size) if argument_map.is_pending(head) else (size,)
        rules.append((size + 1, body))
        contraries.append((grant, size + 1))
        size += 2
    wider = Framework(
        size,
        framework.assumptions,
        (*framework.rules, *rules),
        (*framework.contraries, *contraries),
    )
    return compiled, grounded_in(wider, len(sets), facts, {})


def _granting(argument_map: ArgumentMap, heads: Iterable[str]) -> ArgumentMap:
    """The map with the grant of these classes given."""
    members = {id_ for head in heads for id_ in argument_map.class_of(head)}
    claims = {
        id_: replace(claim, granted=True, pending=False) if id_ in members else claim
        for id_, claim in argument_map.claims.items()
    }
    return replace(argument_map, claims=claims)
