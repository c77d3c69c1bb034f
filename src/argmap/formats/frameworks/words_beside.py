"""The words in a file of an abstract format that solvers pass over: labels and comments.

They are read apart from the framework, as solving needs none of them and has to be fast.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.formats.exchange import Losses
from argmap.formats.foreign_file import UNWRITABLE

if TYPE_CHECKING:
    from argmap.formats.foreign_file import ForeignFile

_OF_AN_ATTACK = 2  # words of an attack; further words are its label
_COMMENT = {".af": re.compile(r"[ \t]*#(.*)"), ".aba": re.compile(r"[ \t]*#(.*)")}
_IN_A_LINE = re.compile(r"[^%]*%(.*)")


@dataclass(frozen=True, slots=True)
class WordsBeside:
    """The labels of arguments by their names, and the words that a map has no place for."""

    labels: dict[str, str] = field(default_factory=dict)
    losses: Losses = field(default_factory=Losses)


def words_beside(file: ForeignFile, form: str) -> WordsBeside:
    """The labels and comments of a file in the format with this suffix. Cost: linear."""
    beside = WordsBeside()
    if form == ".tgf":
        _add_labels(file, beside)
        return beside
    comment = _COMMENT.get(form, _IN_A_LINE)
    for line, text in enumerate(file.text.splitlines(), start=1):
        if match := comment.match(text):
            beside.losses.add("comments", match[1], at=file.at(line))
    return beside


def _add_labels(file: ForeignFile, beside: WordsBeside) -> None:
    are_names = True
    for line, words in enumerate(map(str.split, file.text.splitlines()), start=1):
        if words == ["#"] and are_names:
            are_names = False
        elif are_names and len(words) > 1:
            label = " ".join(words[1:])
            if UNWRITABLE.search(label):
                what = "characters that no text can hold"
                beside.losses.add(what, repr(label)[1:-1], at=file.at(line))
            beside.labels[words[0]] = UNWRITABLE.sub("\ufffd", label)
        elif len(words) > _OF_AN_ATTACK:
            beside.losses.add("labels of attacks", " ".join(words), at=file.at(line))
