"""Values kept as codes are a mapping like any other."""

from __future__ import annotations

import copy

import pytest

from argmap.graph.coded import Coded, coded, column
from argmap.reasoning import arrays

IDS, CODES, VALUES = ["bus", "rare", "slow"], bytes([2, 0, 2]), ("in", "out", "undec")


@pytest.fixture(params=[100, -1])
def values(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> object:
    """The same values as a dict, and as codes."""
    monkeypatch.setattr(arrays, "WORTH_NUMPY", request.param)
    return coded(IDS, CODES, VALUES)


PLAIN = {"bus": "undec", "rare": "in", "slow": "undec"}


def test_codes_are_kept_where_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(coded(IDS, CODES, VALUES), dict)
    monkeypatch.setattr(arrays, "WORTH_NUMPY", -1)
    assert isinstance(coded(IDS, CODES, VALUES), Coded)


def test_codes_answer_as_a_dict_does(values: dict[str, str]) -> None:
    assert values == PLAIN
    assert dict(values) == {**values} == PLAIN
    assert (list(values), list(values.values()), list(values.items())) == (
        list(PLAIN),
        list(PLAIN.values()),
        list(PLAIN.items()),
    )
    assert (len(values), len(values.values()), len(values.items())) == (3, 3, 3)
    assert "bus" in values
    assert "bike" not in values
    assert values.get("bike") is None
    assert "in" in values.values()
    assert ("bus", "undec") in values.items()
    with pytest.raises(KeyError):
        values["bike"]


def test_codes_can_be_copied(values: dict[str, str]) -> None:
    assert copy.copy(values) == copy.deepcopy(values) == PLAIN


def test_a_column_has_the_number_of_each_value(values: dict[str, str]) -> None:
    assert list(column(values, len)) == [5, 2, 5]
