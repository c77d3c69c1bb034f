"""Values that are made at once are in every way those of a dataclass."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, dataclass, fields, replace
from typing import Any

import pytest

from argmap.diagnostics import Location
from argmap.model.claim import Claim
from argmap.model.origin import Origin
from argmap.model.relation import Force, Kind, Relation
from argmap.values import made_at_once

KINDS: list[type[Any]] = [Claim, Relation, Origin, Location]
CHECKED = {"granted": True, "pending": False, "kind": Kind.ATTACKS, "force": Force.DEFEAT}


@pytest.mark.parametrize("kind", KINDS)
def test_each_field_has_the_value_that_it_was_given(kind: type[Any]) -> None:
    given = {each.name: CHECKED.get(each.name, f"the {each.name}") for each in fields(kind)}
    made = kind(**given)
    assert {name: getattr(made, name) for name in given} == given
    assert made == kind(*given.values()) == replace(made) == pickle.loads(pickle.dumps(made))  # noqa: S301  # our own


@pytest.mark.parametrize("kind", KINDS)
def test_a_value_stays_as_it_was_made(kind: type[Any]) -> None:
    made = kind(*(CHECKED.get(each.name, "x") for each in fields(kind)))
    for each in fields(kind):
        with pytest.raises(FrozenInstanceError):
            setattr(made, each.name, "another")


def test_what_is_not_given_is_as_declared_and_a_mapping_of_its_own() -> None:
    bus, slow = Claim("bus", "Take the bus."), Claim("slow", "Buses are slow.")
    assert (bus.locators, bus.credence, bus.meta) == ((), None, {})
    assert bus.meta is not slow.meta


def test_a_wrong_call_is_refused_by_the_name_of_the_class() -> None:
    kind: Any = Claim
    with pytest.raises(TypeError, match=r"^Claim\.__init__\(\) missing .* 'text'$"):
        kind("bus")
    with pytest.raises(ValueError, match="both pending and granted"):
        Claim("bus", "Take the bus.", granted=True, pending=True)


def test_a_class_that_would_be_made_wrongly_is_refused() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class ByKeyword:
        """Fields that are given by keyword alone."""

        name: str

    with pytest.raises(TypeError, match="ByKeyword has fields"):
        made_at_once(ByKeyword)
