"""`argmap lsp` where its extra is not installed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from argmap.cli.program import run

if TYPE_CHECKING:
    import pytest


def test_what_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [*sys.modules]:
        if name.startswith("argmap.language_server."):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    assert run(["lsp"]) == 2
    assert "pip install 'argmap[lsp]'" in capsys.readouterr().err
