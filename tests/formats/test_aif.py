"""Nodesets of AIF, read: what each node means, and what is reported of those that mean nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from argmap.formats.aif import as_aif, as_xaif
from argmap.formats.counting import Counts, counts_of
from argmap.formats.exchange import PLAIN, Imported, Wishes
from argmap.formats.foreign_file import ForeignFile
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim, Mode
from argmap.model.relation import Kind, Relation
from argmap.model.scheme import Scheme
from argmap.pipeline import check

if TYPE_CHECKING:
    from pathlib import Path


def nodeset(words: str, **beside: object) -> dict[str, Any]:
    """A nodeset from words such as `1:I`, a node with a type, and `1-5`, an edge."""
    nodes, edges = [], []
    for word in words.split():
        if ":" in word:
            id_, kind = word.split(":")
            nodes.append({"nodeID": id_, "type": kind, "text": f"Text {id_}."})
        else:
            source, target = word.split("-")
            edges.append({"edgeID": word, "fromID": source, "toID": target})
    return {"nodes": nodes, "edges": edges, **beside}


def read(tree: object, wishes: Wishes = PLAIN) -> Imported:
    """The map in a nodeset."""
    file = ForeignFile("debate.json", json.dumps(tree).encode())
    return as_aif.read((file,), wishes)


def lost(imported: Imported) -> dict[str, int]:
    """The losses of an import, counted by kind."""
    return {loss.what: loss.count for loss in imported.lost}


SENTENCE = "As the mayor had said in the session of the council, before the vote was taken."
SMALL = "1:I 2:I 3:I "


@pytest.mark.parametrize(
    ("words", "counts", "losses"),
    [
        ("", (3, 0, 0, 0, 0, 0), {}),
        ("5:RA 1-5 5-2", (3, 1, 0, 0, 0, 0), {}),
        ("5:RA 1-5 2-5 5-3", (3, 1, 0, 0, 1, 0), {}),
        ("5:RA 6:RA 1-5 2-6 5-3 6-3", (3, 2, 0, 0, 0, 0), {}),
        ("5:CA 1-5 2-5 5-3", (3, 0, 1, 0, 1, 0), {}),
        ("5:CA 1-5 5-1", (3, 0, 1, 0, 0, 0), {}),
        ("5:RA 6:CA 1-5 5-2 3-6 6-5", (3, 1, 1, 1, 0, 0), {}),
        ("5:CA 6:CA 1-5 5-2 3-6 6-5", (3, 0, 2, 1, 0, 0), {}),
        ("6:CA 5:CA 7:CA 3-6 6-5 1-5 5-2 2-7 7-6", (3, 0, 3, 2, 0, 0), {}),
        ("5:CA 6:CA 1-5 5-6 2-6 6-5", (3, 0, 2, 2, 0, 0), {}),
        ("5:CA 1-5 5-2 5-3", (3, 0, 2, 0, 0, 0),
         {"steps about several claims, each told by itself": 1}),
        ("5:MA 1-5 5-2", (3, 0, 0, 0, 0, 1), {}),
        ("5:MA 6:RA 1-5 5-2 1-6 6-2", (3, 1, 0, 0, 0, 0),
         {"restatements between claims that support or attack each other": 1}),
        ("5:MA 1-5 2-5 5-3", (3, 0, 0, 0, 0, 0), {"restatements of several claims at once": 1}),
        ("5:MA 1-5", (3, 0, 0, 0, 0, 0), {"restatements of nothing": 1}),
        ("5:PA 1-5 5-2", (3, 0, 0, 0, 0, 0), {"preferences": 1}),
        ("5:PA 6:CA 1-5 5-2 3-6 6-5", (3, 0, 0, 0, 0, 0),
         {"preferences": 1, "steps about restatements or preferences": 1}),
        ("5:RA 6:RA 1-5 5-2 3-6 6-5", (3, 1, 0, 0, 0, 0), {"supports of a step": 1}),
        ("5:RA 1-5", (3, 0, 0, 0, 0, 0), {"relations without a target": 1}),
        ("5:RA 5-1", (3, 0, 0, 0, 0, 0), {"relations without a premise": 1}),
        ("5:RA 6:CA 1-5 3-6 6-5", (3, 0, 0, 0, 0, 0),
         {"relations without a target": 1, "undercuts of a step that is not there": 1}),
        ("5:RA 1-5 5-1", (3, 0, 0, 0, 0, 0), {"claims that support themselves": 1}),
        ("5:RA 1-5 5-5 5-2", (3, 1, 0, 0, 0, 0), {"edges from a node to itself": 1}),
        ("1-2", (3, 0, 0, 0, 0, 0), {"edges from claim to claim that name no step": 1}),
        ("5:RA 1-5 5-2 9-5", (3, 1, 0, 0, 0, 0), {"edges to nodes that are not there": 1}),
        ("5:XX 1-5 5-2", (3, 0, 0, 0, 0, 0), {"steps of an unknown kind": 1}),
        ("4:L 5:YA 4-5 5-1", (3, 0, 0, 0, 0, 0), {"locutions": 1, "illocutions": 1}),
        ("4:L 5:CA 1-5 5-4", (3, 0, 0, 0, 0, 0),
         {"locutions": 1, "steps from or to a locution": 1}),
    ],
)  # fmt: skip
def test_each_node_has_its_meaning_or_is_reported(
    words: str, counts: tuple[int, ...], losses: dict[str, int]
) -> None:
    tree = nodeset(SMALL + words)
    for node in tree["nodes"]:
        if node["type"] not in ("I", "L"):
            node["text"] = f"Default {node['type']}"
    imported = read(tree)
    assert counts_of(imported.map) == Counts(*counts)
    assert lost(imported) == losses
    assert not imported.diagnostics


def test_numbers_and_texts_are_the_same_ids() -> None:
    tree = nodeset("1:I 2:I 5:RA 1-5 5-2")
    tree["nodes"][0]["nodeID"] = 1
    tree["edges"][1]["toID"] = 2
    assert counts_of(read(tree).map).supports == 1


@pytest.mark.parametrize(
    ("fields", "scheme", "rationale"),
    [
        ({"text": "Default Inference", "scheme": "Default Inference"}, None, None),
        ({"text": "RA"}, None, None),
        ({"text": "RA", "scheme": "CauseToEffect", "schemeID": "4"}, "cause-to-effect", None),
        ({"text": "Expert Opinion"}, "expert-opinion", None),
        ({"text": "Argument From Expert Opinion"}, "expert-opinion", None),
        ({"text": "Default Inference", "schemeID": "30"}, "sign", None),
        ({"text": "Fear Appeal"}, "appeal-to-fear", None),
        ({"text": "ModusPonens"}, "modus-ponens", None),
        ({"text": SENTENCE}, None, SENTENCE),
    ],
)  # fmt: skip
def test_the_scheme_of_a_step_is_one_of_ours_or_the_maps_own(
    fields: dict[str, str], scheme: str | None, rationale: str | None
) -> None:
    tree = nodeset("1:I 2:I 5:RA 1-5 5-2")
    tree["nodes"][2] |= fields
    argument_map = read(tree).map
    [relation] = argument_map.relations.values()
    assert (relation.scheme, relation.rationale) == (scheme, rationale)
    again = json.loads(str(as_aif.write(argument_map, PLAIN).content))
    assert read(again).map.schemes.keys() == argument_map.schemes.keys()


def test_a_dialogue_tells_who_said_a_claim() -> None:
    tree = nodeset(
        "1:I 2:I 3:I 11:L 12:L 21:YA 22:YA 23:YA 11-21 21-1 12-22 22-2 12-23 23-3",
        locutions=[{"nodeID": "12", "personID": 7}],
        participants=[{"participantID": 7, "firstname": "Ada", "surname": "Meyer"}],
    )
    tree["nodes"][3]["text"] = "Fiona Bruce : Could we?"
    tree["nodes"][6]["text"] = "Pure Questioning"
    claims = read(tree, Wishes(dialogue=True)).map.claims
    assert [claims[id_].speaker for id_ in "123"] == ["Fiona Bruce", "Ada Meyer", "Ada Meyer"]
    assert [claims[id_].mode for id_ in "123"] == [Mode.ASSERTED, Mode.RAISED, Mode.ASSERTED]
    silent = read(tree)
    assert {claim.speaker for claim in silent.map.claims.values()} == {None}
    assert lost(silent)["participants"] == 1


def test_a_folder_of_nodesets_is_one_map(tmp_path: Path) -> None:
    first, second = nodeset("1:I 2:I 5:RA 1-5 5-2"), nodeset("2:I 3:I 6:CA 3-6 6-2")
    for name, tree in (("a.json", first), ("b.json", second)):
        (tmp_path / name).write_text(json.dumps(tree), encoding="utf-8")
    checked = check(tmp_path)
    assert not [problem for problem in checked.diagnostics if problem.is_error]
    assert counts_of(checked.map) == Counts(3, 1, 1, 0, 0, 0)


def test_files_that_number_their_nodes_by_themselves_are_kept_apart() -> None:
    first, second = nodeset("1:I 2:I 5:RA 1-5 5-2"), nodeset("1:I 2:I 5:CA 1-5 5-2")
    second["nodes"][0]["text"] = "Another thing."
    files = tuple(
        ForeignFile(name, json.dumps(tree).encode())
        for name, tree in (("a.json", first), ("b.json", second))
    )
    imported = as_aif.read(files, PLAIN)
    assert counts_of(imported.map) == Counts(3, 1, 1, 0, 0, 0)
    assert sum(loss.count for loss in imported.lost if "kept apart" in loss.what) == 2
    [attack] = [each for each in imported.map.relations.values() if each.kind == "attacks"]
    assert imported.map.claims[attack.premises[0]].text == "Another thing."
    assert attack.target == "2"


@pytest.mark.parametrize(
    "tree",
    [
        {"nodes": [], "edges": [], "locutions": []},
        {"nodes": [], "edges": []},
        nodeset("1:I"),
        nodeset("1-2"),
    ],
)
def test_an_empty_nodeset_is_one_all_the_same(tree: object) -> None:
    assert as_aif.fits(ForeignFile("x.json", json.dumps(tree).encode()))
    assert not read(tree).diagnostics


def test_marked_words_of_the_text_are_quotations() -> None:
    nodes = nodeset("1:I 2:I 3:L 4:YA 5:RA 1-5 5-2 3-4 4-2")
    text = (
        'As she <span class="highlighted" id="node1">found &amp; <b>said</b>, cars</span> stink; '
        'they <span id="node3" class="highlighted">should go</span>. <span id="node9">What?</span>'
    )
    whole = {"AIF": nodes, "text": text, "OVA": {"url": "https://example.org/x", "nodes": [{}]}}
    imported = read(whole)
    quotes = {id_: claim.locators[0].quote for id_, claim in imported.map.claims.items()}
    assert quotes == {"1": "found & said , cars", "2": "should go"}
    [source] = imported.map.sources.values()
    assert source.url == "https://example.org/x"
    assert lost(imported)["positions of nodes"] == 1
    assert lost(imported)["texts that were analysed"] == 1


def test_the_text_of_xaif_marks_each_quotation_for_its_node() -> None:
    quoted = read({"AIF": nodeset("1:I"), "text": '<span id="node1">a &lt; b, it says</span>'}).map
    tree = json.loads(str(as_xaif.write(quoted, PLAIN).content))
    assert tree["text"] == '<span id="node1" class="highlighted">a &lt; b, it says</span>'
    tree.pop("argmap")
    assert read(tree).map.claims["1"].locators[0].quote == "a < b, it says"


def test_a_nodeset_has_what_its_readers_ask_for() -> None:
    tree = json.loads(str(as_aif.write(ArgumentMap.of([Claim("a", "A.")]), PLAIN).content))
    assert tree == {
        "nodes": [{"nodeID": "a", "text": "A.", "type": "I", "timestamp": ""}],
        "edges": [],
        "locutions": [],
    }


MARKED = '<span id="node1" class="highlighted">it is late</span>, let us go'


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        (MARKED, "it is late", {"texts that were analysed": 1}),
        ({"txt": MARKED}, "it is late", {"texts that were analysed": 1}),
        (
            {"txt": MARKED, "url": "x"},
            "it is late",
            {"texts that were analysed": 1, "parts beside the text that was analysed": 1},
        ),
        ([MARKED], None, {"analysed texts that are none": 1}),
        ({"txt": [MARKED]}, None, {"analysed texts that are none": 1}),
        (None, None, {}),
    ],
)
def test_the_analysed_text_of_xaif_in_every_shape(
    text: object, quote: str | None, expected: dict[str, int]
) -> None:
    tree = {"AIF": nodeset("1:I", locutions=[]), "text": text}
    imported = as_xaif.read((ForeignFile("x.json", json.dumps(tree).encode()),), PLAIN)
    [claim] = imported.map.claims.values()
    assert [locator.quote for locator in claim.locators] == ([quote] if quote else [])
    assert lost(imported) == expected


@pytest.mark.parametrize("words", ["3:XX 1-3 3-2", "3:RA 1-3", "3:MA 1-3 3-2", "3:PA 1-3 3-2"])
def test_a_step_that_comes_to_nothing_leaves_no_scheme(words: str) -> None:
    tree = nodeset("1:I 2:I " + words)
    imported = read(tree)
    assert not imported.map.relations
    assert not imported.map.schemes


def test_a_scheme_of_a_map_is_the_only_one_after_aif_and_back() -> None:
    own = {"my": Scheme("my", "My scheme")}
    step = Relation("a~supports~b", Kind.SUPPORTS, ("a",), "b", scheme="my")
    claims = [Claim("a", "A."), Claim("b", "B.")]
    tree = json.loads(str(as_aif.write(ArgumentMap.of(claims, [step], schemes=own), PLAIN).content))
    assert [*read(tree).map.schemes] == ["my"]


def test_keys_of_edges_that_aif_does_not_know_are_told() -> None:
    tree = nodeset("1:I 2:I 3:RA 1-3 3-2")
    tree["edges"][0]["weight"] = 2
    assert lost(read(tree)) == {"own keys of edges": 1}
    assert lost(read(nodeset("1:I", locutions=[]) | {"edges": {"1": 2}})) == {
        "parts that are no lists": 1
    }
