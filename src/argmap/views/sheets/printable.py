"""A document as a self-contained HTML page, to be read on a screen and to be printed."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import TYPE_CHECKING

from argmap.views.look import fonts, theme
from argmap.views.sheets import paper
from argmap.views.sheets.document import DEEPEST, Heading, Item, Paragraph, Table, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.views.sheets.document import Block, Words
    from argmap.views.sheets.paper import Paper

_STYLE = """\
@page{size:A4%(way)s;margin:%(margin)gmm}
*{box-sizing:border-box}
:root{color-scheme:light;--ink:%(ink)s;--back:%(back)s;--line:%(line)s;--link:%(link)s}
@media screen and (prefers-color-scheme:dark){
:root{color-scheme:dark;--ink:%(dark_ink)s;--back:%(dark_back)s;--line:%(dark_line)s;
  --link:%(dark_link)s}}
body{font:10.5pt/1.35 %(fonts)s;color:var(--ink);background:var(--back);
  max-width:%(widest)s;margin:1.5rem auto;padding:0 1rem}
%(sizes)s
h2{border-bottom:1px solid var(--line)}
h1,h2,h3,h4{break-after:avoid}
a{color:var(--link)}
code{font-size:1em;overflow-wrap:anywhere}
p{margin:%(paragraphs)gem 0}
ul{margin:0;padding-left:%(indent)gem}
li{margin:%(items)gem 0}
p,li{orphans:2;widows:2;overflow-wrap:break-word}
table{border-collapse:collapse;width:100%%;table-layout:fixed;margin:.5em 0}
th,td{border:1px solid var(--line);padding:%(around)gem %(beside)gem;vertical-align:top;
  text-align:left;overflow-wrap:anywhere}
td{height:%(empty)gem}
tr{break-inside:avoid}
thead{display:table-header-group}
.sheet{break-before:page;border:0;margin:2em 0}
@media print{
:root{--ink:#000;--back:#fff;--line:#555;--link:#000}
a{text-decoration:none}
.sheet{margin:0;height:0}
body{margin:0;padding:0;max-width:none;font-size:%(size)gpt;line-height:%(leading)g;
  columns:%(columns)s;column-gap:%(gap)gmm}
h1{column-span:all}}"""


def printable(blocks: Iterable[Block], title: str, sheet: Paper = paper.PLAIN) -> str:
    """The document as an HTML page that loads nothing, laid out to be printed on this paper.

    The page's content security policy forbids scripts and every request, so a map cannot make a
    reader's browser do anything.
    """
    every = list(blocks)
    style = f"\n{_faces(every)}{_rules(sheet)}\n"
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; base-uri 'none';"
        " form-action 'none'"
    )
    body = "\n".join(_lines(every))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(plain(title))}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _faces(blocks: Sequence[Block]) -> str:
    """The font cut down to the characters of the document.

    The page brings its own font because `paper.fits` measures with it: with another font a sheet
    could run over.
    """
    texts = [span.text for block in blocks for spans in _spans(block) for span in spans]
    return "".join(
        f'@font-face{{font-family:"{theme.FONT}";font-weight:{weight};'
        f'src:url({fonts.subset_url(texts, weight)}) format("woff2")}}\n'
        for weight in (theme.REGULAR, theme.BOLD)
    )


def _spans(block: Block) -> Iterator[Words]:
    if isinstance(block, Table):
        yield from (*block.head, *(cell for row in block.rows for cell in row))
    elif isinstance(block, (Heading, Paragraph, Item)):
        yield block.words


def _rules(sheet: Paper) -> str:
    around, beside, empty = paper.CELL
    sizes = "\n".join(
        f"h{level}{{font-size:{size}em;font-weight:{theme.BOLD};line-height:{paper.LEADING};"
        f"margin:{above}em 0 {below}em}}"
        for level, (size, above, below) in paper.HEADINGS.items()
    )
    return _STYLE % {
        "way": " landscape" if sheet.landscape else "",
        "margin": sheet.margin,
        "ink": theme.LIGHT["ink"],
        "back": theme.LIGHT["panel"],
        "line": theme.LIGHT["edge"],
        "link": theme.LIGHT["support"],
        "dark_ink": theme.DARK["ink"],
        "dark_back": theme.DARK["panel"],
        "dark_line": theme.DARK["edge"],
        "dark_link": theme.DARK["support"],
        "fonts": theme.FONT_STACK,
        "widest": "72rem" if sheet.landscape else "46rem",
        "sizes": f"{sizes}\nstrong,th{{font-weight:{theme.BOLD}}}",
        "paragraphs": paper.BETWEEN_PARAGRAPHS,
        "indent": paper.INDENT,
        "items": paper.BETWEEN_ITEMS,
        "around": around,
        "beside": beside,
        "empty": empty,
        "size": sheet.size,
        "leading": paper.LEADING,
        "columns": sheet.columns if sheet.columns > 1 else "auto",
        "gap": sheet.gap,
    }


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    depth = 0  # the number of open lists
    for block in blocks:
        wanted = min(block.depth, DEEPEST) + 1 if isinstance(block, Item) else 0
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
            yield from _table(block)
        else:
            yield '<hr class="sheet">'
    if depth:
        yield "</li>" + "</ul></li>" * (depth - 1) + "</ul>"


def _table(table: Table) -> Iterator[str]:
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
    for span in spans:
        text = escape(plain(span.text), quote=False)
        inner = f"<{span.style}>{text}</{span.style}>" if span.style else text
        shown.append(f'<a href="{escape(span.link)}">{inner}</a>' if span.link else inner)
    return "".join(shown)
