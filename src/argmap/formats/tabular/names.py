"""The names by which the cells of a table mean claims: ids, labels, or whole texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from argmap.formats.draft import Draft

_SEPARATORS = re.compile(r"\s*[;&|\n]\s*|\s+\+\s+|\s*,\s+|,")
_LINK = re.compile(r"\s&\s")
_BULLET = re.compile(r"[-*+\u2022\u2023\u2043\u00b7\u25aa\u25cf\u25e6\u2013\u2014]\s+(?=\S)")
_ITEM = re.compile(r"\(?([0-9]{1,3})[.)]\s+(?=\S)")
_NOTHING = frozenset(
    {"", "-", "\u2013", "none", "root", "null", "nan", "n/a", "0", "keine", "aucun"}
)


class NamesOfClaims:
    """The claims of a table by every name that a cell may use.

    A table whose claims have ids names them by these; one without names them by their texts, and a
    text that has no row of its own is a claim, too.
    """

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._by_words: dict[str, str] = {}
        self.has_ids = False
        self.steps: set[str] = set()
        self.ends: set[str] = set()

    def learn(self, key: str, *words: str) -> None:
        """A label or a text of a claim; the first claim with it keeps it."""
        for each in words:
            if each:
                self._by_words.setdefault(_folded(each), key)

    def of_text(self, text: str) -> str | None:
        """The claim with this text or label."""
        return self._by_words.get(_folded(text))

    def premises(self, cell: str, line: int) -> list[str]:
        """The claims that a cell names together, as linked premises.

        Texts may have a `&` of their own: where no row and no other cell has all the parts, the
        cell is one claim.
        """
        name = " ".join(cell.split())
        if (key := self._known(name)) is not None:
            return [key]
        parts = self._parts(cell)
        if len(parts) > 1 and all(self._is_name(part) for part in parts):
            return [key for part in parts for key in self.premises(part, line)]
        if self.has_ids:
            return parts if len(parts) > 1 and " " not in name.replace(", ", ",") else [name]
        if _LINK.search(name):
            what = "links by `&`, as not all of their parts are named elsewhere"
            self._draft.skip(what, f"{name} (one claim now)", self._draft.at(line))
        return [self.create(name, line)]

    def targets(
        self, cell: str, line: int, *, creates: bool = False, between: str = ""
    ) -> list[str]:
        """The claims and relations that a cell names, each by itself.

        `between` are the signs between texts of which each is a claim; without any the cell is one.
        With `creates` a text that no row has is a claim even where claims have ids.
        """
        name = " ".join(cell.split())
        if name in self.steps:
            return [name]
        if (key := self._known(name)) is not None:
            return [key]
        parts = self._parts(cell)
        if len(parts) > 1 and all(self._is_name(part) for part in parts):
            return [key for part in parts for key in self.targets(part, line)]
        if self.is_nothing(name):
            return []
        if self.has_ids and not creates:
            return parts if len(parts) > 1 and " " not in name.replace(", ", ",") else [name]
        parts = re.split(f"[{between}]", cell) if between else [cell]
        texts = [" ".join(text.split()) for text in parts]
        return [self._known(text) or self.create(text, line) for text in texts if text]

    def create(self, text: str, line: int) -> str:
        """The claim with this text, which has no row of its own."""
        key = self.of_text(text)
        if key is None:
            key = text
            self._draft.claim(key, text, self._draft.at(line))
            self._draft.change(key, origin=None)
            self.learn(key, text)
        return key

    def is_nothing(self, name: str) -> bool:
        """Whether a cell says that there is no claim: it is empty, or a word for nothing."""
        return name.casefold() in _NOTHING and self._known(name) is None

    def _known(self, name: str) -> str | None:
        claims: Container[str] = self._draft.claims
        return name if name in claims else self.of_text(name)

    def _is_name(self, part: str) -> bool:
        return part in self.steps or part in self.ends or self._known(part) is not None

    def _parts(self, cell: str) -> list[str]:
        return [part for part in (each.strip() for each in _SEPARATORS.split(cell)) if part]


def without_bullets(cell: str) -> str:
    r"""The lines of a cell without the signs that make them a list: bullets, or numbers from 1.

    >>> without_bullets("- Quiet\n- Clean"), without_bullets("1. Quiet\n2. Clean")
    ('Quiet\nClean', 'Quiet\nClean')
    >>> without_bullets("1. FC wins"), without_bullets("-1 is odd")
    ('1. FC wins', '-1 is odd')
    """
    lines = [bare for line in cell.split("\n") if (bare := line.strip())]
    numbers = [match[1] for line in lines if (match := _ITEM.match(line))]
    if len(lines) > 1 and numbers == [str(n) for n in range(1, len(lines) + 1)]:
        return "\n".join(_ITEM.sub("", line, count=1) for line in lines)
    return "\n".join(
        _BULLET.sub("", line, count=1) if _BULLET.match(line) else line for line in lines
    )


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()
