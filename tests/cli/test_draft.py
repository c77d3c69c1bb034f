"""`argmap draft`: what it prints and writes, what it refuses, and that it asks nobody by itself."""

from __future__ import annotations

import json
import socket
from typing import TYPE_CHECKING

import pytest

from tests.drafting.fake_server import chat, reply, serving
from tests.drafting.test_model import GOOD, KEY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

TEXT = "The town is loud. Therefore, the centre should be closed.\n"
FRENCH = "La ville est bruyante et les voitures y circulent sans cesse.\n"


@pytest.fixture(autouse=True)
def _nobody_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Refuse every connection that leaves this machine, and write a document."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: tuple[str, int]) -> None:
        assert address[0] == "127.0.0.1", address
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.delenv("ARGMAP_MODEL_KEY", raising=False)
    (tmp_path / "report.txt").write_text(TEXT)


def test_drafts_are_printed_and_nothing_is_written(argmap: Argmap, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    outcome = argmap("draft", "report.txt")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.count("mode: draft\n") == 2
    assert sorted(tmp_path.rglob("*")) == before


def test_a_file_is_written_once_and_over_another_by_force(argmap: Argmap, tmp_path: Path) -> None:
    file = tmp_path / "claims" / "drafts.yaml"
    first = argmap("draft", "report.txt", "-o", "claims/drafts.yaml")
    assert (first.code, first.out) == (0, "claims/drafts.yaml\n")
    assert "deleting its line `mode: draft`" in first.err
    written = file.read_bytes()
    again = argmap("draft", "report.txt", "-o", "claims/drafts.yaml")
    assert (again.code, again.out, file.read_bytes()) == (2, "", written)
    assert "--force" in again.err
    file.write_text("# mine")
    assert argmap("-q", "draft", "report.txt", "-o", file, "--force").err == ""
    assert file.read_bytes() == written
    assert argmap("check").code == 0


def test_programs_get_the_keys_agreed(argmap: Argmap) -> None:
    outcome = argmap("draft", "report.txt", "--json")
    assert json.loads(outcome.out) == {
        "schema": "argmap.draft/1",
        "document": "report.txt",
        "language": "en",
        "dropped": 0,
        "claims": [
            {
                "id": "the-town-is-loud",
                "text": "The town is loud.",
                "quote": "The town is loud.",
                "paragraph": 1,
                "page": None,
                "start": 0,
                "end": 17,
                "cue": None,
                "speaker": None,
            },
            {
                "id": "the-centre-should-be-closed",
                "text": "The centre should be closed.",
                "quote": "Therefore, the centre should be closed.",
                "paragraph": 1,
                "page": None,
                "start": 18,
                "end": 57,
                "cue": "therefore",
                "speaker": None,
            },
        ],
        "relations": [
            {
                "premises": ["the-town-is-loud"],
                "kind": "supports",
                "target": "the-centre-should-be-closed",
                "cue": "therefore",
            }
        ],
    }


def test_another_language_is_told(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "texte.txt").write_text(FRENCH)
    outcome = argmap("draft", "texte.txt")
    assert outcome.code == 0
    assert FRENCH.strip() in outcome.out
    assert "known for English and German" in outcome.err


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("no.txt", None, "is not there"),
        ("empty.txt", b"  \n\n", "has no text"),
        ("latin.txt", b"caf\xe9", "it is not UTF-8 text; save it as plain text"),
        ("bad.pdf", b"no PDF", "it is no PDF file"),
        ("bad.docx", b"PK\x03\x04", "cannot be read"),
        ("questions.txt", b"Why should we?", "claims anything"),
    ],
)
def test_a_document_that_gives_nothing_gets_its_word(
    argmap: Argmap, tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    outcome = argmap("draft", name, "-o", "claims/drafts.yaml")
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err
    assert not (tmp_path / "claims" / "drafts.yaml").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("--model", "some"),
        ("--endpoint", "http://127.0.0.1:1/v1"),
        ("--prompt", "--from-json", "-"),
        ("--model", "some", "--endpoint", "http://127.0.0.1:1/v1", "--prompt"),
        ("-o", "claims"),
        ("-o", "report.txt"),
    ],
)
def test_what_does_not_go_together_is_wrong_use(argmap: Argmap, words: tuple[str, ...]) -> None:
    outcome = argmap("draft", "report.txt", *words)
    assert (outcome.code, outcome.out) == (2, "")


def test_a_model_is_asked_where_it_is_named(
    argmap: Argmap, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ARGMAP_MODEL_KEY", KEY)
    answer = {"claims": [GOOD["claims"][0], GOOD["claims"][0] | {"quote": "quiet as a mouse"}]}
    with serving(chat(answer)) as server:
        outcome = argmap(
            *("draft", "report.txt", "--model", "some", "--endpoint", server.address),
            *("-o", "claims/drafts.yaml"),
        )
    assert outcome.code == 0
    assert "1 of 2 was dropped: its words are not in the document" in outcome.err
    assert server.requests[0][0]["Authorization"] == f"Bearer {KEY}"
    assert KEY not in outcome.out + outcome.err + (tmp_path / "claims/drafts.yaml").read_text()
    assert argmap("check").code == 0


def test_a_model_that_fails_leaves_no_file(
    argmap: Argmap, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ARGMAP_MODEL_KEY", KEY)
    with serving(reply(500, f"the key {KEY} is bad".encode())) as server:
        outcome = argmap(
            *("draft", "report.txt", "--model", "some", "--endpoint", server.address),
            *("-o", "claims/drafts.yaml"),
        )
    assert (outcome.code, outcome.out) == (2, "")
    assert KEY not in outcome.err
    assert not (tmp_path / "claims" / "drafts.yaml").exists()


def test_an_answer_is_brought_by_hand(argmap: Argmap, tmp_path: Path) -> None:
    prompt = argmap("draft", "report.txt", "--prompt")
    assert TEXT.strip() in prompt.out
    (tmp_path / "answer.json").write_text(json.dumps({"claims": [GOOD["claims"][0]]}))
    outcome = argmap("draft", "report.txt", "--from-json", "answer.json")
    assert "text: The town is loud." in outcome.out
    assert argmap("draft", "report.txt", "--from-json", "no.json").code == 2
    (tmp_path / "answer.json").write_bytes(b" " * 4_000_001)
    assert "larger than 4 MB" in argmap("draft", "report.txt", "--from-json", "answer.json").err
