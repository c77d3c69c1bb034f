"""The reasons below a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.api import why
from argmap.errors import UsageError
from tests.maps import for_all, map_of, read_map

if TYPE_CHECKING:
    from argmap.analysis.status.why import Reason
    from argmap.model.argument_map import ArgumentMap


def lines(argument_map: ArgumentMap, claim: str) -> list[str]:
    return [_line(one) for one in why(argument_map, claim).reasons]


def _line(one: Reason) -> str:
    what = one.claim or (one.relation.id if one.relation else "")
    return f"{'  ' * one.depth}{what}{' ...' if one.repeated else ''}"


def test_the_tree_of_a_hand_made_map() -> None:
    argument_map = read_map("""
        late: x - c @0
        early: b + c @1
        first: a & b + c @0
        cut: u / first
        recut: c / cut
        z + b
        elsewhere + other
    """)
    assert lines(argument_map, "c") == [
        "c",
        "  first",
        "    a",
        "    b",
        "      z~supports~b",
        "        z",
        "    cut",
        "      u",
        "      recut",
        "        c ...",
        "  early",
        "    b ...",
        "  late",
        "    x",
    ]


def test_reasons_for_a_restatement_are_reasons_for_the_claim() -> None:
    argument_map = read_map("r: a + d; s: b + c; t: x - c; c = d; e: d + b")
    assert lines(argument_map, "d") == [
        "d",
        "  s",
        "    b",
        "      e",
        "        d ...",
        "  r",
        "    a",
        "  t",
        "    x",
    ]


def test_undercuts_that_go_round_are_told_once() -> None:
    argument_map = read_map("s: a + c; u: x / s; v: y / u; w: z / v; q: x / w")
    assert lines(argument_map, "c") == [
        "c",
        "  s",
        "    a",
        "    u",
        "      x",
        "      v",
        "        y",
        "        w",
        "          z",
        "          q",
        "            x ...",
    ]


def test_an_unknown_claim_is_refused() -> None:
    with pytest.raises(UsageError, match="there is no claim `d`"):
        why(read_map("c"), "d")


@for_all(map_of, 500)
def test_everything_below_is_told_once(argument_map: ArgumentMap) -> None:
    for claim in argument_map.claims:
        reasons = why(argument_map, claim).reasons
        explained = [
            argument_map.class_of(one.claim)
            for one in reasons
            if one.claim is not None and not one.repeated
        ]
        relations = [one.relation.id for one in reasons if one.relation is not None]
        assert len(set(explained)) == len(explained)
        assert len(set(relations)) == len(relations)
        classes, steps = _all_below(argument_map, claim)
        assert set(explained) == classes
        assert set(relations) == steps
        _assert_well_nested(argument_map, reasons)


def _all_below(argument_map: ArgumentMap, claim: str) -> tuple[set[tuple[str, ...]], set[str]]:
    classes, steps = {argument_map.class_of(claim)}, set[str]()
    while True:
        named = {one for members in classes for one in members} | steps
        more = {id_ for id_, one in argument_map.relations.items() if one.target in named}
        if more <= steps:
            return classes, steps
        steps |= more
        classes |= {
            argument_map.class_of(premise)
            for id_ in more
            for premise in argument_map.relations[id_].premises
        }


def _assert_well_nested(argument_map: ArgumentMap, reasons: tuple[Reason, ...]) -> None:
    """Every line hangs below the nearest line above that is less deep, and belongs there."""
    path: list[Reason] = []
    for one in reasons:
        del path[one.depth :]
        assert len(path) == one.depth
        above = path[-1] if path else None
        if above is not None and above.claim is not None:
            assert one.relation is not None
            assert one.relation.target in argument_map.class_of(above.claim)
        elif above is not None and above.relation is not None:
            if one.claim is not None:
                assert one.claim in above.relation.premises
            else:
                assert one.relation is not None
                assert one.relation.target == above.relation.id
        path.append(one)
