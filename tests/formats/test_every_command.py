"""Every command answers on a file of every format that is read, as it does on claim files.

The files are the examples of the pages.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.cli.program import run
from argmap.formats.reader import Foreign, foreign_at
from argmap.formats.table import FORMATS
from tests.formats.test_pages import FILE, HERE, PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMANDS = (
    "check",
    "status",
    "why 1",
    "premises",
    "premises 1",
    "dependents 1",
    "structure",
    "strength",
    "whatif --reject 1",
    "overturn 1",
    "positions",
    "brief 1",
    "brief 1 --layout flow",
    "agenda",
    "questions",
    "sources",
    "build -o out --format html,svg,report",
    "convert",
)
READ = [name for name, each in FORMATS.items() if each.reader]


def examples_of(name: str) -> Iterator[Path]:
    """The files of a page that are of its format, put into the working folder."""
    folder = HERE / "files" / name
    if folder.is_dir():
        shutil.copytree(folder, ".", dirs_exist_ok=True)
    for file, content in FILE.findall((PAGES / f"{name}.md").read_text(encoding="utf-8")):
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        Path(file).write_text(content, encoding="utf-8", newline="")
    for path in sorted(Path().iterdir()):
        foreign = foreign_at(path)
        if isinstance(foreign, Foreign) and foreign.format is FORMATS[name]:
            yield path


@pytest.mark.parametrize("name", READ)
def test_every_command_answers(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    paths = [*examples_of(name)]
    assert paths, "the page shows no file of its format that is told by its content"
    for path in paths:
        for command in COMMANDS:
            word, *rest = command.split()
            place = ["--map", str(path)] if word != "convert" else [str(path)]
            code = run([word, *rest, *place])
            printed = capfd.readouterr()
            assert code == 0, f"argmap {command} {path}: {printed.out}{printed.err}"
            assert printed.out or word in ("check", "convert")


def test_two_files_of_different_formats_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    [path] = examples_of("framework")
    assert run(["convert", str(path), "same.json"]) == 0
    assert run(["diff", str(path), "same.json"]) == 0
    assert "Nothing differs" in capfd.readouterr().out
