"""The numbered entries of a Kialo export, told from lines of text that look like them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from argmap.formats.stance_words import meaning_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Stance = Literal["supports", "attacks", "thesis", "question", ""]

_NUMBERED = re.compile(r"[ \t]*((?:\d{1,6}\.)+)(?:[ \t]+(.*))?$")
_WORDED = re.compile(r"([^\W\d_]+(?: [^\W\d_]+)?):(?:[ \t]+(.*))?$")
_CROSS = re.compile(r"(?:->|\u2192)\s*\S+\s+((?:\d{1,6}\.)*\d{1,6})\.?$")
_QUESTIONS = frozenset({"question", "frage", "pregunta", "pergunta"})


@dataclass(frozen=True, slots=True)
class KialoEntry:
    """An entry of the list: its number, its stance towards the entry above it, and its lines.

    The number of a repeated entry is that of an entry before it.
    """

    number: str
    stance: Stance
    line: int
    lines: list[str] = field(default_factory=list)
    is_repeated: bool = False

    @property
    def key(self) -> str:
        """The name of the entry here: its number, which only repeated entries share."""
        return f"{self.number}#{self.line}" if self.is_repeated else self.number

    @property
    def parent(self) -> str:
        """The number of the entry above it; empty for a root."""
        return self.number.rpartition(".")[0]

    @property
    def text(self) -> str:
        """The text as the file has it, on one line."""
        return " ".join(" ".join(self.lines).split())

    @property
    def refers_to(self) -> str:
        """The number of the claim that stands here once more; empty if it is a claim of its own."""
        match = _CROSS.match(self.text)
        return match[1] if match else ""


@dataclass(frozen=True, slots=True)
class _Opening:
    """A line that may open an entry."""

    line: int
    number: str
    stance: Stance
    rest: str

    @property
    def root(self) -> int:
        return int(self.number.partition(".")[0])

    @property
    def is_root(self) -> bool:
        return "." not in self.number

    @property
    def is_worded(self) -> bool:
        """Whether it says what it is; at a root only the words for one count."""
        return bool(self.stance) and (not self.is_root or self.stance in ("thesis", "question"))


def entries_of(lines: Sequence[str]) -> tuple[list[str], list[KialoEntry]]:
    """The lines before the first entry, and the entries with their lines. Cost: linear."""
    candidates = [each for each in map(_candidate, range(len(lines)), lines) if each is not None]
    opening = {each.line: each for each in _Entries(candidates).entries()}
    head: list[str] = []
    entries: list[KialoEntry] = []
    numbers: set[str] = set()
    for number, line in enumerate(lines):
        candidate = opening.get(number)
        if candidate is not None:
            entries.append(
                KialoEntry(
                    candidate.number,
                    candidate.stance,
                    number + 1,
                    [candidate.rest],
                    is_repeated=candidate.number in numbers,
                )
            )
            numbers.add(candidate.number)
        else:
            (entries[-1].lines if entries else head).append(line)
    return head, entries


def is_worded(line: str) -> bool:
    """Whether a line opens an entry that says what it is: pro, con or thesis."""
    candidate = _candidate(0, line)
    return candidate is not None and bool(candidate.stance)


def _candidate(index: int, line: str) -> _Opening | None:
    match = _NUMBERED.match(line)
    if match is None:
        return None
    rest = (match[2] or "").strip()
    worded = _WORDED.match(rest)
    stance = _stance(worded[1]) if worded else ""
    if worded and stance:
        rest = worded[2] or ""
    return _Opening(index, match[1][:-1], stance, rest)


def _stance(word: str) -> Stance:
    if word.casefold() in _QUESTIONS:
        return "question"
    meaning = meaning_of(word)
    if meaning == "none":
        return "thesis"
    return meaning if meaning in ("supports", "attacks") else ""


class _Entries:
    """The candidates that are entries: those with a word, and those that continue the numbering.

    A text may hold a numbered list of its own, and its lines open like theses. A line without a
    word is a thesis only if it has the next number and what follows it does not go on below an
    earlier thesis. A line with a word is an entry even if it repeats the number of another one.
    """

    def __init__(self, candidates: Sequence[_Opening]) -> None:
        self.candidates = candidates
        self.known: set[str] = set()
        self.children: dict[str, int] = {}
        self.last_root = 0
        self.is_in_list = False
        worded = [each for each in candidates if each.stance and not each.is_root]
        self.with_children = {each.root for each in worded}
        self.least_after = _least_roots_after(candidates)
        self.last_in_order = {
            each.root: index
            for index, each in enumerate(candidates)
            if each.is_root and self.least_after[index] >= each.root
        }

    def entries(self) -> Iterator[_Opening]:
        """The candidates that open an entry, in their order."""
        for index, candidate in enumerate(self.candidates):
            is_new = candidate.number not in self.known
            is_entry = (is_new or candidate.is_worded) and (
                self._is_thesis(index, candidate)
                if candidate.is_root
                else self._is_child(candidate)
            )
            if not is_entry:
                self.is_in_list = True
                continue
            self.is_in_list = False
            self.known.add(candidate.number)
            parent, _, last = candidate.number.rpartition(".")
            self.children[parent] = int(last)
            if candidate.is_root:
                self.last_root = candidate.root
            yield candidate

    def _is_thesis(self, index: int, candidate: _Opening) -> bool:
        root = candidate.root
        if not self.last_root or candidate.stance in ("thesis", "question"):
            return True
        if root != self.last_root + 1 or candidate.stance:
            return False
        if root in self.with_children:
            return index >= self.last_in_order.get(root, 0)
        return self.least_after[index] >= root and not self.is_in_list

    def _is_child(self, candidate: _Opening) -> bool:
        parent, _, last = candidate.number.rpartition(".")
        if candidate.stance:
            return True
        is_next = int(last) == self.children.get(parent, 0) + 1
        return parent in self.known and (is_next or _CROSS.match(candidate.rest) is not None)


def _least_roots_after(candidates: Sequence[_Opening]) -> list[float]:
    """For each candidate the least root below which an entry with a word stands after it."""
    least = float("inf")
    backwards: list[float] = []
    for candidate in reversed(candidates):
        backwards.append(least)
        if candidate.stance and not candidate.is_root:
            least = min(least, candidate.root)
    return backwards[::-1]
