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
    return [_line(reason) for reason in why(argument_map, claim).reasons]


def _line(reason: Reason) -> str:
    what = reason.claim or (reason.relation.id if reason.relation else "")
    return f"{'  ' * reason.depth}{what}{' ...' if reason.repeated else ''}"


def test_why_gives_the_tree_of_a_hand_made_map() -> None:
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


def test_undercuts_in_a_circle_are_listed_once() -> None:
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
def test_every_reason_below_a_claim_is_listed_once(argument_map: ArgumentMap) -> None:
    for claim in argument_map.claims:
        reasons = why(argument_map, claim).reasons
        explained = [
            argument_map.class_of(reason.claim)
            for reason in reasons
            if reason.claim is not None and not reason.repeated
        ]
        relations = [reason.relation.id for reason in reasons if reason.relation is not None]
        assert len(set(explained)) == len(explained)
        assert len(set(relations)) == len(relations)
        classes, steps = _all_below(argument_map, claim)
        assert set(explained) == classes
        assert set(relations) == steps
        _assert_well_nested(argument_map, reasons)


def _all_below(argument_map: ArgumentMap, claim: str) -> tuple[set[tuple[str, ...]], set[str]]:
    classes, steps = {argument_map.class_of(claim)}, set[str]()
    while True:
        named = {member for members in classes for member in members} | steps
        more = {id_ for id_, relation in argument_map.relations.items() if relation.target in named}
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
    for reason in reasons:
        del path[reason.depth :]
        assert len(path) == reason.depth
        above = path[-1] if path else None
        if above is not None and above.claim is not None:
            assert reason.relation is not None
            assert reason.relation.target in argument_map.class_of(above.claim)
        elif above is not None and above.relation is not None:
            if reason.claim is not None:
                assert reason.claim in above.relation.premises
            else:
                assert reason.relation is not None
                assert reason.relation.target == above.relation.id
        path.append(reason)
