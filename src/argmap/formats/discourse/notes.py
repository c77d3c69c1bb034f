"""A note in Markdown: its properties, its text, the quotations in it, and links to other notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from argmap.formats.json_values import dict_in
from argmap.model.source import Locator

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.diagnostics import Location

_FRONT = re.compile(r"\ufeff?---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_LOOSE = re.compile(r"^([\w@-][\w @-]{0,80}):[ \t]*(.*)$")
_WIKI = re.compile(r"\[\[([^\[\]\n|#]+)(?:#([^\[\]\n|]*))?(?:\|([^\[\]\n]*))?\]\]")
_INLINE = re.compile(r"\[[^\[\]\n]*\]\(([^()\n]+?\.md)\)")
_OPENS = re.compile(r'>[> ]*["\u201c]')
_CITES = re.compile(r'["\u201d][ \t]*([(\[])')
_CLOSING = {"(": ")", "[": "]"}
_LONGEST = 300  # characters of a citation that is understood
_CITED = re.compile(r"(?P<who>.+?),? \(?(?P<year>\d{4}[a-z]?)\)?(?:[,:;] *(?P<where>.+))?")
_PAGE = re.compile(r"(?:pp?|S)\.? ?([\w\u2013-]+)")


class Properties(NamedTuple):
    """The properties at the top of a note; `is_whole` is false where they are no YAML."""

    values: dict[str, Any]
    is_whole: bool = True


def split(text: str) -> tuple[str, str]:
    r"""The properties of a note, as text, and the text below them.

    >>> split("---\na: b\n---\nText"), split("Text")
    (('a: b\n', 'Text'), ('', 'Text'))
    """
    match = _FRONT.match(text)
    return (match[1], text[match.end() :]) if match else ("", text)


def properties_of(front: str, path: str) -> Properties:
    """The properties of a note; of those that are no YAML, the ones that stand on a line each."""
    # Slow to load, and a file of JSON that is looked at to tell its format has no properties.
    from argmap.reading.converters import as_data  # noqa: PLC0415
    from argmap.reading.yaml_tree import parse  # noqa: PLC0415

    tree = parse(front, path)
    if tree.complete and (isinstance(tree.root, dict) or not front.strip()):
        values = dict_in(as_data(tree.root if isinstance(tree.root, dict) else {}))
        whole = {key: value for key, value in values.items() if value is not None}
        return Properties(whole)
    loose: dict[str, Any] = {}
    for line in front.split("\n"):
        match = _LOOSE.match(line)
        if match and match[2].strip():
            loose.setdefault(match[1].strip(), match[2].strip().strip("\"'"))
    return Properties(loose, is_whole=False)


def links_in(value: object) -> list[str]:
    """The names of the notes to which a text, or the texts of a list, link.

    >>> links_in(["[[A note|so]]", "[B](B%20note.md)"]), links_in("none")
    (['A note', 'B note'], [])
    """
    texts = value if isinstance(value, list) else [value]
    names: list[str] = []
    for text in texts:
        if isinstance(text, str):
            names += [match[1] for match in _WIKI.finditer(text)]
            names += [unquote(match[1]) for match in _INLINE.finditer(text)]
    return [name_of_note(name) for name in names]


def name_of_note(path: str) -> str:
    """The name of a note without folders and suffix, as links may call it.

    >>> name_of_note("a/Some note.md")
    'Some note'
    """
    return path.replace("\\", "/").rpartition("/")[2].removesuffix(".md").strip()


class QuotedLine(NamedTuple):
    """A quotation in a note, and the words in which its source is cited (empty if it is not).

    `work` is the note or file to which the citation links, `who` and `year` are as cited, `line` is
    the whole line.
    """

    locator: Locator
    line: str
    cited: str = ""
    who: str = ""
    year: str = ""
    work: str = ""


def quotations_in(body: str, at: Location) -> tuple[list[QuotedLine], str]:
    """The quotations of a note, each on a line of its own, and the text without them."""
    kept: list[str] = []
    quotations: list[QuotedLine] = []
    for line in body.split("\n"):
        quotation = _quotation(line.strip(), at)
        if quotation is None:
            kept.append(line)
        else:
            quotations.append(quotation)
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)) if quotations else body
    return quotations, text.strip()


def _divided(line: str) -> tuple[str, str]:
    """The words of a quotation and those of its citation; empty if the line is no quotation."""
    begin = _OPENS.match(line)
    if begin is None:
        return "", ""
    rest = line[begin.end() :]
    if rest.endswith(('"', "\u201d")):
        return rest[:-1], ""
    *_, cites = [None, *_CITES.finditer(rest)]
    if cites is None or not rest.endswith(_CLOSING[cites[1]]):
        return "", ""
    return rest[: cites.start()], rest[cites.end() : -1].strip()


def _quotation(line: str, at: Location) -> QuotedLine | None:
    quote, cited = _divided(line)
    quote = " ".join(quote.split())
    if not quote:
        return None
    link = _WIKI.search(cited)
    if link:
        page = _PAGE.fullmatch((link[3] or "").strip()) or _PAGE.search(cited[link.end() :])
        anchor = re.search(r"page=(\d+)", link[2] or "")
        place = page[1] if page else anchor[1] if anchor else None
        locator = Locator(at, page=place, quote=quote)
        return QuotedLine(locator, line, cited, work=name_of_note(link[1]))
    work = _CITED.fullmatch(cited) if len(cited) <= _LONGEST else None
    where = (work["where"] or "") if work else cited
    page = _PAGE.fullmatch(where.strip())
    section = None if page else where.strip() or None
    locator = Locator(at, page=page[1] if page else None, section=section, quote=quote)
    if work is None:
        return QuotedLine(locator, line, cited)
    return QuotedLine(locator, line, cited, work["who"].strip(), work["year"])


def says_nothing(body: str) -> bool:
    """Whether there are only headings and rules in a text."""
    return all(not line.strip() or re.match(r"#{1,6} |-{3,}$", line) for line in body.split("\n"))


def texts_of(value: object) -> list[str]:
    """The texts of a list, or a single text as a list of one."""
    entries: Iterable[object] = value if isinstance(value, list) else [value]
    return [str(entry) for entry in entries if isinstance(entry, str | int | float) and str(entry)]
