"""A corpus tells what it did: the paths of files, what was passed over, where tables may go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.corpus.folders import corpus_of, write_maps

if TYPE_CHECKING:
    import pytest


def test_only_the_start_of_a_path_is_left_out_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    texts = {
        "extra/data/map.yaml": "claims:\n  x: X.\n",
        "extra/data/twice.yaml": "claims:\n  x: X.\n",
    }
    write_maps(Path("a"), texts)
    rows = corpus_of(Path("a")).query("select file, message, hint from diagnostics").values
    assert rows
    assert {file for file, _, _ in rows} <= {*texts}
    assert "extra/data/map.yaml" in rows[0][1]
