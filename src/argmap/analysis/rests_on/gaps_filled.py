"""The map with its gaps filled: whether a claim stands once certain claims are supported."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.graph.compile import compile_map
from argmap.reasoning.framework import Framework
from argmap.reasoning.grounded_in_many import grounded_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.analysis.reading_of_map import Reading
    from argmap.model.argument_map import ArgumentMap
    from argmap.reasoning.horn import Atom, Rule


def stands_with(reading: Reading, filled: Sequence[tuple[str, Sequence[str]]]) -> list[bool]:
    """For each claim, whether it stands once these claims are supported, under the reading.

    A claim that is supported is read as if it were granted: attacks on it go on bearing. Each
    question is a world of its own, one bit of an integer, in which the claims that it does not name
    are as in the map. Cost: that of one grounded extension for some hundred questions.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> small = Reading(ArgumentMap.of([Claim("tested", "It was tested.", pending=True)]))
    >>> stands_with(small, [("tested", ()), ("tested", ("tested",))])
    [False, True]
    """
    if not filled:
        return []
    argument_map = reading.map
    named = sorted({argument_map.head_of(id_) for _, claims in filled for id_ in claims})
    compiled = compile_map(_granting(argument_map, named), reading.stance)
    worlds = dict.fromkeys(named, 0)
    for world, (_, claims) in enumerate(filled):
        for head in {argument_map.head_of(id_) for id_ in claims}:
            worlds[head] |= 1 << world
    every = (1 << len(filled)) - 1
    framework, size = compiled.framework, compiled.framework.atoms
    facts: dict[Atom, int] = {}
    rules: list[Rule] = []
    contraries: list[tuple[Atom, Atom]] = []
    for head, mask in worlds.items():
        grant = compiled.granted.get(head)
        if grant is None:  # the reader rejects it
            continue
        # An atom that holds where the claim is as in the map. There its grant is opposed by this
        # atom; or, if it is pending, by the two together, that is, by itself.
        facts[size] = every & ~mask
        if argument_map.is_pending(head):
            rules.append((size + 1, (grant, size)))
        else:
            rules.append((size + 1, (size,)))
        contraries.append((grant, size + 1))
        size += 2
    wider = Framework(
        size,
        framework.assumptions,
        (*framework.rules, *rules),
        (*framework.contraries, *contraries),
    )
    derived = grounded_in(wider, len(filled), facts, {})
    return [
        bool(derived[compiled.claim[claim]] >> world & 1) for world, (claim, _) in enumerate(filled)
    ]


def _granting(argument_map: ArgumentMap, heads: Iterable[str]) -> ArgumentMap:
    """The map with the grant of these classes given."""
    members = {id_ for head in heads for id_ in argument_map.class_of(head)}
    claims = {
        id_: replace(claim, granted=True, pending=False) if id_ in members else claim
        for id_, claim in argument_map.claims.items()
    }
    return replace(argument_map, claims=claims)
