"""`argmap convert`, and files of other formats given where a map is expected."""

from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from argmap.formats.table import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

APX = "arg(a). arg(b).\natt(a,b).\n"
NO_FORMAT = "A paragraph of prose, which is no map in any format.\n"


def test_without_a_place_to_write_claim_files_go_to_stdout(argmap: Argmap) -> None:
    outcome = argmap("convert", "claims")
    assert outcome.code == 0
    Path("again.yaml").write_text(outcome.out, encoding="utf-8")
    assert argmap("status", "again.yaml").out == argmap("status", "claims").out


def test_counts_and_losses_are_json_on_stderr_and_nothing_else(argmap: Argmap) -> None:
    outcome = argmap("convert", "claims", "x.mmd", "--json")
    report = json.loads(outcome.err)
    assert outcome.out == ""
    assert report["schema"] == "argmap.convert/1"
    counted = {key: report[key] for key in ("claims", "supports", "attacks", "undercuts", "linked")}
    assert counted == {"claims": 6, "supports": 2, "attacks": 2, "undercuts": 1, "linked": 1}
    lost = {loss["what"]: (loss["count"], loss["example"]) for loss in report["lost"]}
    assert lost["sources"] == (1, "report")
    assert lost["stances of readers"] == (1, "keeper")


def test_the_same_losses_are_lines_on_stderr(argmap: Argmap) -> None:
    lines = argmap("convert", "claims", "x.mmd").err.splitlines()
    assert lines[0] == "6 claims, 2 supports, 2 attacks; not taken over:"
    assert "  sources: 1, such as report" in lines
    assert argmap("-q", "convert", "claims", "x.mmd").err == ""


def test_an_option_for_other_formats_is_said_to_have_no_effect(argmap: Argmap) -> None:
    Path("x.apx").write_text(APX, encoding="utf-8")
    Path("x.csv").write_text("Satz;Bezug;Haltung\na;;\nb;a;pro\n", encoding="utf-8")
    columns = "argmap: --columns has no effect here; it is for these formats: CSV table, XLSX work"
    for place in ("x.apx", "claims"):
        remarks = argmap("convert", place, "x.mmd", "--columns", "text=Satz", "--keep-going").err
        assert remarks.startswith(columns), remarks
        assert "argmap: --keep-going has no effect here" in remarks
    used = argmap("convert", "x.csv", "x.graphml", "--columns", "text=Satz", "--relations").err
    assert "no effect" not in used


def test_a_name_without_an_ending_is_a_folder_of_claim_files(argmap: Argmap) -> None:
    assert argmap("convert", "claims", "mine").code == 0
    assert sorted(path.name for path in Path("mine").iterdir()) == ["map.yaml", "report.yaml"]
    assert argmap("convert", "claims", "mine").code == 0, "what it wrote itself it writes again"
    Path("mine/other.yaml").write_text("claims: {a: A.}\n", encoding="utf-8")
    refused = argmap("convert", "claims", "mine")
    assert (refused.code, "holds other files" in refused.err) == (2, True)


def test_what_is_read_is_never_written_over(argmap: Argmap) -> None:
    Path("map.json").write_text(argmap("convert", "claims", "--to", "json").out, encoding="utf-8")
    before = Path("map.json").read_bytes()
    refused = argmap("convert", "map.json", "./map.json")
    assert (refused.code, "is what is read" in refused.err) == (2, True)
    assert Path("map.json").read_bytes() == before


def test_a_map_with_errors_is_not_converted(argmap: Argmap) -> None:
    Path("bad.yaml").write_text("claims: {a: {text: A., supported_by: b}}\n", encoding="utf-8")
    outcome = argmap("convert", "bad.yaml", "out.json")
    assert (outcome.code, outcome.out, Path("out.json").exists()) == (1, "", False)
    assert "AM301" in outcome.err


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["claims", "--to", "jsn"], "did you mean `json`?"),
        (["claims", "x.qqq"], "no format is known that writes .qqq"),
        (["claims", "--to", "framework"], "is read, and not written"),
        (["claims", "--from", "dot"], "is written, and not read"),
        (["claims", "--from", "argmpa"], "did you mean `argmap`?"),
        (["nowhere"], "there is no file or folder nowhere"),
    ],
    ids=" ".join,
)
def test_wrong_use_says_what_to_type(argmap: Argmap, words: list[str], hint: str) -> None:
    outcome = argmap("convert", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert hint in outcome.err


@pytest.mark.parametrize("command", ["status", "check", "premises", "agenda", "build", "convert"])
def test_a_file_of_a_known_format_is_a_map_for_every_command(argmap: Argmap, command: str) -> None:
    Path("two.apx").write_text(APX, encoding="utf-8")
    assert argmap(command, "two.apx").code == 0


def test_a_file_is_told_by_its_content_not_by_its_name(argmap: Argmap) -> None:
    Path("two.txt").write_text(APX, encoding="utf-8")
    assert "2 claims: 1 stands, 1 falls." in argmap("status", "two.txt").out


def test_standard_input_is_told_by_its_content_too(
    argmap: Argmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text, words in ((APX, "1 falls"), ("claims: {a: A.}\n", "1 claim: 1 stands.")):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
        assert words in argmap("status", "-").out


def test_the_format_can_be_named_before_and_after_any_command(argmap: Argmap) -> None:
    Path("two.data").write_text("1\n2\n#\n1 2\n", encoding="utf-8")
    for words in (
        ("--from", "framework", "status", "two.data"),
        ("status", "two.data", "--from", "framework"),
        ("status", "--from=framework", "two.data"),
    ):
        assert "2 claims: 1 stands, 1 falls." in argmap(*words).out


def test_a_file_with_errors_of_syntax_can_be_read_on_by_any_command(argmap: Argmap) -> None:
    Path("broken.argdown").write_text("[A]: a\n  + [B]: b\n\n(1) c\n", encoding="utf-8")
    refused = argmap("status", "broken.argdown")
    assert (refused.code, refused.out) == (1, "")
    assert "AM702" in refused.err
    for words in (
        ("--keep-going", "status", "broken.argdown"),
        ("status", "broken.argdown", "--keep-going"),
        ("convert", "broken.argdown", "--to", "argmap", "--keep-going"),
        ("diff", "broken.argdown", "broken.argdown", "--keep-going"),
    ):
        outcome = argmap(*words)
        assert (outcome.code, "AM702" in outcome.err) == (0, False)


def test_a_file_of_no_known_format_is_refused_with_what_was_tried(argmap: Argmap) -> None:
    Path("prose.txt").write_text(NO_FORMAT, encoding="utf-8")
    outcome = argmap("status", "prose.txt")
    assert (outcome.code, outcome.out) == (1, "")
    assert "AM701: the format of this file is not known; tried: " in outcome.err
    titles = [each.title for each in FORMATS.values() if "text" in each.shapes]
    assert all(title in outcome.err for title in titles)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"nodes": [', "AM702"),
        (b"[" * 100_000, "AM702"),
        (b'{"colour": "red"}', "AM701"),
        (bytes(range(256)) * 20, "AM701"),
    ],
    ids=["cut off", "deep", "other", "binary"],
)
def test_what_cannot_be_read_is_told_without_a_traceback(
    argmap: Argmap, content: bytes, code: str
) -> None:
    Path("x.data").write_bytes(content)
    for command in ("status", "check", "convert", "build"):
        outcome = argmap(command, "x.data")
        assert outcome.code == 1
        assert code in outcome.out + outcome.err


def test_an_encoding_that_is_no_utf8_is_named(argmap: Argmap) -> None:
    for encoding, name in (("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("cp1252", "Latin-1")):
        Path("two.apx").write_bytes(f"% L\u00e4rm\n{APX}".encode(encoding))
        outcome = argmap("check", "two.apx")
        assert outcome.code == 0, encoding
        assert "AM707" in outcome.out
        assert name in outcome.out


def test_every_format_that_is_written_is_written_from_any_map(argmap: Argmap) -> None:
    for name, each in FORMATS.items():
        if each.writer:
            folder = Path("out") / name
            outcome = argmap("convert", "claims", f"{folder}/", "--to", name)
            assert outcome.code == 0, outcome.err
            first = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
            assert first
            assert argmap("convert", "claims", f"{folder}/", "--to", name).code == 0
            assert {path: path.read_bytes() for path in first} == first, "the same map, other bytes"


NODES = '{"nodes": [{"nodeID": "1", "text": "A.", "type": "I"}], "edges": [], "locutions": []}'


def test_a_broken_file_of_a_folder_is_told_by_every_way_out(argmap: Argmap) -> None:
    Path("corpus").mkdir()
    Path("corpus/1.json").write_text(NODES, encoding="utf-8")
    Path("corpus/2.json").write_text(NODES[:40], encoding="utf-8")
    checked = argmap("check", "corpus")
    assert "corpus/2.json:1:1: warning AM708" in checked.out
    assert argmap("check", "corpus", "--strict").code == 1
    assert "1 warning; see `argmap check`" in argmap("status", "corpus").err
    lost = json.loads(argmap("convert", "corpus", "x.yaml", "--json").err)["lost"]
    assert lost == [{"count": 1, "example": "corpus/2.json", "what": "files of the folder"}]


def test_a_guessed_encoding_is_told_when_a_map_is_converted(argmap: Argmap) -> None:
    table = "id;claim;parent;stance\n1;L\u00e4rm schadet.;;\n2;Er nervt.;1;pro\n"
    Path("t.csv").write_bytes(table.encode("cp1252"))
    assert "encodings that were guessed: 1" in argmap("convert", "t.csv", "t.yaml").err
    lost = json.loads(argmap("convert", "t.csv", "t.yaml", "--json").err)["lost"]
    assert [(loss["what"], "Windows-1252" in loss["example"]) for loss in lost] == [
        ("encodings that were guessed", True)
    ]


def test_a_folder_that_was_edited_is_written_over_only_by_force(argmap: Argmap) -> None:
    assert argmap("convert", "claims", "mine").code == 0
    path = Path("mine/map.yaml")
    path.write_text(path.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    refused = argmap("convert", "claims", "mine")
    assert (refused.code, "mine/map.yaml is there and differs" in refused.err) == (2, True)
    assert argmap("convert", "claims", "mine", "--force").code == 0
    assert "# mine" not in path.read_text(encoding="utf-8")


def test_a_folder_of_single_maps_names_one(argmap: Argmap) -> None:
    Path("all").mkdir()
    Path("all/two.apx").write_text(APX, encoding="utf-8")
    outcome = argmap("check", "all")
    assert (outcome.code, "argmap check all/two.apx" in outcome.out) == (1, True)


def test_an_empty_map_is_called_so(argmap: Argmap) -> None:
    Path("none.json").write_text('{"nodes": [], "edges": [], "locutions": []}', encoding="utf-8")
    outcome = argmap("status", "none.json")
    assert (outcome.code, outcome.out) == (0, "This map holds no claim.\n")


def test_a_meaning_that_no_format_knows_is_refused(argmap: Argmap) -> None:
    refused = argmap("convert", "claims", "--labels", "weakens=hurts")
    assert (refused.code, "`hurts` is no meaning; there are support, attack" in refused.err) == (
        2,
        True,
    )
    assert argmap("convert", "claims", "x.yaml", "--labels", "weakens=Attacks").code == 0
