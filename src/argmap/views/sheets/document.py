"""A text of headings, paragraphs, lists and tables, and the same as Markdown.

What an author wrote is only ever text here: nothing in it can become markup.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from argmap.views.words.legible import turns_shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Span(NamedTuple):
    """A piece of text; its style is `strong`, `em`, `code` or nothing.

    `link` is where it leads in a page; Markdown, which may be read anywhere, leaves it out.
    """

    text: str
    style: str = ""
    link: str = ""


Words: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, from level 1 down."""

    level: int
    words: Words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    words: Words


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, at a depth from 0."""

    words: Words
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table; empty cells are left to be written into by hand."""

    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class NewSheet:
    """Where a new sheet of paper begins."""


Block: TypeAlias = Heading | Paragraph | Item | Table | NewSheet

DEEPEST = 8
"""Items deeper than this are not set in further."""
_SPACE = re.compile(r"\s+")
_SPECIAL = re.compile(r"[\\`*_\[\]|~#$]")
_AT_START = re.compile(r"^([-+=]|\d{1,9}(?=[.)](?:\s|$)))")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def words(*parts: str | Span) -> Words:
    """Pieces of text in a row; plain ones may be strings."""
    return tuple(Span(one) if isinstance(one, str) else one for one in parts)


def strong(text: str) -> Span:
    """Text that stands out."""
    return Span(text, "strong")


def em(text: str) -> Span:
    """Text that is said in another voice."""
    return Span(text, "em")


def code(text: str) -> Span:
    """Text to be typed as it is."""
    return Span(text, "code")


def head(level: int, *parts: str | Span) -> Heading:
    """A heading of these pieces."""
    return Heading(level, words(*parts))


def para(*parts: str | Span) -> Paragraph:
    """A paragraph of these pieces."""
    return Paragraph(words(*parts))


def item(depth: int, *parts: str | Span) -> Item:
    """An item of these pieces."""
    return Item(words(*parts), depth)


def plain(text: str) -> str:
    """The text on one line, with a visible sign for what would turn the direction of writing."""
    return turns_shown(_SPACE.sub(" ", text))


def escaped(text: str) -> str:
    r"""The text as Markdown that shows it as it is.

    >>> escaped("1. a *b* <c>")
    '1\\. a \\*b\\* &lt;c&gt;'
    """
    shown = plain(text)
    for sign, entity in _ENTITIES.items():
        shown = shown.replace(sign, entity)
    shown = _SPECIAL.sub(r"\\\g<0>", shown)
    if found := _AT_START.match(shown):
        number = found[1].isdigit()
        shown = f"{found[1]}\\{shown[found.end() :]}" if number else f"\\{shown}"
    return shown


def markdown(blocks: Iterable[Block]) -> str:
    """The text as Markdown (CommonMark, with tables as GitHub has them)."""
    return "\n".join(_markdown_lines(blocks)).strip("\n") + "\n"


def _markdown_lines(blocks: Iterable[Block]) -> Iterator[str]:
    in_list = False
    for block in blocks:
        if in_list and not isinstance(block, Item):
            yield ""
        in_list = isinstance(block, Item)
        if isinstance(block, Heading):
            yield from (f"{'#' * min(block.level, 6)} {_marked((Span(''), *block.words))}", "")
        elif isinstance(block, Paragraph):
            yield from (_marked(block.words), "")
        elif isinstance(block, Item):
            yield f"{'  ' * min(block.depth, DEEPEST)}- {_marked(block.words)}"
        elif isinstance(block, Table):
            yield _row(block.head)
            yield "|" + "---|" * len(block.head)
            yield from map(_row, block.rows)
            yield ""
        else:
            yield from ("---", "")


def _row(cells: Sequence[Words]) -> str:
    return "".join(f"| {_marked((Span(''), *cell))} " for cell in cells) + "|"


_SIGNS = {"strong": "**", "em": "*", "code": "`", "": ""}


def _marked(spans: Words) -> str:
    shown = []
    for place, one in enumerate(spans):
        if one.style == "code":
            text = plain(one.text).replace("`", "'")
        else:  # a sign at the start means something at the start of a line alone
            text = escaped(f"x{one.text}")[1:] if place or one.style else escaped(one.text)
        inner = text.strip()
        if not one.style or not inner:
            shown.append(text)
            continue
        sign = _SIGNS[one.style]
        before = text[: len(text) - len(text.lstrip())]
        after = text[len(text.rstrip()) :]
        shown.append(f"{before}{sign}{inner}{sign}{after}")
    return "".join(shown).strip()
