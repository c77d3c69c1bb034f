"""Carneades 4: argument graphs as YAML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.formats.exchange import Imported, Wishes
    from argmap.formats.foreign_file import ForeignFile

KEYS = frozenset(
    {
        "arguments",
        "argument_schemes",
        "assumptions",
        "issues",
        "issue_schemes",
        "labels",
        "language",
        "meta",
        "references",
        "statements",
        "tests",
        "weighing_functions",
    }
)
_KEY = re.compile(r"^([\w.-]+)[ \t]*:(?=\s|$)", re.MULTILINE)
_TOP = re.compile(r"^[^\s#\-\]})]", re.MULTILINE)
_OF_GRAPHS = frozenset({"statements", "arguments", "argument_schemes"})
_WORD_OF_OURS = re.compile(r"\b(?:supported_by|attacked_by|undercut_by)[\"']?[ \t]*:")


def fits(file: ForeignFile) -> bool:
    """Whether most keys at the top are those of Carneades, and one of them names its parts."""
    text = file.text
    keys = _KEY.findall(text)
    known = KEYS.intersection(keys)
    return (
        not _OF_GRAPHS.isdisjoint(known)
        and len(known) > len(keys) - len(known)
        and len(_TOP.findall(text)) == len(keys)
        and _WORD_OF_OURS.search(text) is None
    )


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The map in an argument graph. Cost: linear, but for issues with many positions."""
    from argmap.formats.carneades.reading import read_graph  # noqa: PLC0415  # heavy to import

    del wishes
    [file] = files
    return read_graph(file)
