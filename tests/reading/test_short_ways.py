"""The short ways of reading, which most files take, give what the long ones give."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.pipeline import check
from argmap.reading.containers import PlacedMapping
from argmap.reading.places import PlacedTree, walk
from argmap.reading.scalars import doubts_of, is_beyond_doubt
from argmap.reading.yaml_tree import parse

if TYPE_CHECKING:
    from pathlib import Path

FORMS = """\
claims:
  a: {text: A claim.}
  b:
    text: Another claim.
    supported_by: a
    attacked_by: [c, {premises: [a, c]}, {premises: c, id: own}]
    supports: [d]
  c: {text: A third claim., attacks: [{target: d, with: [a]}]}
  d: A fourth claim.
relations:
  - {premises: [d, c], supports: a}
  - {premises: d, undercuts: own}
"""
STEPS = ["claims", "relations", "supported_by", "attacked_by", "premises"]


@given(
    st.text(min_size=1), st.sampled_from(["", ", b", "]", " #", " #5", "\t#5", " # a", "\n#"]),
    st.sampled_from([None, "text", "caveats", "authors"]), st.booleans(),
)  # fmt: skip
def test_of_what_is_beyond_doubt_nothing_is_to_be_said(
    value: str,
    end: str,
    key: str | None,
    follows: bool,  # noqa: FBT001  # drawn
) -> None:
    if is_beyond_doubt(value, end, key):
        assert not [*doubts_of(value, end, key, follows_a_comma=follows)]


@given(st.lists(st.sampled_from([*STEPS, *"abcd", 0, 1, 2, -1]), max_size=6))
def test_a_place_is_that_at_which_the_walk_ends(loc: list[int | str]) -> None:
    root = parse(FORMS, "a.yaml").root
    assert isinstance(root, PlacedMapping)
    _, (line, column), _ = walk(root, tuple(loc))
    place = PlacedTree("a.yaml", root).at(*loc)
    assert (place.line, place.column) == (line + 1, column + 1)


@pytest.mark.parametrize(
    ("bare", "more"),
    [
        ("supported_by: a", "supported_by: {premises: a, rationale: So.}"),
        ("supported_by: [c, a]", "supported_by: [c, {premises: a, rationale: So.}]"),
        ("attacked_by: [{premises: [c, a]}]", "attacked_by: [{premises: [c, a], rationale: So.}]"),
        ("supports: [d]", "supports: [{target: d, rationale: So.}]"),
        (
            "attacks: [{target: d, with: [c]}]",
            "attacks: [{target: d, with: [c], rationale: So.}]",
        ),
    ],
)
def test_a_relation_that_says_no_more_is_as_one_that_does(
    tmp_path: Path, bare: str, more: str
) -> None:
    maps = []
    for number, form in enumerate((bare, more)):
        path = tmp_path / str(number) / "a.yaml"
        path.parent.mkdir()
        claims = [f"  {id_}: {{text: Claim {id_} says so.}}" for id_ in "acd"]
        own = ["  b:", "    text: Claim b says so.", f"    {form}"]
        path.write_text("\n".join(["claims:", *claims, *own]) + "\n", encoding="utf-8")
        maps.append(check(path).map)
    first, second = maps
    assert first.relations.keys() == second.relations.keys() != set()
    for id_, relation in second.relations.items():
        place = replace(relation.location, path=first.relations[id_].location.path)
        expected = replace(relation, rationale=None, location=place)
        if relation.rationale is not None:
            assert first.relations[id_] == expected
