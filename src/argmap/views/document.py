"""A text of headings, paragraphs, lists and tables: as Markdown, or as a page to print.

What an author wrote is only ever text here: nothing in it can become markup.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Span(NamedTuple):
    """A piece of text; its style is `strong`, `em`, `code` or nothing."""

    text: str
    style: str = ""


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

_DEEPEST = 8
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
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
    return _TURNING.sub("\N{REPLACEMENT CHARACTER}", _SPACE.sub(" ", text))


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
            yield from (f"{'#' * min(block.level, 6)} {_marked(block.words)}", "")
        elif isinstance(block, Paragraph):
            yield from (_marked(block.words), "")
        elif isinstance(block, Item):
            yield f"{'  ' * min(block.depth, _DEEPEST)}- {_marked(block.words)}"
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


_STYLE = """\
@page{size:A4%s;margin:14mm}
*{box-sizing:border-box}
body{font:%s/1.35 "Source Sans 3","Source Sans Pro",system-ui,sans-serif;color:#111;
  background:#fff;max-width:%s;margin:1.5rem auto;padding:0 1rem}
h1{font-size:1.5em;line-height:1.2;margin:0 0 .4em}
h2{font-size:1.15em;margin:1.1em 0 .3em;border-bottom:1px solid #888}
h3{font-size:1em;margin:.9em 0 .2em}
h1,h2,h3{break-after:avoid}
p{margin:.3em 0}
ul{margin:.2em 0;padding-left:1.2em}
li{margin:.12em 0}
table{border-collapse:collapse;width:100%%;table-layout:fixed;margin:.5em 0}
th,td{border:1px solid #555;padding:.35em .5em;vertical-align:top;text-align:left;
  overflow-wrap:anywhere}
td{height:3.4em}
tr{break-inside:avoid}
thead{display:table-header-group}
.sheet{break-before:page;border:0;margin:2em 0}
@media print{body{margin:0;padding:0;max-width:none%s}}"""


def printable(
    blocks: Iterable[Block], title: str, *, landscape: bool = False, dense: bool = False
) -> str:
    """The text as a page of its own that needs nothing else, made to be printed on A4.

    A dense one is printed small and in two columns.
    """
    style = _STYLE % (
        " landscape" if landscape else "",
        "10pt" if landscape else "10.5pt",
        "280mm" if landscape else "46rem",
        ";columns:2;column-gap:7mm;font-size:7.6pt" if dense else "",
    )
    body = "\n".join(_html_lines(blocks))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(plain(title))}</title>\n<style>\n{style}\n</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _html_lines(blocks: Iterable[Block]) -> Iterator[str]:
    depth = 0  # how many lists are open
    for block in blocks:
        wanted = min(block.depth, _DEEPEST) + 1 if isinstance(block, Item) else 0
        if depth and wanted <= depth:
            yield "</li>" + "</ul></li>" * (depth - max(wanted, 1)) + ("" if wanted else "</ul>")
        while wanted > 0 and depth < wanted:
            yield "<ul>" if depth + 1 == wanted else "<ul><li>"
            depth += 1
        depth = wanted
        if isinstance(block, Item):
            yield f"<li>{_styled(block.words)}"
        elif isinstance(block, Heading):
            level = min(block.level, 6)
            yield f"<h{level}>{_styled(block.words)}</h{level}>"
        elif isinstance(block, Paragraph):
            yield f"<p>{_styled(block.words)}</p>"
        elif isinstance(block, Table):
            yield from _html_table(block)
        else:
            yield '<hr class="sheet">'
    if depth:
        yield "</li>" + "</ul></li>" * (depth - 1) + "</ul>"


def _html_table(table: Table) -> Iterator[str]:
    yield "<table>"
    cells = "".join(f'<th scope="col">{_styled(cell)}</th>' for cell in table.head)
    yield f"<thead><tr>{cells}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        yield f"<tr>{''.join(f'<td>{_styled(cell)}</td>' for cell in row)}</tr>"
    yield "</tbody>"
    yield "</table>"


def _styled(spans: Words) -> str:
    shown = []
    for one in spans:
        text = escape(plain(one.text), quote=False)
        shown.append(f"<{one.style}>{text}</{one.style}>" if one.style else text)
    return "".join(shown)
