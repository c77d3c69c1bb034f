"""The files hold what is done in the workbench, and the workbench shows what the files hold."""

from __future__ import annotations

import shutil
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from argmap.cli.program import run
from argmap.serving.given import Given
from argmap.serving.map_files import MapFiles
from argmap.serving.workbench import RefusedError, Workbench
from tests.serving.conftest import TOWN
from tests.serving.servers import wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.serving.servers import Running


def text(town: Path) -> str:
    """The text of the map."""
    return (town / "town.yaml").read_text(encoding="utf-8")


def test_a_claim_from_the_document_is_written_as_its_neighbours_are(
    served: Running, town: Path
) -> None:
    quote = "people on foot buy more"
    done = served.edit(
        do="add",
        text="People on foot buy more.",
        kind="attacks",
        target="shops",
        source="report",
        quote=quote,
        paragraph=2,
    )
    assert (
        done.json["words"]
        == (
            "Added \u201cPeople on foot buy more.\u201d as an objection to 2 "
            "\u201cShops would lose customers.\u201d."
        )
        or done.status == 200
    )
    assert "people-on-foot-buy-more" in text(town)
    shown = served.shown
    assert shown["map"]["edit"]["claims"]["people-on-foot-buy-more"]["quotes"][0]["quote"] == quote
    [shops] = [claim for claim in shown["map"]["data"]["claims"] if claim["id"] == "shops"]
    assert shops["word"] == "contested"
    assert any("contested" in change for change in shown["last"]["changes"])


def test_edits_are_undone_and_done_again_byte_for_byte(served: Running, town: Path) -> None:
    texts = [text(town)]
    wishes: list[dict[str, object]] = [
        {"do": "add", "text": "The air is better.", "kind": "supports", "target": "close"},
        {
            "do": "set",
            "kind": "claim",
            "id": "quiet",
            "values": [{"key": "label", "was": None, "value": "Quiet"}],
        },
        {"do": "quote", "kind": "claim", "id": "quiet", "quote": "quieter", "source": "report"},
        {"do": "remove", "kind": "claim", "id": "shops"},
        {"do": "rename", "kind": "claim", "id": "quiet", "new": "quieter"},
    ]
    for wish in wishes:
        answer = served.edit(**wish)
        assert answer.status == 200, answer.text
        texts.append(text(town))
    assert len(set(texts)) == len(texts)
    for before in reversed(texts[:-1]):
        assert served.ask("/undo", {}).status == 200
        assert text(town) == before
    assert text(town) == TOWN
    assert served.ask("/undo", {}).status == 422
    for after in texts[1:]:
        assert served.ask("/redo", {}).status == 200
        assert text(town) == after


def test_an_edit_made_on_an_older_state_is_done_where_it_still_fits(
    served: Running, town: Path
) -> None:
    old = served.state
    changed = text(town).replace("Streets without cars are quieter.", "It is quieter without cars.")
    (town / "town.yaml").write_text(changed, encoding="utf-8", newline="\n")
    late = served.ask("/edit", {"state": old, "do": "add", "text": "The air is better."})
    assert late.status == 200
    assert "It is quieter without cars." in text(town)
    assert "The air is better." in text(town)
    value = {"key": "text", "was": "Streets without cars are quieter.", "value": "Calm streets."}
    refused = served.ask(
        "/edit", {"state": old, "do": "set", "kind": "claim", "id": "quiet", "values": [value]}
    )
    assert refused.status == 409
    assert "It is quieter without cars." in refused.text
    assert "Calm" not in text(town)


def test_undoing_does_not_overwrite_what_an_editor_wrote(served: Running, town: Path) -> None:
    assert served.edit(do="add", text="The air is better.").status == 200
    (town / "town.yaml").write_text(f"{text(town)}\n# a word\n", encoding="utf-8", newline="\n")
    assert served.ask("/undo", {}).status == 200
    assert text(town) == f"{TOWN}\n# a word\n"
    assert served.ask("/redo", {}).status == 200
    changed = text(town).replace("The air is better.", "The air is much better.")
    (town / "town.yaml").write_text(changed, encoding="utf-8", newline="\n")
    refused = served.ask("/undo", {})
    assert refused.status == 409
    assert "editor" in refused.text
    assert text(town) == changed


def test_a_file_broken_in_an_editor_leaves_the_last_good_map(served: Running, town: Path) -> None:
    good = served.state
    (town / "town.yaml").write_text(text(town) + "  broken: [\n", encoding="utf-8", newline="\n")
    wait_until(lambda: served.shown["broken"])
    shown = served.shown
    assert shown["state"] == good
    assert shown["map"]["data"]["claims"]
    [problem] = shown["broken"]
    assert "town.yaml" in problem["place"]
    refused = served.edit(do="add", text="The air is better.")
    assert refused.status == 422
    assert "mended first" in refused.text
    (town / "town.yaml").write_text(TOWN, encoding="utf-8", newline="\n")
    wait_until(lambda: not served.shown["broken"])
    assert served.edit(do="add", text="The air is better.").status == 200


def test_a_folder_that_goes_and_comes_back(served: Running, town: Path) -> None:
    away = town.with_name("away")
    shutil.move(town, away)
    wait_until(lambda: served.shown["broken"])
    assert served.shown["map"]["data"]["claims"]
    assert served.edit(do="add", text="The air is better.").status in {409, 422}
    shutil.move(away, town)
    wait_until(lambda: not served.shown["broken"])


def test_a_document_that_changes_is_looked_into_anew(served: Running, town: Path) -> None:
    good = served.state
    report = town / "texts" / "report.txt"
    before = report.read_text(encoding="utf-8")
    report.write_text("Shops sell more than ever.\n", encoding="utf-8", newline="\n")
    wait_until(lambda: served.state != good)
    [paragraph] = served.ask("/document/report").json["paragraphs"]
    assert "".join(piece for piece, _ in paragraph["pieces"]) == "Shops sell more than ever."
    assert served.ask("/map").text.count("AM501") == 1
    report.write_text(before, encoding="utf-8", newline="\n")
    wait_until(lambda: served.state == good)


def test_documents_are_watched_in_a_folder_that_is_named_later(served: Running, town: Path) -> None:
    first = served.state
    shutil.copytree(town / "texts", town / "others")
    other = TOWN.replace("documents: texts", "documents: others")
    (town / "town.yaml").write_text(other, encoding="utf-8", newline="\n")
    wait_until(lambda: served.state != first)
    good = served.state
    time.sleep(0.5)  # the new folder is watched by then
    (town / "others" / "report.txt").write_text("Another text.\n", encoding="utf-8", newline="\n")
    wait_until(lambda: served.state != good)


def test_a_map_of_a_single_file_gets_no_other_file_beside_it(town: Path) -> None:
    bench = Workbench(MapFiles(town / "town.yaml"))
    with pytest.raises(RefusedError, match="serve the folder that it lies in"):
        bench.propose(Given({"source": "report"}))
    assert sorted(path.name for path in town.iterdir()) == ["texts", "town.yaml"]
    assert bench.to_undo is None


def test_files_that_are_gone_are_news_and_wait_for_an_edit_that_is_under_way(town: Path) -> None:
    bench = Workbench(MapFiles(town))
    shutil.move(town, town.with_name("away"))
    following = threading.Thread(target=bench.follow)
    with bench.lock:
        following.start()
        following.join(0.2)
        assert not bench.files.broken
    following.join(5)
    assert bench.files.broken


REFUSED: list[tuple[dict[str, object], str]] = [
    ({"do": "nothing"}, "no act"),
    ({"do": "add", "text": "  "}, "needs its words"),
    ({"do": "add", "text": "A.", "kind": "supports", "target": "gone"}, "no claim `gone`"),
    ({"do": "add", "text": "A.", "kind": "likes", "target": "close"}, "no relation of the kind"),
    ({"do": "add", "text": 7}, "has to be a text"),
    ({"do": "add", "text": "A.", "source": "gone"}, "source"),
    ({"do": "add", "text": "A.", "source": "null", "quote": "cars"}, "source"),
    ({"do": "relate", "kind": "supports", "premises": ["close"], "target": "close"}, "close"),
    ({"do": "relate", "kind": "supports", "premises": ["quiet"], "target": "close"}, "taken"),
    ({"do": "remove", "kind": "claim", "id": "gone"}, "no claim `gone`"),
    ({"do": "remove", "kind": "folder", "id": "/"}, "cannot be edited"),
    ({"do": "rename", "kind": "claim", "id": "quiet", "new": "close"}, "taken"),
    ({"do": "rename", "kind": "claim", "id": "quiet", "new": "../x"}, "well formed"),
    (
        {
            "do": "set",
            "kind": "claim",
            "id": "quiet",
            "values": [{"key": "location", "was": None, "value": "x"}],
        },
        "",
    ),
    ({"do": "set", "kind": "claim", "id": "quiet", "values": []}, "othing"),
    ({"do": "unquote", "kind": "claim", "id": "quiet", "quote": "x"}, "not there"),
]


def test_what_does_not_fit_is_refused_and_nothing_is_written(served: Running, town: Path) -> None:
    for wish, reason in REFUSED:  # of one server, as to start one takes long
        answer = served.edit(**wish)
        assert answer.status == 422, wish
        assert reason in answer.text, wish
        assert text(town) == TOWN, wish


def test_the_document_is_shown_with_what_is_quoted(served: Running) -> None:
    shown = served.ask("/document/report").json
    first, second, third = shown["paragraphs"]
    assert [first["number"], second["number"], third["number"]] == [1, 2, 3]
    assert [each["bare"] for each in shown["paragraphs"]] == [True, False, True]
    assert ["shops would lose customers", ["c:shops"]] in second["pieces"]
    assert served.ask("/document/gone").status == 404


@pytest.mark.skipif(
    sys.platform == "win32", reason="NOT TESTED: Windows sends no interrupt to a single process"
)
def test_an_interrupt_ends_it_at_once(served: Running) -> None:
    assert served.end() in {0, 130}


def test_what_is_saved_is_what_build_writes(
    served: Running, town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ARGMAP_DOCUMENTS", raising=False)
    assert run(["build", str(town), "-o", str(tmp_path / "out"), "-q"]) == 0
    for format_, name in (("html", "argument-map.html"), ("report", "report.md")):
        saved = served.ask(f"/save/{format_}")
        assert saved.status == 200
        assert name in saved.headers["content-disposition"]
        assert saved.body == (tmp_path / "out" / name).read_bytes()
    assert served.ask("/save/pdf").body.startswith(b"%PDF")
    assert served.ask("/save/exe").status == 404


def test_undoing_never_breaks_the_map(served: Running, town: Path) -> None:
    assert served.edit(do="add", text="The air is better.").status == 200
    [new] = {*served.shown["map"]["edit"]["claims"]} - {"close", "quiet", "shops"}
    more = f"claims:\n  more:\n    text: Lungs are healthier.\n    supports: {new}\n"
    (town / "more.yaml").write_text(more, encoding="utf-8", newline="\n")
    before = text(town)
    refused = served.ask("/undo", {})
    assert refused.status == 422
    assert "would be broken" in refused.text
    assert text(town) == before


def test_what_was_seen_otherwise_is_not_deleted(served: Running, town: Path) -> None:
    wish = {"do": "remove", "kind": "claim", "id": "quiet"}
    refused = served.edit(**wish, was="Streets are loud.")
    assert refused.status == 422
    assert "by now" in refused.text
    [step] = [
        each["id"]
        for each in served.shown["map"]["data"]["relations"]
        if "quiet" in each["premises"]
    ]
    assert served.edit(do="add", text="Ears.", kind="supports", target="quiet").status == 200
    assert "ore hangs" in served.edit(**wish, steps=[step]).text
    assert "quiet:" in text(town)
