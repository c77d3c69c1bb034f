"""Words that turn what a claim says, from `turning.toml`, and what makes a word its opposite."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from argmap.corpus.folding import folded

OPPOSING = ("un", "in", "im", "ir", "il", "dis", "non", "de", "anti", "mis")
"""What makes a word its opposite where it is put before it."""
SHORTEST = 3
"""The fewest letters of such a word."""


@cache
def turning_words() -> tuple[str, ...]:
    """The words, as claims are found by them.

    >>> "never" in turning_words(), "zwolf" in turning_words()
    (True, True)
    """
    text = files("argmap.corpus").joinpath("turning.toml").read_text(encoding="utf-8")
    words = " ".join(tomllib.loads(text).values())
    return tuple(sorted({*folded(words).split()}))
