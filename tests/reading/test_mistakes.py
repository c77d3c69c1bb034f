"""Mistakes that debaters make, each with its message, and the same files mended as it says.

A folder of `tests/mistakes` holds the files as written (`wrong`), with what `argmap check` says of
them (`message.txt`), and the files after the cure was typed (`right`), of which nothing is said. A
mistake that is accepted has no message. `ARGMAP_UPDATE=1` rewrites the messages.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from argmap.pipeline import Checked, check
from argmap.reading.yaml_words import LINE_BREAK
from argmap.views.terminal.diagnostics import diagnostics_text

MISTAKES = Path(__file__).parents[1] / "mistakes"
NAMES = sorted(path.name for path in MISTAKES.iterdir() if path.is_dir())


def message_of(checked: Checked) -> str:
    """The errors and warnings as the terminal shows them."""
    lines = {name: LINE_BREAK.split(text) for name, text in checked.texts.items()}
    return "".join(f"{line}\n" for line in diagnostics_text(checked.diagnostics, lines))


@pytest.mark.parametrize("name", NAMES)
def test_a_mistake_gets_its_message_and_the_cure_works(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(MISTAKES / name)
    expected = Path("message.txt")
    message = message_of(check("wrong", notes=False))
    if os.environ.get("ARGMAP_UPDATE"):
        expected.write_text(message, encoding="utf-8")
    assert message == expected.read_text(encoding="utf-8")
    if message:
        assert message_of(check("right", notes=False)) == ""
    else:
        assert not Path("right").exists(), "what is no mistake needs no cure"


def test_there_are_mistakes() -> None:
    assert len(NAMES) >= 30
