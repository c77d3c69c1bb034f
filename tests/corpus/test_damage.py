"""A corpus is built whatever lies among the maps, and whatever of it was damaged before."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from argmap.corpus.corpus import Corpus
from tests.corpus.folders import write_maps

if TYPE_CHECKING:
    from pathlib import Path


def argmap(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """The program run with these words; a build that waits for ever is ended."""
    command = [sys.executable, "-m", "argmap", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes on Windows")
def test_what_is_no_ordinary_file_is_told_and_not_opened(maps: Path) -> None:
    write_maps(maps, {"pipes/b.yaml": "claims: {b: Pipes are round.}"})
    for name in ("pipes/a.yaml", "pipe.json"):
        os.mkfifo(maps / name)
    (maps / "endless.json").symlink_to("/dev/zero")
    argmap("corpus", "build", maps, "-o", maps.with_name("maps.duckdb"))
    corpus = Corpus(maps.with_name("maps.duckdb"))
    problems = corpus.query("select map, file, code, message from diagnostics").values
    message = "cannot be read: is not an ordinary file"
    assert problems == (
        ("endless.json", "endless.json", "AM112", message),
        ("pipe.json", "pipe.json", "AM112", message),
        ("pipes", "pipes/a.yaml", "AM112", message),
    )
