"""Documents made of headings, paragraphs, lists and tables, and their form as Markdown.

Texts from a map are always escaped, so that nothing in a map can become markup.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from argmap.views.words.legible import turns_shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Span(NamedTuple):
    """A piece of text; its style is `strong`, `em`, `code` or empty.

    `link` is the address for a page. Markdown leaves it out, as a relative address leads nowhere
    once the text is read elsewhere.
    """

    text: str
    style: str = ""
    link: str = ""


Words: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title."""

    level: int
    words: Words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    words: Words


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list; the outermost list has depth 0."""

    words: Words
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table; empty cells are space to write in by hand."""

    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class NewSheet:
    """A page break: the next block begins on a new sheet of paper."""


Block: TypeAlias = Heading | Paragraph | Item | Table | NewSheet

DEEPEST = 8
"""The depth from which items of a list are no longer indented further."""
_SPACE = re.compile(r"\s+")
_SPECIAL = re.compile(r"[\\`*_\[\]|~#$<]|&(?=#?\w+;)")  # "&" where it would begin an entity
_AT_START = re.compile(r"^([-+=>]|\d{1,9}(?=[.)](?:\s|$)))")


def words(*parts: str | Span) -> Words:
    """Pieces of text in a row; a string is a piece without a style."""
    return tuple(Span(part) if isinstance(part, str) else part for part in parts)


def strong(text: str) -> Span:
    """Text in bold type."""
    return Span(text, "strong")


def em(text: str) -> Span:
    """Emphasised text, for evidence, remarks and quotations."""
    return Span(text, "em")


def code(text: str) -> Span:
    """Text to be typed literally, such as a command."""
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
    """The text on one line, with a visible sign for each character that changes its direction."""
    return turns_shown(_SPACE.sub(" ", text))


def escaped(text: str) -> str:
    r"""The text escaped for Markdown, which then shows it literally.

    Signs are escaped by a backslash, never by an entity: Markdown is read as plain text too.

    >>> escaped("1. a *b* <c> & d")
    '1\\. a \\*b\\* \\<c> & d'
    """
    shown = plain(text)
    shown = _SPECIAL.sub(r"\\\g<0>", shown)
    if match := _AT_START.match(shown):
        number = match[1].isdigit()
        shown = f"{match[1]}\\{shown[match.end() :]}" if number else f"\\{shown}"
    return shown


def markdown(blocks: Iterable[Block]) -> str:
    """The document as Markdown (CommonMark with GitHub's tables)."""
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
    for place, span in enumerate(spans):
        if span.style == "code":
            text = plain(span.text).replace("`", "'")
        else:  # characters such as "-" are markup only at the start of a line
            text = escaped(f"x{span.text}")[1:] if place or span.style else escaped(span.text)
        inner = text.strip()
        if not span.style or not inner:
            shown.append(text)
            continue
        sign = _SIGNS[span.style]
        before = text[: len(text) - len(text.lstrip())]
        after = text[len(text.rstrip()) :]
        shown.append(f"{before}{sign}{inner}{sign}{after}")
    return "".join(shown).strip()
