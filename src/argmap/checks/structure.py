"""Checks of structure: relations, classes and stances that contradict themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import NOWHERE, Diagnostic
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation
    from argmap.model.stance import Expectation, Stance


def self_support(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Claims among the premises of their own support, and claims that contradict themselves."""
    for relation in argument_map.relations.values():
        if relation.target not in relation.premises:
            continue
        if relation.kind is Kind.SUPPORTS:
            yield Diagnostic(
                relation.location,
                "AM308",
                f"`{relation.target}` is a premise of its own support",
                "delete it from the premises; a claim that needs no support is `granted: true`",
            )
        elif relation.contradiction:
            yield Diagnostic(
                relation.location,
                "AM308",
                f"`{relation.target}` contradicts itself",
                "name the other claim",
            )


def own_target(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Relations that undercut themselves."""
    for relation in argument_map.relations.values():
        if relation.target == relation.id:
            yield Diagnostic(
                relation.location,
                "AM309",
                f"the relation `{relation.id}` undercuts itself",
                "write after `undercuts:` the `id` of the relation that you mean",
            )


def inside_class(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Supports and attacks between claims that restate each other."""
    for relation in argument_map.relations.values():
        if relation.kind is Kind.UNDERCUTS:
            continue
        inside = _premises_inside(argument_map, relation)
        if relation.contradiction and relation.premises[0] > relation.target:
            continue  # reported once, at the other attack of the contradiction
        if inside:
            yield Diagnostic(
                relation.location,
                "AM310",
                f"`{inside[0]}` and `{relation.target}` restate each other, "
                "so neither can be a reason for or against the other",
                "delete this relation, or the `restates`",
            )


def _premises_inside(argument_map: ArgumentMap, relation: Relation) -> list[str]:
    members = argument_map.class_of(relation.target)
    return [
        premise
        for premise in relation.premises
        if premise in members and premise != relation.target
    ]


def granted_at_odds(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Classes of restated claims of which two members have different values of `granted`."""
    for id_, members in argument_map.classes.items():
        if members[0] != id_:
            continue
        by_grant = {argument_map.claims[member].grant: member for member in members}
        marks = [mark for mark in ("false", "pending", "true") if mark in by_grant]
        if len(marks) > 1:
            first, other = marks[0], marks[-1]
            yield Diagnostic(
                argument_map.claims[by_grant[first]].location,
                "AM311",
                f"`{by_grant[first]}` says `granted: {first}`, "
                f"and `{by_grant[other]}`, which restates it, `granted: {other}`",
                "let both say the same, or delete one of the two",
            )


def both_rejected_and_accepted(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Stances of the map that reject and accept the same claim or its restatement."""
    stances: tuple[Stance | Expectation, ...] = (
        *argument_map.stances.values(),
        *argument_map.expectations,
    )
    for stance in stances:
        members = {member for id_ in stance.reject for member in argument_map.class_of(id_)}
        both = members & stance.accept
        if both:
            yield Diagnostic(
                stance.location or NOWHERE,
                "AM314",
                f"`{min(both)}` is both rejected and accepted here",
                "delete it from `reject` or from `accept`",
            )
