"""No line of an answer is wider than the terminal, unless a single word is."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from argmap.cli.program import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

LONG = "so long that no terminal on which anybody could read it shows it in one line of its own"
WORDY = f"""\
map: {{title: A map of claims that are {LONG}, main: [close]}}
source:
  id: report
  document: report.txt
  title: A report on the old town and its traffic that is {LONG}
  authors: [Anna Amsel, Bert Bock]
  caveats: A draft that is {LONG}.
claims:
  close:
    text: The old town should be closed, for reasons that are {LONG}.
    supported_by:
      - quieter
      - {{premises: [dirty, cars], id: air, scheme: practical-reasoning}}
    attacked_by:
      - {{premises: shops, undercut_by: short}}
  quieter:
    text: It is quieter, to say it in a sentence that is {LONG}.
    quote: It is quieter than anybody remembers
    speaker: The people who live in the streets of the old town and in those around it
  dirty:
    text: Dirty air kills, and to say so takes a sentence that is {LONG}.
    label: Dirty air kills wherever it is breathed in
    supported_by: [{{studies: "Studies say so, in sentences that are {LONG}."}}]
  cars: Cars are the source of the dirt in a way that is {LONG}.
  shops: {{text: "Shops lose customers, which is {LONG}.", contradicts: gain}}
  gain: Shops gain customers, which is a claim that is {LONG}.
  short: Only at first, which is once more a sentence that is {LONG}.
  an-id-that-is-as-long-as-an-id-may-be-and-has-no-place-to-break: A claim beside all the others.
  crowds:
    text: Visitors would come to the old town in far greater numbers than they do today.
    supported_by: [{{premises: [calm-sells, beds]}}, {{premises: [calm-sells, trains]}}]
  calm-sells: {{text: Visitors pay for a calm place in which they can stroll., granted: pending}}
  beds: {{text: There will be beds enough for all who want to stay the night., granted: pending}}
  trains: {{text: The last train back will leave later than it does today., granted: pending}}
  sunny: {{text: It is sunny., at: [{{paragraph: 1}}, {{paragraph: 9}}, {{quote: "Sun, {LONG}"}}]}}
stances:
  keeper: {{name: The keeper of a shop that is in the old town, reject: [short, dirty]}}
  walker: {{name: A walker who likes the old town as it is, reject: [shops], accept: [cars]}}
expect: {{close: falls}}
"""
DOCUMENT = f"It is quieter than anybody remembers.\n\nUnread, it is {LONG}.\n"
QUESTIONS = (
    ("check",),
    ("check", "-v"),
    ("status",),
    ("status", "close"),
    ("why", "close"),
    ("why", "close", "--layout", "standard"),
    ("premises",),
    ("premises", "close"),
    ("gaps",),
    ("gaps", "close"),
    ("dependents", "dirty"),
    ("structure",),
    ("strength",),
    ("strength", "1"),
    ("whatif", "--reject", "short", "--accept", "cars"),
    ("whatif", "--stance", "keeper"),
    ("overturn", "close"),
    ("positions",),
    ("readers", "keeper", "walker"),
    ("brief", "close"),
    ("questions",),
    ("agenda",),
    ("sources",),
    ("coverage", "--documents", "texts"),
    ("diff", "earlier.yaml", "claims"),
    ("explain",),
    ("explain", "schemes"),
    ("explain", "practical-reasoning"),
    ("explain", "AM301"),
    ("explain", "words"),
    ("explain", "reasons"),
    ("explain", "keys"),
    ("explain", "premise-set"),
    ("explain", "quote"),
)
OTHERS = {
    *(
        "new",
        "draft",
        "add",
        "rename",
        "fmt",
        "build",
        "convert",
        "schema",
        "completion",
        "solve",
        "lsp",
        "serve",
        "corpus",  # its commands are asked in test_corpus.py
    ),
}
"""The commands that write files, JSON or scripts, or talk to an editor."""


@pytest.fixture(name="wordy")
def _wordy(argmap: Argmap, tmp_path: Path) -> Argmap:
    argmap("--version")  # stand in the working folder
    (tmp_path / "claims" / "small.yaml").write_text(WORDY)
    earlier = WORDY.replace("Only at first", "At first").replace("undercut_by: short", "note: A.")
    (tmp_path / "earlier.yaml").write_text(earlier)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "report.txt").write_text(DOCUMENT)
    return argmap


def overlong(text: str, width: int) -> list[str]:
    """The lines that are wider than this although they could have been broken."""
    return [
        line for line in text.splitlines() if len(line) > width and len(line.split(maxsplit=1)) > 1
    ]


def on_terminal(columns: int, *words: str) -> str:
    """The output of a run of argmap whose stdout is a terminal of this many columns."""
    import fcntl  # noqa: PLC0415  # not to be had on Windows
    import pty  # noqa: PLC0415
    import termios  # noqa: PLC0415

    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    program = [sys.executable, "-m", "argmap", *words]
    with subprocess.Popen(program, stdout=its, stderr=subprocess.DEVNULL, env=environment):
        os.close(its)
        output = b""
        try:
            while part := os.read(ours, 65536):
                output += part
        except OSError:
            pass  # the program has closed the terminal
    os.close(ours)
    return output.decode().replace("\r\n", "\n")


def test_every_command_is_asked_or_writes_no_text_of_its_own() -> None:
    commands = {name for names in SECTIONS.values() for name in names}
    assert {words[0] for words in QUESTIONS} | OTHERS == commands


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
def test_no_line_is_wider_than_the_terminal(
    wordy: Argmap, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setattr("argmap.cli.terminal.width_if_shown", lambda _stream: width)
    outcome = wordy(*words)
    assert len(outcome.out.splitlines()) > 3
    assert overlong(outcome.out, width) == []
    assert overlong(outcome.err, width) == []


@pytest.mark.parametrize("words", [("why", "close"), ("brief", "close")], ids=" ".join)
@pytest.mark.skipif(sys.platform == "win32", reason="NOT TESTED: Windows has no pseudo-terminals")
def test_a_real_terminal_says_how_wide_it_is(wordy: Argmap, words: tuple[str, ...]) -> None:
    narrow, wide = on_terminal(70, *words), on_terminal(110, *words)
    assert overlong(narrow, 70) == overlong(wide, 110) == []
    assert 60 < max(map(len, narrow.splitlines())) <= 70 < max(map(len, wide.splitlines()))
    assert narrow.split() == wide.split() == wordy(*words).out.split()


def test_without_a_terminal_answers_have_80_columns_and_documents_whole_lines(
    wordy: Argmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    assert 70 < max(map(len, wordy("why", "close").out.splitlines())) <= 80
    brief = wordy("brief", "close").out
    assert max(map(len, brief.splitlines())) > 120
    monkeypatch.setenv("COLUMNS", "60")
    assert wordy("brief", "close").out == brief
    problems = wordy("status").err.splitlines()
    assert problems[0].endswith("but is `stands` (answered)")


def test_the_rest_of_a_long_line_stands_further_in_than_its_parent(
    wordy: Argmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = wordy("why", "close").out.splitlines()
    depth = 0
    for line in lines:
        indent = len(line) - len(line.lstrip())
        starts = line.lstrip()[0] in "+-/" or line.split()[0].replace(".", "").isdigit()
        if starts:
            depth = indent
        else:
            assert indent > depth, line


def test_the_columns_of_a_table_stay_one_below_the_other(
    wordy: Argmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    rows = wordy("status").out.splitlines()
    assert len({row.index("stands") for row in rows if " stands " in row}) == 1
    place, row = next((place, row) for place, row in enumerate(rows) if "Dirty air kills" in row)
    rest = rows[place + 1]
    assert rest.split()[-1] == "(dirty)"
    assert len(rest) - len(rest.lstrip()) == row.index("Dirty air kills")
