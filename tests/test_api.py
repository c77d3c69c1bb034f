"""The public face of argmap: its names, and the ways in which a question may be put."""

from __future__ import annotations

import inspect
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import argmap
from argmap import api
from argmap.analysis.rests_on.conclusions import conclusions
from argmap.model.example import THREE_CLAIMS
from tests.maps import read_map

if TYPE_CHECKING:
    from collections.abc import Callable

REJECTS = argmap.Stance(reject=frozenset({"shops"}))
STANCES = {
    "shopkeeper": argmap.Stance("shopkeeper", "Shopkeeper"),
    "resident": argmap.Stance("resident", "Resident", reject=frozenset({"shops"})),
}
ANNOTATED = replace(THREE_CLAIMS, stances=STANCES)

QUESTIONS: dict[str, Callable[..., object]] = {
    name: getattr(argmap, name)
    for name in argmap.__all__
    if getattr(getattr(argmap, name), "__module__", "").startswith("argmap.api")
}
ABOUT_A_CLAIM = frozenset(
    [
        "why",
        "premises",
        "dependents",
        "overturn",
        "brief",
        "gaps",
        "attribution",
        "probability",
        "tornado",
    ]
)

GRADUAL = frozenset({"strength", "attribution"})
"""The questions whose semantics is a gradual one."""


def put(name: str, argument_map: argmap.ArgumentMap | argmap.Reading, **choices: object) -> object:
    """The answer to a question by its name."""
    claim = ["close"] if name in ABOUT_A_CLAIM else []
    return QUESTIONS[name](argument_map, *claim, **choices)


# Names


def test_every_public_name_is_there_and_shown() -> None:
    assert dir(argmap) == sorted(argmap.__all__)
    assert all(getattr(argmap, name) for name in argmap.__all__)
    assert len(QUESTIONS) == 20


def test_the_class_of_every_answer_is_public() -> None:
    for name in QUESTIONS.keys() - {"diff"}:
        answer = put(name, ANNOTATED)
        assert getattr(argmap, type(answer).__name__) is type(answer), name
    assert isinstance(argmap.diff(THREE_CLAIMS, THREE_CLAIMS), argmap.DiffFinding)
    [conclusion] = argmap.premises(THREE_CLAIMS).conclusions
    assert isinstance(conclusion, argmap.Conclusion)


def test_an_unknown_name_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="module 'argmap' has no attribute 'wy'"):
        _ = argmap.wy


# Ways of asking


def takes(*names: str) -> list[str]:
    """The questions with these parameters."""
    every = {name: inspect.signature(function).parameters for name, function in QUESTIONS.items()}
    return [name for name, parameters in every.items() if set(names) <= parameters.keys()]


@pytest.mark.parametrize("name", takes("reject", "stance"))
def test_a_stance_may_be_said_in_any_way(name: str) -> None:
    expected = put(name, ANNOTATED, stance=REJECTS)
    assert put(name, ANNOTATED, reject=["shops"]) == expected
    assert put(name, ANNOTATED, reject="shops") == expected
    assert put(name, ANNOTATED, reject=frozenset({"shops"})) == expected
    assert put(name, argmap.Reading(ANNOTATED, REJECTS)) == expected or name == "positions"
    named = put(name, ANNOTATED, stance="resident")
    assert put(name, ANNOTATED, stance=STANCES["resident"]) == named
    more = put(name, ANNOTATED, stance="resident", accept=["close"])
    assert more == put(
        name, ANNOTATED, stance=replace(STANCES["resident"], accept=frozenset({"close"}))
    )
    assert put(name, argmap.Reading(ANNOTATED, REJECTS), accept=["close"]) == put(
        name, argmap.Reading(ANNOTATED), reject=["shops"], accept=["close"]
    )


@pytest.mark.parametrize("name", takes("objections"))
def test_objections_may_be_said_in_any_way(name: str) -> None:
    expected = put(name, ANNOTATED, objections=argmap.Force.DEFEAT)
    assert put(name, ANNOTATED, objections="defeat") == expected
    assert put(name, replace(ANNOTATED, objections=argmap.Force.DEFEAT)) == expected
    with pytest.raises(argmap.UsageError, match=r"no force `hard`; there are contest, defeat$"):
        put(name, ANNOTATED, objections="hard")


@pytest.mark.parametrize("name", sorted({*takes("semantics")} - GRADUAL))
def test_semantics_are_taken_by_name_and_kept_by_a_reading(name: str) -> None:
    expected = put(name, ANNOTATED, semantics="stable")
    assert put(name, argmap.Reading(ANNOTATED, semantics="stable")) == expected
    with pytest.raises(argmap.UsageError, match="there is no semantics `loud`"):
        put(name, ANNOTATED, semantics="loud")


@pytest.mark.parametrize("name", takes("reject", "stance"))
def test_what_is_not_there_is_refused_with_a_hint(name: str) -> None:
    with pytest.raises(argmap.UsageError, match=r"no claim `shop`; did you mean `shops`\?$"):
        put(name, ANNOTATED, reject=["shop"])
    with pytest.raises(argmap.UsageError, match=r"no stance `residnt`; did you mean `resident`\?"):
        put(name, ANNOTATED, stance="residnt")
    with pytest.raises(argmap.UsageError, match="no stance `zz`; the map has none"):
        put(name, THREE_CLAIMS, stance="zz")
    with pytest.raises(argmap.UsageError, match="cannot be both rejected and accepted"):
        put(name, ANNOTATED, stance="resident", accept=["shops"])


def test_what_if_takes_a_stance_force_and_semantics_in_their_places() -> None:
    force = argmap.Force.DEFEAT
    assert argmap.whatif(THREE_CLAIMS, REJECTS, force, "stable") == argmap.whatif(
        THREE_CLAIMS, reject=["shops"], objections="defeat", semantics="stable"
    )


def test_premises_without_a_claim_are_those_of_all_conclusions() -> None:
    argument_map = read_map("a + b; c & d + e; x - e")
    rows = argmap.premises(argument_map)
    assert rows == conclusions(argmap.Reading(argument_map))
    assert [row.claim for row in rows.conclusions] == ["b", "e"]


def test_readers_are_taken_by_name_by_value_or_all() -> None:
    both = argmap.readers(ANNOTATED, ["resident", STANCES["shopkeeper"]])
    assert [reader.id for reader in both.readers] == ["resident", "shopkeeper"]
    every = argmap.readers(ANNOTATED)
    assert [reader.id for reader in every.readers] == ["resident", "shopkeeper"]
    assert both.parted == every.parted
    assert [reader.id for reader in argmap.readers(ANNOTATED, "resident").readers] == ["resident"]
    assert argmap.readers(ANNOTATED, every.readers, argmap.Force.DEFEAT) == argmap.readers(
        argmap.Reading(ANNOTATED, objections=argmap.Force.DEFEAT)
    )
    with pytest.raises(argmap.UsageError, match="there is no stance `nobody`"):
        argmap.readers(ANNOTATED, ["nobody"])


def test_the_stance_of_a_reading_is_no_readers_stance() -> None:
    assert argmap.readers(argmap.Reading(ANNOTATED, REJECTS)) == api.readers(ANNOTATED)
