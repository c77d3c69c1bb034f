"""Discourse graphs: what is written is read back as the same map, whatever stands in it."""

from __future__ import annotations

import json
import re
import sys
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from argmap.formats.discourse import json_ld, json_ld_writing, vault, vault_writing
from argmap.formats.discourse.notes import properties_of, split
from argmap.formats.exchange import PLAIN, Imported, Wishes
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.obsidian import writing as obsidian
from argmap.formats.reader import Foreign, foreign_at
from argmap.formats.recognition import recognised
from argmap.formats.table import FORMATS
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.origin import Origin
from argmap.model.relation import Relation
from argmap.model.source import Source
from tests.formats.same_map import differences
from tests.formats.whole_maps import whole_map
from tests.maps import for_all

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

COUNT, BYTES = 120, 400


def files_in(files: Mapping[str, str | bytes]) -> tuple[ForeignFile, ...]:
    """The files of a vault, in order."""
    return tuple(
        ForeignFile(name, content if isinstance(content, bytes) else content.encode())
        for name, content in sorted(files.items())
    )


def read(files: Mapping[str, str | bytes]) -> Imported:
    """The map in the files of a vault."""
    return vault.read(files_in(files), PLAIN)


@for_all(whole_map, COUNT, BYTES)
def test_a_vault_reads_back_as_the_same_map(argument_map: ArgumentMap) -> None:
    exported = vault_writing.write(argument_map, PLAIN)
    assert isinstance(exported.content, dict)
    imported = read(exported.content)
    assert not imported.diagnostics
    assert not imported.lost
    assert not differences(imported.map, argument_map)


@for_all(whole_map, COUNT, BYTES)
def test_linked_data_reads_back_as_the_same_map(argument_map: ArgumentMap) -> None:
    exported = json_ld_writing.write(argument_map, PLAIN)
    assert isinstance(exported.content, str)
    file = ForeignFile("map.jsonld", exported.content.encode())
    assert recognised(file).only is FORMATS["discourse-json"]
    imported = json_ld.read((file,), PLAIN)
    assert not imported.diagnostics
    assert not imported.lost
    assert not differences(imported.map, argument_map)


def note(front: str, body: str = "") -> str:
    """A note with these properties."""
    return f"---\n{front}\n---\n{body}"


def settings(**labels: str) -> str:
    """The settings of a vault with the usual types of notes, and these types of links by label."""
    names = {"Claim": "CLM - ", "Evidence": "EVD - ", "Question": "QUE - ", "Source": "@"}
    return json.dumps(
        {
            "nodeTypes": [
                {"id": f"node_{name[0]}", "name": name, "format": f"{begin}{{content}}"}
                for name, begin in names.items()
            ]
            + [{"id": "node_X", "name": "Experiment", "format": "EXP - {content}"}],
            "relationTypes": [
                {"id": id_, "label": label, "complement": "?"} for id_, label in labels.items()
            ],
        }
    )


def relations(*links: tuple[str, str, str], **fields: object) -> str:
    """A file of relations with these links, each a source, a type and a target."""
    entries = {
        f"l{number}": {
            "id": f"l{number}",
            "type": type_,
            "source": source,
            "destination": target,
            **fields,
        }
        for number, (source, type_, target) in enumerate(links)
    }
    return json.dumps({"version": 1, "lastModified": 0, "relations": entries})


def small_vault(*links: tuple[str, str, str], **fields: object) -> dict[str, str | bytes]:
    """A vault with a claim, evidence, a question, a source and an experiment."""
    return {
        vault.SETTINGS: settings(
            s="supports", o="Opposes", b="is opposed by", a="addresses", m="motivates", p="produces"
        ),
        vault.RELATIONS: relations(*links, **fields),
        "v/CLM - Lanes help.md": note(
            'nodeTypeId: node_C\nnodeInstanceId: c\naliases:\n  - "CLM - Lanes: do they help?"'
        ),
        "v/EVD - Buses are fast - @meyer2020.md": note(
            "nodeTypeId: node_E\nnodeInstanceId: e\nstatus: seed",
            'Counted.\n\n> "buses are fast" (Meyer et al., 2020, p. 4)\n> "so" (Bock 1999)\n',
        ),
        "v/QUE - Which lanes.md": note("nodeTypeId: node_Q\nnodeInstanceId: q"),
        "v/@meyer2020.md": note(
            "nodeTypeId: node_S\nnodeInstanceId: w\ntitle: On buses\nauthors: [A. Meyer]\nyear: 20"
            "20"
        ),
        "v/EXP - Count.md": note("nodeTypeId: node_X\nnodeInstanceId: x"),
        "v/diary.md": "Nothing.",
    }


def test_notes_and_links_are_told_by_the_labels_of_their_types() -> None:
    links = [("e", "s", "c"), ("e", "b", "c"), ("c", "a", "q"), ("x", "m", "c"), ("w", "p", "c")]
    imported = read(small_vault(*links, ("e", "s", "gone"), ("e", "s", "c")))
    result = imported.map
    evidence = result.claims["buses-are-fast"]
    assert {claim.text for claim in result.claims.values()} == {
        "Lanes: do they help?",
        "Buses are fast",
    }
    assert {str(relation) for relation in map(repr, result.relations.values())} == {
        (
            "<Relation buses-are-fast~supports~lanes-do-they-help: "
            "buses-are-fast supports lanes-do-they-help>"
        ),
        (
            "<Relation lanes-do-they-help~attacks~buses-are-fast: "
            "lanes-do-they-help attacks buses-are-fast>"
        ),
    }
    assert result.questions["which-lanes"].answers == ("lanes-do-they-help",)
    assert evidence.source == result.claims["lanes-do-they-help"].source == "on-buses"
    assert result.sources["on-buses"].authors == ("A. Meyer",)
    assert [(each.quote, each.page) for each in evidence.locators] == [("buses are fast", "4")]
    assert evidence.note == 'Counted.\n\n> "so" (Bock 1999)'
    assert evidence.meta == {"status": "seed", "nodeType": "Evidence"}
    assert {loss.what: loss.count for loss in imported.lost} == {
        "notes that are no nodes": 1,
        "further sources of a claim (what is quoted from them stays in its note)": 1,
        "notes of the type Experiment": 1,
        "links to notes that are not there": 1,
        "links labelled `motivates`": 1,
        "links written twice": 1,
    }


def test_a_label_means_what_the_user_says() -> None:
    files = small_vault(("x", "m", "c"))
    imported = vault.read(files_in(files), Wishes(labels={"Motivates": "attack"}))
    assert [relation.kind for relation in imported.map.relations.values()] == ["attacks"]
    assert "count" in imported.map.claims  # a note that argues is a claim, whatever its type


def test_what_nobody_has_accepted_yet_is_marked() -> None:
    files = small_vault(("e", "s", "c"), tentative=True)
    files["v/CLM - New.md"] = note("nodeTypeId: node_C\nnodeInstanceId: n\ntentative: true")
    result = read(files).map
    assert result.claims["new"].pending
    assert [relation.tags for relation in result.relations.values()] == [("tentative",)]
    written = vault_writing.write(result, PLAIN).content
    assert isinstance(written, dict)
    assert '"tentative": true' in str(written[vault.RELATIONS])
    assert not differences(read(written).map, result)


def test_templates_are_no_nodes() -> None:
    files = small_vault()
    files[".obsidian/templates.json"] = '{"folder": "Meta/Templates"}'
    files["v/Meta/Templates/Any.md"] = files["v/CLM - Lanes help.md"]
    imported = read(files)
    assert len(imported.map.claims) == 2
    assert [loss.what for loss in imported.lost if "templates" in loss.what]


def test_links_in_the_properties_of_older_vaults_lead_from_the_type_that_may_be_their_source() -> (
    None
):
    files = small_vault()
    tree = json.loads(str(files[vault.SETTINGS]))
    tree["discourseRelations"] = [
        {"sourceId": "node_E", "destinationId": "node_C", "relationshipTypeId": "s"}
    ]
    files[vault.SETTINGS] = json.dumps(tree)
    files["v/CLM - Lanes help.md"] = note(
        'nodeTypeId: node_C\ns:\n  - "[[EVD - Buses are fast - @meyer2020.md]]"'
    )
    files["v/EVD - Buses are fast - @meyer2020.md"] = note(
        'nodeTypeId: node_E\ns:\n  - "[[CLM - Lanes help]]"\n  - "[[CLM - Lanes help.md]]"'
    )
    assert [*read(files).map.relations] == ["buses-are-fast~supports~lanes-help"]


def test_notes_that_roam_exports() -> None:
    context = "\n###### Discourse Context\n\n"
    files: dict[str, str | bytes] = {
        "Buses are f...t.md": "---\ntitle: [[EVD]] - Buses are fast - [[@meyer2020]]\n"
        "url: https://roamresearch.com/#/app/g/page/uid1\n---\n\nText.\n"
        f"{context}- **Supports::** Lanes help.md\n- **Informs::** What.md\n",
        "Lanes help.md": "---\ntitle: [[CLM]] - Lanes help\n"
        "url: https://roamresearch.com/#/app/g/page/uid2\n---\n"
        f"{context}- **Supported By::** [[Buses are f...t]]\n",
    }
    imported = read(files)
    assert [*imported.map.relations] == ["buses-are-fast~supports~lanes-help"]
    assert imported.map.claims["buses-are-fast"].source == "meyer2020"
    assert imported.map.claims["lanes-help"].origin == Origin("discourse-graph", "uid2")
    assert [loss.what for loss in imported.lost] == ["links to notes that are not there"]


HOSTILE = (
    "../../etc/passwd",
    "a/b\\c",
    "nul\x00",
    "x" * 300,
    "\U0001f600" * 200,
    "CON",
    "a: [",
    "",
)


@pytest.mark.parametrize("word", HOSTILE)
def test_ids_and_titles_from_a_stranger_lead_nowhere(word: str) -> None:
    quoted = json.dumps(word)
    files = small_vault((word, "s", "c"), ("c", "o", word))
    files["v/CLM - odd.md"] = note(
        f"nodeTypeId: node_C\nnodeInstanceId: {quoted}\naliases: [{json.dumps('CLM - ' + word)}]"
        f"\nid: {quoted}\nsource: {quoted}"
    )
    files["v/@odd.md"] = note(f"nodeTypeId: node_S\ncitekey: {quoted}\ntitle: {quoted}")
    imported = read(files)
    for write in (vault_writing.write, obsidian.write):
        content = write(imported.map, PLAIN).content
        assert isinstance(content, dict)
        folded = [name.casefold() for name in content]
        assert len(folded) == len(set(folded))
        for name in content:
            parts = PurePosixPath(name).parts
            assert not {"..", "/", ""} & {*parts}
            assert all(len(part.encode()) < 255 and part.isprintable() for part in parts)
            assert not re.search(r'[\\:*?"<>|]', name)
    again = vault_writing.write(imported.map, PLAIN).content
    assert isinstance(again, dict)
    assert not differences(read(again).map, imported.map)


BROKEN: tuple[str | bytes, ...] = (
    b"",
    b"\x00\xff\xfe",
    "---\nnodeTypeId: node_C\n  bad: [\n---\nText",
    "---\nnodeTypeId: [node_C]\n---\n",
    "---\nnodeTypeId: {a: b}\nnodeInstanceId: [1]\naliases: {a: [b]}\ntags: {}\nsource: 7\n---\n",
    "---\nnodeTypeId: 7\nnodeInstanceId: 8\nrelation: *x\n---\n",
    "---\nnodeTypeId: node_C\n",
    "---\nnodeTypeId: node_C\n---\n" + "> " * 50_000 + '"' * 50_000 + "(" * 50_000,
    "[" * 100_000,
    '{"relations": {"a": 7, "b": {"source": [], "destination": {}}, "c": null}}',
    '{"relations": [1, {"source": "c", "type": {}, "destination": "e"}]}',
    '{"nodeTypes": {"a": 1}, "relationTypes": [1, null], "discourseRelations": [[]]}',
    '{"claims": {"c": {"granted": "maybe", "text": 7}, "e": []}, "map": [1], "sources": {"x": 1}}',
)


@pytest.mark.parametrize("name", ["v/n.md", vault.SETTINGS, vault.RELATIONS, "argmap.json"])
@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_file_of_a_vault_costs_no_other_note(name: str, broken: str | bytes) -> None:
    imported = read(small_vault(("e", "s", "c")) | {name: broken})
    assert not [problem for problem in imported.diagnostics if problem.is_fatal]
    if name == "v/n.md":
        assert len(imported.map.claims) >= 2
        assert imported.map.relations


@pytest.mark.parametrize("broken", BROKEN)
def test_linked_data_that_is_broken_is_told(broken: str | bytes) -> None:
    content = broken if isinstance(broken, bytes) else broken.encode()
    problems = json_ld.read((ForeignFile("x.jsonld", content),), PLAIN).diagnostics
    assert [problem.code for problem in problems] == ["AM702"]


@pytest.mark.skipif(
    sys.platform == "win32", reason="NOT TESTED: Windows lets only some users make links"
)
def test_a_folder_is_told_by_its_settings_or_notes_and_nothing_outside_is_read(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "vault"
    for name, content in small_vault(("e", "s", "c")).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(str(content), encoding="utf-8")
    outside = tmp_path / "CLM - secret.md"
    outside.write_text(note("nodeTypeId: node_C"), encoding="utf-8")
    (folder / "CLM - linked.md").symlink_to(outside)
    (folder / "round").symlink_to(folder)
    (folder / ".trash").mkdir()
    (folder / ".trash" / "CLM - old.md").write_text(note("nodeTypeId: node_C"), encoding="utf-8")
    foreign = foreign_at(folder)
    assert isinstance(foreign, Foreign)
    assert foreign.format is FORMATS["discourse-graph"]
    assert len(foreign.imported().map.claims) == 2


@for_all(whole_map, 40, BYTES)
def test_every_link_of_an_obsidian_vault_leads_to_a_note(argument_map: ArgumentMap) -> None:
    content = obsidian.write(argument_map, PLAIN).content
    assert isinstance(content, dict)
    notes = {PurePosixPath(name).stem for name in content}
    assert len(notes) == len(content) == 1 + len(argument_map.claims) + len(argument_map.sources)
    for text in content.values():
        front, body = split(str(text))
        assert properties_of(front, "").is_whole
        for name in re.findall(r"(?<!\\)\[\[([^\]|]+)", body):
            assert name in notes


def test_the_report_of_a_vault_names_what_the_notes_do_not_have() -> None:
    own = Claim("a", "A", source="s", meta={"url": "x", "mood": "y"})
    work = Source("s", title="S", cite_as="ICS 2025", document="ics.txt", meta={"kind": "z"})
    step = Relation.of("a", "supports", "b", id="why")
    single = ArgumentMap.of([own, Claim("b", "B")], [step], sources=[work])
    exported = obsidian.write(single, PLAIN)
    assert {(loss.what, loss.example) for loss in exported.lost} == {
        ("own keys of claims", "a: url"),
        ("own keys of sources", "s: kind"),
        ("ids of relations", "why"),
    }
    assert isinstance(exported.content, dict)
    notes = "".join(str(each) for each in exported.content.values())
    assert all(word in notes for word in ("ICS 2025", "ics.txt", "mood"))
