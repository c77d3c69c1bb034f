"""A file in another format than claim files: its bytes, and what can be told of them at once."""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, Literal, NamedTuple

from argmap.diagnostics import Diagnostic, Location

SIZE_LIMIT = 200_000_000
"""The most bytes of a file; fifty thousand claims of AIF need about thirty million."""

UNWRITABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that no text file holds."""
Shape = Literal["json", "xml", "zip", "text"]
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", ""),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_SHOWN = 24  # characters of a value
_NUL_AT_MOST = 0.2  # share of NUL bytes in text that is not UTF-16


@dataclass(frozen=True)
class ForeignFile:
    """A file of another format: its name as diagnostics show it, and its content.

    `folder` is the folder in which other files lie that it names; None for standard input.
    """

    name: str
    content: bytes
    folder: Path | None = None

    @property
    def suffix(self) -> str:
        """The end of the name, in small letters, such as `.json`."""
        return PurePosixPath(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """The name without folder and suffix."""
        return PurePosixPath(self.name).stem

    def at(self, line: int = 1, column: int = 1) -> Location:
        """A place in this file; lines and columns count from 1."""
        return Location(self.name, line, column)

    @cached_property
    def _decoded(self) -> tuple[str, str, UnicodeDecodeError | None]:
        """The text, the name of an encoding that is not UTF-8, and the first byte that is not."""
        for mark, encoding, name in _MARKS:
            if self.content.startswith(mark):
                return _lines(self.content.decode(encoding, errors="replace")), name, None
        if name := _unmarked(self.content[:4096]):
            return _lines(self.content.decode(name.lower(), errors="replace")), "UTF-16", None
        try:
            return _lines(self.content.decode("utf-8")), "", None
        except UnicodeDecodeError as error:
            return _lines(self.content.decode("cp1252", errors="replace")), "Windows-1252", error

    @property
    def text(self) -> str:
        r"""The content as text, each line ending in `\n` alone.

        UTF-16 and UTF-32 are told by their first bytes; other bytes that are no UTF-8 are read as
        Windows-1252. `doubts` says so.
        """
        return self._decoded[0]

    @property
    def doubts(self) -> tuple[Diagnostic, ...]:
        """A warning where the text is not UTF-8: the encoding that was taken instead."""
        _, encoding, error = self._decoded
        if not encoding:
            return ()
        if error is None:
            message = f"the file is {encoding}, and is read as such"
            return (Diagnostic(self.at(), "AM707", message, "save it as UTF-8 to be sure"),)
        before = self.content[: error.start].decode("utf-8", errors="replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        byte = self.content[error.start]
        message = f"the byte 0x{byte:02X} is not UTF-8; the file is read as {encoding} (Latin-1)"
        hint = "look whether letters with accents are right; if not, save the file as UTF-8"
        return (Diagnostic(self.at(line, column), "AM707", message, hint),)

    @cached_property
    def shape(self) -> Shape:
        """The outer shape of the content: JSON, XML, a zip archive, or other text."""
        if self.content.startswith(b"PK\x03\x04"):
            return "zip"
        begin = self.text[:1000].lstrip()
        if begin.startswith("<") and re.match(r"<(\?xml|!DOCTYPE|!--|[A-Za-z_])", begin):
            return "text" if self.suffix in (".argdown", ".ad", ".md") else "xml"
        if re.match(r'\{\s*("|\})|\[\s*([\[{"\]]|\d)', begin):
            return "json"
        return "text"

    @property
    def json(self) -> Any:  # noqa: ANN401  # whatever JSON holds
        """The content as JSON; `NOT_JSON` where it is none.

        Brackets that are nested too deeply make it none, too.
        """
        return self._parsed[0]

    @property
    def repeated_keys(self) -> tuple[Repeated, ...]:
        """The keys that stand more than once in an object of the JSON, where the last one counts.

        JSON leaves open what that means, so that whoever wrote the file may have meant both.
        """
        return self._parsed[1]

    @cached_property
    def _parsed(self) -> tuple[Any, tuple[Repeated, ...]]:
        repeated: list[Repeated] = []

        def _to_dict(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
            tree = dict(pairs)
            if len(tree) != len(pairs):
                last = {key: number for number, (key, _) in enumerate(pairs)}
                repeated.extend(
                    Repeated(key, value, tree[key])
                    for number, (key, value) in enumerate(pairs)
                    if last[key] != number and value != tree[key]
                )
            return tree

        try:
            return json.loads(self.text, object_pairs_hook=_to_dict), tuple(repeated)
        except (ValueError, RecursionError):
            return NOT_JSON, ()

    def broken_json(self) -> Diagnostic:
        """The error for a text that is no JSON, at the place where it stops to be."""
        try:
            json.loads(self.text)
        except json.JSONDecodeError as error:
            place = self.at(error.lineno, error.colno)
            problem = error.msg[0].lower() + error.msg[1:]
            message = f"the file stops to be JSON here: {problem}"
            return Diagnostic(place, "AM702", message, "export it again, whole")
        except (RecursionError, ValueError):
            pass
        message = "brackets or numbers of this file are too deep or too long to be read"
        return Diagnostic(self.at(), "AM702", message, "export it again; no map is nested so deep")

    def neighbour(self, path: str) -> ForeignFile | None:
        """The file at a path relative to this one; None if it is not there or outside the folder.

        A path that leads out of the folder is not followed: a file from a stranger must not reach
        for others.
        """
        if self.folder is None or not path or "\0" in path:
            return None
        try:
            home = self.folder.resolve()
            target = (home / path).resolve()
            if not target.is_relative_to(home) or not target.is_file():
                return None
            if target.stat().st_size > SIZE_LIMIT:
                return None
            name = PurePosixPath(self.name).parent / target.relative_to(home).as_posix()
            return ForeignFile(str(name), target.read_bytes(), target.parent)
        except (OSError, ValueError, RuntimeError):  # a circle of links is the last
            return None


class Repeated(NamedTuple):
    """A key that stands in an object of JSON again: its value there, and the later one."""

    key: str
    value: object
    later: object

    def __str__(self) -> str:
        return f"{self.key}: {_short(self.value)} (a later one is {_short(self.later)})"


class _NotJson:
    """The value of a text that is no JSON; it equals nothing that JSON can hold."""

    def __repr__(self) -> str:
        return "NOT_JSON"


NOT_JSON = _NotJson()


def _short(value: object) -> str:
    """The begin of a value as JSON has it, however deep it is."""
    if isinstance(value, dict | list):
        return f"{'an object' if isinstance(value, dict) else 'a list'} of {len(value):,}"
    return json.dumps(value, ensure_ascii=False)[:_SHOWN]


def _unmarked(begin: bytes) -> str:
    """The encoding of two bytes a letter that a text without a mark is in, else empty."""
    if begin.count(0) <= len(begin) * _NUL_AT_MOST:
        return ""
    return "UTF-16-LE" if begin[1::2].count(0) >= begin[::2].count(0) else "UTF-16-BE"


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def too_large(name: str) -> Diagnostic:
    """The error for a file that is larger than files of other formats may be."""
    return Diagnostic(
        Location(name, 1, 1),
        "AM109",
        f"the file is larger than {SIZE_LIMIT // 1_000_000} MB",
        "divide it into several maps, and ask them together: `argmap corpus build FOLDER`",
    )
