"""The formats of maps, as a list and one by one, as text for a terminal."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING

from argmap.views.terminal.lines import Line, in_columns, in_markdown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from importlib.resources.abc import Traversable

    FormatRow = tuple[str, str, Collection[str], bool, bool]


def formats_text(formats: Iterable[FormatRow]) -> Iterator[str]:
    """The formats: name, title, ends of file names, and whether each is read and written."""
    yield "Formats of maps. Every command reads a file that is read; `argmap convert` writes."
    yield ""
    header = ("name", "", "files", "format")
    rows = [
        (name, _ways(is_read=is_read, is_written=is_written), " ".join(suffixes), title)
        for name, title, suffixes, is_read, is_written in formats
    ]
    yield from in_columns([header, *rows])
    yield ""
    yield "What a format carries, with an example: argmap explain json"


def _ways(*, is_read: bool, is_written: bool) -> str:
    ways = (("in", is_read), ("out", is_written))
    return " and ".join(word for word, is_so in ways if is_so)


def format_text(name: str) -> Iterator[Line]:
    """The page of the format with this name."""
    page = files("argmap.formats") / "pages" / f"{name}.md"
    is_shown = False
    for part in re.split(r"(^```[^\n]*\n.*?^```$)", _text(page), flags=re.MULTILINE | re.DOTALL):
        yield from map(Line, part.split("\n")) if is_shown else in_markdown(_joined(part))
        is_shown = not is_shown


def _text(page: Traversable) -> str:
    return page.read_text(encoding="utf-8").rstrip("\n")


def _joined(prose: str) -> str:
    """The text with each paragraph and item on a line; the terminal breaks it to its own width."""
    return re.sub(r"(?<=[^\n|])\n *(?=[^\s#|-])", " ", prose).removeprefix("\n").removesuffix("\n")
