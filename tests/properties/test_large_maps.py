"""Large maps go through numpy; what is said of them is what is said of small ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from argmap.analysis.reading_of_map import Reading
from argmap.model.relation import Force
from argmap.reasoning import agendas, arrays
from tests.maps import Choices, for_all, reading_of

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Stance


def question_of(drawn: Choices) -> tuple[Force | None, ArgumentMap, Stance]:
    """A reader's question about a map with places in its entries, main claims and a library."""
    force, (argument_map, stance) = drawn.one_of((None, *Force)), reading_of(drawn)
    placed = {
        id_: replace(relation, position=drawn.one_of((None, 0, 1, 7)))
        for id_, relation in argument_map.relations.items()
    }
    claims = [*argument_map.claims]
    main = tuple(id_ for id_ in claims if not drawn.below(5))
    used = frozenset(id_ for id_ in claims if not drawn.below(4))
    return force, replace(argument_map, relations=placed, main=main, used=used), stance


def everything(argument_map: ArgumentMap, stance: Stance, force: Force | None) -> list[Any]:
    """Labels, words, reasons, roles, circles and the outline of a map."""
    reading = Reading(argument_map, stance, force)
    outline = reading.outline
    many = [reading.with_semantics(semantics) for semantics in ("preferred", "stable")]
    return [
        [[dict(each.status.claims), dict(each.status.relations)] for each in many],
        [[each.labels.credulous, each.labels.fixed, each.labels.positions] for each in many],
        [dict(each.own_labels) for each in many],
        dict(reading.status.claims),
        dict(reading.status.relations),
        reading.grounded.refuted,
        reading.grounded.blocked,
        list(reading.own_labels.items()),
        dict(reading.roles),
        reading.groundwork.circles,
        list(outline.numbers.items()),
        dict(outline.children),
        outline.roots,
        outline.main,
    ]


@for_all(question_of, 500)
def test_a_large_map_is_read_like_a_small_one(
    question: tuple[Force | None, ArgumentMap, Stance],
) -> None:
    objections, argument_map, stance = question
    plain = everything(argument_map, stance, objections)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arrays, "WORTH_NUMPY", -1)
        patch.setattr(agendas, "_WIDE", 0)
        assert everything(argument_map, stance, objections) == plain
