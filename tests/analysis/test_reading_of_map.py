"""A reading works out everything once, and shares it with the readings made from it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from argmap import pipeline
from argmap.analysis import reading_of_map
from argmap.analysis.labels import labelling
from argmap.analysis.labels.labelling import Label
from argmap.analysis.reading_of_map import Reading
from argmap.graph import groundwork
from argmap.model.relation import Force
from argmap.model.stance import NO_STANCE, Stance
from tests.maps import Choices, for_all, map_of, read_map, stance_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    import pytest

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Expectation


def asked_of(choices: Choices) -> tuple[ArgumentMap, Stance, Force]:
    argument_map = map_of(choices)
    return argument_map, stance_of(choices, argument_map), choices.one_of((*Force,))


@for_all(asked_of, 300)
def test_a_reading_made_from_another_is_as_one_made_afresh(
    question: tuple[ArgumentMap, Stance, Force],
) -> None:
    argument_map, stance, force = question
    first = Reading(argument_map)
    assert first.status.objections is argument_map.objections
    for semantics in ("grounded", "preferred"):
        fresh = Reading(argument_map, stance, force, semantics).status
        by_turns = first.with_stance(stance).with_objections(force).with_semantics(semantics)
        assert by_turns.status == fresh
        other = first.with_semantics(semantics).with_objections(force).with_stance(stance)
        assert other.status == fresh
        assert (
            other.without_stance().status
            == Reading(argument_map, NO_STANCE, force, semantics).status
        )


def test_readings_of_one_map_share_what_the_change_leaves_alone() -> None:
    reading = Reading(read_map("a + b; c - b; d = a"))
    other = reading.with_stance(Stance(reject=frozenset("c")))
    for part in ("outline", "roles", "supports", "conclusions", "groundwork"):
        assert getattr(other, part) is getattr(reading, part)
    assert other.with_semantics("stable").grounded is other.grounded
    assert other.with_objections(Force.DEFEAT).compiled is other.compiled
    assert other.with_stance(Stance(reject=frozenset("c"))) is other
    assert reading.without_stance() is reading
    assert reading.with_objections(None) is reading


def test_every_attack_refutes_where_it_is_meant_to_whatever_is_written_on_it() -> None:
    reading = Reading(read_map("a -? b; c - d; e -! f"), objections=Force.CONTEST)
    assert {reading.labels.claims[id_] for id_ in "bd"} == {Label.UNDEC}
    assert {reading.refuting.labels.claims[id_] for id_ in "bdf"} == {Label.OUT}


def test_the_own_label_of_a_step_does_not_wait_for_an_undercut_that_is_contested() -> None:
    reading = Reading(read_map("step: p + c; x - c; u / step; w -? u"))
    assert reading.labels.relations["step"] is Label.UNDEC
    assert reading.own_labels["step"] is Label.IN


def test_a_build_works_out_each_thing_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    calls: Counter[str] = Counter()

    def count(module: ModuleType, name: str) -> None:
        whole: Callable[..., object] = getattr(module, name)

        def counted(*values: object, **named: object) -> object:
            calls[name] += 1
            return whole(*values, **named)

        monkeypatch.setattr(module, name, counted)

    for name in ("outline", "roles", "supports_of", "circles_of_support", "conclusions_of"):
        count(groundwork, name)
    count(reading_of_map, "compile_map")
    count(labelling, "grounded_atoms")
    claims = Path(__file__).parents[2] / "claims"
    built = pipeline.build(claims, tmp_path, wanted=pipeline.Wanted(("html", "report")))
    argument_map = built.checked.map
    every: list[Stance | Expectation] = [
        NO_STANCE,
        *argument_map.stances.values(),
        *argument_map.expectations,
    ]
    stances = {(each.reject, each.accept) for each in every}
    assert calls.pop("compile_map") <= len(stances)
    assert calls.pop("grounded_atoms") <= len(stances)
    assert set(calls.values()) == {1}
