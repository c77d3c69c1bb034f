"""The answers of a room: who takes part, what each says of which words, and what was asked."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


class Reply(StrEnum):
    """The opinion of a participant on a claim."""

    AGREE = "agree"
    DISAGREE = "disagree"
    UNSURE = "unsure"


def mark_of(text: str) -> str:
    """A short name for the words of a claim; other words have another one."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class ShownWords:
    """The words of a claim as they were shown when somebody answered, and the id that it had."""

    claim: str
    text: str


@dataclass(slots=True)
class Participant:
    """A participant: a name, empty for those who give none, and the opinion on each wording.

    Opinions stand in the order in which they were last given.
    """

    name: str = ""
    opinions: dict[str, Reply] = field(default_factory=dict)


@dataclass(slots=True)
class Answers:
    """All that was said in one session of a room.

    An answer belongs to the words that were on the screen, and to nothing else: if a claim is
    written anew, what was said of the words before is set aside, and counts again if they come
    back; if only its id changes, its answers stay with it. So no answer is ever taken for one to a
    claim that its giver did not see. `claims` are those asked about, each with its mark.

    What happens is an entry, a JSON object, which is taken here and kept in the journal; the same
    entries give the same answers again.
    """

    code: str = ""
    port: int = 0
    participants: dict[str, Participant] = field(default_factory=dict)
    wordings: dict[str, ShownWords] = field(default_factory=dict)
    claims: dict[str, str] = field(default_factory=dict)
    current: tuple[str, ...] = ()
    entries: int = 0

    def take(self, entry: Mapping[str, Any]) -> None:
        """Take in what happened.

        Raises:
            KeyError, ValueError, TypeError, AttributeError: it is no entry.
        """
        kind = entry["is"]
        if kind == "room":
            self.code, self.port = str(entry["code"]), int(entry["port"])
        elif kind == "joins":
            self.participants.setdefault(str(entry["who"]), Participant())
        elif kind == "name":
            self.participants[entry["who"]].name = str(entry["name"])
        elif kind == "ask":
            asking = {str(id_): str(mark) for id_, mark in entry["claims"].items()}
            self.claims |= asking
            self.current = tuple(asking)
        elif kind == "words":
            self.wordings[str(entry["mark"])] = ShownWords(str(entry["claim"]), str(entry["text"]))
        elif kind == "says":
            self._say(entry["who"], entry["mark"], Reply(entry["says"]))
        else:
            raise ValueError(kind)
        self.entries += 1

    def _say(self, who: str, mark: str, opinion: Reply) -> None:
        if mark not in self.wordings:
            raise ValueError(mark)
        opinions = self.participants[who].opinions
        opinions.pop(mark, None)  # the last opinion stands last
        opinions[mark] = opinion

    def copied(self) -> Answers:
        """The answers as they are now, for another thread to work on."""
        people = {
            who: Participant(each.name, dict(each.opinions))
            for who, each in self.participants.items()
        }
        return replace(self, participants=people, wordings={**self.wordings})

    def counts(self) -> dict[str, Counter[Reply]]:
        """The number of people with each opinion on each wording."""
        counts: dict[str, Counter[Reply]] = {mark: Counter() for mark in self.wordings}
        for participant in self.participants.values():
            for mark, opinion in participant.opinions.items():
                counts[mark][opinion] += 1
        return counts
