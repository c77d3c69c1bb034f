"""Roles of claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.graph.roles import roles
from argmap.model.relation import Kind
from tests.maps import for_all, map_of, read_map

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", "a: isolated"),
        ("a + b; b + c", "a: premise, b: intermediate, c: conclusion"),
        ("a + b; b + c; granted b", "a: premise, b: premise intermediate, c: conclusion"),
        ("a - b", "a: objection, b: conclusion"),
        ("a - b; b - c", "a: objection, b: objection, c: conclusion"),
        ("p + a; a - c", "a: conclusion objection, c: conclusion, p: premise"),
        ("a - c; a + d", "a: premise objection, c: conclusion, d: conclusion"),
        ("s: a + c; x / s", "a: premise, c: conclusion, x: objection"),
        ("a + b; b + a", "a: conclusion, b: conclusion"),
        ("a + b; b + a; a + c", "a: intermediate, b: conclusion, c: conclusion"),
        ("a >< b", "a: objection, b: objection"),
        ("a + b; b = d; d + e", "a: premise, b: intermediate, d: intermediate, e: conclusion"),
        ("a + b; d + a; b = d", "a: conclusion, b: conclusion, d: conclusion"),
        ("ungranted a; a + c", "a: premise, c: conclusion"),
        ("granted c; a + c", "a: premise, c: conclusion"),
        ("a & b + c; x", "a: premise, b: premise, c: conclusion, x: isolated"),
    ],
)
def test_hand_made_maps_have_the_expected_roles(text: str, expected: str) -> None:
    all_roles = roles(read_map(text))
    assert ", ".join(f"{id_}: {' '.join(ones)}" for id_, ones in all_roles.items()) == expected


@for_all(map_of, 1000)
def test_roles_are_as_the_words_define_them(argument_map: ArgumentMap) -> None:
    all_roles = roles(argument_map)
    for id_ in argument_map.claims:
        assert set(all_roles[id_]) == _naive_roles(argument_map, id_)


def _naive_roles(argument_map: ArgumentMap, id_: str) -> set[str]:
    """The roles as `model.md` words them, worked out naively."""
    members = set(argument_map.class_of(id_))
    every = list(argument_map.relations.values())
    supported = any(
        relation.kind is Kind.SUPPORTS and relation.target in members for relation in every
    )
    attacked = any(
        relation.kind is Kind.ATTACKS and relation.target in members for relation in every
    )
    supports = {
        argument_map.class_of(relation.target)
        for relation in every
        if relation.kind is Kind.SUPPORTS and members & set(relation.premises)
    }
    outside = {
        class_ for class_ in supports if tuple(sorted(members)) not in _above(argument_map, class_)
    }
    objects = any(
        relation.kind is not Kind.SUPPORTS and members & set(relation.premises)
        for relation in every
    )
    has_role = {
        "premise": bool(supports) and (argument_map.is_granted(id_) or not supported),
        "intermediate": supported and bool(outside),
        "conclusion": not outside and (supported or (attacked and not supports and not objects)),
        "objection": objects,
    }
    return {role for role, holds in has_role.items() if holds} or {"isolated"}


def _above(argument_map: ArgumentMap, class_: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The classes to which a support path leads, the start included."""
    classes = {class_}
    while True:
        more = {
            argument_map.class_of(relation.target)
            for relation in argument_map.relations.values()
            if relation.kind is Kind.SUPPORTS
            and any(argument_map.class_of(premise) in classes for premise in relation.premises)
        }
        if more <= classes:
            return classes
        classes |= more
