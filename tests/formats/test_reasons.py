"""Maps of Reasons, read and written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from argmap.formats import reasons
from argmap.formats.exchange import PLAIN
from argmap.formats.foreign_file import ForeignFile
from argmap.model.relation import Kind
from tests.formats.reading import drawn, formats_of, imported, lost
from tests.formats.whole_maps import whole_map
from tests.maps import for_all

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap

LIST = """[
  {"id": "p1", "text": "Air is bad.", "x": 150, "y": 200, "colour": "red"},
  {"id": 2, "text": "Cars make it so."},
  {"id": "C 1", "text": "Ban cars."},
  {"from": ["p1", 2], "to": "C 1", "type": "because"},
  {"from": "C 1", "to": "p1", "type": "however"},
  {"id": "e", "from": "p1", "to": "2"},
  {"from": "p1", "to": "zz"},
  {"from": "p1", "to": "2", "type": "wibbles"}
]"""


def test_a_list_of_claims_and_arrows_is_a_map() -> None:
    result = imported("reasons", LIST)
    assert drawn(result.map) == ["2 & p1 + ban-cars", "ban-cars - p1", "p1 + 2"]
    assert result.map.claims["p1"].meta == {"colour": "red"}
    assert lost(result) == {
        "places and sizes of boxes": 1,
        "relations of an unknown kind": 1,
        "relations without a target": 1,
    }
    assert formats_of("x.json", LIST) == ["reasons"]


def test_old_ids_come_back() -> None:
    content = reasons.write(imported("reasons", LIST).map, PLAIN).content
    assert isinstance(content, str)
    entries = json.loads(content)
    assert {entry["id"] for entry in entries if "text" in entry} == {"p1", "2", "C 1"}
    assert [entry["id"] for entry in entries if "to" in entry and "id" in entry] == ["e"]


@for_all(whole_map, 100, 400)
def test_claims_and_relations_come_back(argument_map: ArgumentMap) -> None:
    exported = reasons.write(argument_map, PLAIN)
    assert isinstance(exported.content, str)
    result = reasons.read((ForeignFile("x.json", exported.content.encode()),), PLAIN)
    assert not result.diagnostics
    texts = {id_: claim.text for id_, claim in argument_map.claims.items()}
    assert {id_: claim.text for id_, claim in result.map.claims.items()} == texts
    kept = sorted(
        (relation.premises, str(relation.kind), relation.target)
        for relation in argument_map.relations.values()
        if relation.kind is not Kind.UNDERCUTS
    )
    again = result.map.relations.values()
    assert sorted((each.premises, str(each.kind), each.target) for each in again) == kept
    undercuts = len(argument_map.relations) - len(kept)
    assert [each.count for each in exported.lost if each.what == "undercuts"] == (
        [undercuts] if undercuts else []
    )


@pytest.mark.parametrize(
    "text",
    ["[1, 2]", "[]", "{}", '[{"uri": "x", "text": "y", "target": []}]', '["a"]', "[[["],
)
def test_other_json_is_not_taken_for_such_a_list(text: str) -> None:
    assert "reasons" not in formats_of("x.json", text)


def test_of_several_losses_of_one_kind_the_first_is_the_example() -> None:
    nested: dict[str, list[str]] = {f"key{number}": [] for number in range(9)}
    [loss] = imported("reasons", json.dumps([{"id": "1", "text": "A", **nested}])).lost
    assert (loss.example, loss.count) == ("1: key0", 9)
