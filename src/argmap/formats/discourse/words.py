"""The words of discourse graphs: the meanings of labels and of the names of types.

The ids of types differ from one vault to the next; their names are what people agree on.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Sense(Enum):
    """The meaning of a link; of each but the last two, the source of the link is the premise."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    ANSWER = "answer"
    ORIGIN = "origin"
    """The source of the link is the work that the other end was taken from."""
    RESTATEMENT = "restates"
    CONTRADICTION = "contradicts"


class NotePart(Enum):
    """The part of a map that a node is."""

    CLAIM = "claim"
    QUESTION = "question"
    SOURCE = "source"
    OTHER = "other"
    """A note of another kind, such as an experiment: a claim only if links argue from or to it."""


_SENSES: dict[Sense, tuple[str, str]] = {
    Sense.SUPPORT: ("supports", "supported by"),
    Sense.ATTACK: (
        "opposes attacks challenges refutes disputes rebuts undermines",
        "opposed by,attacked by,challenged by,refuted by,disputed by,rebutted by,undermined by",
    ),
    Sense.UNDERCUT: ("undercuts", "undercut by"),
    Sense.ANSWER: ("addresses answers", "addressed by, answered by"),
    Sense.ORIGIN: ("produces sourcefor", "produced by, has source"),
    Sense.RESTATEMENT: ("restates sameas", "restated by"),
    Sense.CONTRADICTION: ("contradicts", "contradicted by"),
}
_PARTS = {
    NotePart.CLAIM: "claim evidence hypothesis result conclusion finding observation assumption"
    " premise thesis argument counterclaim counterargument objection caveat theory prediction"
    " clm evd hyp res con cvt the",
    NotePart.QUESTION: "question researchquestion que",
    NotePart.SOURCE: "source src reference paper publication",
}
_PREFIXES = {
    "Claim": "CLM",
    "Evidence": "EVD",
    "Question": "QUE",
    "Hypothesis": "HYP",
    "Result": "RES",
    "Conclusion": "CON",
}


def _letters(words: str) -> str:
    return re.sub(r"[\W_]", "", words.casefold())


_BY_LABEL = {
    _letters(word): (sense, is_passive)
    for sense, (active, passive) in _SENSES.items()
    for is_passive, words in ((False, active.split()), (True, passive.split(",")))
    for word in words
}
_BY_NAME = {name: part for part, names in _PARTS.items() for name in names.split()}
_WISHES = {each.value: each for each in Sense}


def sense_of(label: str, wished: Mapping[str, str]) -> tuple[Sense, bool] | None:
    """The meaning of a label, and whether it is the passive; None if it is not known.

    `wished` has the meanings that a user gives to labels.

    >>> sense_of("is supported by", {}), sense_of("SupportedBy", {}) == sense_of("supported by", {})
    ((<Sense.SUPPORT: 'support'>, True), True)
    >>> sense_of("motivates", {}), sense_of("motivates", {"Motivates": "support"})
    (None, (<Sense.SUPPORT: 'support'>, False))
    """
    letters = _letters(label)
    for name, meaning in wished.items():
        if _letters(name) == letters and meaning in _WISHES:
            return _WISHES[meaning], False
    known = _BY_LABEL.get(letters)
    return known if known is not None else _BY_LABEL.get(letters.removeprefix("is"))


def part_of(type_: str) -> NotePart:
    """The part of a map that nodes of a type are.

    >>> part_of("Evidence"), part_of("QUE"), part_of("Experiment")
    (<NotePart.CLAIM: 'claim'>, <NotePart.QUESTION: 'question'>, <NotePart.OTHER: 'other'>)
    """
    letters = _letters(type_)
    return _BY_NAME.get(letters) or _BY_NAME.get(letters.removesuffix("s"), NotePart.OTHER)


def prefix_of(type_: str) -> str:
    """The mark with which titles of a type open.

    >>> prefix_of("Claim"), prefix_of("Open problem")
    ('CLM', 'OPE')
    """
    return _PREFIXES.get(type_) or re.sub(r"[\W_]", "", type_)[:3].upper() or "NOD"
