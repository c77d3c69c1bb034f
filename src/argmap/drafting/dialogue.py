"""The speakers of a text that names them before each turn, such as an interview."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.documents.document import Document

_NAME = r"[A-Z\u00c0-\u00de][\w.'\u2019-]*"
_TURN = re.compile(rf"({_NAME}(?:\s(?:{_NAME}|of|de|von|van|the)){{0,4}}):\s+(?=\S)")
_LETTERS = frozenset({"Q", "A", "F"})
"""The labels of questions and answers, which name nobody."""
_FEWEST = 2
"""The number of turns by which a word before a colon is known for a speaker."""


class SpeakerLabel(NamedTuple):
    """The opening of a turn: who speaks, None where only a letter says so, and where it ends."""

    speaker: str | None
    end: int


class Dialogue:
    """The speakers of a document who are named again and again before what they say."""

    def __init__(self, document: Document) -> None:
        turns = (_TURN.match(each.text) for each in document.paragraphs)
        inside = (
            match
            for each in document.paragraphs
            for match in re.finditer(rf"(?<=[.!?]\s){_TURN.pattern}", each.text)
        )
        counts = Counter(match[1] for match in (*turns, *inside) if match is not None)
        self._labels = {label for label, number in counts.items() if number >= _FEWEST}

    def turn(self, words: str) -> SpeakerLabel | None:
        r"""The opening of a turn with which a sentence begins; None if it begins with none.

        >>> from argmap.documents.document import document_with_pages
        >>> from argmap.documents.pages import Page
        >>> from argmap.model.source import Source
        >>> text = "Q: Is it loud?\n\nA: It is.\n\nQ: Why?\n\nA: Cars."
        >>> Dialogue(document_with_pages(b"", [Page(text)], Source("d"))).turn("A: It is.")
        SpeakerLabel(speaker=None, end=3)
        """
        match = _TURN.match(words)
        if match is None or match[1] not in self._labels:
            return None
        return SpeakerLabel(None if match[1] in _LETTERS else match[1], match.end())
