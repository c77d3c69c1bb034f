"""Pages of the documentation: all that they tell to type works, and prints what they show."""

from __future__ import annotations

import contextlib
import re
import shutil
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
import yaml

import argmap
from argmap.cli import failures
from argmap.cli.program import group, run
from tests.docs.draw import PICTURES, drawn, small_maps
from tests.docs.pages import DOCS, ROOT, Block, Command, blocks_of, commands_of, is_shown
from tests.docs.stage import lay_out, lay_out_examples

if TYPE_CHECKING:
    from collections.abc import Iterator

WITH_TESTS_OF_THEIR_OWN = {
    "drafting.md",
    "editing.md",
    "format.md",
    "forms.md",
}
PAGES = [
    path.relative_to(ROOT).as_posix()
    for path in sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
    if path.parent.name not in {"diagnostics", "formats"}
    and path.name not in WITH_TESTS_OF_THEIR_OWN
]
SHOWN_ONLY = {"bash", "json", "lua", "toml", "elisp", "bibtex", "ini", "ltac"}
"""The kinds of blocks that are settings of other programs, or files of theirs."""

ELSEWHERE = {"AM301", "AM302", "AM303"}
"""What is said of ids that no claim, source or relation of the piece has."""

ENDLESS = {"serve", "lsp"}
"""The commands that run until they are stopped; only their words are read here."""


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_tells_to_type_works_and_prints_what_it_shows(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (lay_out_examples if name == "docs/commands.md" else lay_out)(tmp_path)
    for variable in ("ARGMAP_DOCUMENTS", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(click, "launch", lambda *_, **__: 0)
    reader = Reader(capfd)
    for block in blocks_of((ROOT / name).read_text(encoding="utf-8")):
        with naming(f"{name}:{block.line}"):
            reader.read(block)


@pytest.mark.parametrize("name", sorted(WITH_TESTS_OF_THEIR_OWN))
def test_the_commands_of_the_other_pages_can_be_typed(name: str) -> None:
    for block in blocks_of((DOCS / name).read_text(encoding="utf-8")):
        for command in commands_of(block) if block.kind == "sh" else ():
            with naming(f"{name}:{block.line}"):
                assert command.program == "argmap"
                check_words(command.words)


@pytest.mark.parametrize("name", PAGES)
def test_no_block_of_a_page_is_overlooked(name: str) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    fences = re.findall(r"^[ \t]*(?:```|~~~)", page, re.MULTILINE)
    opened = [line for line in page.splitlines() if line.startswith("```{")]
    assert len(fences) == 2 * (len([*blocks_of(page)]) + len(opened))


def test_the_action_takes_what_the_page_on_checks_says() -> None:
    page = (DOCS / "how-to" / "continuous-checks.md").read_text(encoding="utf-8")
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    steps = [yaml.safe_load(block.text) for block in blocks_of(page) if "uses: OWNER" in block.text]
    given = [key for step in steps for key in with_of(step)]
    assert given
    assert {*given} <= action["inputs"].keys()


def with_of(content: object) -> list[str]:
    """The inputs that are given anywhere in a piece of a workflow."""
    if isinstance(content, list):
        return [key for each in content for key in with_of(each)]
    if not isinstance(content, dict):
        return []
    own = [*content["with"]] if "OWNER" in str(content.get("uses")) else []
    return own + [key for each in content.values() for key in with_of(each)]


class Reader:
    """Somebody who follows a page, and remembers what the last command printed."""

    def __init__(self, capfd: pytest.CaptureFixture[str]) -> None:
        self.capfd = capfd
        self.printed: str | None = None
        self.names: dict[str, object] = {}

    def read(self, block: Block) -> None:
        """Do what a block says, and compare what it shows."""
        if block.file is not None:
            place = Path(block.file)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(block.text, encoding="utf-8")
        elif block.kind == "sh":
            self.printed = ""
            for command in commands_of(block):
                self.type(command, block.code)
        elif block.kind == "text" and self.printed is not None:
            assert is_shown(block.text, self.printed), self.printed
        elif block.kind == "yaml":
            read_piece(block.text)
        elif block.kind == "python":
            exec(compile(block.text, "page.py", "exec"), self.names)  # noqa: S102  # our own page
            self.printed = self.capfd.readouterr().out
        else:
            assert block.kind in {*SHOWN_ONLY, "text"}, f"nobody reads a block `{block.kind}`"

    def type(self, command: Command, code: int) -> None:
        """Run a command of argmap; of others look at the words."""
        if command.program != "argmap":
            check_other(command)
            return
        if command.words[0] in ENDLESS:
            check_words(command.words)
            return
        if command.words[0] == "new":
            shutil.rmtree(command.words[1], ignore_errors=True)
        self.capfd.readouterr()
        done = failures.exit_code_of(lambda: run(command.words))
        printed = self.capfd.readouterr()
        assert done == code, printed.err
        if command.into is None:
            self.printed = f"{self.printed or ''}{printed.out}{printed.err}"
        else:
            Path(command.into).write_text(printed.out, encoding="utf-8")


def read_piece(text: str) -> None:
    """Read a piece of YAML: a claim file has no mistake but names that stand elsewhere."""
    content = yaml.safe_load(text)
    if isinstance(content, dict) and "claims" in content:
        place = Path("piece.yaml")
        place.write_text(text, encoding="utf-8")
        _, problems = argmap.load(place)
        place.unlink()
        assert not [each for each in problems if each.is_error and each.code not in ELSEWHERE]


def check_words(words: tuple[str, ...]) -> None:
    """Have a command's words read, as it would read them itself, without running it."""
    command = group.get_command(click.Context(group), words[0])
    assert command is not None
    with contextlib.suppress(click.exceptions.Exit):
        command.make_context(words[0], [*words[1:]])


def check_other(command: Command) -> None:
    """Whether what other programs are told is there: targets of make, extras of argmap."""
    words = " ".join((command.program, *command.words))
    if command.program == "make":
        targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
        assert {word for word in command.words if "=" not in word} <= {*targets}, words
        return
    if command.program == "cd":
        assert Path(command.words[0]).is_dir()
        return
    known = ("pip", "pipx", "uv", "uvx", "git", ".venv/bin/pytest", ".venv/bin/ruff")
    assert command.program in known, f"nobody knows `{words}`"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for extras in re.findall(r"(?:argmap|\.)\[([\w,]+)\]", words):
        assert {*extras.split(",")} <= project["optional-dependencies"].keys(), words


@contextlib.contextmanager
def naming(place: str) -> Iterator[None]:
    """Have a failure name its place in the page."""
    try:
        yield
    except BaseException as fault:
        fault.add_note(f"at {place}")
        raise


@pytest.mark.parametrize("name", sorted(path.stem for path in (DOCS / "gallery").glob("[!R]*.md")))
def test_what_a_page_of_the_gallery_shows_of_its_map_stands_there(name: str) -> None:
    page = (DOCS / "gallery" / f"{name}.md").read_text(encoding="utf-8")
    files = [path.read_text(encoding="utf-8") for path in (DOCS / "gallery" / name).glob("*.yaml")]
    written = [flush(text) for text in files]
    pieces = [flush(block.text) for block in blocks_of(page) if block.kind == "yaml"]
    assert not [piece for piece in pieces if not any(piece in text for text in written)]


def flush(text: str) -> str:
    """The lines of a text without the blanks before them."""
    return "\n".join(line.strip() for line in text.splitlines())


def test_pictures_of_small_maps_are_those_of_the_files_that_pages_show() -> None:
    drawings = dict(small_maps())
    assert {f"{name}.svg" for name in drawings} == {path.name for path in PICTURES.glob("*.svg")}
    assert not [
        name
        for name, text in drawings.items()
        if drawn(text) != (PICTURES / f"{name}.svg").read_bytes()
    ]


def test_every_picture_is_shown_and_drawn_by_the_maker() -> None:
    pages = [*DOCS.rglob("*.md"), ROOT / "README.md"]
    shown = {
        name
        for page in pages
        for name in re.findall(r"pictures/([\w-]+\.(?:png|svg))", page.read_text(encoding="utf-8"))
    }
    assert shown == {path.name for path in PICTURES.iterdir()}


def test_the_page_on_python_has_every_public_name() -> None:
    page = (DOCS / "reference" / "python.md").read_text(encoding="utf-8")
    named = re.findall(r"^\.\. auto\w+:: argmap\.(\w+)$", page, re.MULTILINE)
    assert sorted(named) == sorted({*argmap.__all__} - {"__version__"})
