"""Answers to a newcomer's slip: a name that there is not, and the names that there are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

MAP = """\
map: {main: [a, x], views: {short: {depth: 1}, long: {depth: 3}}, documents: .}
source: {id: s, document: s.txt}
claims:
  a: {text: A is so., section: Ends}
  b: {text: B is so., attacks: a, supported_by: c}
  c: {text: C is so., contradicts: d}
  d: D is so.
  x: {text: X is so., attacked_by: y}
  y: Y is so.
"""
HINTS = [
    (("build", "--view", "x"), "there is no view `x`; the map has `long`, `short`"),
    (("build", "--view", "sort"), "there is no view `sort`; did you mean `short`?"),
    (("build", "--focus", "Ends"), "`Ends` is a section; name a claim of it, such as `a`"),
    (("build", "--only-source", "x"), "there is no source `x`; the map has `s`"),
    (("positions",), "2 “X is so” is held in neither."),
    (("dependents", "c"), "It is also used against others (1 time)"),
    (("brief", "b"), "undecided, as each denies the other"),
]


@pytest.fixture
def here(
    argmap: Argmap,  # noqa: ARG001  # it has a folder of its own, which is left here
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    (tmp_path / "m" / "claims").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "m")
    here = Path("claims")
    (here / "a.yaml").write_text(MAP)
    (here / "s.txt").write_text("The town has long been rich, and it will pay.\n")
    return here


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("words", "hint"), HINTS)
def test_a_command_says_what_there_is(argmap: Argmap, words: tuple[str, ...], hint: str) -> None:
    outcome = argmap(*words)
    assert hint in " ".join(f"{outcome.out} {outcome.err}".split())


MORE = [
    ("e: {text: E is so., credence: 0,3}", "write `0.3`, with a point"),
    (
        "e: {text: E is so., quote: The town has ... been poor}",
        "(paragraph 1; + long, - poor)",
    ),
]


@pytest.mark.parametrize(("claim", "hint"), MORE)
def test_a_slip_in_a_file_is_shown_alone(argmap: Argmap, here: Path, claim: str, hint: str) -> None:
    (here / "a.yaml").write_text(f"{MAP}  {claim}\n")
    assert hint in " ".join(argmap("check").out.split())
