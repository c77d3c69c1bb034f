"""Answers as JSON: the tables of keys, and `why` as a flat list."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import argmap
from argmap.analysis.reading_of_map import Reading
from argmap.analysis.status.why import why
from argmap.views.answers.commands import why_answer
from argmap.views.answers.encoder import KEYS, WORKED_OUT, dumps
from tests.maps import chain, for_all, map_of, read_map

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap

SOURCE = Path(argmap.__file__).parent


def answer_of(argument_map: ArgumentMap, claim: str) -> dict[str, Any]:
    reading = Reading(argument_map)
    answer = why_answer(argument_map, why(reading, claim), reading.status)
    decoded: dict[str, Any] = json.loads(dumps(answer))
    return decoded


def fields_by_class() -> dict[str, set[str]]:
    """The annotated fields of every class of the package that has some."""
    return {
        node.name: fields
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        and (
            fields := {
                part.target.id
                for part in node.body
                if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)
            }
        )
    }


def test_the_table_of_keys_names_fields_that_are_there() -> None:
    fields = fields_by_class()
    assert not [name for name in (*KEYS, *WORKED_OUT) if name not in fields]
    unknown = {name: keys.keys() - fields[name] for name, keys in KEYS.items()}
    assert not {name: keys for name, keys in unknown.items() if keys}


def test_no_two_parts_of_an_answer_have_one_key() -> None:
    for name, fields in fields_by_class().items():
        keys = [KEYS.get(name, {}).get(field, field) for field in fields]
        kept = [key for key in keys if key is not None]
        assert len(set(kept)) == len(kept), name


def test_the_reasons_of_a_long_chain_can_be_read() -> None:
    length = 1500
    argument_map = chain(length)
    [top] = [id_ for id_ in argument_map.claims if not argument_map.relations_from(id_)]
    answer = answer_of(argument_map, top)
    assert len(answer["claims"]) >= length
    assert answer["claims"].keys() == argument_map.claims.keys()
    assert answer["relations"].keys() == argument_map.relations.keys()


def test_claims_and_relations_name_what_is_next_to_them() -> None:
    argument_map = read_map("s: a & b + c; t: x - c; u: y / s; v: z / u; w: n -! c")
    answer = answer_of(argument_map, "c")
    claim = answer["claims"]["c"]
    assert (claim["supported_by"], claim["attacked_by"]) == (["s"], ["t", "w"])
    assert answer["claims"]["a"]["supported_by"] == []
    step, undercut = answer["relations"]["s"], answer["relations"]["u"]
    assert (step["premises"], step["target"], step["undercut_by"]) == (["a", "b"], "c", ["u"])
    assert (undercut["polarity"], undercut["undercut_by"]) == ("attack", ["v"])
    assert (undercut["target"], answer["relations"]["v"]["label"]) == ("s", "in")


def test_a_restatement_names_the_claim_that_has_its_reasons() -> None:
    answer = answer_of(read_map("r: a + d; s: b + c; t: x - c; c = d; e: c + b"), "d")
    assert (answer["claims"]["d"]["supported_by"], answer["claims"]["d"]["restates"]) == (
        ["s", "r"],
        None,
    )
    again = answer["claims"]["c"]
    assert (again["restates"], again["supported_by"], again["attacked_by"]) == ("d", [], [])


@for_all(map_of, 300)
def test_the_list_has_every_reason_once(argument_map: ArgumentMap) -> None:
    for claim in argument_map.claims:
        reasons = argmap.why(argument_map, claim).reasons
        answer = answer_of(argument_map, claim)
        claims = {reason.claim for reason in reasons if reason.claim is not None}
        assert answer["claims"].keys() == claims
        named = [
            id_
            for part, keys in (
                ("claims", ("supported_by", "attacked_by")),
                ("relations", ("undercut_by",)),
            )
            for entry in answer[part].values()
            for key in keys
            for id_ in entry[key]
        ]
        assert len(named) == len(set(named))
        assert set(named) == answer["relations"].keys()
        premises = {id_ for entry in answer["relations"].values() for id_ in entry["premises"]}
        assert premises <= answer["claims"].keys()
