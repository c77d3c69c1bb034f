"""An argument in standard form has all that the tree of reasons has, each claim once, in order."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from argmap.analysis.reading_of_map import Reading
from argmap.analysis.status.standard_form import (
    NumberedClaim,
    NumberedObjection,
    StandardForm,
    standard_form,
)
from argmap.analysis.status.why import why
from argmap.graph.circles import circles_of_support
from argmap.model.relation import Kind
from argmap.pipeline import load
from argmap.views.terminal.why_standard import standard_text
from tests.maps import Choices, chain, for_all, map_of, read_map

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model.argument_map import ArgumentMap

LENGTH = 100_000


def drawn(choices: Choices) -> ArgumentMap:
    """A random map."""
    return map_of(choices)


@for_all(drawn, 400)
def test_it_has_what_the_tree_has(argument_map: ArgumentMap) -> None:
    reading = Reading(argument_map)
    for claim in argument_map.claims:
        form = standard_form(reading, claim)
        lines = (*form.argument, *form.objections)
        heads = [argument_map.head_of(line.claim) for line in lines if hasattr(line, "claim")]
        objections = [line.relation for line in lines if isinstance(line, NumberedObjection)]
        steps = [step for line in lines if isinstance(line, NumberedClaim) for step in line.steps]
        reasons = why(reading, claim).reasons
        assert len(heads) == len(set(heads))
        assert set(heads) == {argument_map.head_of(each.claim) for each in reasons if each.claim}
        assert sorted([*objections, *steps]) == sorted(
            each.relation.id for each in reasons if each.relation
        )


@for_all(drawn, 400)
def test_a_line_comes_after_what_it_rests_on_and_what_it_hits(argument_map: ArgumentMap) -> None:
    reading = Reading(argument_map)
    circling = {claim for circle in circles_of_support(argument_map) for claim in circle}
    for claim in argument_map.claims:
        form = standard_form(reading, claim)
        place = places(argument_map, form)
        for line in (*form.argument, *form.objections):
            steps = line.steps if isinstance(line, NumberedClaim) else (line.relation,)
            here = place[argument_map.head_of(getattr(line, "claim", "")) or steps[0]]
            for step in (argument_map.relations[id_] for id_ in steps):
                before = {argument_map.head_of(premise) for premise in step.premises}
                if step.kind is not Kind.SUPPORTS:
                    assert place[argument_map.head_of(step.target)] < here
                elif argument_map.head_of(step.target) in circling:
                    before -= circling
                assert all(place[premise] < here for premise in before)
        assert form.argument[-1].claim == claim


def places(argument_map: ArgumentMap, form: StandardForm) -> dict[str, int]:
    """The place of every claim, by the smallest id of its class, and of every relation."""
    place: dict[str, int] = {}
    for number, line in enumerate((*form.argument, *form.objections)):
        if isinstance(line, NumberedClaim):
            place[argument_map.head_of(line.claim)] = number
            place |= dict.fromkeys(line.steps, number)
        else:
            place[line.relation] = number
    return place


def test_reasons_stand_apart_and_what_is_linked_together() -> None:
    assert text_of("a + d; b & c + d; e - d; f / one; one: g + a", "d") == [
        "P1  g  [stands]",
        "C1  a  [falls]",
        "    from P1 (fails)",
        "P2  b  [stands]",
        "P3  c  [stands]",
        "C2  d  [contested]",
        "    from C1 (fails)",
        "    from P2 and P3, linked (holds by itself)",
        "",
        "Objections",
        "P4  f  [stands]",
        "O1  against the step from P1 to C1: from P4 (blocks it)",
        "P5  e  [stands]",
        "O2  against C2: from P5 (unanswered)",
    ]


def test_a_circle_is_named_where_it_closes() -> None:
    assert text_of("a + b; b + a", "b") == [
        "C1  a  [falls]",
        "    from C2 (fails; in a circle with C2 below)",
        "C2  b  [falls]",
        "    from C1 (fails)",
    ]


def test_what_says_the_same_has_one_number() -> None:
    lines = text_of("a + c; b + c; a = b", "c")
    assert [line for line in lines if not line.startswith(" ")] == [
        "P1  a  [stands]",
        "C1  c  [stands]",
    ]
    assert [line.strip() for line in lines if line.startswith(" ")] == [
        "the same: b",
        "from P1 (holds)",
        "from P1 (holds)",
    ]


def text_of(written: str, claim: str) -> list[str]:
    """The lines for a claim of a map in a few characters."""
    reading = Reading(read_map(written))
    return [*standard_text(reading, standard_form(reading, claim))]


def test_a_chain_of_any_length_is_written() -> None:
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(300)
    try:
        reading = Reading(chain(LENGTH))
        lines = [*standard_text(reading, standard_form(reading, "c000000"))]
    finally:
        sys.setrecursionlimit(limit)
    assert len(lines) == 2 * LENGTH - 1
    assert lines[-1].strip() == f"from C{LENGTH - 2} (holds)"


def test_premises_come_in_the_order_in_which_they_are_written(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(
        "claims:\n"
        "  mortal: {text: Socrates is mortal., supported_by: [{premises: [all, a-man]}]}\n"
        "  all: All men are mortal.\n"
        "  a-man: Socrates is a man.\n",
        encoding="utf-8",
    )
    argument_map, _ = load(file)
    form = standard_form(Reading(argument_map), "mortal")
    assert [line.claim for line in form.argument] == ["all", "a-man", "mortal"]
