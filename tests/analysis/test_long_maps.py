"""Maps of many claims are read without recursion."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from argmap.api import status, why
from argmap.graph.outline import outline
from argmap.graph.roles import Role, roles
from argmap.model.relation import Kind
from tests.maps import chain, relation, with_relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.argument_map import ArgumentMap

LENGTH = 10_000  # far more than any stack holds; 100,000 pass as well, in a minute
TOP, BOTTOM = "c000000", f"c{LENGTH - 1:06}"


@pytest.fixture(scope="module")
def long_chain() -> ArgumentMap:
    return chain(LENGTH)


@pytest.fixture(autouse=True)
def little_stack() -> Iterator[None]:
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(300)
    yield
    sys.setrecursionlimit(limit)


def test_a_long_chain_is_labelled(long_chain: ArgumentMap) -> None:
    finding = status(long_chain)
    assert finding.claims[TOP].reason == "supported"
    assert finding.claims[BOTTOM].reason == "granted"
    assert {claim.label for claim in finding.claims.values()} == {"in"}
    assert set(finding.relations.values()) == {"in"}


def test_a_long_circle_supports_nothing(long_chain: ArgumentMap) -> None:
    circle = with_relation(long_chain, relation([TOP], Kind.SUPPORTS, BOTTOM))
    assert {claim.reason for claim in status(circle).claims.values()} == {"not carried"}


def test_a_long_chain_is_outlined(long_chain: ArgumentMap) -> None:
    order = outline(long_chain)
    assert order.roots == (TOP,)
    assert list(order.numbers) == list(long_chain.claims)
    assert len(set(order.numbers.values())) == LENGTH
    assert max(map(len, order.numbers.values())) < 60
    assert roles(long_chain)["c005000"] == (Role.INTERMEDIATE,)


def test_a_long_chain_is_explained(long_chain: ArgumentMap) -> None:
    reasons = why(long_chain, TOP).reasons
    assert len(reasons) == 2 * LENGTH - 1
    assert reasons[-1].claim == BOTTOM
    assert reasons[-1].depth == 2 * LENGTH - 2
