"""Values kept as codes are a mapping like any other."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import pytest

from argmap.graph.coded import Coded, column, of_claims, of_relations
from argmap.reasoning import arrays
from tests.maps import read_map

if TYPE_CHECKING:
    from collections.abc import Mapping

VALUES = ("in", "out", "undec")
CLAIMS = {"bus": "undec", "rare": "in", "slow": "undec"}


@pytest.fixture(params=[100, -1])
def values(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Mapping[str, str]:
    """The same values as a dict, and as codes."""
    monkeypatch.setattr(arrays, "WORTH_NUMPY", request.param)
    return of_claims(read_map("slow - bus; rare - bus"), bytes([2, 0, 2]), VALUES)


def test_codes_are_kept_where_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    argument_map = read_map("slow - bus; rare - bus")
    few = of_relations(argument_map, [1, 0], VALUES)
    monkeypatch.setattr(arrays, "WORTH_NUMPY", -1)
    many = of_relations(argument_map, [1, 0], VALUES)
    assert (isinstance(few, Coded), isinstance(many, Coded)) == (False, True)
    assert few == many
    with pytest.raises(ValueError, match="3 codes for 2 ids"):
        of_relations(argument_map, [1, 0, 0], VALUES)


def test_codes_answer_as_a_dict_does(values: Mapping[str, str]) -> None:
    assert values == CLAIMS
    assert dict(values) == {**values} == CLAIMS
    assert list(values) == list(CLAIMS)
    assert list(values.values()) == list(CLAIMS.values())
    assert list(values.items()) == list(CLAIMS.items())
    assert len(values) == len(values.values()) == len(values.items()) == 3
    assert "bus" in values
    assert "bike" not in values
    assert values.get("bike") is None
    assert "in" in values.values()
    assert ("bus", "undec") in values.items()
    with pytest.raises(KeyError):
        values["bike"]


def test_codes_can_be_joined_and_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrays, "WORTH_NUMPY", -1)
    values = of_claims(read_map("slow - bus; rare - bus"), bytes([2, 0, 2]), VALUES)
    assert isinstance(values, Coded)
    assert values | {"bus": "in"} == CLAIMS | {"bus": "in"}
    assert {"bus": "in", "bike": "in"} | values == {"bike": "in"} | CLAIMS
    assert copy.copy(values) == copy.deepcopy(values) == CLAIMS
    assert repr(values) == "<3 values, such as in, undec>"


def test_a_column_has_the_number_of_each_value(values: Mapping[str, str]) -> None:
    assert list(column(values, len)) == [5, 2, 5]
