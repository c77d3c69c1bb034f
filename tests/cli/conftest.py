"""A working folder with a small map, and argmap run in this process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from argmap.cli.program import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SMALL = """\
source: {id: report, title: A report, document: report.txt}
claims:
  close:
    text: The old town should be closed.
    supported_by: [quieter, {premises: [dirty, cars]}]
    attacked_by: [{premises: shops, undercut_by: short}]
  quieter: {text: It is quieter., quote: It is quieter}
  dirty: Dirty air kills.
  cars: Cars are the source.
  shops: Shops lose.
  short: Only at first.
stances: {keeper: {reject: [short]}}
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of a run of argmap: its exit code, output and messages."""

    code: int
    out: str
    err: str


@pytest.fixture(name="argmap")
def _argmap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Callable[..., Outcome]:
    """Run argmap in a folder that holds `claims/small.yaml`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ARGMAP_DOCUMENTS", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "small.yaml").write_text(SMALL)

    def argmap(*arguments: Any) -> Outcome:  # noqa: ANN401  # paths and words
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        written = capfd.readouterr()
        return Outcome(code, written.out, written.err)

    return argmap
