"""Parts of a map for a handout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.graph.extent import WHOLE, Extent, part_of_map
from argmap.graph.outline import outline
from tests.maps import for_all, map_of, read_map

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap

SMALL = read_map("r: a & b + c; d + a; e - c; f / r; g + x", main="c")


def kept(extent: Extent) -> set[str]:
    return set(part_of_map(SMALL, outline(SMALL), extent)[0].claims)


def test_a_part_holds_the_claims_so_many_steps_below_a_claim() -> None:
    assert kept(Extent(focus="c", depth=0)) == {"c"}
    assert kept(Extent(focus="c", depth=1)) == {"c", "a", "b", "e", "f"}
    assert kept(Extent(focus="c")) == {"c", "a", "b", "d", "e", "f"}
    assert kept(Extent(depth=0)) == {"c"}


def test_relations_stay_whose_ends_stay() -> None:
    part, order = part_of_map(SMALL, outline(SMALL), Extent(focus="a"))
    assert list(part.relations) == ["d~supports~a"]
    assert order.roots[0] == "a"
    assert order.numbers["a"] == outline(SMALL).numbers["a"] == "1.1"


@for_all(map_of, 300)
def test_any_part_is_a_map_under_the_numbers_of_the_whole(argument_map: ArgumentMap) -> None:
    whole = outline(argument_map)
    for focus in argument_map.claims:
        for depth in (0, 1, None):
            part, order = part_of_map(argument_map, whole, Extent(focus, depth))
            assert focus in part.claims
            assert order.numbers.items() <= whole.numbers.items()
            assert order.numbers.keys() == part.claims.keys()
    assert part_of_map(argument_map, whole, WHOLE) == (argument_map, whole)
