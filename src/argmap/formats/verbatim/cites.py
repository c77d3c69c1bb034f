"""Cites: the line between a tag and its evidence, as far as author, date, title can be told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.formats.verbatim.passages import CITE, HIGHLIGHT, SHADE
from argmap.model.author import without_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.formats.verbatim.passages import MarkedParagraph

_FIRST = 4  # paragraphs below a tag among which its cite stands
_LONGEST = 1_500  # signs of a cite that is told by its words alone
_CENTURY, _PIVOT = 100, 60  # a year of two digits below the pivot is of this century
_NO_NAMES = frozenset("in on by since from the a an at as and but for if this that".split())  # noqa: SIM905  # a list of words reads best so
_LOOKS_LIKE_CITE = re.compile(
    r"(?P<name>[^\W\d_][^\d\n\u201c\u201d\"]{1,80}?)[\s,(\u2019'\u2018-]+"
    r"(?P<year>(?:19|20)\d\d|\d\d)\b(?![,/-]?\d)(?=\s*(?:[-\u2013\u2014,;:()\[\u2019/]|$))"
)
_YEAR = re.compile(r"(?<![\d/-])(?:(?:19|20)\d\d|\d\d)(?![\d/-])|(?:19|20)\d\d(?!\d)")
_URL = re.compile(r"https?://[^\s<>\"\u201d]+|www\.[^\s<>\"\u201d]+")
_TITLE = re.compile(r"[\u201c\"]([^\u201c\u201d\"]{3,300})[\u201d\"]")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_NUMERIC = re.compile(r"(?<![\d/-])(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)(?![\d/-])")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_WRITTEN = re.compile(
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?\s+"
    r"(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_ACCESSED = re.compile(
    r"\b(?:accessed|retrieved|date of access|doa|abgerufen)\b[\s:,]*(?:(?:on|am)\s+)?"
    r"(\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|[a-z]{3,9}\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4})",
    re.IGNORECASE,
)
_AND = re.compile(r",?\s+(?:and|und|et|y)\s+|\s*&\s*|\s*,\s*")
_ET_AL = re.compile(r",?\s+et\.?\s+al\.?.*$|,?\s+and others.*$", re.IGNORECASE)
_NAME_BEFORE = r"(?:\b[A-Z][\w.\u2019'-]*\s+){1,3}"


@dataclass(frozen=True, slots=True)
class Cite:
    """A work as a cite tells it; what cannot be told is empty."""

    short: str
    authors: tuple[str, ...] = ()
    date: str = ""
    title: str = ""
    url: str = ""
    accessed: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """The author and year with title or address, by which works are told apart."""
        work = _letters(self.title) or self.url or ""
        return _letters(" ".join(self.authors) or self.short), self.date[:4], work


def cite_length(body: Sequence[MarkedParagraph]) -> int:
    """The number of paragraphs below a tag that belong to its cite; 0 if there is none.

    A cite is told by the style of its letters; in a file without that style by a name and a year
    with which the paragraph opens, if evidence stands below it.
    """
    for index, passage in enumerate(body[:_FIRST]):
        if passage.marked(CITE):
            return _with_rest(body, index + 1)
        if passage.marked(HIGHLIGHT):
            break
    for index, passage in enumerate(body[: _FIRST - 1]):
        if passage.marked(HIGHLIGHT) or passage.marked(SHADE):
            return 0
        if index + 1 < len(body) and _looks_like_cite(passage.text):
            return _with_rest(body, index + 1)
    return 0


def _looks_like_cite(text: str) -> bool:
    match = _LOOKS_LIKE_CITE.match(text.lstrip("*[( "))
    return (
        match is not None
        and len(text) <= _LONGEST
        and match["name"].split()[0].casefold() not in _NO_NAMES
    )


def _with_rest(body: Sequence[MarkedParagraph], length: int) -> int:
    """The length with the lines in brackets, and the addresses, that go on with the cite."""
    while length < len(body) and not body[length].marked(HIGHLIGHT):
        text = body[length].text
        is_aside = text[0] in "([" and text[-1] in ")]" and len(text) < _LONGEST
        if not (is_aside or _URL.match(text) or body[length].marked(CITE)):
            break
        length += 1
    return length


def cite_of(passages: Sequence[MarkedParagraph]) -> Cite:
    """The work that the paragraphs of a cite name."""
    text = "\n".join(passage.text for passage in passages)
    pieces = [piece for passage in passages for piece in passage.pieces]
    short = " ".join(" ".join(piece.text for piece in pieces if CITE in piece.marks).split())
    if not short:
        begun = (_LOOKS_LIKE_CITE.match(each.text.lstrip("*[( ")) for each in passages)
        match = next(filter(None, begun), None)
        short = match[0] if match is not None else passages[0].text
    short = short.strip(" ,;:-\u2013\u2014([\u2019'")
    year = _YEAR.search(short)
    name = short[: year.start()] if year is not None else re.split(r"\d", short, maxsplit=1)[0]
    title, url, accessed = _TITLE.search(text), _URL.search(text), _ACCESSED.search(text)
    dated = _ACCESSED.sub(" ", text)
    return Cite(
        short,
        _authors(name, text),
        _date(dated, _full(year[0]) if year is not None else ""),
        " ".join(title[1].split()).rstrip(",.") if title is not None else "",
        url[0].rstrip(".,;:)]}\u201d'") if url is not None else "",
        _date(accessed[1], "") if accessed is not None else "",
    )


def _full(year: str) -> str:
    """A year of four digits.

    >>> _full("7"), _full("98"), _full("2014")
    ('2007', '1998', '2014')
    """
    if int(year) >= _CENTURY:
        return year
    return str(int(year) + (2000 if int(year) < _PIVOT else 1900))


def _date(text: str, year: str) -> str:
    """The first date of that year, as exactly as it is told; else the year of the short cite."""
    dates = sorted(
        [(match.start(), *_of_numbers(match)) for match in _NUMERIC.finditer(text)]
        + [(match.start(), match[1], match[2], match[3]) for match in _ISO.finditer(text)]
        + [(match.start(), *_of_words(match)) for match in _WRITTEN.finditer(text)]
    )
    for _, of_year, month, day in dates:
        if not year or of_year == year:
            return "-".join(filter(None, (of_year, month, day)))
    return year


def _of_numbers(match: re.Match[str]) -> tuple[str, str, str]:
    """Year, month and day of an American date; of one that can only be European, in its order."""
    first, second = int(match[1]), int(match[2])
    month, day = (second, first) if first > 12 >= second else (first, second)  # noqa: PLR2004  # months
    year = _full(match[3])
    if not (1 <= month <= 12 and 1 <= day <= 31):  # noqa: PLR2004  # of a calendar
        return year, "", ""
    return year, f"{month:02}", f"{day:02}"


def _of_words(match: re.Match[str]) -> tuple[str, str, str]:
    month = _MONTHS.split().index(match[1][:3].casefold()) + 1
    return match[3], f"{month:02}", f"{int(match[2]):02}" if match[2] else ""


def _authors(short: str, text: str) -> tuple[str, ...]:
    """The authors, each with the given name that the cite has right before the family name."""
    name = _ET_AL.sub("", short).strip(" ,;:.-\u2013\u2014(\u2018\u2019'")
    if not name or not re.search(r"[^\W\d_]", name) or '"' in name or "\u201c" in name:
        return ()
    if name.isupper() and len(name.split()) > 1:
        return (name,)
    families = [each.strip(" ,.;:") for each in _AND.split(name)]
    return tuple(dict.fromkeys(_whole_name(each, text) for each in families if each))


def _whole_name(family: str, text: str) -> str:
    if len(family.split()) > 1:
        return family
    match = re.search(rf"{_NAME_BEFORE}{re.escape(family)}\b(?!\s*-)", text)
    return without_title(" ".join(match[0].split())) if match is not None else family


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
