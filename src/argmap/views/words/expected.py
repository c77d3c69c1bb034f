"""Unmet expectations in words for a reader, who knows claims by number and name, not by id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.labels.in_words import Word
from argmap.views.words.statuses import VERBS, WOULD

if TYPE_CHECKING:
    from argmap.diagnostics import Unmet
    from argmap.views.words.sentences import Teller


def expected_in_words(tell: Teller, unmet: Unmet) -> str:
    """An unmet expectation as a sentence without its full stop, with names for ids.

    >>> from argmap.diagnostics import Unmet
    >>> from argmap.graph.outline import outline
    >>> from argmap.model.example import THREE_CLAIMS
    >>> from argmap.views.words.sentences import Teller
    >>> tell = Teller(THREE_CLAIMS, outline(THREE_CLAIMS))
    >>> expected_in_words(tell, Unmet("shops", "open", "grounded", "stands", "granted"))
    '1.2 “Shops would lose customers” is expected to be open, but it stands (granted)'
    """
    name = tell.name(unmet.claim) if unmet.claim in tell.map.claims else unmet.claim
    words = frozenset(Word)
    expected = WOULD[Word(unmet.expected)] if unmet.expected in words else f"be {unmet.expected}"
    if unmet.instead:
        instead = f"under {unmet.semantics} {unmet.instead}"
    elif unmet.status in words:
        instead = f"it {VERBS[Word(unmet.status)][0]} ({unmet.reason})"
    else:
        instead = f"is {unmet.status} ({unmet.reason})"
    return f"{name} is expected to {expected}, but {instead}"
