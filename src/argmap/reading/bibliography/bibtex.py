"""BibTeX and BibLaTeX, read with bibtexparser; what is broken costs no other entry."""

from __future__ import annotations

import logging
import re
from functools import partial
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Location
from argmap.reading.bibliography.latex import is_braced, letters, parts_of
from argmap.reading.bibliography.work import (
    Bibliography,
    ExtraMissingError,
    Work,
    one_isbn,
    spelled_date,
    spelled_name,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bibtexparser.model import Entry, ParsingFailedBlock

_KEY = re.compile(r"@\s*\w+\s*[{(]\s*([^\s,={}()]+)")
_AND = re.compile(r"(?<=\s)and(?=\s)", re.IGNORECASE)
_NUMBER = re.compile(r"0*[0-9]{1,2}")
_ESCAPED = re.compile(r"\\(?=[_%&#$~])|\\url|[{}]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_JOURNALS = ("journaltitle", "journal")
_HOUSES = ("publisher", "institution", "school", "organization", "howpublished")
_MUTE = logging.NullHandler()


def read_bibtex(text: str, name: str) -> Bibliography:
    """The entries of a BibTeX file; of a key that is there twice the first counts.

    Raises:
        ExtraMissingError: the extra `cite` is not installed.
    """
    try:
        from bibtexparser.entrypoint import parse_string  # noqa: PLC0415  # an extra
        from bibtexparser.model import Entry  # noqa: PLC0415
    except ImportError as error:  # not there, or a release before 2
        raise ExtraMissingError from error
    logger = logging.getLogger("bibtexparser")
    logger.addHandler(_MUTE)  # else it writes of broken entries to stderr, beside our diagnostics
    logger.propagate = False
    library = parse_string(text, parse_stack=[])
    strings = {each.key.casefold(): str(each.value) for each in library.strings}
    entries = {entry.key: partial(_work, entry, strings) for entry in library.entries}
    diagnostics, broken = [], {}
    for block in library.failed_blocks:
        place = Location(name, (block.start_line or 0) + 1, 1)
        match = _KEY.match(block.raw or "")
        key = match[1] if match else ""
        usable = block.ignore_error_block
        if isinstance(usable, Entry) and key not in entries:
            entries[key] = partial(_work, usable, strings)
        elif key not in entries:
            broken[key] = place
        diagnostics.append(Diagnostic(place, "AM518", *_problem(block, key)))
    return Bibliography(entries, tuple(diagnostics), broken)


def _problem(block: ParsingFailedBlock, key: str) -> tuple[str, str]:
    """The message and the hint for an entry that bibtexparser could not read, or not whole."""
    from bibtexparser.model import (  # noqa: PLC0415  # an extra
        DuplicateBlockKeyBlock,
        DuplicateFieldKeyBlock,
    )

    if isinstance(block, DuplicateBlockKeyBlock):
        return (
            f"there is an entry `{key}` above this one, so this one is not used",
            "delete one of the two, or give it another key",
        )
    if isinstance(block, DuplicateFieldKeyBlock):
        twice = " and ".join(f"`{field}`" for field in sorted(block.duplicate_keys))
        return f"the entry `{key}` has {twice} twice; the first is taken", "delete one of the two"
    return (
        f"the entry{f' `{key}`' if key else ''} cannot be read",
        "look for a brace that is not closed, and for a missing comma or key",
    )


def _work(entry: Entry, strings: Mapping[str, str]) -> Work:
    """The work of an entry, its abbreviations written out and its LaTeX turned into letters."""
    raw = {field.key.casefold(): _joined(str(field.value), strings) for field in entry.fields[::-1]}
    fields = {key: letters(value) for key, value in raw.items() if key not in _AS_IT_IS}
    people = [*_people(raw.get("author") or raw.get("editor") or "")]
    houses = _JOURNALS + _HOUSES if entry.entry_type.casefold() == "article" else _HOUSES
    return Work(
        title=": ".join(fields[key] for key in ("title", "subtitle") if fields.get(key)),
        authors=tuple(name for name, _ in people),
        whole_names=frozenset(name for name, is_whole in people if is_whole),
        date=_date(fields),
        publisher=next((fields[house] for house in houses if fields.get(house)), None),
        url=_address(raw.get("url")),
        doi=_address(raw.get("doi")),
        isbn=one_isbn(fields.get("isbn", "")),
        accessed=fields.get("urldate") or None,
        version=fields.get("version") or fields.get("edition") or None,
    )


_AS_IT_IS = frozenset({"author", "editor", "url", "doi", "abstract", "annotation", "file"})
"""The fields in which braces have a meaning, or `%` and `~` none, or which nobody asks for."""


def _joined(value: str, strings: Mapping[str, str]) -> str:
    """A value without its outer braces or quotation marks, pieces joined, names written out."""
    joined = ""
    for piece in parts_of(value, "#"):
        is_quoted = len(piece) > 1 and piece.startswith('"') and piece.endswith('"')
        named = strings.get(piece.casefold(), piece)  # a name for a text, or the text itself
        is_named = named is not piece and len(named) > 1 and named[0] in '{"'
        joined += (
            (named if is_named else piece)[1:-1]
            if is_named or is_quoted or is_braced(piece)
            else named
        )
    return joined


def _people(value: str) -> list[tuple[str, bool]]:
    """The names of authors, the family name before a comma, each with whether it is cited whole."""
    people = []
    for name in _names(value):
        if is_braced(name):
            people.append((letters(name), True))
            continue
        parts = [letters(part) for part in parts_of(name, ",")]
        words = parts_of(name, " ")
        if len(parts) > 1:  # family, given; or family, junior, given
            family, *junior, given = parts
            people.append((spelled_name(family, given, " ".join(junior)), False))
        elif len(words) > 1 and is_braced(words[-1]) and " " in letters(words[-1]):
            people.append((spelled_name(letters(words[-1]), letters(" ".join(words[:-1]))), False))
        else:
            people.append((letters(name), name.casefold() == "others"))
    return [(name, is_whole) for name, is_whole in people if name]


def _names(value: str) -> list[str]:
    """The names between the words `and` that stand outside braces."""
    names, depth, start = [], 0, 0
    bounds = {match.start(): match.end() for match in _AND.finditer(value)}
    for at, char in enumerate(value):
        depth += (char == "{") - (char == "}")
        if at in bounds and depth <= 0:
            names.append(value[start:at].strip())
            start = bounds[at]
    return [*names, value[start:].strip()]


def _date(fields: Mapping[str, str]) -> str | None:
    """The field `date`, or else `year` with month and day as far as these can be read."""
    year, month, day = (fields.get(key, "") for key in ("year", "month", "day"))
    if fields.get("date") or not year:
        return fields.get("date") or None
    short = month[:3].casefold()
    number = _MONTHS.index(short) + 1 if short in _MONTHS else None
    if _NUMBER.fullmatch(month) and 1 <= int(month) <= len(_MONTHS):
        number = int(month)
    return spelled_date(year, number, int(day[:2]) if day.isdecimal() else None)


def _address(value: str | None) -> str | None:
    r"""An address as it is typed into a browser, without `\url`, braces and escaped signs."""
    return _ESCAPED.sub("", value).strip() or None if value is not None else None
