"""The search ahead for a sign, each part of a text once."""

from __future__ import annotations


class Ahead:
    """The next place of a sign, for places that never go back; each part is searched once."""

    def __init__(self, text: str, sign: str) -> None:
        self._text = text
        self._sign = sign
        self._from = 0
        self._next: int | None = None

    def find(self, start: int) -> int:
        """The next place at or after `start`; the end of the text if there is none."""
        if self._next is None or not self._from <= start <= self._next:
            place = self._text.find(self._sign, start)
            self._from = start
            self._next = place if place >= 0 else len(self._text)
        return self._next
