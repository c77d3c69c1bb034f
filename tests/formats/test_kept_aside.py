"""Parts of a map that a file keeps for argmap: they add to what it draws, and reach for nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from argmap.formats.exchange import PLAIN, Imported
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.kept_aside import KEPT_ASIDE
from argmap.formats.table import FORMATS
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.relation import Relation

if TYPE_CHECKING:
    from pathlib import Path

SMALL = ArgumentMap.of(
    [Claim("a", "A is so."), Claim("b", "B is so.")], [Relation.of("b", "supports", "a")]
)
NODES = ("aif", "xaif", "sadface", "arguebuf")
REACHING: tuple[dict[str, Any], ...] = (
    {"map": {"uses": ["lib"]}},
    {"map": {"bibliography": ["lib/refs.bib"]}},
    {"include": ["lib/other.argdown"]},
    {"claims": {"zz": {"text": "Hi."}}},
    {"relations": {"zz": {"premises": ["b"], "attacks": "a"}}},
)


def tree_of(name: str, argument_map: ArgumentMap) -> tuple[dict[str, Any], dict[str, Any]]:
    """The map in a format, and the mapping in it that has the data kept aside."""
    content = FORMATS[name].writes().write(argument_map, PLAIN).content
    assert isinstance(content, str)
    tree: dict[str, Any] = json.loads(content)
    inside = {"sadface": "metadata", "arguebuf": "userdata"}.get(name)
    return tree, (tree.setdefault(inside, {}) if inside else tree)


def with_kept(name: str, kept: object) -> str:
    """The small map in a format, with this as the data kept aside."""
    tree, inside = tree_of(name, SMALL)
    inside["argmap"] = kept
    return json.dumps(tree)


def read(name: str, folder: Path, *texts: str) -> Imported:
    """The map in these texts, as files of a folder beside another with claims."""
    (folder / "lib").mkdir()
    (folder / "lib" / "c.yaml").write_text("claims:\n  secret:\n    text: A secret claim.\n")
    (folder / "lib" / "refs.bib").write_text("")
    (folder / "lib" / "other.argdown").write_text("[secret]: A secret claim.")
    files = [
        ForeignFile(str(folder / f"{number}.x"), text.encode(), folder)
        for number, text in enumerate(texts)
    ]
    return FORMATS[name].reads().read(tuple(files), PLAIN)


@pytest.mark.parametrize("kept", REACHING, ids=str)
@pytest.mark.parametrize("name", [*NODES, "argdown"])
def test_data_kept_aside_reach_for_no_other_file_and_draw_nothing(
    name: str, kept: dict[str, Any], tmp_path: Path
) -> None:
    front = f"===\nargmap: {json.dumps(kept)}\n===\n\n[a]: A is so.\n  <+ [b]: B is so.\n"
    imported = read(name, tmp_path, front if name == "argdown" else with_kept(name, kept))
    assert {each.text for each in imported.map.claims.values()} == {"A is so.", "B is so."}
    assert len(imported.map.relations) == 1
    assert imported.lost


def test_data_in_braces_draw_nothing(tmp_path: Path) -> None:
    data = '{"note": "N.", "supported_by": [{"id": "zz", "text": "Hi there."}], "attacks": "b"}'
    text = f"===\nargmap: 1\n===\n\n[a]: A is so. {data}\n  <+ [b]: B is so.\n"
    imported = read("argdown", tmp_path, text)
    assert {*imported.map.claims} == {"a", "b"}
    assert imported.map.claims["a"].note == "N."
    assert [loss.count for loss in imported.lost] == [2]


@pytest.mark.parametrize("kept", REACHING[:3], ids=str)
def test_json_reaches_for_no_other_file_and_says_so(kept: dict[str, Any], tmp_path: Path) -> None:
    text = json.dumps({"schema": "argmap.map/1", "claims": {"a": "A is so."}, **kept})
    imported = read("json", tmp_path, text)
    assert {*imported.map.claims} == {"a"}
    assert not imported.diagnostics
    assert [loss.what for loss in imported.lost] == ["files and folders named in JSON"]


FAULTS: tuple[tuple[str, str, Any], ...] = (
    ("claims", "", {"nonsense": 1}),
    ("claims", "", {"credence": 5}),
    ("relations", "", {"weight": "much"}),
    ("sources", "t", {"title": "T", "kind": ["x"]}),
    ("stances", "x", {"accept": ["gone"]}),
    ("questions", "q", {"text": "Why?", "answers": ["gone"]}),
    ("schemes", "x", {"name": "X", "premises": {"a": 1}}),
    ("map", "main", ["gone"]),
    ("map", "meta", 3),
)


@pytest.mark.parametrize(("section", "key", "entry"), FAULTS, ids=str)
@pytest.mark.parametrize("name", NODES)
def test_a_fault_in_one_entry_costs_that_entry_alone(
    name: str, section: str, key: str, entry: object, tmp_path: Path
) -> None:
    claims = [Claim(f"c{number}", "It is so.", note=f"Note {number}.") for number in range(30)]
    steps = [Relation.of("c2", "supports", "c1", id="s", note="Of a step.")]
    whole = ArgumentMap.of(claims, steps, title="T", question="Q?")
    tree, inside = tree_of(name, whole)
    entries = inside["argmap"].setdefault(section, {})
    key = key or list(entries)[-1]
    entries[key] = {**entries.get(key, {}), **entry} if isinstance(entry, dict) else entry
    imported = read(name, tmp_path, json.dumps(tree))
    assert [(loss.what, loss.count) for loss in imported.lost] == [(KEPT_ASIDE, 1)]
    notes = {each.note for each in imported.map.claims.values()}
    assert len(notes - {None}) == (29 if section == "claims" else 30)
    assert imported.map.question == "Q?"


@pytest.mark.parametrize("name", NODES)
def test_entries_for_nodes_that_are_gone_are_told(name: str, tmp_path: Path) -> None:
    imported = read(name, tmp_path, with_kept(name, {"claims": {"gone": {"note": "N."}}}))
    assert [(loss.what, loss.count) for loss in imported.lost] == [
        (f"{KEPT_ASIDE} for nodes that are gone", 1)
    ]


def test_parts_of_whole_maps_are_told_where_several_maps_lie_in_one_folder(tmp_path: Path) -> None:
    kept = {
        "map": {"title": "T", "main": ["a"], "views": {"v": {"focus": "a"}}},
        "stances": {"x": {"accept": ["a"]}},
        "questions": {"q": {"text": "Why?", "answers": ["a"]}},
        "expect": [{"claim": "a", "is": "accepted"}],
    }
    imported = read("aif", tmp_path, *[with_kept("aif", kept)] * 2)
    counts = {loss.what: loss.count for loss in imported.lost}
    of_several = " of several maps in one folder"
    for part in ("titles", "main claims", "views", "stances", "questions", "expectations"):
        assert counts[part + of_several] == 2
