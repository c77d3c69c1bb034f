"""The format of a file, told by its content, and where that leaves a choice by its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.formats.table import FORMATS, Format
from argmap.reading.map_names import SUFFIXES as OF_CLAIM_FILES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.formats.foreign_file import ForeignFile

_CLAIM_FILE = re.compile(
    r"^(?:argmap|include|map|sources?|claims|relations|stances|expect|schemes|questions)[ \t]*:",
    re.MULTILINE,
)

_SKIPPED = re.compile(r"\s*(?:#|$)|---|%")
_YAML_KEY = re.compile(r"[\"']?[\w-]+[\"']?[ \t]*:(?:\s|$)")
_OF_ANY_TEXT = (".txt", ".text", ".md")  # ends of names that say nothing of a format


@dataclass(frozen=True, slots=True)
class Recognised:
    """The formats that a file fits, and those that were tried."""

    fitting: tuple[Format, ...]
    tried: tuple[Format, ...]

    @property
    def only(self) -> Format | None:
        """The format, if it is certain."""
        return self.fitting[0] if len(self.fitting) == 1 else None


def is_claim_file(file: ForeignFile) -> bool:
    """Whether the file is one of ours: a key of a claim file stands at the beginning of a line.

    The first line has to be a key, too, for prose may have a line that opens with `source:`.
    """
    if file.shape != "text":
        return False
    first = next((line for line in file.text.split("\n") if not _SKIPPED.match(line)), "")
    return _YAML_KEY.match(first) is not None and _CLAIM_FILE.search(file.text) is not None


def recognised(file: ForeignFile) -> Recognised:
    """The formats that the content of a file fits; the end of its name decides between several.

    Where the content fits none, but the name ends as those of a single format do, it is a file of
    that format with a fault in it, which its reader can place.
    """
    tried = [each for each in FORMATS.values() if each.reader and file.shape in each.shapes]
    fitting = [each for each in tried if each.reads().fits(file)]
    if len(fitting) > 1 or (not fitting and file.suffix not in _OF_ANY_TEXT):
        named = _by_name(fitting or FORMATS.values(), file)
        if len(named) == 1:
            fitting = named
    return Recognised(tuple(fitting), tuple(tried))


def _by_name(formats: Iterable[Format], file: ForeignFile) -> list[Format]:
    suffix = file.suffix
    if suffix in OF_CLAIM_FILES:
        return []
    return [each for each in formats if each.reader and suffix in each.suffixes]
