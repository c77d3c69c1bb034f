"""CSL JSON, as Zotero and other managers of references export it."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from functools import partial
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Diagnostic, Location
from argmap.reading.bibliography.work import (
    Bibliography,
    Work,
    one_isbn,
    spelled_date,
    spelled_name,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TAG = re.compile(r"</?(?:i|b|sub|sup|sc|span)(?:\s[^<>]*)?>")
_LINE_END = re.compile("\n")
_BLANK = re.compile(r"\s*")
_LISTS = ("items", "references")
_PARTICLES = ("dropping-particle", "non-dropping-particle")
_NOT_JSON = "look there for a missing comma, brace or quotation mark"
_MONTHS_OF_A_YEAR = 12


def read_csl(text: str, name: str) -> Bibliography:
    """The entries of a CSL JSON file, by their `id` and their `citation-key`.

    Entries before an error of JSON are there; what stands behind it cannot be told apart.
    """
    entries: dict[str, Callable[[], Work]] = {}
    diagnostics: list[Diagnostic] = []

    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def complain(offset: int, problem: str, cure: str) -> None:
        line = bisect_right(starts, offset)
        place = Location(name, line, offset - starts[line - 1] + 1)
        diagnostics.append(Diagnostic(place, "AM518", problem, cure))

    try:
        for offset, item in _items(text):
            if not isinstance(item, dict):
                complain(offset, "an entry must be a mapping", 'write `{"id": ..., "title": ...}`')
                continue
            keys = [str(item[key]) for key in ("id", "citation-key") if _is_word(item.get(key))]
            if not keys:
                problem = "the entry has no `id`, by which a source could cite it"
                complain(offset, problem, 'write `"id": "..."`')
            elif keys[0] in entries:
                problem = f"there is an entry `{keys[0]}` above this one, so this one is not used"
                complain(offset, problem, "delete one of the two, or give it another id")
            for key in keys:
                entries.setdefault(key, partial(_work, item))
    except json.JSONDecodeError as error:
        complain(error.pos, "from here on the file is no JSON", _NOT_JSON)
    except (RecursionError, ValueError):  # a number of thousands of digits is a ValueError
        complain(0, "the file is nested too deeply, or holds a number that is too long", _NOT_JSON)
    return Bibliography(entries, tuple(diagnostics))


def _items(text: str) -> Iterator[tuple[int, Any]]:
    """The entries of the list that the file is, or that it has as its `items`, with their offsets.

    Raises:
        JSONDecodeError: the text is no JSON; the entries above the place have been given.
    """
    at = _after_blank(text, 0)
    if not text.startswith("[", at):
        whole = json.loads(text)
        at_top = whole if isinstance(whole, dict) else {}
        listed = next((at_top[key] for key in _LISTS if isinstance(at_top.get(key), list)), [whole])
        yield from ((at, item) for item in listed)
        return
    decoder = json.JSONDecoder()
    at = _after_blank(text, at + 1)
    while not text.startswith("]", at):
        item, end = decoder.raw_decode(text, at)
        yield at, item
        at = _after_blank(text, end)
        if text.startswith(",", at):
            at = _after_blank(text, at + 1)
        elif not text.startswith("]", at):
            raise json.JSONDecodeError("no comma", text, at)


def _after_blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _is_word(value: object) -> bool:
    return (isinstance(value, str) and bool(value)) or type(value) is int


def _work(item: dict[str, Any]) -> Work:
    people = [*_people(item.get("author")), *(_people(item.get("editor")) * ("author" not in item))]
    of_journal = _text(item, "container-title") if str(item.get("type")).startswith("arti") else ""
    return Work(
        title=_text(item, "title"),
        authors=tuple(name for name, _ in people),
        whole_names=frozenset(name for name, is_whole in people if is_whole),
        date=_date(item.get("issued")),
        publisher=of_journal or _text(item, "publisher") or None,
        url=_text(item, "URL") or None,
        doi=_text(item, "DOI") or None,
        isbn=one_isbn(_text(item, "ISBN")),
        accessed=_date(item.get("accessed")),
        version=_text(item, "version") or _text(item, "edition") or None,
    )


def _text(item: dict[str, Any], key: str) -> str:
    """A text of an entry, without the marks of italics and the like; empty if it has none."""
    value = item.get(key)
    return " ".join(_TAG.sub("", str(value)).split()) if _is_word(value) else ""


def _people(names: object) -> list[tuple[str, bool]]:
    """The names, the family name before a comma, each with whether it is cited as it is."""
    people = []
    for name in names if isinstance(names, list) else []:
        if not isinstance(name, dict):
            continue
        parts = {key: _text(name, key) for key in ("family", "given", "literal", "suffix")}
        of = [*(_text(name, key) for key in _PARTICLES), parts["family"]]
        family = " ".join(part for part in of if part)
        if family and parts["given"]:
            people.append((spelled_name(family, parts["given"], parts["suffix"]), False))
        else:
            people.append((parts["literal"] or family or parts["given"], True))
    return [(name, is_whole) for name, is_whole in people if name]


def _date(value: object) -> str | None:
    """A date: its parts in digits, else as it is written; of a range the first day and the last."""
    if isinstance(value, str):
        return value.strip() or None
    if not isinstance(value, dict):
        return None
    days = value.get("date-parts")
    spelled = [_day(day) for day in days if isinstance(day, list)] if isinstance(days, list) else []
    written = "/".join(day for day in spelled if day)
    return written or _text(value, "literal") or _text(value, "raw") or None


def _day(parts: list[Any]) -> str:
    year, *rest = [str(part).strip() for part in parts if part is not None] or [""]
    numbers = [int(part) for part in rest if part.isascii() and part.isdigit() and len(part) <= 2]  # noqa: PLR2004  # of a month or day
    month = numbers[0] if numbers and 1 <= numbers[0] <= _MONTHS_OF_A_YEAR else None
    return spelled_date(year, month, numbers[1] if len(numbers) > 1 else None)
