"""An objection that the reader rejects is nowhere called answered, but by whom it is rejected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

MAP = """
sources:
  paper: {title: The paper, authors: [Ann]}
  letter: {title: A letter, authors: [Ben]}
claims:
  close: {text: The pool should close., source: paper, supported_by: [costly]}
  costly: {text: It costs too much., source: paper}
  swim:
    text: People swim there.
    source: letter
    attacks: close
  rarely: {text: They swim there rarely., source: paper, attacks: swim}
  empty: {text: It is empty., granted: false, attacks: close, attacked_by: full}
  full: It is full.
"""


@pytest.fixture
def pool(tmp_path: Path) -> Path:
    """The folder of the map."""
    (tmp_path / "map.yaml").write_text(MAP)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("why", "close"), "- attacked by (rejected by you):\n    1.3 People swim"),
        (("why", "close"), "- attacked by (fails):\n    1.2 It is empty."),
        (("sources",), "Ben against Ann, rejected by you:"),
        (("brief", "close"), "There are objections, and every one of them fails."),
        (("brief", "close"), "People swim there. (fails: the reader rejects it)"),
        (("brief", "close", "--layout", "flow"), "**rejected by the reader**"),
        (("brief", "close"), "It is empty. (fails: nothing carries 1.2)"),
    ],
)
def test_an_objection_that_the_reader_rejects_is_not_called_answered(
    argmap: Argmap, pool: Path, words: tuple[str, ...], shown: str
) -> None:
    outcome = argmap(*words, "--map", pool, "--reject", "swim")
    assert shown in outcome.out
    assert "(answered" not in outcome.out


def test_words_marked_as_asserted_are_no_reported_belief(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text("""
source: {id: minutes, title: Minutes}
claims:
  deep: {text: The lake is deep., speaker: The clerk, mode: asserted}
  cold: {text: The lake is cold., supported_by: deep, speaker: The clerk, mode: asserted}
""")
    outcome = argmap("sources", "--map", tmp_path)
    assert "2 claims: 2 asserted" in outcome.out
    assert "The clerk: said 1" in outcome.out
    assert "reported" not in outcome.out
    assert "second hand" not in outcome.out
