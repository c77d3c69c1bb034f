"""The pages of the documentation, read as a person would follow them: block by block.

In a page,

- a line "`NAME`:" before a fenced block is a file, which is written;
- a block `sh` has commands, each with exit code 0, or that of ``sh exits=1``;
- a block `text` after it shows lines of what its commands printed, whole and in order; a line `...`
  stands for lines that are left out;
- a block `python` is a program, and sees the names of those before it;
- a block `yaml` is a claim file, or a piece of one.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

_FENCE = re.compile(
    r"^(?:`(?P<file>[^`\n]+)`:\n\n)?(?P<fence>```+)(?P<kind>[^\s`]*) *(?P<more>[^\n]*)\n"
    r"(?P<text>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page: the file that it is, if it is one, its kind, and its text."""

    file: str | None
    kind: str
    more: str
    text: str
    line: int

    @property
    def code(self) -> int:
        """The exit code with which the commands of the block end."""
        return int(self.more.removeprefix("exits=") or 0)


def blocks_of(page: str) -> Iterator[Block]:
    """The blocks of a page, in their order; those that only Sphinx reads are left out."""
    for fence in _FENCE.finditer(page):
        if fence["kind"].startswith("{"):
            continue
        line = page.count("\n", 0, fence.start("fence")) + 1
        yield Block(fence["file"], fence["kind"], fence["more"], fence["text"], line)


@dataclass(frozen=True, slots=True)
class Command:
    """A command of a page: its program, its words, and the file that its output goes to, if any."""

    program: str
    words: tuple[str, ...]
    into: str | None


def command_of(line: str) -> Command:
    """A line of a block as a command; what stands after `#` is a remark."""
    words = shlex.split(line, comments=True)
    into = None
    if ">" in words:
        at = words.index(">")
        words, (into,) = words[:at], words[at + 1 :]
    return Command(words[0], tuple(words[1:]), into)


def commands_of(block: Block) -> list[Command]:
    """The commands of a block `sh`; one that ends in a backslash goes on in the next line."""
    lines = block.text.replace("\\\n", " ").splitlines()
    return [command_of(line) for line in lines if line.strip() and not line.startswith("#")]


def is_shown(text: str, output: str) -> bool:
    """Whether the lines of a text stand in an output, in order, apart only where it has `...`."""
    there = f"\n{_bare(output)}\n"
    for piece in re.split(r"^ *\.\.\.\n", f"{_bare(text)}\n", flags=re.MULTILINE):
        wanted = f"\n{piece}"
        if piece.strip("\n") and wanted not in there:
            return False
        there = there[there.find(wanted) + len(wanted) - 1 :] if piece.strip("\n") else there
    return True


def _bare(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())
