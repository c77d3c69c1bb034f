"""Sessions of a room: the answers together with the journal that keeps them."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.serving.room.answers import Answers
from argmap.serving.room.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ"
"""The letters of a code: none that is read or typed as a figure or as another letter."""

CODE_LENGTH = 6


def new_code() -> str:
    """A code that is easy to type."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


@dataclass
class Session:
    """A session: its number among those of the map, its answers, and their journal."""

    folder: Path
    name: str
    number: int
    journal: Journal
    answers: Answers

    @classmethod
    def newest(cls, folder: Path, name: str) -> Session:
        """The newest session of a map in a folder of answers, taken up where it ended.

        Raises:
            UsageError, OutputError: its journal cannot be used.
        """
        return cls._at(folder, name, max(_numbers(folder, name), default=1))

    def next(self) -> Session:
        """A new session with the same people and no answers yet; this one stays as a file.

        Raises:
            UsageError, OutputError: its journal cannot be used.
        """
        new = self._at(self.folder, self.name, self.number + 1)
        people = self.answers.participants
        new.record(
            {"is": "room", "code": self.answers.code, "port": self.answers.port},
            *({"is": "joins", "who": who} for who in people),
            *({"is": "name", "who": who, "name": each.name} for who, each in people.items()),
        )
        self.journal.close()
        return new

    @classmethod
    def _at(cls, folder: Path, name: str, number: int) -> Session:
        journal, answers = Journal(folder / f"{name}-{number}.jsonl"), Answers()
        for entry in journal.entries():
            try:
                answers.take(entry)
            except (KeyError, ValueError, TypeError, AttributeError):
                journal.damaged += 1
        return cls(folder, name, number, journal, answers)

    def record(self, *entries: Mapping[str, Any]) -> None:
        """Keep what happened, and only then count it.

        Raises:
            OutputError: it cannot be kept; nothing happened.
        """
        self.journal.add(*entries)
        for entry in entries:
            self.answers.take(entry)


def _numbers(folder: Path, name: str) -> list[int]:
    if not folder.is_dir():
        return []
    journal = re.compile(rf"{re.escape(name)}-(\d{{1,6}})\.jsonl")
    matches = (journal.fullmatch(path.name) for path in folder.iterdir())
    return [int(match[1]) for match in matches if match]
