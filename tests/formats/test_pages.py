"""The page of each format: its examples are run, and docs/formats has a copy.

In a page a line "`NAME`:" before a fenced block is a file, and a `console` block is a session: each
line that opens with `$` is run where the files lie, and what it prints stands below it. Files that
are no text, or many, lie in tests/formats/files/FORMAT. `ARGMAP_UPDATE=1 pytest
tests/formats/test_pages.py` writes what is printed, and the copies.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.cli import failures
from argmap.cli.program import run
from argmap.formats.table import FORMATS
from tests.kept import assert_on_disk

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
PAGES = Path(str(files("argmap.formats"))) / "pages"
COPIES = HERE.parents[1] / "docs" / "formats"
UPDATE = "ARGMAP_UPDATE"
FILE = re.compile(r"^`([^`\n]+)`:\n\n```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SESSION = re.compile(r"(^```console\n)(.*?)(^```$)", re.MULTILINE | re.DOTALL)
NAMES = sorted(path.stem for path in PAGES.glob("*.md"))


def answer(command: str, capfd: pytest.CaptureFixture[str]) -> str:
    """The output of a command of a session, as a terminal shows it."""
    program, *words = shlex.split(command)
    if program == "cat":
        return "".join(Path(word).read_text(encoding="utf-8") for word in words)
    if program == "ls":
        inside = (path.name for word in words for path in Path(word).iterdir())
        return "".join(f"{name}\n" for name in sorted(inside))
    assert program == "argmap", f"`{program}` is run by no page"
    failures.exit_code_of(lambda: run(words))
    printed = capfd.readouterr()
    return printed.out + printed.err


def session(text: str, capfd: pytest.CaptureFixture[str]) -> Iterator[str]:
    """The commands of a session, each with what it prints now."""
    for line in text.split("\n"):
        if line.startswith("$ "):
            printed = answer(line[2:], capfd)
            assert "```" not in printed
            yield f"{line}\n{printed}" + ("\n" if printed and not printed.endswith("\n") else "")


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_of_a_page_are_what_is_printed(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    page = PAGES / f"{name}.md"
    text = page.read_text(encoding="utf-8")
    if (HERE / "files" / name).is_dir():
        shutil.copytree(HERE / "files" / name, tmp_path, dirs_exist_ok=True)
    for file, content in FILE.findall(text):
        path = tmp_path / file
        assert path.resolve().is_relative_to(tmp_path.resolve())
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    assert SESSION.search(text), "a page has an example"
    now = SESSION.sub(lambda match: match[1] + "".join(session(match[2], capfd)) + match[3], text)
    if os.environ.get(UPDATE):
        page.write_text(now, encoding="utf-8")
        COPIES.mkdir(exist_ok=True)
        (COPIES / page.name).write_text(now, encoding="utf-8")
    assert now == page.read_text(encoding="utf-8")
    assert now == (COPIES / page.name).read_text(encoding="utf-8")


def index() -> str:
    """The list of all formats, with a link to the page of each."""
    rows = [
        f"| [{each.title}]({each.name}.md) | `{each.name}` | {' '.join(each.suffixes)} "
        f"| {'yes' if each.is_read else ''} | {'yes' if each.writer else ''} |"
        for each in FORMATS.values()
    ]
    head = "| format | name | files | read | written |\n|---|---|---|---|---|"
    return INDEX + "\n".join([head, *rows]) + "\n"


INDEX = """<!-- Made by tests/formats/test_pages.py, which says how. -->

# Formats

A file of a format that is read is a map for every command: `argmap build debate.argdown`. `argmap
convert IN OUT` writes a map in another format. Nothing is lost in silence: both list what the other
side has no place for.

"""


def test_the_index_names_every_format() -> None:
    assert_on_disk(COPIES / "README.md", index())


def test_every_format_has_its_page_and_no_other() -> None:
    assert set(NAMES) == set(FORMATS)
    copies = {path.stem for path in COPIES.glob("*.md")}
    assert copies - {"README"} == set(NAMES)


@pytest.mark.parametrize("name", FORMATS)
def test_a_page_opens_with_the_title_of_its_format(name: str) -> None:
    title = (PAGES / f"{name}.md").read_text(encoding="utf-8").split("\n", 1)[0]
    assert title == f"# {FORMATS[name].title}"
