"""Unmet expectations in words for a reader, who knows claims by number and name, not by id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.analysis.labels.in_words import Word
from argmap.views.words.statuses import VERBS, WOULD

if TYPE_CHECKING:
    from argmap.views.words.sentences import Teller

_MARKED = re.compile(r"`([^`]*)`")
_EXPECTED = re.compile(r"is expected to be `(stands|contested|open|falls)`")
_BUT_IS = re.compile(r"but is `(stands|contested|open|falls)`")


def expected_in_words(tell: Teller, message: str) -> str:
    """The message of an unmet expectation (AM601) with names for ids, and without marks for code.

    >>> from argmap.graph.outline import outline
    >>> from argmap.model.example import THREE_CLAIMS
    >>> from argmap.views.words.sentences import Teller
    >>> tell = Teller(THREE_CLAIMS, outline(THREE_CLAIMS))
    >>> expected_in_words(tell, "`shops` is expected to be `open`, but is `stands` (granted)")
    '1.2 “Shops would lose customers” is expected to be open, but it stands (granted)'
    """
    claim, *_ = _MARKED.findall(message) or [""]
    words = _EXPECTED.sub(lambda match: f"is expected to {WOULD[Word(match[1])]}", message)
    words = _BUT_IS.sub(lambda match: f"but it {VERBS[Word(match[1])][0]}", words)
    if claim in tell.map.claims:
        words = words.replace(f"`{claim}`", tell.name(claim), 1)
    return _MARKED.sub(r"\1", words)
