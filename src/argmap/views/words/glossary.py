"""The words of argmap in plain English: one table of all, from which `argmap explain` answers."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "status": "The status of a claim",
        "stands": "Why a claim stands",
        "contested": "Why a claim is contested",
        "open": "Why a claim is open",
        "falls": "Why a claim falls",
        "steps": "What becomes of a reason or an objection",
        "parts": "What a map is made of",
        "modes": "How a source has a claim",
        "questions": "What can be asked of a map",
        "theory": "Words of the theory",
    }
)
"""The headings under which the words are listed; `stands` to `falls` have the reasons."""

OF_STATUSES = ("status", "stands", "contested", "open", "falls")
"""The groups that a status and its reason come from."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word with its meaning and an example; `also` has its other forms."""

    word: str
    group: str
    meaning: str
    example: tuple[str, ...]
    also: tuple[str, ...]


@cache
def glossary() -> tuple[Term, ...]:
    """Every word, in the order of the table."""
    text = files("argmap.views").joinpath("glossary.toml").read_text(encoding="utf-8")
    return tuple(
        Term(
            word,
            row["group"],
            row["meaning"],
            tuple(row["example"].strip("\n").split("\n")),
            tuple(row.get("also", ())),
        )
        for word, row in tomllib.loads(text).items()
    )


@cache
def terms() -> Mapping[str, Term]:
    """The term for each word and each of its other forms, written with spaces."""
    every = {form: term for term in glossary() for form in (term.word, *term.also)}
    return MappingProxyType({spoken(form): term for form, term in every.items()})


def spoken(word: str) -> str:
    """A word as it is said: in small letters, and with a space for each hyphen.

    >>> spoken("Premise-Set")
    'premise set'
    """
    return " ".join(word.lower().replace("-", " ").replace("_", " ").split())
