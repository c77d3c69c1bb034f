"""SADFace and arguebuf: what their own files mean, and what their own readers ask for."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest

from argmap.formats.arguebuf import reading as read_arguebuf
from argmap.formats.arguebuf import writing as write_arguebuf
from argmap.formats.counting import Counts, counts_of
from argmap.formats.exchange import PLAIN, Imported
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.sadface import reading as read_sadface
from argmap.formats.sadface import writing as write_sadface
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from tests.formats.whole_maps import whole_map
from tests.maps import for_all

CORE = {"analyst_email", "analyst_name", "created", "edited", "id", "version"}
A, B, C, S, T = (str(uuid.UUID(int=number)) for number in range(1, 6))


def file(tree: object) -> tuple[ForeignFile, ...]:
    """A file with this JSON."""
    return (ForeignFile("x.json", json.dumps(tree).encode()),)


def sadface(name: str, *edges: tuple[str, str], kind: str = "scheme") -> Imported:
    """The map in a document with three atoms, a scheme of this name, and an attack."""
    nodes: list[dict[str, Any]] = [
        {"id": id_, "type": "atom", "text": f"Text {id_}.", "sources": [], "metadata": {}}
        for id_ in (A, B, C)
    ]
    nodes.append({"id": S, "type": kind, "name": name, "metadata": {"core": {}}})
    nodes.append({"id": T, "type": "scheme", "name": "attack", "metadata": {}})
    joined = [{"id": C, "source_id": source, "target_id": target} for source, target in edges]
    tree = {"nodes": nodes, "edges": joined, "metadata": {"core": {}}, "resources": []}
    return read_sadface.read(file(tree), PLAIN)


@pytest.mark.parametrize(
    ("name", "kind", "counts"),
    [
        ("support", "scheme", (3, 1, 1, 1, 0, 0)),
        ("Expert Opinion", "scheme", (3, 1, 1, 1, 0, 0)),
        ("inference", "inference", (3, 1, 1, 1, 0, 0)),
        ("attack", "scheme", (3, 0, 2, 1, 0, 0)),
        ("conflict", "scheme", (3, 0, 2, 1, 0, 0)),
        ("Disagreement", "scheme", (3, 0, 2, 1, 0, 0)),
        ("anything", "conflict", (3, 0, 2, 1, 0, 0)),
    ],
)
def test_names_of_sadface_schemes(name: str, kind: str, counts: tuple[int, ...]) -> None:
    imported = sadface(name, (A, S), (S, B), (C, T), (T, S), kind=kind)
    assert counts_of(imported.map) == Counts(*counts)
    assert not imported.lost
    schemes = {relation.scheme for relation in imported.map.relations.values()}
    assert schemes - {None} == ({"expert-opinion"} if name == "Expert Opinion" else set())


ATTACK, SUPPORT = (3, 0, 2, 1, 0, 0), (3, 1, 1, 1, 0, 0)


@pytest.mark.parametrize(
    "name",
    [
        "rebuttal",
        "Rebut",
        "counter-attack",
        "objection",
        "contradicts",
        "contradiction",
        "undercut",
        "con",
        "default-conflict",
        "refutation",
        "defeater",
        "disproves",
        "Einwand",
        "dagegen",
        "undermines",
    ],
)
def test_names_of_sadface_schemes_that_mean_opposition_are_attacks(name: str) -> None:
    imported = sadface(name, (A, S), (S, B), (C, T), (T, S))
    assert counts_of(imported.map) == Counts(*ATTACK)
    assert not imported.lost
    assert not imported.map.schemes


@pytest.mark.parametrize(
    ("name", "counts", "doubts"),
    [
        ("Positive Values", SUPPORT, []),
        ("Argument from Opposites", SUPPORT, []),
        ("Default Inference", SUPPORT, []),
        ("pro", SUPPORT, []),
        ("Modus Ponens", SUPPORT, ["schemes of unknown names, read as supports"]),
        ("", SUPPORT, ["schemes of unknown names, read as supports"]),
        ("Conflict from Bivalence", ATTACK, ["schemes of unknown names, read as attacks"]),
        ("direct attack", ATTACK, ["schemes of unknown names, read as attacks"]),
    ],
)
def test_names_of_sadface_schemes_that_are_not_known_are_told(
    name: str, counts: tuple[int, ...], doubts: list[str]
) -> None:
    imported = sadface(name, (A, S), (S, B), (C, T), (T, S))
    assert counts_of(imported.map) == Counts(*counts)
    assert [loss.what for loss in imported.lost] == doubts


def test_a_disagreement_that_points_both_ways_is_a_contradiction() -> None:
    imported = sadface("disagree", (S, A), (S, B), kind="conflict")
    assert sum(each.contradiction for each in imported.map.relations.values()) == 2


@for_all(whole_map, 60, 400)
def test_sadface_documents_keep_the_rules_of_its_validator(argument_map: ArgumentMap) -> None:
    tree = json.loads(str(write_sadface.write(argument_map, PLAIN).content))
    assert set(tree) == {"edges", "metadata", "nodes", "resources"}
    assert set(tree["metadata"]["core"]) == CORE
    assert all(isinstance(block, dict) for block in tree["metadata"].values())
    ids = [node["id"] for node in tree["nodes"]]
    assert len({*ids, *(edge["id"] for edge in tree["edges"])}) == len(ids) + len(tree["edges"])
    atoms = {node["id"] for node in tree["nodes"] if node["type"] == "atom"}
    for node in tree["nodes"]:
        uuid.UUID(node["id"])
        assert set(node["metadata"]) <= set(tree["metadata"])
        assert {"text", "sources"} <= set(node) or node["type"] == "scheme"
    for edge in tree["edges"]:
        assert set(edge) == {"id", "source_id", "target_id"}
        assert {edge["source_id"], edge["target_id"]} <= {*ids}
        assert not {edge["source_id"], edge["target_id"]} <= atoms


def test_the_core_of_a_sadface_document_comes_back() -> None:
    core = dict.fromkeys(CORE, "x") | {"id": A, "title": "Streets", "notes": "n"}
    tree = {
        "nodes": [{"id": A, "type": "atom", "text": "A.", "sources": []}],
        "edges": [],
        "metadata": {"core": core, "org.e": {"k": 1}},
        "resources": [],
    }
    imported = read_sadface.read(file(tree), PLAIN)
    assert imported.map.title == "Streets"
    again = json.loads(str(write_sadface.write(imported.map, PLAIN).content))
    assert again["metadata"]["core"] == {key: core[key] for key in CORE}  # all that is valid
    assert again["metadata"]["org.e"] == {"k": 1}
    restored = read_sadface.read(file(again), PLAIN).map
    assert (restored.title, restored.meta["sadface"]) == ("Streets", core)


def test_readable_ids_of_a_sadface_document_become_uuids_and_come_back() -> None:
    tree = {
        "nodes": [
            {"id": "a", "type": "atom", "text": "A.", "sources": [{"resource_id": "r"}]},
            {"id": "B", "type": "atom", "text": "B."},
            {"id": "s1", "type": "scheme", "name": "support"},
        ],
        "edges": [
            {"id": "e1", "source_id": "a", "target_id": "s1"},
            {"id": "e2", "source_id": "s1", "target_id": "B"},
        ],
        "metadata": {"core": {"id": "mine"}},
        "resources": [{"id": "r", "content": "A book", "type": "text"}],
    }
    first = read_sadface.read(file(tree), PLAIN).map
    again = json.loads(str(write_sadface.write(first, PLAIN).content))
    ids = [each["id"] for each in (*again["nodes"], *again["edges"], *again["resources"])]
    assert all(uuid.UUID(each) for each in (*ids, again["metadata"]["core"]["id"]))
    second = read_sadface.read(file(again), PLAIN).map
    assert [each.origin for each in second.claims.values()] == [
        each.origin for each in first.claims.values()
    ]
    assert [*second.claims] == [*first.claims]
    [old], [new] = first.relations.values(), second.relations.values()
    assert old.origin == new.origin


def test_what_stands_beside_the_words_of_a_sadface_document_is_told() -> None:
    quotation = {"resource_id": "r", "text": "a b", "offset": 0, "length": 4, "page": 2}
    tree = {
        "nodes": [
            {"id": "1", "type": "atom", "text": "A.", "sources": [quotation]},
            {"id": "2", "type": "atom", "text": "B."},
            {"id": "3", "type": "scheme", "name": "support"},
        ],
        "edges": [
            {"id": "e", "source_id": "1", "target_id": "3", "metadata": {"me": {"k": 1}}},
            {"id": "f", "source_id": "3", "target_id": "2", "metadata": {"core": {}}},
        ],
        "metadata": {"core": {}},
        "resources": [{"id": "r", "content": "x a b", "type": "text", "metadata": {}, "year": 1}],
    }
    imported = read_sadface.read(file(tree), PLAIN)
    assert {loss.what: loss.count for loss in imported.lost} == {
        "offsets of quotations": 1,
        "lengths of quotations": 1,
        "own keys of quotations": 1,
        "own keys of sources": 1,
        "own keys of edges": 1,
    }


def test_sources_of_a_sadface_atom() -> None:
    quotation = {"resource_id": B, "text": "quieter streets", "offset": 3, "length": 15}
    own = {"sources": [quotation], "metadata": {"me": {"k": 2}}}
    atom = {"id": A, "type": "atom", "text": "A.", **own}
    resource = {"id": B, "content": "Noise", "metadata": {"core": {"url": "https://e.org"}}}
    tree = {"nodes": [atom], "edges": [], "metadata": {"core": {}}, "resources": [resource]}
    imported = read_sadface.read(file(tree), PLAIN)
    [claim], [source] = imported.map.claims.values(), imported.map.sources.values()
    assert (source.title, source.url, claim.source) == ("Noise", "https://e.org", source.id)
    assert [locator.quote for locator in claim.locators] == ["quieter streets"]
    assert claim.meta == {"me": {"k": 2}}


def arguebuf(scheme: dict[str, Any], **beside: object) -> Imported:
    """The map in a graph of two atoms that a scheme joins."""
    tree = {
        "nodes": {
            "a": {
                "atom": {
                    "text": "A.",
                    "participant": "p",
                    "reference": {"resource": "r", "text": "q"},
                }
            },
            "b": {"atom": {"text": "B."}, "metadata": {"created": "2026-01-05T10:00:00Z"}},
            "s": {"scheme": scheme},
        },
        "edges": {"e1": {"source": "a", "target": "s"}, "e2": {"source": "s", "target": "b"}},
        "resources": {"r": {"title": "Noise", "text": "Long."}},
        "participants": {"p": {"name": "Ada"}},
        "majorClaim": "b",
        **beside,
    }
    return read_arguebuf.read(file(tree), PLAIN)


@pytest.mark.parametrize(
    ("scheme", "counts", "name", "loss"),
    [
        ({"support": "SUPPORT_DEFAULT"}, (2, 1, 0, 0, 0, 0), None, None),
        ({"support": "SUPPORT_FEAR_APPEAL"}, (2, 1, 0, 0, 0, 0), "appeal-to-fear", None),
        ({"support": "SUPPORT_MEMORY"}, (2, 1, 0, 0, 0, 0), "memory", None),
        ({"support": 2}, (2, 1, 0, 0, 0, 0), None, "schemes that are told by a number"),
        ({"attack": "ATTACK_DEFAULT"}, (2, 0, 1, 0, 0, 0), None, None),
        ({"rephrase": "REPHRASE_DEFAULT"}, (2, 0, 0, 0, 0, 1), None, None),
        ({"preference": "PREFERENCE_DEFAULT"}, (2, 0, 0, 0, 0, 0), None, "preferences"),
        ({}, (2, 0, 0, 0, 0, 0), None, "steps of an unknown kind"),
    ],
)
def test_schemes_of_arguebuf(
    scheme: dict[str, Any], counts: tuple[int, ...], name: str | None, loss: str | None
) -> None:
    imported = arguebuf(scheme)
    assert counts_of(imported.map) == Counts(*counts)
    assert {each.scheme for each in imported.map.relations.values()} <= {name}
    lost = {each.what for each in imported.lost}
    assert lost == {"times of nodes and edges", "texts of sources"} | ({loss} if loss else set())
    again = json.loads(str(write_arguebuf.write(imported.map, PLAIN).content))
    steps = [node["scheme"] for node in again["nodes"].values() if "scheme" in node]
    assert loss or steps == [scheme]


def test_what_stands_beside_arguebuf_nodes() -> None:
    argument_map = arguebuf({"attack": "ATTACK_DEFAULT"}, userdata={"k": [1, None]}).map
    assert argument_map.main == ("b",)
    assert argument_map.meta == {"k": [1, None]}
    assert argument_map.claims["a"].speaker == "Ada"
    assert argument_map.sources[argument_map.claims["a"].source or ""].title == "Noise"


@for_all(whole_map, 60, 400)
def test_arguebuf_graphs_have_the_keys_of_its_messages_alone(argument_map: ArgumentMap) -> None:
    tree = json.loads(str(write_arguebuf.write(argument_map, PLAIN).content))
    keys = {"schemaVersion", "libraryVersion", "nodes", "edges", "resources", "participants"}
    assert set(tree) <= keys | {"userdata", "majorClaim"}
    for node in tree["nodes"].values():
        assert set(node) <= {"atom", "scheme", "userdata"}
        atom = node.get("atom", {"text": ""})
        assert set(atom) <= {"text", "reference", "participant"}
        assert atom.get("participant", None) in {None, *tree["participants"]}
        reference = atom.get("reference", {})
        assert reference.get("resource") in {None, *tree["resources"]}
    for edge in tree["edges"].values():
        assert {edge["source"], edge["target"]} <= set(tree["nodes"])


def test_claims_of_other_formats_get_uuids_in_sadface_and_their_ids_back() -> None:
    argument_map = ArgumentMap.of([Claim("ban", "Ban cars.")])
    text = str(write_sadface.write(argument_map, PLAIN).content)
    assert '"ban"' in text
    assert list(read_sadface.read((ForeignFile("x.json", text.encode()),), PLAIN).map.claims) == [
        "ban"
    ]
